"""Who holds an office by what reports say, and where they name two holders at one time.

Only offices of which there is one holder are looked at: heads of state and government, and
ministers of something. That one holder follows another is no difference; that reports of the
same time name both is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from communique.model import Spans
from communique.model.comparison import Versions
from communique.model.days import first_and_last
from communique.model.rows import ActorRef, ReportRef
from communique.reconcile.accounts.slots import Content
from communique.reconcile.accounts.tables import Told, tabled
from communique.reconcile.spelling import lists, plain
from communique.reconcile.states import state_key


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """An office that one report gives a person.

    ``of`` names what it is of, ``evidence`` are the words that give it. ``id`` is the person's.
    """

    holder: ActorRef
    title: str
    of: str
    report: ReportRef
    evidence: Spans

    @property
    def id(self) -> str:
        """The holder's id."""
        return self.holder.id


def tenures(told: Sequence[Told[Tenure]]) -> Iterator[Versions]:
    """Yield the offices to which several reports give holders: those of one time, or the last."""
    offices: dict[tuple[str, str], list[Told[Tenure]]] = defaultdict(list)
    for each in told:
        title, of = plain(each.row.title).removeprefix("the "), state_key(each.row.of)
        if of and _has_one_holder(title):
            offices[title, of].append(each)
    for _, holders in sorted(offices.items()):
        if len({each.row.report.id for each in holders}) > 1:
            yield _versions(_at_one_time(holders))


def _has_one_holder(title: str) -> bool:
    words = title.split()
    minister = words[-1:] == ["minister"] or words[:2] in (["minister", "of"], ["minister", "for"])
    return title in lists().heads - lists().any_head or (minister and "deputy" not in words)


def _at_one_time(holders: list[Told[Tenure]]) -> list[Told[Tenure]]:
    """Return what is told of holders who overlap in time; if none do, of the last one."""
    ordered = sorted(holders, key=lambda t: (t.row.report.published or "~", t.row.report.id))
    spells = {
        id: (min(days), max(days))
        for id in dict.fromkeys(each.row.id for each in ordered)
        if (days := [d for each in ordered if each.row.id == id and (d := _day(each))])
    }
    overlapping = {
        id
        for id, (first, last) in spells.items()
        for other, (start, end) in spells.items()
        if other != id and first <= end and start <= last
    }
    last = ordered[-1].row.id
    return [each for each in ordered if each.row.id in (overlapping or {last})]


def _day(told: Told[Tenure]) -> str | None:
    days = first_and_last(told.report.published or "")
    return days[0] if days else None


def _versions(holders: list[Told[Tenure]]) -> Versions:
    table = tabled(holders, ("holder",), _holder)
    first = holders[0].row
    return Versions(
        kind="office",
        about=f"{first.title} of {first.of}",
        items=tuple(dict.fromkeys(each.row.id for each in holders)),
        slots=table.slots,
        why=("reports of the same time give both the office",),
        copied=table.copied,
        sources=table.sources,
    )


def _holder(name: str, row: Tenure) -> Content | None:
    assert name == "holder"
    return Content(row.holder.name, None, row.evidence, frozenset({row.holder.id}))
