"""What is the same as what, in a real record: incremental, in any order, and people decide."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, RULES, call, report_of, where

from communique.errors import NotInRecord, UsageError
from communique.judging import clusters_of, judge, rejudge
from communique.model import Account, Actor, Contact, Office, Participant, When
from communique.model.citation import citations, report_id
from communique.model.rows import EVERYTHING, Filter
from communique.reconcile.actors import actors as judged_actors
from communique.reconcile.contacts import occasions
from communique.record import Store
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load

SPELT = [
    ("Aleksandra Velikovets", "2031-05-17"),
    ("Alexandra Velikovetz", "2031-05-17"),
    ("Velikovets", "2031-05-17"),
    ("Александра Великовец", "2031-05-17"),
    ("Aleksandra Velikovets", "2031-05-18"),
    ("Jonas Velikovets", "2031-05-17"),
]


def described(number: int, month: str) -> Account:
    """Return what a report says that names a president only by the office."""
    text = f"No. {number}. The envoy met the Norland president in Norland."
    words = "the Norland president"
    return Account(
        report=report_of(text, path=f"d{number}.txt", published=f"{month}-20"),
        actors=(
            Actor(id="a2", name="Norland", kind="state", mentions=where(text, "Norland")),
            Actor(
                id="a1",
                name=words,
                kind="person",
                offices=(Office(title="President", of="a2", evidence=where(text, words)),),
                mentions=where(text, words),
            ),
        ),
        origin=RULES,
    )


def told_late(number: int, day: str) -> Account:
    """Return what a report says that tells of a call as yesterday's, by its publication."""
    account = call(number, day=day)
    (contact,) = account.contacts
    date = When(raw="yesterday", value=day, basis="from-publication", evidence=contact.evidence)
    return replace(account, contacts=(replace(contact, date=date, main=False),))


def reports() -> list[Account]:
    named = [call(n, caller=name, day=day) for n, (name, day) in enumerate(SPELT)]
    return [*named, described(50, "2031-06"), described(51, "2019-06")]


def state_of(store: Store) -> object:
    """Return what the record holds to be the same, and what it shows of it."""
    log = store.log(1000, None).rows
    standing = sorted((j.verdict, j.items, j.score or 0.0, j.why) for j in log if j.stands)
    shown = [store.actors(EVERYTHING, 100, None), store.contacts(EVERYTHING, 100, None)]
    return standing, shown


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service(load({}, record=tmp_path / "record.sqlite", by="ines")) as service:
        for account in reports():
            service._store_for_adding.add(account)
        judge(service._store)
        yield service


def actor(service: Service, name: str) -> str:
    """Return the id of the actor with this very name."""
    for account in reports():
        for local, id in _ids(account).items():
            if next(a for a in account.actors if a.id == local).name == name:
                return id
    raise LookupError(name)


def _ids(account: Account) -> dict[str, str]:
    from communique.record.names import actor_ids

    return actor_ids(account)


def contact(number: int) -> str:
    return citations(reports()[number])["contact:c1"]


class TestTheProgram:
    def test_spellings_are_one_and_namesakes_are_not(self, service: Service) -> None:
        first = service.actors(Filter(actor="Aleksandra Velikovets")).rows[0]
        assert set(first.names) >= {"Alexandra Velikovetz", "Александра Великовец"}
        assert "Jonas Velikovets" not in first.names
        assert first.reports >= 4

    def test_a_description_is_who_held_the_office_then(self, service: Service) -> None:
        rows = service.actors().rows
        known = [row for row in rows if "the Norland president" in row.names]
        assert len(known) == 2

    def test_contacts_are_joined_through_their_actors(self, service: Service) -> None:
        found = service.contact_accounts(contact(0))
        ids = {row.id for row in found.accounts}
        assert ids >= {contact(0), contact(1), contact(3)}
        assert not ids & {contact(4), contact(5)}
        assert any("the same people" in why for why in found.why)

    def test_the_order_of_adding_does_not_matter(self, tmp_path: Path) -> None:
        wanted = None
        for seed in range(4):
            accounts = reports()
            random.Random(seed).shuffle(accounts)
            store = SqliteStore(tmp_path / f"{seed}.sqlite")
            for n, account in enumerate(accounts):
                store.add(account)
                if seed % 2 or n % 3 == 0:
                    judge(store)
            judge(store)
            found = state_of(store)
            store.close()
            assert wanted in (None, found)
            wanted = found

    def test_whom_a_description_means_stays_when_a_lone_name_is_judged_again(
        self, tmp_path: Path
    ) -> None:
        store = SqliteStore(tmp_path / "record.sqlite")
        alone = [call(n, caller=name) for n, name in enumerate(("Rahl", "Ines Rahl"), start=60)]
        nobodys = replace(alone[1], actors=(replace(alone[1].actors[0], offices=()),))
        nobodys = replace(nobodys, contacts=(), statements=(), figures=())
        for account in (alone[0], described(50, "2031-05"), nobodys):
            store.add(account)
            judge(store)
        before = {(j.verdict, j.items) for j in store.log(1000, None).rows if j.stands}
        rejudge(store)
        after = {(j.verdict, j.items) for j in store.log(1000, None).rows if j.stands}
        store.close()
        assert before == after

    def test_one_report_may_call_the_holder_a_president(self, tmp_path: Path) -> None:
        store = SqliteStore(tmp_path / "record.sqlite")
        indefinite = described(51, "2031-05")
        words = "a Norland president"
        text = "No. 51. The envoy met a Norland president in Norland."
        known = [
            Actor(id="a2", name="Norland", kind="state", mentions=where(text, "Norland")),
            replace(
                indefinite.actors[1],
                name=words,
                offices=(Office(title="President", of="a2", evidence=where(text, words)),),
                mentions=where(text, words),
            ),
        ]
        report = report_of(text, path="d51.txt", published="2031-05-21")
        for account in (
            call(60, caller="Ines Rahl"),
            replace(indefinite, report=report, actors=tuple(known)),
            described(50, "2031-05"),
        ):
            store.add(account)
        judge(store)
        why = [j.why for j in store.log(1000, None).rows if j.stands and j.verdict == "same"]
        store.close()
        assert any("the only one named as president" in each for each in why)

    def test_days_told_late_are_judged_alike_in_any_order(self, tmp_path: Path) -> None:
        known = [call(n, day=f"2031-05-{day}") for n, day in enumerate((17, 20))]
        late = [told_late(n, day=f"2031-05-{day}") for n, day in ((5, 18), (6, 20), (7, 22))]
        wanted = None
        for seed in range(6):
            accounts = [*known, *late]
            random.Random(seed).shuffle(accounts)
            store = SqliteStore(tmp_path / f"{seed}.sqlite")
            for account in accounts:
                store.add(account)
                if seed % 2:
                    judge(store)
            judge(store)
            standing = {(j.verdict, j.items) for j in store.log(1000, None).rows if j.stands}
            store.close()
            assert wanted in (None, standing)
            wanted = standing
        ids = {n: citations(each)["contact:c1"] for n, each in enumerate([*known, *late])}
        assert ("same", tuple(sorted((ids[0], ids[2])))) in (wanted or ())
        assert ("same", tuple(sorted((ids[1], ids[3])))) in (wanted or ())
        assert ("same", tuple(sorted((ids[1], ids[2])))) not in (wanted or ())

    def test_reading_again_leaves_what_a_fresh_record_has(self, tmp_path: Path) -> None:
        fresh, again = (SqliteStore(tmp_path / f"{name}.sqlite") for name in ("fresh", "again"))
        for account in reports():
            again.add(replace(account, actors=account.actors[:1], contacts=()))
        judge(again)
        for account in reports():
            again.add(replace(account, origin=NEWER))
            fresh.add(replace(account, origin=NEWER))
            judge(again)
        judge(fresh)
        assert state_of(again) == state_of(fresh)
        again.close()
        fresh.close()

    def test_what_goes_takes_its_ties_along(self, service: Service) -> None:
        before = service._store.actor(actor(service, "Norland")).reports
        for account in reports()[:6]:
            bare = replace(account, actors=account.actors[2:], contacts=(), statements=())
            service._store.add(replace(bare, figures=(), origin=NEWER))
        judge(service._store)
        names = [row.names for row in service.actors().rows]
        assert ("the Norland president",) in names
        assert not [some for some in names if "Velikovets" in " ".join(some)]
        assert service._store.actor(actor(service, "Norland")).reports == before
        standing = [j for j in service.log(limit=500).rows if j.stands]
        assert standing == []

    def test_judging_again_writes_nothing(self, service: Service) -> None:
        assert not service._store.waits()
        before = service._store.log(1000, None)
        for account in reports():
            with service._store.judging() as docket:
                docket.put_down(_ids(account).values())
        judge(service._store)
        assert service._store.log(1000, None) == before


class TestPeople:
    def test_a_split_outranks_and_an_undo_gives_back(self, service: Service) -> None:
        one, other = contact(0), contact(1)
        judgement = service.split(one, other, why="two calls")
        assert (judgement.by, judgement.person) == ("ines", True)
        assert other not in {row.id for row in service.contact_accounts(one).accounts}
        undone = service.undo(judgement.id[:8])
        assert not undone.stands
        assert undone.retracted_by == "ines"
        assert other in {row.id for row in service.contact_accounts(one).accounts}
        with pytest.raises(UsageError, match="already"):
            service.undo(judgement.id)

    def test_actors_that_are_merged_are_one_everywhere(self, service: Service) -> None:
        jonas, other = actor(service, "Jonas Velikovets"), actor(service, "Tomas Helk")
        before = len(service.actors().rows)
        service.merge(jonas, other)
        assert len(service.actors().rows) == before - 1
        row = service._store.actor(jonas)
        assert row == service._store.actor(other)
        assert {"Jonas Velikovets", "Tomas Helk"} <= set(row.names)
        calls = service.contacts(Filter(actor=jonas)).rows
        assert calls == service.contacts(Filter(actor=other)).rows
        service.split(jonas, other)
        assert len(service.actors().rows) == before

    def test_a_split_actor_takes_its_contacts_along(self, service: Service) -> None:
        ids = [actor(service, name) for name in ("Aleksandra Velikovets", "Alexandra Velikovetz")]
        for spelling in ("Александра Великовец", "Aleksandra Velikovets", "Velikovets"):
            if actor(service, spelling) != ids[1]:
                service.split(actor(service, spelling), ids[1])
        assert contact(1) not in {row.id for row in service.contact_accounts(contact(0)).accounts}

    def test_they_survive_reading_again(self, service: Service) -> None:
        service.merge(contact(0), contact(4), why="a slip of the pen")
        service.confirm(contact(0))
        for account in reports():
            service._store.add(replace(account, origin=NEWER))
        judge(service._store)
        assert contact(4) in {row.id for row in service.contact_accounts(contact(0)).accounts}
        assert [j.verdict for j in service.judgements_on(contact(0))] == ["same", "confirm"]
        assert service.unplaced() == ()

    def test_what_cannot_be_placed_is_listed(self, service: Service) -> None:
        judgement = service.merge(contact(0), contact(4))
        bare = replace(reports()[4], contacts=(), origin=NEWER)
        service._store.add(bare)
        judge(service._store)
        assert [j.id for j in service.unplaced()] == [judgement.id]
        assert len(service.contact_accounts(contact(0)).accounts) >= 3

    def test_the_log(self, service: Service) -> None:
        service.split(contact(0), contact(1))
        service.reject(contact(2), why="no contact")
        service.correct(contact(0), "date", "2031-05-16")
        assert [j.verdict for j in service.log(persons=True).rows] == [
            "different",
            "reject",
            "correct",
        ]
        of_one = list(service.log_in_full(contact(2)))
        assert any(j.why == "no contact" for j in of_one)
        assert {j.by for j in service.log_in_full()} == {"ines", "communique"}
        page = service.log(limit=1)
        assert service.log(limit=1, after=page.next).rows != page.rows

    def test_what_makes_no_sense_is_refused(self, service: Service) -> None:
        one = contact(0)
        report = report_id(reports()[0].report.publication)
        for bad in (one, report, actor(service, "Tomas Helk")):
            with pytest.raises(UsageError):
                service.merge(one, bad)
        with pytest.raises(UsageError, match="choose one of"):
            service.correct(one, "colour", "red")
        with pytest.raises(NotInRecord):
            service.merge(one, "c-ffffffffffff")
        with pytest.raises(NotInRecord):
            service.undo("j-none")
        own = next(j for j in service.log().rows if not j.person)
        with pytest.raises(UsageError, match="overrule"):
            service.undo(own.id)


def test_clusters_hold_only_what_is_there(service: Service) -> None:
    judged = clusters_of(service._store, [contact(0)])
    assert contact(5) not in judged.of(contact(0))
    kinds = {cluster.kind for cluster in service.clusters()}
    assert kinds == {"contact", "actor"}


def test_a_contact_without_people_is_no_trouble(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "r.sqlite")
    account = call(1)
    evidence = account.contacts[0].evidence
    lone = Contact(id="c9", kind="call", participants=(Participant(actor="a1"),), evidence=evidence)
    odd = Contact(id="c8", kind="call", date=When(raw="x", value="PAST_REF"), evidence=evidence[:1])
    store.add(replace(account, contacts=(lone, odd)))
    judge(store)
    assert not store.waits()
    store.close()


class TestRejudging:
    def test_changes_nothing_where_the_rules_are_the_same(self, service: Service) -> None:
        before, log = state_of(service._store), len(service.log(limit=1000).rows)
        assert service.rejudge() > 10
        assert state_of(service._store) == before
        assert len(service.log(limit=1000).rows) == log

    def test_brings_what_an_earlier_program_judged_up_to_date(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: Service
    ) -> None:
        with Service(load({}, record=tmp_path / "older.sqlite", by="ines")) as older:
            with monkeypatch.context() as earlier:
                earlier.setattr(occasions, "SAME", 2.0)
                earlier.setattr(judged_actors, "keys", lambda actor: frozenset({actor.id}))
                for account in reports():
                    older._store_for_adding.add(account)
                judge(older._store)
            assert state_of(older._store) != state_of(service._store)
            older.rejudge()
            assert state_of(older._store) == state_of(service._store)

    def test_keeps_what_persons_decided(self, service: Service) -> None:
        decided = service.split(contact(0), contact(1))
        service.rejudge()
        assert [j.id for j in service.log(persons=True).rows if j.stands] == [decided.id]
        assert contact(1) not in clusters_of(service._store, [contact(0)]).of(contact(0))


def test_those_who_are_gone_are_no_trouble_before_their_turn(tmp_path: Path) -> None:
    found = []
    for at_once in (1, 256):
        store = SqliteStore(tmp_path / f"{at_once}.sqlite")
        for account in reports():
            store.add(account)
        judge(store, at_once)
        for account in reports()[::2]:
            store.add(replace(account, actors=account.actors[1:], contacts=(), origin=NEWER))
        judge(store, at_once)
        found.append(state_of(store))
        store.close()
    assert found[0] == found[1]
