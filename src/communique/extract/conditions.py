"""If-clauses around an event."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.lexicon import Lexicon
from communique.extract.view import Item
from communique.model import Span

_STRONG = frozenset(';:.!?—…–()[]«»"“”„')
_REACH = 12  # items before an event, and twice as many after it


def condition_around(lexicon: Lexicon, items: Sequence[Item], index: int) -> Span | None:
    """Return the words of the if-clause around or after the event."""
    first = next(
        (
            at
            for at in range(max(0, index - _REACH), min(len(items), index + 2 * _REACH))
            if lexicon.has(items[at].word, "conditional") and items[at].word != "whether"
        ),
        None,
    )
    if first is None or any(
        items[at].word in _STRONG for at in range(min(first, index), max(first, index))
    ):
        return None
    last = first
    while (
        last + 1 < len(items)
        and items[last + 1].word not in _STRONG
        and items[last + 1].word != ","
    ):
        last += 1
    return Span(items[first].start, items[last].end)
