"""Contacts as an iCalendar (RFC 5545, with the names of RFC 7986), to be subscribed to.

A contact stands on each day that a report gives it, and on no other: one told of without a day
(a month, a week, "about" a day) is left out and counted. Where accounts give different days,
each has an entry of its own that names the others, as tentative. The same contacts give the
same bytes; an entry's name stays the same from one time to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from communique import __version__
from communique.model.threads import ContactLine, Dated
from communique.publish.index import short
from communique.publish.phrases import count, date_in_words, listed

#: Octets of a line; longer ones are folded.
_LINE = 75
#: Letters of a report's words that an entry quotes.
_QUOTED = 1000
_STATUSES = {"held": "CONFIRMED", "declined": "CANCELLED"}
#: How often a subscriber may ask anew.
_REFRESH = "PT6H"
_DAY = r"\d{4}-\d\d-\d\d"
_CLOCK = r"T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:?\d\d)?"
_VALUE = re.compile(rf"(?P<day>{_DAY})(?:{_CLOCK}|T.*)?|(?P<first>{_DAY})/(?P<last>{_DAY})")
#: RFC 5545 allows no controls but the tab; marks that turn the direction of writing go, too.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as it is sent, with how many entries it has and how many contacts it has not.

    ``undated`` are contacts that no report gives a day.
    """

    data: bytes
    entries: int
    undated: int


@dataclass(frozen=True, slots=True)
class _Time:
    """A day or days, or a time of a day, as properties tell them."""

    start: str
    end: str = ""


def calendar(
    contacts: Iterable[ContactLine], *, name: str = "Contacts", address: Address | None = None
) -> Calendar:
    """Return contacts as a calendar in UTF-8.

    Args:
        contacts: In the order in which they are listed.
        name: What the calendar is called.
        address: Gives the web address of a contact by its id, if it has one.
    """
    events: list[str] = []
    entries = undated = 0
    for contact in contacts:
        timed = [(dated, time) for dated in contact.dates if (time := _time(dated.value))]
        undated += not timed
        for dated, time in timed:
            entries += 1
            events += _event(contact, dated, time, address)
    lines = [*_head(name, undated), *events, "END:VCALENDAR"]
    data = b"".join(_folded(line) for line in lines)
    return Calendar(data, entries, undated)


def _head(name: str, undated: int) -> Iterator[str]:
    about = "What reports say; none of it is called true."
    if undated:
        about += f" {count(undated, 'contact')} without a day left out."
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//communique//communique {__version__}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    for key in ("NAME", "X-WR-CALNAME"):
        yield f"{key}:{_text(name)}"
    for key in ("DESCRIPTION", "X-WR-CALDESC"):
        yield f"{key}:{_text(about)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}"
    yield f"X-PUBLISHED-TTL:{_REFRESH}"


def _event(
    contact: ContactLine, dated: Dated, time: _Time, address: Address | None
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(contact, time)}"
    yield f"DTSTAMP:{_stamp(contact)}"
    yield f"DTSTART{time.start}"
    if time.end:
        yield f"DTEND{time.end}"
    yield f"SUMMARY:{_text(_summary(contact))}"
    if contact.place:
        yield f"LOCATION:{_text(contact.place)}"
    yield f"DESCRIPTION:{_text(_description(contact, dated))}"
    yield f"STATUS:{'TENTATIVE' if contact.is_disputed else _status(contact)}"
    yield f"CATEGORIES:{','.join(_text(kind) for kind in contact.kinds)}"
    yield "TRANSP:TRANSPARENT"
    if address:
        yield f"URL:{_CONTROLS.sub('', address(contact.id))}"
    yield "END:VEVENT"


def _uid(contact: ContactLine, time: _Time) -> str:
    """Return a name that stays: the contact's id, with the day where days differ."""
    day = f"-{time.start.rsplit(':', 1)[1][:8]}" if contact.is_disputed else ""
    return f"{contact.id}{day}@communique"


def _stamp(contact: ContactLine) -> str:
    """Return the day on which it was last told of, since the present has no place in it."""
    days = sorted((report.published or "")[:10] for report in contact.reports)
    last = days[-1] if days and re.fullmatch(_DAY, days[-1]) else "1970-01-01"
    return f"{last.replace('-', '')}T000000Z"


def _status(contact: ContactLine) -> str:
    return _STATUSES.get(contact.status, "TENTATIVE")


def _summary(contact: ContactLine) -> str:
    names = listed(list(dict.fromkeys(actor.name for actor in contact.participants)))
    status = "" if contact.status == "held" else f" ({contact.status})"
    kinds = ", ".join(contact.kinds).capitalize()
    return f"{kinds}{status}: {names or 'participants not named'}"


def _description(contact: ContactLine, dated: Dated) -> str:
    lines = []
    if contact.is_disputed:
        told = (f"{date_in_words(one.value)} ({_tellers(one)})" for one in contact.dates)
        lines.append(f"Dates differ: {', '.join(told)}.")
    words = " ".join(contact.words.split())
    lines.append(f"“{words[:_QUOTED]}{' …' if len(words) > _QUOTED else ''}”")
    lines += [
        ", ".join(part for part in (short(r.label), r.publisher, (r.published or "")[:10]) if part)
        for r in contact.reports
    ]
    lines.append(f"Date printed as “{dated.raw}”. Contact {contact.id}.")
    return "\n".join(lines)


def _tellers(dated: Dated) -> str:
    return "; ".join(short(report.label) for report in dated.reports)


def _time(value: str) -> _Time | None:
    """Return when an entry is, or nothing where the value is no day of the calendar.

    A clock time without its zone stays without one. The end of days is the day behind them.
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        if match["first"]:
            first, last = date.fromisoformat(match["first"]), date.fromisoformat(match["last"])
            behind = last + timedelta(days=1)
            return _Time(_days(first), _days(behind)) if first <= last else None
        day = date.fromisoformat(match["day"])
        return _Time(_clock(day, match) if match["hour"] else _days(day))
    except (ValueError, OverflowError):
        return None


def _days(day: date) -> str:
    return f";VALUE=DATE:{day.year:04}{day:%m%d}"


def _clock(day: date, match: re.Match[str]) -> str:
    at = datetime(
        day.year, day.month, day.day, int(match["hour"]), int(match["minute"])
    ) + timedelta(seconds=int(match["second"] or 0))
    zone = match["zone"]
    if zone:
        at = datetime.fromisoformat(f"{at.isoformat()}{zone.replace('Z', '+00:00')}")
        at = at.astimezone(UTC)
    return f":{at.year:04}{at:%m%dT%H%M%S}{'Z' if zone else ''}"


def _text(words: str) -> str:
    """Return words as a value of type TEXT."""
    return _CONTROLS.sub("\ufffd", words).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Return a line as octets, folded at 75, never within a letter."""
    out, room = [], _LINE
    for letter in line:
        octets = letter.encode("utf-8")
        if len(octets) > room:
            out.append(b"\r\n ")
            room = _LINE - 1
        out.append(octets)
        room -= len(octets)
    return b"".join([*out, b"\r\n"])
