"""What was published: bodies and reports."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import msgspec

from communique.model.span import Span

#: What may be said of a report besides its words.
PARTICULARS = ("title", "publisher", "source", "distributor", "published", "url", "language")


class Section(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A part of a body under a heading; on the wire ``[start, end, heading]``."""

    start: int
    end: int
    heading: str


class Report(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One publication of a body.

    ``id`` is the sha256 of ``text``: it names the *body*, which copies share.
    ``publication`` names this very publication of it (body, path or url, publisher, date).
    What the report does not carry is ``None``, never a guess.
    """

    id: str
    publication: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    #: Who put it out.
    publisher: str | None = None
    #: Whom it credits ("Source: Office of the President").
    source: str | None = None
    #: Who passed it on ("Distributed by …").
    distributor: str | None = None
    #: ISO date or date-time; as precise as the report. ``None`` if unknown or ambiguous.
    published: str | None = None
    #: How ``published`` was decided: ``stated``, ``day-first``, ``month-first`` with the
    #: reason, or ``ambiguous: 2025-09-11 or 2025-11-09``; ``None`` where nothing is printed.
    published_basis: str | None = None
    #: Where in the text ``published`` stands; empty if it came from outside the text.
    published_evidence: tuple[Span, ...] = ()
    #: BCP 47 tag.
    language: str | None = None
    text: str
    sections: tuple[Section, ...] = ()
    #: Parts of the text that are not the report's own words: header and footer lines.
    furniture: tuple[Span, ...] = ()
    #: Things found that could not be tied to words, by kind.
    misses: dict[str, int] = {}
    #: Particulars that a person said when it was added, by option or sidecar.
    told: tuple[str, ...] = ()


def body_id(text: str) -> str:
    """Return the id of the body ``text``: its sha256 as hexadecimal digits.

    Lone surrogates, which a broken decoder may leave, are hashed as they are.
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def publication_id(body: str, *parts: str | None) -> str:
    """Return the id of one publication: 16 hexadecimal digits over body id and locators."""
    joined = "\x1f".join([body, *(part or "" for part in parts)])
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def has_same_particulars(one: Report, other: Report) -> bool:
    """Tell whether the same is said of two reports besides their words."""
    return all(getattr(one, slot) == getattr(other, slot) for slot in PARTICULARS)


def location(path: str) -> str:
    """Return what of a path names the publication: the file, and the folder it lies in.

    However a folder is reached (``reports/``, ``./reports``, its full path, on another
    machine), what is in it is the same publication, so adding it again changes nothing.
    """
    outer, mark, inner = path.partition("!")
    parts = Path(os.path.abspath(outer)).parts[-2:] if outer != "-" else ("-",)  # noqa: PTH100 - no file need be there
    return "/".join(parts) + mark + inner
