"""Asks for a contact, and the contact that came of them.

"Invited the minister to visit Varn" is settled by a visit, not by an act. The people must be
the ones who asked and were asked, the kind must be what was asked for, and the contact must
be of a later day. Each feature adds to a score as in :mod:`communique.reconcile.over_time.ledger`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from communique.model.threads import Deed, LedgerStatus, Link, Occasion
from communique.reconcile.over_time.asks import rules, sort_of
from communique.reconcile.over_time.ledger import ENOUGH
from communique.reconcile.sides import Sides, seat_of
from communique.reconcile.spelling import plain

#: Days within which the contact must be.
REACH = 180
_SORTS = frozenset({"ask", "offer", "invitation", "promise"})
_IN_PERSON = frozenset({"visit", "meeting", "summit", "talks"})
_BY_STATUS: dict[str, LedgerStatus] = {"held": "done", "planned": "accepted", "declined": "refused"}

_Feature = tuple[float, str]
#: What may stand before the word for a contact: "to hold a further meeting".
_LEAD = re.compile(
    r"^(?:(?:to|for|a|an|the|his|her|their|its|him|them|and|hold|have|pay|an?other|further|new|direct"
    r"|early|official|personal|possible|state|working|return|next|first|second|telephone|peace)\s+)*"
)
_PLACE = re.compile(r"(?:to )?(?:the )?[A-Z]")
#: "visit Varn", "talks in Varn": where it is to be.
_GOAL = re.compile(r"(?:^|\b(?:visit|in|to|at) )(?:the )?[A-Z]")


def asks_for_contact(ask: Deed) -> bool:
    """Tell whether an act asks for, offers or promises a contact with somebody known."""
    opening = _LEAD.sub("", plain(ask.what))
    wanted = any(f"{opening} ".startswith(f"{word} ") for word in rules().words["contact"])
    # "Invited her to Varn" names no contact but a place.
    wanted = wanted or (ask.type == "invite" and _PLACE.match(ask.what) is not None)
    return bool(wanted and ask.actor and ask.towards and sort_of(ask) in _SORTS)


def settled_by_contact(ask: Deed, occasions: Iterable[Occasion], sides: Sides) -> list[Link]:
    """Return what contacts make of an ask: of each status the first that is sure enough."""
    if not asks_for_contact(ask):
        return []
    first: dict[LedgerStatus, Link] = {}
    for occasion in sorted(occasions, key=lambda o: (o.first_on, o.told_on, o.id)):
        status = _BY_STATUS.get(occasion.status)
        if status and status not in first and (link := _link(ask, occasion, sides, status)):
            first[status] = link
    if "done" in first:
        # What came about needs no word that it was to.
        first = {status: link for status, link in first.items() if status != "accepted"}
    return sorted(first.values(), key=lambda k: (k.told_on, k.by))


def _link(ask: Deed, occasion: Occasion, sides: Sides, status: LedgerStatus) -> Link | None:
    if occasion.report == ask.report:
        return None
    if occasion.told_on < ask.told_on:
        return None
    days = _days_after(ask, occasion)
    kinds = _kinds(ask)
    if days is None or not 0 < days <= REACH or occasion.kind not in kinds:
        return None
    people = _people(ask, occasion, sides)
    if people is None:
        return None
    features = [people, (0.15, f"a {occasion.kind}"), _time(ask, occasion, days)]
    features.append(_place(ask, occasion, sides))
    score = sum(points for points, _ in features)
    if score < ENOUGH - 1e-9:
        return None
    why = "; ".join(reason for _, reason in features if reason)
    return Link(
        ask=ask.id,
        by=occasion.id,
        status=status,
        basis="inferred",
        score=min(0.99, round(score, 2)),
        why=why,
        told_on=occasion.told_on,
    )


def _people(ask: Deed, occasion: Occasion, sides: Sides) -> _Feature | None:
    """Return how surely the contact is between the one who asked and the one asked."""
    asker, asked = (_part(each, occasion) for each in (ask.actor, ask.towards))
    if not asker or not asked or sides.meets(ask.actor, ask.towards):
        return None
    if asker == asked == 1.0:
        return 0.45, "between the one who asked and the one asked"
    return 0.4, "between the two sides"


def _place(ask: Deed, occasion: Occasion, sides: Sides) -> _Feature:
    """Return whether the contact is where it was asked for; elsewhere it is another."""
    if not occasion.place:
        return 0.0, ""
    if f" {plain(occasion.place)} " in f" {plain(ask.what)} ":
        return 0.15, f"in {occasion.place}"
    seat = seat_of(occasion.place)
    if seat and seat == sides.of(ask.actor):
        # "To Washington" and "at the White House" are one, as far as can be told.
        return 0.0, ""
    return (-0.3, "elsewhere") if _GOAL.search(ask.what) else (0.0, "")


def _part(actor: str | None, occasion: Occasion) -> float:
    """Return 1 if an actor takes part, 0.8 if somebody does for the state that it is."""
    if actor is None:
        return 0.0
    if any(actor == party.actor for party in occasion.parties):
        return 1.0
    return 0.8 if any(actor == party.represents for party in occasion.parties) else 0.0


def _kinds(ask: Deed) -> frozenset[str]:
    """Return the kinds of contacts that the words ask for."""
    words = f" {plain(ask.what)} "
    for kind, some in rules().contact_kinds.items():
        if any(f" {word} " in words for word in some):
            return frozenset({kind}) if kind == "call" else _IN_PERSON
    return _IN_PERSON


def _time(ask: Deed, occasion: Occasion, days: int) -> _Feature:
    is_due = ask.first_on > ask.told_on and ask.first_on <= occasion.last_on
    if is_due and occasion.first_on <= ask.last_on:
        return 0.25, "at the time that was named"
    points = 0.15 if days <= 60 else 0.1 if days <= 120 else 0.05
    return points, f"{days} days later"


def _days_after(ask: Deed, occasion: Occasion) -> int | None:
    """Return the days from the report of the ask to the contact; ``None`` if not known."""
    if not ask.told_on or not occasion.first_on:
        return None
    return (date.fromisoformat(occasion.first_on) - date.fromisoformat(ask.told_on)).days
