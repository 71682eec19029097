"""Whether two contacts may have been on one day, as far as two accounts tell when they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.days import first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import Feature, is_just_over, is_of_ones_own
from communique.reconcile.contacts.late import (
    alone_on_it,
    by_itself,
    days_late,
    is_first_known,
    is_nearer_another,
    may_be_late,
)
from communique.reconcile.contacts.parties import is_journey, names_the_same
from communique.reconcile.contacts.recency import JOURNEY, tells_days
from communique.reconcile.contacts.windows import (
    NEAR,
    Certainty,
    Window,
    days_apart,
    week_after,
    window,
)

#: What dates that may be one day add to the score, by the less certain of the two.
_BY_DATE: dict[Certainty, float] = {"exact": 0.4, "fresh": 0.3, "vague": 0.15, "unknown": 0.1}
#: What must speak for one contact beside people, kind and date, by the less certain date.
_NEEDED: dict[Certainty, float] = {"exact": 0.0, "fresh": 0.0, "vague": 0.1, "unknown": 0.15}
_CERTAINTY: tuple[Certainty, ...] = ("unknown", "vague", "fresh", "exact")

UNTOLD = "nothing tells that it was at one time"
DAY_APART = "dated a day apart"
INFERRED_APART = "a day apart, of which one is taken from the publication"
OTHER_TIMES = "at other times of the day"
WEEK_APART = "a week apart, of which one may be that of the day planned for"
SLIPPED = "a day apart, of which one is that planned for"
#: Kinds of contacts that are arranged days before.
_MET = frozenset({"meeting", "summit", "visit"})
#: Persons of whom a contact is told.
_TWO = 2
ONE_DAY_LATE = "a day apart, of which one is counted from a publication the day after"
DAYS_LATE = "days apart, of which one is counted from a publication that may be late"
#: What must, by what else the days say.
_NEEDED_APART = {
    # Main contacts: two sides count in their own time, and err, but people also meet two days
    # running about the same topics.
    DAY_APART: 0.25,
    # The day of one is not told but taken from its report's publication.
    INFERRED_APART: 0.2,
    # It may be the morning of one and the evening of the other.
    OTHER_TIMES: 0.15,
    WEEK_APART: 0.1,
    ONE_DAY_LATE: 0.1,
    DAYS_LATE: 0.25,
    SLIPPED: 0.0,
}


def is_late(when: Feature) -> bool:
    """Tell whether days are one only if that of one account is late."""
    return when.why in (ONE_DAY_LATE, DAYS_LATE)


def beside_others(
    one: ContactRow, other: ContactRow, when: Feature, like: Iterable[ContactRow]
) -> Feature:
    """Return what the days of two accounts, of which one may be late, say beside those of others.

    They are two where such a contact is known of the later day; where neither day is, nothing
    tells.

    Args:
        one: An account.
        other: Another.
        when: What the days say by themselves.
        like: Accounts of such contacts of these people.
    """
    if is_nearer_another(one, other, like):
        return are_two(one, other)
    return when if is_first_known(one, other) else Feature(-1, UNTOLD)


def by_themselves(
    one: ContactRow, other: ContactRow, when: Feature, like: Sequence[ContactRow]
) -> Iterable[Feature]:
    """Yield that no other account is of the day that one of two must be late, or a week early,
    for."""
    if is_late(when):
        yield from by_itself(one, other, like)
    elif when.why == WEEK_APART and like:
        yield from alone_on_it(one, other, like)


def may_slip(contact: ContactRow) -> bool:
    """Tell whether a plan is for a day, so that it may be that of what was held on the next one,
    or the one before."""
    days = window(contact)
    return contact.status == "planned" and days.certainty == "exact" and days.first == days.last


def slipped(one: ContactRow, other: ContactRow, like: Iterable[ContactRow]) -> Feature | None:
    """Return that a plan for a day is what was held a day off, if both name the same two persons or
    more, and no such contact is known to have been held on the day that was planned for.

    People call each other from day to day, and a bloc meets for days.

    Args:
        one: An account.
        other: Another.
        like: All accounts of such contacts of these people.
    """
    plan, held = sorted((one, other), key=lambda row: row.status, reverse=True)
    if (plan.status, held.status) != ("planned", "held") or not may_slip(plan):
        return None
    day, days = window(plan), window(held)
    if days.certainty != "exact" or days_apart(day, days) != 1 or is_journey(one):
        return None
    named = one.kind == other.kind and one.kind in _MET and names_the_same(one, other)
    persons = {p.actor.id for p in plan.participants if p.actor.kind == "person"}
    others = (row for row in like if row.status == "held" and row.id != held.id)
    if not named or len(persons) < _TWO or any(days_apart(window(r), day) <= 0 for r in others):
        return None
    return Feature(0.3, SLIPPED)


def are_two(one: ContactRow, other: ContactRow) -> Feature:
    """Return that two days cannot be one."""
    return Feature(-1, f"{window(one).first} is not {window(other).first}")


def needed(when: Feature, certainty: Certainty) -> float:
    """Return what must speak for one contact beside people, kind and days, by what these say."""
    told = (least for why, least in _NEEDED_APART.items() if when.why.endswith(why))
    return max(_NEEDED[certainty], *told, 0.0)


def dates(one: ContactRow, other: ContactRow) -> tuple[Feature, Certainty]:
    """Compare the days; a score below nothing says that they cannot be one."""
    mine, theirs = window(one), window(other)
    certainty = min((mine.certainty, theirs.certainty), key=_CERTAINTY.index)
    if "unknown" in (mine.certainty, theirs.certainty):
        return _yearless(mine, theirs)
    apart = days_apart(mine, theirs)
    if apart <= 0:
        same = mine.first if mine.first == theirs.first else f"{mine.first} / {theirs.first}"
        how = {"exact": "dated", "fresh": "dated or published about"}.get(certainty, "perhaps")
        times = f", {OTHER_TIMES}" if _at_other_times(one, other) else ""
        return Feature(_BY_DATE[certainty], f"{how} {same}{times}"), certainty
    if _is_a_week_off(one, other):
        return Feature(0.3, WEEK_APART), certainty
    if (late := days_late(one, other)) and is_first_known(one, other):
        return Feature(0.3, ONE_DAY_LATE if late == 1 else DAYS_LATE), certainty
    if apart == 1 and one.main and other.main and not _of_one(one, other):
        return Feature(0.3, DAY_APART), certainty
    if apart == 1 and certainty == "fresh" and not _is_of_its_report(one, other):
        return Feature(0.2, INFERRED_APART), certainty
    if certainty == "vague" and not (tells_days(one) and tells_days(other)):
        if apart == 1 and "exact" in (mine.certainty, theirs.certainty) and _of_two(one, other):
            return Feature(0.1, INFERRED_APART), certainty
        return Feature(-1, UNTOLD), certainty
    if apart <= JOURNEY and is_journey(one) and is_journey(other):
        return Feature(0.2, "days of one journey"), certainty
    return are_two(one, other), certainty


def _is_a_week_off(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether a plan for a day of the week may be for that of the next one, on which it was by
    the other account."""
    pairs = ((week_after(one), window(other)), (week_after(other), window(one)))
    return any(later and days.first and days_apart(later, days) <= 0 for later, days in pairs)


def _at_other_times(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether one account is of the morning, and the other of the evening or night."""
    times = {row.date.value[10:] for row in (one, other) if row.date and row.date.value}
    return "TMO" in times and bool(times & {"TEV", "TNI"})


def _is_of_its_report(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether one who took part tells of what he or she has just done, which was on the day of
    the report, and the other account is of the day before by a date of its own."""
    return any(
        is_just_over(fresh) and is_of_ones_own(fresh) and not may_be_late(told)
        for fresh, told in ((one, other), (other, one))
        if fresh.date is None and told.date is not None
    )


def _of_two(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether two reports are of two publishers, for whom it may be another day."""
    publishers = {one.report.publisher, other.report.publisher}
    return None not in publishers and len(publishers) > 1


def _of_one(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether two reports are of one publisher, who counts days alike."""
    return one.report.publisher is not None and one.report.publisher == other.report.publisher


def _yearless(mine: Window, theirs: Window) -> tuple[Feature, Certainty]:
    """Compare days of which at least one is not known, or not the year."""
    if not (mine.day or mine.first) or not (theirs.day or theirs.first):
        return Feature(_BY_DATE["unknown"], "no date to compare"), "unknown"
    if mine.day and theirs.day:
        apart = days_apart(_in_leap_year(mine), _in_leap_year(theirs))
        told = f"{mine.day} is not {theirs.day}"
        dated = mine
    else:
        yearless, dated = (mine, theirs) if mine.day else (theirs, mine)
        days = _in_years_of(dated, yearless.day)
        apart = min((days_apart(each, dated) for each in days), default=NEAR)
        told = f"{yearless.day} is not {dated.first}"
    if apart <= 0:
        # A contact on the same day of two years is rarer than a report without its year.
        sure: Certainty = "fresh" if dated.certainty == "exact" else "vague"
        return Feature(0.3, f"same day of the year ({mine.day or theirs.day})"), sure
    if apart == 1 and dated.certainty == "fresh":
        return Feature(0.2, INFERRED_APART), "vague"
    return Feature(-1, told), "vague"


def _in_leap_year(yearless: Window) -> Window:
    return Window("exact", f"2000-{yearless.day}", f"2000-{yearless.day}")


def _in_years_of(dated: Window, day: str) -> Iterable[Window]:
    """Yield a day of the year in the years that a window is of and about."""
    for year in range(int(dated.first[:4]) - 1, int(dated.last[:4]) + 2):
        if found := first_and_last(f"{year:04}-{day}"):
            yield Window("exact", *found)
