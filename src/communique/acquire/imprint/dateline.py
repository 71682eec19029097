"""Datelines: where, when and by which agency a story was filed ("OBERHAVEN, May 3 (XNA) —")."""

from __future__ import annotations

import re

import msgspec

from communique.acquire.dating.calendar import month_of
from communique.acquire.dating.printed import PrintedDate, dates_in
from communique.model import Span

_DATELINE = re.compile(
    r"""(?P<place>[^\W\d_][^\n.,;:()\[\]"“”«»—–|]{0,30}(?:,\s[^\W\d_][^\n.,;:()\[\]"“”«»—–|\d]{1,25}){0,2}?)
        (?:(?:,\s{1,2}|\s{1,2})(?P<date>[^\n()—]{3,30}?))?
        (?:\s{0,2}[(\[/](?P<agency>[^\n()\[\]]{2,40})[)\]/])?
        \s{0,2}(?P<dash>—|–|--|-|:)\s{1,3}(?=\S)""",
    re.VERBOSE,
)
_DAY = re.compile(
    r"(?:(\d{1,2})\.?(?:\s(?:de\s)?)?([^\W\d_]{3,14})|([^\W\d_]{3,14})\.?\s(\d{1,2}))\.?"
)
#: Nothing that begins later in a paragraph is a dateline's dash.
_REACH = 130


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline. ``date`` is set only where the year is printed too."""

    span: Span
    place: str
    date: PrintedDate | None = None
    agency: str | None = None


def dateline_at(text: str, start: int, language: str | None = None) -> Dateline | None:
    """Return the dateline that ``text`` has at ``start``, if it has one.

    A place and a dash alone are not enough: there must be a date or an agency, or the place
    must stand in capitals.
    """
    match = _DATELINE.match(text, start, min(len(text), start + _REACH))
    if match is None:
        return None
    date, agency, place = match["date"], match["agency"], match["place"]
    printed = next(dates_in(text, start, match.end(), language=language), None)
    if date is not None and printed is None and not _is_day(date, language):
        return None
    capitals = place.isupper() and len(place) > 2
    if not (capitals or (place[:1].isupper() and (date or agency))):
        return None
    if match["dash"] in "-:" and not (date or agency):
        return None
    return Dateline(
        span=Span(start, match.end("dash")),
        place=place.strip(),
        date=printed,
        agency=agency.strip() if agency else None,
    )


def _is_day(words: str, language: str | None) -> bool:
    match = _DAY.fullmatch(words.strip(" ,"))
    return match is not None and month_of(match[2] or match[3], language) is not None
