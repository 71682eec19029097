"""Acts by the words that tell what they are about, so that few need be compared with one.

Which words these are, and how much each says, is told by whoever opens the record (``Matter``);
here they are kept beside the acts, in the transaction in which these are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec
from sqlalchemy import Connection, delete, insert, select

from communique.model import Act
from communique.model.threads import Sought
from communique.record import schema

#: Returns the words that tell what an act is about, each with its weight.
Matter = Callable[[Act], Mapping[str, float]]

#: Acts whose words are found out in one transaction.
AT_ONCE = 1000
_ACT = msgspec.json.Decoder(Act)


def enter(connection: Connection, report: int, matter: Matter) -> None:
    """Enter the words of the acts of a report, by its number."""
    c = schema.all_claims.c
    query = select(c.n, c.told, c.payload).where(c.report == report, c.kind == "act")
    _enter(connection, connection.execute(query).all(), matter)


def take_out(connection: Connection, report: int) -> None:
    """Take out the words of the acts of a report, by its number."""
    c, w = schema.all_claims.c, schema.act_words.c
    acts = select(c.n).where(c.report == report, c.kind == "act")
    connection.execute(delete(schema.act_words).where(w.act.in_(acts)))
    connection.execute(delete(schema.unworded).where(schema.unworded.c.act.in_(acts)))


def put_down(connection: Connection, report: int) -> None:
    """Put the acts of a report down as those whose words are still to be found out."""
    c = schema.all_claims.c
    acts = select(c.n).where(c.report == report, c.kind == "act")
    connection.execute(insert(schema.unworded).from_select(["act"], acts))


def catch_up(connection: Connection, matter: Matter) -> bool:
    """Enter the words of some acts of which these are not known; tell whether there were any."""
    c, u = schema.all_claims.c, schema.unworded.c
    waiting = list(connection.execute(select(u.act).limit(AT_ONCE)).scalars())
    if not waiting:
        return False
    query = select(c.n, c.told, c.payload).where(c.n.in_(waiting))
    _enter(connection, connection.execute(query).all(), matter)
    connection.execute(delete(schema.unworded).where(u.act.in_(waiting)))
    return True


def near(connection: Connection, sought: Iterable[Sought]) -> set[int]:
    """Return the numbers of the acts that speak of any of the matters."""
    found: set[int] = set()
    for each in sought:
        if not each.words:
            continue
        values = ", ".join(["(?, ?)"] * len(each.words))
        given = [part for pair in each.words.items() for part in pair]
        rows = connection.exec_driver_sql(
            f"WITH wanted (word, weight) AS (VALUES {values})"
            " SELECT a.act FROM wanted CROSS JOIN act_words AS a ON a.word = wanted.word"
            " WHERE a.day BETWEEN ? AND ?"
            " GROUP BY a.act HAVING sum(min(a.weight, wanted.weight)) >= ?",
            (*given, each.since, each.until, each.least),
        )
        found.update(n for (n,) in rows)
    return found


def _enter(connection: Connection, acts: Iterable[tuple[int, str, str]], matter: Matter) -> None:
    rows = [
        {"word": word, "day": told[:10], "act": n, "weight": weight}
        for n, told, payload in acts
        if _is_day(told[:10])
        for word, weight in matter(_ACT.decode(payload)).items()
    ]
    if rows:
        connection.execute(insert(schema.act_words), rows)


def _is_day(told: str) -> bool:
    """Tell whether an act is told on a day; others are before and behind nothing."""
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return True
