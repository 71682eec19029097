"""Who said what, and the other claims of single reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from communique.model import Act, Figure, Forecast, Position, Proposal, Statement
from communique.model.citation import extent
from communique.model.rows import ShownReport
from communique.publish.index import Index, cite, ref, words_of
from communique.publish.phrases import amount, listed, when_in_words
from communique.publish.views import ClaimView, StatementView, Told, Voice

NOBODY = "Speaker not identified"


def voices(index: Index) -> tuple[Voice, ...]:
    """Return the speakers, those with most statements first, nobody last."""
    by_speaker: dict[tuple[str, str], list[StatementView]] = defaultdict(list)
    for report in index.shown:
        told = _told(report, index)
        for statement in report.account.statements:
            speaker = index.actor(report, statement.speaker)
            by_speaker[speaker].append(_statement(report, statement, index, told))
    order = sorted(by_speaker, key=lambda s: (not s[0], -len(by_speaker[s]), s[1].casefold()))
    return tuple(
        Voice(name or NOBODY, index.entry(id) if id else "", tuple(by_speaker[id, name]))
        for id, name in order
    )


def _told(report: ShownReport, index: Index) -> dict[str, list[Told]]:
    """Return what each statement tells of others' words, by its local id."""
    told: dict[str, list[Told]] = defaultdict(list)
    for statement in report.account.statements:
        if statement.parent:
            id = cite(report, "statement", statement.id)
            who = index.actor(report, statement.speaker)[1] or NOBODY
            words = words_of(report.account.report.text, statement.content)
            told[statement.parent].append(Told(who, words, index.entry(id), statement.form))
    return told


def _statement(
    report: ShownReport, statement: Statement, index: Index, told: dict[str, list[Told]]
) -> StatementView:
    id = cite(report, "statement", statement.id)
    parent = next((s for s in report.account.statements if s.id == statement.parent), None)
    outer = cite(report, "statement", parent.id) if parent else ""
    return StatementView(
        id=id,
        form=statement.form,
        words=words_of(report.account.report.text, statement.content),
        source=index.source(ref(report), id),
        notes=tuple(_statement_notes(report, statement, index)),
        inside=(index.actor(report, parent.speaker)[1] or NOBODY) if parent else "",
        inside_href=index.entry(outer) if outer else "",
        tells=tuple(told.get(statement.id, ())),
    )


def _statement_notes(report: ShownReport, statement: Statement, index: Index) -> Iterator[str]:
    text = report.account.report.text
    if statement.addressee:
        yield f"to {index.actor(report, statement.addressee)[1]}"
    if statement.medium:
        yield f"in a {statement.medium}"
    if not statement.speaker and statement.source:
        yield f"said by “{' … '.join(words_of(text, statement.source))}”"
    if statement.cue:
        yield f"cue “{' … '.join(words_of(text, statement.cue))}”"
    if not statement.marked and statement.form == "direct":
        yield "direct speech without marks of its own"
    if statement.continues:
        yield "goes on from the statement before it"


def figures(index: Index) -> tuple[ClaimView, ...]:
    """Return every figure with who vouches for it."""
    return tuple(
        _claim(report, "figure", figure, index)
        for report in index.shown
        for figure in report.account.figures
    )


def others(index: Index) -> tuple[ClaimView, ...]:
    """Return acts, positions, forecasts and proposals, report by report."""
    return tuple(_others(index))


def _others(index: Index) -> Iterator[ClaimView]:
    for report in index.shown:
        account = report.account
        for act in account.acts:
            yield _claim(report, "act", act, index)
        for position in account.positions:
            yield _claim(report, "position", position, index)
        for forecast in account.forecasts:
            yield _claim(report, "forecast", forecast, index)
        for proposal in account.proposals:
            yield _claim(report, "proposal", proposal, index)


_Other = Figure | Act | Position | Forecast | Proposal


def _claim(report: ShownReport, kind: str, claim: _Other, index: Index) -> ClaimView:
    id = cite(report, kind, claim.id)
    who, what, value, note = _described(report, claim, index)
    quoted = " … ".join(words_of(report.account.report.text, extent(claim)))
    label = claim.type if isinstance(claim, Act) else kind
    source = index.source(ref(report), id)
    return ClaimView(id, kind, label, who, what or quoted, value, note, source)


def _described(report: ShownReport, claim: _Other, index: Index) -> tuple[str, str, str, str]:
    """Return who, what, the value and a note, each empty where the report is silent."""

    def name(local: str | None) -> str:
        return index.actor(report, local)[1]

    if isinstance(claim, Figure):
        as_of = f"as of {when_in_words(claim.as_of)}" if claim.as_of else ""
        is_clear = not claim.thing or claim.thing.casefold() in claim.raw.casefold()
        what = claim.raw if is_clear else f"{claim.raw} ({claim.thing})"
        return name(claim.claimant), what, amount(claim), as_of
    if isinstance(claim, Act):
        towards = (
            f"to {listed([name(each) for each in claim.addressees])}" if claim.addressees else ""
        )
        who = listed([name(each) for each in claim.doers]) or claim.actor_raw or ""
        return who, claim.what, claim.status, towards
    if isinstance(claim, Position):
        who = name(claim.actor) or claim.actor_raw or ""
        told = f"as {name(claim.reported_by)} tells it" if claim.reported_by else ""
        return who, f"{claim.issue}: {claim.stance}", claim.polarity, told
    if isinstance(claim, Forecast):
        horizon = f"by {when_in_words(claim.horizon)}" if claim.horizon else ""
        return name(claim.by), claim.what, claim.outcome, horizon
    steps = "; ".join(f"{step.order}. {step.what}" for step in claim.steps)
    return name(claim.by), claim.title, "", steps
