"""One of several whom a name may mean: the only one, or who weighs far more than all others."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.people import (
    SURE,
    Likeness,
    family_alike,
    is_cut_short,
    names_alike,
)
from communique.reconcile.actors.persons import WITH_OFFICE, compared, is_short, one_holder, same

#: How many times what all others weigh one must weigh to be meant.
_FAR_BETTER_KNOWN = 10
#: What one must weigh at least.
_LEAST = 1e-9


def far_ahead(
    actor: KnownActor, weighed: Sequence[tuple[float, KnownActor]], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to those, all one person, who weigh many times what all others do."""
    weights = {each.id: weight for weight, each in weighed}
    some = grouped([each for _, each in weighed])
    sums = sorted((sum(weights[each.id] for each in group) for group in some), reverse=True)
    if len(sums) > 1 and sums[0] >= max(_FAR_BETTER_KNOWN * sum(sums[1:]), _LEAST):
        best = max(some, key=lambda group: sum(weights[each.id] for each in group))
        return only_one(actor, best, score, why)
    return None


def only_one(
    actor: KnownActor, candidates: Sequence[KnownActor], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to the candidates if these are all one person: to the best known of them."""
    if len(grouped(candidates)) != 1:
        return None
    best = min(candidates, key=lambda each: (-each.reports, each.id))
    return same(actor, best, Likeness(score, why))


def grouped(candidates: Sequence[KnownActor]) -> list[list[KnownActor]]:
    """Group candidates whose names are those of one person."""
    groups: list[list[KnownActor]] = []
    for each in sorted(candidates, key=lambda known: known.id):
        joined, others = [each], []
        for group in groups:
            if any(are_same(known, each) for known in group):
                joined += group
            else:
                others.append(group)
        groups = [*others, joined]
    return groups


def are_same(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether the names of two are taken for one person's."""
    if is_short(one) or is_short(other):
        return family_alike(one.name, other.name) >= SURE
    if is_cut_short(one.name, other.name):
        return True
    likeness = names_alike(one.name, other.name)
    if likeness.score < WITH_OFFICE and not one_holder(one, other):
        return False
    opinion = compared(one, other)
    return opinion is not None and opinion.verdict == "same"
