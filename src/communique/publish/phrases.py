"""Values in plain English: dates as precise as the report, durations, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from communique.model import Figure, When
from communique.model.comparison import Slot
from communique.model.judgement import Judgement
from communique.model.lineage import CopyRow
from communique.model.rows import Filter

# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?")
_DURATION = re.compile(
    r"P(?:([\d.]+|X)Y)?(?:([\d.]+|X)M)?(?:([\d.]+|X)W)?(?:([\d.]+|X)D)?"
    r"(?:T(?:([\d.]+|X)H)?(?:([\d.]+|X)M)?(?:([\d.]+|X)S)?)?"
)
_PART = re.compile(
    r"(?P<year>\d{4})-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|(?P<season>SP|SU|FA|WI|2[1-4]))"
)
_QUARTERS = ("first", "second", "third", "fourth")
_SEASONS = {
    **dict.fromkeys(("SP", "21"), "spring"),
    **dict.fromkeys(("SU", "22"), "summer"),
    **dict.fromkeys(("FA", "23"), "autumn"),
    **dict.fromkeys(("WI", "24"), "winter"),
}
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_BASES = {
    "from-publication": "worked out from the date of publication",
    "from-heading": "worked out from the heading",
    "from-context": "worked out from the context",
    "from-another-report": "worked out from another report",
}


def date_in_words(value: str | None) -> str:
    """Return a TimeML or EDTF date as a person writes it, no more precise than it is.

    ``2031-03-04`` is "4 March 2031", ``2031-03`` "March 2031", ``2031-03~`` "about March 2031",
    ``XXXX-03-04`` "4 March, year not given", ``203`` "the 2030s". What is no such date is
    returned as it is.
    """
    if not value:
        return "date not given"
    if value in _VAGUE:
        return _VAGUE[value]
    if "/" in value and value.count("/") == 1:
        return " to ".join(date_in_words(part) for part in value.split("/") if part)
    if re.fullmatch(r"\d{2,3}", value):
        return _years(value)
    if part := _PART.fullmatch(value):
        return _part_of_a_year(**part.groupdict())
    match = _DATE.match(value)
    if not match or not re.fullmatch(r"T.*|[~?%]?", value[match.end() :]):
        return value
    about = "about " if value[-1] in "~%" else ""
    doubt = " (uncertain)" if value[-1] in "?%" else ""
    return f"{about}{_calendar(**match.groupdict())}{doubt}"


def published_in_words(published: str | None, basis: str | None) -> str:
    """Return when a report was published, and how that was found out where it is not stated.

    ``basis`` is ``Report.published_basis``. A date in figures that can be read two ways is told
    with the way to say which.
    """
    day = date_in_words(published[:10]) if published else "not known"
    how, _, reason = (basis or "").partition(": ")
    if reason == "as the caller says" or basis in (None, "stated"):
        return day
    if how in ("day-first", "month-first"):
        other = {"day-first": "month-first", "month-first": "day-first"}[how]
        return f"{day}, read {how} ({reason}); if that is wrong, add it with --date-order {other}"
    if how == "ambiguous":
        either = " or ".join(date_in_words(part) for part in reason.split(" or "))
        return f"{either}, which nothing tells; add it with --date-order day-first or month-first"
    if how == "unreadable":
        return f"not known: “{reason}” is no date that can be read; say it with --published"
    return f"{day} ({basis})"


def _years(value: str) -> str:
    """Return a decade (``203``) or a century (``20``) in words."""
    if len(value) > 2:
        return f"the {value}0s"
    number = int(value) + 1
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{ending} century"


def _part_of_a_year(year: str, week: str | None, quarter: str | None, season: str | None) -> str:
    """Return a week, quarter or season in words; a week by its Monday (ISO 8601)."""
    if week:
        try:
            monday = date.fromisocalendar(int(year), int(week), 1)
        except ValueError:
            return f"{year}-W{week}"
        return f"week of {date_in_words(monday.isoformat())}"
    if quarter:
        return f"{_QUARTERS[int(quarter) - 1]} quarter of {year}"
    return f"{_SEASONS[season or 'SP']} {year}"


def _calendar(year: str, month: str | None, day: str | None) -> str:
    known = month and month.isdigit() and 1 <= int(month) <= 12
    name = _MONTHS[int(month) - 1] if month and known else ""
    if day and day.isdigit():
        name = f"{int(day)} {name}"
    if year == "XXXX":
        return f"{name}, year not given" if name else "date not given"
    return f"{name} {year}".strip()


def duration_in_words(value: str | None) -> str:
    """Return an ISO 8601 duration in words: ``PT1H30M`` is "1 hour 30 minutes".

    ``PT1.5H`` is "1.5 hours", ``PXY`` "some years", ``PX`` "some time", ``PT2H/PT3H`` "2 hours to
    3 hours". What is no duration is returned as it is.
    """
    if value == "PX":
        return "some time"
    if value and value.count("/") == 1:
        return " to ".join(duration_in_words(part) for part in value.split("/"))
    match = _DURATION.fullmatch((value or "").rstrip("~"))
    if not value or not match or not any(match.groups()):
        return value or ""
    parts = (
        f"{'some' if number == 'X' else number} {unit}{'' if number == '1' else 's'}"
        for number, unit in zip(match.groups(), _UNITS, strict=True)
        if number
    )
    return ("about " if value.endswith("~") else "") + " ".join(parts)


def when_in_words(when: When) -> str:
    """Return a *when* in words, by its type."""
    if when.type == "duration":
        return duration_in_words(when.value) or when.raw
    return date_in_words(when.value) if when.value else when.raw


def slot_in_words(slot: str, value: str | None) -> str:
    """Return what an account says in a slot of a contact, dates and durations in words."""
    if slot == "date" and value:
        return date_in_words(value)
    return duration_in_words(value) if slot == "duration" else value or ""


def names_more(slot: Slot) -> bool:
    """Tell whether accounts differ only in that each names what others leave out."""
    return slot.verdict == "differ" and slot.difference == "more"


def verdict_in_words(slot: Slot) -> str:
    """Return whether accounts agree on a slot, and how they differ where all of it can be so."""
    if names_more(slot):
        return "each names more"
    how = _BUT.get(slot.difference or "", "") if slot.verdict == "agree" else ""
    return f"{_SLOT_VERDICTS[slot.verdict]}{how}"


_SLOT_VERDICTS = {
    "agree": "accounts agree",
    "differ": "accounts differ",
    "single": "one account",
    "silent": "not said",
}
_BUT = {
    "spelling": ", but for spelling",
    "precision": ", one is less exact",
    "time": ", one tells of what was to come",
    "more": ", one names more",
}


def basis_in_words(basis: str | None) -> str:
    """Return how a date was come by, or nothing where it is simply stated."""
    return _BASES.get(basis or "", "")


def month_of(day: str | None) -> str:
    """Return the month by which a day is filed: "March 2031"."""
    return date_in_words(day[:7]) if day else "Date not given"


def day_of(published: str | None) -> str:
    """Return the day of an instant, as precise as it is told; nothing where there is none."""
    return (published or "")[:10]


def amount(figure: Figure) -> str:
    """Return a figure's value: ``40``, ``40–60``, ``at least 40``, with its unit."""
    if figure.low is None and figure.high is None:
        value = ""
    elif figure.low == figure.high and figure.low is not None:
        value = ("" if figure.exact else "about ") + number(figure.low)
    elif figure.high is None and figure.low is not None:
        value = f"at least {number(figure.low)}"
    elif figure.low is None and figure.high is not None:
        value = f"at most {number(figure.high)}"
    else:
        value = f"{number(figure.low or 0)}–{number(figure.high or 0)}"
    return f"{value} {figure.unit or ''}".strip()


def number(value: float) -> str:
    """Return a number with its thousands parted, and no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def narrowed_in_words(wanted: Filter, names: Mapping[str, str]) -> Iterator[str]:
    """Say by what a record was narrowed down, if by anything; ``names`` are actors' by id."""
    said = {
        "actor": names.get(wanted.actor or "", wanted.actor),
        "kind": wanted.kind,
        "status": wanted.status,
        "issue": wanted.issue,
        "about": wanted.about,
        "from": date_in_words(wanted.since) if wanted.since else None,
        "up to": date_in_words(wanted.until) if wanted.until else None,
        "report": wanted.report,
        "publisher": wanted.publisher,
        "added after": date_in_words(wanted.added_since[:10]) if wanted.added_since else None,
    }
    parts = [f"{name} {value}" for name, value in said.items() if value]
    if parts:
        yield f"This is a part of the record only: {', '.join(parts)}."


def judgement_in_words(judgement: Judgement) -> str:
    """Return who decided what, when and why, and whether it still stands."""
    items = f" {_VERDICTS[judgement.verdict]} ".join(judgement.items)
    if len(judgement.items) == 1:
        items = f"{items} {_VERDICTS[judgement.verdict]}"
    if judgement.slot:
        items += f": {judgement.slot} {judgement.value}"
    score = f" ({judgement.score:.2f})" if judgement.score is not None else ""
    line = f"{judgement.id}  {_minute(judgement.made_at)}  {judgement.by}{score}: {items}"
    if judgement.why:
        line += f"; {judgement.why}"
    if judgement.retracted_at:
        line += f" [retracted {_minute(judgement.retracted_at)} by {judgement.retracted_by}]"
    return line


def _minute(instant: str) -> str:
    """Return an instant for people: "2031-05-17 09:30Z" (the record's are all UTC)."""
    return f"{instant[:10]} {instant[11:16]}Z"


def decision_in_words(judgement: Judgement) -> str:
    """Return what a person decided about one item: "date corrected to 2031-05-17 by Ines"."""
    slot = f"{judgement.slot} " if judgement.slot else ""
    to = f" to {judgement.value or 'nothing'}" if judgement.slot else ""
    return f"{slot}{_VERDICTS[judgement.verdict]}{to} by {judgement.by}"


def copy_in_words(row: CopyRow) -> str:
    """Return what a report has from another: "has 120 words (40 % of it) from"."""
    much = f"{count(row.words, 'word')} ({row.share:.0%} of it)".replace("%", " %")
    match row.relation:
        case "copy":
            return f"has {much} from"
        case "common-source":
            return f"has {much} from the same source as"
        case _:
            return f"shares {much} with"


_VERDICTS = {
    "same": "is",
    "different": "is not",
    "part": "is part of",
    "correct": "corrected",
    "confirm": "confirmed",
    "reject": "rejected",
}
