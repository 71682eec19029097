"""What is known about a report besides its words."""

from __future__ import annotations

import msgspec

SLOTS = ("title", "publisher", "source", "distributor", "published", "url", "language")


class Particulars(msgspec.Struct, frozen=True, kw_only=True):
    """Title, who put a report out, when, where and in what language, as far as told.

    ``published`` is the date as it was printed or declared, in any form that
    :mod:`communique.acquire.dating` reads; ``language`` is a BCP 47 tag.
    """

    title: str | None = None
    publisher: str | None = None
    source: str | None = None
    distributor: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Particulars) -> Particulars:
        """Return these particulars, with the gaps filled from ``other``."""
        return Particulars(**{slot: getattr(self, slot) or getattr(other, slot) for slot in SLOTS})


def tidy(value: object) -> str | None:
    """Return ``value`` as one line of text without white space at its edges, or ``None``.

    Lists give their first item; objects such as JSON-LD's ``{"name": …}`` their name.
    """
    if isinstance(value, dict):
        return tidy(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return tidy(value[0]) if value else None
    if value is None or isinstance(value, bool):
        return None
    line = " ".join(scalar_text(str(value)).split())
    return line or None


def scalar_text(text: str) -> str:
    """Return ``text`` with what no text may hold (half surrogate pairs, NUL) replaced."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
