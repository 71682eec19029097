"""Printed lines to paragraphs: what a page break, a hyphen and a gap between lines mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

import msgspec

#: Lines at the top and the bottom of a page that may be running heads.
_EDGE = 3
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|стр\.?|pág\.?|página|pagina|strona)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur|из|di|z)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
#: What a browser prints at the foot and at the head of each page: address and page; when, what.
_ADDRESS = re.compile(r"(?P<address>(?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}")
_BROWSERS = re.compile(
    r"(?:https?|file)://\S+\s+\d{1,4}/\d{1,4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?:\s.*)?"
)
_STOP = re.compile(r"[.!?…:;。！？]['\"”’»)\]]*$")
_SOFT = "\u00ad"
_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)" + _SOFT + r"(?P<tail>[^\W\d_]+)")
_BULLET = re.compile(r"(?:[•‣▪●–—-]|\(?\d{1,3}[.)])\s")


class PageLine:
    """A printed line: its letters, where they stand (in points), how large they are."""

    __slots__ = ("bottom", "left", "letters", "right", "size", "top")

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")
        self.size = 0.0

    def widen(self, left: float, right: float, bottom: float, top: float, size: float) -> None:
        """Let the line cover one more letter."""
        self.left, self.bottom = min(self.left, left), min(self.bottom, bottom)
        self.right, self.top = max(self.right, right), max(self.top, top)
        self.size = max(self.size, size)

    @property
    def words(self) -> str:
        """The letters, with blanks as printed."""
        return " ".join("".join(self.letters).split())


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph's words, and whether it is printed like a heading."""

    words: str
    is_heading: bool


def without_running_heads(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """Return the pages without page numbers and lines that come again on most pages.

    Numbers are not compared, so "Page 2 of 7" is the same line on every page. A line must
    come on more than half of the pages, and on three at least (on both of two).
    """
    edges = Counter(shape for page in pages for shape in set(map(_shape, _edge_lines(page))))
    needed = max(2 if len(pages) == 2 else 3, len(pages) // 2 + 1)
    repeated = {shape for shape, count in edges.items() if count >= needed}
    if printed_from(pages) is not None:
        lines = (line for page in pages for line in _edge_lines(page))
        repeated |= {_shape(line) for line in lines if _BROWSERS.fullmatch(line.words)}
    return [_within(page, repeated) for page in pages]


def printed_from(pages: Sequence[Sequence[PageLine]]) -> str | None:
    """Return the address that a browser puts at the foot of a page that it prints."""
    for line in (line for page in pages for line in _edge_lines(page)):
        if found := _ADDRESS.fullmatch(line.words):
            return found["address"]
    return None


def _within(page: Sequence[PageLine], repeated: set[str]) -> list[PageLine]:
    """Return a page's lines without the running heads outside the first and last of its own."""
    ranked = sorted((line for line in page if line.words), key=lambda line: -line.top)
    gone: set[int] = set()
    for edge in (ranked[:_EDGE], ranked[: -_EDGE - 1 : -1]):
        for line in edge:
            if _shape(line) not in repeated and not _PAGE_NUMBER.fullmatch(line.words):
                break
            gone.add(id(line))
    return [line for line in page if id(line) not in gone]


def paragraphs(pages: Iterable[Sequence[PageLine]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the pages, those that run over a page's end as one."""
    lines = [(line, number) for number, page in enumerate(pages) for line in page if line.words]
    if not lines:
        return
    body = median(line.size for line, _ in lines)
    pitch = _pitch(lines)
    width = max(line.right for line, _ in lines) - min(line.left for line, _ in lines)
    compounds = Counter(re.findall(r"\w+-\w+", " ".join(line.words for line, _ in lines)))
    group: list[PageLine] = []
    for (line, page), (after, next_page) in zip(lines, [*lines[1:], (None, -1)], strict=True):
        group.append(line)
        if after is None or _parted(line, after, page == next_page, pitch, width):
            words = _joined([one.words for one in group], compounds)
            yield Paragraph(words, _is_heading(group, words, body))
            group = []


def _edge_lines(page: Sequence[PageLine]) -> list[PageLine]:
    """Return the topmost and lowest lines, wherever the file has them."""
    ranked = sorted((line for line in page if line.words), key=lambda line: -line.top)
    return [*ranked[:_EDGE], *ranked[_EDGE:][-_EDGE:]]


def _shape(line: PageLine) -> str:
    return _NUMBER.sub("0", line.words.casefold())


def _pitch(lines: Sequence[tuple[PageLine, int]]) -> float:
    """Return the usual step from line to line, which is told by those below a line that is full.

    What stands below a short one may be the next paragraph, and most are where paragraphs are.
    """
    full = 0.85 * max(line.right for line, _ in lines)
    gaps = [
        (line.right >= full, line.bottom - after.bottom)
        for (line, page), (after, next_page) in pairwise(lines)
        if page == next_page and line.bottom > after.bottom
    ]
    steps = [gap for is_full, gap in gaps if is_full] or [gap for _, gap in gaps]
    return median(steps) if steps else 0.0


def _parted(line: PageLine, after: PageLine, same_page: bool, pitch: float, width: float) -> bool:
    """Tell whether a paragraph ends with ``line``."""
    if line.letters and line.letters[-1] == _SOFT:
        return False
    if abs(line.size - after.size) > 0.12 * max(line.size, after.size):
        return True
    ended = _STOP.search(line.words) is not None
    if _BULLET.match(after.words) and ended:
        return True
    gap = line.bottom - after.bottom
    if same_page and gap > 0:
        if pitch and gap > 1.35 * pitch:
            return True
        return ended and (after.left > line.left + 0.02 * width and line.right < after.right)
    # A new page or a new column: the paragraph goes on unless its sentence was done.
    return ended and not after.words[:1].islower()


def _joined(lines: Sequence[str], compounds: Counter[str]) -> str:
    text = ""
    for words in lines:
        text += words if not text or text.endswith(_SOFT) else f" {words}"
    return _BROKEN.sub(lambda m: _mended(m["head"], m["tail"], compounds), text).replace(_SOFT, "-")


def _mended(head: str, tail: str, compounds: Counter[str]) -> str:
    """Put a broken word together, with its hyphen where that belongs to it."""
    keeps = (
        compounds[f"{head}-{tail}"] > 0 or not tail[0].islower() or head.casefold() in _hyphened()
    )
    return f"{head}-{tail}" if keeps else f"{head}{tail}"


def _is_heading(group: Sequence[PageLine], words: str, body: float) -> bool:
    return len(words) <= 200 and len(group) <= 3 and min(line.size for line in group) > 1.12 * body


@cache
def _hyphened() -> frozenset[str]:
    source = files(__package__).joinpath("hyphened.txt").read_text(encoding="utf-8")
    return frozenset(line for line in source.split() if not line.startswith("#"))
