"""What reports have from one another: shared passages, and which way they went."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.report import Report
from communique.model.rows import ReportRef
from communique.model.span import Span

#: ``copy``: the report has the words from the other; ``common-source``: both credit a third;
#: ``unknown``: they share words, and neither dates nor credits tell who had them first.
Relation = Literal["copy", "common-source", "unknown"]


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that two texts share.

    ``span`` lies in the one text, ``origin`` in the other. ``alike`` is the share of the
    words of the longer of the two that stand in both, in order: 1.0 for a plain copy.
    ``words`` counts those of ``span``.
    """

    span: Span
    origin: Span
    alike: float
    words: int

    def turned(self) -> SharedPassage:
        """Return the passage as the other text sees it."""
        return msgspec.structs.replace(self, span=self.origin, origin=self.span)


class SharedText(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports, with their texts, and the passages that they share as ``report`` has them.

    There are none where the two are publications of one text.
    """

    report: Report
    other: Report
    passages: tuple[SharedPassage, ...] = ()


class Direction(msgspec.Struct, frozen=True, kw_only=True):
    """Which way words went between two reports, and what tells."""

    relation: Relation
    why: str
    #: Whether it was the other that has the words from the report.
    reversed: bool = False


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report that shares passages with another, and what it has of them.

    ``report`` is the copy and ``other`` where it has the words from, if ``relation`` is
    ``copy``; else the later listed of the two. ``share`` is the part of the report's text that
    is shared, from 0 to 1, ``words`` counts it; ``excerpt`` is the beginning of the longest
    ``passages``, whose ``span`` lies in the report and ``origin`` in the other. Of
    publications of one text the share is 1 and no passages are listed.
    """

    report: ReportRef
    other: ReportRef
    relation: Relation
    why: str
    share: float
    words: int
    excerpt: str
    passages: tuple[SharedPassage, ...] = ()
