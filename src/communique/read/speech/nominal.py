"""Attribution without a verb: "according to Orr", "in her words", "her claim that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.read.speech.as_said import as_said
from communique.read.speech.attribution import Attribution, span_of
from communique.read.speech.clauses import is_quote_mark
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.passed_on import past_relative
from communique.read.speech.phrase_ends import name_end
from communique.read.speech.phrases import phrase_after, subject_before
from communique.read.speech.streams import Segment, Word
from communique.read.who.words.lexicon import office_class


def nominal_clauses(segment: Segment, lex: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions of a segment that a preposition or a noun makes."""
    words = segment.words
    taken = 0
    for at in range(len(words)):
        if at >= taken and words[at].low in lex.nominal_openers:
            taken = according_at(words, at, lex) or 0
            owned = _is_owned(words, at, lex)
            made = None if owned else _according(segment, at, lex)
            made = made or _opinion(segment, at, lex)
            if made is not None:
                yield made
        if at == 0 and (made := _for(segment, lex)) is not None:
            yield made
        if words[at].low == "as" and lex.english:
            made = _put(segment, at, lex)
            if made is not None:
                yield made
        if (said := as_said(words, at, lex)) is not None:
            made = _around(segment, said.source, at, said.cue, said.end, "as-said", lex)
            if made is not None:
                yield made
        if words[at].low in lex.nouns and at:
            made = _noun(segment, at, lex)
            if made is not None:
                yield made


def _is_owned(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell "according to her | words" from "according to" somebody: "Паводле | яе слоў"."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return words[at].low in lex.words("owners") and behind in lex.words("possessives")


def _noun(segment: Segment, at: int, lex: Lexicon) -> Attribution | None:
    """Attribute what a noun of saying takes: "Orr's claim that …", "her call for …"."""
    words = segment.words
    if words[at].low in lex.cues and words[at - 1].low in lex.words("subjects") | lex.words(
        "auxiliaries"
    ):
        return None  # "we hope that …" is a verb
    end = next(
        (
            at + 1 + len(rest)
            for rest in lex.nouns[words[at].low]
            if all(
                at + 1 + k < len(words) and words[at + 1 + k].low == part
                for k, part in enumerate(rest)
            )
        ),
        None,
    )
    if end is None:
        return None
    clause = words[end - 1].low in lex.conjunctions
    start = end - 1 if clause else end
    stop = _noun_end(words, end, clause, lex)
    source = _owner(words, at, lex)
    content = span_of(words, start, stop)
    if not content or (source is None and not clause):
        return None
    return Attribution(
        content=content,
        cue=span_of(words, at, start),
        source=span_of(words, *source) if source else (),
        level=segment.level,
        weight=0.5,
        why=f"noun:{words[at].low}",
    )


def _noun_end(words: Sequence[Word], at: int, clause: bool, lex: Lexicon) -> int:
    if not clause:
        return phrase_after(words, at, lex)
    return next(
        (k for k in range(at, len(words)) if words[k].low in (",", ";", "—", "–")), len(words)
    )


def _owner(words: Sequence[Word], noun: int, lex: Lexicon) -> tuple[int, int] | None:
    """Return whose it is: "Orr's repeated claim", "their claim"."""
    for at in range(noun - 1, max(-1, noun - 4), -1):
        low = words[at].low
        if low in lex.words("possessives"):
            return at, at + 1
        if low in ("'s", "'") and at:
            start = subject_before(words, at, 0, lex)
            return (start, at) if start is not None else None
        if not words[at].raw[0].isalpha() or words[at].raw[0].isupper():
            return None
    return None


def _according(segment: Segment, at: int, lex: Lexicon) -> Attribution | None:
    words = segment.words
    end = according_at(words, at, lex)
    if end is None:
        return None
    if end > at + 1 and (found := opinion_at(words, end - 1, lex)) is not None:
        owner, stop = found
        return _around(segment, owner, at, (at, end), stop, "according", lex)
    stop = phrase_after(words, end, lex, plain=True)
    if not lex.english and not (lex.apposed and stop < len(words) and words[stop].low == ","):
        stop = name_end(words, end, stop, lex)
    if stop == end:
        return None
    stop = _with_office(words, stop, lex)
    why = "opinion" if words[at].low == "in" and words[end - 1].low == "of" else "according"
    return _around(segment, (end, stop), at, (at, end), stop, why, lex)


def _for(segment: Segment, lex: Lexicon) -> Attribution | None:
    """Attribute what is in marks behind a name: "Pour Ana Kos, « la route reste ouverte »"."""
    words = segment.words
    if words[0].low not in lex.words("for"):
        return None
    stop = phrase_after(words, 1, lex, plain=True)
    stop = _with_office(words, stop, lex)
    if stop + 2 >= len(words) or words[stop].low != "," or not is_quote_mark(words[stop + 1]):
        return None
    marks = (at for at in range(stop + 2, len(words)) if is_quote_mark(words[at]))
    content = span_of(words, stop + 2, next(marks, len(words)))
    return Attribution(
        content=content,
        cue=span_of(words, 0, 1),
        source=span_of(words, 1, stop),
        level=segment.level,
        why="according",
    )


def _with_office(words: Sequence[Word], stop: int, lex: Lexicon) -> int:
    """Return where a source ends with the office, or the name, between commas behind it.

    ("According to Ann Orr, the envoy for the lake, | the ferry …", "the envoy, Ann Orr, | …")
    """
    if stop >= len(words) or words[stop].low != ",":
        return stop
    inside = range(stop + 1, min(stop + _OFFICE, len(words)))
    end = next((at for at in inside if words[at].low in (",", ".", ";", ":")), None)
    if end is None or words[end].low != "," or end == stop + 1:
        return stop
    between = words[stop + 1 : end]
    if all(word.raw[0].isupper() for word in between):
        return (
            end if len(between) < _NAMED and words[end - 1].low not in lex.words("times") else stop
        )
    if lex.english and words[stop - 1].raw[0].isupper() and between[0].low in _ARTICLES:
        head = next((k for k, w in enumerate(between) if w.low in ("of", "for", "to", "in")), None)
        title = " ".join(word.low for word in between[1:head])
        return end if title and office_class(title) is not None else stop
    return stop


#: Words that an office behind a name has at most, and a name behind an office.
_OFFICE, _NAMED = 14, 5
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def _put(segment: Segment, at: int, lex: Lexicon) -> Attribution | None:
    """Attribute what stands around "as Orr put it"; what is in marks has its tag already."""
    words = segment.words
    end = next(
        (
            k
            for k in range(at + 2, min(at + _OFFICE, len(words) - 1))
            if words[k].low in ("put", "puts") and words[k + 1].low == "it"
        ),
        None,
    )
    if end is None or not (at == 0 or words[at - 1].low == ","):
        return None
    return _around(segment, (at + 1, end), at, (end, end + 2), end + 2, "opinion", lex)


def _opinion(segment: Segment, at: int, lex: Lexicon) -> Attribution | None:
    found = opinion_at(segment.words, at, lex)
    if found is None:
        return None
    owner, end = found
    return _around(segment, owner, at, (at, end), end, "opinion", lex)


def _around(
    segment: Segment,
    source: tuple[int, int],
    at: int,
    cue: tuple[int, int],
    end: int,
    why: str,
    lex: Lexicon,
) -> Attribution | None:
    """Attribute what stands before ``words[at]`` and behind ``words[end]``."""
    words = segment.words
    end = past_relative(words, end)
    start = at if _is_set_in(words, at, lex) else _lead(words, at, lex)
    before = span_of(words, start, at)
    after = span_of(words, end, len(words))
    comma = end < len(words) and words[end].low in (",", "،", "，", "—", "–", "-")
    if start < at and not (comma and words[at - 1].low == ","):
        after = ()
    if start >= at and not after:
        return None
    if not before and not after:
        return None
    return Attribution(
        content=(*before, *after),
        cue=span_of(words, *cue),
        source=span_of(words, *source),
        level=segment.level,
        why=why,
        plain=why == "opinion",
    )


def _is_set_in(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell whether it stands right behind a conjunction: "she said that, | according to Orr, …"."""
    return at > 1 and words[at - 1].low == "," and words[at - 2].low in lex.conjunctions


def _lead(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return the first word of the sentence that is no mere link to the one before."""
    start = 0
    while start < at and (words[start].low in lex.words("leading") or words[start].low == ","):
        start += 1
    if any(w.raw[0].isalnum() for w in words[start:at]) and at - start > 2:
        return start
    return at


def according_at(words: Sequence[Word], at: int, lex: Lexicon) -> int | None:
    """Return where "according to" ends, if it stands at ``words[at]``."""
    best = 0
    for phrase in lex.words("according"):
        parts = phrase.split("_")
        if at + len(parts) < len(words) and all(
            words[at + k].low == part for k, part in enumerate(parts)
        ):
            rate = phrase == "per" and words[at + 1].low in lex.words("rates")
            best = max(best, 0 if rate else len(parts))  # "900 tonnes per year"
    return at + best if best else None


def opinion_at(words: Sequence[Word], at: int, lex: Lexicon) -> tuple[tuple[int, int], int] | None:
    """Return the owner of "in his words", "in the envoy's opinion", and where that ends."""
    if at >= len(words) or words[at].low not in lex.words("owners"):
        return None
    for end in range(at + 1, min(len(words), at + 12)):
        low = words[end].low
        if low in lex.words("opinion") and end > at + 1:
            owner = end
            while owner - 1 > at and words[owner - 1].low in (
                "own",
                "mutual",
                "personal",
                "'s",
                "'",
            ):
                owner -= 1
            if words[owner - 1].low in lex.words("possessives") or (
                owner < end and words[owner].low in ("'s", "'")
            ):
                return (at + 1, owner), end + 1
        if low in (",", ".", ":"):
            break
    return None
