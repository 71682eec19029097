"""A position made of a stand: whose it is, on what, in which words, and where they stand."""

from __future__ import annotations

from communique.extract.clauses import span_of
from communique.extract.modality import Items
from communique.extract.positions.holder.counted import whole_holder
from communique.extract.positions.issue_names.issues import Heading
from communique.extract.positions.stand import FLIPPED, Stand
from communique.extract.view import View
from communique.extract.voices import teller_at
from communique.model import Position, Span, merged
from communique.model.claims import Polarity


def position_of(
    view: View, items: Items, stand: Stand, label: str, stance: str, polarity: Polarity, far: int
) -> Position | None:
    """Return the position of ``stand`` on the issue ``label``.

    ``None`` where no words hold it, or where it is on the holder.

    A holder more than ``far`` items before the verb has a span of its own.
    """
    whole = whole_holder(view, items, stand)
    if whole is None:
        return None
    stand = whole
    evidence = _evidence(view, items, stand, far)
    holder = view.actors.get(stand.actor or "")
    own = holder is not None and label == holder.name
    if not stance or not evidence or own:
        return None
    statement = view.statement_at(items[stand.cue].start)
    return Position(
        id="p",
        why=stand.why,
        actor=stand.actor,
        actor_raw=stand.actor_raw,
        issue=label,
        stance=stance,
        polarity=polarity,
        reported_by=teller_at(view, items, stand.cue, stand.actor),
        statement=statement.id if statement else None,
        evidence=evidence,
    )


def side_on(heading: Heading, polarity: Polarity) -> Polarity:
    """Return the side on what ``heading`` names: against ending a war is for the war."""
    return FLIPPED[polarity] if heading.turned else polarity


def _evidence(view: View, items: Items, stand: Stand, far: int) -> tuple[Span, ...]:
    if stand.first < stand.start - far or stand.first > stand.end:
        parts = [
            span_of(view, items, stand.first, stand.subject_end),
            span_of(view, items, stand.start, stand.end),
        ]
    else:
        parts = [span_of(view, items, min(stand.first, stand.start), stand.end)]
    return merged(part for part in parts if part is not None)
