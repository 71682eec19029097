"""What positions are on, kept beside them as reports and decisions come."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from msgspec.structs import replace
from tests.record.making import NEWER
from tests.record.older import as_before
from tests.storyline import position, told

from communique.judging import judge
from communique.model import Account
from communique.model.paging import every
from communique.service import Service
from communique.settings import load

HELK, RIVER = "Tomas Helk", "a ferry toll on the river Lume"
FIRST = told("2031-02-03", position(HELK, "against", "trade", f"rejects {RIVER}"))
SECOND = told("2031-03-04", position(HELK, "for", "trade", f"favours {RIVER}"))
OTHERS = told("2031-03-05", position("Ada Roon", "against", "trade", f"opposes {RIVER}", by=HELK))


def take(service: Service, *accounts: Account) -> None:
    for account in accounts:
        service._store_for_adding.add(account)
    judge(service._store)


def kept(path: Path) -> list[tuple[object, ...]]:
    """Return the rows that are kept."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT * FROM stances ORDER BY position").fetchall()
    connection.close()
    return found


def shifts(service: Service) -> list[tuple[str, str, str]]:
    """Return the changes of stance, of a record in which they are kept as if told from scratch."""
    path = service.settings.record
    anew = path.with_name("anew.sqlite")
    with sqlite3.connect(path) as connection, sqlite3.connect(anew) as copy:
        connection.backup(copy)
        copy.executescript(
            "DELETE FROM stances;"
            "INSERT OR IGNORE INTO unstanced SELECT n FROM all_claims WHERE kind = 'position';"
        )
    connection.close()
    copy.close()
    with Service(load(record=anew)) as fresh:
        rows = list(every(fresh.shifts))
    assert kept(path) == kept(anew)
    assert rows == list(every(service.shifts))
    return [(each.actor.name, each.before.polarity, each.after.polarity) for each in rows]


def test_stances_follow_reports_readings_and_decisions(tmp_path: Path) -> None:
    with Service(load(record=tmp_path / "r.sqlite", by="ines")) as service:
        take(service, FIRST)
        assert shifts(service) == []
        take(service, SECOND, OTHERS)
        assert shifts(service) == [(HELK, "against", "for")]

        mine, last = service.shifts().rows[0].before.id, service.shifts().rows[0].after.id
        ids = {row.name: row.id for row in every(service.actors)}
        made = service.correct(mine, "actor", ids["Ada Roon"])
        assert shifts(service) == []
        service.undo(made.id)
        made = service.correct(last, "stance", "favours longer school holidays")
        assert shifts(service) == []
        service.undo(made.id)
        made = service.reject(mine)
        assert shifts(service) == []
        service.undo(made.id)
        assert shifts(service) == [(HELK, "against", "for")]

        merged = service.merge(ids[HELK], ids["Ada Roon"])
        assert len(shifts(service)) == 2
        service.undo(merged.id)
        assert shifts(service) == [(HELK, "against", "for")]

        plain = replace(SECOND, positions=(), origin=NEWER)
        take(service, plain)
        assert shifts(service) == []


def test_a_record_of_before_is_told_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "before.sqlite"
    with Service(load(record=path)) as service:
        take(service, FIRST, SECOND, OTHERS)
        before = list(every(service.shifts))
    rows = kept(path)
    assert len(rows) == 3
    assert before
    as_before(path, "stances")
    with Service(load(record=path)) as service:
        assert list(every(service.shifts)) == before
    assert kept(path) == rows
