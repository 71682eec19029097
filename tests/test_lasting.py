"""What lasts: the same reports give the same record, and what people decided outlives readings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, RULES, call

from communique.judging import judge, rejudge
from communique.model import Account, Actor, Origin
from communique.model.citation import citations, report_id
from communique.model.rows import EVERYTHING, Filter
from communique.publish import dossier
from communique.record.names import actor_ids
from communique.service import Service
from communique.settings import load

STORYLINE = sorted((Path(__file__).parent.parent / "examples" / "storyline").glob("*.*"))
NEWEST = Origin(program="communique", version="0.3.0", model="m2", settings="s" * 8)

ACCOUNTS = [
    call(1),
    call(2, caller="Myra Oduwan"),
    call(3, day="2031-05-18"),
    call(4, day="2031-06-02", caller="Ines Rahl"),
    call(5, day="2031-06-02", caller="Ines Rahl", called="Arno Beck"),
    call(6, day="2031-06-20", caller="Ines Rahl"),
]


def exported(record: Path, to: Path, files: list[list[Path]]) -> tuple[bytes, object]:
    """Read files into a record, group by group, and export it, but for when that was."""
    with Service(load({"COMMUNIQUE_READER": "rules"}, record=record)) as service:
        for group in files:
            service.add(group)
        clusters = sorted(map(repr, service.clusters()))
        contents = replace(service.contents(), made_at=None)
        return dossier.write(contents, to).read_bytes(), clusters


def test_the_same_reports_give_the_same_export_in_whatever_order(tmp_path: Path) -> None:
    first = exported(tmp_path / "0.sqlite", tmp_path / "0.html", [STORYLINE])
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(STORYLINE, len(STORYLINE))
        cut = len(shuffled) // 2
        groups = [shuffled[:cut], shuffled[cut:], STORYLINE]
        again = exported(tmp_path / f"{seed}.sqlite", tmp_path / f"{seed}.html", groups)
        assert again[1] == first[1]
        assert again[0] == first[0]


def contact(number: int) -> str:
    return citations(ACCOUNTS[number])["contact:c1"]


def figure(number: int) -> str:
    return citations(ACCOUNTS[number])["figure:f1"]


def actor(number: int, local: str = "a1") -> str:
    return actor_ids(ACCOUNTS[number])[local]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service(load({}, record=tmp_path / "record.sqlite", by="ines")) as service:
        for account in ACCOUNTS:
            service._store_for_adding.add(account)
        judge(service._store)
        yield service


def decide(service: Service) -> None:
    """Decide in every way there is."""
    service.merge(actor(0), actor(3), why="her name at birth")
    service.merge(contact(0), contact(2), why="a slip of the pen")
    service.merge(contact(4), contact(5), why="told late")
    service.split(contact(0), contact(1), why="two calls")
    service.split(actor(0, "a2"), report_id(ACCOUNTS[5].report.publication), why="another Helk")
    service.correct(contact(3), "date", "2031-06-03")
    service.correct(contact(3), "kind", "meeting")
    service.correct(actor(3), "name", "Ines Rahl-Oduvan")
    service.correct(contact(4), "date", "2031-06-05")
    service.undo(service.log(persons=True).rows[-1].id)
    service.confirm(contact(2))
    service.reject(figure(1), why="a page number")


def seen(service: Service) -> dict[str, object]:
    """What people see of all that was decided."""
    return {
        "together": [
            sorted(row.id for row in service.contact_accounts(contact(n)).accounts)
            for n in range(len(ACCOUNTS))
        ],
        "called": service.actor(actor(0)).name,
        "names": sorted(service.actor(actor(0)).names),
        "helks": sorted(row.reports for row in service.actors(Filter(actor="Tomas Helk")).rows),
        "dates": [row.date and row.date.value for row in service.contacts().rows],
        "kinds": [row.kind for row in service.contacts().rows],
        "figures": [row.id for row in service.figures().rows],
        "log": [(j.verdict, j.items, j.why, j.stands) for j in service.log(persons=True).rows],
        "unplaced": service.unplaced(),
    }


def reread(account: Account) -> Account:
    """The account as a later version reads it: with somebody more, and without the statements."""
    more = Actor(id="a9", name="Lars Brenn", kind="person", mentions=account.actors[0].mentions)
    return replace(account, actors=(*account.actors, more), statements=(), origin=NEWER)


class TestJudgementsOfPersons:
    def test_they_are_all_seen(self, service: Service) -> None:
        decide(service)
        found = seen(service)
        assert found["called"] == "Ines Rahl-Oduvan"
        assert contact(2) in found["together"][0]  # type: ignore[index]
        assert contact(1) not in found["together"][0]  # type: ignore[index]
        assert contact(5) in found["together"][4]  # type: ignore[index]
        assert figure(1) not in found["figures"]  # type: ignore[operator]
        assert "meeting" in found["kinds"]  # type: ignore[operator]
        assert len(found["helks"]) == 2  # type: ignore[arg-type]

    @pytest.mark.parametrize("seed", range(2))
    def test_they_outlive_another_reading_in_whatever_order(
        self, service: Service, seed: int
    ) -> None:
        decide(service)
        before = seen(service)
        accounts = [reread(account) for account in ACCOUNTS]
        random.Random(seed).shuffle(accounts)
        for account in accounts:
            assert service._store.add(account) == "re-read"
            judge(service._store)
        assert seen(service) == before

    def test_they_outlive_judging_anew(self, service: Service) -> None:
        decide(service)
        before = seen(service)
        rejudge(service._store)
        assert seen(service) == before

    def test_what_a_reading_no_longer_has_comes_back_with_it(self, service: Service) -> None:
        decide(service)
        before = seen(service)
        for account in ACCOUNTS:
            bare = replace(account, contacts=(), figures=(), origin=NEWER)
            assert service._store.add(bare) == "re-read"
        judge(service._store)
        unplaced = {(j.verdict, j.items) for j in service.unplaced()}
        assert ("reject", (figure(1),)) in unplaced
        assert ("different", tuple(sorted((contact(0), contact(1))))) in unplaced
        assert service.contacts(EVERYTHING).rows == ()
        for account in ACCOUNTS:
            service._store.add(replace(account, origin=NEWEST))
        judge(service._store)
        assert seen(service) == before

    def test_the_reading_of_before_given_again_changes_nothing(self, service: Service) -> None:
        decide(service)
        before = seen(service)
        for account in ACCOUNTS:
            assert service._store.add(replace(account, origin=RULES)) == "unchanged"
        judge(service._store)
        assert seen(service) == before
