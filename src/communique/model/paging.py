"""Going through a list that comes in pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from communique.model.rows import EVERYTHING, Filter, Listing

T = TypeVar("T")
T_row = TypeVar("T_row")

#: Rows of a page where all rows are wanted.
BIG_PAGE = 500


class Pages(Protocol[T_row]):
    """A list of the service: :meth:`Service.contacts`, :meth:`Service.statements` …"""

    def __call__(
        self, wanted: Filter = ..., *, limit: int = ..., after: str | None = ...
    ) -> Listing[T_row]:
        """Return one page."""
        ...


def every(pages: Pages[T], wanted: Filter = EVERYTHING) -> Iterator[T]:
    """Yield every row of a list, a page at a time: ``every(service.contacts)``."""
    after: str | None = None
    while True:
        listing = pages(wanted, limit=BIG_PAGE, after=after)
        yield from listing.rows
        after = listing.next
        if after is None:
            return
