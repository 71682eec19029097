"""Tells headings from sentences by their form, and lays sections under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.acquire.imprint.labels import labelled
from communique.acquire.imprint.lines import Line
from communique.model import Section, Span, trimmed

_MARKED = re.compile(
    r"#{1,6}[ \t]+(?P<atx>\S.*?)[ \t]*#*|(?P<rim>\*\*|__)(?P<bold>[^*_\n]{2,120})(?P=rim)"
)
_BULLET = re.compile(r"[-*•‣▪●–—+>]|\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_STOPS = ".,;:…。、，；："
_QUOTES = "\"'“”„«»‘’‹›「」"
_ENDS = _QUOTES + ".!?…。！？)"
_EMPHASIS = re.compile(r"\*+|__")
#: A line that long is a paragraph and not a line broken by hand.
_PARAGRAPH = 120
#: A heading is no longer, in characters and in words; a title may be.
_HEADING = (100, 14)
_TITLE = (220, 36)


def is_title(line: Line, after: Line | None) -> bool:
    """Tell whether ``line``, the first of a text, is a title and not its first sentence."""
    if after is None or not _is_headline(line.words, _TITLE):
        return False
    marked = _MARKED.fullmatch(line.words) is not None
    return marked or after.gap or len(after.span) > 1.5 * len(line.span)


def is_headline(words: str) -> bool:
    """Tell whether the words have the form of a title, wherever they stand."""
    return _is_headline(words, _TITLE)


def headings_in(lines: Sequence[Line]) -> list[Span]:
    """Return the lines that are headings, in order.

    Markdown's marks make a heading; so does a short line without a full stop that stands
    apart and has prose under it. Lines that come again, such as the names of those who
    speak in a transcript, are none. Where no blank lines part the paragraphs, a line stands
    apart that follows a full stop.
    """
    counts = Counter(line.words for line in lines if len(line.words) <= _HEADING[0])
    spaced = any(line.gap for line in lines[1:])
    found = []
    for before, line, after in zip([None, *lines], lines, lines[1:], strict=False):
        ended = before is None or before.words[-1] in _ENDS or not before.is_short
        apart = line.gap if spaced else ended
        if _MARKED.fullmatch(line.words) or (
            apart and counts[line.words] == 1 and _heads(line, after)
        ):
            found.append(line.span)
    return found


def is_ended(text: str, line: Line) -> bool:
    """Tell whether a sentence ends with the line."""
    return text[line.span.end - 1] in _ENDS


def heading_words(text: str, span: Span) -> str:
    """Return a heading without its marks."""
    words = span.of(text)
    match = _MARKED.fullmatch(words)
    plain = (match["atx"] or match["bold"]) if match else words
    return " ".join(_EMPHASIS.sub("", plain).split())


def sections_under(text: str, headings: Iterable[Span], end: int) -> tuple[Section, ...]:
    """Return what stands under each heading, up to the next one or to ``end``.

    A heading with nothing under it has no section.
    """
    spans = [span for span in headings if span.end <= end]
    sections = []
    for span, after in zip(spans, [*spans[1:], None], strict=False):
        under = trimmed(text, span.end, after.start if after else end)
        if under is not None:
            sections.append(Section(under.start, under.end, heading_words(text, span)))
    return tuple(sections)


def _heads(line: Line, after: Line) -> bool:
    words = line.words
    if not _is_headline(words, _HEADING) or words[-1] in "?!？！" or words[-1] in _QUOTES:
        return False
    if words[0] in _QUOTES or labelled(words) or after.words[0].islower():
        return False
    # Without a blank line between them only a whole paragraph is prose under a heading;
    # a line of it would be the rest of a sentence that was broken by hand.
    return len(after.span) > (40 if after.gap else _PARAGRAPH) and len(after.span) > len(line.span)


def _is_headline(words: str, most: tuple[int, int]) -> bool:
    match = _MARKED.fullmatch(words)
    if match:
        words = match["atx"] or match["bold"]
    if len(words) > most[0] or len(words.split()) > most[1] or words[-1] in _STOPS:
        return False
    if _BULLET.match(words) or words[0].islower() or sum(c.isalpha() for c in words) < 4:
        return False
    inner = words.rstrip(_QUOTES + " ")
    return bool(inner) and inner[-1] not in _STOPS
