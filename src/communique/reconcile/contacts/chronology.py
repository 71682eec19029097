"""One line per contact on the timeline, with the dates that its accounts give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.days import days_of
from communique.model.rows import ActorRef, ContactRow, ReportRef
from communique.model.threads import ContactLine, Dated

_Days = tuple[str, str]


def line_of(accounts: Sequence[ContactRow]) -> ContactLine:
    """Return the line of a contact that one or more accounts tell of.

    A date that is only less precise than another, and holds it, is left out; those that are
    left stand side by side, and are disputed where two have no day in common.
    """
    ordered = sorted(accounts, key=lambda row: (row.report.published or "~", row.id))
    first = ordered[0]
    dates = _dates(ordered)
    days = sorted(dates)
    participants: dict[str, ActorRef] = {
        p.actor.id: p.actor for row in ordered for p in row.participants
    }
    return ContactLine(
        id=first.id,
        first_on=days[0][0] if days else None,
        last_on=max(day[1] for day in days) if days else None,
        dates=tuple(dates[day] for day in sorted(dates, key=_precise_first)),
        is_disputed=any(_apart(a, b) for a in days for b in days),
        kinds=tuple(dict.fromkeys(row.kind for row in ordered)),
        status=_status(ordered),
        participants=tuple(participants.values()),
        place=next((row.place.name for row in ordered if row.place), None),
        accounts=tuple(row.id for row in ordered),
        reports=_once(row.report for row in ordered),
        words=" ".join(first.words.split()),
    )


def _dates(accounts: Sequence[ContactRow]) -> dict[_Days, Dated]:
    """Return the dates by the days that they may mean, the vaguer ones left out."""
    found: dict[_Days, Dated] = {}
    for row in accounts:
        days = days_of(row.date)
        if days is None or row.date is None:
            continue
        before = found[days].reports if days in found else ()
        value = found[days].value if days in found else row.date.value or row.date.raw
        raw = found[days].raw if days in found else row.date.raw
        found[days] = Dated(value=value, raw=raw, reports=_once((*before, row.report)))
    return {
        days: dated
        for days, dated in found.items()
        if not any(_holds(days, other) for other in found if other != days)
    }


def _status(accounts: Sequence[ContactRow]) -> str:
    """Return ``held`` where an account says so, else what the last account says."""
    return "held" if any(row.status == "held" for row in accounts) else accounts[-1].status


def _once(reports: Iterable[ReportRef]) -> tuple[ReportRef, ...]:
    found: dict[str, ReportRef] = {}
    for report in reports:
        found.setdefault(report.id, report)
    return tuple(found.values())


def _precise_first(days: _Days) -> tuple[bool, _Days]:
    return days[0] != days[1], days


def _holds(outer: _Days, inner: _Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _apart(one: _Days, other: _Days) -> bool:
    return one[1] < other[0] or other[1] < one[0]
