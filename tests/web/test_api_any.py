"""Whatever the API is asked, it answers as it says that it does."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.service import Service
from communique.web import create_desk

#: Values that parameters take: any text, and what comes near to what they should be.
VALUES = st.text(max_size=40) | st.sampled_from(
    [
        "",
        "0",
        "-1",
        "501",
        "99999999999999999999",
        "2031-05",
        "2031-13-99",
        "r-",
        "c-0",
        "a-%",
        "Relk",
    ]
)


@pytest.fixture(scope="module")
def api(sample: Service) -> TestClient:
    return TestClient(
        create_desk(sample), base_url="http://localhost", raise_server_exceptions=False
    )


@pytest.fixture(scope="module")
def described(api: TestClient) -> dict[str, Any]:
    paths: dict[str, Any] = api.get("/api/v1/openapi.json").json()["paths"]
    return paths


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_request_is_answered_as_documented(
    api: TestClient, described: dict[str, Any], data: st.DataObject
) -> None:
    reads = sorted(path for path, methods in described.items() if "get" in methods)
    path = data.draw(st.sampled_from(reads))
    operation = described[path]["get"]
    query = {}
    for each in operation.get("parameters", []):
        value = data.draw(VALUES)
        if each["in"] == "path":
            name = quote(value, safe="") if value.strip(".") else "x"
            path = path.replace("{" + each["name"] + "}", name)
        elif each.get("required") or data.draw(st.booleans()):
            query[each["name"]] = value
    answer = api.get(f"/api/v1{path}", params=query)
    assert str(answer.status_code) in operation["responses"], answer.text
    told = operation["responses"][str(answer.status_code)]["content"]
    assert answer.headers["content-type"] in told
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "application/json"
        assert set(answer.json()["error"]) == {"code", "what", "subject", "remedy"}


@pytest.mark.parametrize(
    ("path", "methods"), [("reports", {"GET", "POST"}), ("judgements", {"GET", "POST"})]
)
def test_a_refused_method_is_told_which_are_taken(
    api: TestClient, path: str, methods: set[str]
) -> None:
    answer = api.put(f"/api/v1/{path}")
    assert answer.status_code == 405
    assert {each.strip() for each in answer.headers["allow"].split(",")} == methods


def test_a_line_end_in_a_path_is_answered_by_the_api(api: TestClient) -> None:
    answer = api.get("/api/v1/briefs/items/%0A.x")
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == "application/json"
