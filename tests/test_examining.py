"""Doubts are found out as reports and judgements come: what is kept is what is found anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER
from tests.record.older import as_before
from tests.storyline import act, meeting, sentences_of, told

from communique.errors import Conflict
from communique.examining import examine
from communique.judging import judge
from communique.model import Account, Span, Statement
from communique.model.doubt import Doubt
from communique.service import Service
from communique.settings import load

MIRA, HELK, ADA = "Mira Oduvan", "Tomas Helk", "Ada Roon"
ASK = told(
    "2031-05-03", act(MIRA, "demand", "Sudmark", "release of the trawler Sterna and its crew")
)
GRANT = told("2031-05-20", act("Sudmark", "release", MIRA, "the trawler Sterna with its crew"))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service(load(record=tmp_path / "record.sqlite", by="ines")) as service:
        yield service


def take(service: Service, *accounts: Account) -> None:
    store = service._store_for_adding
    for account in accounts:
        store.add(account, sentences_of(account))
    judge(store)
    examine(store)


def doubts(service: Service, sort: str | None = None) -> list[Doubt]:
    """Return the doubts that are kept, which are those that are found if all are found anew."""
    kept = service.review(sort, limit=500).rows  # type: ignore[arg-type]
    store = service._store
    with store._write() as connection:  # type: ignore[attr-defined]
        for statement in (
            "DELETE FROM doubts",
            "DELETE FROM doubted",
            "INSERT OR IGNORE INTO unexamined (item) SELECT id FROM reports",
            "INSERT OR IGNORE INTO unexamined (item) SELECT one FROM judgements"
            " WHERE retracted_at IS NULL AND other IS NOT NULL",
        ):
            connection.exec_driver_sql(statement)
    assert service.review(sort, limit=500).rows == kept  # type: ignore[arg-type]
    assert store.unexamined(1) == {}
    return list(kept)


def speech(*sources: str, day: str = "2031-06-01") -> Account:
    """Return what a report says of which each line is said by somebody untold."""
    account = told(day, meeting("call", MIRA, HELK, day=day))
    text, statements = account.report.text, []
    for number, source in enumerate(sources, 1):
        line = f"The gates stay shut for {number} days"
        start = len(text) + 1
        text += f"“{line}”, {source} said.\n"
        at = start + len(line) + 3
        statements.append(
            Statement(
                id=f"s{number}",
                form="direct",
                content=(Span(start, start + len(line)),),
                source=(Span(at, at + len(source)),) if source else (),
                marked=True,
            )
        )
    made = told(
        day, meeting("call", MIRA, HELK, day=day), also="".join(text[len(account.report.text) :])
    )
    return replace(made, statements=tuple(statements))


@pytest.mark.parametrize("order", [(ASK, GRANT), (GRANT, ASK)], ids=["in order", "other way"])
def test_an_inferred_settlement_is_doubted_whichever_report_comes_first(
    service: Service, order: tuple[Account, ...]
) -> None:
    for account in order:
        take(service, account)
    (doubt,) = doubts(service, "settled")
    (entry,) = (each for each in service.ledger().rows if each.settlements)
    (link,) = entry.settlements
    assert doubt.items == (entry.id, link.by)
    assert (doubt.status, doubt.score, doubt.why) == (link.status, link.score, link.why)
    assert [each.id for each in doubt.sides] == [entry.id, link.by]
    assert all(each.passage and each.passage.marks for each in doubt.sides)


def test_a_settlement_is_accepted_refused_or_corrected_and_each_is_in_the_log(
    service: Service,
) -> None:
    take(service, ASK, GRANT)
    (doubt,) = doubts(service, "settled")
    for by, status, shown in (
        (doubt.items[1], doubt.status, doubt.status),
        (doubt.items[1], "broken", "broken"),
        (None, None, "open"),
    ):
        made = service.settle(doubt.items[0], by, status)
        assert doubts(service, "settled") == []
        assert service.ledger_entry(doubt.items[0]).status == shown
        assert made.id in [each.id for each in service.log(persons=True).rows]
        service.undo(made.id)
        assert doubts(service, "settled") == [doubt]


def test_a_settlement_goes_with_the_report_that_told_it(service: Service) -> None:
    take(service, ASK, GRANT)
    take(service, replace(GRANT, acts=(), origin=NEWER))
    assert doubts(service, "settled") == []
    take(service, replace(GRANT, origin=replace(NEWER, version="0.3.0")))
    assert len(doubts(service, "settled")) == 1


def test_contacts_that_answer_an_ask_are_doubted(service: Service) -> None:
    take(service, told("2031-05-03", act(MIRA, "invite", ADA, "to visit Varn")))
    take(service, told("2031-05-22", meeting("visit", MIRA, ADA, day="2031-05-21", place="Varn")))
    (doubt,) = doubts(service, "settled")
    assert doubt.status == "done"
    assert doubt.sides[1].id.startswith("c-")


def test_statements_of_nobody_are_asked_for_once_for_each_that_says_them(service: Service) -> None:
    take(service, speech("a senior official", "she", "a senior official", "she", "", "Dorn"))
    some = doubts(service, "claim")
    assert next((each.raw, len(each.items)) for each in some) == ("a senior official", 2)
    assert sorted((each.raw, len(each.items)) for each in some[1:]) == [
        ("", 1), ("Dorn", 1), ("she", 1), ("she", 1)
    ]  # fmt: skip
    made = service.tell_who(some[0].id, HELK, why="so the list says")
    assert [each.items for each in made] == [(id,) for id in some[0].items]
    said = {row.id: row.speaker for row in service.statements().rows}
    assert {said[id].name for id in some[0].items if said[id]} == {HELK}  # type: ignore[union-attr]
    assert len(doubts(service, "claim")) == 4
    assert [each.id for each in service.decided_last()] == [each.id for each in made]
    service.undo(made[0].id, together=True)
    assert service.decided_last() == ()
    assert doubts(service, "claim") == some

    service.leave_unnamed(some[0].items[1])
    assert len(doubts(service, "claim")) == 4
    with pytest.raises(Conflict, match="no doubt"):
        service.tell_who(some[0].id, HELK)


def test_no_report_asks_for_everything(service: Service) -> None:
    take(service, speech(*(f"delegate number {n}" for n in range(30))))
    assert len(doubts(service, "claim")) == 8


def test_doubts_follow_mergers_and_corrections(service: Service) -> None:
    take(
        service,
        told("2031-04-02", meeting("call", MIRA, HELK, day="2031-04-01")),
        told("2031-04-03", meeting("call", MIRA, HELK, day="2031-04-01"), publisher="Post"),
    )
    first, other = service.contacts().rows
    service.merge(first.id, other.id)
    assert doubts(service, "slot") == []
    made = service.correct(other.id, "kind", "meeting")
    (doubt,) = doubts(service, "slot")
    assert doubt.slot == "kind"
    assert {each.value for each in doubt.versions} == {"call", "meeting"}
    service.undo(made.id)
    assert doubts(service, "slot") == []


def test_a_record_of_before_is_examined_when_it_is_reviewed(tmp_path: Path) -> None:
    path = tmp_path / "before.sqlite"
    with Service(load(record=path)) as service:
        take(service, ASK, GRANT, speech("a senior official"))
        before = doubts(service)
        assert before
    as_before(path, "doubts")
    with Service(load(record=path)) as service:
        assert list(service.review(limit=500).rows) == before
        assert sum(service.doubt_counts().values()) == len(before)
