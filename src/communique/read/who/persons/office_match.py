"""Whether the office that an epithet names is one that somebody holds."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache, lru_cache

from communique.read.who.found import Title
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import singular, table, word_class
from communique.read.who.words.ranks import is_general


def is_meant(said: Title, person: Person, classes: Container[str]) -> bool:
    """Tell whether an epithet with the office ``said`` may mean the person.

    One of the person's offices must be of the ``classes`` and have every word of the epithet's
    office ("the Secretary" is the Secretary of Energy, not the Minister of Energy), unless that
    is a general word ("the official"). States and bodies that both tell must not differ. "the
    former president" held the office before, "the president" holds it now.
    """
    if said.gender and person.gender and said.gender != person.gender:
        return False  # "la ministre" is a woman
    return any(held.office in classes and _is_same(said, held) for held in person.titles)


def likely(said: Title, person: Person) -> float:
    """Return how much an epithet's words speak for one of several who may be meant.

    The same office does, and one of another rank ("the Minister" for a deputy prime minister)
    speaks against somebody; of a class alone ("la ministre") an office that begins with its word,
    and one that is told without a state, as one's own are.
    """
    word = said.name.casefold()
    same = any(held.name.casefold() == word for held in person.titles)
    if not said.general:
        return _SAME * same - _RANK * _is_of_other_rank(said, person)
    begins = any(held.name.casefold().split()[:1] == [word] for held in person.titles)
    own = not said.states and not any(held.states and not held.own for held in person.titles)
    return _SAME * (same or begins) + _OWN * own


_SAME, _OWN, _RANK = 3.0, 4.0, 3.0


def _is_of_other_rank(said: Title, person: Person) -> bool:
    """Tell whether each office of a person has a word of rank that the epithet lacks."""
    ranks = frozenset(table("offices")["matching"]["ranks"])
    asked = ranks.intersection(_printed(said))
    return all(ranks.intersection(_printed(held)) - asked for held in person.titles)


def _is_same(said: Title, held: Title) -> bool:
    if said.past != held.past:
        return False
    new, leaving = word_class("coming"), word_class("leaving_holders")
    if not (new.isdisjoint(_printed(said)) or leaving.isdisjoint(_printed(held))):
        return False  # "the new president" is not the outgoing one
    if ("elect" in _printed(said)) != ("elect" in _printed(held)):
        return False
    if said.states and held.states and said.states[0] not in held.states:
        return False
    if said.body and held.body and not _words(said.body) & _words(held.body):
        return False
    if said.general or is_general(said.name):
        return not said.body or bool(held.body)
    asked = _words(said.name) | _words(said.body or "")
    return asked <= _words(held.name) | _words(held.body or "")


def _printed(title: Title) -> list[str]:
    return title.name.casefold().replace("-", " ").split()


@lru_cache(maxsize=4096)
def _words(office: str) -> frozenset[str]:
    """Return the words that tell an office from others, each in one of its forms."""
    plain = " ".join(singular(office).casefold().replace("-", " ").split())
    plain = _same_office().get(plain, plain)
    same, small = _same_word(), table("offices")["matching"]["small"]
    return frozenset(same.get(word, word) for word in plain.split() if word not in small)


@cache
def _same_office() -> Mapping[str, str]:
    return {form: forms[0] for forms in table("offices")["matching"]["offices"] for form in forms}


@cache
def _same_word() -> Mapping[str, str]:
    return {form: forms[0] for forms in table("offices")["matching"]["words"] for form in forms}
