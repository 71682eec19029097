"""A visit and what was part of it, from reports to every face of the record."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from communique.cli.app import app
from communique.model.comparison import ContactAccounts
from communique.model.judgement import Judgement
from communique.model.paging import BIG_PAGE
from communique.publish.phrases import judgement_in_words
from communique.service import Service
from communique.settings import load
from communique.web import create_desk

REPORTS = {
    "visit.txt": """Agence Varnaise, 12 May 2031

    VARN. President Mira Oduvan of Bulgaria travelled to Latvia on 11 May 2031.
    """,
    "meeting.txt": """Agence Varnaise, 12 May 2031

    VARN. President Mira Oduvan of Bulgaria met on 12 May 2031 with Prime Minister Tomas Helk of
    Latvia. They spoke about the ferry.
    """,
    "told.txt": """Rigaer Bote, 13 May 2031

    RIGA. President Mira Oduvan of Bulgaria met Foreign Minister Pia Lund of Estonia on 20 May 2031
    on the sidelines of the Amber Summit, where both spoke about tolls.
    """,
}


def added(folder: Path, names: list[str]) -> Service:
    service = Service(load({}, record=folder / "talks.sqlite", reader="rules"))
    for name in names:
        path = folder / name
        path.write_text(REPORTS[name], "utf-8")
        service.add([path])
    return service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return added(tmp_path_factory.mktemp("parts"), list(REPORTS))


def found(service: Service, kind: str, whom: str) -> ContactAccounts:
    rows = service.contacts().rows
    named = {row.id: [p.actor.name for p in row.participants] for row in rows if row.kind == kind}
    return service.contact_accounts(next(id for id in named if whom in " ".join(named[id])))


def parts(service: Service) -> set[tuple[str | None, str]]:
    links = (j for j in service.log(limit=BIG_PAGE).rows if j.verdict == "part" and j.stands)
    return {(j.value, j.why) for j in links}


def test_a_meeting_is_part_of_the_visit(service: Service) -> None:
    meeting, visit = found(service, "meeting", "Helk"), found(service, "visit", "Latvia")
    (whole,), (part,) = meeting.part_of, visit.parts
    assert (whole.id, part.id) == (visit.id, meeting.id)
    assert whole.basis == part.basis == "inferred"
    assert "Latvia" in whole.why[0]
    assert not meeting.parts
    assert not visit.part_of


def test_what_is_only_named(service: Service) -> None:
    (whole,) = found(service, "meeting", "Lund").part_of
    assert (whole.id, whole.basis, whole.name) == (None, "told", "the Amber Summit")
    (passage,) = whole.passages
    (mark,) = passage.marks
    assert " ".join(mark.of(passage.text).split()) == "on the sidelines of the Amber Summit"


def test_the_order_of_adding_does_not_matter(service: Service, tmp_path: Path) -> None:
    names = list(REPORTS)
    random.Random(7).shuffle(names)
    assert parts(added(tmp_path, names)) == parts(service)
    service.rejudge()
    assert parts(added(tmp_path, names)) == parts(service)


def test_it_is_no_doubt_whether_they_are_one(service: Service) -> None:
    meeting, visit = found(service, "meeting", "Helk"), found(service, "visit", "Latvia")
    doubts = service.review("same").rows
    assert not [doubt for doubt in doubts if {meeting.id, visit.id} <= set(doubt.items)]


def test_the_log_says_so(service: Service) -> None:
    link: Judgement = next(j for j in service.log(limit=BIG_PAGE).rows if j.verdict == "part")
    assert "is part of" in judgement_in_words(link)


def test_show(service: Service) -> None:
    def shown(*words: str) -> str:
        record = str(service.settings.record)
        return CliRunner().invoke(app, ["--record", record, "show", *words]).output

    meeting, visit = found(service, "meeting", "Helk"), found(service, "visit", "Latvia")
    assert f"part of      {visit.id}" in shown(meeting.id)
    assert f"parts        {meeting.id}" in shown(visit.id)
    assert "[[on the sidelines of" in shown(found(service, "meeting", "Lund").id)
    accounts = json.loads(shown(meeting.id, "--format", "json"))["accounts"]
    assert accounts["part_of"][0]["basis"] == "inferred"


def test_the_desk_and_the_api(service: Service) -> None:
    meeting, visit = found(service, "meeting", "Helk"), found(service, "visit", "Latvia")
    desk = TestClient(create_desk(service), base_url="http://localhost")
    page = desk.get(f"/contacts/{meeting.id}").text
    assert "Part of" in page
    assert visit.id in page
    answer = desk.get(f"/api/v1/contacts/{visit.id}/accounts").json()
    assert [part["id"] for part in answer["parts"]] == [meeting.id]
