from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from communique.errors import UsageError
from communique.service import Service
from communique.web import create_desk
from communique.web.guard import check_binding


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_its_own_machine_needs_no_password(host: str) -> None:
    check_binding(host, "")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_elsewhere_it_is_not_opened_without_a_password(host: str) -> None:
    with pytest.raises(UsageError):
        check_binding(host, "")
    check_binding(host, "a password")


def test_other_names_are_refused(service: Service) -> None:
    desk = TestClient(create_desk(service), base_url="http://evil.example")
    assert desk.get("/").status_code == 403
    named = TestClient(create_desk(service, hosts=["evil.example"]), base_url="http://evil.example")
    assert named.get("/").status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 404),
        ({"origin": "http://localhost"}, 404),
        ({"sec-fetch-site": "same-origin"}, 404),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_other_sites_cannot_decide(desk: TestClient, headers: dict[str, str], status: int) -> None:
    form = {"verdict": "confirm", "item": "c-000000000000"}
    assert desk.post("/decide", data=form, headers=headers).status_code == status


def test_a_password_is_asked_for_and_taken(service: Service) -> None:
    desk = TestClient(create_desk(service, password="river"), base_url="http://localhost")
    refused = desk.get("/")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic")
    assert desk.get("/", auth=("anybody", "river")).status_code == 200
    assert desk.get("/", auth=("anybody", "rivers")).status_code == 401
    token = {"authorization": "Bearer river"}
    assert desk.get("/api/v1/reports", headers=token).status_code == 200
    for wrong in ("Basic !!!", "Bearer", "Digest river", ""):
        assert desk.get("/", headers={"authorization": wrong}).status_code == 401


def test_too_much_is_refused(desk: TestClient) -> None:
    huge = {"content-length": str(10**12)}
    assert desk.post("/decide", headers=huge, content=b"x").status_code == 413
