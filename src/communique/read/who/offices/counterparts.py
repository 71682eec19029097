"""Who holds the same office elsewhere: "her Polish counterpart".

Where a name follows ("her Polish counterpart, Jan Mroz"), the office is of whoever bears it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.model import Span
from communique.read.who.found import FoundEpithet, Title
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class

OFFICE = "counterpart"
"""The class of such an office: that of whoever it is the counterpart of."""

_AHEAD = 4
"""How many chunks behind it a name of his own may stand."""


def counterparts(
    chunks: Sequence[Chunk], line: int, quoted: Callable[[int], bool]
) -> Iterator[FoundEpithet]:
    """Yield the counterparts that a sentence tells only the state of, or not even that."""
    for at in range(1, len(chunks)):
        head, state, determiner = chunks[at], chunks[at - 1], chunks[max(at - 2, 0)]
        if head.low == OFFICE and state.low in ("his", "her") and not _is_named(chunks, at + 1):
            span = Span(state.start, head.end)
            title = Title(office=OFFICE, name=head.words[-1].text, evidence=span)
            yield FoundEpithet(
                span=span, line=line, quoted=quoted(span.start), title=title, determiner=state.low
            )
        if head.low not in word_class("counterparts") or state.kind != "adjective":
            continue
        if determiner.low not in word_class("determiners") or _is_named(chunks, at + 1):
            continue
        span = Span(determiner.start, head.end)
        title = Title(office=OFFICE, name=head.words[-1].text, states=(state.key,), evidence=span)
        yield FoundEpithet(
            span=span, line=line, quoted=quoted(span.start), title=title, determiner=determiner.low
        )


def named_counterparts(chunks: Sequence[Chunk]) -> Iterator[tuple[int, Title]]:
    """Yield the chunk of each name behind "Polish counterpart", with what makes it an office."""
    for at, head in enumerate(chunks):
        if head.low not in word_class("counterparts"):
            continue
        state, after = _state_of(chunks, at)
        name = _name_behind(chunks, after)
        if state is not None and name is not None:
            words = Span(min(state.start, head.start), max(state.end, head.end))
            yield name, Title(office=OFFICE, name=head.low, states=(state.key,), evidence=words)


def _state_of(chunks: Sequence[Chunk], at: int) -> tuple[Chunk | None, int]:
    """Return the state before or behind "counterpart", and where the words behind it go on."""
    if at and chunks[at - 1].kind == "adjective":
        return chunks[at - 1], at + 1
    behind = chunks[at + 1 : at + 3]
    told = len(behind) == 2 and behind[0].low in ("from", "of", "in")
    if told and behind[1].kind in ("state", "seat") and behind[1].key:
        return behind[1], at + 3
    return None, at + 1


def _name_behind(chunks: Sequence[Chunk], after: int) -> int | None:
    """Return the name that comes next, behind a comma and titles of address only."""
    for at in range(after, min(after + _AHEAD, len(chunks))):
        if chunks[at].kind == "name":
            return at
        if chunks[at].kind != "courtesy" and chunks[at].low != ",":
            return None
    return None


def _is_named(chunks: Sequence[Chunk], after: int) -> bool:
    """Tell whether a name comes next, behind offices, titles of address and a comma."""
    for chunk in chunks[after : after + _AHEAD]:
        if chunk.kind == "name":
            return True
        if chunk.kind not in ("office", "courtesy", "adjective", "state") and chunk.low != ",":
            return False
    return False
