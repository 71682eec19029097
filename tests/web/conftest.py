from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.types import ASGIApp

from communique.service import Service
from communique.settings import load
from communique.web import create_desk

CALL = """\
MARREK, May 15, 2031 (Meridian Wire) - The President of Tarvenia, Ottmar Relk, spoke by \
telephone with \
Prime Minister of Soldava Ilena Dravo on May 14, 2031. The call lasted 50 minutes.

"We will open the gates by Friday," Relk said. He asked Soldava to release the crew.

Dravo said that Soldava supported the ceasefire on the river.
"""
HOSTILE = """\
<script>alert(1)</script> The President of Tarvenia, Ottmar Relk, met with Prime \
Minister of Soldava \
Ilena Dravo on May 20, 2031.

"<img src=x onerror=alert(2)>," Relk said. </blockquote><script>document.title='harmed'</script>
"""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A record of two invented reports, one of them full of markup."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    settings = load({}, record=folder / "record.sqlite", reader="rules", by="Analyst")
    with Service(settings) as service:
        assert service.add([folder / "call.txt", folder / "hostile.txt"]).added == 2
        yield service


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Service]:
    """A record of one report, for a test that adds to it or decides: others rely on theirs."""
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    with Service(load({}, record=tmp_path / "own.sqlite", reader="rules", by="Analyst")) as service:
        assert service.add([tmp_path / "call.txt"]).added == 1
        yield service


@pytest.fixture
def own_desk(own: Service) -> TestClient:
    """The desk over that record."""
    return TestClient(create_desk(own), base_url="http://localhost")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A record of the shipped storyline."""
    record = tmp_path_factory.mktemp("sample") / "record.sqlite"
    storyline = Path(__file__).parents[2] / "examples" / "storyline"
    with Service(load({}, record=record, reader="rules", by="Analyst")) as service:
        assert service.add([storyline]).added > 10
        yield service


@pytest.fixture(scope="session")
def application(service: Service) -> ASGIApp:
    """The desk over that record. To make one takes longer than most tests."""
    return create_desk(service)


@pytest.fixture
def desk(application: ASGIApp) -> TestClient:
    """A visitor to it, who brings nothing from an earlier visit."""
    return TestClient(application, base_url="http://localhost")
