"""Which actors go by which: each cluster's members carry the number of its leader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, select, update

from communique.model.matching import Together
from communique.record import schema
from communique.record.among import among
from communique.record.judgements.decided import names_given
from communique.record.wire import AnyRow


def leaders_of(connection: Connection, actors: Collection[str]) -> dict[str, str]:
    """Return the ids of those who stand for the clusters of actors; themselves if alone."""
    a, b = schema.actors.alias("a"), schema.actors.alias("b")
    query = select(a.c.id, b.c.id.label("led_by")).join_from(a, b, b.c.n == a.c.leader)
    led = connection.execute(query.where(among(a.c.id, actors)))
    return {actor: actor for actor in actors} | {row.id: row.led_by for row in led}


def count_reports(connection: Connection, actors: Iterable[int], by: int) -> None:
    """Count a report for each cluster of which it names any ``actors``, or (-1) take it off.

    Args:
        connection: A connection with a transaction.
        actors: The numbers of those whom the report names.
        by: 1 or -1.
    """
    a = schema.actors.c
    query = select(a.leader).where(a.n.in_(list(actors)), a.leader.is_not(None)).distinct()
    if leaders := list(connection.execute(query).scalars()):
        counted = update(schema.actors).where(a.n.in_(leaders))
        connection.execute(counted.values(counted=a.counted + by))


def gather(connection: Connection, clusters: Sequence[Together]) -> None:
    """Make the members of each cluster go by its leader, and count its reports.

    Rows that are so already are left alone.
    """
    a = schema.actors.c
    everyone = [id for cluster in clusters for id in cluster.members]
    query = select(a.n, a.id, a.reports, a.leader, a.counted, a.called)
    rows = {row.id: row for row in connection.execute(query.where(among(a.id, everyone)))}
    names = names_given(connection, everyone)
    several: list[int] = []
    for cluster in clusters:
        members = [rows[id] for id in cluster.members if id in rows]
        given = [names[row.id] for row in members if row.id in names]
        called = max(given).name if given else cluster.name
        leader = rows[cluster.leader].n if len(members) > 1 else None
        _lead(connection, members, leader, called)
        several += [leader] if leader is not None else []
    _count(connection, several)


def _lead(
    connection: Connection, members: Iterable[AnyRow], leader: int | None, called: str | None
) -> None:
    """Write down of one cluster's members what has changed; reports are counted later."""
    c = schema.actors.c
    for row in members:
        counted = row.reports if leader is None else row.counted if row.n == leader else None
        if (row.leader, row.counted, row.called) != (leader, counted, called):
            statement = update(schema.actors).where(c.n == row.n)
            connection.execute(statement.values(leader=leader, counted=counted, called=called))


def _count(connection: Connection, leaders: Collection[int]) -> None:
    """Write down how many reports name any of the cluster of each leader."""
    a, p = schema.actors.c, schema.appearances.c
    query = (
        select(a.leader, func.count(p.report.distinct()))
        .join_from(schema.actors, schema.appearances, p.actor == a.n)
        .where(among(a.leader, leaders))
        .group_by(a.leader)
    )
    counts = [{"n_": n, "counted_": count} for n, count in connection.execute(query)]
    if counts:
        statement = update(schema.actors).where(
            a.n == bindparam("n_"), a.counted.is_distinct_from(bindparam("counted_"))
        )
        connection.execute(statement.values(counted=bindparam("counted_")), counts)
