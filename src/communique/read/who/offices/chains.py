"""Several offices of one holder: "the Xan State Secretary, Head of the Harbour Bureau, Ann Lee".

Offices stand in a chain where only commas and "and" part them. The name stands at the end of the
chain, or before its beginning: "Ann Lee, Minister of Ports and Minister of Salt of Belmaria".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.read.who.found import Title
from communique.read.who.offices.phrases import OfficePhrase
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.ranks import TOP

_JOINTS = frozenset((",", "and"))
_SERVING = frozenset(("to", "of", "for"))
_ENDS = frozenset((",", ".", ")", ";", "—", "–"))


class Chain:
    """The offices of one sentence that wait for the name of their holder."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self._offices: list[OfficePhrase] = []

    def add(self, phrase: OfficePhrase) -> bool:
        """Let an office wait, if a further one or a name may follow; true if one surely does."""
        if phrase.title.plural or phrase.predicate or (phrase.determiner and not phrase.chained):
            self._offices = []
        else:
            self._offices.append(phrase)
        return phrase.chained

    def meet(self, phrase: OfficePhrase) -> bool:
        """Drop what waits if ``phrase`` does not go on with it.

        True where it is the office of somebody whom the last one serves: "Adviser to | the Xan
        President", after which the chain goes on.
        """
        if not self._offices:
            return False
        last = self._offices[-1]
        between = self._lows(last.after, self._first(phrase))
        if between and between[0] in _SERVING and len(between) == 1:
            last.after = phrase.after
            if phrase.title.states and not last.title.states:
                last.title = msgspec.structs.replace(last.title, states=phrase.title.states)
            return True
        heads = phrase.title.office in TOP and phrase.title.office != "royal"
        if not between or not _JOINTS.issuperset(between) or phrase.determiner or heads:
            self._offices = [one for one in self._offices if one.chained and between == ["and"]]
        return False

    def named(self, phrase: OfficePhrase) -> tuple[int, ...]:
        """Return the chunk of the holder where a comma, or the whole chain, parts it from it."""
        if not self._offices or phrase.determiner or phrase.title.plural:
            return ()
        after = phrase.after
        if after + 2 < len(self._chunks) and self._chunks[after].low == ",":
            ends = self._chunks[after + 2].low in _ENDS
            if self._chunks[after + 1].kind == "name" and ends:
                return (after + 1,)
        first = self._first(self._offices[0])
        told = any(one.title.states for one in (*self._offices, phrase))
        closed = after >= len(self._chunks) or self._chunks[after].low in _ENDS
        if first > 1 and told and closed and self._chunks[first - 1].low == ",":
            return (first - 2,) if self._chunks[first - 2].kind == "name" else ()
        return ()

    def titles(self, phrase: OfficePhrase) -> list[OfficePhrase]:
        """Return all offices of the chain that ``phrase`` ends, each with the state of one."""
        whole = [phrase, *self._offices]
        self._offices = []
        states = _states(one.title for one in whole)
        for one in whole if len(whole) > 1 and len(states) == 1 else ():
            if not one.title.states:
                one.title = msgspec.structs.replace(one.title, states=states)
        return whole

    def _first(self, phrase: OfficePhrase) -> int:
        """Return the index of the chunk at which a phrase begins."""
        before = range(min(phrase.after, len(self._chunks)) - 1, -1, -1)
        return next((n for n in before if self._chunks[n].start <= phrase.start), 0)

    def _lows(self, first: int, last: int) -> list[str]:
        return [chunk.low for chunk in self._chunks[first:last]]


def _states(titles: Iterable[Title]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for title in titles for code in title.states[:1]))
