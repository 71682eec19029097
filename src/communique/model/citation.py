"""The citable ids of everything that one account holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from communique.model.claims import (
    Act,
    Claim,
    Contact,
    Figure,
    Forecast,
    Position,
    Proposal,
    Statement,
)
from communique.model.ids import claim_id
from communique.model.reading import Account
from communique.model.report import Report
from communique.model.rows import AnyClaim, ClaimKind, ReportRef
from communique.model.span import Spans

#: The lists of an account that hold claims, by the kind of claim.
LISTS: dict[ClaimKind, str] = {
    "statement": "statements",
    "contact": "contacts",
    "figure": "figures",
    "act": "acts",
    "position": "positions",
    "forecast": "forecasts",
    "proposal": "proposals",
}


def report_id(publication: str) -> str:
    """Return the citable id of a publication: ``r-`` and its digits."""
    return f"r-{publication}"


def label_of(report: Report) -> str:
    """Return what to call a report: its title, or else the name of its file, or its url."""
    name = PurePath(report.path).name if report.path else None
    return report.title or name or report.url or report_id(report.publication)


def ref_of(report: Report) -> ReportRef:
    """Return a report's name for use beside what it says."""
    return ReportRef(
        id=report_id(report.publication),
        label=label_of(report),
        publisher=report.publisher,
        published=report.published,
    )


def claims_of(account: Account) -> Iterator[tuple[ClaimKind, AnyClaim]]:
    """Yield every claim of the account with its kind, list by list, in order."""
    for kind, name in LISTS.items():
        for claim in getattr(account, name):
            yield kind, claim


def extent(claim: Claim) -> Spans:
    """Return the spans that a claim stands on: a statement's content, else its evidence."""
    return claim.content if isinstance(claim, Statement) else claim.evidence  # type: ignore[attr-defined]


def citations(account: Account) -> dict[str, str]:
    """Return the citable ids of the account's actors and claims by ``kind:local id``.

    An id is a hash of kind, publication, the words' place and what tells two claims on the
    same words apart, not of slots that a better reading may fill otherwise; so a claim
    keeps its id when its report is read again. Should two be alike in all this, the later
    one's hash also takes in that it is the second.
    """
    publication = account.report.publication
    seen: Counter[str] = Counter()
    ids: dict[str, str] = {}

    def cite(kind: str, local: str, spans: Spans, says: str) -> None:
        plain = claim_id(kind, publication, spans, says)
        seen[plain] += 1
        count = seen[plain]
        ids[f"{kind}:{local}"] = (
            plain if count == 1 else claim_id(kind, publication, spans, f"{says}\x1f{count}")
        )

    for actor in account.actors:
        cite("actor", actor.id, (), f"{actor.kind}\x1f{actor.name}")
    for kind, claim in claims_of(account):
        cite(kind, claim.id, extent(claim), _says(claim))
    return ids


def _says(claim: AnyClaim) -> str:
    """Return what tells a claim apart from others of its kind on the same words."""
    match claim:
        case Contact():
            return claim.kind
        case Figure():
            return claim.raw
        case Act():
            return f"{claim.type}\x1f{claim.what}"
        case Position():
            return claim.issue
        case Forecast():
            return claim.what
        case Proposal():
            return claim.title
        case _:
            return ""
