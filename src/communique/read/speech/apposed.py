"""Noun phrases with what is set behind them, in languages of French's kind.

"Le ministre arménien des Affaires étrangères, Karen Sarkissian," is one phrase, and so is "Ana Kos,
ministre déléguée aux Transports,". Where it ends is told by verbs, by prepositions behind a name
and by the comma that closes what is set behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.lexicon import Lexicon, everywhere
from communique.read.speech.streams import Word

_LONGEST = 30  # words of a phrase
_SET = 14  # words set behind a name
_NAME = 5  # words of a name set behind an office
_CLOSERS = frozenset((",", ".", ";", ":", ")", "»", "”", "!", "?", "–", "—"))


def phrase_end(words: Sequence[Word], start: int, lex: Lexicon, plain: bool) -> int:
    """Return where the noun phrase that begins with ``words[start]`` ends.

    ``plain`` says that a clause may follow behind a comma, so that what is set behind must end
    with one of its own.
    """
    at, named = start, False
    while at < min(len(words), start + _LONGEST):
        word = words[at]
        if word.low == ",":
            return _set_behind(words, at, start, lex, plain, named=named)
        if not _goes_on(words, at, start, lex, named=named):
            return at
        named = named or _opens_name(words, at, start, lex)
        at += 1
    return at


def _opens_name(words: Sequence[Word], at: int, start: int, lex: Lexicon) -> bool:
    """Tell whether a name begins here: a capital, and no "of" or article before it."""
    if not words[at].raw[0].isupper():
        return False
    before = words[at - 1].low if at > start else ""
    ties = lex.words("linking") | lex.words("determiners") | lex.words("prepositions")
    return before not in ties


def _goes_on(words: Sequence[Word], at: int, start: int, lex: Lexicon, *, named: bool) -> bool:
    """Tell whether a word can stand inside a phrase that began before it."""
    low = words[at].low
    after = words[at + 1] if at + 1 < len(words) else None
    capital = after is not None and after.raw[0].isupper()
    if at == start:
        return words[at].raw[0].isalnum()
    if low == ".":
        return words[at - 1].low in everywhere("forms_of_address") and capital
    if not words[at].raw[0].isalnum():
        return False
    if named and low in everywhere("particles") and capital:
        return True
    if low in lex.words("linking"):
        return not named or words[at].raw[0].isupper()
    if low in lex.words("times") | lex.words("relatives"):
        return False
    if low in lex.words("conjunctions"):
        tie = after is not None and (after.low in lex.words("linking") or capital)
        return tie and low in ("et", "y", "e", "ed")
    if low in lex.words("prepositions"):
        determined = after is not None and after.low in lex.words("determiners")
        return not named and (capital or determined)
    if words[at].raw[0].isupper():
        return True
    return low not in lex.verbs | lex.words("auxiliaries") | lex.words("pronouns")


def _set_behind(
    words: Sequence[Word], comma: int, start: int, lex: Lexicon, plain: bool, *, named: bool
) -> int:
    """Return where what a comma sets behind a phrase ends; the comma where it sets nothing."""
    end = _office_end(words, comma, lex) if named else _name_end(words, comma)
    if end == comma + 1 or comma == start:
        return comma
    behind = words[end].low if end < len(words) else "."
    if plain:
        return end if behind == "," else comma
    closed = behind in _CLOSERS or behind in lex.words("prepositions") | lex.words("times")
    return end if closed else comma


def _name_end(words: Sequence[Word], comma: int) -> int:
    at = comma + 1
    while at < len(words) and at - comma <= _NAME:
        following = at + 1 < len(words) and words[at + 1].raw[0].isupper()
        stop = words[at].low == "." and words[at - 1].low in everywhere("forms_of_address")
        particle = at > comma + 1 and words[at].low in everywhere("particles") and following
        if not (words[at].raw[0].isupper() or particle or (stop and following)):
            break
        at += 1
    return at


def _office_end(words: Sequence[Word], comma: int, lex: Lexicon) -> int:
    """Return where an office without an article behind a name ends, at a mark."""
    first = words[comma + 1] if comma + 1 < len(words) else None
    closed = ("determiners", "pronouns", "relatives", "conjunctions", "prepositions", "adverbs")
    if first is None or any(first.low in lex.words(name) for name in closed):
        return comma + 1
    if not first.raw[0].islower():
        return comma + 1
    for at in range(comma + 1, min(len(words), comma + _SET)):
        low = words[at].low
        if low in _CLOSERS:
            return at
        if low in lex.verbs | lex.words("auxiliaries") | lex.words("pronouns"):
            return comma + 1
    return min(len(words), comma + _SET)


def past_times(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return where a subject begins behind a time: "ha declarado este lunes | Ana Kos"."""
    times = lex.words("times") if lex.apposed else frozenset()
    while at + 1 < len(words) and (
        words[at].low in times
        or (words[at].low in lex.words("determiners") and words[at + 1].low in times)
    ):
        at += 1
    return at


_SMALL = ("prepositions", "conjunctions", "determiners", "adverbs", "relatives", "pronouns")


def tag_at(
    words: Sequence[Word], start: int, lex: Lexicon
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return speaker and verb of a tag whose verb no list has: "…, s'est réjouie | Ana Kos"."""
    at = start
    if lex.tag is None or start == 0 or words[start - 1].low != ",":
        return None
    while at < len(words) and words[at].low in lex.words("objects") | {"s'"}:
        at += 1
    verb = at + (at < len(words) and words[at].low in lex.words("auxiliaries"))
    if verb + 1 >= len(words) or not lex.tag.fullmatch(words[verb].raw):
        return None
    if any(words[verb].low in lex.words(name) for name in _SMALL):
        return None
    first = past_times(words, verb + 1, lex)
    end = phrase_end(words, first, lex, plain=False)
    named = any(word.raw[0].isupper() for word in words[first:end])
    opens = words[first].raw[0].isupper() or words[first].low in lex.words("determiners")
    return ((first, end), (start, verb + 1)) if named and opens else None
