"""Slots of a contact: who asked for it, when, where, how long, about what, who took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from communique.ask.candidates import ENOUGH, Candidate, Fitting, Search, value_of
from communique.ask.contacts.lengths import is_length
from communique.ask.contacts.parties import (
    going_on,
    takes_part,
    taking_part,
    told_elsewhere,
    without_others,
)
from communique.ask.lexicon import lexicon
from communique.ask.question.understanding import Question
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import stems_of
from communique.model.asking import QuestionKind
from communique.model.claims import Contact, ContactKind, Label
from communique.model.days import days_of
from communique.model.rows import ActorRef
from communique.model.span import Spans
from communique.model.when import When

_WORDING = wording("contacts/slots")

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
#: What a contact counts that is not of the kind asked for but may be the same event.
_ALIKE, _ALIKE_ALONE = 0.9, 0.5
#: What one counts that is only planned where one that was held is asked for, or the reverse.
_OTHER_STATUS = 0.5
#: How much of the other words must be at a contact, by how many of its parties are named.
_LEAST_TERMS = (0.75, 0.55, 0.3)


def asks_for_contact(question: Question) -> bool:
    """Tell whether a question is about a contact by its words."""
    return bool(question.contact) or question.kind in ("who-initiated", "about-what", "who-with")


def matching(search: Search) -> list[Fitting]:
    """Return the contacts that a question may mean, with how well each fits (0 to 1).

    Where it names a time, and contacts of that time are told, one without a day counts only if
    two of those who take part in such a contact take part in it as well.
    """
    if "meant" not in search.known:
        search.known["meant"] = list(_matching(search))
    return search.known["meant"]


def _matching(search: Search) -> Iterator[Fitting]:
    found = [
        (page, contact, fit)
        for page in search.pages
        for contact in page.account.contacts
        if (fit := _fit(search, page, contact)) > 0
    ]
    found = without_others(search, [*found, *going_on(found)])
    found += told_elsewhere(search, found)
    dated = [
        taking_part(page, contact)
        for page, contact, fit in found
        if fit >= ENOUGH and days_of(contact.date) and _status_fit(search.question, contact) == 1.0
    ]
    for page, contact, fit in found:
        mine = taking_part(page, contact)
        if (
            not (search.question.time and dated)
            or days_of(contact.date)
            or (
                any(len(mine & theirs) > 1 for theirs in dated)
                and not _is_of_other_days(search, page, contact)
            )
        ):
            yield page, contact, fit


def _is_of_other_days(search: Search, page: Page, contact: Contact) -> bool:
    """Tell whether the sentences of a contact name days, none of them of the time asked for."""
    time = search.question.time
    days = [day for line in page.lines_of(contact.evidence) for day in page.days_in(line)]
    return bool(time and days) and not any(time.meets(day) for day in days if time)


def slot_candidates(search: Search, slot: str) -> list[Candidate]:
    """Return what the contacts that a question means say in a slot."""
    found = []
    for page, contact, fit in matching(search):
        for key, value, spans in values(page, contact, slot):
            if slot == "place" and _is_too_wide(search, page, value):
                continue
            id = page.material.cited.get(f"contact:{contact.id}")
            told = slot != "date" or bool(contact.date and contact.date.raw)
            score = fit if told else _UNTOLD * fit
            by = _claimant(page, spans) if slot == "initiator" else teller(page, spans)
            found.append(Candidate(page, slot, key, value, spans, score, by, id, sure=True))
    return found


#: What a day counts that only the report's own tells.
_UNTOLD = 0.9


def _is_too_wide(search: Search, page: Page, place: str) -> bool:
    """Tell whether a place is a state where a town is asked for."""
    states = (actor for actor in page.account.actors if actor.kind == "state")
    return asks_for_town(search) and any(place in (s.name, *s.aliases) for s in states)


def asks_for_town(search: Search) -> bool:
    """Tell whether a town is asked for."""
    return _TOWN.search(search.question.text) is not None


_TOWN = _WORDING.pattern("town")


def _is_of_contact(page: Page, when: When) -> bool:
    """Tell whether a claim's duration stands where lengths of contacts do, before or behind."""
    if not when.evidence or (line := page.line_at(when.evidence[0].start)) is None:
        return True
    before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
    return is_length(page, line, when) or _FOR.search(before) is not None


_FOR = _WORDING.pattern("for")


def dates_in(page: Page, line: Line) -> list[When]:
    """Return the dates and durations in a sentence, but for vague ones ("recently").

    How long there were no talks ("the first in a year") is no length of theirs.
    """
    found = [when for when in page.dates_in(line) if (when.value or "") not in VAGUE]
    return [when for when in found if when.type != "duration" or not _is_gap(page, line, when)]


def _is_gap(page: Page, line: Line, when: When) -> bool:
    before = page.text[line.span.start : when.evidence[0].start]
    return _FIRST_IN.search(before) is not None


_FIRST_IN = _WORDING.pattern("first-in")


def values(page: Page, contact: Contact, slot: str) -> Iterator[tuple[str, str, Spans]]:
    """Yield what a contact says in a slot: to compare by, to show, and the words."""
    match slot:
        case "initiator" if contact.initiator and (ref := page.who(contact.initiator)):
            yield _initiator_key(page, contact), ref.name, _initiative(page, contact)
        case "date" if contact.date and (contact.date.value or "") not in VAGUE:
            yield dated(contact.date, contact.evidence, page)
        case "duration" if contact.duration and _is_of_contact(page, contact.duration):
            yield dated(contact.duration, contact.evidence, page)
        case "place" if contact.place:
            place = contact.place
            yield place.name.casefold(), place.name, place.evidence or contact.evidence
        case "topics":
            for label in contact.topics:
                if lexicon().patterns["no-topic"].search(label.label):
                    continue
                yield label.label.casefold(), label.label, label.evidence
        case "outcome":
            for label in contact.outcome:
                yield label.label.casefold(), label.label, label.evidence
        case "participants":
            for part in contact.participants:
                if ref := page.who(part.actor):
                    yield ref.id, ref.name, part.evidence or contact.evidence


def dated(when: When, evidence: Spans, page: Page) -> tuple[str, str, Spans]:
    """Return a date or duration: its value to compare by, its words, and where they stand."""
    days = days_of(when)
    key = "/".join(days) if days else when.value or when.raw
    spans = when.evidence or evidence
    return key, when.value or " ".join(when.raw.split()) or value_of(page, spans[0]), spans


def _claimant(page: Page, spans: Spans) -> ActorRef | None:
    """Return who claims that somebody asked for a contact, and not who did ask for it."""
    line = page.line_at(spans[0].start)
    text = line.span.of(page.text) if line else ""
    told = lexicon().patterns["asked-for"].search(text) or lexicon().patterns["initiative"].search(
        text
    )
    if line is None or told is None:
        return teller(page, spans)
    at = line.span.start + told.start()
    claimed = any(
        span.start <= at < span.end
        for statement in page.account.statements
        for span in statement.content
    )
    return line.teller if claimed else None


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
    ids = page.ids(contact.initiator)
    named = [line.span for line in lines if not ids.isdisjoint(line.actors)]
    return tuple(named[:1]) or contact.evidence


def teller(page: Page, spans: Spans) -> ActorRef | None:
    """Return who says the words in the report."""
    line = page.line_at(spans[0].start)
    return line.teller if line else None


def _fit(search: Search, page: Page, contact: Contact) -> float:
    """Return how well a contact fits a question, 0 if it is another one."""
    question = search.question
    kind = _kind_fit(search, page, contact)
    if not kind or not all(takes_part(name, page, contact) for name in parties(search)):
        return 0.0
    if question.time and (days := days_of(contact.date)) and not question.time.meets(days):
        return 0.0
    status = _status_fit(question, contact)
    if _NEXT.search(question.text) and (contact.status == "held" or not _is_later(search, contact)):
        return 0.0
    terms = _terms_fit(search, page, contact)
    if terms < _LEAST_TERMS[min(len(parties(search)), 2)]:
        return 0.0
    return kind * status * (0.7 + 0.3 * terms)


def _is_later(search: Search, contact: Contact) -> bool:
    """Tell whether a planned contact is later than those that are told to have been held."""
    days = days_of(contact.date)
    named = parties(search)
    return not any(
        days and other.status == "held" and (held := days_of(other.date)) and days[0] <= held[1]
        for page in search.pages
        for other in page.account.contacts
        if named and all(takes_part(name, page, other) for name in named)
    )


#: Words by which a question is after a contact that comes behind those of which is told.
_NEXT = _WORDING.pattern("next")


def _status_fit(question: Question, contact: Contact) -> float:
    """Return what a contact counts by whether it was held, where a question says whether it was."""
    if contact.status == "held":
        return _OTHER_STATUS if question.future and not question.past else 1.0
    return _OTHER_STATUS if question.past and not question.future else 1.0


def _kind_fit(search: Search, page: Page, contact: Contact) -> float:
    """Return how well the kind of a contact fits; one that is only alike needs to be known by who
    took part."""
    question = search.question
    if not question.contact or contact.kind in question.contact:
        return 1.0
    if question.contact == ("visit",) and not any(
        is_called(line, question.contact) for line in page.lines_of(contact.evidence)
    ):
        return 0.0
    if question.contact == ("call",) and _is_meeting(page, contact):
        return 0.0
    alike = lexicon().alike
    if not any(contact.kind in alike.get(kind, ()) for kind in question.contact):
        return 0.0
    return _ALIKE if parties(search) or question.contact == ("talks",) else _ALIKE_ALONE


def _is_meeting(page: Page, contact: Contact) -> bool:
    """Tell whether a contact is told in words for meeting, and in none for a call."""
    lines = page.lines_of(contact.evidence)
    met = contact.kind in ("meeting", "visit", "summit") or any(
        is_called(line, ("meeting", "visit")) for line in lines
    )
    return met and not any(is_called(line, ("call",)) for line in lines)


def is_so(search: Search, page: Page, contact: Contact) -> bool:
    """Tell whether there was a contact of the kind asked for by what is told of this one.

    Its kind or its words must be such: who talked by telephone has not met.
    """
    kinds = {kind for asked in search.question.contact for kind in lexicon().so[asked]}
    return contact.kind in kinds or any(
        is_called(line, search.question.contact) for line in page.lines_of(contact.evidence[:1])
    )


def is_called(line: Line, kinds: Iterable[ContactKind]) -> bool:
    """Tell whether a sentence has a word for a contact of some kinds."""
    return any(map(line.has, words_for(tuple(kinds))))


@lru_cache(maxsize=100)
def words_for(kinds: tuple[ContactKind, ...]) -> frozenset[str]:
    """Return the stems of words for contacts of some kinds, and for going somewhere."""
    known = lexicon()
    words = {each for each, some in known.contact.items() if not set(kinds).isdisjoint(some)}
    if "visit" in kinds:
        words |= {each for each, some in known.families.items() if "visit" in some}
    return frozenset(words)


def between(search: Search) -> Iterator[Fitting]:
    """Yield the contacts of any kind in which all who are named take part, if two are at least."""
    named = parties(search)
    if len(named) > 1:
        for page in search.pages:
            for contact in page.account.contacts:
                if all(takes_part(name, page, contact) for name in named):
                    yield page, contact, _BETWEEN


#: What a contact of another kind counts among what comes nearest.
_BETWEEN = 0.54


def parties(search: Search) -> list[Asked]:
    """Return those names that must take part: all that are persons, states or bodies."""
    return [name for name in search.names if name.actors]


def _terms_fit(search: Search, page: Page, contact: Contact) -> float:
    """Return how much of a question's other words and names the contact's sentences have."""
    kinds, slots = lexicon().contact, lexicon().slots
    terms = [t for t in search.coverage.terms if t.stem not in kinds and t.stem not in slots]
    places = [name for name in search.names if not name.actors]
    if not terms and not places:
        return 1.0
    spans = (*contact.evidence, *labelled(contact.topics), *labelled(contact.outcome))
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
        topics = labelled(contact.topics)
        title = _NOTHING if contact.place else heading  # which may name another contact's place
        told_there = title.union(*(_stems_beside(page, line, topics) for line in lines))
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


def labelled(labels: tuple[Label, ...]) -> Spans:
    """Return the words of all topics or outcomes."""
    return tuple(span for label in labels for span in label.evidence)
