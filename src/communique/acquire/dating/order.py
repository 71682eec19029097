"""Decides whether the day or the month comes first in a date printed as numbers.

Evidence is asked in order, from the report's own to mere custom; what no evidence decides
stays undecided. Every answer carries its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec
import tomli

from communique.acquire.dating.printed import PrintedDate, dates_in, days_in

Order = Literal["day-first", "month-first"]
#: Longer reports are searched for further dates only so far; offices date near the top.
SEARCHED = 200_000


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a report that may tell how it orders day and month.

    ``houses`` are its publisher, distributor and source, as printed.
    """

    text: str = ""
    houses: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    #: The caller's word, which outranks all evidence.
    order: Order | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """An ISO date (``None`` if undecided) and how it was come by."""

    value: str | None
    basis: str


def decide(printed: PrintedDate, setting: Setting) -> Decision:
    """Return which of its readings ``printed`` has.

    ``basis`` is ``stated`` for a date with one reading; ``day-first: …`` or
    ``month-first: …`` with the reason; or ``ambiguous: 2025-09-11 or 2025-11-09``.
    """
    settled = printed.settled
    if settled:
        return Decision(value=_instant(settled, printed), basis="stated")
    found = _by_report(printed, setting) or _by_custom(printed, setting)
    if found is None:
        low, high = sorted(printed.readings)
        return Decision(value=None, basis=f"ambiguous: {low} or {high}")
    order, reason = found
    reading = printed.readings[0 if order == "day-first" else 1]
    return Decision(value=_instant(reading, printed), basis=f"{order}: {reason}")


def _instant(reading: str, printed: PrintedDate) -> str:
    return f"{reading}T{printed.time}" if printed.time else reading


def _by_report(printed: PrintedDate, setting: Setting) -> tuple[Order, str] | None:
    if setting.order:
        return setting.order, "as the caller says"
    if printed.weekday is not None:
        fits = [d for d in printed.readings if date.fromisoformat(d).weekday() == printed.weekday]
        if len(fits) == 1:
            return _order(printed, fits[0]), "the weekday printed with it"
    text = setting.text[:SEARCHED]
    others = tuple(dates_in(text, language=setting.language))
    return _by_sibling(printed, others) or _by_day_named(printed, others, text, setting.language)


def _by_sibling(printed: PrintedDate, others: Sequence[PrintedDate]) -> tuple[Order, str] | None:
    """Judge by a date in the same style that can be read one way only."""
    votes: dict[Order, str] = {}
    for other in others:
        if other.numeric == printed.numeric and other.settled:
            order: Order = "day-first" if other.day_leads else "month-first"
            if other.settled[5:7] != other.settled[8:10]:
                votes.setdefault(order, other.settled)
    if len(votes) != 1:
        return None
    (order, settled), *_ = votes.items()
    return order, f"the report also prints {settled} that way"


def _by_day_named(
    printed: PrintedDate, others: Sequence[PrintedDate], text: str, language: str | None
) -> tuple[Order, str] | None:
    """Judge by a date in words that is one of the readings and not the other."""
    dated = {other.settled for other in others if other.settled and not other.numeric}
    named = {f"{month:02}-{day:02}" for month, day in days_in(text, language)}
    fits = [day for day in printed.readings if day in dated or day[5:] in named]
    if len(fits) != 1:
        return None
    return _order(printed, fits[0]), f"the report names {fits[0]} in words"


def _by_custom(printed: PrintedDate, setting: Setting) -> tuple[Order, str] | None:
    habits = _habits()
    for house in setting.houses:
        order = habits["houses"].get(" ".join(house.casefold().split()))
        if order:
            return order, f"{house} prints dates so"
    host = urlsplit(setting.url or "").hostname or ""
    ending = host.rpartition(".")[2]
    if order := habits["hosts"].get(ending):
        return order, f"sites under .{ending} print dates so"
    if len(ending) == 2 and ending not in habits["undecided"]["hosts"]:
        return "day-first", f"sites under .{ending} print dates so"
    language = (setting.language or "").partition("-")[0]
    if language in habits["languages"]["day_first"]:
        return "day-first", f"texts in {language} print dates so"
    if printed.numeric == ".":
        return "day-first", "dates with full stops are printed so"
    return None


def _order(printed: PrintedDate, reading: str) -> Order:
    return "day-first" if reading == printed.readings[0] else "month-first"


@cache
def _habits() -> dict[str, Any]:
    source = files(__package__).joinpath("habits.toml").read_text(encoding="utf-8")
    return tomli.loads(source)
