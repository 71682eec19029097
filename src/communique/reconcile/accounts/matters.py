"""Which figures, and which acts, of several reports are about one thing; and what they say of it.

Figures are of one thing if what is counted is the same in words, the sentences around share
more than that, and the days are not far apart. Acts are one if the same actor does the same, or
the opposite, about the same matter in the same days. Nothing here looks at the numbers
themselves, so different numbers of one thing come together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from communique.model import Spans, When
from communique.model.claim_rows import ActRow
from communique.model.comparison import Versions
from communique.model.days import days_of, first_and_last
from communique.model.passages import surroundings
from communique.model.rows import FigureRow
from communique.reconcile.accounts.slots import Content
from communique.reconcile.accounts.tables import Told, tabled
from communique.reconcile.spelling import plain
from communique.reconcile.wording import coverage, shared, stems_of, wording

#: Days within which figures and acts may be of one thing.
FIGURES_NEAR, ACTS_NEAR = 31, 7
#: How much of the shorter must be in the longer, of what is counted and of what is done.
_SAME_THING, _SAME_DEED = 0.6, 0.5
#: What the words around two figures must weigh that both have.
_AROUND = 2.0
#: How many times as much one number may be before twice as much must speak for one thing.
_FAR_OFF = 5.0
#: By how much of itself a number that is only about right may be off.
_ABOUT = 0.1
#: The most that one is compared with.
_MOST = 60
#: Types of acts of which one takes back what the other gives.
_OPPOSED = frozenset({"agree", "accept", "concede", "reject", "refuse", "deny", "promise"})

Row = TypeVar("Row", FigureRow, ActRow)
Pair = Callable[[Told[Row], Told[Row]], str | None]


def figures(told: Sequence[Told[FigureRow]]) -> Iterator[Versions]:
    """Yield the figures of two or more reports that are of one thing, slot by slot."""
    blocks: dict[str, list[Told[FigureRow]]] = defaultdict(list)
    for each in told:
        if words := plain(each.row.thing or "").split():
            blocks[words[-1].removesuffix("s")].append(each)
    for _, block in sorted(blocks.items()):
        for group, why in _groups(block, _one_thing):
            table = tabled(group, _FIGURE, _figure)
            yield Versions(
                kind="figure",
                about=max((each.row.thing or "" for each in group), key=len),
                items=tuple(each.row.id for each in group),
                slots=table.slots,
                why=why,
                copied=table.copied,
                sources=table.sources,
            )


def acts(told: Sequence[Told[ActRow]]) -> Iterator[Versions]:
    """Yield the acts of which two or more reports tell, slot by slot."""
    blocks: dict[str, list[Told[ActRow]]] = defaultdict(list)
    for each in told:
        if each.row.actor:
            blocks[each.row.actor.id].append(each)
    for _, block in sorted(blocks.items()):
        for group, why in _groups(block, _one_deed):
            table = tabled(group, _ACT, _act)
            first = group[0].row
            yield Versions(
                kind="act",
                about=f"{first.actor.name if first.actor else ''}: {first.what}",
                items=tuple(each.row.id for each in group),
                slots=table.slots,
                why=why,
                copied=table.copied,
                sources=table.sources,
            )


def _groups(
    block: Sequence[Told[Row]], same: Pair[Row]
) -> Iterator[tuple[list[Told[Row]], tuple[str, ...]]]:
    """Yield those that are one, of two reports or more, with what makes them so."""
    ordered = sorted(block, key=lambda each: (_day(each) or "~", each.row.id))
    number: list[int] = list(range(len(ordered)))
    whys: dict[int, list[str]] = defaultdict(list)
    for at, each in enumerate(ordered):
        for other in range(max(0, at - _MOST), at):
            if each.row.report.id == ordered[other].row.report.id:
                continue
            if why := same(each, ordered[other]):
                new: int = min(number[at], number[other])
                old: int = max(number[at], number[other])
                number = [new if n == old else n for n in number]
                before: list[str] = whys.pop(old, []) if old != new else []
                whys[new] = [*whys[new], *before, why]
    members: dict[int, list[Told[Row]]] = defaultdict(list)
    for n, each in zip(number, ordered, strict=True):
        members[n].append(each)
    for n, group in sorted(members.items()):
        if len({each.row.report.id for each in group}) > 1:
            yield group, tuple(dict.fromkeys(whys[n]))


def _one_thing(one: Told[FigureRow], other: Told[FigureRow]) -> str | None:
    """Return what makes two figures be of one thing; ``None`` if nothing does."""
    if one.row.unit != other.row.unit or _apart(one, other) > FIGURES_NEAR:
        return None
    things = [wording(each.row.thing or "") for each in (one, other)]
    if coverage(things[0], things[1]) < _SAME_THING:
        return None
    counted = stems_of((one.row.thing or "", other.row.thing or ""))
    around = shared(_around(one, counted), _around(other, counted))
    needed = _AROUND * (2 if _ratio(one.row, other.row) > _FAR_OFF else 1)
    if sum(around.values()) < needed:
        return None
    return f"both count {one.row.thing}; both have {', '.join(sorted(around)[:5])}"


def _one_deed(one: Told[ActRow], other: Told[ActRow]) -> str | None:
    """Return what makes two acts one; ``None`` if nothing does."""
    types = {one.row.type, other.row.type}
    if len(types) > 1 and not types <= _OPPOSED:
        return None
    towards = [{each.id for each in told.row.addressees} for told in (one, other)]
    if all(towards) and towards[0].isdisjoint(towards[1]):
        return None
    if _apart(one, other) > ACTS_NEAR:
        return None
    parties = stems_of(
        actor.name for row in (one.row, other.row) for actor in (*row.doers, *row.addressees)
    )
    whats = [wording(each.row.what, parties) for each in (one, other)]
    common = shared(whats[0], whats[1])
    if sum(common.values()) < 1.0 or coverage(whats[0], whats[1]) < _SAME_DEED:
        return None
    return f"the same actor in the same days; both have {', '.join(sorted(common)[:5])}"


def _around(told: Told[FigureRow], without: frozenset[str]) -> Mapping[str, float]:
    """Return the words of the sentence that a figure stands in."""
    span = surroundings(told.report.text, told.sentences, told.row.evidence[0])
    return wording(span.of(told.report.text), without)


def _when(told: Told[Row]) -> When | None:
    row = told.row
    return row.as_of if isinstance(row, FigureRow) else row.when


def _day(told: Told[Row]) -> str | None:
    """Return the first day that a claim may be about: its own, or its report's."""
    days = days_of(_when(told)) or first_and_last(told.report.published or "")
    return days[0] if days else None


def _apart(one: Told[Row], other: Told[Row]) -> int:
    """Return the days between two claims; 0 where those of one are not known."""
    days = _day(one), _day(other)
    if days[0] is None or days[1] is None:
        return 0
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)


_FIGURE = ("number", "thing", "claimant", "as_of")
_ACT = ("type", "status", "towards", "what", "when")


def _figure(name: str, row: FigureRow) -> Content | None:
    """Return what a figure says in a slot."""
    match name:
        case "number":
            items = frozenset({_value(row)})
            return Content(row.raw, None, row.evidence, items, bounds=_range(row))
        case "thing" if row.thing:
            return Content(row.thing, None, row.evidence, frozenset({plain(row.thing)}))
        case "claimant" if row.claimant:
            return Content(row.claimant.name, None, row.evidence, frozenset({row.claimant.id}))
        case "as_of" if row.as_of:
            return _dated(row.as_of, row.evidence)
    return None


def _value(row: FigureRow) -> str:
    known = row.low is not None or row.high is not None
    return f"{row.low}–{row.high}" if known else plain(row.raw)


def _ratio(one: FigureRow, other: FigureRow) -> float:
    """Return how many times the lesser of two numbers the greater is; 1 if that is not known."""
    sizes = sorted(abs(row.low or row.high or 0.0) for row in (one, other))
    return sizes[1] / sizes[0] if sizes[0] else 1.0


def _range(row: FigureRow) -> tuple[float, float] | None:
    """Return the least and the most that a figure may be."""
    if row.low is None and row.high is None:
        return None
    slack = 0.0 if row.exact else _ABOUT
    low = float("-inf") if row.low is None else row.low - abs(row.low) * slack
    high = float("inf") if row.high is None else row.high + abs(row.high) * slack
    return low, high


def _act(name: str, row: ActRow) -> Content | None:
    """Return what an account of an act says in a slot."""
    match name:
        case "type" | "status":
            value = str(getattr(row, name))
            return Content(value, None, row.evidence, frozenset({value}))
        case "towards" if others := row.addressees:
            names = " and ".join(each.name for each in others)
            return Content(names, None, row.evidence, frozenset(each.id for each in others))
        case "what":
            return Content(row.what, None, row.evidence, frozenset({plain(row.what)}))
        case "when" if row.when:
            return _dated(row.when, row.evidence)
    return None


def _dated(when: When, evidence: Spans) -> Content:
    value = when.value or when.raw
    return Content(value, when.raw, when.evidence or evidence, frozenset({value}), when)
