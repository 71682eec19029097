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
    opening = lexicon.lists["conditional"]
    first = next(
        (
            at
            for at in range(max(0, index - _REACH), min(len(items), index + 2 * _REACH))
            if items[at].word in opening and items[at].word != "whether" and not _is_verb(items, at)
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


def _is_verb(items: Sequence[Item], at: int) -> bool:
    """Tell "Lind provided details" from ", provided (that) the truce holds"."""
    if items[at].word != "provided" or at == 0:
        return False
    after = items[at + 1].word if at + 1 < len(items) else ""
    return items[at - 1].word != "," and after != "that"


def dated(items: Sequence[Item], comma: int) -> bool:
    """Tell the commas around a date: "if Ruiz, on Monday, meets Lind"."""
    if comma + 1 < len(items) and items[comma + 1].date >= 0:
        return True
    if comma + 2 < len(items) and items[comma + 2].date >= 0 and items[comma + 1].ref is None:
        return True  # ", on Monday"
    at = comma - 1
    while at >= 0 and items[at].date >= 0:
        at -= 1
    return at < comma - 1 and any(item.word == "," for item in items[max(0, at - 1) : at + 1])
