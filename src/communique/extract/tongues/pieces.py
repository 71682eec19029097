"""Words of scripts that put no blank where a word of ours ends.

Arabic writes "and", "to", "by" in one with a name: a token is cut where a mention or a title
begins. Chinese puts no blanks at all: a run is cut where a mention begins or ends, and where
a word of the lists stands; what no list knows is one word up to the next that is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from communique.extract.tongues.lexicon import Tongue, tongue_for
from communique.model import Span

if TYPE_CHECKING:
    from communique.extract.view import View


def pieces(view: View, tongue: Tongue, token: Span) -> Iterator[Span]:
    """Yield the words of a token, in order."""
    if not (tongue.raw.get("semitic") or tongue.raw.get("runs")):
        yield token
        return
    edges = _edges(view, ends=bool(tongue.raw.get("runs")))
    at = bisect_left(edges, token.start + 1)
    begin = token.start
    while at < len(edges) and edges[at] < token.end:
        yield from _words(view, tongue, Span(begin, edges[at]))
        begin, at = edges[at], at + 1
    yield from _words(view, tongue, Span(begin, token.end))


_EDGES: WeakKeyDictionary[View, list[int]] = WeakKeyDictionary()


def _edges(view: View, *, ends: bool) -> list[int]:
    """Return where mentions and titles begin, with ``ends`` also where they end, and dates."""
    found = _EDGES.get(view)
    if found is None:
        spans = [Span(ref.start, ref.end) for ref in view.refs]
        for actor in view.reading.actors:
            spans += [span for office in actor.offices for span in office.evidence]
        if ends:
            spans += [span for when in view.reading.dates for span in when.evidence]
        edges = {span.start for span in spans} | ({span.end for span in spans} if ends else set())
        found = _EDGES[view] = sorted(edges)
    return found


def _words(view: View, tongue: Tongue, piece: Span) -> Iterator[Span]:
    if not tongue.raw.get("runs"):
        yield piece
        return
    known, longest = _vocabulary(tongue.code)
    text, at, begin = view.text, piece.start, piece.start
    while at < piece.end:
        length = next(
            (n for n in range(min(longest, piece.end - at), 0, -1) if text[at : at + n] in known),
            0,
        )
        if not length:
            at += 1
            continue
        if begin < at:
            yield Span(begin, at)
        yield Span(at, at + length)
        at = begin = at + length
    if begin < piece.end:
        yield Span(begin, piece.end)


@lru_cache(maxsize=4)
def _vocabulary(code: str) -> tuple[frozenset[str], int]:
    """Return the words that the lists of a language hold, and the length of the longest."""
    tongue = tongue_for(code)
    words = tongue.plain_words() if tongue else frozenset()
    return words, max(map(len, words), default=1)
