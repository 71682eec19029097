"""A report, an actor or a claim as lines of text: what ``communique show`` prints."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from communique.cli.marks import marked
from communique.cli.output import printable
from communique.cli.style import bold, dim, warn
from communique.model import Origin
from communique.model.citation import claims_of, extent
from communique.model.comparison import ContactAccounts, Part, Slot, Versions
from communique.model.rows import (
    Passage,
    Shown,
    ShownActor,
    ShownClaim,
    ShownReport,
)
from communique.publish.claim_slots import slots_said
from communique.publish.phrases import count, day_of, published_in_words, slot_in_words

#: Letters of a claim's words in the list of a report's claims.
_LINE = 100
_VERDICTS = {
    "agree": "the accounts agree",
    "differ": "the accounts differ",
    "single": "one account only",
    "silent": "no account says",
}

_DIFFERENCES = {
    "spelling": ", but for spelling",
    "precision": ", one is less exact",
    "time": ", one tells of what was to come",
    "more": ", one names more",
    "contradiction": ", both cannot be so",
}


def card(shown: Shown, accounts: ContactAccounts | None, *, why: bool) -> Iterator[str]:
    """Yield the lines of what is shown; ``why`` adds what made it."""
    if isinstance(shown, ShownReport):
        yield from _report(shown, why=why)
    elif isinstance(shown, ShownActor):
        yield from _actor(shown)
    else:
        yield from _claim(shown, accounts, why=why)


def _report(shown: ShownReport, *, why: bool) -> Iterator[str]:
    row = shown.row
    yield f"{bold(row.id)}  report  {printable(row.label)}"
    for name in ("title", "publisher", "source", "distributor", "language", "path", "url"):
        yield from _field(name, getattr(row, name))
    yield from _field("published", published_in_words(row.published, row.published_basis))
    yield from _field("text", f"{row.characters:,} characters, sha256 {row.body}")
    yield from _field("copies", ", ".join(row.copies))
    yield from _field("says", _counts(row.claims))
    yield from _field("names", count(row.actors, "actor") if row.actors else "")
    yield from _field("not located", _counts(shown.account.report.misses))
    if why:
        for reading in shown.readings:
            until = f", replaced {reading.replaced_at}" if reading.replaced_at else ""
            yield from _field("read", f"{reading.read_at}, {reading.claims} claims{until}")
            yield from _origin(reading.origin)
    yield from _said_by(shown)
    yield from _left_out(shown)


def _said_by(shown: ShownReport) -> Iterator[str]:
    """Yield every claim of a report: its id and the words that make it."""
    text = shown.account.report.text
    for kind, claim in claims_of(shown.account):
        words = printable(" … ".join(span.of(text) for span in extent(claim)))
        id = shown.ids.get(f"{kind}:{claim.id}", claim.id)
        yield f"  {id}  {dim(kind)}  {textwrap.shorten(words, _LINE, placeholder=' …')}"


def _left_out(shown: ShownReport) -> Iterator[str]:
    """Yield what a report seems to claim and is not told, with how likely it is right."""
    account = shown.account
    if not account.left_out:
        return
    yield ""
    yield f"{count(len(account.left_out), 'claim')} left out as likely misread"
    for each in account.left_out:
        words = printable(" … ".join(span.of(account.report.text) for span in each.evidence))
        line = textwrap.shorten(words, _LINE, placeholder=" …")
        yield f"  {each.likelihood:.0%}  {dim(f'{each.kind} {each.label}')}  {line}"


def _actor(shown: ShownActor) -> Iterator[str]:
    row = shown.row
    yield f"{bold(row.id)}  {row.kind}  {printable(row.name)}"
    yield from _field("also", ", ".join(name for name in row.names if name != row.name))
    yield from _field("offices", "; ".join(row.offices))
    yield from _field("part in", _counts(row.claims))
    yield from _field("named by", count(row.reports, "report"))
    for report, passage in zip(shown.reports, shown.passages, strict=False):
        yield f"  {bold(report.id)}  {dim(printable(report.label))}"
        yield f"    {marked(passage)}"


def _claim(shown: ShownClaim, accounts: ContactAccounts | None, *, why: bool) -> Iterator[str]:
    claim = shown.claim
    yield f"{bold(shown.id)}  {shown.kind}"
    report = shown.report
    about = ", ".join(x for x in (report.label, report.publisher, day_of(report.published)) if x)
    yield from _field("report", f"{report.id}  {about}")
    for name, values in slots_said(shown, ids=True):
        yield from _field(name, "; ".join(each.words for each in values))
    yield from _passages(shown.passages)
    if accounts and len(accounts.accounts) > 1:
        yield from _side_by_side(accounts)
    if accounts:
        yield from _parts("part of", accounts.part_of)
        yield from _parts("parts", accounts.parts)
    if why:
        yield ""
        yield from _field("because", claim.why or "the reader gives no reason")
        yield from _field("same as", "; ".join(accounts.why) if accounts else "")
        yield from _origin(shown.origin)


def _passages(passages: Iterable[Passage]) -> Iterator[str]:
    for slot, group in groupby(passages, lambda passage: passage.slot):
        yield f"  {dim(slot)}"
        for passage in group:
            yield f"    {marked(passage)}"


def _side_by_side(accounts: ContactAccounts) -> Iterator[str]:
    yield ""
    number = len(accounts.accounts)
    yield bold(f"{number} accounts of this contact from {count(accounts.sources, 'source')}")
    copied = {each.contact: each for each in accounts.copied}
    for row in accounts.accounts:
        date = f", {day_of(row.report.published)}" if row.report.published else ""
        copy = copied.get(row.id)
        note = dim(f" copied from {copy.origin} ({printable(copy.why)})") if copy else ""
        yield f"  {row.id}  {printable(row.report.label)}{date}{note}"
    for slot in accounts.slots:
        if slot.verdict != "silent":
            yield from _slot(slot)


def _parts(title: str, parts: Iterable[Part]) -> Iterator[str]:
    """Yield what a contact was part of, or its parts, with what tells so."""
    for number, part in enumerate(parts):
        date = f", {part.date}" if part.date else ""
        id = f"{part.id}  " if part.id else ""
        yield from _field(title if number == 0 else "", f"{id}{part.name}{date}")
        for passage in part.passages:
            yield f"    {marked(passage)}  {dim(passage.slot)}"
        if not part.passages:
            yield f"    {dim(part.basis + ': ' + printable('; '.join(part.why)))}"


def versions(found: Versions) -> Iterator[str]:
    """Yield the lines of what several reports say of one thing."""
    sources = count(found.sources, "source")
    yield f"{bold(found.kind)}  {printable(found.about)}  {dim(f'from {sources}')}"
    for value in found.slots[0].values:
        date = f", {day_of(value.report.published)}" if value.report.published else ""
        yield f"  {value.contact}  {printable(value.report.label)}{date}"
    for slot in found.slots:
        if slot.verdict != "silent":
            yield from _slot(slot)
    yield ""


def _slot(slot: Slot) -> Iterator[str]:
    verdict = _VERDICTS[slot.verdict]
    told = warn(verdict) if slot.verdict == "differ" else verdict
    how = _DIFFERENCES.get(slot.difference or "", "")
    if slot.name == "claimant" and slot.difference:
        told, how = "several claim it", ""
    yield f"  {bold(slot.name)}: {told}{dim(how)}"
    for value in slot.values:
        said = printable(slot_in_words(slot.name, value.value))
        what = said if value.value is not None else dim("says nothing")
        raw = f" “{printable(value.raw)}”" if value.raw and value.raw != said else ""
        copied = dim(f" copied from {value.copied_from}") if value.copied_from else ""
        yield f"    {value.contact}  {what}{raw}{copied}"


def _origin(origin: Origin) -> Iterator[str]:
    model = f", model {origin.model}" if origin.model else ", no model"
    yield from _field("made by", f"{origin.program} {origin.version}{model}")
    yield from _field("settings", origin.settings)


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(count(number, kind) for kind, number in sorted(counts.items()))


def _field(name: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"  {dim(f'{name:<12}')} {printable(value)}"
