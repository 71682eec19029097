"""What every format of a brief shows alike: legible letters, and a note's source in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from communique.model.brief import Brief, Note
from communique.publish.index import short
from communique.publish.phrases import date_in_words

#: Letters that documents cannot hold (XML 1.0) or that nothing can show: controls, halves of
#: surrogate pairs, what Unicode leaves without a meaning for good.
_NEVER = "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNFIT = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NEVER}]")
#: Marks that turn the direction of all that follows. Letters tell it by themselves; with these
#: a report could turn the line in which it is cited.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
#: Scripts that are written from right to left.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as it is printed: its words (empty if the text quotes them), and where they stand.

    One with the words of an earlier note only names that.
    """

    words: str
    source: str
    place: str
    url: str = ""


def legible(text: str) -> str:
    """Return ``text`` on one line; what cannot be shown becomes U+FFFD."""
    return _SPACE.sub(" ", _UNFIT.sub("\ufffd", _TURNING.sub("", text))).strip()


def is_right_to_left(text: str) -> bool:
    """Tell whether any letter is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def note_view(note: Note) -> NoteView:
    """Return a note as it is printed."""
    if note.same_as:
        return NoteView("", f"As note {note.same_as}", "")
    quoted = note.is_quoted or not note.words
    words = "" if quoted else f"“{legible(' … '.join(note.words))}”"
    report = note.report
    published = date_in_words(report.published[:10]) if report.published else "date not given"
    named = (short(report.label), report.publisher or "", published)
    ids = [report.id, *([note.claim] if note.claim else [])]
    places = ", ".join(f"{span.start}–{span.end}" for span in note.spans)
    place = f"{', '.join(ids)}, characters {places}" if places else ", ".join(ids)
    source = ", ".join(legible(part) for part in named if part)
    return NoteView(words, source, legible(place), note.url or "")


def day_of(brief: Brief) -> date | None:
    """Return the day that a brief bears, if that is a whole one."""
    try:
        return date.fromisoformat(brief.as_of or "")
    except ValueError:
        return None
