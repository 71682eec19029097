"""What keeps two mentions of contacts apart: other days, other places, other goals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model import When

if TYPE_CHECKING:
    from communique.extract.contacts.mention import Mention
    from communique.extract.contacts.merging.cluster import Cluster

_NUMERIC = re.compile(r"[\dX]{4}(?:-(?:\d\d|W[\dX]{2}))?(?:-\d{1,2})?")


def dates_differ(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a mention is dated for another day than the contact."""
    mine = cluster.date
    return mine is not None and mention.date is not None and _clash(mine, mention.date)


def places_differ(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a mention, of somebody who is named, is told of another place."""
    place = cluster.first("place")
    if place is None and mention.place is not None and not mention.actors:
        return cluster.kind in ("call", "conversation")
    if place is None or mention.place is None:
        return False
    mine = set(getattr(place, "name", "").lower().replace(",", " ").split())
    return not mine & set(mention.place.name.lower().replace(",", " ").split()) and bool(
        mention.actors
    )


def goals_differ(cluster: Cluster, mention: Mention) -> bool:
    """Tell the visit "to the Lowlands" from one to Borduria, which takes part as host."""
    if cluster.kind != "visit" or mention.kind != "visit":
        return False
    mine = {one.actor for one in cluster.people.values() if one.role == "host"}
    other = {one.actor for one in mention.participants if one.role == "host"}
    spot = cluster.first("place")
    return bool((mine and not other and mention.place) or (other and not mine and spot))


def _clash(one: When, other: When) -> bool:
    """Tell whether two dates cannot be the same day."""
    if one.interval and other.interval:
        return one.interval[1] < other.interval[0] or other.interval[1] < one.interval[0]
    a, b = _day(one), _day(other)
    shorter = min(len(a), len(b))
    return bool(shorter) and a[:shorter] != b[:shorter]


def precision(when: When) -> int:
    """Return 3 for a day, also one without a year, 2 for a month, 1 for a year, else 0."""
    found = _NUMERIC.match(when.value or "")
    return 1 + found.group().count("-") if found else 0


def _day(when: When) -> str:
    value = (when.value or "").split("T")[0].rstrip("~?%")
    return value if value[:4].isdigit() else ""
