"""Datelines: where, when and by which agency a story was filed ("OBERHAVEN, May 3 (XNA) —")."""

from __future__ import annotations

import re

import msgspec

from communique.acquire.dating.calendar import month_of
from communique.acquire.dating.printed import PrintedDate, date_at, dates_in, only_date
from communique.acquire.dating.yearless import Yearless
from communique.acquire.imprint.labels import agency_name, particles
from communique.model import Span

_AGENCY_IN = r"\s{0,2}(?:\((?P<round>[^\n()]{2,40})\)|[\[/](?P<agency>[^\n()\[\]/]{2,40})[\]/])"
_HEAD = r"(?P<head>[^\W\d_](?:[^\n\"“”«»:;|()\[\]—]|(?<=\d):(?=\d)){1,90}?)"
#: "OBERHAVEN, May 3 (XNA) — ", with or without the agency, and "OBERHAVEN (XNA) May 3, 2031 - ".
_LATE = r"(?:,?\s(?P<late>\w[^\n\"“”:;|()\[\]—–]{4,24}?))?"
_DASHED = re.compile(
    rf"{_HEAD}(?:{_AGENCY_IN}\.?{_LATE})?\s{{0,2}}(?P<dash>—|–|--|-|:)\s{{1,3}}(?=\S)"
)
#: "OBERHAVEN, May 3. /XNA/. " and "3 May, Oberhaven /XNA Corr./. "
_STOPPED = re.compile(
    rf"(?P<head>\w[^\n\"“”«»:;|()\[\]—/]{{1,90}}?)\.?{_AGENCY_IN}\s?\.\s{{1,3}}(?=\S)"
)
#: "OBERHAVEN, May 3 (XNA)" on a line of its own.
_ALONE = re.compile(rf"{_HEAD}{_AGENCY_IN}\.?[ \t]*(?=\n)")
#: "Oberhaven. May 3. XNALINE - "
_IN_STOPS = re.compile(
    r"(?P<place>[^\W\d_][^\n.\"“”:;|()]{1,40})\.\s(?P<day>[^\n.:;|()]{4,24})\.?\s"
    r"(?P<agency>[^\W\d_a-z][\w.-]{2,24})\s{0,2}[-–—]\s{1,3}(?=\S)"
)
#: "(XNA) - OBERHAVEN, 3 MAY - "
_LED = re.compile(r"\((?P<agency>[^\W\d_][^\n()]{1,20})\)\s{0,2}[-–—]\s{1,3}(?=[^\W\d_])")
#: The agency may stand behind the dash, as a sentence of its own.
_BEHIND = re.compile(
    r"(?P<agency>[^\W\d_a-z][\w-]{1,20}(?:\s[^\W\d_a-z][\w-]{1,20}){0,2})\.\s{1,3}"
)
_DAY = re.compile(
    r"(?:(\d{1,2})\.?(?:\s(?:de\s)?)?([^\W\d_]{3,14})|([^\W\d_]{3,14})\.?\s(\d{1,2}))\.?$"
)
_FIRST_DAY = re.compile(
    r"(?P<day>\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,14}|[^\W\d_]{3,14}\.?\s\d{1,2}),\s"
)
_PLACE = re.compile(r"[^\W\d_][^\d!?]{1,40}")
_AGENCY = re.compile(r"[^\W\d_]\S*(?:\s[^\W\d_a-z]\S*){0,4}")
#: Nothing that begins later in a paragraph is a dateline's dash.
_REACH = 130


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline. ``date`` is set only where the year is printed too, else ``day``."""

    span: Span
    place: str
    date: PrintedDate | None = None
    day: Yearless | None = None
    agency: str | None = None


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """The place and time of a dateline, and an agency that stands behind them."""

    place: str
    date: PrintedDate | None = None
    day: Yearless | None = None
    agency: str | None = None


def dateline_at(text: str, start: int, language: str | None = None) -> Dateline | None:
    """Return the dateline that ``text`` has at ``start``, if it has one.

    A place and a dash alone are not enough: there must be a date or an agency, or the place
    must stand in capitals.
    """
    reach = min(len(text), start + _REACH)
    led = _LED.match(text, start, reach)
    if led is not None:
        found = _dashed(text, led.end(), language)
        if found is not None and (found.date or found.day):
            span = Span(start, found.span.end)
            return msgspec.structs.replace(found, span=span, agency=led["agency"])
    for form in (_dashed, _stopped, _in_stops, _with_full_stop):
        if found := form(text, start, language):
            return found
    return None


def is_place(words: str) -> bool:
    """Tell whether the words have the form of a place's name: capitals, and few of them."""
    if not _PLACE.fullmatch(words) or words[-1] == ".":
        return False
    parts = words.replace(",", " ").replace("/", " ").split()
    return len(parts) <= 5 and all(part in particles() or not part[0].islower() for part in parts)


def _dashed(text: str, start: int, language: str | None) -> Dateline | None:
    match = _DASHED.match(text, start, min(len(text), start + _REACH))
    if match is None:
        return None
    agency, dash = match["round"] or match["agency"], match["dash"]
    head = _head(text, start, match.end("head"), language)
    if match["late"]:
        late = _head(text, *match.span("late"), language)
        if late.place or late.agency or head.date or head.day:
            return None
        head = msgspec.structs.replace(head, date=late.date, day=late.day)
    if agency and (dated := only_date(agency, language=language)) is not None:
        head, agency = msgspec.structs.replace(head, date=dated), None  # "Karst (3 May 2031) –"
    agency = agency or head.agency
    if not is_place(head.place) or (agency and not _AGENCY.fullmatch(agency)):
        return None
    told = bool(head.date or head.day or agency)
    if not told and (dash in "-:" or not head.place.isupper() or len(head.place) < 3):
        return None
    end = match.end("dash")
    if told and not agency and (behind := _BEHIND.match(text, match.end())):
        agency, end = behind["agency"], behind.end("agency") + 1
    return _dateline(head, Span(start, end), agency)


def _stopped(text: str, start: int, language: str | None) -> Dateline | None:
    reach = min(len(text), start + _REACH)
    match = _STOPPED.match(text, start, reach) or _ALONE.match(text, start, reach)
    if match is None:
        return None
    head = _head(text, start, match.end("head"), language)
    agency = match["round"] or match["agency"]
    if not is_place(head.place) or not (head.date or head.day) or not _AGENCY.fullmatch(agency):
        return None
    return _dateline(head, Span(start, match.end()), agency)


def _in_stops(text: str, start: int, language: str | None) -> Dateline | None:
    match = _IN_STOPS.match(text, start, min(len(text), start + _REACH))
    if match is None or not is_place(match["place"]):
        return None
    begin, end = match.span("day")
    date = next(dates_in(text, begin, end, language=language), None)
    day = None if date else _yearless(text, begin, end, language)
    if date is None and day is None:
        return None
    head = _Head(place=match["place"], date=date, day=day)
    return _dateline(head, Span(start, match.end()), match["agency"])


def _dateline(head: _Head, span: Span, agency: str | None) -> Dateline:
    return Dateline(
        span=span,
        place=head.place,
        date=head.date,
        day=None if head.date else head.day,
        agency=agency_name(agency) if agency else None,
    )


def _yearless(text: str, start: int, end: int, language: str | None) -> Yearless | None:
    """Return the day and month that the head of a dateline ends with."""
    found = _DAY.search(text[start:end].rstrip(" ,"))
    month = month_of(found[2] or found[3], language) if found else None
    if found is None or month is None:
        return None
    span = Span(start + found.start(), start + found.end())
    return Yearless(span=span, month=month, day=int(found[1] or found[4]))


def _with_full_stop(text: str, start: int, language: str | None) -> Dateline | None:
    """Return "OBERHAVEN, 3 May 2031. The …": a full date that a stop follows, and no dash."""
    comma = text.find(",", start, start + 40)
    if comma < 0 or not is_place(text[start:comma]):
        return None
    begin = comma + 1 + (text[comma + 1 : comma + 2] == " ")
    day = date_at(text, begin, min(len(text), start + _REACH), language=language)
    end = day.span.end if day is not None else comma
    stop = text[end - 1 : end] == "." or text[end : end + 1] == "."
    if day is None or not stop or text[end : end + 4].strip(". ") == "":
        return None
    close = end + (text[end : end + 1] == ".")
    return Dateline(span=Span(start, close), place=text[start:comma], date=day)


def _head(text: str, start: int, end: int, language: str | None) -> _Head:
    """Part "OBERHAVEN, Karst, 3 May 2031, XNA" into the place, the day and the agency."""
    printed = next(dates_in(text, start, end, language=language), None)
    if printed is not None:
        rest = text[printed.span.end : end].strip(" ,.")
        place = text[start : printed.span.start].strip(" ,")
        named = not rest or bool(_AGENCY.fullmatch(rest) and is_place(rest))
        return _Head(place=place if named else "", date=printed, agency=rest or None)
    first = _FIRST_DAY.match(text, start, end)
    if first is not None and (day := _yearless(text, start, first.end("day"), language)):
        return _Head(place=text[first.end() : end].strip(" ,"), day=day)
    day = _yearless(text, start, end, language)
    place = text[start : day.span.start if day else end].strip(" ,")
    return _Head(place=place, day=day)
