"""A brief: what a page of the desk shows, as a document to hand over, every line cited.

It is text, tables and pictures in sections, with numbered notes. A note holds the exact words
that a line rests on and says where they stand, so that a brief can be checked without
the program that made it. :mod:`communique.publish.briefs` makes briefs and renders them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.rows import EVERYTHING, Filter, ReportRef
from communique.model.span import Spans

#: What a brief can be about: the pages of the desk.
Topic = Literal[
    "storyline",
    "contact",
    "actor",
    "actors",
    "issues",
    "ledger",
    "forecasts",
    "relations",
    "report",
    "reports",
    "claim",
    "answer",
    "log",
]


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief is to be about.

    ``id`` names the contact, actor, report or claim; ``question`` is what an ``answer``
    answers; ``one`` and ``other`` are the states of ``relations``, told by ``by``. ``wanted``
    narrows lists down, as on their pages.
    """

    of: Topic
    id: str = ""
    question: str = ""
    one: str = ""
    other: str = ""
    by: Literal["month", "quarter"] = "month"
    wanted: Filter = EVERYTHING


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A footnote: words of a report and where they stand.

    ``words`` are exactly those that each of ``spans`` covers. ``claim`` is the citable id
    of what they say, ``url`` where the report was published. ``is_quoted`` tells that the text
    quotes them in full beside the note's mark; ``same_as`` is the number of an earlier note with
    the same words.
    """

    report: ReportRef
    words: tuple[str, ...] = ()
    spans: Spans = ()
    claim: str | None = None
    url: str | None = None
    is_quoted: bool = False
    same_as: int | None = None


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a brief. ``notes`` are the numbers of the notes behind them, from 1.

    ``tone`` says whose words they are and how they stand: the brief's own (``plain``,
    ``strong`` or ``faint``), or a report's, in marks (``quote``).
    """

    text: str
    tone: Literal["plain", "strong", "faint", "quote"] = "plain"
    notes: tuple[int, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph; an ``indent`` one belongs to the one before it."""

    texts: tuple[Text, ...]
    indent: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    """A table. ``widths`` are the columns' shares of the page's width."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...] = ()


class Picture(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture as an SVG document, and the same in words."""

    svg: str
    alt: str


Block = Paragraph | Table | Picture


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a brief under a heading; ``depth`` 2 lies within the part before it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    depth: Literal[1, 2] = 1


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A document about ``subject``.

    ``lede`` says in a line what it holds, ``facts`` are particulars, ``left_out`` what is not
    in it and why. ``as_of`` is the day of the newest report that it cites; a brief bears no
    other date, so the same record gives the same brief. ``name`` is a file's name without its
    ending.
    """

    subject: Subject
    title: str
    name: str
    lede: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[Note, ...] = ()
    left_out: tuple[str, ...] = ()
    as_of: str | None = None
