"""The record as those see it who judge what is the same as what.

A docket lists what waits to be judged, looks up what it may be the same as, and takes the
judgements down; all of it within one transaction that holds the write lock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Table, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model.actor import Actor
from communique.model.ids import PREFIXES
from communique.model.judgement import Judgement
from communique.model.matching import Holding, KnownActor, Listed, Opinion
from communique.model.rows import ContactRow
from communique.record import schema
from communique.record.decided import call, settle
from communique.record.filters import clustered
from communique.record.judged import append, judgements_on, retract
from communique.record.names import APART, is_description
from communique.record.reentering import enter_again
from communique.record.telling import Teller
from communique.record.wire import AnyRow

#: The most contacts that one is compared with.
_MOST = 300
#: Days around a contact's own in which others may be told of as the same.
_AROUND = 62


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
        self._kin: dict[str, tuple[int, ...]] = {}

    def waiting_actors(self, limit: int) -> dict[str, frozenset[str]]:
        """Return ids of actors that wait, with the months of the reports that touch them."""
        return self._waiting(PREFIXES["actor"], limit)

    def waiting_contacts(self, limit: int) -> list[str]:
        """Return ids of contacts that wait."""
        return list(self._waiting(PREFIXES["contact"], limit))

    def items_after(self, id: str, limit: int) -> list[str]:
        """Return the next ids of actors and contacts in the record, in order."""
        a, c = schema.actors.c, schema.all_claims.c
        actors = select(a.id).where(a.id > id).order_by(a.id).limit(limit)
        contacts = select(c.id).where(c.id > id, c.kind == "contact").order_by(c.id).limit(limit)
        found = {
            id for query in (actors, contacts) for id in self._connection.execute(query).scalars()
        }
        return sorted(found)[:limit]

    def put_down(self, items: Iterable[str]) -> None:
        """Put items down to be judged."""
        rows = [{"item": item, "month": ""} for item in dict.fromkeys(items)]
        if rows:
            statement = upsert(schema.waiting).on_conflict_do_nothing()
            self._connection.execute(statement, rows)

    def take_off(self, items: Iterable[str]) -> None:
        """Take items off the list of what waits."""
        c = schema.waiting.c
        self._connection.execute(delete(schema.waiting).where(c.item.in_(list(items))))

    def actors(self, ids: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of actors, by id; those that the record does not hold are left
        out."""
        wanted = set(ids)
        new = wanted - self._known.keys()
        if new:
            self._known |= known_actors(self._connection, new)
        return {id: self._known[id] for id in sorted(wanted) if id in self._known}

    def enter(self, actor: str, keys: frozenset[str]) -> None:
        """Make ``keys`` those under which an actor is found."""
        before = self.keys_of(actor)
        c = schema.actor_keys.c
        gone = before - keys
        if gone:
            self._connection.execute(
                delete(schema.actor_keys).where(c.actor == actor, c.key.in_(gone))
            )
        new = [{"key": key, "actor": actor} for key in sorted(keys - before)]
        if new:
            self._connection.execute(insert(schema.actor_keys), new)

    def keys_of(self, actor: str) -> frozenset[str]:
        """Return the keys under which an actor is found."""
        c = schema.actor_keys.c
        rows = self._connection.execute(select(c.key).where(c.actor == actor))
        return frozenset(rows.scalars())

    def actors_under(self, keys: Iterable[str]) -> set[str]:
        """Return the ids of actors under any of ``keys``; ``name:*`` is all that begin so."""
        c = schema.actor_keys.c
        begins_so = [key[:-1] for key in keys if key.endswith("*")]
        whole = [key for key in keys if not key.endswith("*")]
        found = set(self._connection.execute(select(c.actor).where(c.key.in_(whole))).scalars())
        for key in begins_so:
            query = select(c.actor).where(c.key >= key, c.key < f"{key}\U0010ffff")
            found.update(self._connection.execute(query).scalars())
        return found

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
        self.retract(judgement.id, by)
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

    def append(self, opinion: Opinion, by: str) -> None:
        """Take down a judgement of the program called ``by``."""
        judgement = Judgement(
            id="",
            verdict=opinion.verdict,
            items=opinion.items,
            by=by,
            person=False,
            made_at=self._now,
            score=opinion.score,
            why=opinion.why,
        )
        append(self._connection, judgement)

    def retract(self, judgement: str, by: str) -> None:
        """Note that a judgement no longer holds."""
        retract(self._connection, judgement, by, self._now)

    def leader_of(self, actor: str) -> str:
        """Return the id of the actor that stands for the cluster of ``actor``."""
        a = schema.actors.alias("a")
        b = schema.actors.alias("b")
        query = select(b.c.id).join_from(a, b, b.c.n == a.c.leader).where(a.c.id == actor)
        return self._connection.execute(query).scalar_one_or_none() or actor

    def gather(self, leader: str, members: Sequence[str], name: str | None = None) -> None:
        """Make ``members`` one cluster that goes by ``leader``, one of them.

        ``name`` is what it is called if no person says otherwise; the leader's if left out.
        """
        a, p = schema.actors.c, schema.appearances.c
        execute = self._connection.execute
        numbers = dict(execute(select(a.id, a.n).where(a.id.in_(list(members)))).all())
        self._kin.clear()
        if len(numbers) < 2:
            alone = update(schema.actors).where(a.n.in_(numbers.values()))
            execute(alone.values(leader=None, counted=a.reports))
            call(self._connection, members, name)
            return
        together = update(schema.actors).where(a.n.in_(numbers.values()))
        execute(together.values(leader=numbers[leader], counted=None))
        named = select(func.count(p.report.distinct())).where(p.actor.in_(numbers.values()))
        count = execute(named).scalar_one()
        execute(update(schema.actors).where(a.n == numbers[leader]).values(counted=count))
        call(self._connection, members, name)

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

    def contacts_with(self, actor: str) -> list[str]:
        """Return the ids of the contacts in which an actor, as such, has a part."""
        a, c, w = schema.actors.c, schema.claims.c, schema.claim_actors.c
        query = (
            select(c.id)
            .join_from(schema.actors, schema.claim_actors, w.actor == a.n)
            .join(schema.claims, c.n == w.claim)
            .where(a.id == actor, w.kind == "contact")
        )
        return list(self._connection.execute(query).scalars())

    def contacts(self, ids: Iterable[str]) -> list[ContactRow]:
        """Return contacts, in the order of their ids; those that were rejected are left out."""
        return list(contacts_by_id(self._connection, ids, schema.claims))

    def contacts_like(
        self, parties: Iterable[frozenset[str]], first: str, last: str
    ) -> list[ContactRow]:
        """Return the contacts in which two or more of ``parties`` have a part, about those days.

        A party is the ids of an actor and of whom it represents. ``first`` and ``last`` are ISO
        dates, or empty where the days are not known. Contacts of which no day is known count as
        of any. The nearest come first, and there are at most so many.
        """
        c = schema.claims.c
        shared: Counter[int] = Counter()
        for party in parties:
            shared.update(self._parts(party))
        numbers = [n for n, times in shared.items() if times > 1]
        query = select(schema.claims).where(c.n.in_(numbers))
        if first:
            day = func.julianday(first)
            soon = func.julianday(c.last_on) >= day - _AROUND
            late = func.julianday(c.first_on) <= func.julianday(last) + _AROUND
            query = query.where(or_(c.first_on.is_(None), soon & late))
            query = query.order_by(func.abs(func.julianday(c.first_on) - day), c.id)
        else:
            query = query.order_by(c.id)
        return list(_told(self._connection, self._connection.execute(query.limit(_MOST)).all()))

    def company(self, reports: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the names of the persons in reports, by report, as each report has them."""
        r, p, a = schema.reports.c, schema.appearances.c, schema.actors.c
        query = (
            select(r.id, p.payload)
            .join_from(schema.reports, schema.appearances, p.report == r.n)
            .join(schema.actors, a.n == p.actor)
            .where(r.id.in_(set(reports)), a.kind == "person")
        )
        found: dict[str, set[str]] = defaultdict(set)
        for report, payload in self._connection.execute(query):
            actor = msgspec.json.decode(payload, type=Actor)
            if not is_description(actor):
                found[report].add(actor.name)
        return {report: frozenset(names) for report, names in found.items()}

    def _parts(self, party: frozenset[str]) -> set[int]:
        """Return the numbers of the contacts in which any of a party has a part."""
        actors = [n for id in party for n in self._kin_of(id)]
        w = schema.claim_actors.c
        query = select(w.claim).where(w.actor.in_(actors), w.kind == "contact")
        return set(self._connection.execute(query).scalars())

    def _kin_of(self, actor: str) -> tuple[int, ...]:
        """Return the numbers of the actors of a cluster, by the id of any of them."""
        if actor not in self._kin:
            self._kin[actor] = tuple(clustered(self._connection, [actor]))
        return self._kin[actor]

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


def contacts_by_id(
    connection: Connection, ids: Iterable[str], table: Table = schema.all_claims
) -> tuple[ContactRow, ...]:
    """Return those of the contacts that the record holds, in the order of their ids."""
    c = table.c
    query = select(table).where(c.id.in_(list(ids)), c.kind == "contact")
    return _told(connection, connection.execute(query.order_by(c.id, c.n)).all())


def _told(connection: Connection, rows: Sequence[AnyRow]) -> tuple[ContactRow, ...]:
    """Return rows of contacts; an id that two claims have is that of the first."""
    first = {row.id: row for row in reversed(rows)}
    kept = [row for row in rows if first[row.id] is row]
    return Teller(connection, kept).contacts() if kept else ()


def known_actors(connection: Connection, ids: Iterable[str]) -> dict[str, KnownActor]:
    """Return what is known of actors, by id."""
    a, t = schema.actors.c, schema.tallies.c
    rows = connection.execute(select(schema.actors).where(a.id.in_(list(ids)))).all()
    query = select(t.actor, t.slot, t.label).where(
        t.actor.in_([row.n for row in rows]), t.slot.in_(["alias", "name", "holding"])
    )
    labels: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for actor, slot, label in connection.execute(query.order_by(t.actor, t.slot, t.label)):
        labels[actor][slot].append(label)
    return {row.id: _known_actor(row, labels[row.n]) for row in rows}


def _known_actor(row: AnyRow, labels: dict[str, list[str]]) -> KnownActor:
    # The first in order of letters, and not the commonest, for that would change with time.
    name = min(labels["name"], default=row.name)
    holdings = (label.split(APART) for label in labels["holding"])
    return KnownActor(
        id=row.id,
        kind=row.kind,
        name=name,
        aliases=tuple(labels["alias"]),
        holdings=tuple(Holding(title=t, of=of, month=month) for t, of, month in holdings),
        reports=row.reports,
        described=is_description(Actor(id=row.id, name=name, kind=row.kind)),
    )
