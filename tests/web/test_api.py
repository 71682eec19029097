from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from communique.service import Service

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
        ("/items/nonsense", 400, "C100"),
        ("/reports?limit=0", 422, "C100"),
        ("/reports?limit=many", 422, "C100"),
        ("/ledger?kind=nonsense", 400, "C101"),
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
    desk: TestClient, service: Service
) -> None:
    one = service.contacts().rows[0].id
    made = desk.post("/api/v1/judgements", json={"verdict": "confirm", "items": [one]})
    assert made.status_code == 201
    assert made.json()["by"] == "Analyst"
    undone = desk.delete(f"/api/v1/judgements/{made.json()['id']}")
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
    assert answer.status_code == 400
    assert answer.json()["error"]["what"]


def test_reports_are_added_and_names_do_not_escape(desk: TestClient, service: Service) -> None:
    text = b"President of Tarvenia Ottmar Relk met with Lenore Faye on 3 June 2031 in Marrek."
    sent = {"files": ("../../escape.txt", text)}
    answer = desk.post("/api/v1/reports", files=sent)
    assert answer.status_code == 201
    assert answer.json()["added"] == 1
    (added,) = answer.json()["reports"]
    shown = desk.get(f"/api/v1/items/{added}").json()
    assert shown["row"]["label"].endswith("escape.txt")
    assert ".." not in shown["row"]["label"]


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
