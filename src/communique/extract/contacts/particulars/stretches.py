"""Days that one contact took: "met on 3 and 4 March" is one stretch of two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from communique.model import Span, When

_DAY = timedelta(days=1)
_BETWEEN = frozenset({"and", "&"})


def stretched(text: str, whens: Sequence[tuple[int, When]]) -> list[tuple[int, When]]:
    """Return the dates of a sentence, two days in a row with only "and" between them as one.

    Args:
        text: The report's text.
        whens: Dates with their indices, in the order of the text.
    """
    out = list(whens)
    for one, other in pairwise(whens):
        if (whole := _whole(text, one[1], other[1])) is not None:
            at = out.index(other)
            out[max(0, at - 1) : at + 1] = [(one[0], whole)]
    return out


def _whole(text: str, first: When, last: When) -> When | None:
    """Return the stretch of two dates, or ``None`` where they are no two days in a row."""
    days = _day(first), _day(last)
    if days[0] is None or days[1] is None or days[1] - days[0] != _DAY:
        return None
    span = Span(first.evidence[0].start, last.evidence[-1].end)
    between = text[first.evidence[-1].end : last.evidence[0].start]
    if between.strip().lower() not in _BETWEEN:
        return None
    return replace(
        last,
        raw=" ".join(span.of(text).split()),
        value=f"{first.value}/{last.value}",
        interval=(days[0].isoformat(), days[1].isoformat()),
        evidence=(span,),
    )


def _day(when: When) -> date | None:
    """Return the day that a date is, if it is exactly one."""
    value = when.value or ""
    if when.type != "date" or len(value) != 10 or not when.evidence:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
