"""Words passed on with "as": "Как сообщил министр, …", "…, wie die Ministerin mitteilte"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.read.speech.clauses import is_punctuation
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.phrase_ends import name_end
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Word

_GAP = 3  # words between "as" or a name and the verb: "wie X | am Montag | mitteilte"
_NAMED = 4  # words that a name has at most


class AsSaid(NamedTuple):
    """The words of a clause with "as": who says, by which verb, and where the clause ends."""

    source: tuple[int, int]
    cue: tuple[int, int]
    end: int


def as_said(words: Sequence[Word], at: int, lex: Lexicon) -> AsSaid | None:
    """Return the clause "as X said" that begins at ``words[at]``, a comma or nothing before it.

    The verb stands right behind "as", with its subject after it, or at the end of the clause.
    English has lists of its own for this; see :mod:`communique.read.speech.nominal`.
    """
    if words[at].low not in lex.words("as_said") or (at and words[at - 1].low != ","):
        return None
    verb = _verb_at(words, at + 1, lex)
    if verb is not None:
        first = past_day(words, verb + 1, lex)
        if lex.drops_subjects and first == verb + 1 < len(words) and words[first].low == ",":
            return AsSaid((first, first), (verb, first), first)  # "Jak podkreślił, …"
        end = _phrase_end(words, first, lex)
        found = AsSaid((first, end), (verb, verb + 1), _clause_end(words, end))
        return found if end > first and _is_over(words, found.end) else None
    end = _phrase_end(words, at + 1, lex)
    last = _clause_end(words, end)
    if end == at + 1 or not end < last <= end + 2 * _GAP or not _says(words, last - 1, lex):
        return None
    return AsSaid((at + 1, end), (last - 1, last), last)


def past_day(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return where the words go on behind a day: "сообщил | во вторник | посол"."""
    end = at
    while end < len(words) and end - at < _GAP and _tells_when(words[end], lex):
        end += 1
    return (
        end if any(w.low in lex.words("times") or w.raw[0].isdigit() for w in words[at:end]) else at
    )


def _tells_when(word: Word, lex: Lexicon) -> bool:
    small = lex.words("times") | lex.words("prepositions") | lex.words("adverbs")
    return word.low in small or word.raw[0].isdigit()


def _verb_at(words: Sequence[Word], at: int, lex: Lexicon) -> int | None:
    """Return where a verb of saying stands, small words left out: "wie | bereits | gesagt"."""
    for n in range(at, min(len(words), at + _GAP)):
        if _says(words, n, lex):
            return n
        if words[n].raw[:1].isupper() or is_punctuation(words[n]):
            return None
        small = words[n].low in lex.words("adverbs") | lex.words("auxiliaries")
        if not small and len(words[n].low) > _GAP:
            return None
    return None


def _says(words: Sequence[Word], n: int, lex: Lexicon) -> bool:
    return any(cue.says and not cue.rest for cue in lex.cues.get(words[n].low, ()))


def _phrase_end(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return where a phrase ends, with a name between commas: "der Minister, Ion Marin, | …"."""
    end = name_end(words, at, phrase_after(words, at, lex, plain=True), lex)
    if end >= len(words) or words[end].low != ",":
        return end
    close = _clause_end(words, end + 1)
    named = words[end + 1 : close]
    apposed = 0 < len(named) <= _NAMED and all(word.raw[0].isupper() for word in named)
    over = close < len(words) and words[close].low == "," and apposed
    return close + 1 if over else end


def _clause_end(words: Sequence[Word], at: int) -> int:
    return next((n for n in range(at, len(words)) if is_punctuation(words[n])), len(words))


def _is_over(words: Sequence[Word], at: int) -> bool:
    return at >= len(words) or words[at].low in (",", ".", "—", "–", ";")
