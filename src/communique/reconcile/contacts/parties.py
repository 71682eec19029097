"""Between whom a contact was, and whether two accounts name the same people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from communique.model.rows import ActorRef, ContactRow, ParticipantRow
from communique.reconcile.contacts.circumstances import ASIDE, Feature, between_words
from communique.reconcile.spelling import lists, parts, plain
from communique.reconcile.states import adjectives

#: What it adds that both accounts name the same people, and no others.
ALL_THE_SAME = 0.4
#: The same, where one names more than the other.
_ONE_NAMES_MORE = 0.35

#: Names that stand between a title and the one of them that an account goes by.
_NAMES = 2
#: Parties of a contact between two.
_TWO = 2

Party = frozenset[str]
"""One who takes part: the ids of the actor and of whom it represents."""


@lru_cache(maxsize=8192)
def principals(contact: ContactRow) -> tuple[Party, ...]:
    """Return those whom the contact is between: for each the ids of the actor and of whom
    it represents.

    Mediators, interpreters and others who stand aside are left out; so are states and
    bodies where two persons are named.
    """
    named = _named_between(contact)
    persons = [p for p in named if p.actor.kind == "person"]
    found = {
        p.actor.id: frozenset({p.actor.id} | ({p.represents.id} if p.represents else set()))
        for p in (persons if len({p.actor.id for p in persons}) > 1 else named)
    }
    return tuple(found[id] for id in sorted(found))


def _named_between(contact: ContactRow) -> list[ParticipantRow]:
    """Return who takes part and does not stand aside: of those whom a noun names ("the meeting
    between Oduvan and Helk"), and others who are not in these words, only the former."""
    named = [p for p in contact.participants if p.role not in ASIDE]
    first = plain(contact.words.partition(" … ")[0]).split()
    at = next((n for n, word in enumerate(first) if word in between_words()), None)
    if at is None or len(named) <= _TWO:
        return named
    ends = [set(parts(p.actor.name)[-1:]) for p in named]
    inside = [p for p, end in zip(named, ends, strict=True) if end & set(first[at + 1 :])]
    outside = [end for p, end in zip(named, ends, strict=True) if p not in inside]
    apart = all(end.isdisjoint(first) for end in outside)
    return inside if len(inside) == _TWO and apart else named


def is_journey(contact: ContactRow) -> bool:
    """Tell whether a visit is to a state, whomever the traveller met there."""
    named = [p.actor.kind for p in contact.participants if p.role not in ASIDE]
    return contact.kind == "visit" and "state" in named


def same_people(one: ContactRow, other: ContactRow) -> Feature | None:
    """Compare who takes part: all that the one account names must be in the other.

    Of two journeys of one traveller, one stop in common is enough.
    """
    if is_journey(one) and is_journey(other):
        return _same_journey(one, other)
    fewer, more = sorted((principals(one), principals(other)), key=len)
    left = list(more)
    for party in fewer:
        partner = next((p for p in left if _is_party(party, p, one, other)), None)
        if partner is None:
            return None
        left.remove(partner)
    if left and not _are_of_household(left, one, other):
        return Feature(
            _ONE_NAMES_MORE, f"the same people ({_named(one, other)}), one account names more"
        )
    return Feature(ALL_THE_SAME, f"the same people ({_named(one, other)})")


def _are_of_household(left: Iterable[Party], one: ContactRow, other: ContactRow) -> bool:
    """Tell whether all of some parties act for nobody, and are of the household of somebody else
    who takes part: called so ("the First Lady"), or of one family name that not many have."""
    persons = {
        p.actor.id: p.actor.name
        for row in (one, other)
        for p in row.participants
        if p.actor.kind == "person"
    }
    apart = frozenset[str]().union(*left)
    families = {parts(name)[-1:] for id, name in persons.items() if id not in apart}
    families -= {(word,) for word in lists().common}
    return bool(apart) and all(
        id in persons and (_is_kin(persons[id]) or parts(persons[id])[-1:] in families)
        for id in apart
    )


@lru_cache(maxsize=8192)
def _is_kin(name: str) -> bool:
    words = f" {plain(name)} "
    return any(f" {plain(each)} " in words for each in lists().household)


def names_the_same(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether no account names only the state where the other names who speaks for it."""
    if is_journey(one) and is_journey(other):
        return True
    first, second = (
        {p.actor.id for p in _named_between(row) if p.actor.kind == "person"}
        for row in (one, other)
    )
    return first == second or _are_of_household([frozenset(first ^ second)], one, other)


def differs_by_aides(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether both accounts name the same persons, but that one names more who act for a side
    that the other names as well: a leader's deputy, or a minister beside the leader."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    mine, theirs = (_persons(row) for row in (fewer, more))
    return len(mine) > 1 and mine < theirs and not is_of_more_sides(one, other, surely=False)


def _persons(contact: ContactRow) -> set[str]:
    return {p.actor.id for p in _named_between(contact) if p.actor.kind == "person"}


def is_of_more_sides(one: ContactRow, other: ContactRow, *, surely: bool) -> bool:
    """Tell whether who is named by one account only acts for nobody on a side of the other: three
    leaders meet in other company than two of them. Of whom no side is told, as of an aide, that is
    not sure."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    parties = principals(fewer)
    if _names_a_body(fewer):
        return False  # whose members the other account may name
    known = frozenset[str]().union(*parties) | {
        p.represents.id
        for p in more.participants
        if p.represents and p.actor.id in {id for party in parties for id in party}
    }
    sided = {p.actor.id for p in more.participants if _is_of_a_state(p)}
    others = (party for party in principals(more) if known.isdisjoint(party))
    return any(not surely or not party.isdisjoint(sided) for party in others)


def _is_of_a_state(participant: ParticipantRow) -> bool:
    """Tell whether one is, or acts for, a state or a bloc."""
    refs = (participant.actor, participant.represents)
    return any(ref is not None and ref.kind in ("state", "bloc") for ref in refs)


def _names_a_body(contact: ContactRow) -> bool:
    """Tell whether somebody of a body takes part, of whom it is not told who, beside persons."""
    named = [p for p in contact.participants if p.role not in ASIDE]
    bodies = [p for p in named if p.actor.kind in ("organisation", "bloc")]
    return len(named) - len(bodies) > 1 and bool(bodies)


def _named(*rows: ContactRow) -> str:
    """Return the names of those who take part by the first account, for a reader."""
    return ", ".join(sorted({p.actor.name for p in rows[0].participants if p.role not in ASIDE}))


def _same_journey(one: ContactRow, other: ContactRow) -> Feature | None:
    """Compare two journeys by who travels and where to; reports leave out stops."""
    first, second = ({p.actor.id: p.actor for p in row.participants} for row in (one, other))
    common = [first[id] for id in sorted(first.keys() & second.keys())]
    stops = sorted(actor.name for actor in common if actor.kind == "state")
    travellers = ({a.id for a in row.values() if a.kind != "state"} for row in (first, second))
    mine, theirs = travellers
    if not stops:
        return None
    if len(common) == len(stops) or not _one_in_other(mine, theirs):
        return _same_stops(
            one, other, stops, [first[id] for id in mine], [second[id] for id in theirs]
        )
    who = ", ".join(actor.name for actor in common if actor.kind != "state")
    return Feature(ALL_THE_SAME, f"the same people ({who} to {', '.join(stops)})")


def _same_stops(
    one: ContactRow,
    other: ContactRow,
    stops: Sequence[str],
    mine: Sequence[ActorRef],
    theirs: Sequence[ActorRef],
) -> Feature | None:
    """Return that two journeys to the same two states or more are of one traveller, whom the one
    account only describes."""
    if len(stops) < _TWO or len(mine) != 1 or len(theirs) != 1:
        return None
    if not _is_called_so(mine[0], theirs[0], one, other):
        return None
    return Feature(ALL_THE_SAME, f"the same people ({mine[0].name} to {', '.join(stops)})")


def _one_in_other(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _is_party(one: Party, other: Party, first: ContactRow, second: ContactRow) -> bool:
    """Tell whether two are one, or the one is whom the other represents."""
    if not one & other:
        return False
    kinds = {p.actor.id: p.actor for row in (first, second) for p in row.participants}
    mine, theirs = _person(one, kinds), _person(other, kinds)
    if mine is None or theirs is None or mine == theirs:
        return True
    pair = kinds[mine], kinds[theirs]
    return _is_called_so(*pair, first, second) or _is_called_so(*pair, second, first)


def _is_called_so(one: ActorRef, other: ActorRef, first: ContactRow, second: ContactRow) -> bool:
    """Tell whether one of two persons is only described by an office ("the Norland president"), and
    the account of the other, or its report's headline, has that title before the name, or just
    that description."""
    for described, named, row in ((one, other, second), (other, one, first)):
        title = _title_of(described.name)
        if (
            not title
            or _title_of(named.name)
            or all(named.id != p.actor.id for p in row.participants)
        ):
            continue
        words = f" {plain(row.report.label)} {plain(row.words)} "
        names = "|".join(map(re.escape, parts(named.name)))
        if re.search(rf" {title} (?:\w+ ){{0,{_NAMES}}}(?:{names}) ", words):
            return True
        if plain(described.name) == f"the {title}" and f" the {title} " in words:
            return True
    return False


@lru_cache(maxsize=8192)
def _title_of(name: str) -> str:
    """Return the title of an office by which somebody is described, without the state whose it is;
    nothing for a name."""
    words = plain(name.partition(" of ")[0]).split()
    if words[:1] != ["the"] or len(words) == 1:
        return ""
    told = words[2:] if len(words) > _TWO and words[1] in adjectives() else words[1:]
    return " ".join(told)


def _person(party: Party, actors: dict[str, ActorRef]) -> str | None:
    persons = (id for id in sorted(party) if id in actors)
    return next((id for id in persons if actors[id].kind == "person"), None)
