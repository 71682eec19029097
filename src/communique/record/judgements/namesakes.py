"""Two persons of one name: who is another in one report than in others, as people decided."""

from __future__ import annotations

from sqlalchemy import Connection, select

from communique.model import Account
from communique.model.citation import citations, report_id
from communique.record import schema
from communique.record.entry import Entry
from communique.record.judgements.judged import judgements_on


def apart(connection: Connection, account: Account) -> frozenset[str]:
    """Return the ids of actors that a person judged not to be those that a report so calls."""
    report = report_id(account.report.publication)
    return frozenset(
        item
        for judgement in judgements_on(connection, [report])
        if judgement.person and judgement.verdict == "different"
        for item in judgement.items
        if item != report
    )


def kept_entry(connection: Connection, account: Account) -> Entry:
    """Return the entry of an account with the ids that its actors have in the record."""
    p, a, r = schema.appearances.c, schema.actors.c, schema.reports.c
    query = (
        select(p.local, a.id)
        .join_from(schema.appearances, schema.actors, a.n == p.actor)
        .join(schema.reports, r.n == p.report)
        .where(r.id == report_id(account.report.publication))
    )
    return Entry(account, citations(account), dict(connection.execute(query).all()))
