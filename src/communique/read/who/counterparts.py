"""Who holds the same office elsewhere: "her Polish counterpart", without a name.

Where a name follows ("her Polish counterpart, Jan Mroz"), the name is who is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.model import Span
from communique.read.who.chunks import Chunk
from communique.read.who.found import FoundEpithet, Title
from communique.read.who.lexicon import word_class

OFFICE = "counterpart"
"""The class of such an office: that of whoever it is the counterpart of."""

_AHEAD = 4
"""How many chunks behind it a name of his own may stand."""


def counterparts(
    chunks: Sequence[Chunk], line: int, quoted: Callable[[int], bool]
) -> Iterator[FoundEpithet]:
    """Yield the counterparts that a sentence tells only the state of."""
    for at in range(2, len(chunks)):
        head, state, determiner = chunks[at], chunks[at - 1], chunks[at - 2]
        if head.low not in word_class("counterparts") or state.kind != "adjective":
            continue
        if determiner.low not in word_class("determiners") or _is_named(chunks, at + 1):
            continue
        span = Span(determiner.start, head.end)
        title = Title(office=OFFICE, name=head.words[-1].text, states=(state.key,), evidence=span)
        yield FoundEpithet(
            span=span, line=line, quoted=quoted(span.start), title=title, determiner=determiner.low
        )


def _is_named(chunks: Sequence[Chunk], after: int) -> bool:
    """Tell whether a name comes next, behind offices, titles of address and a comma."""
    for chunk in chunks[after : after + _AHEAD]:
        if chunk.kind == "name":
            return True
        if chunk.kind not in ("office", "courtesy", "adjective", "state") and chunk.low != ",":
            return False
    return False
