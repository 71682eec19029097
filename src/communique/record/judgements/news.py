"""Whom a report brings news of: actors that are compared by more, or less, than before it.

A well-known actor is named by most reports with nothing new: a name, an office of a month that
others gave it as well. To judge it again would come to the same.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from communique.model.matching import KnownActor
from communique.record import schema
from communique.record.entry import Entry
from communique.record.judgements.keyed import known_actors

Known = dict[str, KnownActor]
"""What is known of actors to compare them by, by id."""


def known(connection: Connection, entry: Entry) -> Known:
    """Return what the record knows of those in an account."""
    return known_actors(connection, entry.who.values())


def news(connection: Connection, entry: Entry, before: Known) -> list[str]:
    """Return the ids of the actors in an account of whom more or less is known than ``before``.

    Where there is a gazetteer it is all of them, since whom it means rests on the days of reports.
    """
    ids = list(entry.who.values())
    listed = connection.execute(select(schema.gazetteer.c.id).limit(1)).first()
    if listed is not None:
        return ids
    now = known(connection, entry)
    return [id for id in ids if id not in now or now[id] != before.get(id)]
