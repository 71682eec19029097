"""What is on a dossier's page, under which name, so that links only lead to what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Account, Spans
from communique.model.citation import claims_of
from communique.model.dossier import Dossier
from communique.model.rows import AnyClaim, ClaimKind, ReportRef, ShownReport
from communique.publish.phrases import date_in_words
from communique.publish.views import Source

#: A path with a file's ending, or an address: no title looks like that.
_PLACE = re.compile(r"(?:[a-z]+://\S*|[^\s<>]*/[^\s/<>]*\.\w{1,5}(?::\d+)?)(?<!/)")


class Index:
    """Ids, names and links of a dossier.

    Args:
        dossier: Everything that may be shown.
        shown: Its reports whose text is on the page.
    """

    def __init__(self, dossier: Dossier, shown: tuple[ShownReport, ...]) -> None:
        self.shown = shown
        self.names = {actor.id: actor.name for actor in dossier.actors}
        self.labels = {report.row.id: report.row.label for report in dossier.reports}
        self._with_text = {report.row.id for report in shown}
        self._words = {key for report in shown for key, _, _ in cited(report)}
        self._entries = set(self._words) | set(self.names) | set(self.labels)
        self._entries |= {row.id for contact in dossier.contacts for row in contact.accounts}

    def words(self, id: str) -> str:
        """Return the link to a claim's words, or nothing if they are not on the page."""
        return f"#w-{id}" if id in self._words else ""

    def entry(self, id: str) -> str:
        """Return the link to an entry of the record, or nothing if it is not on the page."""
        return f"#{id}" if id in self._entries else ""

    def source(self, report: ReportRef, claim: str = "") -> Source:
        """Return where a claim is said, linked to the words if they are here."""
        published = date_in_words(report.published[:10]) if report.published else ""
        href = self.words(claim) or self.entry(report.id)
        return Source(short(report.label), href, published, report.publisher or "")

    def actor(self, report: ShownReport, local: str | None) -> tuple[str, str]:
        """Return the citable id and the name of a report's actor; empty for ``None``."""
        if local is None:
            return "", ""
        id = cite(report, "actor", local)
        own = next((a.name for a in report.account.actors if a.id == local), local)
        return id, self.names.get(id, own)


def short(label: str) -> str:
    """Return a report's name as it is shown: of a path or an address, only its last part."""
    return label.rsplit("/", 1)[-1] if _PLACE.fullmatch(label) else label


def cite(report: ShownReport, kind: str, local: str) -> str:
    """Return the citable id of what a report's account calls ``local``."""
    return report.ids.get(f"{kind}:{local}", f"{report.row.id}-{local}")


def cited(report: ShownReport) -> Iterator[tuple[str, ClaimKind, AnyClaim]]:
    """Yield every claim of a report with its citable id and its kind."""
    for kind, claim in claims_of(report.account):
        yield cite(report, kind, claim.id), kind, claim


def ref(report: ShownReport) -> ReportRef:
    """Return the short name of a report."""
    row = report.row
    return ReportRef(id=row.id, label=row.label, publisher=row.publisher, published=row.published)


def depths(account: Account) -> dict[str, int]:
    """Return how deep each statement is nested: 1 is told by the report itself."""
    parents = {statement.id: statement.parent for statement in account.statements}
    return {id: len(_chain(id, parents)) for id in parents}


def _chain(id: str, parents: dict[str, str | None]) -> list[str]:
    chain: list[str] = []
    at: str | None = id
    while at in parents and at not in chain:
        chain.append(at)
        at = parents[at]
    return chain


def words_of(text: str, spans: Spans) -> tuple[str, ...]:
    """Return the words of each span, on one line each."""
    return tuple(" ".join(span.of(text).split()) for span in spans)
