"""What a person may say about the inputs, and how much of them is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from communique.acquire.dating.order import Order

__all__ = ["AcquireOptions", "Limits", "Order"]

Origin = Literal["title", "publisher", "source", "distributor", "published", "url", "language"]

MEBIBYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is read before an input is refused as :class:`~communique.errors.TooLarge`.

    Nothing is unpacked to disk, and no more than ``report_bytes`` of one report are held
    at a time. ``ratio`` (unpacked to packed) counts only past the first ten mebibytes,
    because a short text may well shrink a thousandfold.
    """

    #: Bytes of one report: a file, an archive's member, a line of a JSON lines file.
    report_bytes: int = 50 * MEBIBYTE
    #: Characters of one report once it is text (a small PDF may hold very much of it).
    report_characters: int = 50 * MEBIBYTE
    #: Bytes an archive may unpack to, all its members and the archives inside it together.
    unpacked_bytes: int = 4096 * MEBIBYTE
    #: Unpacked bytes for each packed byte.
    ratio: int = 200
    #: Members of an archive, those of archives inside it included.
    members: int = 100_000
    #: Archives inside archives: 1 reads an archive, 2 an archive in an archive.
    depth: int = 3
    #: Folders inside folders.
    folder_depth: int = 64


class AcquireOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller knows better than the inputs do.

    Every value given here outranks what an input says of itself. ``fields`` maps a slot of
    the report (``text``, ``title``, ``published``, ``url``, ``publisher``, ``source``,
    ``distributor``, ``language``) to the field of a JSON line or the column of a CSV file
    that holds it; a dotted name (``meta.date``) reaches into an inner object. Slots that it
    leaves out are looked for under their usual names (``docs/acquire.md`` lists them).
    """

    encoding: str | None = None
    #: Name of the format to read every input as, whatever its name ends in.
    format: str | None = None
    title: str | None = None
    publisher: str | None = None
    source: str | None = None
    distributor: str | None = None
    published: str | None = None
    url: str | None = None
    #: BCP 47 tag.
    language: str | None = None
    #: Order of day and month in dates printed as numbers.
    order: Order | None = None
    fields: Mapping[str, str] = {}
    limits: Limits = Limits()
