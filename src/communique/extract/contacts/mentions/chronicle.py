"""Days told apart from a contact: "5 May: Ruiz calls Lind", "on 5 May, hours after they met"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from msgspec.structs import replace as replaced

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.triggers import triggers_for
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.model import When

_BESIDE = frozenset({"after", "before"})
_LONGEST = 70  # characters of a day at the beginning of a line, with its marks
_DAY_ENDS = re.compile(r"\s*(?::\s|\s[–—-]\s|\.\s)")
_LINE_ENDS = re.compile(r"[^\S\n]*[.:]?[^\S\n]*(?:\n|$)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEADING = re.compile(r"^[^\n]{3,40}$", re.MULTILINE)
_MARKS = re.compile(r"[\s,;.()\[\]*_•▪◦·●–—-]*")


def on_its_line(view: View, mention: Mention) -> Mention:
    """Return the contact with the day that its line begins with, if it has none of its own."""
    if mention.date is not None:
        return mention
    day = _day_of_line(view, mention.evidence.start)
    if day is None:
        return mention
    return replace(mention, date=day, extra=(*mention.extra, day.evidence[0]))


def within_hours(view: View, mention: Mention) -> Mention:
    """Return the contact with the day of "signed on Monday, hours after | she met Lind"."""
    items = view.items(mention.sentence)
    led = items[mention.first - 1].word if mention.first > 1 else ""
    if mention.date is not None or led not in _BESIDE:
        return mention
    if items[mention.first - 2].word not in triggers_for(view.lexicon).words["hours"]:
        return mention
    whens = view.dates_within(items[0].start, items[mention.first - 2].start)
    days = [when for _, when in whens if when.type in ("date", "time")]
    return replace(mention, date=days[0]) if len(days) == 1 else mention


def on_same_day(view: View, here: Sequence[Mention], last: Mention | None) -> list[Mention]:
    """Return contacts with the day of the one told of in the sentence before: "hours later".

    Also of one told of earlier in the same sentence.
    """
    pattern = _same_day(view.lexicon.language)
    if pattern is None or len(here) != 1 or here[0].date is not None or last is None:
        return list(here)
    mention, day = here[0], last.date
    near = mention.sentence - last.sentence == 1 and last.modality.status == "held"
    if day is None or not near or not _DAY.match(day.value or "") or mention.series:
        return list(here)
    if mention.modality.status != "held" or mention.why == "noun:named":
        return list(here)
    span = view.reading.sentences[mention.sentence]
    found = pattern.search(view.text, span.start, span.end)
    if found is None:
        return list(here)
    return [replace(mention, date=replaced(day, value=(day.value or "")[:10]))]


@lru_cache(maxsize=16)
def _same_day(language: str) -> re.Pattern[str] | None:
    listed = lexicon_for(language).table("contacts").get("slots", {}).get("same_day", ())
    return re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE) if listed else None


def _day_of_line(view: View, offset: int) -> When | None:
    start = view.text.rfind("\n", 0, offset) + 1
    return _days_from(view, start, offset, _DAY_ENDS) or _of_heading(view, start)


def _of_heading(view: View, start: int) -> When | None:
    """Return the day on a line of its own above, in a diary: a report of two such days or more."""
    if view.is_press_conference or view.turns.is_remarks:
        return None  # "1:06 P.M." on a line of a transcript
    found: When | None = None
    days: set[str | None] = set()
    for line in _HEADING.finditer(view.text):
        day = _days_from(view, line.start(), line.end(), _LINE_ENDS)
        if day is None or not _DAY.fullmatch(day.value or ""):
            continue
        days.add(day.value)
        found = day if line.end() <= start else found
    return found if len(days) > 1 else None


def _days_from(view: View, start: int, offset: int, ends: re.Pattern[str]) -> When | None:
    at, days = start, list[When]()
    for _, when in view.dates_within(start, min(offset, start + _LONGEST)):
        span = when.evidence[0]
        if not _MARKS.fullmatch(view.text, at, span.start) or when.type not in ("date", "time"):
            break
        days.append(when)
        at = span.end
    if not days or ends.match(view.text, at) is None:
        return None
    return max(days, key=lambda when: len((when.value or "").split("T")[0]))
