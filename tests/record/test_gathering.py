"""Reports looked up for a question, over all stores."""

from __future__ import annotations

from threading import Thread

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, call, sentences_of

from communique.model.citation import citations, report_id
from communique.model.rows import EVERYTHING
from communique.record import Store


def test_reports_with_any_of_the_words_come_best_first(store: Store) -> None:
    plain = call(1)
    other = call(2, day="2031-06-02", caller="Hanna Orvik", called="Piet Lammers")
    for account in (plain, other):
        store.add(account, sentences_of(account))
    first, second = (report_id(a.report.publication) for a in (plain, other))
    assert store.about(["Orvik", "telephoned"], 5) == [second, first]
    assert store.about(["Orvik", "telephoned"], 1) == [second]
    assert store.about(["quota"], 5)
    assert store.about(["nowhere"], 5) == []
    assert store.about([], 5) == []
    assert store.about(['"', "*", "OR"], 5) == []


def test_reports_of_contacts_between_two(store: Store) -> None:
    account = call()
    store.add(account, sentences_of(account))
    id = report_id(account.report.publication)
    who = store.actor_ids(id)
    assert store.with_actors([[who["a1"]], [who["a2"]]], 5) == [id]
    assert store.with_actors([[who["a1"]], [who["a3"]]], 5) == [id]
    assert store.with_actors([[who["a1"]]], 5) == []
    assert store.with_actors([[who["a1"]], ["a-000000000000"]], 5) == []


def test_material_is_the_account_with_its_ids(store: Store) -> None:
    account = call()
    store.add(account, sentences_of(account))
    id = report_id(account.report.publication)
    (material,) = store.materials([id, "r-0000000000000000"])
    assert material.account.contacts == account.contacts
    assert material.account.actors == account.actors
    assert material.account.dates == account.dates
    assert material.account.report == account.report
    assert material.sentences == sentences_of(account)
    assert {local: ref.id for local, ref in material.who.items()} == store.actor_ids(id)
    cited = citations(account)
    assert all(cited[key] == value for key, value in material.cited.items())


def test_what_is_kept_for_the_next_question_gives_way_to_a_new_reading(store: Store) -> None:
    account = call()
    store.add(account, sentences_of(account))
    id = report_id(account.report.publication)
    (before,) = store.materials([id])
    (again,) = store.materials([id])
    assert again.account is before.account
    store.add(replace(account, contacts=(), origin=NEWER), sentences_of(account))
    (after,) = store.materials([id])
    assert after.account.contacts == ()


def test_more_reports_than_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.record.search.gathering._KEPT", 3)
    ids = []
    for number in range(7):
        account = call(number)
        store.add(account, sentences_of(account))
        ids.append(report_id(account.report.publication))
    assert [each.ref.id for each in store.materials(ids)] == ids
    assert [each.ref.id for each in store.materials(ids[:2])] == ids[:2]


def test_what_words_add_is_found_out_anew_once_a_report_is_read(store: Store) -> None:
    first = call(1)
    store.add(first, sentences_of(first))
    id = report_id(first.report.publication)
    assert store.about(["Orvik"], 5) == []
    other = call(2, day="2031-06-02", caller="Hanna Orvik", called="Piet Lammers")
    store.add(other, sentences_of(other))
    assert store.about(["Orvik", "telephoned"], 1) == [report_id(other.report.publication)]
    assert set(store.about(["telephoned"], 5)) == {id, report_id(other.report.publication)}


def test_what_a_thread_looks_up_in_one_block_is_of_one_state(store: Store) -> None:
    first, second, third = (call(number, path=f"{number}.txt") for number in (1, 2, 3))
    store.add(first, sentences_of(first))
    with store.steadily(), store.steadily():
        assert len(store.reports(EVERYTHING, 9, None).rows) == 1
        other = Thread(target=store.add, args=(second, sentences_of(second)))
        other.start()
        other.join()
        assert len(store.reports(EVERYTHING, 9, None).rows) == 1
        store.add(third, sentences_of(third))
        assert len(store.reports(EVERYTHING, 9, None).rows) == 3
    assert len(store.reports(EVERYTHING, 9, None).rows) == 3
