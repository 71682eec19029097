"""What a contact was part of, and what was part of it, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from communique.judging import clusters_of
from communique.model import Report, Span, Spans
from communique.model.comparison import ContactAccounts, Part
from communique.model.judgement import Judgement
from communique.model.rows import ActorRef, ContactRow, Passage
from communique.reconcile.contacts.parts import may_be_part
from communique.reconcile.contacts.told_parts import ToldPart, told_parts
from communique.record import Store


def with_parts(store: Store, found: ContactAccounts) -> ContactAccounts:
    """Return a contact with what it was part of and what was part of it.

    What a report only names ("on the sidelines of the summit") without telling of it as a contact
    is given by its name.
    """
    own = {row.id for row in found.accounts}
    links = [each for each in store.judgements(own) if each.verdict == "part" and each.stands]
    wholes = {each.items[1]: each for each in links if each.items[0] in own}
    parts = {each.items[0]: each for each in links if each.items[1] in own}
    told = _told(store, found.accounts)
    part_of = [*_linked(store, wholes.values(), 1, own), *_named(told, wholes.values())]
    return replace(
        found,
        part_of=tuple(part_of),
        parts=tuple(_linked(store, parts.values(), 0, own)),
    )


def _linked(
    store: Store, links: Iterable[Judgement], end: int, own: Iterable[str]
) -> Iterable[Part]:
    """Yield the contacts at one end of links (0 the part, 1 the whole), each once, by date."""
    by_item: dict[str, list[Judgement]] = defaultdict(list)
    for each in links:
        by_item[each.items[end]].append(each)
    judged = clusters_of(store, by_item)
    by_cluster: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for item, some in by_item.items():
        by_cluster[judged.of(item)] += some
    found = []
    for cluster, some in by_cluster.items():
        rows = sorted(
            store.contacts_by_id(cluster), key=lambda row: (row.report.published or "~", row.id)
        )
        if rows and not set(cluster) & set(own):  # a person may have made them one
            found.append(_part(store, rows, some))
    return sorted(found, key=lambda part: (part.date or "~", part.id or ""))


def _part(store: Store, rows: list[ContactRow], links: list[Judgement]) -> Part:
    first = rows[0]
    told = [each for each in links if each.value == "told"]
    people = {p.actor.id: p.actor for p in first.participants}
    tellers = {row.id: row for row in store.contacts_by_id(each.items[0] for each in told)}
    return Part(
        id=first.id,
        kind=first.kind,
        name=_name(first.kind, people.values()),
        participants=tuple(people.values()),
        date=next((row.date.value for row in rows if row.date and row.date.value), None),
        basis="told" if told else "inferred",
        why=tuple(dict.fromkeys(each.why for each in told or links)),
        passages=tuple(passage for _, passage in _told(store, tellers.values())),
    )


def _name(kind: str, people: Iterable[ActorRef]) -> str:
    return f"{kind}: {', '.join(each.name for each in people)}"


def _named(told: Iterable[tuple[ToldPart, Passage]], links: Iterable[Judgement]) -> Iterable[Part]:
    """Yield what reports name as the greater contact without telling of it as one."""
    known = {" ".join(each.why.split()) for each in links if each.value == "told"}
    passages: dict[str, list[Passage]] = defaultdict(list)
    names: dict[str, str] = {}
    for each, passage in told:
        name = " ".join(each.name.split())
        if not any(name in why for why in known):
            names.setdefault(name.casefold(), name)
            passages[name.casefold()].append(passage)
    for folded, name in names.items():
        yield Part(name=name, basis="told", passages=tuple(passages[folded]))


def _told(store: Store, rows: Iterable[ContactRow]) -> list[tuple[ToldPart, Passage]]:
    """Return where accounts say what they are part of: the words, in their sentence."""
    wanted = [row for row in rows if may_be_part(row)]
    sources = store.sources(row.report.id for row in wanted)
    found = []
    for row in wanted:
        for sentence in _sentences(row, *sources[row.report.id]):
            for each in told_parts(row, sentence):
                words = each.words
                marks = (Span(words.start - sentence.start, words.end - sentence.start),)
                found.append((each, replace(sentence, slot=row.report.id, marks=marks)))
    return found


def _sentences(row: ContactRow, report: Report, sentences: Spans) -> Iterable[Passage]:
    for span in sentences:
        if any(span.overlaps(each) for each in row.evidence):
            yield Passage(slot="sentence", text=span.of(report.text), start=span.start)
