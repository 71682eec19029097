"""What every format of a brief shows alike: legible letters, and a note's source in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from communique.model.brief import Block, Brief, Note, Paragraph, Picture, Table, Text
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
#: Letters that are written from right to left, and stretches of them.
_RIGHT_TO_LEFT = (
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRETCH = re.compile(rf"{_RIGHT_TO_LEFT}+(?:[\W_]+{_RIGHT_TO_LEFT}+)*")
#: First strong isolate, its end, and the mark of a letter written from left to right.
_ISOLATE, _END, _MARK = "\u2068", "\u2069", "\u200e"


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


def fit(text: str) -> str:
    """Return ``text`` with U+FFFD for what a document cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def quoted(text: str) -> str:
    """Return a report's words, legible; the direction of their letters ends with them."""
    words = legible(text)
    return f"{_ISOLATE}{words}{_END}{_MARK}" if _STRETCH.search(words) else words


def told(text: str) -> str:
    """Return a line of the brief's own, legible; names in it turn no mark or number beside them."""
    return _STRETCH.sub(rf"\g<0>{_MARK}", legible(text))


def stretches(text: str) -> tuple[tuple[str, bool], ...]:
    """Return a text in pieces, and whether each is written from right to left."""
    found, at = [], 0
    for match in _STRETCH.finditer(text):
        found += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return tuple((piece, turned) for piece, turned in (*found, (text[at:], False)) if piece)


def readable(brief: Brief) -> Brief:
    """Return a brief as it is to be printed: every text legible, and written the right way."""
    return replace(
        brief,
        title=told(brief.title),
        lede=told(brief.lede),
        facts=tuple((name, told(value)) for name, value in brief.facts),
        left_out=tuple(map(told, brief.left_out)),
        parts=tuple(
            replace(part, heading=told(part.heading), blocks=tuple(map(_block, part.blocks)))
            for part in brief.parts
        ),
    )


def _block(block: Block) -> Block:
    match block:
        case Paragraph():
            return replace(block, texts=tuple(map(_text, block.texts)))
        case Table():
            rows = tuple(tuple(map(_text, row)) for row in block.rows)
            return replace(block, caption=told(block.caption), rows=rows)
        case Picture():
            return replace(block, alt=told(block.alt))


def _text(one: Text) -> Text:
    return replace(one, text=quoted(one.text) if one.tone == "quote" else told(one.text))


def note_view(note: Note) -> NoteView:
    """Return a note as it is printed."""
    if note.same_as:
        return NoteView("", f"As note {note.same_as}", "")
    is_said = note.is_quoted or not note.words
    words = "" if is_said else f"“{quoted(' … '.join(note.words))}”"
    report = note.report
    published = date_in_words(report.published[:10]) if report.published else "date not given"
    named = (short(report.label), report.publisher or "", published)
    ids = [report.id, *([note.claim] if note.claim else [])]
    places = ", ".join(f"{span.start}–{span.end}" for span in note.spans)
    place = f"{', '.join(ids)}, characters {places}" if places else ", ".join(ids)
    source = ", ".join(told(part) for part in named if part)
    return NoteView(words, source, legible(place), note.url or "")


def day_of(brief: Brief) -> date | None:
    """Return the day that a brief bears, if that is a whole one."""
    try:
        return date.fromisoformat(brief.as_of or "")
    except ValueError:
        return None
