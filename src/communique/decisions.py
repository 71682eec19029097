"""What people decide: the use cases around judgements, apart from those of looking and adding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.errors import Conflict, articled
from communique.examining import examine
from communique.judging import clusters_of, judge
from communique.model.correcting import ACTORS, MANY_ACTORS, converted, correctable
from communique.model.judgement import Judgement, Verdict, pair
from communique.model.rows import Filter, Listing
from communique.record import Found, Store
from communique.record.names import actor_ids, namesake_id
from communique.settings import Settings


class Decisions:
    """The part of :class:`communique.service.Service` in which people decide.

    A person's judgement outranks the program's and survives reading and adding again. It is
    signed with the name in the settings (``by``). Every method may raise
    :class:`~communique.errors.NotInRecord` for an id that the record does not hold.
    """

    settings: Settings

    @property
    def _store(self) -> Store:
        raise NotImplementedError

    def merge(self, one: str, other: str, *, why: str = "") -> Judgement:
        """Decide that two actors, or two contacts, are the same.

        Raises:
            Conflict: they are of different kinds, neither actors nor contacts, or one item.
        """
        return self._on_two("same", one, other, why)

    def split(self, one: str, other: str, *, why: str = "") -> Judgement:
        """Decide that two actors, or two contacts, are not the same.

        ``other`` may also be a report: whom it calls so is then another than elsewhere (two
        persons of one name), and has an id of its own.

        Raises:
            Conflict: see :meth:`merge`; or the report does not name the actor.
        """
        found = {each.kind: each.id for each in (self._store.find(one), self._store.find(other))}
        if found.keys() == {"actor", "report"}:
            return self._namesake(found["actor"], found["report"], why)
        return self._on_two("different", one, other, why)

    def confirm(self, id: str, *, why: str = "") -> Judgement:
        """Decide that an item is right as it stands."""
        return self._on_one("confirm", id, why)

    def reject(self, id: str, *, why: str = "") -> Judgement:
        """Decide that an item is no claim of its report."""
        return self._on_one("reject", id, why)

    def correct(self, id: str, slot: str, value: str, *, why: str = "") -> Judgement:
        """Decide that a slot of an item should have another value.

        Lists, the timeline and contacts side by side have the new value; what was read stays
        in the report's account. An actor is given by its id or its name, several of anything
        apart by semicolons; an empty value empties the slot.

        Raises:
            Conflict: it has no such slot, or the slot cannot have that value.
        """
        found = self._store.find(id)
        return self._on_one("correct", id, why, slot=slot, value=self._as_kept(found, slot, value))

    def undo(self, judgement: str, *, together: bool = False) -> Judgement:
        """Retract a judgement, by its id or a unique prefix, and return it as it is then.

        ``together`` with all that was decided in one go with it.

        The program may judge anew what a judgement of its own said, if that is undone; to
        overrule it, :meth:`merge` or :meth:`split`.

        Raises:
            Conflict: it has been retracted already, or it is the program's.
        """
        found = self._store.judgement(judgement)
        if not found.stands:
            raise Conflict("it has been retracted already", subject=found.id)
        if not found.person:
            raise Conflict(
                "it is the program's own", subject=found.id, remedy="overrule it: merge, split"
            )
        made = self._store.made_with(found) if together else [found]
        follow = [follows for each in made for follows in self._follows(each)]
        self._take_back({each.id: each for each in (*made, *follow)}.values())
        return self._store.judgement(found.id)

    def _take_back(self, judgements: Iterable[Judgement]) -> None:
        with self._store.judging() as docket:
            for each in judgements:
                docket.undo(each, self.settings.judge)
        judge(self._store)
        examine(self._store)

    def _follows(self, judgement: Judgement) -> Iterator[Judgement]:
        """Yield the standing judgements that were made only because of one on a namesake."""
        report = next((item for item in judgement.items if item.startswith("r-")), None)
        if report is None:
            return
        (actor,) = set(judgement.items) - {report}
        pair_ = pair(actor, namesake_id(actor, report.removeprefix("r-")))
        for each in self._store.judgements([actor]):
            if each.person and each.verdict == "different" and each.items == pair_:
                yield each

    def log(
        self,
        id: str | None = None,
        *,
        persons: bool = False,
        limit: int = 50,
        after: str | None = None,
    ) -> Listing[Judgement]:
        """List who decided what, when and why, in order; also what was retracted.

        Args:
            id: Only judgements on this item, or on what is the same actor.
            persons: Only those of persons.
            limit: Lines of a page.
            after: The cursor of the page.
        """
        items = self._items(id) if id else ()
        return self._store.log(limit, after, items=items, persons=persons)

    def log_in_full(self, id: str | None = None, *, persons: bool = False) -> Iterator[Judgement]:
        """Yield every line of :meth:`log`."""
        after: str | None = None
        while True:
            page = self.log(id, persons=persons, limit=500, after=after)
            yield from page.rows
            after = page.next
            if after is None:
                return

    def names_of(self, judgements: Iterable[Judgement]) -> dict[str, str]:
        """Return what the actors and contacts that judgements are on are called, by their ids.

        An actor is called by its own name, not by that of whom it was merged with; a contact by its
        kind, date and who took part. What the record no longer holds is left out.
        """
        ids = sorted({id for each in judgements for id in each.items})
        names = self._store.called(id for id in ids if id.startswith("a-"))
        for row in self._store.contacts_by_id(id for id in ids if id.startswith("c-")):
            who = [each.actor.name for each in row.participants if each.actor]
            day = (row.date.value or row.date.raw) if row.date else None
            if row.date and day and "X" in day:
                day = row.date.raw
            told = ", ".join(dict.fromkeys(who)) or "participants not named"
            names[row.id] = " ".join(part for part in (row.kind, day, "of", told) if part)
        return names

    def unplaced(self) -> tuple[Judgement, ...]:
        """Return the standing judgements of persons on what the record no longer holds."""
        return self._store.unplaced()

    def judgements_on(self, id: str) -> tuple[Judgement, ...]:
        """Return the standing judgements of persons on one item."""
        found = self._store.find(id)
        return tuple(each for each in self._store.judgements([found.id]) if each.person)

    def _items(self, id: str) -> list[str]:
        """Return the ids of all that is the same as what ``id`` names."""
        found = self._store.find(id).id
        return list(clusters_of(self._store, [found]).of(found))

    def _on_two(self, verdict: Verdict, one: str, other: str, why: str) -> Judgement:
        found = [self._store.find(one), self._store.find(other)]
        kinds = {each.kind for each in found}
        if len(kinds) > 1 or not kinds & {"actor", "contact"}:
            raise Conflict(
                " and ".join(f"{each.id} is {articled(each.kind)}" for each in found[:2]),
                remedy="name two actors (a-…) or two contacts (c-…)",
            )
        if found[0].id == found[1].id:
            raise Conflict(f"both are {found[0].id}", remedy="name two items")
        return self._decide(verdict, pair(found[0].id, found[1].id), why)

    def _namesake(self, actor: str, report: str, why: str) -> Judgement:
        """Decide that a report means another by an actor's name than other reports do."""
        cluster = set(clusters_of(self._store, [actor]).of(actor))
        account = self._store.account(report)
        here = sorted(set(actor_ids(account).values()) & cluster)
        if not here:
            raise Conflict("the report does not name it", subject=actor, remedy="show the report")
        publication = account.report.publication
        decided = [self._decide("different", pair(id, report), why) for id in here]
        for id in here:
            self._decide("different", pair(id, namesake_id(id, publication)), why)
        return decided[0]

    def _on_one(self, verdict: Verdict, id: str, why: str, **slot: str) -> Judgement:
        return self._decide(verdict, (self._store.find(id).id,), why, **slot)

    def _as_kept(self, found: Found, slot: str, value: str) -> str:
        """Return the value of a correction as the record keeps it: actors by their ids.

        Raises:
            Conflict: what was found has no such slot, or none with that value.
        """
        from communique.record.showing import claim_of

        claim = claim_of(self._store, found)
        known = correctable(claim) if claim else ("name",)
        if slot not in known:
            raise Conflict(
                f"{articled(found.kind)} has no slot {slot!r}",
                remedy=f"choose one of: {', '.join(known)}",
            )
        if claim is None:
            return value
        if slot in ACTORS | MANY_ACTORS:
            names = value.split(";") if slot in MANY_ACTORS else [value]
            value = "; ".join(self._actor(name.strip()) for name in names if name.strip())
        converted(claim, slot, value)
        return value

    def _actor(self, wanted: str) -> str:
        """Return the id of the one actor that an id or a name means."""
        found = self._store.actors(Filter(actor=wanted), 9, None).rows
        if len(found) > 1:
            found = tuple(row for row in found if wanted in row.names) or found
        if len(found) > 1:
            told = ", ".join(f"{row.id} ({row.name})" for row in found)
            raise Conflict(f"several actors are called {wanted!r}", remedy=f"name one: {told}")
        return found[0].id

    def _decide(
        self,
        verdict: Verdict,
        items: tuple[str, ...],
        why: str,
        slot: str | None = None,
        value: str | None = None,
    ) -> Judgement:
        return self._decide_all(verdict, [items], why, slot, value)[0]

    def _decide_all(
        self,
        verdict: Verdict,
        wanted: Iterable[tuple[str, ...]],
        why: str,
        slot: str | None = None,
        value: str | None = None,
    ) -> tuple[Judgement, ...]:
        """Decide the same on several items in one go, each by a judgement of its own."""
        blank = Judgement(
            id="",
            verdict=verdict,
            items=(),
            by=self.settings.judge,
            person=True,
            made_at="",
            slot=slot,
            value=value,
            why=why,
        )
        with self._store.judging() as docket:
            made = [docket.decide(replace(blank, items=items)) for items in wanted]
        judge(self._store)
        examine(self._store)
        return tuple(made)
