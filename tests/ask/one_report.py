"""A record of one short report, for questions on a wording."""

from __future__ import annotations

from pathlib import Path

from communique.service import Service
from communique.settings import load


def record_of(text: str, folder: Path) -> Service:
    """Return a record made in ``folder`` of one report, read by the rules."""
    (folder / "report.txt").write_text(text, encoding="utf-8")
    service = Service(load({}, record=folder / "r.sqlite", reader="rules"))
    service.add([folder / "report.txt"])
    return service


def check_first(service: Service, asked: str, words: str) -> None:
    """Check that the first passage that answers a question has some words."""
    reply = service.ask(asked)
    assert not reply.declined
    assert words in reply.findings[0].sources[0].passage.text
