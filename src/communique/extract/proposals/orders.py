"""Two steps and their order in one sentence: "A must … before B", "A first, B later".

An order is read in somebody's words, or where somebody is told to propose or demand it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from re import Match, Pattern

from communique.extract.modality import noun_start
from communique.extract.proposals.exchanges import EXCHANGES
from communique.extract.proposals.phrasings import GIVEN, PHRASINGS
from communique.extract.proposals.staged import STAGED
from communique.extract.proposals.steps import (
    PRINTED,
    Chain,
    chain_of,
    edges_at,
    in_a_voice,
    is_bare,
    is_clause,
    is_programme,
    said_until,
    step_at,
)
from communique.extract.proposals.weight import is_of_sides
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span, trimmed

_LATER = 40  # letters of "elections" in "peace first, elections later"

_ENDS = frozenset('.,;!?”"')


def orders_in(view: View, words: Words) -> Iterator[Chain]:
    """Yield the orders of steps, of those that share words the one whose reader comes first."""
    tried = [(words.sentences(name, view), read) for name, read in READERS]
    for number in sorted(set().union(*(numbers for numbers, _ in tried))):
        taken: list[Chain] = []
        for numbers, read in tried:
            chain = read(view, words, number) if number in numbers else None
            if chain is None or any(_shares(chain, other) for other in taken):
                continue
            if is_of_sides(view, words, chain):
                taken.append(chain)
                yield _gone_on(view, words, chain)


def _shares(one: Chain, other: Chain) -> bool:
    """Tell whether two chains have words in common."""
    return any(a.start < b.end and b.start < a.end for _, a in one.steps for _, b in other.steps)


def _gone_on(view: View, words: Words, chain: Chain) -> Chain:
    """Return a chain with the step that the next sentence adds: "After that, we can …"."""
    number = chain.last + 1
    if number >= len(view.reading.sentences):
        return chain
    sentence = view.reading.sentences[number]
    opens = words.idioms["after_that_opens"].match(view.text, sentence.start, sentence.end)
    last = chain.steps[-1][1]
    if opens is None or view.speaker_at(last.start) != view.speaker_at(opens.end() - 1):
        return chain
    step = step_at(view, words, opens.end(), said_until(view, opens.end(), sentence.end))
    due = words.idioms["to_come"].search(view.text, sentence.start, sentence.end)
    if step is None or due is None or is_programme(view, words, (step,)):
        return chain
    return replace(chain, steps=(*chain.steps, (len(chain.steps) + 1, step)), last=number)


def _before(view: View, words: Words, number: int) -> Chain | None:
    """Read "A must … before B" and "demands that A be … before B"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["before"].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    pair = _pair(view, words, number, match, match.start())
    if pair is None or words.idioms["put"].search(view.text, pair[0].start, pair[0].end):
        return None  # "put the country before party"
    due = words.must.search(view.text, pair[0].start, pair[0].end)
    if words.says("denied", view.text, pair[0].start, pair[0].end):
        return chain_of(number, pair[1], pair[0], "not before")  # "we cannot vote before …"
    if due is not None and words.idioms["can"].fullmatch(due[0]):
        return None  # "we can see it before night falls"
    return chain_of(number, *pair, "before")


def _only_after(view: View, words: Words, number: int) -> Chain | None:
    """Read "B only after A" and "B can only begin once A"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["only_after"].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    inner = match[0].split()
    end = match.start() + match[0].rfind(inner[-1]) if len(inner) >= 3 else match.start()
    pair = _pair(view, words, number, match, end, due=words.idioms["to_come"])
    return chain_of(number, pair[1], pair[0], "only after") if pair else None


def _until(view: View, words: Words, number: int) -> Chain | None:
    """Read "we cannot B until A" and "Lutha will not B until A"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["until"].search(view.text, sentence.start, sentence.end)
    if (
        match is None
        or words.idioms["denied"].search(view.text, sentence.start, match.start()) is None
    ):
        return None
    pair = _pair(view, words, number, match, match.start(), due=words.idioms["denied"])
    return chain_of(number, pair[1], pair[0], "until") if pair else None


def _as_soon(view: View, words: Words, number: int) -> Chain | None:
    """Read "B must begin as soon as A" and "wants B to begin once A"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["soon"].search(view.text, sentence.start, sentence.end)
    if match is None or match.start() == sentence.start:
        return None
    pair = _pair(view, words, number, match, match.start())
    if pair is None or not is_clause(view, pair[1]):
        return None
    if words.idioms["own_time"].match(pair[1].of(view.text)):
        return None  # "once we've heard from you", "as soon as can be arranged"
    due = words.must.search(view.text, pair[0].start, pair[0].end)
    if due is not None and words.idioms["can"].fullmatch(due[0]):
        return None  # "can be harmful once released"
    return chain_of(number, pair[1], pair[0], "as soon as")


def _opening(view: View, words: Words, number: int) -> Chain | None:
    """Read "before any B, A must …" at the opening of somebody's words."""
    low, high = edges_at(view, number)
    match = words.idioms["opening"].match(view.text, low, high)
    if match is None or not in_a_voice(view, words, number, match.end()):
        return None
    other = trimmed(view.text, match.start("what"), match.end("what"))
    one = step_at(view, words, match.end(), said_until(view, match.end(), high))
    if one is None or other is None or words.must.search(view.text, one.start, one.end) is None:
        return None
    if words.idioms["aside"].match(one.of(view.text)) or other.of(view.text).lower().startswith(
        words.loose
    ):
        return None
    if words.past.search(view.text, one.start, one.end):
        return None
    return chain_of(number, one, other, "before")


def _none_before(view: View, words: Words, number: int) -> Chain | None:
    """Read "no B before A"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["none_before"].search(view.text, sentence.start, sentence.end)
    if match is None or not in_a_voice(view, words, number, match.start()):
        return None
    low, high = edges_at(view, number, match.start())
    no = words.idioms["none"].match(
        view.text, _clause_start(view, words, low, match.start()), match.start()
    )
    one = step_at(view, words, match.end(), high)
    if no is None or one is None or one.of(view.text).lower().startswith(words.loose):
        return None
    other = trimmed(view.text, no.start("what"), no.end("what"))
    return chain_of(number, one, other, "before") if other and len(one) > 8 else None


def _first_later(view: View, words: Words, number: int) -> Chain | None:
    """Read "peace first, elections afterwards"."""
    sentence = view.reading.sentences[number]
    first = words.idioms["first_and"].search(view.text, sentence.start, sentence.end)
    if first is None:
        return None
    later = words.later.search(view.text, first.end(), min(sentence.end, first.end() + 60))
    wants = words.duty.search(view.text, sentence.start, first.start())
    told = view.statement_at(first.start()) is not None
    if later is None or not (told or wants):
        return None
    items = view.items(number)
    at = bisect_left(items, first.start(), key=lambda item: item.start) - 1
    if at < 0 or view.lexicon.has(items[at].word, "pronoun", "be", "determiner"):
        return None
    behind = view.text[later.end() : later.end() + 1]
    if view.lexicon.has(items[at].word, "preposition") or items[at].word in words.no_step:
        return None  # "who is on first"
    if behind not in _ENDS or later.start() - first.end() > _LATER:
        return None
    start = items[noun_start(view.lexicon, items, at, words.wishing)].start
    one = trimmed(view.text, start, first.start())
    other = trimmed(view.text, first.end(), later.start())
    if one is None or other is None or words.past.search(view.text, start, later.end()):
        return None
    return chain_of(number, one, other, "first, later")


def _followed(view: View, words: Words, number: int) -> Chain | None:
    """Read "A would be followed by B"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["be_followed"].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    low, high = edges_at(view, number, match.start())
    edge = max(view.text.rfind(mark, low, match.start()) for mark in (", ", ": ", "“"))
    one = step_at(view, words, edge + 1 if edge >= 0 else low, match.start())
    other = step_at(view, words, match.end(), high)
    planned = words.plan.search(view.text, sentence.start, match.start())
    if one is None or other is None:
        return None
    if is_programme(view, words, (one, other)):
        return None
    if not planned and (
        words.idioms["will"].search(match[0]) or not in_a_voice(view, words, number, match.start())
    ):
        return None
    if view.dates_within(other.start, other.end):
        return None
    later = words.idioms["later_piece"].search(view.text, other.start, other.end)
    if later is None:
        return chain_of(number, one, other, "followed by")
    two = step_at(view, words, other.start, later.start())
    three = step_at(view, words, later.end(), other.end)
    if two is None or three is None:
        return None
    return Chain(((1, one), (2, two), (3, three)), number, number, "followed by")


def _urged(view: View, words: Words, number: int) -> Chain | None:
    """Read "let us A, and after that we will B"."""
    low, high = edges_at(view, number)
    begin = words.urging.match(view.text, low)
    then = words.idioms["after_that"].search(view.text, low, high)
    if begin is None or then is None or begin.end() >= then.start():
        return None
    one = step_at(view, words, begin.end(), then.start())
    other = step_at(view, words, then.end(), high)
    if one is None or other is None or not words.due.search(view.text, other.start, other.end):
        return None
    weighty = words.affairs.search(view.text, one.start, other.end) is not None
    if not (weighty or words.says("only_then", then[0]) or words.says("after_that_told", then[0])):
        return None  # "we need to stretch, and then we need to run"
    return chain_of(number, one, other, "after that")


def _sequence(view: View, words: Words, number: int) -> Chain | None:
    """Read "the sequence should be: a pause, an exchange, a treaty"."""
    low, high = edges_at(view, number)
    match = words.idioms["ordered_so"].search(view.text, low, high)
    if match is None or view.speaker_at(match.start()) is None:
        return None
    if words.says("taken", view.text, match.start(), match.end()):
        return None  # "the steps that we have taken are"
    pieces: list[tuple[int, Span]] = []
    start = match.end()
    for piece in words.idioms["comma"].split(view.text[match.end() : high]):
        span = step_at(view, words, start, start + len(piece))
        if span is not None and not piece.startswith(","):
            pieces.append((len(pieces) + 1, span))
        start += len(piece)
    if len(pieces) < 2 or any(len(span) > 60 for _, span in pieces):
        return None
    return Chain(tuple(pieces), number, number, "sequence")


def _pair(
    view: View,
    words: Words,
    number: int,
    match: Match[str],
    end: int,
    due: Pattern[str] | None = None,
) -> tuple[Span, Span] | None:
    """Return the clauses on both sides of ``match``, the first of which has to be done.

    ``due`` are words that say so besides "must" and its like.
    """
    sentence = view.reading.sentences[number]
    inside = max(match.start(), sentence.start)
    if not in_a_voice(view, words, number, inside) or view.text[sentence.end - 1] == "?":
        return None
    if view.dates_within(match.start(), min(sentence.end, match.end() + 30)):
        return None
    if words.rules.search(view.text, sentence.start, sentence.end):
        return None  # "by law, the office cannot help until a town asks"
    low, high = edges_at(view, number, inside)
    start = _clause_start(view, words, low, inside)
    wanted = words.demand.search(view.text, start, end)
    told = words.must.search(view.text, start, end)
    if told is None and due is not None:
        told = due.search(view.text, start, end)
    if told is not None and words.says("hanging", view.text, start, told.start()):
        return None  # "details that need to be settled before …"
    one = step_at(view, words, wanted.end() if wanted and not told else start, end)
    stop = view.text.find("; ", match.end(), high)
    other = step_at(view, words, match.end(), stop if stop >= 0 else high)
    if one is not None and (that := words.idioms["that_leads"].match(one.of(view.text))):
        one = trimmed(view.text, one.start + that.end(), one.end)
    if one is None or other is None:
        return None
    if told is None and words.idioms["indicative"].search(view.text, one.start, one.end):
        return None  # "sources suggest that Lutha is ready to leave before the vote"
    asked = words.demand.search(view.text, sentence.start, one.start) and (
        words.idioms["come_about"].search(one.of(view.text))
        or words.affairs.search(view.text, other.start, other.end)
    )
    weighty = wanted is not None and _is_of_matters(view, words, one, other)
    if not weighty and (not (told or asked) or not _is_sound(view, words, one, other)):
        return None
    come = words.idioms["come"].search(view.text, one.start, one.end)
    if words.idioms["ends_in_be"].search(one.of(view.text)):
        return None  # "it has to be before noon"
    if come is None and " " not in other.of(view.text):
        return None  # "put the country before party"
    return (trimmed(view.text, one.start, come.start()) or one if come else one), other


def _is_of_matters(view: View, words: Words, one: Span, other: Span) -> bool:
    """Tell whether a demand is weighty: "demands guarantees before it signs a ceasefire"."""
    found = words.affairs.search(view.text, other.start, other.end)
    return found is not None and is_bare(view, words, one)


def _is_sound(view: View, words: Words, one: Span, other: Span) -> bool:
    """Tell whether two clauses can be steps, and not talk or a tale."""
    if words.idioms["aside"].match(one.of(view.text)) or words.idioms["gerund"].match(
        other.of(view.text)
    ):
        return False
    if words.idioms["pointing"].match(one.of(view.text)) or one.of(view.text).count(" ") < 2:
        return False  # "it cannot wait until …", "people before profits"
    if len(other) > PRINTED or len(one) > PRINTED or " " not in one.of(view.text).strip():
        return False
    loose = other.of(view.text).lower().startswith(words.loose) or words.idioms["day"].search(
        other.of(view.text)
    )
    if is_programme(view, words, (one, other)) and not words.firm.search(one.of(view.text)):
        return False
    if any(words.talk.search(view.text, span.start, span.end) for span in (one, other)):
        return False  # "before we make any comment"
    opening = other.of(view.text).split(maxsplit=1)[0].lower()
    if words.dread.search(view.text, other.start, other.end) or view.lexicon.has(
        opening, "preposition"
    ):
        return False  # "before more sailors drown", "before in their time"
    return (
        not loose and words.past.search(words.idioms["be_done"].sub("", one.of(view.text))) is None
    )


def _clause_start(view: View, words: Words, start: int, end: int) -> int:
    edges = list(words.idioms["edge"].finditer(view.text, start, end))
    begin = edges[-1].end() if edges else start
    joined = list(words.idioms["and_that"].finditer(view.text, begin, end))
    if joined:
        return joined[-1].end()  # "said that it would wait and that Lutha must leave before"
    told = list(words.idioms["that"].finditer(view.text, begin, end))
    return told[-1].end() if told and view.statement_at(begin) is None else begin


READERS: tuple[tuple[str, Callable[[View, Words, int], Chain | None]], ...] = (
    *GIVEN,
    ("before", _before),
    ("only_after", _only_after),
    ("until", _until),
    ("soon", _as_soon),
    ("opening", _opening),
    ("none_before", _none_before),
    ("first_and", _first_later),
    ("be_followed", _followed),
    ("after_that", _urged),
    ("ordered_so", _sequence),
    *STAGED,
    *EXCHANGES,
    *PHRASINGS,
)
"""The readers of a sentence, each with the expression that has to stand in it."""
