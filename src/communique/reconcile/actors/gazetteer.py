"""Who held which office when, by a file of the user's own.

Reports tell who holds an office when they name the holder; a gazetteer tells it also where they
say only "the Norland president", and which names are of one person. It is looked up by
:class:`Gazetteer`, which never guesses: what could be two persons, or two holders in the days
in question, is left to the reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.model.days import first_and_last
from communique.model.judgement import pair
from communique.model.matching import Holding, KnownActor, Listed, Opinion, Term
from communique.reconcile.actors.offices import OfficeKey, exact_key, office_keys
from communique.reconcile.actors.people import NEARLY, SURE, family_alike, is_full, names_alike
from communique.reconcile.spelling import given, parts, plain, skeleton

#: How sure it is that a name that stands in the gazetteer means the one who is listed.
_BY_NAME = 0.95
#: The same of one who is only described, or of a family name with an office.
_BY_OFFICE = 0.85


class Gazetteer:
    """Persons with their names and offices, found by name and by office.

    Args:
        listed: The persons, in any order.
    """

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._persons = {person.id: person for person in listed}
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._by_office: dict[OfficeKey, set[str]] = defaultdict(set)
        for person in self._persons.values():
            for name in (person.name, *person.aliases):
                self._by_form[plain(name)].add(person.id)
                for key in _name_keys(name):
                    self._by_key[key].add(person.id)
            for term in person.terms:
                for office in _offices(term):
                    self._by_office[office].add(person.id)

    def __bool__(self) -> bool:
        return bool(self._persons)

    def name_of(self, id: str) -> str | None:
        """Return how the gazetteer calls a person whom it lists."""
        person = self._persons.get(id)
        return person.name if person else None

    def meant(self, actor: KnownActor, days: Iterable[str] = ()) -> Opinion | None:
        """Return which listed person an actor is; ``None`` where it is not told.

        A name must be listed, or be spelt like one that is; a family name or a description needs an
        office that just one person who may be meant held at that time.

        Args:
            actor: What reports tell of the actor.
            days: The days on which reports tell of it, which serve where its office changed hands
                within a month.
        """
        if not self._persons or actor.kind != "person":
            return None
        id = self._named(actor)
        if id:
            return self._opinion(actor, id, _BY_NAME, "a name of")
        if actor.described:
            return self._holder(actor, None, tuple(days))
        return None if is_full(actor.name) else self._holder(actor, actor.name, tuple(days))

    def _named(self, actor: KnownActor) -> str | None:
        """Return the one person who is listed under this name, or one spelt like it."""
        found = self._by_form.get(plain(actor.name), set())
        if not found and not actor.described and is_full(actor.name):
            near = {id for key in _name_keys(actor.name) for id in self._by_key.get(key, ())}
            found = {id for id in near if self._is_spelt_like(actor, self._persons[id])}
        if len(found) > 1:
            held = {office for holding in actor.holdings for office in office_keys(holding)}
            found = {id for id in found if held & self._offices_of(id)}
        return next(iter(found)) if len(found) == 1 else None

    def _is_spelt_like(self, actor: KnownActor, person: Listed) -> bool:
        names = (person.name, *person.aliases)
        if not any(names_alike(actor.name, name).score >= SURE for name in names if is_full(name)):
            return False
        mine = {of for holding in actor.holdings for _, of in office_keys(holding)}
        theirs = {of for _, of in self._offices_of(person.id)}
        return not (mine and theirs) or bool(mine & theirs)

    def _offices_of(self, id: str) -> set[OfficeKey]:
        return {office for term in self._persons[id].terms for office in _offices(term)}

    def _holder(self, actor: KnownActor, name: str | None, days: tuple[str, ...]) -> Opinion | None:
        """Return the one who held an office of ``actor`` in its months, or on its days."""
        for holding in actor.holdings:
            office = exact_key(holding)
            if office is None or not holding.month:
                continue
            month = first_and_last(holding.month)
            within = [day for day in days if day.startswith(holding.month)]
            spans = [month, (min(within), max(within)) if within else None]
            for first, last in (span for span in spans if span):
                found = {
                    id
                    for id in self._by_office.get(office, ())
                    if (name is None or self._goes_by(id, name))
                    and self._held(self._persons[id], office, first, last)
                }
                if len(found) == 1:
                    told = f"{holding.title} of {holding.of} in {first} to {last}:"
                    return self._opinion(actor, found.pop(), _BY_OFFICE, told)
        return None

    def _goes_by(self, id: str, name: str) -> bool:
        person = self._persons[id]
        return any(family_alike(name, each) >= NEARLY for each in (person.name, *person.aliases))

    @staticmethod
    def _held(person: Listed, office: OfficeKey, first: str, last: str) -> bool:
        """Tell whether a person may have held an office between two days."""
        return any(
            office in _offices(term)
            and (not term.first or term.first <= last)
            and (not term.last or term.last >= first)
            for term in person.terms
        )

    def _opinion(self, actor: KnownActor, id: str, score: float, how: str) -> Opinion:
        why = f"{actor.name}: by the gazetteer {how} {self._persons[id].name}"
        return Opinion(items=pair(actor.id, id), verdict="same", score=score, why=why)


def _offices(term: Term) -> tuple[OfficeKey, ...]:
    return office_keys(Holding(title=term.title, of=term.of))


def _name_keys(name: str) -> tuple[str, ...]:
    """Return what a full name is found by, whichever part of it comes first."""
    words = parts(name)
    if len(words) < 2:
        return ()
    ends = ((words[-1], words[0]), (words[0], words[-1]))
    return tuple(f"{skeleton(family)}/{skeleton(given(first))[:1]}" for family, first in ends)
