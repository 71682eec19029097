"""Words passed on: "was told by Orr that …", "quoted Orr as saying that …".

Who says them is not the subject of the verb beside them, or stands between verb and clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.attribution import Attribution
from communique.read.speech.clauses import Group, clause_subject, is_punctuation
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Word

#: How many words an aside, or a quoted person's name, may have.
_REACH = 14


def agent(words: Sequence[Word], group: Group, lex: Lexicon) -> tuple[int, int] | None:
    """Return who tells it in "was told | by the envoy", as a range of words."""
    at = group.end
    if at + 1 >= len(words) or words[at].low != "by" or words[at + 1].low.endswith("ing"):
        return None
    end = phrase_after(words, at + 1, lex)
    return (at + 1, end) if end > at + 1 else None


def quoted(words: Sequence[Word], group: Group, lex: Lexicon) -> tuple[int, int] | None:
    """Return who is quoted in "quoted Orr as | saying that …", as a range of words.

    "Orr was quoted by Lind as saying that …" is Orr's as well.
    """
    last = group.start - 1
    if last < 2 or words[last].low != "as" or not words[group.verb].low.endswith("ing"):
        return None
    for at in range(last - 1, max(0, last - _REACH), -1):
        if is_punctuation(words[at]):
            return None
        if words[at].low in lex.words("quoting") and words[at + 1].low == "by":
            return clause_subject(words, at, lex)
        if words[at].low in lex.words("quoting"):
            end = phrase_after(words, at + 1, lex)
            return (at + 1, end) if at + 1 < end <= last else None
    return None


def past_aside(words: Sequence[Word], at: int, lex: Lexicon) -> int | None:
    """Return where the clause begins behind an aside: "said, citing Orr, | that …"."""
    if at + 2 >= len(words) or words[at].low != "," or words[at + 1].low not in lex.words("aside"):
        return None
    for place in range(at + 2, min(len(words) - 1, at + _REACH)):
        if words[place].low == "," and words[place + 1].low in lex.conjunctions:
            return place + 1
    return None


def is_aside(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell whether the cue opens an aside: it attributes nothing itself."""
    at = group.start - 1
    if words[group.verb].low in lex.words("quoting") and at > 0 and words[at].low in _WHO:
        return words[at - 1].low == ","  # "the ministry, which cited Orr, …"
    return at >= 0 and past_aside(words, at, lex) is not None


def past_relative(words: Sequence[Word], at: int) -> int:
    """Return where "the ministry | , who cited Orr, | …" goes on; ``at`` if there is no such."""
    if at + 1 >= len(words) or words[at].low != "," or words[at + 1].low not in _WHO:
        return at
    return next((k for k in range(at + 2, len(words)) if words[k].low == ","), at)


_WHO = frozenset(("who", "which"))


def told_in(words: Sequence[Word], begin: int, nouns: Sequence[Attribution]) -> int | None:
    """Return where what begins at ``words[begin]`` ends: with the words attributed around it.

    "She said the water is safe | , according to the envoy" is told by the envoy as a whole.
    """
    start = words[begin].start
    for one in nouns:
        for span in one.content if one.why == "according" else ():
            if span.start <= start < span.end <= one.cue[0].start:
                return next((k for k, w in enumerate(words) if w.start >= span.end), len(words))
    return None
