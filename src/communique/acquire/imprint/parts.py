"""Reads one line of a header or footer: which parts it has, and what each says.

A line counts only if every part of it is understood; a sentence that merely begins like a
header stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.acquire.dating.printed import PrintedDate, date_at, dates_in
from communique.acquire.imprint.byline import read_byline
from communique.acquire.imprint.labels import (
    Labelled,
    day_words,
    distributor_marked,
    folded,
    is_correction,
    is_credit,
    is_ending,
    is_genre,
    is_office,
    is_reference,
    is_rubric,
    is_tally,
    labelled,
    place_openings,
    prefixed,
)
from communique.acquire.imprint.lines import Line
from communique.acquire.imprint.masthead import dated_masthead, is_house_name
from communique.model import Span

#: A bar, or a label glued to the time before it ("09:14Modified: 15/03/2031").
_BAR = re.compile(r"\s*(?:[|·•]|\s[–—/-]\s|\t)\s*|(?<=\d)(?=[^\W\d_]{4,14}:\s)")
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4}|\s?[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]{0,24}\s?){1,4},\s{1,3}")
_LINK = re.compile(
    r"<?(?:https?://|www\.)\S+>?|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/\S*)?", re.IGNORECASE
)
_ON = re.compile(r"\s+(?:on|at|am|le|el|il|em|op|den|,)\s+$|\s*[,|]\s*$", re.IGNORECASE)
_ZONE = re.compile(r"(?:[a-z]{1,3}[sd]?t|local time)|msk|мск")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
#: Slots whose value is a name.
_NAMED = ("source", "publisher", "distributor", "title")
#: No name of a house is longer.
_NAME_LENGTH = 120


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What one part says. ``slot`` is a particular, or ``note`` for what has no slot."""

    slot: str
    value: str = ""
    date: PrintedDate | None = None


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What a line, or the opening of one, says as header or footer."""

    span: Span
    findings: tuple[Finding, ...]


def read_line(text: str, line: Line, language: str | None) -> Part | None:
    """Return what the whole line says, or ``None`` if it is not all header or footer."""
    if not line.is_short:
        return None
    found = _piece(text, line.span, language)
    if found is None:
        found = _pieces(text, line, language)
    return Part(span=line.span, findings=tuple(found)) if found is not None else None


def read_opening(text: str, line: Line, language: str | None) -> Part | None:
    """Return the label and date that the line opens with, if prose goes on after them."""
    said = prefixed(line.words, ("published",)) or labelled(line.words.partition("\n")[0])
    if said is None:
        said = _labelled_start(line.words)
    if said is None or said.slot != "published":
        return None
    start = line.span.start + said.at
    date = date_at(text, start, line.span.end, language=language)
    if date is None:
        return None
    span = Span(line.span.start, date.span.end)
    return Part(span=span, findings=(Finding(slot="published", date=date),))


def _labelled_start(words: str) -> Labelled | None:
    label, colon, rest = words.partition(":")
    if not colon or len(label) > 32:
        return None
    said = labelled(f"{label}: x")
    value = rest.lstrip()
    if said is None or not value:
        return None
    return Labelled(slot=said.slot, value=value, at=len(words) - len(value))


def _pieces(text: str, line: Line, language: str | None) -> list[Finding] | None:
    spans = list(_split(text, line.span))
    if len(spans) < 2:
        return None
    findings: list[Finding] = []
    for span in spans:
        found = _piece(text, span, language)
        words = span.of(text).strip(" *_")
        if found is None and _names_publisher(words):
            found = [Finding(slot="publisher", value=words)]
        if found is None:
            return None
        findings += found
    return findings


def _names_publisher(words: str) -> bool:
    return len(words) <= _NAME_LENGTH and (is_office(words) or is_house_name(words))


def _split(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for bar in _BAR.finditer(text, span.start, span.end):
        if bar.start() > start:
            yield Span(start, bar.start())
        start = bar.end()
    if start < span.end:
        yield Span(start, span.end)


def _piece(text: str, span: Span, language: str | None) -> list[Finding] | None:
    words = span.of(text)
    if _is_note(words):
        return [Finding(slot="note", value=words)]
    if name := distributor_marked(words):
        return [Finding(slot="distributor", value=name)]
    if housed := dated_masthead(text, span, language):
        house, day = housed
        return [Finding(slot="publisher", value=house), Finding(slot="date", date=day)]
    if date := _date_alone(text, span, language):
        return [Finding(slot="date", date=date)]
    if byline := read_byline(words):
        note = Finding(slot="note", value=words)
        return [note, Finding(slot="publisher", value=byline.house)] if byline.house else [note]
    said = labelled(words) or prefixed(words, ("published", "distributor", "publisher", "updated"))
    return _said(text, span, said, language) if said else None


def _is_note(words: str) -> bool:
    """Tell whether the words have their place in a header or footer but no slot."""
    if any(tells(words) for tells in (is_genre, is_ending, is_credit, is_tally)):
        return True
    if is_rubric(words) or is_reference(words) or is_correction(words):
        return True
    return is_clock(words) or is_rights(words)


def is_clock(words: str) -> bool:
    """Tell whether the words are a time of day and nothing else."""
    return _CLOCK.fullmatch(words) is not None


def is_rights(words: str) -> bool:
    """Tell whether the words are a copyright line."""
    return _COPYRIGHT.match(words) is not None


def _date_alone(text: str, span: Span, language: str | None) -> PrintedDate | None:
    start = span.start
    for first in dict.fromkeys((start, _behind_place(text, span))):
        while first < span.end and text[first] in "([*_":
            first += 1
        date = date_at(text, first, span.end, language=language)
        rest = folded(text[date.span.end : span.end]).strip(" ,г.року") if date else ""
        if date is not None and (not rest or _ZONE.fullmatch(rest)):
            return date
    return None


def _behind_place(text: str, span: Span) -> int:
    """Return where a date may begin behind a place: "Oberhaven, ", "Fait à Oberhaven, le "."""
    opening = place_openings().match(text, span.start, span.end)
    place = _PLACE.match(text, opening.end() if opening else span.start, span.end)
    if place is None:
        return span.start
    word = day_words().match(text, place.end(), span.end)
    return word.end() if word else place.end()


def _said(text: str, span: Span, said: Labelled, language: str | None) -> list[Finding] | None:
    if said.slot in ("published", "updated"):
        return _dated(text, span, said, language)
    if said.slot == "author":
        return None
    if said.slot == "url":
        return [Finding(slot="url", value=said.value)] if _LINK.fullmatch(said.value) else None
    if said.slot in _NAMED:
        return _named(text, span, said, language)
    return [Finding(slot="note", value=said.value)]


def _dated(text: str, span: Span, said: Labelled, language: str | None) -> list[Finding] | None:
    if said.at < 0:
        return None
    date = date_at(text, span.start + said.at, span.end, language=language)
    if date is None or len(text[date.span.end : span.end].split()) > 3:
        return None
    return [Finding(slot=said.slot, date=date)]


def _named(text: str, span: Span, said: Labelled, language: str | None) -> list[Finding] | None:
    """Read a name, and the date that may stand after it ("Distributed by X on 3 May 2031")."""
    start = span.start + said.at
    date = next(dates_in(text, start, span.end, language=language), None) if said.at >= 0 else None
    name = text[start : date.span.start] if date and said.at >= 0 else said.value
    name = _ON.sub("", name).strip(" ,*_.") if said.slot != "title" else said.value
    if not name or (len(name) > _NAME_LENGTH and said.slot != "title"):
        return None
    findings = [Finding(slot=said.slot, value=name)]
    if date is not None and said.slot != "title":
        if text[date.span.end : span.end].strip(" .,)"):
            return None
        findings.append(Finding(slot="passed on", date=date))
    return findings
