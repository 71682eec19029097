"""A proposed attribution: who is said to say what, as spans. The rules make them, and so
may a trained model; :mod:`communique.read.speech.join` decides between them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.model import Span, Spans
from communique.read.speech.streams import Word


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal: words attributed (``content``), the cue, and the words for the source.

    ``quotations`` are the indices of the quotations that stand alone and belong to the
    content whole. ``level`` is the quotation that it is told in (-1: none). ``addressee``
    are the words for whom it is said to. ``weight`` ranks proposals for the same words;
    ``why`` names the pattern. ``nested`` says that it is told inside what another says;
    ``plain`` that its form leaves no doubt ("in his words, …").
    """

    content: Spans = ()
    quotations: tuple[int, ...] = ()
    cue: Spans = ()
    source: Spans = ()
    addressee: Spans = ()
    level: int = -1
    weight: float = 1.0
    why: str = ""
    marked: bool = True
    nested: bool = False
    plain: bool = False


def span_of(words: Sequence[Word], start: int, end: int) -> Spans:
    """Return the span of ``words[start:end]``, without punctuation at its edges."""
    while start < end and not _can_begin(words[start].raw):
        start += 1
    while (
        end > start
        and not words[end - 1].raw[-1].isalnum()
        and words[end - 1].raw[-1] not in ".%])"
    ):
        end -= 1
    if start < end and words[end - 1].raw in (".", "...", ".."):
        end -= 1
    return (Span(words[start].start, words[end - 1].end),) if start < end else ()


def _can_begin(token: str) -> bool:
    """Tell whether a span can begin with the token: no punctuation, no mark of a heading."""
    return bool(token.strip("#*_>")) and (token[0].isalnum() or token[0] in "$€£#@[")
