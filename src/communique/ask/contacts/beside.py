"""What stands beside a contact's claim and fills a slot of it that the claim leaves empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.ask.candidates import ENOUGH, Candidate, Search, value_of
from communique.ask.contacts.dating import is_window
from communique.ask.contacts.interviews import answers, put_alike, told_if_asked
from communique.ask.contacts.lengths import is_length
from communique.ask.contacts.slots import (
    SLOTS,
    dated,
    dates_in,
    labelled,
    matching,
    parties,
    teller,
    values,
)
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line, Page
from communique.ask.weighing import timely
from communique.ask.wording import wording
from communique.model.claims import Contact
from communique.model.span import Span, Spans

_WORDING = wording("contacts/beside")

#: Sentences behind a contact's own that may go on about it.
_BEHIND = 3
#: Those behind the main contact of a report that may tell what else was spoken about.
_BEHIND_MAIN = 12


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
        if slot in ("topics", "participants")
        or not any(
            True
            for page, contact, fit in some
            if fit >= ENOUGH
            for _ in values(page, contact, slot)
        )
        for candidate in _beside(search, slot, some)
    ]


def asked_for(search: Search) -> list[Candidate]:
    """Return sentences that say outright who asked for a contact of the kind that is meant.

    They name one of those who are asked about at least, and nobody else; where nobody is asked
    about, they may name anybody.
    """
    named = parties(search)
    kinds = set(search.question.contact)
    if "talks" in kinds:
        kinds.update(lexicon().alike["talks"])
    words = {stem for stem, some in lexicon().contact.items() if not kinds.isdisjoint(some)}
    told = {id(page) for page, _, _ in matching(search)}
    found = []
    for page in search.pages:
        if id(page) in told:
            continue
        for line in _saying_who_asked(page, words):
            if timely(search, page, line) < 1.0 or _is_of_journey(search, page, line):
                continue
            meant = any(name.ids & line.actors for name in named) and _names_no_other(
                search, page, line
            )
            if meant or not (named or _OWN.search(line.span.of(page.text))):
                key, value = _asker(page, line)
                slot = "initiator" if key else "words"
                whole = value_of(page, line.span)
                found.append(
                    Candidate(
                        page,
                        slot,
                        key or whole.casefold(),
                        value or whole,
                        (line.span,),
                        0.75,
                        line.teller,
                    )
                )
    return found


#: Somebody's own calls, which are none of those whom everybody knows of.
_OWN = _WORDING.pattern("own")


def _saying_who_asked(page: Page, words: Iterable[str]) -> Iterator[Line]:
    """Yield the sentences with any of some words for a contact that say outright who asked for it.

    One behind such a sentence may call the contact "it".
    """
    patterns = lexicon().patterns
    named = page.with_any(words)
    for line in page.lines:
        text = line.span.of(page.text)
        own = line.number in named and patterns["asked-for"].search(text)
        if (
            own or (line.number - 1 in named and patterns["asked-for-it"].search(text))
        ) and "?" not in text:
            yield line


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
    told = [span for _, contact, _ in some for span in labelled(contact.topics)]
    best = max(fit for _, _, fit in some)
    fits: dict[int, float] = {}
    for _, contact, fit in some:
        for line in page.lines_of(contact.evidence) if fit >= ENOUGH else ():
            fits[line.number] = max(fit, fits.get(line.number, 0.0))
    yield from _in_interview(page, slot, some)
    of_main = slot in ("topics", "participants") and any(contact.main for _, contact, _ in some)
    reach = _BEHIND_MAIN if of_main else _BEHIND
    near = {number + behind for number in mine for behind in range(1, reach + 1)}
    for number in sorted({*fits, *near, *page.with_any(words)}):
        if number >= len(page.lines):
            break
        line, own = page.lines[number], number in fits
        # Whoever asked for it, and who else was there, may be a third one.
        asks = slot in ("initiator", "participants") and number in near
        if not own and (
            number in others
            or not (asks or _is_free(search, page, line))
            or (number not in near and not _goes_on(search, page, line, mine, others))
        ):
            continue
        fit = fits[number] * 0.95 if own else best * 0.8
        for key, value, spans in _told_in(search, page, line, slot, own=own):
            if not _is_told(line, told):
                yield Candidate(page, slot, key, value, spans, fit, teller(page, spans))


def _goes_on(search: Search, page: Page, line: Line, mine: set[int], others: set[int]) -> bool:
    """Tell whether a sentence farther off may go on about the contacts that are meant.

    It names one of those asked for, or theirs is the report's main one or the last told before it.
    """
    if any(name.ids & line.actors for name in parties(search)):
        return True
    main = [each for each in page.account.contacts if each.main]
    if main and any(told.number in mine for told in page.lines_of(main[0].evidence)):
        return True
    before = [number for number in (*mine, *others) if number <= line.number]
    return max(before) in mine if before else not main


def put_in_interviews(search: Search, slot: str) -> Iterator[Candidate]:
    """Yield what answers the same question where it was put in an interview or a briefing."""
    patterns = {**lexicon().patterns, "any": _ANY}
    for page, asked, line in put_alike(search):
        both = (asked.span, line.span)
        whole = value_of(page, line.span)
        if slot in ("date", "duration"):
            for when in dates_in(page, line):
                if (when.type == "duration") == (slot == "duration") and not is_window(when):
                    key, value, spans = dated(when, when.evidence, page)
                    yield Candidate(
                        page, slot, key, value, (asked.span, *spans), _PUT, teller(page, spans)
                    )
        elif (telling := _TELLING.get(slot)) and patterns[telling].search(whole):
            yield Candidate(page, "words", whole.casefold(), whole, both, _PUT, line.teller)
    yield from _told_if_asked(search, slot)


def _told_if_asked(search: Search, slot: str) -> Iterator[Candidate]:
    """Yield what fills a slot where an interview asks whether there was such a contact."""
    for page, asked, line in told_if_asked(search):
        whole = value_of(page, line.span)
        both = (asked.span, line.span)
        if slot in ("date", "duration"):
            for when in dates_in(page, line):
                if (when.type == "duration") == (slot == "duration") and (
                    slot == "date"
                    or _FOR.search(page.text[line.span.start : when.evidence[0].start])
                ):
                    key, value, spans = dated(when, when.evidence, page)
                    yield Candidate(page, slot, key, value, spans, _TOLD, teller(page, spans))
        elif slot == "initiator" and _CALLED.search(whole):
            ref = line.teller
            key, value = (ref.id, ref.name) if ref else (whole.casefold(), whole)
            slot_ = "initiator" if ref else "words"
            yield Candidate(page, slot_, key, value, (line.span,), _TOLD, ref)
        elif slot == "topics" and lexicon().patterns["touched-upon"].search(whole):
            yield Candidate(page, "words", whole.casefold(), whole, both, _TOLD, line.teller)


#: What stands before how long something took; who called, in that one's own words.
_FOR = _WORDING.pattern("for")
_CALLED = _WORDING.pattern("called")
#: What an answer counts to a question whether there was a contact.
_TOLD = 0.85


_ANY = re.compile(r"\w")
#: Slots that an answer in words fills, and the pattern that it has then.
_TELLING = {"topics": "any", "initiator": "initiative", "place": "place"}
#: What an answer counts to a question that somebody else put, of whom it does not say.
_PUT = 0.7


def _in_interview(
    page: Page, slot: str, some: list[tuple[Page, Contact, float]]
) -> Iterator[Candidate]:
    """Yield what fills a slot in the answer to a question put about contacts in an interview."""
    fit = max(each for _, _, each in some)
    kind = next((kind for kind, name in SLOTS.items() if name == slot), None)
    if kind is None:
        return
    for line in answers(page, [contact for _, contact, _ in some], kind):
        whole = value_of(page, line.span)
        if slot in ("date", "duration"):
            for when in dates_in(page, line):
                if (when.type == "duration") == (slot == "duration"):
                    key, value, spans = dated(when, when.evidence, page)
                    yield Candidate(page, slot, key, value, spans, 0.9 * fit, teller(page, spans))
        elif slot == "topics":
            yield Candidate(
                page, slot, whole.casefold(), whole, (line.span,), 0.9 * fit, line.teller
            )


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


def _names_no_other(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names no person but those who are asked for, or all of them."""
    asked = {id for name in search.names for id in name.ids}
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    text = line.span.of(page.text)
    told = _LABEL.match(text) or lexicon().patterns["telling"].search(text)
    named = (line.actors & persons) - (line.tellers | line.speakers if told else frozenset())
    return named <= asked or all(
        not name.ids.isdisjoint(line.actors) for name in search.names if name.actors
    )


#: Whose words a line of a transcript is.
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40}:")


def _told_in(
    search: Search, page: Page, line: Line, slot: str, *, own: bool
) -> Iterator[tuple[str, str, Spans]]:
    """Yield what a sentence says that fills a slot: key, value and the words.

    One of the contact's ``own`` sentences need not say outright that a time is the contact's.
    """
    text = line.span.of(page.text)
    patterns = lexicon().patterns
    whole = value_of(page, line.span)
    if slot == "initiator" and (
        (patterns["asked-for"].search(text) or patterns["asked-for-it"].search(text))
        and not _is_of_journey(search, page, line)
    ):
        key, value = _asker(page, line)
        yield key or whole.casefold(), value or whole, (line.span,)
    elif (telling := _SAYING.get(slot)) and _says(text, telling):
        yield whole.casefold(), whole, (line.span,)
    elif slot in ("date", "duration"):
        wanted = patterns["lasted" if slot == "duration" else "took-place"]
        found = [w for w in dates_in(page, line) if (w.type == "duration") == (slot == "duration")]
        if own or wanted.search(text):
            yield from (
                dated(when, when.evidence, page)
                for when in found
                if slot == "date" or is_length(page, line, when)
            )
        if slot == "duration" and not found and _LASTED.search(text):
            yield whole.casefold(), whole, (line.span,)


def _says(text: str, telling: str) -> bool:
    """Tell whether a sentence has words that tell of a slot; of those who stayed away none do."""
    patterns = lexicon().patterns
    away = telling == "attending" and patterns["undone"].search(text) is not None
    return not away and patterns[telling].search(text) is not None


#: Slots that a whole sentence fills, and the pattern that it has then.
_SAYING = {"participants": "attending", "topics": "touched-upon"}


def _is_of_journey(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence is on an invitation, where who asked for a call is the question."""
    return (
        "call" in search.question.contact and _INVITED.search(line.span.of(page.text)) is not None
    )


_INVITED = _WORDING.pattern("invited")


def _asker(page: Page, line: Line) -> tuple[str, str]:
    """Return who asked for a contact by the words of a sentence: its side to compare by, its name.

    Both are empty where the words name nobody ("at the latter's request").
    """
    text, start = line.span.of(page.text), line.span.start
    named = sorted(
        (
            (span, actor)
            for span, actor in page.named_in(line, pronouns=True)
            if actor.kind != "group"
        ),
        key=lambda each: each[0],
    )
    behind = lexicon().patterns["asked-by"].search(text)
    before = lexicon().patterns["asker-before"].search(text)
    found = None
    if behind:
        at = start + behind.end()
        found = next((a for span, a in named if at <= span.start <= at + _NEAR), None)
    elif before:
        at = start + before.start()
        found = next((a for span, a in reversed(named) if at - _NEAR <= span.start <= at), None)
    ref = page.who(found.id) if found else None
    if found is None or ref is None:
        return "", ""
    states = [side for office in found.offices if (side := page.who(office.of))]
    return (states[0].id if states else ref.id), ref.name


#: Letters between the words for a request and who made it, office and title included.
_NEAR = 40


def _words_of_kind(contact: Contact) -> frozenset[str]:
    """Return the stems of words for a contact of this kind; any may be called talks."""
    kinds = {contact.kind, "talks"} if contact.kind in lexicon().alike["talks"] else {contact.kind}
    return frozenset(stem for stem, some in lexicon().contact.items() if not kinds.isdisjoint(some))


#: A length that is told in no number ("lasted quite a while").
_LASTED = _WORDING.pattern("lasted")
