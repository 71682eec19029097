from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result
from tests.cli.fakes import FakeService

from communique.cli.app import app

Call = Callable[..., Result]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> type[FakeService]:
    """Put the made-up service in the place of the real one."""

    class Service(FakeService):
        asked: ClassVar[list[tuple[str, Any]]] = []

    monkeypatch.setattr("communique.service.Service", Service)
    return Service


@pytest.fixture
def call(service: type[FakeService]) -> Call:
    """Run the command on the made-up service."""

    def call(*words: str, input: str | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=input, prog_name="communique")

    return call
