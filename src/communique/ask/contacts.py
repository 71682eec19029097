"""Slots of a contact: who asked for it, when, where, how long, about what, who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon
from communique.ask.names import Asked
from communique.ask.pages import Line, Page
from communique.ask.question import Question
from communique.ask.words import stems_of
from communique.model.asking import QuestionKind
from communique.model.claims import Contact, Label
from communique.model.days import days_of
from communique.model.rows import ActorRef
from communique.model.span import Span, Spans
from communique.model.when import When

#: Dates that name no time.
VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
#: Kinds of question that ask for a slot of a contact, and how the slot is called.
SLOTS: dict[QuestionKind, str] = {
    "who-initiated": "initiator",
    "when": "date",
    "where": "place",
    "how-long": "duration",
    "about-what": "topics",
    "who-with": "participants",
}
#: Sentences behind a contact's own that may go on about it.
_BEHIND = 3
#: Those behind the main contact of a report that may tell what else was spoken about.
_BEHIND_MAIN = 12
#: What a contact counts that is not of the kind asked for but may be the same event.
_ALIKE, _ALIKE_ALONE = 0.9, 0.5
#: What one counts that is only planned where one that was held is asked for, or the reverse.
_OTHER_STATUS = 0.5
#: How much of the other words must be at a contact, by how many of its parties are named.
_LEAST_TERMS = (0.75, 0.55, 0.3)


def asks_for_contact(question: Question) -> bool:
    """Tell whether a question is about a contact by its words."""
    return bool(question.contact) or question.kind in ("who-initiated", "about-what", "who-with")


def matching(search: Search) -> Iterator[tuple[Page, Contact, float]]:
    """Yield the contacts that a question may mean, with how well each fits (0 to 1).

    Where it names a time, and contacts of that time are told, one without a day counts only if
    two of those who take part in such a contact take part in it as well.
    """
    found = [
        (page, contact, fit)
        for page in search.pages
        for contact in page.account.contacts
        if (fit := _fit(search, page, contact)) > 0
    ]
    dated = [_taking_part(page, contact) for page, contact, _ in found if days_of(contact.date)]
    for page, contact, fit in found:
        mine = _taking_part(page, contact)
        if (
            not (search.question.time and dated)
            or days_of(contact.date)
            or any(len(mine & theirs) > 1 for theirs in dated)
        ):
            yield page, contact, fit


def slot_candidates(search: Search, slot: str) -> list[Candidate]:
    """Return what the contacts that a question means say in a slot."""
    found = []
    for page, contact, fit in matching(search):
        for key, value, spans in values(page, contact, slot):
            if slot == "place" and _is_too_wide(search, page, value):
                continue
            id = page.material.cited.get(f"contact:{contact.id}")
            found.append(
                Candidate(page, slot, key, value, spans, fit, _teller(page, spans), id, sure=True)
            )
    return found


def _is_too_wide(search: Search, page: Page, place: str) -> bool:
    """Tell whether a place is a state where a town is asked for."""
    asks_for_town = re.search(r"\b(?:city|town|capital|village)\b", search.question.text.lower())
    states = (actor for actor in page.account.actors if actor.kind == "state")
    return asks_for_town is not None and any(place in (s.name, *s.aliases) for s in states)


def beside_contacts(search: Search, slot: str) -> list[Candidate]:
    """Return words that fill a slot which the claims leave empty, at a contact that is meant.

    A sentence counts if it belongs to the contact, or speaks of a contact of its kind, and has
    what the slot asks for.
    """
    told: dict[int, list[tuple[Page, Contact, float]]] = {}
    for each in matching(search):
        told.setdefault(id(each[0]), []).append(each)
    return [
        candidate
        for some in told.values()
        if slot == "topics"
        or not any(True for page, contact, _ in some for _ in values(page, contact, slot))
        for candidate in _beside(search, slot, some)
    ]


def asked_for(search: Search) -> list[Candidate]:
    """Return sentences that say outright who asked for a contact of the kind that is meant.

    They name one of those who are asked about at least, and nobody else; where nobody is asked
    about, they may name anybody.
    """
    parties = _parties(search)
    kinds = set(search.question.contact)
    if "talks" in kinds:
        kinds.update(lexicon().alike["talks"])
    words = {stem for stem, some in lexicon().contact.items() if not kinds.isdisjoint(some)}
    told = {id(page) for page, _, _ in matching(search)}
    found = []
    for page in search.pages:
        if id(page) in told:
            continue
        for number in sorted(page.with_any(words)):
            line = page.lines[number]
            text = line.span.of(page.text)
            if not lexicon().patterns["asked-for"].search(text) or "?" in text:
                continue
            meant = any(name.ids & line.actors for name in parties) and _is_free(search, page, line)
            if meant or not parties:
                whole = value_of(page, line.span)
                found.append(
                    Candidate(
                        page, "words", whole.casefold(), whole, (line.span,), 0.75, line.teller
                    )
                )
    return found


def _beside(
    search: Search, slot: str, some: list[tuple[Page, Contact, float]]
) -> Iterator[Candidate]:
    """Yield the sentences at contacts of one report that fill a slot."""
    page = some[0][0]
    words = {stem for _, contact, _ in some for stem in _words_of_kind(contact)}
    meant = {contact.id for _, contact, _ in some}
    mine, others = (
        {
            line.number
            for contact in page.account.contacts
            if (contact.id in meant) == wanted
            for line in page.lines_of(contact.evidence)
        }
        for wanted in (True, False)
    )
    told = [span for _, contact, _ in some for span in _labelled(contact.topics)]
    best = max(fit for _, _, fit in some)
    fits: dict[int, float] = {}
    for _, contact, fit in some:
        for line in page.lines_of(contact.evidence):
            fits[line.number] = max(fit, fits.get(line.number, 0.0))
    of_main = slot == "topics" and any(contact.main for _, contact, _ in some)
    reach = _BEHIND_MAIN if of_main else _BEHIND
    near = {number + behind for number in mine for behind in range(1, reach + 1)}
    for number in sorted({*fits, *near, *page.with_any(words)}):
        if number >= len(page.lines):
            break
        line, own = page.lines[number], number in fits
        if not own and (number in others or not _is_free(search, page, line)):
            continue
        fit = fits[number] * 0.95 if own else best * 0.8
        for key, value, spans in _told_in(page, line, slot, own=own):
            if not _is_told(line, told):
                yield Candidate(page, slot, key, value, spans, fit, _teller(page, spans))


def _is_told(line: Line, told: list[Span]) -> bool:
    """Tell whether claims have taken most of what a sentence says for a slot already."""
    return sum(len(span) for span in told if line.span.covers(span)) > _MOST * len(line.span)


#: The share of a sentence that is most of it, where it begins with who speaks of what.
_MOST = 0.4


def _is_free(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names nobody but those who are asked for, or names them all."""
    asked = {id for name in search.names for id in name.ids}
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    named = (line.actors & persons) - line.tellers
    return named <= asked or all(
        not name.ids.isdisjoint(line.actors) for name in search.names if name.actors
    )


def _told_in(page: Page, line: Line, slot: str, *, own: bool) -> Iterator[tuple[str, str, Spans]]:
    """Yield what a sentence says that fills a slot: key, value and the words.

    One of the contact's ``own`` sentences need not say outright that a time is the contact's.
    """
    text = line.span.of(page.text)
    patterns = lexicon().patterns
    whole = value_of(page, line.span)
    telling = {"initiator": "asked-for", "topics": "touched-upon"}.get(slot)
    if telling and patterns[telling].search(text):
        yield whole.casefold(), whole, (line.span,)
    elif slot in ("date", "duration"):
        wanted = patterns["lasted" if slot == "duration" else "took-place"]
        found = [w for w in dates_in(page, line) if (w.type == "duration") == (slot == "duration")]
        if wanted.search(text) or (own and slot == "date"):
            yield from (
                _dated(when, when.evidence, page)
                for when in found
                if slot == "date" or _is_lasting(text, when.evidence[0].start - line.span.start)
            )
            if slot == "duration" and not found and _LASTED.search(text):
                yield whole.casefold(), whole, (line.span,)


def _is_of_contact(page: Page, when: When) -> bool:
    """Tell whether a claim's duration stands where lengths of contacts do, before or behind."""
    if not when.evidence or (line := page.line_at(when.evidence[0].start)) is None:
        return True
    text, start = line.span.of(page.text), line.span.start
    behind = text[when.evidence[0].end - start :]
    return _is_lasting(text, when.evidence[0].start - start) or _BEHIND_IT.match(behind) is not None


#: What stands behind a length of time that a contact took ("a 40-minute call").
_BEHIND_IT = re.compile(r"[- ](?:\w+ ){0,2}(?:call|conversation|meeting|talks?|session|visit)\b")


def _is_lasting(text: str, at: int) -> bool:
    """Tell whether a duration at ``at`` is how long something lasted, not how long ago it was."""
    return _BEFORE.search(text[:at]) is not None


#: What stands before a length of time that something took.
_BEFORE = re.compile(
    r"\b(?:last(?:ed|s)?|took|spent|continued|went on|spoke|talked|met|conversation|call|meeting"
    r"|talks|of)\W+(?:(?!ago)\w+\W+){0,4}$|\bдлил\w+\W+(?:\w+\W+){0,3}$|\bпродолжал\w+\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
#: A length that is told in no number ("lasted quite a while").
_LASTED = re.compile(r"\b(?:last(?:ed|s)|went on for|took (?:a|quite|some|more|less))\b")


def dates_in(page: Page, line: Line) -> list[When]:
    """Return the dates and durations in a sentence, but for vague ones ("recently")."""
    return [
        when
        for when in page.account.dates
        if when.evidence and line.span.covers(when.evidence[0]) and (when.value or "") not in VAGUE
    ]


def _words_of_kind(contact: Contact) -> frozenset[str]:
    """Return the stems of words for a contact of this kind."""
    return frozenset(stem for stem, kinds in lexicon().contact.items() if contact.kind in kinds)


def values(page: Page, contact: Contact, slot: str) -> Iterator[tuple[str, str, Spans]]:
    """Yield what a contact says in a slot: to compare by, to show, and the words."""
    match slot:
        case "initiator" if contact.initiator and (ref := page.who(contact.initiator)):
            yield _initiator_key(page, contact), ref.name, _initiative(page, contact)
        case "date" if contact.date and (contact.date.value or "") not in VAGUE:
            yield _dated(contact.date, contact.evidence, page)
        case "duration" if contact.duration and _is_of_contact(page, contact.duration):
            yield _dated(contact.duration, contact.evidence, page)
        case "place" if contact.place:
            place = contact.place
            yield place.name.casefold(), place.name, place.evidence or contact.evidence
        case "topics":
            for label in contact.topics:
                yield label.label.casefold(), label.label, label.evidence
        case "outcome":
            for label in contact.outcome:
                yield label.label.casefold(), label.label, label.evidence
        case "participants":
            for part in contact.participants:
                if ref := page.who(part.actor):
                    yield ref.id, ref.name, part.evidence or contact.evidence


def _dated(when: When, evidence: Spans, page: Page) -> tuple[str, str, Spans]:
    """Return a date or duration: its value to compare by, its words, and where they stand."""
    days = days_of(when)
    key = "/".join(days) if days else when.value or when.raw
    spans = when.evidence or evidence
    return key, when.value or " ".join(when.raw.split()) or value_of(page, spans[0]), spans


def _initiator_key(page: Page, contact: Contact) -> str:
    """Return whose side asked for a contact: that of a person is the state it acts for."""
    for part in contact.participants:
        if contact.initiator in (part.actor, part.represents):
            ref = page.who(part.represents) or page.who(part.actor)
            return ref.id if ref else ""
    ref = page.who(contact.initiator)
    return ref.id if ref else ""


def _initiative(page: Page, contact: Contact) -> Spans:
    """Return the words that tell who asked for a contact: all its evidence, if none stand out."""
    lines = page.lines_of(contact.evidence)
    for name in ("asked-for", "initiative"):
        pattern = lexicon().patterns[name]
        telling = [line.span for line in lines if pattern.search(line.span.of(page.text))]
        if telling:
            return (telling[0],)
    return contact.evidence


def _teller(page: Page, spans: Spans) -> ActorRef | None:
    """Return who says the words in the report."""
    line = page.line_at(spans[0].start)
    return line.teller if line else None


def _fit(search: Search, page: Page, contact: Contact) -> float:
    """Return how well a contact fits a question, 0 if it is another one."""
    question = search.question
    kind = _kind_fit(search, contact)
    if not kind or not all(takes_part(name, page, contact) for name in _parties(search)):
        return 0.0
    if question.time and (days := days_of(contact.date)) and not question.time.meets(days):
        return 0.0
    status = _status_fit(question, contact)
    terms = _terms_fit(search, page, contact)
    if terms < _LEAST_TERMS[min(len(_parties(search)), 2)]:
        return 0.0
    return kind * status * (0.7 + 0.3 * terms)


def _status_fit(question: Question, contact: Contact) -> float:
    """Return what a contact counts by whether it was held, where a question says whether it was."""
    if contact.status == "held":
        return _OTHER_STATUS if question.future and not question.past else 1.0
    return _OTHER_STATUS if question.past and not question.future else 1.0


def _kind_fit(search: Search, contact: Contact) -> float:
    """Return how well the kind of a contact fits; one that is only alike needs to be known by who
    took part."""
    question = search.question
    if not question.contact or contact.kind in question.contact:
        return 1.0
    alike = lexicon().alike
    if not any(contact.kind in alike.get(kind, ()) for kind in question.contact):
        return 0.0
    return _ALIKE if _parties(search) or question.contact == ("talks",) else _ALIKE_ALONE


def _parties(search: Search) -> list[Asked]:
    """Return those names that must take part: all that are persons, states or bodies."""
    return [name for name in search.names if name.actors]


def takes_part(name: Asked, page: Page, contact: Contact) -> bool:
    """Tell whether one who is named takes part in a contact, or somebody who acts for it."""
    ids = page.ids(contact.initiator) | _taking_part(page, contact)
    for part in contact.participants:
        ids |= page.ids(part.represents)
    return not name.ids.isdisjoint(ids)


def _taking_part(page: Page, contact: Contact) -> set[str]:
    """Return the ids of those who take part in a contact."""
    return {id for part in contact.participants for id in page.ids(part.actor)}


def _terms_fit(search: Search, page: Page, contact: Contact) -> float:
    """Return how much of a question's other words and names the contact's sentences have."""
    kinds, slots = lexicon().contact, lexicon().slots
    terms = [t for t in search.coverage.terms if t.stem not in kinds and t.stem not in slots]
    places = [name for name in search.names if not name.actors]
    if not terms and not places:
        return 1.0
    spans = (*contact.evidence, *_labelled(contact.topics), *_labelled(contact.outcome))
    place = contact.place.evidence if contact.place else ()
    lines = page.lines_of((*spans, *place))
    coverage, heading = search.coverage, page.heading
    got = whole = 0.0
    for term in terms:
        weight = coverage.weight(term)
        whole += weight
        told = coverage.term_in(term, heading, _NOTHING)
        got += weight * max(told, *(coverage.met(page, line, term) for line in lines), 0.0)
    if places:
        topics = _labelled(contact.topics)
        told_there = page.heading.union(*(_stems_beside(page, line, topics) for line in lines))
        whole += len(places)
        got += sum(name.keys <= told_there for name in places)
    return got / whole


def _stems_beside(page: Page, line: Line, topics: Spans) -> frozenset[str]:
    """Return the stems of a sentence beside its topics: a summit that was discussed is not held."""
    inside = [span for span in topics if line.span.covers(span)]
    if not inside:
        return line.stems
    edges = [line.span.start, *(edge for span in inside for edge in (span.start, span.end))]
    parts = zip(edges[::2], [*edges[1::2], line.span.end], strict=True)
    return stems_of(" ".join(page.text[start:end] for start, end in parts))


_NOTHING: frozenset[str] = frozenset()


def _labelled(labels: tuple[Label, ...]) -> Spans:
    return tuple(span for label in labels for span in label.evidence)
