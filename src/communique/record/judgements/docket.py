"""The record as those see it who judge what is the same as what.

A docket lists what waits to be judged, looks up what it may be the same as, and takes the
judgements down; all of it within one transaction that holds the write lock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model.ids import PREFIXES
from communique.model.judgement import Judgement
from communique.model.matching import Between, KnownActor, Listed, Opinion, Together
from communique.model.rows import ContactRow, Passage
from communique.record import schema
from communique.record.among import among
from communique.record.judgements import clustering, keyed
from communique.record.judgements.decided import call, settle
from communique.record.judgements.encounters import Encounters, contacts_by_id
from communique.record.judgements.judged import append, append_all, judgements_on, retract
from communique.record.judgements.keyed import known_actors
from communique.record.judgements.parties import Parties
from communique.record.reentering import enter_again


class Docket:
    """What is to be judged, and what is known to judge it by.

    Args:
        connection: A connection whose transaction holds the write lock.
        now: The instant to date judgements with.
    """

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection = connection
        self._now = now
        self._known: dict[str, KnownActor] = {}
        self._encounters = Encounters(connection)

    def waiting_actors(self, limit: int) -> dict[str, frozenset[str]]:
        """Return ids of actors that wait, with the months of the reports that touch them."""
        return self._waiting(PREFIXES["actor"], limit)

    def waiting_contacts(self, limit: int) -> list[str]:
        """Return ids of contacts that wait."""
        return list(self._waiting(PREFIXES["contact"], limit))

    def items(self) -> list[str]:
        """Return the ids of all actors and contacts in the record."""
        a, c = schema.actors.c, schema.all_claims.c
        contacts = select(c.id).distinct().where(c.kind == "contact").order_by(c.id)
        found = (
            self._connection.execute(query) for query in (select(a.id).order_by(a.id), contacts)
        )
        return [id for rows in found for id in rows.scalars()]

    def put_down(self, items: Iterable[str]) -> None:
        """Put items down to be judged."""
        rows = [{"item": item, "month": ""} for item in dict.fromkeys(items)]
        if rows:
            statement = upsert(schema.waiting).on_conflict_do_nothing()
            self._connection.execute(statement, rows)

    def take_off(self, items: Iterable[str]) -> None:
        """Take items off the list of what waits."""
        c = schema.waiting.c
        self._connection.execute(delete(schema.waiting).where(among(c.item, items)))

    def actors(self, ids: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of actors, by id; those that the record does not hold are left
        out."""
        wanted = set(ids)
        new = wanted - self._known.keys()
        if new:
            self._known |= known_actors(self._connection, new)
        return {id: self._known[id] for id in sorted(wanted) if id in self._known}

    def enter(self, keys: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        """Make ``keys`` those under which actors are found; return those that each has lost."""
        return keyed.enter(self._connection, keys)

    def actors_under(self, keys: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the ids of actors under each of ``keys``; ``name:*`` is all that begin so."""
        return keyed.actors_under(self._connection, keys)

    def judgements(self, items: Iterable[str]) -> list[Judgement]:
        """Return the standing judgements on any of ``items``."""
        return judgements_on(self._connection, items)

    def decide(self, judgement: Judgement) -> Judgement:
        """Take down a person's judgement, dated now; return it with its id."""
        decided = append(self._connection, replace(judgement, made_at=self._now))
        self._apply(decided)
        return decided

    def undo(self, judgement: Judgement, by: str) -> None:
        """Retract a person's judgement."""
        self.retract([judgement.id], by)
        self._apply(judgement, retracted=True)

    def _apply(self, judgement: Judgement, *, retracted: bool = False) -> None:
        """Make what a judgement bears on as it is to be now, and put it down to be judged."""
        contact, actor = PREFIXES["contact"], PREFIXES["actor"]
        if judgement.verdict in ("same", "different"):
            for report in (i for i in judgement.items if i[0] == PREFIXES["report"]):
                enter_again(self._connection, report)
            self.put_down(
                item
                for item in judgement.items
                if item[0] == actor or (item[0] == contact and retracted)
            )
            return
        # Only actors and contacts are judged; anything else would wait for ever.
        self.put_down(item for item in judgement.items if item[0] in (contact, actor))
        settle(self._connection, judgement.items)
        call(self._connection, judgement.items)

    def append(self, opinions: Iterable[Opinion], by: str) -> None:
        """Take down judgements of the program called ``by``."""
        append_all(
            self._connection,
            (
                Judgement(
                    id="",
                    verdict=opinion.verdict,
                    items=opinion.items,
                    by=by,
                    person=False,
                    made_at=self._now,
                    score=opinion.score,
                    value=opinion.basis,
                    why=opinion.why,
                )
                for opinion in opinions
            ),
        )

    def retract(self, judgements: Iterable[str], by: str) -> None:
        """Note that judgements no longer hold."""
        retract(self._connection, judgements, by, self._now)

    def leaders_of(self, actors: Collection[str]) -> dict[str, str]:
        """Return the ids of those that stand for the clusters of actors; themselves if alone."""
        return clustering.leaders_of(self._connection, actors)

    def gather(self, clusters: Sequence[Together]) -> None:
        """Make the members of each cluster go by its leader, one of them."""
        clustering.gather(self._connection, clusters)
        self._encounters.forget()

    def gazetteer(self) -> tuple[Listed, ...]:
        """Return the persons of the user's gazetteer."""
        query = select(schema.gazetteer.c.payload).order_by(schema.gazetteer.c.id)
        rows = self._connection.execute(query).scalars()
        return tuple(msgspec.json.decode(payload, type=Listed) for payload in rows)

    def adopt(self, listed: Iterable[Listed]) -> bool:
        """Make ``listed`` the gazetteer, and put all persons down if it was another before."""
        wanted = {person.id: person for person in listed}
        if tuple(wanted[id] for id in sorted(wanted)) == self.gazetteer():
            return False
        self._connection.execute(delete(schema.gazetteer))
        rows = [
            {"id": id, "payload": msgspec.json.encode(person).decode()}
            for id, person in wanted.items()
        ]
        if rows:
            self._connection.execute(insert(schema.gazetteer), rows)
        query = select(schema.actors.c.id).where(schema.actors.c.kind == "person")
        self.put_down(self._connection.execute(query).scalars())
        return True

    def days_of(self, actor: str) -> list[str]:
        """Return the days on which the reports that name an actor were published, in order."""
        r, p, a = schema.reports.c, schema.appearances.c, schema.actors.c
        query = (
            select(r.first_on)
            .join_from(schema.actors, schema.appearances, p.actor == a.n)
            .join(schema.reports, r.n == p.report)
            .where(a.id == actor, r.first_on.is_not(None))
            .distinct()
        )
        return sorted(self._connection.execute(query).scalars())

    def contacts_with(self, actors: Iterable[str]) -> list[str]:
        """Return the ids of the contacts in which any of some actors, as such, has a part."""
        a, c, w = schema.actors.c, schema.claims.c, schema.claim_actors.c
        query = (
            select(c.id)
            .distinct()
            .join_from(schema.actors, schema.claim_actors, w.actor == a.n)
            .join(schema.claims, c.n == w.claim)
            .where(among(a.id, actors), w.kind == "contact")
        )
        return list(self._connection.execute(query).scalars())

    def contacts(self, ids: Iterable[str]) -> list[ContactRow]:
        """Return contacts, in the order of their ids; those that were rejected are left out."""
        return list(contacts_by_id(self._connection, ids, schema.claims))

    def contacts_like(self, sought: Sequence[Between]) -> list[list[ContactRow]]:
        """Return, for each of those sought, the contacts that answer to it, the nearest first."""
        return self._encounters.of(sought)

    def beside(self, contacts: Iterable[str]) -> list[str]:
        """Return the ids of all contacts that have two parties in common with one of some."""
        return Parties(self._connection).beside(contacts)

    def company(self, report: str) -> frozenset[str]:
        """Return the names of the persons in a report, as it has them."""
        return self._encounters.company(report)

    def told_in(self, reports: Iterable[str]) -> dict[str, list[ContactRow]]:
        """Return the contacts that reports tell of, by the report's id."""
        return self._encounters.told_in(reports)

    def sentences(self, contact: ContactRow) -> tuple[Passage, ...]:
        """Return the sentences of its report that tell of a contact."""
        return self._encounters.sentences(contact)

    def sentence(self, contact: ContactRow) -> str:
        """Return the words of the sentences of its report that tell of a contact."""
        return " ".join(passage.text for passage in self.sentences(contact))

    def _waiting(self, letter: str, limit: int) -> dict[str, frozenset[str]]:
        c = schema.waiting.c
        ids = (
            select(c.item)
            .distinct()
            .where(c.item >= f"{letter}-", c.item < f"{letter}.")
            .order_by(c.item)
            .limit(limit)
        )
        months: dict[str, set[str]] = defaultdict(set)
        query = select(c.item, c.month).where(c.item.in_(ids))
        for item, month in self._connection.execute(query.order_by(c.item)):
            months[item].add(month)
        return {item: frozenset(some) for item, some in months.items()}
