"""Lists and look-ups of acts, positions and forecasts, and how SQLite goes about them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import event
from tests.record.making import NEWER
from tests.record.older import as_before
from tests.storyline import act, answering, forecast, meeting, position, sentences_of, told

from communique.model import Act
from communique.model.rows import EVERYTHING, Filter
from communique.model.threads import Sought
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load

_WHOLE = re.compile(r"SCAN (claims|all_claims|claim_actors|appearances|bodies|tallies|named_\w+)\b")
TYPES = frozenset({"demand", "agree"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "record.sqlite", matter=by_word)
    for number in range(1, 10):
        account = told(
            f"2031-05-0{number}",
            act("Mira Oduvan", "demand", "Sudmark", f"barge {number}", reported_by="Ada Roon"),
            answering(act("Ada Roon", "agree", "Mira Oduvan", f"send barge {number}"), 1, "grants"),
            position("Tomas Helk", "for", "trade", f"favours barge {number}"),
            forecast("Pia Lund", f"barge {number} will sink", "2031-06"),
            meeting("call", "Mira Oduvan", "Ada Roon", day=f"2031-04-0{number}"),
        )
        opened.add(account, sentences_of(account))
    yield opened
    opened.close()


def test_lists_come_in_pages_with_actors_and_words(store: SqliteStore) -> None:
    first = store.acts(EVERYTHING, 4, None)
    rest = store.acts(EVERYTHING, 100, first.next)
    assert len(first.rows) + len(rest.rows) == 18
    demand = first.rows[0]
    assert demand.actor
    assert demand.towards
    assert demand.reported_by
    assert (demand.actor.name, demand.towards.name) == ("Mira Oduvan", "Sudmark")
    assert demand.reported_by.name == "Ada Roon"
    assert "barge 1" in demand.words
    answer = first.rows[1].answers[0]
    assert (answer.act, answer.kind, answer.basis) == (demand.id, "grants", "stated")
    assert {r.by.name for r in store.forecasts(EVERYTHING, 100, None).rows if r.by} == {"Pia Lund"}
    assert store.proposals(EVERYTHING, 100, None).rows == ()


def test_lists_are_filtered(store: SqliteStore) -> None:
    def count(listing: Callable[..., Any], **wanted: str) -> int:
        return len(listing(Filter(**wanted), 100, None).rows)

    assert count(store.acts, kind="demand", about="BARGE 3") == 1
    assert count(store.acts, about="100%") == 0
    assert count(store.acts, actor="Oduvan", since="2031-05-08") == 4
    assert count(store.positions, kind="for", about="trade") == 9
    assert count(store.positions, kind="against") == 0
    assert count(store.forecasts, status="open", until="2031-05") == 0


def by_word(act: Act) -> dict[str, float]:
    """Tell what an act is about by its words, each of which weighs one."""
    return dict.fromkeys(act.what.split(), 1.0)


def sought(*words: str, least: float = 1.0, since: str = "2031-05-01") -> list[Sought]:
    weighed = dict.fromkeys(words, 1.0)
    return [Sought(words=weighed, since=since, until="2031-05-31", least=least)]


def test_deeds_have_parties_and_days(store: SqliteStore) -> None:
    found = store.deeds_near([*sought("3", "barge", least=2), *sought("4")])
    found.sort(key=lambda each: (each.told_on, each.type != "demand"))
    assert [each.told_on for each in found] == ["2031-05-03"] * 2 + ["2031-05-04"] * 2
    demand, answer = found[:2]
    assert demand.actor == answer.towards
    assert answer.answers == ((demand.id, "grants", "stated"),)
    assert store.deed(demand.id) == demand
    assert store.deed("d-0") is None
    assert set(store.state_names()) == {"Norland", "Sudmark", "Osterby"}


def test_what_acts_are_about_is_kept_with_them(tmp_path: Path) -> None:
    account = told("2031-05-03", act("Mira Oduvan", "demand", "Sudmark", "coal"))
    path = tmp_path / "later.sqlite"
    bare = SqliteStore(path)
    bare.add(account)
    assert bare.deeds_near(sought("coal")) == []
    bare.close()
    store = SqliteStore(path, matter=by_word)
    assert len(store.deeds_near(sought("coal"))) == 1
    # A reading by another origin takes the place of the first, and so do its words.
    anew = told("2031-05-03", act("Mira Oduvan", "demand", "Sudmark", "coal"))
    other = replace(anew, acts=(replace(anew.acts[0], what="ore"),), origin=NEWER)
    assert store.add(other) == "re-read"
    assert store.deeds_near(sought("coal")) == []
    assert len(store.deeds_near(sought("ore"))) == 1
    assert store.deeds_near(sought("ore", since="2031-05-04")) == []
    store.close()


def test_a_record_of_before_is_found_by_matter_and_issue(tmp_path: Path) -> None:
    path = tmp_path / "before.sqlite"
    with Service(load(record=path, by="ines")) as service:
        service._store_for_adding.add(
            told(
                "2031-05-03",
                act("Mira Oduvan", "demand", "Sudmark", "release of the trawler Sterna"),
                position("Tomas Helk", "for", "trade", "favours barges"),
                position("Tomas Helk", "against", "fish", "opposes nets"),
            )
        )
        second = service.positions(Filter(issue="fish")).rows[0]
        service.correct(second.id, "issue", "trade")
        assert [each.positions for each in service.issues().rows] == [2]
    as_before(path, "matters")
    with Service(load(record=path)) as service:
        assert [(i.label, i.positions) for i in service.issues().rows] == [("trade", 2)]
        assert len(service._store.deeds_near(sought("trawl"))) == 1
        sides = service._store.sides(each.id for each in service.actors().rows)
        assert set(sides.values()) == {"norland", "sudmark"}


def test_contacts_of_two_and_what_is_known_of_them(store: SqliteStore) -> None:
    acts = store.acts(EVERYTHING, 2, None).rows
    assert acts[0].actor
    assert acts[1].actor
    mira, ada = acts[0].actor.id, acts[1].actor.id
    met = store.occasions({mira, ada}, "2031-05-01", "2031-05-02")
    assert [(o.first_on, o.kind, len(o.parties)) for o in met] == [
        ("2031-04-01", "call", 2),
        ("2031-04-02", "call", 2),
    ]
    assert len(store.contacts_between({mira}, {ada})) == 9
    assert {h.of for h in store.known({mira})[mira].holdings} == {"Norland"}
    assert len(store.reports_with(("barg", "sink"), "2031-05-07", 5)) == 2
    assert store.reports_with(('"', "*"), "2031-05-07", 5) == []


def test_a_look_reads_no_whole_table(store: SqliteStore) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        asked.append((statement, given))

    actor = store.acts(EVERYTHING, 1, None).rows[0].actor
    assert actor
    event.listen(store._engine, "before_cursor_execute", note)
    looks: list[Callable[[], object]] = [
        lambda: store.opened(EVERYTHING, (TYPES, TYPES), 2, None),
        lambda: store.opened(Filter(actor=actor.id), (TYPES, TYPES), 2, None),
        lambda: store.deeds_near(sought("barge")),
        lambda: store.answers(["r-1", "r-2"]),
        lambda: store.acts_between([actor.id], [actor.id]),
        lambda: store.company(actor.id, 3),
        lambda: store.issues(EVERYTHING, 3, None),
        lambda: store.issues(Filter(actor=actor.id), 3, None),
        lambda: store.positions(Filter(issue="trade"), 3, None),
        lambda: store.periods("year", ("contact", "act"), EVERYTHING),
        lambda: store.on_line(("contact", "act"), EVERYTHING, 3, None),
        lambda: store.last_on_line(("contact",), Filter(actor=actor.id), 3),
        lambda: store.last_statements(actor.id, 3),
        lambda: store.acts_among([actor.id], TYPES, "2031", "2032"),
        lambda: store.contacts_among([actor.id], "2031-05-01", 3),
        lambda: store.said_in(["r-1"], [actor.id]),
        lambda: store.deeds(["d-123", "d-124"]),
        lambda: store.deed("d-123"),
        lambda: store.stands(actor.id, "", "9999", frozenset({"for", "against"})),
        lambda: store.occasions([actor.id], "2031", "2032"),
        lambda: store.contacts_between([actor.id], [actor.id]),
        lambda: store.known([actor.id]),
        lambda: store.names([actor.id]),
        lambda: store.sides([actor.id]),
        lambda: store.acting("norland"),
        lambda: store.acts_by_id(["d-123"]),
        lambda: store.reports_with(("barg",), "2031", 2),
        *(lambda n=n: getattr(store, n)(EVERYTHING, 2, None) for n in ("acts", "positions")),
    ]
    plain = sqlite3.connect(store.path)
    for look in looks:
        asked.clear()
        look()
        plans = [
            row[3]
            for sql, given in asked
            if sql.startswith(("SELECT", "WITH"))
            for row in plain.execute(f"EXPLAIN QUERY PLAN {sql}", given)
        ]
        assert [step for step in plans if _WHOLE.match(step)] == []
    plain.close()
