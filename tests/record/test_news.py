"""Which actors a report brings news of, and how many reports name a cluster meanwhile."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from tests.record.making import call

from communique.judging import adopt, clusters_of, judge
from communique.model import Account, Actor
from communique.model.matching import Listed, about
from communique.model.rows import Filter
from communique.record.names import actor_ids
from communique.record.sqlite import SqliteStore


def waiting(store: SqliteStore) -> set[str]:
    with store.judging() as docket:
        return set(docket.waiting_actors(1000))


def ids(account: Account) -> dict[str, str]:
    """The ids of an account's actors over all reports, by name."""
    found = actor_ids(account)
    return {actor.name: found[actor.id] for actor in account.actors}


def full(tmp_path: Path, reports: int) -> SqliteStore:
    store = SqliteStore(tmp_path / "r.sqlite")
    for number in range(reports):
        store.add(call(number))
    judge(store)
    return store


def test_nothing_new_is_not_judged_again(tmp_path: Path) -> None:
    store = full(tmp_path, 4)
    store.add(call(4))
    assert waiting(store) == set()
    assert store.waits()  # its contact does


def test_a_name_an_office_or_a_month_is_news(tmp_path: Path) -> None:
    store = full(tmp_path, 4)
    mira = ids(call(0))["Mira Oduvan"]
    store.add(call(4, day="2031-08-17"))
    assert waiting(store) == {mira}  # holds her office in another month
    judge(store)
    again = call(5)
    told = tuple(
        replace(each, aliases=("The Lynx",)) if each.name == "Tomas Helk" else each
        for each in again.actors
    )
    store.add(replace(again, actors=told))
    assert waiting(store) == {ids(again)["Tomas Helk"]}
    judge(store)
    store.add(call(6, caller="Pia Lund"))
    assert ids(call(6, caller="Pia Lund"))["Pia Lund"] in waiting(store)


def test_twice_as_many_reports_are_news(tmp_path: Path) -> None:
    store = full(tmp_path, 3)
    store.add(call(3))
    assert waiting(store) == set(ids(call(0)).values())
    assert [about(n) for n in (0, 1, 2, 3, 4, 7, 8)] == [0, 1, 2, 2, 4, 4, 8]


def test_a_report_read_again_is_news_only_of_what_changes(tmp_path: Path) -> None:
    store = full(tmp_path, 5)
    again = call(2)
    fewer = tuple(each for each in again.actors if each.name != "Norland")
    kept: tuple[Actor, ...] = tuple(replace(each, offices=()) for each in fewer)
    store.add(replace(again, actors=kept, origin=replace(again.origin, version="9")))
    assert ids(again)["Tomas Helk"] not in waiting(store)


def test_with_a_gazetteer_all_are_judged(tmp_path: Path) -> None:
    store = full(tmp_path, 4)
    adopt(store, (Listed(id="g-1", name="Lena Varga"),))
    judge(store)
    store.add(call(4))
    assert waiting(store) == set(ids(call(0)).values())


def test_reports_of_a_cluster_are_counted_all_the_same(tmp_path: Path) -> None:
    store = full(tmp_path, 4)
    for number in range(4, 8):
        store.add(call(number, caller="Mirra Oduvan"))
    judge(store)
    cluster = clusters_of(store, [ids(call(0))["Mira Oduvan"]]).of(ids(call(0))["Mira Oduvan"])
    assert len(cluster) == 2
    store.add(call(8))
    store.add(call(9, caller="Mirra Oduvan"))
    assert not waiting(store) & set(cluster)
    row = store.actors(Filter(actor=cluster[0]), 9, None).rows[0]
    assert row.reports == 10
