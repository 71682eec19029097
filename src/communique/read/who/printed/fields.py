"""What an office is of or for, in words with capitals, apart from the name of its holder.

"Under Secretary for Political Affairs | Ann Lee", "Director of the Office of Trade | Jan Roe".
The words of a field are common ones; a holder's name begins with the first that is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from communique.read.who.printed.chunk import is_initial
from communique.read.who.words.lexicon import Lexicon, Names, word_class
from communique.read.who.words.words import POSSESSIVES, Line, Word

_JOINTS = frozenset(("of", "for", "and", "the", "&", "on", "to"))
_MOST = 14
"""How many words the name of a field may have."""


class Before(Protocol):
    """A chunk before the field."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def low(self) -> str:
        """Its words in lower case."""


def field_end(
    words: Sequence[Word], at: int, before: Sequence[Before], lexicon: Lexicon, names: Names
) -> tuple[int, bool]:
    """Return where what an office is of ends, and whether it is a body with a name of its own.

    It is 0 if nothing of the kind begins at ``at``, or nothing tells it from other names.
    """
    word = words[at]
    if not before or not word.capital or not word.is_word or not _is_asked_for(before):
        return 0, False
    run = _run(words, at, lexicon, names)
    last_joint = next((n for n in range(run - 1, at, -1) if words[n].low in _JOINTS), at - 1)
    end = _name_start(words, last_joint + 1, run, names)
    if end == last_joint + 1 and end > at:
        end = last_joint if words[last_joint].low in ("and", "&") else at
    return _checked(words, at, end, run, names)


def _checked(words: Sequence[Word], at: int, end: int, run: int, names: Names) -> tuple[int, bool]:
    """Return ``end``, 0 where a single word may be anything, or a body's name is not cut."""
    if any(word.low in names.organisation for word in words[at:end]):
        more = run < len(words) and words[run].capital
        return (end, True) if end + 1 < run or (end < run and more) else (0, False)
    low = words[at].low
    known = low in names.common or low in word_class("fields")
    return (end, False) if end > at + 1 or (end > at and known) else (0, False)


def _is_asked_for(before: Sequence[Before]) -> bool:
    """Tell whether an office and "of" or "for" come right before, or an office "of A and"."""
    link = len(before) - 1
    if before[link].low == "the":
        link -= 1
    if link < 1 or before[link - 1].kind != "office":
        return False
    low = before[link - 1].low
    joined = before[link].low in ("and", "&") and (" of " in low or " for " in low)
    return joined or before[link].low in ("of", "for", "to")


def _run(words: Sequence[Word], at: int, lexicon: Lexicon, names: Names) -> int:
    """Return where the words with capitals, and the small words between them, end."""
    end = at
    while end < len(words) and end - at < _MOST:
        word = words[end]
        if word.low in _JOINTS and end > at:
            ahead = end + 1
            while ahead < len(words) and words[ahead].low in _JOINTS:
                ahead += 1
            if not _goes_on(words, ahead, lexicon):
                break
            end = ahead + 1
        elif _goes_on(words, end, lexicon) and (end == at or not _opens(word, names)):
            end += 1
        else:
            break
    return end


def _opens(word: Word, names: Names) -> bool:
    """Tell whether a word opens sentences, and is none of what offices are for ("Relations")."""
    return word.low in names.openers and word.low not in word_class("fields")


def _goes_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    if at >= len(words) or not words[at].capital or not words[at].is_word:
        return False
    if words[at].low in word_class("fields"):
        length, entries = lexicon.match(words, at)
        return length < 2 or all(entry.kind != "office" for entry in entries)
    return not lexicon.match(words, at)[0]


def _name_start(words: Sequence[Word], first: int, run: int, names: Names) -> int:
    """Return where a personal name at the end of the words begins; ``run`` if none does."""
    fields = word_class("fields")
    lows = [word.low for word in words[first:run]]
    bodies = [n for n, low in enumerate(lows) if low in names.organisation]
    after = bodies[-1] + 1 if bodies else 0
    for n in range(after, len(lows)):
        if names.gender(lows[n]) is not None and lows[n] not in fields:
            return first + n
    lists = (names.common, names.thing, fields)
    known = [n for n, low in enumerate(lows) if any(low in known for known in lists)]
    return first + max([after, *(n + 1 for n in known)])


_OWNERS = ("state", "adjective", "place", "body")
_MOST_JOINED = 5
"""How many words the second half of a body's name may have."""


def joined_body(words: Sequence[Word], first: int, at: int, names: Names, lexicon: Lexicon) -> int:
    """Return how many words from "and" at ``at`` go on with a body: "the Food | and Salt Board".

    All its words are common ones, but for whose it is ("Norland Food | and Salt Board"), and an
    article or another word with a capital is before it, if it opens no sentence.
    """
    own = first + _whose(words, first, at, names, lexicon)
    called = own > first and any(e.kind == "adjective" for e in lexicon.match(words, first)[1])
    if not all(_is_of_field(w, names) or (called and _is_plain(w, names)) for w in words[own:at]):
        return 0  # "American Iron | and Steel Board"
    opens = is_initial(words, first) or own > first
    before = words[first - 1]
    owned = before.low == "the" or before.capital or before.text in POSSESSIVES
    if not opens and not owned:
        return 0
    for n in range(at + 1, min(at + 1 + _MOST_JOINED, len(words))):
        if not words[n].capital or not _is_of_field(words[n], names):
            return 0
        if words[n].low in names.organisation and n > at + 1:  # "the House and | Senate"
            return n + 1 - at
    return 0


def is_of_matters(words: Sequence[Word], names: Names) -> bool:
    """Tell whether words name a chamber and what its committees are for: "U.S. House Energy"."""
    at = next((n for n, w in enumerate(words[:3]) if w.low in word_class("chambers")), len(words))
    bodies = [word.low for word in words[at + 1 :] if word.low in names.organisation]
    return at + 1 < len(words) and all(low in word_class("fields") for low in bodies)


def _whose(words: Sequence[Word], first: int, at: int, names: Names, lexicon: Lexicon) -> int:
    """Return how many words before "and" at ``at`` say whose body it is: "Norland | Food and …"."""
    length, entries = lexicon.match(words, first)
    known = not entries or any(entry.kind in _OWNERS for entry in entries)
    length = max(length, 1)
    chamber = words[first].low in word_class("chambers")
    told = chamber or not _is_of_field(words[first], names)
    named = names.gender(words[first].low) is not None
    return length if known and told and not named and first + length < at else 0


def _is_plain(word: Word, names: Names) -> bool:
    return names.gender(word.low) is None and word.low not in names.organisation


def _is_of_field(word: Word, names: Names) -> bool:
    low = word.low
    known = low in names.common or low in names.organisation or low in names.thing
    known = known or low in word_class("body_openers")
    known = known or low.endswith(tuple(word_class("field_endings")))
    return known and names.gender(low) is None


def opens_another(words: Sequence[Word], at: int, names: Names, line: Line) -> bool:
    """Tell whether a person, an abbreviation or another body begins behind a body and "and"."""
    word = words[at]
    if word.low in names.organisation and [w.low for w in words[at + 1 : at + 2]] == ["of"]:
        return True  # "the Department of Trade and | Department of Labor"
    if not line.shouted and word.text.isupper() and word.text.isalpha() and 1 < len(word.text) < 7:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    named = after is not None and after.capital and after.low not in names.organisation
    return names.gender(word.low) is not None and named
