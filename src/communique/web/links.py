"""Addresses of the desk's pages: every id of the record has one."""

from __future__ import annotations

from communique.model.rows import ReportRef
from communique.publish.index import Index, short
from communique.publish.phrases import date_in_words
from communique.publish.views import Source

#: Pages by what the ids of what they show begin with; any other id is a claim's.
_PAGES = {"r": "reports", "a": "actors", "c": "contacts"}


def page_of(id: str) -> str:
    """Return the address of what an id names."""
    return f"/{_PAGES.get(id[:1], 'claims')}/{id}"


def words_of(report: str, claim: str) -> str:
    """Return the address of a claim's words in the text of its report."""
    return f"/reports/{report}#w-{claim}"


class Links(Index):
    """Where the publications' views lead to when they are drawn on the desk."""

    def __init__(self) -> None:
        self.shown = ()
        self.names = {}
        self.labels = {}

    def words(self, id: str) -> str:
        """Return the address that leads on to a claim's words."""
        return f"/words/{id}"

    def entry(self, id: str) -> str:
        """Return the address of what an id names."""
        return page_of(id)

    def source(self, report: ReportRef, claim: str = "") -> Source:
        """Return where a claim is said."""
        published = date_in_words(report.published[:10]) if report.published else ""
        href = words_of(report.id, claim) if claim else page_of(report.id)
        return Source(short(report.label), href, published, report.publisher or "")
