"""The use cases, end to end: real files, the real reader, a real record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import InputError, NotInRecord, RecordError, UnknownName, UsageError
from communique.model import Account
from communique.model.rows import EVERYTHING, Filter, ShownActor, ShownClaim, ShownReport
from communique.service import Service, every
from communique.settings import load

CALL = """\
Office of the President of Norland
17 May 2031

President of Norland Mira Oduvan had a telephone conversation with President of Sudmark \
Tomas Helk. The call lasted about 40 minutes and was initiated by the Sudmark side.

“We agreed to open the border crossings before the harvest,” Mira Oduvan said after the call. \
She added that 312 lorries were waiting at the border.
"""
ECHO = """\
Varn Telegraph, 18 May 2031

Tomas Helk and Mira Oduvan spoke by telephone on 17 May 2031. “It was a frank talk,” Tomas \
Helk told reporters in Varn.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "echo.txt").write_text(ECHO, encoding="utf-8")
    return folder


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service(load({}, record=tmp_path / "record.sqlite")) as service:
        yield service


@pytest.fixture
def added(service: Service, folder: Path) -> Service:
    assert service.add([folder]).added == 2
    return service


def dump(path: Path) -> list[str]:
    """Return all that is in a record, as SQL."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_reading_touches_no_record(service: Service, folder: Path) -> None:
    (folder / "empty.txt").touch()
    found = list(service.read([folder / "call.txt", folder / "empty.txt"]))
    assert isinstance(found[0], Account)
    assert found[0].statements
    assert isinstance(found[1], InputError)
    assert not service.settings.record.exists()


def test_a_record_that_is_not_there(service: Service) -> None:
    for look in (service.reports, service.timeline):
        with pytest.raises(RecordError, match="there is no record; make one with"):
            look()
    with pytest.raises(RecordError):
        service.verify()
    assert not service.settings.record.exists()


def test_adding_the_same_folder_twice_changes_nothing(added: Service, folder: Path) -> None:
    path = added.settings.record
    added.close()
    bytes_before, before = path.read_bytes(), dump(path)
    with Service(added.settings) as again:
        summary = again.add([folder])
    assert (summary.added, summary.unchanged, summary.failed) == (0, 2, 0)
    assert summary.reports == ()
    assert dump(path) == before
    assert path.read_bytes() == bytes_before


def test_what_cannot_be_used_is_told_and_the_others_are_added(
    service: Service, folder: Path
) -> None:
    (folder / "a.txt").touch()
    (folder / "b.bin").write_bytes(bytes(range(256)) * 20)
    summary = service.add([folder, folder / "none.txt"])
    assert (summary.added, summary.failed) == (2, 3)
    assert len(summary.faults) == 3
    assert all("\n" not in fault.message for fault in summary.faults)


def test_the_lists_tell_of_both_reports(added: Service) -> None:
    assert len(added.reports().rows) == 2
    mira = added.actors(Filter(actor="Oduvan")).rows[0]
    assert (mira.name, mira.reports) == ("Mira Oduvan", 2)
    contacts = added.contacts(Filter(kind="call")).rows
    assert {row.report.id for row in contacts} == {row.id for row in added.reports().rows}
    speakers = {row.speaker.name for row in added.statements().rows if row.speaker}
    assert speakers >= {"Mira Oduvan", "Tomas Helk"}
    assert [row.thing for row in added.figures().rows if row.low == 312] == ["lorries"]
    assert added.timeline().rows[0].first_on == "2031-05-17"
    assert tuple(every(added.statements)) == added.statements().rows


def test_a_search_leads_to_what_it_found(added: Service) -> None:
    hit = added.search("border crossings", Filter(kind="statement")).rows[0]
    shown = added.show(hit.id[:9])
    assert isinstance(shown, ShownClaim)
    assert shown.id == hit.id
    content = next(p for p in shown.passages if p.slot == "content")
    assert "We agreed to open the border crossings" in content.text
    assert content.marks
    assert shown.actors[shown.claim.speaker].name == "Mira Oduvan"  # type: ignore[union-attr,index]


def test_any_id_can_be_shown(added: Service) -> None:
    report = added.show(added.reports().rows[0].id)
    assert isinstance(report, ShownReport)
    assert len(report.readings) == 1
    for key, id in report.ids.items():
        shown = added.show(id)
        kind = "actor" if isinstance(shown, ShownActor) else getattr(shown, "kind", "report")
        assert key.startswith(kind)
    actor = added.show(added.actors(Filter(actor="Oduvan")).rows[0].id)
    assert isinstance(actor, ShownActor)
    assert len(actor.reports) == 2
    assert [passage.slot for passage in actor.passages] == [ref.id for ref in actor.reports]
    assert all(p.marks[0].of(p.text) == "Mira Oduvan" for p in actor.passages)
    with pytest.raises(NotInRecord):
        added.show("s-000000000000")


def test_accounts_of_one_contact_stand_side_by_side(added: Service) -> None:
    calls = added.contacts(Filter(kind="call")).rows
    found = added.contact_accounts(calls[0].id)
    assert {row.id for row in found.accounts} == {row.id for row in calls}
    assert found == added.contact_accounts(calls[1].id)
    said = {slot.name: slot.verdict for slot in found.slots}
    assert said["kind"] == "agree"
    assert said["duration"] == "single"
    assert found in list(added.contacts_compared())
    with pytest.raises(UsageError, match="name a contact"):
        added.contact_accounts(added.statements().rows[0].id)


def test_clusters_name_items_as_reading_does(added: Service, folder: Path) -> None:
    read = {a.report.id: a for a in added.read([folder]) if isinstance(a, Account)}
    clusters = list(added.clusters())
    assert {cluster.kind for cluster in clusters} == {"contact", "actor"}
    for cluster in clusters:
        assert len(cluster.members) > 1
        for member in cluster.members:
            account = read[member.report]
            items = account.contacts if cluster.kind == "contact" else account.actors
            assert member.id in {item.id for item in items}


def test_all_evidence_holds_until_somebody_changes_it(added: Service) -> None:
    assert all(not each.faults for each in added.verify())
    report = added.reports().rows[0]
    assert [each.report for each in added.verify(report.id[:8])] == [report.id]
    statement = added.statements(Filter(report=report.id)).rows[0]
    added.close()
    connection = sqlite3.connect(added.settings.record)
    moved = f"[[{statement.content[0].start + 1},"
    connection.execute(
        "UPDATE all_claims SET payload = replace(payload, ?, ?) WHERE id = ?",
        (f"[[{statement.content[0].start},", moved, statement.id),
    )
    connection.execute("UPDATE all_claims SET payload = '{}' WHERE kind = 'figure'")
    connection.commit()
    connection.close()
    faults = {fault.subject: fault.message for each in added.verify() for fault in each.faults}
    assert "no longer cover the words" in faults[statement.id]
    assert any("not in the contract's form" in message for message in faults.values())


def test_a_body_that_was_changed_is_found_out(added: Service) -> None:
    from communique.record.packing import pack_text

    added.close()
    connection = sqlite3.connect(added.settings.record)
    changed = pack_text(CALL.replace("40 minutes", "90 minutes"))
    connection.execute("UPDATE bodies SET packed = ? WHERE n = 1", (changed,))
    connection.execute("UPDATE bodies SET packed = x'00' WHERE n = 2")
    connection.commit()
    connection.close()
    messages = [fault.message for each in added.verify() for fault in each.faults]
    assert len(messages) == 2
    assert any("does not have the hash" in message for message in messages)
    assert any("damaged" in message for message in messages)


def test_a_dossier_of_all(added: Service, tmp_path: Path) -> None:
    path = added.dossier(tmp_path / "dossier.html", title="The May call")
    page = path.read_text(encoding="utf-8")
    assert "The May call" in page
    assert "Mira Oduvan" in page
    contents = added.contents()
    assert len(contents.reports) == 2
    assert contents.left_out == ()
    with pytest.raises(UsageError, match="cannot be written"):
        added.dossier(tmp_path / "none" / "dossier.html")


def test_a_dossier_of_one_report(added: Service) -> None:
    report = added.reports().rows[0]
    contents = added.contents(Filter(report=report.id))
    assert [shown.row.id for shown in contents.reports] == [report.id]
    accounts = [row for group in contents.contacts for row in group.accounts]
    assert {row.report.id for row in accounts} == {report.id}


def test_an_unknown_reader_lists_those_there_are(tmp_path: Path) -> None:
    settings = load({}, record=tmp_path / "r.sqlite", reader="tea leaves")
    with Service(settings) as service, pytest.raises(UnknownName, match=r"choose one of: .*rules"):
        service.add([])


@pytest.mark.shared
def test_the_reports_beside_the_checkout(shared: Path, service: Service) -> None:
    folder = shared / "reports"
    summary = service.add([folder])
    assert (summary.added, summary.failed) == (len(list(folder.glob("*.txt"))), 0)
    assert service.add([folder]).unchanged == summary.added
    assert all(not each.faults for each in service.verify())
    assert len(service.statements(EVERYTHING, limit=500).rows) > 100
