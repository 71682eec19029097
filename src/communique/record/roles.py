"""What the kinds of claims have in common: who has a part, when, of what type and status."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import (
    Act,
    Contact,
    Figure,
    Forecast,
    Position,
    Proposal,
    Statement,
    When,
)
from communique.model.days import days_of, first_and_last
from communique.model.rows import AnyClaim, ClaimKind
from communique.record.schema import ON_LINE, UNDATED


def actors_in(claim: AnyClaim) -> Iterator[str]:
    """Yield the local ids of the actors that have a part in a claim; some may come twice."""
    match claim:
        case Statement():
            yield from _known(claim.speaker, claim.addressee)
        case Contact():
            yield from _known(claim.initiator)
            for participant in claim.participants:
                yield from _known(participant.actor, participant.represents)
        case Figure():
            yield from _known(claim.claimant)
        case Act():
            yield from _known(*claim.doers, *claim.addressees, claim.reported_by)
        case Position():
            yield from _known(claim.actor, claim.reported_by)
        case Forecast():
            yield from _known(claim.by)
        case Proposal():
            yield from _known(claim.by, *claim.backed_by, *claim.opposed_by)


def date_of(claim: AnyClaim) -> When | None:
    """Return the date that a claim bears itself."""
    match claim:
        case Contact():
            return claim.date
        case Act():
            return claim.when
        case Figure():
            return claim.as_of
        case Forecast():
            return claim.horizon or claim.made
        case _:
            return None


def type_of(claim: AnyClaim) -> str | None:
    """Return what a filter by kind compares: the contact's or act's kind, the form …"""
    match claim:
        case Statement():
            return claim.form
        case Contact():
            return claim.kind
        case Act():
            return claim.type
        case Position():
            return claim.polarity
        case Figure():
            return claim.unit
        case _:
            return None


def status_of(claim: AnyClaim) -> str | None:
    """Return how far a claim is from having happened, where its kind tells."""
    match claim:
        case Contact() | Act():
            return claim.status
        case Forecast():
            return claim.outcome
        case _:
            return None


def columns_of(kind: ClaimKind, claim: AnyClaim, published: str | None) -> dict[str, str | None]:
    """Return what lists filter and order a claim by, as its row has it: type, status, days,
    issue.

    A claim without a date of its own is of the day on which its report was ``published``.
    """
    own = days_of(date_of(claim))
    days = own or (first_and_last(published) if published else None)
    placed = own is not None and int(own[1][:4]) - int(own[0][:4]) < _DECADE
    line_on = own[0] if own and placed else UNDATED if isinstance(claim, Contact) else None
    return {
        "type": type_of(claim),
        "status": status_of(claim),
        "first_on": days[0] if days else None,
        "last_on": days[1] if days else None,
        "line_on": line_on if kind in ON_LINE else None,
        "issue": claim.issue if isinstance(claim, Position) else None,
    }


#: What may be on any day of so many years and one ("in the 2020s") has no place on a timeline.
_DECADE = 9


def _known(*ids: str | None) -> Iterator[str]:
    """Yield the ids that are there."""
    for id in ids:
        if id is not None:
            yield id
