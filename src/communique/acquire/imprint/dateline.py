"""Datelines: where, when and by which agency a story was filed ("OBERHAVEN, May 3 (XNA) —")."""

from __future__ import annotations

import re

import msgspec

from communique.acquire.dating.calendar import month_of
from communique.acquire.dating.printed import PrintedDate, date_at, dates_in, only_date
from communique.acquire.dating.yearless import Yearless
from communique.acquire.imprint.labels import particles
from communique.model import Span

_DATELINE = re.compile(
    r"""(?P<head>[^\W\d_][^\n"“”«»:;|()\[\]—]{1,90}?)
        (?:\s{0,2}[(\[/](?P<agency>[^\n()\[\]/]{2,40})[)\]/]\.?)?
        \s{0,2}(?P<dash>—|–|--|-|:)\s{1,3}(?=\S)""",
    re.VERBOSE,
)
_DAY = re.compile(
    r"(?:(\d{1,2})\.?(?:\s(?:de\s)?)?([^\W\d_]{3,14})|([^\W\d_]{3,14})\.?\s(\d{1,2}))\.?$"
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


def dateline_at(text: str, start: int, language: str | None = None) -> Dateline | None:
    """Return the dateline that ``text`` has at ``start``, if it has one.

    A place and a dash alone are not enough: there must be a date or an agency, or the place
    must stand in capitals.
    """
    match = _DATELINE.match(text, start, min(len(text), start + _REACH))
    if match is None:
        return _with_full_stop(text, start, language)
    agency, dash = match["agency"], match["dash"]
    place, day, printed = _parted(text, start, match.end("head"), language)
    if agency and (dated := only_date(agency, language=language)) is not None:
        day, printed, agency = "full", dated, None  # "Oberhaven (3 May 2031) –"
    if not _is_place(place) or (agency and not _AGENCY.fullmatch(agency)):
        return None
    told = bool(day or agency)
    if not told and (dash in "-:" or not place.isupper() or len(place) < 3):
        return None
    return Dateline(
        span=Span(start, match.end("dash")),
        place=place,
        date=printed,
        day=None if printed else _yearless(text, start, match.end("head"), language),
        agency=agency,
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
    if comma < 0 or not _is_place(text[start:comma]):
        return None
    begin = comma + 1 + (text[comma + 1 : comma + 2] == " ")
    day = date_at(text, begin, min(len(text), start + _REACH), language=language)
    end = day.span.end if day is not None else comma
    stop = text[end - 1 : end] == "." or text[end : end + 1] == "."
    if day is None or not stop or text[end : end + 4].strip(". ") == "":
        return None
    close = end + (text[end : end + 1] == ".")
    return Dateline(span=Span(start, close), place=text[start:comma], date=day)


def _parted(
    text: str, start: int, end: int, language: str | None
) -> tuple[str, str, PrintedDate | None]:
    """Part "OBERHAVEN, Karst, 3 May" into the place, the day's words, and a full date."""
    printed = next(dates_in(text, start, end, language=language), None)
    if printed is not None:
        rest = text[printed.span.end : end].strip(" ,.")
        return ("" if rest else text[start : printed.span.start].strip(" ,")), "full", printed
    head = text[start:end].rstrip(" ,")
    day = _DAY.search(head)
    if day is not None and month_of(day[2] or day[3], language):
        return head[: day.start()].strip(" ,"), day[0], None
    return head.strip(" ,"), "", None


def _is_place(words: str) -> bool:
    if not _PLACE.fullmatch(words) or words[-1] == ".":
        return False
    parts = words.replace(",", " ").split()
    return len(parts) <= 5 and all(part in particles() or not part[0].islower() for part in parts)
