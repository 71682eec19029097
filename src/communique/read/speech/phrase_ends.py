"""Words of time beside a noun phrase, and what such a phrase can end with."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.lexicon import Lexicon
from communique.read.speech.streams import Word

#: Months that are names as well ("May said").
_NAMES = frozenset(["may", "april", "june", "august"])


def can_end(word: Word, lex: Lexicon) -> bool:
    """Tell whether a noun phrase can end with the word."""
    if not (word.raw[-1].isalnum() or word.raw[-1] in ".%*"):
        return False
    low = word.low
    return not (
        low in lex.words("prepositions")
        or low in lex.words("conjunctions")
        or low in ("the", "a", "an", "his", "its", "my", "our", "your", "every", "no")
        or low in lex.words("auxiliaries")
    )


def tells_time(phrase: Sequence[Word], lex: Lexicon) -> bool:
    """Tell whether nothing but a time stands there: "Wednesday" is not who says it."""
    if len(phrase) == 1 and phrase[0].low in _NAMES:
        return False
    return all(word.low in lex.words("times") or word.raw.isdigit() for word in phrase)


def before_time(words: Sequence[Word], last: int, first: int, lex: Lexicon) -> int | None:
    """Return the last word before "on Friday", "last week", "in May 2031" that ends at ``last``.

    ``None`` where no such words stand between the subject and its verb.
    """
    times = lex.words("times")
    at = last
    while at > first and (words[at].low in times or words[at].low[:4].isdigit()):
        at -= 1
    if not any(word.low in times for word in words[at + 1 : last + 1]):
        return None
    if words[at].low in ("on", "in"):
        at -= 1
    elif words[at + 1].raw[0].isdigit() or words[at].low in lex.words("determiners"):
        return None
    ends = at >= first and can_end(words[at], lex) and words[at].low not in lex.words("leading")
    return at if ends and words[at].raw[0].isalnum() else None


def timeless(words: Sequence[Word], source: tuple[int, int], lex: Lexicon) -> tuple[int, int]:
    """Return a subject without the time that stands between it and its verb: "Orr on Friday"."""
    start, end = source
    before = before_time(words, end - 1, start, lex) if start < end else None
    return source if before is None else (start, before + 1)


def is_time(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell whether "on", "in" or "at" stands there before a time."""
    return (
        words[at].low in ("on", "in", "at")
        and at + 1 < len(words)
        and (words[at + 1].low in lex.words("times") or words[at + 1].raw[:4].isdigit())
    )


def month_name(words: Sequence[Word], at: int) -> bool:
    """Tell a name that is also a month's ("May", "March")."""
    return (
        words[at].low in ("may", "march", "june", "april", "august")
        and words[at].raw[0].isupper()
        and not words[at - 1].raw[0].isdigit()
    )


def name_end(words: Sequence[Word], start: int, end: int, lex: Lexicon) -> int:
    """Return where the name in the phrase ``words[start:end]`` ends, if a word follows it.

    Where nothing parts the name from the clause behind it ("zdaniem Orr | port jest pusty"),
    what is written small begins the clause.
    """
    seen = False
    for at in range(start, end):
        word = words[at]
        if word.raw[0].isupper():
            seen = True
        elif seen and word.raw[0].isalpha():
            known = lex.words("linking") | lex.words("prepositions") | lex.words("determiners")
            if word.low not in known and word.low != "'s":
                return at
    return end
