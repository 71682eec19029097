"""Sentences that may answer where no claim's slot does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import heappop, heappush

from communique.ask.candidates import Candidate, Order, Search, order_of, value_of
from communique.ask.contacts.dating import dated_in
from communique.ask.contacts.interviews import is_question
from communique.ask.contacts.slots import asks_for_town
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import is_in
from communique.ask.reports.pages import HEADING, Line, Page
from communique.ask.sentences.by_another import by_another, of_another_state
from communique.ask.sentences.doers import Fitting, doers
from communique.ask.sentences.doing_if import doing_if
from communique.ask.sentences.elsewhere import elsewhere
from communique.ask.sentences.fates import befalling
from communique.ask.sentences.leading import led
from communique.ask.sentences.realising import covered, looked_at
from communique.ask.sentences.reasons import explaining, reason_behind
from communique.ask.weighing import done_in, needed, on_occasion, timely, weighed
from communique.ask.wording import wording
from communique.ask.words import stems_of
from communique.ask.words import words as words_in
from communique.model.asking import QuestionKind
from communique.model.span import Span, merged

_WORDING = wording("sentences/telling")


def sentences(
    search: Search, kind: QuestionKind, *, least: float = 0.3, naming: bool = False
) -> list[Candidate]:
    """Return the sentences that cover the question and hold the kind of thing it asks for.

    Those that cover less than ``least`` of it are left out; with ``naming`` also those that do not
    name all who are named.
    """
    return [
        candidate
        for cover, page, line in _covering(search, least, naming=naming)
        for candidate in told_in(search, page, line, kind, cover, least)
    ]


def best_sentences(search: Search, kind: QuestionKind, least: float) -> Iterator[Candidate]:
    """Yield what :func:`sentences` returns, best first, finding out no more than is asked for."""
    waiting: list[tuple[Order, int, Candidate]] = []
    number = 0
    covering = sorted(_covering(search, least), key=lambda each: -each[0])
    for cover, page, line in covering:
        while waiting and waiting[0][2].score > _MOST * cover:
            yield heappop(waiting)[2]
        for candidate in told_in(search, page, line, kind, cover, least):
            heappush(waiting, (order_of(candidate), number, candidate))
            number += 1
    while waiting:
        yield heappop(waiting)[2]


#: What a sentence's candidates score at most beside what it covers.
_MOST = 1.25


def _covering(
    search: Search, least: float, *, naming: bool = False
) -> Iterator[tuple[float, Page, Line]]:
    """Yield how much of the question sentences cover, if enough, with where they stand."""
    for page in search.pages:
        for line in search.coverage.naming(page) if naming else looked_at(search, page):
            if line.number < HEADING and value_of(page, line.span) == page.title:
                continue
            cover = covered(search, page, line)
            score = weighed(cover.all, cover.terms, cover.names)
            if score >= least:
                yield score, page, line


def told_in(
    search: Search, page: Page, line: Line, kind: QuestionKind, cover: float, least: float
) -> list[Candidate]:
    """Return what a sentence tells that covers so much of the question.

    What it counts is less the less it fits; nothing is told below ``least``.
    """
    score = cover * led(search, page, line)
    score *= timely(search, page, line) * done_in(search, page, line)
    score *= on_occasion(search, line) * _unmet(search, page, line)
    score *= _on_topic(search, page, line) * elsewhere(search, page, line)
    score *= doing_if(search, page, line) * befalling(search, page, line)
    score *= _OF_ANOTHER if kind in _COUNTED and of_another_state(search, line) else 1.0
    score *= 1.0 if search.question.time is None or page.days_in(line) else _DATED_BESIDE
    if score < least or (score := score * by_another(search, page, line)) < least:
        return []
    if (put := _put_and_answered(page, line, kind)) is not None:
        return [put.scored(_ANSWERED[0] * score)]
    if kind == "why" and (reason := reason_behind(page, line)) is not None:
        return [reason.scored(reason.score * score)]
    if kind in _IN_WORDS and (both := _with_announced(page, line)) is not None:
        return [both.scored(0.95 * score)]
    if kind == "who" and (told := _who_is_told(page, line)) is not None:
        return [told.scored(_ANSWERED[0] * score)]
    return [
        Candidate(
            page,
            slot,
            key,
            value,
            spans if answer is line else (line.span, *spans),
            score * share,
            answer.teller,
        )
        for answer, part in _answering(page, line)
        for slot, key, value, spans, share in fitting(search, page, answer, kind, part)
    ]


#: Kinds of question of which a sentence on another state than the one asked about counts less.
_COUNTED, _OF_ANOTHER = frozenset({"how-many"}), 0.5


def _unmet(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether it, or what is around it, has all that was asked."""
    coverage, known = search.coverage, lexicon()
    if search.question.kind not in _WHOLLY:
        return 1.0
    asked = [term for term in coverage.terms if term.stem not in known.slots]
    if all(coverage.near(page, line, term) for term in asked):
        return 1.0
    return _LACKING


def _on_topic(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether it or the one before names what it is to be about.

    Of "What did X say about Y?" nothing is told where Y is only named elsewhere.
    """
    if search.question.kind not in _ABOUT:
        return 1.0
    topics = sorted(search.names, key=lambda name: not name.actors)[1:]
    least = _NAMED_BEFORE if _GOING_ON.match(line.span.of(page.text)) else 1.0
    near = (search.coverage.nearness(page, line, topic) for topic in topics)
    return 1.0 if all(each >= least for each in near) else _OFF_TOPIC


_GOING_ON = _WORDING.pattern("going-on")
#: What a sentence counts whose time only the sentences beside it tell, where a time is asked for.
_DATED_BESIDE = 0.95


#: Kinds of question on what somebody says of something; what names count in the sentence before,
#: and what a sentence counts that is about something else.
_ABOUT, _NAMED_BEFORE, _OFF_TOPIC = frozenset({"what-said", "stand"}), 0.6, 0.5


#: Kinds of question of which all words must be near, and what a sentence counts where one is not.
_WHOLLY = frozenset({"whether", "who", "how-many"})
_LACKING = 0.9


def _with_announced(page: Page, line: Line) -> Candidate | None:
    """Return a sentence that announces what the next one tells ("has two options"), with it."""
    behind = page.lines[line.number + 1 : line.number + 2]
    if not behind or not lexicon().patterns["announcing"].search(line.span.of(page.text)):
        return None
    spans = (line.span, behind[0].span)
    words = " ".join(value_of(page, span) for span in spans)
    return Candidate(page, "words", words.casefold(), words, spans, 1.0, behind[0].teller)


#: Kinds of question that are answered by words rather than by a value.
_IN_WORDS = frozenset({"what", "done", "stand", "changed", "why", "foreseen", "what-said"})


def _put_and_answered(page: Page, line: Line, kind: QuestionKind) -> Candidate | None:
    """Return a question of an interview that yes or no answers, with its answer."""
    if kind != "whether" or not (is_question(line.span.of(page.text)) or page.is_put(line)):
        return None
    behind = page.lines[line.number + 1 : line.number + 1 + _ANSWERING]
    if not behind or not _YES_NO.search(behind[0].span.of(page.text)):
        return None
    answer = [behind[0]]
    if len(behind[0].span.of(page.text).strip()) <= _SHORT:
        answer = behind
    spans = (line.span, *(each.span for each in answer))
    words = " ".join(value_of(page, span) for span in spans)
    return Candidate(page, "words", words.casefold(), words, spans, 1.0, answer[0].teller)


_YES_NO = _WORDING.pattern("yes-no")
#: Letters of an answer that says no more than yes or no, with who gives it.
_SHORT = 40


def _who_is_told(page: Page, line: Line) -> Candidate | None:
    """Return the answer to a question of an interview after who did something, with it."""
    text = line.span.of(page.text)
    behind = page.lines[line.number + 1 : line.number + 2]
    if not behind or not _WHO.search(text) or not is_question(text):
        return None
    spans = (line.span, behind[0].span)
    words = " ".join(value_of(page, span) for span in spans)
    return Candidate(page, "words", words.casefold(), words, spans, 1.0, behind[0].teller)


_WHO = _WORDING.pattern("who")


def _answering(page: Page, line: Line) -> list[tuple[Line, float]]:
    """Return what says what a sentence speaks of: itself, or what answers it if it is a question.

    With each comes what it counts.
    """
    if not is_question(line.span.of(page.text)):
        return [(line, 1.0)]
    behind = page.lines[line.number + 1 : line.number + 1 + _ANSWERING]
    return [(each, share) for each, share in zip(behind, _ANSWERED, strict=False)]


#: Sentences behind a question that answer it, and what they count.
_ANSWERING, _ANSWERED = 2, (0.95, 0.7)


def fitting(
    search: Search, page: Page, line: Line, kind: QuestionKind, part: float = 1.0
) -> list[Fitting]:
    """Return what in a sentence is of the kind asked for: slot, key, value, words, and share.

    ``part`` is what the sentence itself counts.
    """
    told = _fitting(search, page, line, kind)
    if told:
        part *= needed(search, page, line)
    return [(slot, key, value, spans, share * part) for slot, key, value, spans, share in told]


def _fitting(search: Search, page: Page, line: Line, kind: QuestionKind) -> list[Fitting]:
    whole = (line.span,)
    words = value_of(page, line.span)
    match kind:
        case "when" | "how-long":
            return dated_in(search, page, line, words, duration=kind == "how-long")
        case "where":
            return (
                [("place", words.casefold(), words, whole, 0.9)]
                if _placed(search, page, line)
                else []
            )
        case "who-is" if not any(name.actors for name in search.names):
            return doers(search, page, line, words) if _names_all(search, line) else []
        case "who" | "who-with":
            return doers(search, page, line, words)
        case "how-many":
            often = needed(search, page, line) > 1.0
            counted = often or page.figures_in(line) or _counts(search, words)
            return [("words", words.casefold(), words, whole, 0.8)] if counted else []
        case "why":
            return [("words", words.casefold(), words, whole, explaining(search, words))]
        case "about-what":
            found = lexicon().patterns["touched-upon"].search(words)
            return [("words", words.casefold(), words, whole, 0.95 if found else 0.5)]
        case "foreseen":
            found = lexicon().patterns["future"].search(words)
            told = lexicon().patterns["foreseeing"].search(words)
            return (
                [("words", words.casefold(), words, whole, 0.95 if told else 0.75)] if found else []
            )
        case "who-initiated":
            found = lexicon().patterns["initiative"].search(words)
            return [("words", words.casefold(), words, whole, 0.9)] if found else []
        case _:
            return [("words", words.casefold(), words, whole, 0.95)]


def _counts(search: Search, text: str) -> bool:
    """Tell whether a number stands before what is counted ("six hours a day"), a figure or not."""
    thing = search.question.thing
    return thing is not None and any(thing in stems_of(m[1]) for m in _NUMBER.finditer(text))


_NUMBER = _WORDING.pattern("number")


def _names_all(search: Search, line: Line) -> bool:
    """Tell whether a sentence names all that the question does ("the captain of the Nour")."""
    return all(is_in(name, line) for name in search.names)


def is_behind_contact(search: Search, candidate: Candidate) -> bool:
    """Tell whether a place stands right behind a word for a contact of the kind asked for."""
    page, contact = candidate.page, lexicon().contact
    for line in page.lines_of(candidate.spans):
        text, start = line.span.of(page.text), line.span.start
        ends = [
            word.end
            for word in words_in(text)
            if any(kind in search.question.contact for kind in contact.get(word.stem, ()))
        ]
        for match in lexicon().patterns["place"].finditer(text):
            if _is_asked_about(search, page, Span(start + match.start(), start + match.end())):
                continue  # "an interview to Harbour Radio"
            if any(
                0 <= match.start() - end <= _BEHIND + _told_between(page, line, end, match.start())
                for end in ends
            ):
                return True
    return False


def _told_between(page: Page, line: Line, start: int, end: int) -> int:
    """Return how many letters between two places of a sentence name somebody or a time."""
    told = [span for span, _ in page.named_in(line)]
    told += [when.evidence[0] for when in page.dates_in(line)]
    between = Span(line.span.start + start, line.span.start + max(end, start + 1))
    return sum(len(span) for span in merged(tuple(told)) if between.covers(span))


def _is_asked_about(search: Search, page: Page, place: Span) -> bool:
    """Tell whether words for a place begin the name of one whom the question names."""
    end = page.text.find("\n", place.end)
    behind = page.text[place.start : end if end >= 0 else None]
    return any(
        0 <= behind.find(name.text) <= len(place) for name in search.names if len(name.text) > 1
    )


#: Letters between a contact's verb and its place, which leave room for whom it was with.
_BEHIND = 45


_CALLED_PLACE = re.compile(r"[a-z] of [A-ZÀ-Þ]")


def _placed(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names a place: a name behind ``in``, ``at`` … that is no person's."""
    others = {"person", "group"} | ({"state"} if asks_for_town(search) else set())
    persons = [span for span, actor in page.named_in(line) if actor.kind in others]
    for match in lexicon().patterns["place"].finditer(line.span.of(page.text)):
        start, end = line.span.start + match.start(), line.span.start + match.end()
        beyond = page.text[end : end + 2]
        if _CALLED_PLACE.search(match[0]):  # "the monastery of Saint Orban" is nobody
            return True
        if not any(start < span.end and span.start < end + 20 for span in persons) and (
            beyond[:1] not in "’'"
        ):
            return True
    return False
