"""The storyline seen from afar: how much is told of each year, month or day, to go to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlencode

from communique.model.threads import Period
from communique.publish.phrases import date_in_words

By = Literal["year", "month", "day"]

#: How high the fullest column is, in pixels.
HEIGHT = 64
#: The most columns that are drawn; of more, the last ones.
_MOST = 120
#: What is seen closer of each period.
_CLOSER: dict[By, By] = {"year": "month", "month": "day", "day": "day"}
#: What a date of so many characters names.
_NAMES: dict[int, By] = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class Column:
    """A period with what is told of it, and the address that shows it alone."""

    period: str
    label: str
    href: str
    contacts: int
    acts: int
    high: int
    acts_high: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Zoom:
    """The columns, the ways to look closer or from farther off, and what was left out."""

    by: By
    columns: tuple[Column, ...]
    ways: tuple[tuple[By, str, bool], ...]
    farther: tuple[tuple[str, str], ...]
    left_out: int


def level(since: str | None, until: str | None, asked: str) -> By:
    """Return in which periods to count: as asked, or else by how long the time shown is."""
    if asked in ("year", "month", "day"):
        return asked  # type: ignore[return-value]
    if since and until and since[:7] == until[:7] and len(since) >= 7 and len(until) >= 7:
        return "day"
    return "month" if since and until and since[:4] == until[:4] else "year"


def around(since: str | None, until: str | None, by: By) -> tuple[str | None, str | None]:
    """Return the time of which columns are drawn: a day or month is shown among its like."""
    length = {"day": 7, "month": 4, "year": 0}[by]
    if not (since and until) or since[:length] != until[:length]:
        return since, until
    return since[:length] or None, until[:length] or None


def zoom(
    periods: Iterable[Period], by: By, query: str, since: str | None, until: str | None
) -> Zoom:
    """Return the columns of periods, and the addresses that lead closer and farther off.

    Args:
        periods: What is told of each, in order.
        by: How long a period is.
        query: What the page's address asks for.
        since: The first day shown.
        until: The last day shown.
    """
    kept = [
        (key, value)
        for key, value in parse_qsl(query)
        if value and key not in ("since", "until", "after", "zoom")
    ]
    everything = list(periods)
    some = everything[-_MOST:]
    most = max((sum(each.counts.values()) for each in some), default=1)
    columns = [
        _column(each, before.period if before else "", by, kept, most, since, until)
        for before, each in zip([None, *some], some, strict=False)
    ]
    days = [(name, value) for name, value in (("since", since), ("until", until)) if value]
    ways = tuple((way, _address([*kept, *days, ("zoom", way)]), way == by) for way in _CLOSER)
    return Zoom(
        by, tuple(columns), ways, tuple(_farther(kept, since, until)), len(everything) - len(some)
    )


def _column(
    each: Period,
    before: str,
    by: By,
    kept: list[tuple[str, str]],
    most: int,
    since: str | None,
    until: str | None,
) -> Column:
    contacts, acts = each.counts.get("contact", 0), each.counts.get("act", 0)
    high = max(2, round(HEIGHT * (contacts + acts) / most))
    closer = _CLOSER[by] if _NAMES.get(len(each.period)) == by else by
    href = _address([*kept, ("since", each.period), ("until", each.period), ("zoom", closer)])
    return Column(
        period=each.period,
        label=_label(each.period, before),
        href=href,
        contacts=contacts,
        acts=acts,
        high=high,
        acts_high=round(high * acts / max(1, contacts + acts)),
        is_open=bool(since and until and since == until == each.period),
    )


def _farther(
    kept: list[tuple[str, str]], since: str | None, until: str | None
) -> Iterable[tuple[str, str]]:
    """Yield the ways out of a year, month or day: what they show, and their addresses."""
    if not since and not until:
        return
    yield "all years", _address([*kept, ("zoom", "year")])
    for length, closer in ((4, "month"), (7, "day")):
        if since and until and since[:length] == until[:length] and len(since) > length:
            part = since[:length]
            days = [("since", part), ("until", part), ("zoom", closer)]
            yield date_in_words(part), _address([*kept, *days])


def _address(given: list[tuple[str, str]]) -> str:
    return f"/?{urlencode(given)}" if given else "/"


def _label(period: str, before: str) -> str:
    """Return what stands below a column: the year, the month's or the day's name in short.

    The month or year is named where it is another than that of the column ``before``.
    """
    words = [word[:3] if word.isalpha() else word for word in date_in_words(period).split()]
    if period[:4] != before[:4]:
        return " ".join(words)
    new_month = len(period) == 10 and period[:7] != before[:7]
    return " ".join(words[:2] if new_month else words[:1])
