"""What people decide about claims and names changes what lists show, for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, call
from tests.record.older import as_before

from communique.errors import UsageError
from communique.judging import judge
from communique.model.citation import citations, report_id
from communique.model.rows import EVERYTHING, Filter
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load

ACCOUNTS = [call(1), call(2, day="2031-05-18"), call(3, caller="Pia Lund", day="2031-06-01")]


def cited(number: int, what: str) -> str:
    return citations(ACCOUNTS[number])[what]


CONTACT, FIGURE, SAID = cited(0, "contact:c1"), cited(0, "figure:f1"), cited(0, "statement:s1")


def fill(path: Path) -> None:
    store = SqliteStore(path)
    for account in ACCOUNTS:
        store.add(account)
    judge(store)
    store.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    fill(tmp_path / "record.sqlite")
    with Service(load(record=tmp_path / "record.sqlite", by="ines")) as opened:
        yield opened


def read_again(service: Service) -> None:
    for account in ACCOUNTS:
        assert service._store.add(replace(account, origin=NEWER)) == "re-read"
    judge(service._store)


def days(service: Service, wanted: Filter = EVERYTHING) -> dict[str, str | None]:
    return {row.id: row.first_on for row in service.timeline(wanted).rows if row.kind == "contact"}


class TestCorrecting:
    def test_a_date_moves_on_the_timeline_and_between_lists(self, service: Service) -> None:
        service.correct(CONTACT, "date", "2031-06-09")
        for again in (False, True):
            if again:
                read_again(service)
            assert days(service)[CONTACT] == "2031-06-09"
            assert list(days(service))[-1] == CONTACT
            june = service.contacts(Filter(since="2031-06")).rows
            row = next(row for row in june if row.id == CONTACT)
            assert row.date is not None
            assert (row.date.value, row.date.raw) == ("2031-06-09", "2031-05-17")
            (decided,) = row.decided
            assert (decided.by, decided.slot, decided.value) == ("ines", "date", "2031-06-09")
            assert CONTACT not in days(service, Filter(until="2031-05-31"))

    def test_what_is_one_is_judged_by_what_is_corrected(self, service: Service) -> None:
        other = cited(1, "contact:c1")
        assert len(service.contact_accounts(CONTACT).accounts) == 1
        service.correct(CONTACT, "date", "2031-05-18")
        assert {a.id for a in service.contact_accounts(CONTACT).accounts} == {CONTACT, other}
        (last,) = (j for j in service.log(persons=True).rows)
        service.undo(last.id)
        assert len(service.contact_accounts(CONTACT).accounts) == 1
        assert days(service)[CONTACT] == "2031-05-17"

    def test_another_speaker_by_name(self, service: Service) -> None:
        lund = next(row for row in service.actors().rows if row.name == "Pia Lund")
        decided = service.correct(SAID, "speaker", "Pia Lund", why="the minutes")
        assert decided.value == lund.id
        for again in (False, True):
            if again:
                read_again(service)
            said = service.statements(Filter(actor=lund.id)).rows
            assert SAID in {row.id for row in said}
            (row,) = (row for row in said if row.id == SAID)
            assert row.speaker is not None
            assert row.speaker.name == "Pia Lund"
        service.undo(decided.id)
        assert SAID not in {row.id for row in service.statements(Filter(actor=lund.id)).rows}

    def test_numbers_kinds_and_lists(self, service: Service) -> None:
        service.correct(FIGURE, "low", "320")
        service.correct(FIGURE, "exact", "no")
        service.correct(CONTACT, "kind", "meeting")
        service.correct(CONTACT, "topics", "grain; ferries")
        service.correct(CONTACT, "place", "Varn")
        service.correct(CONTACT, "initiator", "")
        figure = next(row for row in service.figures().rows if row.id == FIGURE)
        assert (figure.low, figure.high, figure.exact) == (320, 312, False)
        (row,) = service.contacts(Filter(kind="meeting")).rows
        assert [label.label for label in row.topics] == ["grain", "ferries"]
        assert row.place is not None
        assert (row.place.name, row.initiator) == ("Varn", None)
        assert len(row.decided) == 4

    def test_the_later_correction_holds(self, service: Service) -> None:
        service.correct(CONTACT, "date", "2031-06-09")
        last = service.correct(CONTACT, "date", "2031-07-01")
        assert days(service)[CONTACT] == "2031-07-01"
        service.undo(last.id)
        assert days(service)[CONTACT] == "2031-06-09"

    @pytest.mark.parametrize(
        ("slot", "value", "said"),
        [
            ("kind", "dance", "choose one of: call, meeting"),
            ("date", "next week", "write 2031"),
            ("duration", "long", "PT40M"),
            ("series", "many", "no series"),
            ("kind", "", "cannot be empty"),
            ("evidence", "x", "choose one of"),
        ],
    )
    def test_what_a_slot_cannot_hold(
        self, service: Service, slot: str, value: str, said: str
    ) -> None:
        with pytest.raises(UsageError, match=said):
            service.correct(CONTACT, slot, value)
        assert service.log(persons=True).rows == ()

    def test_a_name_goes_for_the_whole_cluster(self, service: Service) -> None:
        helk = next(row for row in service.actors().rows if row.name == "Tomas Helk")
        decided = service.correct(helk.id, "name", "Tomas Helk the Younger")
        for again in (False, True):
            if again:
                read_again(service)
            row = service._store.actor(helk.id)
            assert row.name == "Tomas Helk the Younger"
            assert "Tomas Helk" in row.names
            names = {p.actor.name for c in service.contacts().rows for p in c.participants}
            assert "Tomas Helk the Younger" in names
        service.undo(decided.id)
        assert service._store.actor(helk.id).name == "Tomas Helk"


class TestRejecting:
    def test_it_is_hidden_unless_asked_for(self, service: Service) -> None:
        for id in (CONTACT, FIGURE, SAID):
            service.reject(id, why="a slip")
        for again in (False, True):
            if again:
                read_again(service)
            assert CONTACT not in {row.id for row in service.contacts().rows} | days(service).keys()
            assert FIGURE not in {row.id for row in service.figures().rows}
            assert SAID not in {row.id for row in service.statements().rows}
            (hidden,) = service.contacts(Filter(rejected=True)).rows
            assert (hidden.id, hidden.decided[0].why) == (CONTACT, "a slip")
            assert list(days(service, Filter(rejected=True))) == [CONTACT]
            assert [c.accounts[0].id for c in service.contacts_compared()] == [
                cited(1, "contact:c1"),
                cited(2, "contact:c1"),
            ]
            assert service.contact_accounts(CONTACT).accounts[0].id == CONTACT
        assert all(not each.faults for each in service.verify())

    def test_the_dossier_leaves_it_out(self, service: Service) -> None:
        service.reject(FIGURE)
        service.correct(CONTACT, "date", "2031-06-09")
        contents = service.contents()
        report = report_id(ACCOUNTS[0].report.publication)
        account = next(r.account for r in contents.reports if r.row.id == report)
        assert account.figures == ()
        assert account.contacts[0].date is not None
        assert account.contacts[0].date.value == "2031-06-09"
        assert contents.timeline[-1].id == CONTACT

    def test_an_undo_or_a_confirmation_brings_it_back(self, service: Service) -> None:
        rejected = service.reject(CONTACT)
        service.confirm(CONTACT)
        assert CONTACT in days(service)
        service.undo(service.reject(FIGURE).id)
        assert FIGURE in {row.id for row in service.figures().rows}
        service.undo(rejected.id)
        assert CONTACT in days(service)

    def test_a_rejected_account_is_no_account_of_a_contact(self, service: Service) -> None:
        other = cited(1, "contact:c1")
        service.correct(CONTACT, "date", "2031-05-18")
        service.reject(other)
        assert [a.id for a in service.contact_accounts(CONTACT).accounts] == [CONTACT]


def test_a_record_of_before_hides_what_was_rejected(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    fill(path)
    with Service(load(record=path, by="ines")) as service:
        service.reject(FIGURE)
    as_before(path, "decisions")
    with Service(load(record=path)) as service:
        assert FIGURE not in {row.id for row in service.figures().rows}
        assert len(service.figures(Filter(rejected=True)).rows) == 1


class TestNamesakes:
    def caller(self, service: Service, number: int) -> str:
        row = next(r for r in service.contacts().rows if r.id == cited(number, "contact:c1"))
        return row.participants[0].actor.id

    def test_two_persons_of_one_name_are_split_by_report(self, service: Service) -> None:
        report = report_id(ACCOUNTS[1].report.publication)
        mira = self.caller(service, 0)
        assert self.caller(service, 1) == mira
        readings = service._store.readings(report)
        decided = service.split(mira, report, why="the other Oduvan")
        for again in (False, True):
            if again:
                read_again(service)
                readings = service._store.readings(report)
            other = self.caller(service, 1)
            assert other != self.caller(service, 0) == mira
            assert [row.name for row in service.actors(Filter(actor=other)).rows] == ["Mira Oduvan"]
            assert service._store.actor(mira).reports == 1
            assert {row.report.id for row in service.statements(Filter(actor=other)).rows} == {
                report
            }
            assert service._store.readings(report) == readings
            assert all(not each.faults for each in service.verify())
        service.undo(decided.id)
        assert self.caller(service, 1) == mira
        assert service._store.actor(mira).reports == 2
        assert service.unplaced() == ()
        assert [j for j in service.log(persons=True).rows if j.stands] == []

    def test_a_report_that_does_not_name_it(self, service: Service) -> None:
        lund = next(row.id for row in service.actors().rows if row.name == "Pia Lund")
        report = report_id(ACCOUNTS[0].report.publication)
        with pytest.raises(UsageError, match="does not name"):
            service.split(lund, report)
        with pytest.raises(UsageError):
            service.split(report, CONTACT)
