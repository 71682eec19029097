"""What may be asked of a record's doubts; imports no database library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from communique.model.actor import Actor
from communique.model.doubt import Vague
from communique.model.judgement import Judgement


class Doubts(Protocol):
    """The part of a :class:`~communique.record.store.Store` that looks for doubts."""

    def unsure(self, limit: int) -> tuple[Judgement, ...]:
        """Return the program's standing judgements of which it is least sure, those first.

        What a person has decided on is left out.
        """
        ...

    def joined_contacts(self, limit: int) -> tuple[str, ...]:
        """Return contacts that stand in a judgement that two are the same, the latest first."""
        ...

    def vague(self, limit: int) -> tuple[Vague, ...]:
        """Return claims of somebody whom the program could not tell, the latest first."""
        ...

    def reports_of(self, actors: Iterable[str]) -> dict[str, int]:
        """Return how many reports name each actor, by id; clusters are not counted together."""
        ...

    def last_decision(self) -> Judgement | None:
        """Return the last of the standing judgements of persons, if there is one."""
        ...

    def first_named(self, actors: Iterable[str]) -> dict[str, tuple[str, Actor]]:
        """Return of each actor, whatever it was merged with, the first report that names it,
        and the actor as that report has it."""
        ...
