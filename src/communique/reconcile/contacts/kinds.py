"""Whether one contact may go by two kinds: talks and a call, a visit to somebody and a meeting."""

from __future__ import annotations

from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import Feature, is_remote
from communique.reconcile.contacts.parties import is_journey
from communique.reconcile.contacts.windows import days_apart, window

#: Kinds that one contact may go by in different reports.
_TOGETHER = {"summit": "meeting", "talks": "meeting", "visit": "meeting"}
#: Kinds of contacts at which one tells the other something.
_TOLD_AT = frozenset({"call", "meeting", "summit", "talks"})
#: Kinds that do not tell how two talked, each with one that does.
_MAY_BE = frozenset({frozenset({"talks", "call"})})


def kinds_alike(one: ContactRow, other: ContactRow) -> Feature | None:
    """Return whether two contacts are of kinds that one may go by; ``None`` if they are not."""
    if one.kind == other.kind:
        return Feature(0.1, f"both a {one.kind}" if one.kind != "other" else "both in touch")
    if is_journey(one) != is_journey(other):
        return None  # of the many meetings on a journey, it is none in particular
    kinds = {_TOGETHER.get(one.kind, one.kind), _TOGETHER.get(other.kind, other.kind)}
    if len(kinds) == 1:
        return Feature(0.1, f"{one.kind} and {other.kind} may be one")
    afar = any(row.kind == "meeting" and is_remote(row) for row in (one, other))
    if afar and "call" in (one.kind, other.kind):
        return Feature(0.05, "a call may be a meeting from afar")
    if frozenset({one.kind, other.kind}) in _MAY_BE:
        return Feature(0.05, f"{one.kind} may be a {other.kind}")
    return None


def told_on_that_day(one: ContactRow, other: ContactRow) -> Feature | None:
    """Compare "Oduvan told Helk yesterday" with their meeting or call on that very day."""
    kinds = {one.kind, other.kind}
    days = (window(one), window(other))
    if "other" not in kinds or not kinds & _TOLD_AT or is_journey(one) or is_journey(other):
        return None
    if any(day.certainty != "exact" for day in days) or days_apart(*days) > 0:
        return None
    return Feature(0.05, f"what one told the other, and their {(kinds - {'other'}).pop()}")
