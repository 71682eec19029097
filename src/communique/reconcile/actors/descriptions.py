"""Whom a description means ("the Norland president"): who held that office in those months."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.matching import Holding, KnownActor, Opinion
from communique.reconcile.actors.offices import (
    OfficeKey,
    exact_key,
    holds_near,
    in_english,
    is_undated_holder,
    months_around,
    office_keys,
)
from communique.reconcile.actors.persons import is_short
from communique.reconcile.actors.ties import far_ahead, only_one
from communique.reconcile.spelling import lists, plain
from communique.reconcile.states import state_key

#: Begin descriptions of nobody in particular ("a Norland president").
_INDEFINITE = ("a ", "an ", "another ", "any ", "some ")
#: The most letters of an abbreviation.
_LETTERS = 4
#: Months before a description in which its holder was not yet to come.
_TO_COME = 6
#: Of so many offices told of somebody, one that is less than one in so many is a slip.
_MANY, _SLIP = 8, 10


def is_kin(name: str) -> bool:
    """Tell whether a name or title is no more than whose somebody is ("My wife")."""
    return not lists().kin.isdisjoint(plain(name).split()[-1:])


def holder(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return who held the office of a description in its month."""
    if all(plain(form).startswith(_INDEFINITE) for form in (actor.name, *actor.aliases)):
        return None
    named = [each for each in named if not _is_letters(each.name)]
    for holding in actor.holdings:
        office = exact_key(holding)
        if office is None or not holding.month or not _tells_one(actor, holding, office):
            continue
        holders = [each for each in named if holds_near(each, office, holding.month)]
        holders = [each for each in holders if not _is_to_come(each, office, holding.month)]
        holders = [each for each in holders if _is_known_for(each, office)] or holders
        full = [each for each in holders if not is_short(each)]
        title, of = office
        why = f"the only one named as {title} of {of} about {holding.month}"
        if only := only_one(actor, full or holders, 0.8, why):
            slips = [each for each in full or holders if not _is_known_for(each, office)]
            return None if slips else only
        if holders:
            if lists().other_times & _beside(actor, office):
                return None
            return _of_several(actor, full or holders, office, holding.month)
        undated = [each for each in named if is_undated_holder(each, holding)]
        why = f"the only one named as {title} of {of} in reports without a date"
        if only := only_one(actor, undated, 0.65, why):
            return only
    return None


def _is_to_come(holder: KnownActor, office: OfficeKey, month: str) -> bool:
    """Tell whether reports of about a month name somebody as one who is to hold an office
    ("Nominee", "President-elect"), and give him or her this one only later."""
    held = [each.month for each in holder.holdings if each.month and office in office_keys(each)]
    first, near = min(held, default=month), months_around(month, _TO_COME)
    then = (each for each in holder.holdings if near[0] <= each.month <= first)
    words = {word for each in then for word in plain(each.title).split()}
    return first > month and not words.isdisjoint(lists().to_come)


def _is_letters(name: str) -> bool:
    """Tell whether a name is but the letters of an office or body, as "DNI" of the director's."""
    return name.isupper() and len(name) <= _LETTERS and " " not in name


def _is_known_for(holder: KnownActor, office: OfficeKey) -> bool:
    """Tell whether an office is no slip among many that reports give somebody: neither its state
    nor its title stands with few of them only."""
    title, of = office
    of_states = [key for each in holder.holdings if (key := _state_of(each)).isupper()]
    titles = [
        {key for key, _ in office_keys(each)} | {in_english(each.title)} for each in holder.holdings
    ]
    told = [title in some for some in titles]
    return _is_share(of_states.count(of), len(of_states) if of.isupper() else 0) and _is_share(
        sum(told), len(told)
    )


def _state_of(held: Holding) -> str:
    return state_key(held.of) if held.of else ""


def _is_share(some: int, of: int) -> bool:
    """Tell whether some are no slip among so many."""
    return of < _MANY or some * _SLIP >= of


def _tells_one(actor: KnownActor, holding: Holding, office: OfficeKey) -> bool:
    """Tell whether an office is one of which there is one at a time, and that is held now.

    Of a state it is to be more than a title that goes with a body ("the director"), and nothing of
    the description may be left out of it ("the administrator of the Norland agency").
    """
    title, of = office
    words = title.split()
    if is_kin(title) or lists().many.intersection(words[:1]):
        return False
    if plain(holding.title) == "head" and "head of" not in plain(actor.name):
        return False  # "its head" may be a body's, or what somebody thinks with
    beside = _beside(actor, office) - {*plain(holding.of).split()}
    if lists().to_come & {*beside, *words} or lists().cut & beside:
        return False
    return not of.isupper() or title not in lists().of_bodies


def _of_several(
    actor: KnownActor, holders: Sequence[KnownActor], office: OfficeKey, month: str
) -> Opinion | None:
    """Return which of several holders about a month a description means: the only one within a
    month of it, or else the one by far the best known for it."""
    title, of = office
    then = [each for each in holders if holds_near(each, office, month, within=1)]
    why = f"the only one named as {title} of {of} within a month of {month}"
    if only := only_one(actor, then, 0.75, why):
        return only
    known = [(times_holder(each, office), each) for each in holders]
    return far_ahead(
        actor, known, 0.7, f"by far the best known named as {title} of {of} about {month}"
    )


def _beside(actor: KnownActor, office: OfficeKey) -> set[str]:
    """Return the words of a description but for those of its title: "the next president"."""
    return {*plain(actor.name).split()} - {*office[0].split()}


def times_holder(holder: KnownActor, office: OfficeKey) -> float:
    """Return about how many reports name somebody as holder of an office: those that name him or
    her, times what share of all offices told of month by month it is."""
    held = sum(office in office_keys(each) for each in holder.holdings)
    return holder.reports * held / len(holder.holdings)
