"""Who is in a report, by the words of their names: found once for all questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from communique.ask.wording import wording
from communique.ask.words import folded
from communique.model import Account
from communique.model.actor import Actor
from communique.model.rows import ActorRef

_WORDING = wording("reports/cast")

Parts = tuple[str, ...]
"""The words of a name as they are compared."""


class Cast:
    """The actors of a report that are known over all reports, groups left out.

    ``everybody`` are they in the report's order, ``persons`` those of them who are persons, by
    the words of their names, ``called`` the persons by the names that they go by over all
    reports, ``titles`` what persons hold that is not how their names begin, with their ids.
    """

    def __init__(self, account: Account, who: Mapping[str, ActorRef]) -> None:
        self.everybody = [
            (actor, ref)
            for actor in account.actors
            if actor.kind != "group" and (ref := who.get(actor.id)) is not None
        ]
        self.persons = [
            (name_parts(actor.name), ref) for actor, ref in self.everybody if actor.kind == "person"
        ]
        self.called = [(name_parts(r.name), r) for r in who.values() if r.kind == "person"]
        self._actors = account.actors
        self._who = who

    @cached_property
    def by_local(self) -> dict[str, Actor]:
        """The actors of the report by local id, groups among them."""
        return {actor.id: actor for actor in self._actors}

    @cached_property
    def titles(self) -> list[tuple[Parts, str]]:
        """The titles of the persons, but for those that their names begin with."""
        persons = (each for each in self.everybody if each[0].kind == "person")
        return [
            (title, ref.id)
            for (actor, ref), (called, _) in zip(persons, self.persons, strict=True)
            for office in actor.offices
            if (title := tuple(folded(word) for word in office.title.split()))
            != called[: len(title)]
        ]

    @cached_property
    def offices(self) -> list[tuple[Parts, str, ActorRef, bool]]:
        """Each title of a person that is of somebody known over all reports, with that one's id.

        Last comes whether the person is called by more than that title.
        """
        persons = (each for each in self.everybody if each[0].kind == "person")
        return [
            (title, of.id, ref, called[: len(title)] != title)
            for (actor, ref), (called, _) in zip(persons, self.persons, strict=True)
            for office in actor.offices
            if (of := self._who.get(office.of or "")) is not None
            for title in (tuple(folded(word) for word in office.title.split()),)
        ]

    def with_word(self, word: str) -> Iterator[tuple[Actor, ActorRef]]:
        """Yield those with a word in one of their names, or whose name may be shortened to it.

        A state's name may also be told by an adjective, so all states are among them.
        """
        return (self.everybody[at] for at in sorted({*self._under.get(word, ()), *self._states}))

    @cached_property
    def _states(self) -> list[int]:
        return [at for at, (actor, _) in enumerate(self.everybody) if actor.kind == "state"]

    @cached_property
    def _under(self) -> dict[str, list[int]]:
        """The places of those with a word in one of their names."""
        found: dict[str, list[int]] = {}
        for at, (actor, _) in enumerate(self.everybody):
            for word in _words(actor.name, actor.aliases):
                found.setdefault(word, []).append(at)
        return found


@lru_cache(maxsize=50_000)
def _words(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    """Return the words of an actor's names, and what these may be shortened to."""
    parts = [name_parts(each) for each in (name, *aliases)]
    return frozenset(
        (*map(folded, name.split()), *(w for some in parts for w in (*some, *initials(some))))
    )


@lru_cache(maxsize=50_000)
def name_parts(name: str) -> Parts:
    """Return the words of a name as they are compared, without an article before them."""
    parts = tuple(folded(part) for part in name.split())
    return parts[1:] if parts[:1] == ("the",) else parts


@lru_cache(maxsize=50_000)
def initials(parts: Parts) -> Parts:
    """Return what a name of several words may be shortened to: with small words or without."""
    if len(parts) < 2:
        return ()
    large = [part for part in parts if part not in _WORDING.words("small")]
    full, short = "".join(p[0] for p in parts if p), "".join(p[0] for p in large if p)
    return (full, short, short[:2])
