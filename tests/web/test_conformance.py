"""Schemathesis asks the API what its description allows and forbids, and finds no failure.

Here it asks one route of each kind, a little; ``python -m benchmarks.conformance`` asks them all.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.conftest import CALL

from communique.service import Service
from communique.settings import load

pytest.importorskip("playwright", reason="needs the development tools")
pytest.importorskip("schemathesis", reason="needs the development tools")

#: The list with the most filters, an item, an answer, and what changes the record.
ASKED = ("ledger", "show", "ask", "add", "decide")


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    from benchmarks.conformance import run

    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    settings = load({}, record=tmp_path / "record.sqlite", reader="rules", by="Analyst")
    with Service(settings) as service:
        assert service.add([tmp_path / "call.txt"]).added == 1
        chosen = [f"--include-operation-id={name}" for name in ASKED]
        done = run(service, *chosen, "--max-examples=1", "--seed=2031", "--phases=coverage,fuzzing")
    assert done.passed, done.said
    assert done.requests > 60
