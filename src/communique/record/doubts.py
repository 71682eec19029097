"""What may be asked of a record's doubts; imports no database library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from communique.model.actor import Actor
from communique.model.doubt import Doubt, DoubtSort, Vague
from communique.model.judgement import Judgement
from communique.model.rows import StatementRow
from communique.model.threads import Deed


class Doubts(Protocol):
    """The part of a :class:`~communique.record.store.Store` that keeps and looks for doubts."""

    def unexamined(self, limit: int) -> dict[str, int]:
        """Return items whose doubts are to be found out anew, each with the number it waits by.

        Items are reports that were read, and whatever a judgement was made on or retracted.
        """
        ...

    def examined(
        self, items: Mapping[str, int], doubts: Iterable[tuple[Doubt, str, Iterable[str]]]
    ) -> None:
        """Put doubts in the place of those about ``items``, which then wait no longer.

        With each doubt comes where it stands among others of the same weight, the greater
        first, and what it is about. An item that was put down again meanwhile, and so has
        another number, goes on waiting.
        """
        ...

    def doubts(self, sort: DoubtSort | None, limit: int, start: int) -> list[Doubt]:
        """Return doubts, the most useful to decide first, behind the first ``start`` of them."""
        ...

    def doubts_on(self, item: str) -> list[Doubt]:
        """Return the doubts about an item."""
        ...

    def doubt_counts(self) -> dict[str, int]:
        """Return how many doubts there are of each sort."""
        ...

    def unsure(self, items: Iterable[str]) -> list[Judgement]:
        """Return the program's standing judgements on pairs with any of ``items`` of which it is
        not quite sure; what a person has decided on is left out."""
        ...

    def vague(self, reports: Iterable[str]) -> list[Vague]:
        """Return the claims of reports that are somebody's, without whose, in their order.

        What a person has decided on is left out.
        """
        ...

    def deeds_of(self, reports: Iterable[str]) -> list[Deed]:
        """Return all acts of reports, in the order in which they were told."""
        ...

    def deeds_with(self, actors: Iterable[str], limit: int) -> list[Deed]:
        """Return the last acts in which actors, as such and not their clusters, have a part."""
        ...

    def contacts_of(self, reports: Iterable[str]) -> list[str]:
        """Return the ids of the contacts of reports."""
        ...

    def reports_with_claims(self, claims: Iterable[str]) -> set[str]:
        """Return the reports that make some claims, by their ids."""
        ...

    def statements_by_id(self, ids: Iterable[str]) -> dict[str, StatementRow]:
        """Return those of the statements that the record holds."""
        ...

    def reports_of(self, actors: Iterable[str]) -> dict[str, int]:
        """Return how many reports name each actor, by id; clusters are not counted together."""
        ...

    def best_known(self, limit: int) -> list[str]:
        """Return what those actors are called whom most reports name, those first."""
        ...

    def last_decision(self) -> Judgement | None:
        """Return the last of the standing judgements of persons, if there is one."""
        ...

    def made_with(self, judgement: Judgement) -> list[Judgement]:
        """Return the standing judgements of persons that were made in one go with one."""
        ...

    def first_named(self, actors: Iterable[str]) -> dict[str, tuple[str, Actor]]:
        """Return of each actor, whatever it was merged with, the first report that names it,
        and the actor as that report has it."""
        ...
