"""For which state each actor acts, kept beside the actors as reports and decisions come."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER
from tests.record.older import as_before
from tests.storyline import act, meeting, told

from communique.judging import judge
from communique.model import Account, Actor, Office
from communique.model.paging import every
from communique.reconcile.sides import acting_for
from communique.service import Service
from communique.settings import load

MIRA, HELK = "Mira Oduvan", "Tomas Helk"


def holding(account: Account, name: str, title: str, of: str) -> Account:
    """Return an account that gives an actor an office."""
    office = Office(title=title, of=of, evidence=(account.actors[0].mentions[0],))
    actors = tuple(
        replace(each, offices=(office,)) if each.name == name else each for each in account.actors
    )
    return replace(account, actors=actors)


def take(service: Service, *accounts: Account) -> None:
    for account in accounts:
        service._store_for_adding.add(account)
    judge(service._store)


def kept_is_told(service: Service) -> dict[str, str]:
    """Return the sides that are kept, by name, which are those that are told from scratch."""
    rows = list(every(service.actors))
    store = service._store
    kept = store.sides(row.id for row in rows)
    known = store.known(row.id for row in rows)
    assert kept == acting_for(known, store.state_names())
    for side in set(kept.values()):
        assert store.acting(side) <= {id for id, of in kept.items() if of == side}
    return {row.name: kept[row.id] for row in rows if row.id in kept}


@pytest.fixture
def first() -> Account:
    account = told("2031-05-03", act(MIRA, "demand", "Sudmark", "release of the trawler"))
    return holding(account, MIRA, "President", "Osterby")


def test_sides_follow_reports_readings_and_decisions(tmp_path: Path, first: Account) -> None:
    with Service(load(record=tmp_path / "r.sqlite", by="ines")) as service:
        take(service, first)
        assert MIRA not in kept_is_told(service)  # no report knows that this is a state
        state = told("2031-05-04", act("Osterby", "promise", "Sudmark", "coal for the winter"))
        take(service, state)
        assert kept_is_told(service)[MIRA] == "osterby"

        other = told("2031-05-05", meeting("call", "Ada Roon", HELK, day=None))
        take(service, other)
        ids = {row.name: row.id for row in every(service.actors)}
        service.merge(ids[MIRA], ids["Ada Roon"])
        kept_is_told(service)
        made = service.split(ids[MIRA], ids["Ada Roon"])
        kept_is_told(service)
        service.undo(made.id)
        kept_is_told(service)

        # Another reading gives no office and takes the place of the first.
        plain = tuple(replace(each, offices=()) for each in first.actors)
        take(service, replace(first, actors=plain, origin=NEWER))
        assert MIRA not in kept_is_told(service)


def test_a_record_of_before_is_told_when_it_is_opened(tmp_path: Path, first: Account) -> None:
    path = tmp_path / "before.sqlite"
    with Service(load(record=path)) as service:
        take(service, holding(first, MIRA, "President", "Sudmark"))
        before = kept_is_told(service)
        assert before[MIRA] == before["Sudmark"]
    as_before(path, "sides")
    with Service(load(record=path)) as service:
        assert kept_is_told(service) == before


def test_whose_office_is_of_a_state_that_none_names_any_more_acts_for_none(
    tmp_path: Path, first: Account
) -> None:
    with Service(load(record=tmp_path / "r.sqlite")) as service:
        account = holding(first, MIRA, "President", "Sudmark")
        take(service, account)
        assert MIRA in kept_is_told(service)
        gone = tuple(
            Actor(id=each.id, name="the harbour", kind="group", mentions=each.mentions)
            if each.name == "Sudmark"
            else each
            for each in account.actors
        )
        take(service, replace(account, actors=gone, origin=NEWER))
        assert MIRA not in kept_is_told(service)
