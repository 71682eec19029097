from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from communique.api.adding import LARGEST
from communique.service import Service
from communique.settings import load
from communique.web import create_desk

LISTS = (
    "reports",
    "actors",
    "contacts",
    "statements",
    "figures",
    "acts",
    "positions",
    "proposals",
    "timeline",
    "ledger",
    "forecasts",
    "shifts",
    "meetings",
    "copies",
    "judgements",
)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_served_in_pages(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/api/v1/{name}", params={"limit": 1})
    assert answer.status_code == 200
    assert len(answer.json()["rows"]) <= 1
    assert "next" in answer.json()


def test_a_cursor_leads_through_a_list(desk: TestClient) -> None:
    first = desk.get("/api/v1/reports", params={"limit": 1}).json()
    second = desk.get("/api/v1/reports", params={"limit": 1, "after": first["next"]}).json()
    assert first["rows"][0]["id"] != second["rows"][0]["id"]
    assert second["next"] is None


def test_what_an_id_names_is_the_contracts_json(desk: TestClient, service: Service) -> None:
    contact = service.contacts().rows[0]
    shown = desk.get(f"/api/v1/items/{contact.id}").json()
    assert shown["type"] == "claim"
    assert shown["claim"]["kind"] == contact.kind
    accounts = desk.get(f"/api/v1/contacts/{contact.id}/accounts").json()
    assert accounts["accounts"][0]["id"] == contact.id


def test_questions_are_answered_with_their_words(desk: TestClient) -> None:
    answer = desk.get("/api/v1/ask", params={"q": "How long did the call last?"}).json()
    assert "50 minutes" in answer["findings"][0]["sources"][0]["passage"]["text"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/items/c-000000000000", 404, "C102"),
        ("/items/nonsense", 422, "C100"),
        ("/reports?limit=0", 422, "C100"),
        ("/reports?limit=many", 422, "C100"),
        ("/ledger?kind=nonsense", 422, "C100"),
        ("/reports?since=2031-02-30", 422, "C100"),
        ("/reports?publishr=Wire", 422, "C100"),
        ("/reports?after=nonsense", 404, "C102"),
        ("/search?q=gates&after=WyJ4Il0", 404, "C102"),
        ("/items/r-", 422, "C100"),
        ("/actors?actor=a-%25", 404, "C102"),
        ("/ledger/d-000000000000", 404, "C102"),
        ("/relations?one=Tarvenia&other=Tarvenia", 409, "C103"),
        ("/relations?one=Tarvenia&other=Nowhere", 404, "C102"),
        ("/nonsense", 404, "H404"),
    ],
)
def test_every_error_has_one_shape(desk: TestClient, path: str, status: int, code: str) -> None:
    answer = desk.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code
    assert set(answer.json()["error"]) == {"code", "what", "subject", "remedy"}


def test_a_decision_is_carried_out_signed_and_taken_back(
    own_desk: TestClient, own: Service
) -> None:
    one = own.contacts().rows[0].id
    made = own_desk.post("/api/v1/judgements", json={"verdict": "confirm", "items": [one]})
    assert made.status_code == 201
    assert made.json()["by"] == "Analyst"
    undone = own_desk.delete(f"/api/v1/judgements/{made.json()['id']}")
    assert undone.json()["retracted_by"] == "Analyst"


@pytest.mark.parametrize(
    "decision",
    [
        {},
        {"verdict": "perhaps", "items": ["c-1"]},
        {"verdict": "same", "items": ["c-1"]},
        {"verdict": "correct", "items": ["c-1"]},
        {"verdict": "confirm", "items": []},
        {"verdict": "confirm", "items": ["c-1"], "extra": 1},
    ],
)
def test_what_is_no_decision_is_refused(desk: TestClient, decision: dict[str, object]) -> None:
    answer = desk.post("/api/v1/judgements", json=decision)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


TEXT = b"President of Tarvenia Ottmar Relk met with Lenore Faye on 3 June 2031 in Marrek."


def test_reports_are_added_and_names_do_not_escape(own_desk: TestClient) -> None:
    sent = [
        ("files", ("../../escape.txt", TEXT)),
        ("files", ("escape.txt", b"\x00\x01\x02 no report")),
    ]
    answer = own_desk.post("/api/v1/reports", files=sent)
    assert answer.status_code == 201
    assert answer.json()["added"] == 1
    (fault,) = answer.json()["faults"]
    assert fault["subject"] == "escape.txt"
    assert fault["message"].startswith("escape.txt: ")
    (added,) = answer.json()["reports"]
    shown = own_desk.get(f"/api/v1/items/{added}").json()
    assert shown["row"]["label"] == shown["row"]["path"] == "escape.txt"
    assert shown["account"]["report"]["path"] == "escape.txt"
    again = own_desk.post("/api/v1/reports", files=sent[:1])
    assert again.status_code == 200
    assert again.json()["unchanged"] == 1


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ([("files", (f"{n}.txt", TEXT)) for n in range(51)], 422, "C100"),
        ([("files", ("large.txt", b"x" * (LARGEST + 1)))], 413, "C203"),
        ([("others", ("one.txt", TEXT))], 422, "C100"),
    ],
    ids=["many", "large", "none"],
)
def test_no_more_is_taken_than_is_said(
    desk: TestClient, files: list[tuple[str, tuple[str, bytes]]], status: int, code: str
) -> None:
    answer = desk.post("/api/v1/reports", files=files)
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code


def test_no_path_of_the_machine_is_told(desk: TestClient, service: Service) -> None:
    folder = str(service.settings.record.parent)
    row = service.reports().rows[0]
    assert row.path
    assert folder in row.path
    claims = [*service.statements(limit=1).rows, *service.contacts(limit=1).rows]
    addresses = [
        "/api/v1/reports",
        f"/api/v1/items/{row.id}",
        *(f"/api/v1/items/{each.id}" for each in claims),
        f"/reports/{row.id}",
        "/reports",
        "/tables/reports.csv",
        "/dossier.html",
    ]
    for address in addresses:
        assert folder not in desk.get(address).text, address


def test_where_the_record_lies_is_not_told(tmp_path: Path) -> None:
    for name, bytes_ in (("absent.sqlite", b""), ("other.sqlite", b"no record at all" * 99)):
        path = tmp_path / name
        if bytes_:
            path.write_bytes(bytes_)
        with Service(load({}, record=path, reader="rules")) as service:
            desk = TestClient(create_desk(service), base_url="http://localhost")
            answer = desk.get("/api/v1/reports")
            assert answer.status_code == 500
            assert answer.json()["error"]["subject"] == name
            assert str(tmp_path) not in answer.text + desk.get("/").text


def test_a_decision_that_does_not_fit_is_told_so(desk: TestClient, service: Service) -> None:
    contact = service.contacts().rows[0].id
    actor = service.actors().rows[0].id
    for decision in (
        {"verdict": "same", "items": [contact, actor]},
        {"verdict": "same", "items": [actor, actor]},
        {"verdict": "correct", "items": [contact], "slot": "colour", "value": "red"},
        {"verdict": "correct", "items": [contact], "slot": "date", "value": "soon"},
    ):
        answer = desk.post("/api/v1/judgements", json=decision)
        assert answer.status_code == 409, decision
        assert answer.json()["error"]["code"] == "C103"


def test_the_description_says_that_a_password_is_asked_for(service: Service) -> None:
    desk = TestClient(create_desk(service, password="river"), base_url="http://localhost")
    described = desk.get("/api/v1/openapi.json", auth=("any", "river")).json()
    assert described["security"] == [{"password": []}, {"token": []}]
    assert "401" in described["paths"]["/reports"]["get"]["responses"]


def test_the_description_names_every_route_and_type(desk: TestClient) -> None:
    described = desk.get("/api/v1/openapi.json").json()
    for name in LISTS:
        assert f"/{name}" in described["paths"]
    for path in described["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert operation["operationId"]
    references = {
        part.split('"')[0]
        for part in desk.get("/api/v1/openapi.json").text.split("#/components/schemas/")[1:]
    }
    assert references <= described["components"]["schemas"].keys()
