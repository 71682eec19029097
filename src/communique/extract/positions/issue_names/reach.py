"""How far a phrase goes on that begins as a name: "the ban | on nets that Lutha wants".

A name read off the words is a head with what was thought to belong to it. What tells it apart may
stand further on: behind a preposition or a quotation mark, in a relative clause, in a verb.
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.issue_names.wholeness import is_adjective
from communique.extract.positions.issue_names.words import Words
from communique.extract.view import View

MARKS = QUOTES | {"``", "''", "‘"}
_MOST = 20  # words of a name
_QUOTED = 9  # items inside quotation marks
_CLAUSE = ("that", "sure")
_ASKING = ("what", "whether", "how", "why")
_TOLD = ("whether", "how", "who", "that", "which", "whose", "where")
_WHOM = ("him", "them", "me", "us", "it")
_PHRASE = 8  # items of what a preposition leads to
_PARTICIPLE = 4  # letters of "ring", which is none


class Reach(Words):
    """The words of a sentence, and where a phrase of ``about`` ends."""

    def __init__(self, view: View, items: Items, about: tuple[int, int]) -> None:
        super().__init__(view, items)
        self._about = about

    def _end(self, first: int, end: int) -> int:
        """Return where the phrase that goes to ``items[end]`` ends."""
        if any(self._word(n) in _ASKING for n in range(first, end)):
            return self._clause_end(end)
        told = next((n for n in range(first, end) if self._word(n) in _CLAUSE), None)
        if told is not None and any(self._is_finite(n) for n in range(told, end)):
            return self._clause_end(end)
        end = self._closed(first, end)
        stop = next((n for n in range(first + 1, end) if self._breaks(n)), None)
        if stop is not None:
            led = self._has(self._before(first), "preposition", "to")
            return stop if led else self._clause_end(end)
        while (further := self._further(end)) is not None and further - first <= _MOST:
            end = further
        return end

    def _breaks(self, at: int) -> bool:
        """Tell whether a verb of the next clause stands there: "imports | makes him"."""
        theirs = at + 1 < len(self._items) and self._word(at + 1) in _WHOM
        return self._is_finite(at) or (theirs and self._word(at).endswith("s"))

    def _is_finite(self, at: int) -> bool:
        after = self._word(at + 1) if at + 1 < len(self._items) else ""
        means = self._word(at) == "means" and after in ("of", "to", "for")
        verb = self._word(at) in self._list("finite") and not means
        return verb and self._items[at].ref is None and not self._has(at, "genitive")

    def _further(self, end: int) -> int | None:
        """Return where what follows at ``items[end]`` and belongs to the phrase ends."""
        last = min(len(self._items), self._about[1])
        if end < len(self._items) and self._has(end, "genitive"):
            return self._noun_end(end + 1)
        if end + 1 < len(self._items) and self._is_mark(end):
            return self._past_mark(end)
        if end + 1 < len(self._items) and self._word(end + 1) in ("which", "whom"):
            return self._clause_end(end + 2) if self._has(end, "preposition") else None
        if end + 1 < len(self._items) and end <= last and self._word(end) in ("who", "which"):
            return self._clause_end(end + 1)
        if end + 1 >= last or self._items[end].date >= 0:
            return None
        doing = end > 1 and self._word(end - 2) == "to" and self._is_base(end - 1)
        if doing and self._has(end, "determiner", "possessive"):
            return self._noun_end(end)  # "steps to update | their goals"
        if self._word(end) in _TOLD or self._is_left_out(end):
            return self._clause_end(end + 1)
        if self._is_participle(end):
            return self._done_end(end + 1)
        if self._word(end) == "to" and self._is_base(end + 1):
            whom = end + 2 < last and self._word(end + 2) in _WHOM
            return end + 3 if whom else self._noun_end(end + 2) or end + 2
        if self._word(end) not in self._list("printed_on"):
            return None
        if self._word(end + 1) in ("whether", "how"):
            return self._clause_end(end + 2)
        behind = self._noun_end(end + 1)
        around = self._list("told_in") | self._list("occasions") | self._list("settings")
        words = [self._word(at) for at in range(end + 1, behind or end + 1)]
        return behind if around.isdisjoint(words) else None

    def _is_mark(self, at: int) -> bool:
        """Tell whether a quotation mark stands there, also of two apostrophes."""
        beside = (at > 0 and self._word(at - 1) == "'") or self._follows(at, "'")
        return self._word(at) in MARKS or (self._word(at) == "'" and beside)

    def _follows(self, at: int, word: str) -> bool:
        return at + 1 < len(self._items) and self._word(at + 1) == word

    def _past_mark(self, end: int) -> int | None:
        """Return where a phrase ends that goes on behind a mark: "the “red” | line"."""
        behind = end + 1 + self._follows(end, "'")
        if behind >= len(self._items):
            return None
        noun = self._items[behind].ref is None and self._is_inside(behind, behind)
        noun = noun and not self._has(behind, "determiner", "possessive")
        noun = noun and self._closes(end)
        if noun and not self._word(behind).endswith(("ed", "ing", "ly")):
            return self._noun_end(behind)
        return behind if self._further(behind) is not None else None

    def _closes(self, at: int) -> bool:
        """Tell whether the mark there is a closing one."""
        word = self._word(at)
        marks = [n for n in range(max(0, self._about[0] - 1), at) if self._word(n) == word]
        return word in ("”", "''") or (word in ('"', "'") and len(marks) % 2 == 1)

    def _closed(self, first: int, end: int) -> int:
        """Return where a phrase ends with the mark that was opened in it: "“shadow | banking”"."""
        left = first - (first > 0 and self._is_mark(first - 1))
        left -= left > 0 and self._word(left) == "'" and self._word(left - 1) == "'"
        marks = [at for at in range(left, end) if self._is_mark(at)]
        pairs = sum(self._word(at) == "'" for at in marks) // 2
        open_there = (len(marks) - pairs) % 2 == 1
        near = range(end, min(len(self._items), end + _QUOTED))
        close = next((at for at in near if self._is_mark(at)), None)
        if (
            not open_there
            or close is None
            or any(self._word(n) in STRONG for n in near[: close - end])
        ):
            return end
        return close - (self._word(close - 1) == ",")

    def _is_left_out(self, at: int) -> bool:
        """Tell whether a clause begins there without "that": "the towns | she has left"."""
        subject = self._has(at, "pronoun") and not self._has(at, "possessive")
        ref = self._items[at].ref
        subject = subject or (ref is not None and at + 1 < len(self._items))
        after = self._word(at + 1)
        verb = self._has(at + 1, "be", "have", "do", "modal", "future") or after.endswith("ed")
        owns = ref is not None and ref.form == "pronoun" and self._has(at, "possessive")
        return subject and not owns and (verb or (after.endswith("s") and ref is None))

    def _is_participle(self, at: int) -> bool:
        """Tell whether it is told of a noun what it does or is done to it: "a law | taxing"."""
        word = self._word(at)
        if self._items[at].ref is not None or len(word) <= _PARTICIPLE:
            return False
        if word.endswith("ing") and not self._has(at, "preposition", "reporting"):
            return word not in self._list("besides") and not self._has(at + 1, "preposition")
        return word.endswith("ed") and self._word(at + 1) in self._list("done_behind")

    def _done_end(self, at: int) -> int | None:
        """Return where the object of a participle ends, behind "to" and "by" too."""
        if self._word(at) == "to" and at + 1 < len(self._items) and self._is_base(at + 1):
            return self._noun_end(at + 2) or at + 2
        return self._noun_end(at + self._has(at, "preposition", "to"))

    def _is_base(self, at: int) -> bool:
        word = self._word(at)
        return (
            word.isalpha() and self._items[at].ref is None and not self._has(at, "determiner", "be")
        )

    def _clause_end(self, first: int) -> int:
        """Return where a clause ends, at a mark or another clause."""
        at = first
        while at < len(self._items) and not (
            self._word(at) in STRONG
            or (at >= self._about[1] and self._is_mark(at))
            or self._word(at) in (",", "because", "while", "when", "if", "after", "—", "–")
        ):
            at += 1
        return at

    def _noun_end(self, first: int) -> int | None:
        """Return where the noun phrase at ``items[first]`` ends, if one stands there."""
        at = first
        while at < min(len(self._items), first + _PHRASE) and self._is_inside(at, first):
            at += 1
        if at < len(self._items) and self._word(at) in _WHOM:
            at -= 1  # "imports makes | him"
        while at > first and (
            self._word(at - 1) in MARKS
            or self._has(at - 1, "determiner", "possessive")
            or (self._word(at - 1).endswith("ed") and self._items[at - 1].ref is None)
        ):
            at -= 1
        cut = at > first and self._items[at - 1].ref is None
        cut = cut and is_adjective(self._lexicon, self._word(at - 1))
        return at if at > first and not cut else None

    def _is_inside(self, at: int, first: int) -> bool:
        item = self._items[at]
        if item.ref is not None:
            doing = at > first and at + 1 < len(self._items)
            doing = doing and self._lexicon.has(self._word(at + 1), "have", "be", "modal")
            named = item.ref.form == "mention" and not doing  # "the campaign | Lind has called"
            return named or self._lexicon.has(item.word, "possessive")
        if item.date >= 0 or item.word in STRONG or item.word == ",":
            return False
        if item.word in MARKS or item.word in ("$", "%") or self._has(at, "genitive"):
            return True
        if not item.word[:1].isalnum():
            return False
        if self._has(at, "determiner", "possessive"):
            return at == first
        return item.word not in self._list("finite") and not self._has(
            at, "preposition", "relative", "subordinator", "pronoun", "conjunction", "be", "have",
            "modal", "future", "do", "to", "not", "adverb", "reporting",
        )  # fmt: skip

    def _before(self, first: int) -> int:
        """Return the item before a phrase and its articles."""
        at = first - 1
        while at > 0 and (
            self._has(at, "determiner", "possessive")
            or self._word(at) in MARKS
            or self._word(at) in self._list("opening")
        ):
            at -= 1
        return max(0, at)
