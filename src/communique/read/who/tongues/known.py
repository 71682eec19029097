"""States, organisations and bodies that the marks of a line name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.model import Span
from communique.read.who.found import FoundKnown, Title
from communique.read.who.tongues.grammar import Tongue
from communique.read.who.tongues.marks import Mark
from communique.read.who.words.lexicon import state_name, table
from communique.read.who.words.words import Line, Quotes


def known_in(
    line: Line, marks: Sequence[Mark], tongue: Tongue, quotes: Quotes
) -> Iterator[FoundKnown]:
    """Yield the states and bodies of a line, in order."""
    finder = _Known(line, marks, tongue, quotes)
    for n in range(len(marks)):
        yield from finder.at(n)


_BETWEEN = 2  # pronouns and prepositions between a verb and whom it addresses
_ENDS = (".", "!", "?", "…", "»", "”")  # of the sentence before


class _Known:
    def __init__(self, line: Line, marks: Sequence[Mark], tongue: Tongue, quotes: Quotes) -> None:
        self._line = line
        self._marks = marks
        self._tongue = tongue
        self._quotes = quotes
        self._genitive = tongue.inflected or bool(tongue.raw.get("construct"))

    def at(self, n: int) -> Iterator[FoundKnown]:
        """Yield what the mark ``n`` names, if it is a state or body."""
        mark = self._marks[n]
        span = Span(mark.start, mark.end)
        if mark.kind == "state":
            yield self._made(span, "state", mark.key, state_name(mark.key))
        elif mark.kind == "organisation" and mark.meaning:
            kind, name = _body(mark.key, mark.meaning.name)
            yield self._made(span, kind, mark.key, name)
        elif mark.kind in ("side", "body") and mark.meaning:
            yield from self._of_state(n)
        elif mark.kind == "seat" and self._acts(n):
            yield self._made(span, "state", mark.key, state_name(mark.key))

    def _acts(self, n: int) -> bool:
        """Tell whether a capital stands for its government: first in its clause, a verb behind.

        A capital in a case other than the nominative is a place.
        """
        marks = self._marks
        before, after = marks[n - 1] if n else None, marks[n + 1] if n + 1 < len(marks) else None
        if self._is_asked(n) or self._is_addressed(n):
            return True
        if after is None or after.kind != "word" or not after.low[:1].isalpha() or after.capital:
            return False
        meaning = marks[n].meaning
        name = meaning.name if meaning else ""
        if marks[n].low != name.casefold():
            return False
        if before is not None and (
            (before.capital and before.first) or before.low not in (*self._tongue.opens, *_ENDS)
        ):
            return False
        return after.low not in self._tongue.function or after.low in self._tongue.verbs

    def _is_asked(self, n: int) -> bool:
        """Tell "demandé à | Moscou | de rouvrir …" from a place: a clause follows."""
        marks, asking = self._marks, str(self._tongue.raw.get("asks", "")).split()
        if not asking or n < 2 or n + 2 >= len(marks) or marks[n - 1].low not in asking:
            return False
        clause = str(self._tongue.raw.get("asked", "")).split()
        verbal = marks[n + 2].kind == "word" and not marks[n + 2].capital
        return marks[n + 1].low in clause and verbal and marks[n - 2].kind == "word"

    def _is_addressed(self, n: int) -> bool:
        """Tell a capital that somebody thanks, blames or asks from a place: "dankte | Warschau"."""
        marks, pattern = self._marks, self._tongue.raw.get("addresses")
        if not pattern or not n:
            return False
        between = str(self._tongue.raw.get("addressing", "")).split()
        at = n - 1
        while at and n - at <= _BETWEEN and marks[at].low in between:
            at -= 1
        return marks[at].kind == "word" and re.match(pattern, marks[at].low) is not None

    def _of_state(self, n: int) -> Iterator[FoundKnown]:
        """Yield "the X side", which is the state, and "the X ministry", which is a body of it."""
        marks = self._marks
        mark = marks[n]
        first, last = self._owner(n)
        state = marks[first].key if first < n else marks[last].key if last > n else ""
        if not state:
            return
        span = Span(marks[first].start, marks[last].end)
        if mark.kind == "side":
            yield self._made(span, "state", state, state_name(state))
            return
        name = mark.meaning.name if mark.meaning else mark.low
        title = Title(office="", name=name, states=(state,), evidence=span)
        yield self._made(span, "organisation", f"{name}:{state}", name, title)

    def _owner(self, n: int) -> tuple[int, int]:
        """Return the first and last mark of a side or body with the state that it is of."""
        marks = self._marks
        if n and marks[n - 1].kind == "adjective":
            return n - 1, n
        if n and self._tongue.state_first and marks[n - 1].kind == "state":
            return n - 1, n
        after = marks[n + 1].kind if n + 1 < len(marks) else ""
        if after == "adjective" and n + 2 < len(marks) and marks[n + 2].kind in ("side", "body"):
            return n, n  # "делегация | болгарского парламента": the adjective is of the second
        if after == "adjective" or (self._genitive and after == "state"):
            return n, n + 1
        at = n + 1
        while at < len(marks) and marks[at].kind in ("link", "determiner", "field"):
            at += 1
        if at > n + 1 and at < len(marks) and marks[at].kind == "state":
            return n, at
        return n, n

    def _made(
        self, span: Span, kind: str, key: str, name: str, title: Title | None = None
    ) -> FoundKnown:
        return FoundKnown(
            span=span,
            line=self._line.number,
            quoted=self._quotes.hold(span.start),
            kind=kind,  # type: ignore[arg-type]
            key=key,
            name=name,
            title=title,
        )


def _body(key: str, name: str) -> tuple[str, str]:
    """Return the kind and the usual English name of a body that the lists know."""
    bodies = table("bodies")
    if key in bodies["blocs"]:
        return "bloc", str(bodies["blocs"][key][0])
    return "organisation", str(bodies["organisations"].get(key, [name])[0])
