"""Reports for a question: those that hold its words or whom it names, with all they say."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache, cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from communique.model import Account, Actor, Origin, Spans, When
from communique.model.asking import Material
from communique.model.citation import LISTS, ref_of
from communique.model.rows import ActorRef, AnyClaim
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.filters import clustered
from communique.record.packing import unpack_spans
from communique.record.references import reports_by_number
from communique.record.search.concordances import concordances
from communique.record.search.queries import each_as_fts
from communique.record.search.spelling import SqliteSpellings
from communique.record.wire import claim_from

if TYPE_CHECKING:
    from communique.record.search.meanings import Signs
    from communique.record.search.ranking import Ranks

#: What is gathered keeps no trace of what read it.
_UNTOLD = Origin(program="communique", version="", settings="")


class SqliteMaterials(SqliteSpellings):
    """The :class:`~communique.record.lookups.Materials` of a SQLite record."""

    @cached_property
    def _kept(self) -> Kept:
        """What has been unpacked for questions."""
        return Kept()

    @cached_property
    def _ranks(self) -> Ranks:
        """What words add to reports."""
        from communique.record.search.ranking import Ranks  # numpy takes a while to import

        return Ranks()

    @cached_property
    def _signs(self) -> Signs:
        """What sentences mean, in short."""
        from communique.record.search.meanings import Signs

        return Signs()

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    def about(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the reports that hold any of ``words`` or what begins so, best first."""
        with self._look() as connection:
            queries = each_as_fts(words)
            return self._ranks.best(connection, queries, limit) if queries else []

    def with_actors(self, actors: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return the reports of contacts with one of each group of actors, the latest first."""
        with self._look() as connection:
            return with_actors(connection, actors, limit)

    def meaning(self, vector: bytes, limit: int) -> list[tuple[str, int, float]]:
        """Return the sentences that mean most nearly the same: report, number, likeness."""
        from communique.record.search.meanings import nearest  # numpy is needed for it alone

        with self._look() as connection:
            return nearest(connection, vector, limit, self._signs)

    def materials(
        self, reports: Iterable[str], kinds: Collection[str] = tuple(LISTS)
    ) -> list[Material]:
        """Return reports with what they say of some kinds of claims, in the order given."""
        with self._look() as connection:
            return materials(connection, reports, self._kept, kinds)


def with_actors(connection: Connection, actors: Sequence[Sequence[str]], limit: int) -> list[str]:
    """Return the reports of contacts in which one of each group has a part, the latest first."""
    groups = [clustered(connection, group) for group in actors if group]
    if len(groups) < 2:
        return []
    first = schema.claim_actors.alias("first")
    query = select(first.c.told).where(first.c.kind == "contact", first.c.actor.in_(groups[0]))
    for number, group in enumerate(groups[1:]):
        other = schema.claim_actors.alias(f"other{number}")
        query = query.where(
            select(other.c.claim)
            .where(
                other.c.kind == "contact",
                other.c.told == first.c.told,
                other.c.claim == first.c.claim,
                other.c.actor.in_(group),
            )
            .exists()
        )
    rows = connection.execute(query.distinct().order_by(first.c.told.desc()).limit(limit))
    return [told.rsplit(" ", 1)[1] for (told,) in rows]


#: Accounts that are kept unpacked for the next question.
_KEPT = 128


class _Told(msgspec.Struct, frozen=True):
    """What a report says, as long as nobody reads it again: all but whom its actors go by."""

    account: Account
    sentences: Spans
    cited: dict[str, str]
    concordance: dict[str, str] | None


#: The numbers of a report and of its reading, and kinds of claims.
Edition = tuple[int, int, tuple[str, ...]]


class Kept:
    """What was told, by the report, its reading and kinds of claims, which never changes.

    Threads may share it; the last :data:`_KEPT` that were asked for are kept.
    """

    def __init__(self) -> None:
        self._told: OrderedDict[Edition, _Told] = OrderedDict()
        self._lock = Lock()

    def of(
        self,
        editions: Mapping[str, Edition],
        unpack: Callable[[list[int]], list[_Told]],
    ) -> dict[str, _Told]:
        """Return what the reports of ``editions`` say; what is not kept is unpacked."""
        with self._lock:
            found = {id: self._told[e] for id, e in editions.items() if e in self._told}
        new = [id for id in editions if id not in found]
        found.update(zip(new, unpack([editions[id][0] for id in new]), strict=True))
        with self._lock:
            for id, edition in editions.items():
                self._told[edition] = found[id]
                self._told.move_to_end(edition)
            while len(self._told) > _KEPT:
                self._told.popitem(last=False)
        return found


def materials(
    connection: Connection, reports: Iterable[str], kept: Kept, kinds: Collection[str]
) -> list[Material]:
    """Return reports with what they say of some ``kinds`` of claims, in the order of their ids.

    What has been unpacked is ``kept``; whom actors go by is looked up each time.
    """
    some = tuple(sorted(kinds))
    wanted = list(reports)
    rows = connection.execute(_readings(), {"ids": as_list(wanted)})
    editions = {id: (n, reading, some) for n, id, reading in rows}
    told = kept.of(editions, lambda numbers: _unpacked(connection, numbers, some))
    who = _who(connection, [n for n, _, _ in editions.values()])
    return [_material(told[id], who[editions[id][0]]) for id in wanted if id in told]


@cache
def _readings() -> Select[Any]:
    """Return the query for the present readings of the reports of the ids listed."""
    r = schema.reports.c
    return select(r.n, r.id, r.reading).where(listed(r.id, "ids"), r.reading.is_not(None))


def _material(told: _Told, who: dict[str, ActorRef]) -> Material:
    """Return a report with whom its actors go by now."""
    return Material(
        ref=ref_of(told.account.report),
        account=told.account,
        sentences=told.sentences,
        who=who,
        cited=told.cited,
        concordance=told.concordance,
    )


def _unpacked(
    connection: Connection, numbers: Sequence[int], kinds: Collection[str]
) -> list[_Told]:
    """Return what reports say, in the order of their numbers."""
    if not numbers:
        return []
    wanted = {"numbers": as_list(numbers)}
    texts = reports_by_number(connection, numbers)
    packed: dict[int, bytes] = dict(connection.execute(_sentences(), wanted).all())
    actors: dict[int, list[Actor]] = defaultdict(list)
    for report, payload in connection.execute(_appearances(), wanted).all():
        actors[report].append(_ACTOR.decode(payload))
    claims = _claims(connection, numbers, kinds)
    dates = _dates(connection, numbers)
    words = concordances(connection, numbers)
    return [
        _Told(
            Account(
                report=texts[n],
                actors=tuple(actors[n]),
                dates=tuple(dates[n]),
                origin=_UNTOLD,
                **_by_list(claims[n]),
            ),
            unpack_spans(packed[n]),
            {f"{c.kind}:{c.local}": c.id for c in claims[n]},
            words.get(n),
        )
        for n in numbers
    ]


@cache
def _sentences() -> Select[Any]:
    """Return the query for the sentences of the reports of the numbers listed."""
    r = schema.reports.c
    return select(r.n, r.sentences).where(listed(r.n, "numbers"))


@cache
def _appearances() -> Select[Any]:
    """Return the query for the actors of the reports of the numbers listed, as these have them."""
    p = schema.appearances.c
    return select(p.report, p.payload).where(listed(p.report, "numbers")).order_by(p.n)


def _by_list(rows: Iterable[Any]) -> dict[str, Any]:
    """Return claims by the list of an account that they stand in."""
    found: dict[str, list[AnyClaim]] = {name: [] for name in LISTS.values()}
    for row in rows:
        found[LISTS[row.kind]].append(claim_from(row.kind, row.payload))
    return {name: tuple(some) for name, some in found.items()}


def _who(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, ActorRef]]:
    """Return whom the actors of reports go by over all reports, by local id."""
    found: dict[int, dict[str, ActorRef]] = defaultdict(dict)
    rows = connection.execute(_leaders(), {"numbers": as_list(numbers)}).all()
    for report, local, id, name, kind in rows:
        found[report][local] = ActorRef(id=id, name=name, kind=kind)
    return found


@cache
def _leaders() -> Select[Any]:
    """Return the query for whom the actors of the reports of the numbers listed go by."""
    p, own, a = schema.appearances.c, schema.actors.alias("own"), schema.actors.alias().c
    return (
        select(p.report, p.local, a.id, a.name, a.kind)
        .join_from(schema.appearances, own, own.c.n == p.actor)
        .join(a.n.table, a.n == func.coalesce(own.c.leader, own.c.n))
        .where(listed(p.report, "numbers"))
    )


def _claims(
    connection: Connection, numbers: Sequence[int], kinds: Collection[str]
) -> dict[int, list[Any]]:
    """Return the rows of the claims of reports that are of some kinds, in their order."""
    found: dict[int, list[Any]] = defaultdict(list)
    wanted = {"numbers": as_list(numbers), "kinds": as_list(kinds)}
    for row in connection.execute(_said(), wanted).all():
        found[row.report].append(row)
    return found


@cache
def _said() -> Select[Any]:
    """Return the query for the claims of the reports of the numbers listed, of some kinds."""
    c = schema.claims.c
    query = select(c.report, c.kind, c.local, c.id, c.payload)
    return query.where(listed(c.report, "numbers"), listed(c.kind, "kinds")).order_by(c.n)


def _dates(connection: Connection, numbers: Sequence[int]) -> dict[int, list[When]]:
    """Return the temporal expressions of reports, in their order."""
    found: dict[int, list[When]] = defaultdict(list)
    for report, payload in connection.execute(_temporal(), {"numbers": as_list(numbers)}).all():
        found[report].append(_WHEN.decode(payload))
    return found


@cache
def _temporal() -> Select[Any]:
    """Return the query for the temporal expressions of the reports of the numbers listed."""
    d = schema.dates.c
    query = select(d.report, d.payload).where(listed(d.report, "numbers"))
    return query.order_by(d.report, d.ordinal)


_ACTOR = msgspec.json.Decoder(Actor)
_WHEN = msgspec.json.Decoder(When)
