"""Lone names that stand first in a full one: "President Wen" is Wen Haoming.

Since it may as well be a given name, or somebody else's family name, an office or a title in common
tells it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.lone_names import numbered
from communique.reconcile.actors.offices import in_english, shared_office, states_clash, whenever
from communique.reconcile.actors.ties import far_ahead, only_one
from communique.reconcile.spelling import lists, parts

#: How many times the reports of a given name those of whom it means are, by a title of no leader.
_OF_GIVEN_NAME = 4


def family_name_first(actor: KnownActor, full: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means that is the first part of a full one ("Wen" of Wen Haoming), or
    the first of two family names ("Chaldes" of Rodo Chaldes Riva).

    Since it may as well be a given name, the two need an office or a title in common.
    """
    first = _named_first(actor, full)
    sharing = [o for o in first if shared_office(actor, o)]
    if sharing:
        return only_one(actor, sharing, 0.85, "same name, not the last in the one, and office")
    heads = (lists().heads - lists().any_head) & titles_of(actor)
    known = [o for o in first if heads or _is_far_better_known_by_it(actor, o)]
    titled = [(times_so_called(actor, o), o) for o in known]
    return most_called(
        actor, [each for each in titled if each[0]], "same name, not the last in the one"
    )


def _is_far_better_known_by_it(actor: KnownActor, other: KnownActor) -> bool:
    """Tell whether a lone name is a given name of somebody of whom far more reports tell, or the
    first of two family names: by a title that many may have ("Senator Scott") a given name may as
    well be the family name of somebody else."""
    last = actor.name.casefold().split()[-1]
    full = other.name.casefold()
    if last not in full.replace("-", " ").split():
        return False  # "Tomas van"
    if full.endswith(f" {last}") or f" {last}-" in full:
        return True
    first = parts(actor.name)[:1] == parts(other.name)[:1]
    return first and other.reports >= _OF_GIVEN_NAME * actor.reports


def _named_first(actor: KnownActor, full: Sequence[KnownActor]) -> list[KnownActor]:
    """Return those in whose full name a lone name stands before the last."""
    words = {word for word in parts(actor.name) if len(word) > 1} - lists().before
    full = [o for o in full if not numbered(o.name)]  # "Pope Jon" is not Jon Lund II
    return [o for o in full if words & {*parts(o.name)[:-1]} and not states_clash(actor, o)]


def head_whose_family_name_is_first(
    actor: KnownActor, full: Sequence[KnownActor], called: Sequence[KnownActor]
) -> Opinion | None:
    """Return which head of state or government a lone name means whose name stands first in the
    full one ("President Wen" is Wen Haoming, beside Lin Wen whom nobody calls so)."""
    if not (lists().heads - lists().any_head) & titles_of(actor):
        return None
    first = [o for o in _named_first(actor, full) if o not in called]
    sharing = [o for o in first if shared_office(actor, o)]
    why = "same name, not the last in the one"
    if sharing:
        return only_one(actor, sharing, 0.85, f"{why}, and office")
    if any(times_so_called(actor, o) for o in called):
        return None
    weighed = [(times, o) for o in first if (times := times_so_called(actor, o))]
    return most_called(actor, weighed, why) if weighed else None


def titles_of(actor: KnownActor) -> set[str]:
    """Return the titles of an actor."""
    return {in_english(held.title) for held in actor.holdings} - {""} - lists().kin


def most_called(
    actor: KnownActor, weighed: Sequence[tuple[float, KnownActor]], why: str
) -> Opinion | None:
    """Tie ``actor`` to the only one, or the one who is far more often, called by its title."""
    so_called = [each for times, each in weighed if times]
    if only := only_one(actor, so_called, 0.8, f"{why} and title"):
        return only
    return far_ahead(actor, weighed, 0.7, f"{why} and title, by far the most often so called")


def times_so_called(actor: KnownActor, other: KnownActor) -> float:
    """Return about how often reports give ``other`` the very title of ``actor``: in how many
    months, times by how many reports ``other`` is named, times what share of his or her titles
    month by month that is: once in a while one is given another's."""
    titles = {whenever(held.title) for held in actor.holdings} - {""} - lists().kin
    told = {(whenever(held.title), held.month) for held in other.holdings if held.title}
    so_called = {(title, month) for title, month in told if title in titles}
    if not so_called:
        return 0.0
    return len({month for _, month in so_called}) * other.reports * len(so_called) / len(told)
