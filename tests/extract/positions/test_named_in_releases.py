"""What the narrower readings call issues in releases, briefings and statements."""

from __future__ import annotations

from pathlib import Path

import tomli

from communique.extract.positions import PositionExtractor
from communique.extract.view import View
from communique.model import Claims, Report, body_id
from communique.read.rules import RuleReader

_FILE = Path(__file__).with_name("named_in_releases.toml")
WANTED = 40  # of 49; at first 18 were


def _named(text: str) -> list[tuple[str, str]]:
    """Return holders and issues of the positions that are read, in lower case."""
    report = Report(id=body_id(text), publication=body_id(text)[:16], text=text, language="en")
    reading = next(iter(RuleReader().read([report])))
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (str(names.get(p.actor or "", p.actor_raw)).lower(), p.issue.lower())
        for p in PositionExtractor(plain=False).extract(View(reading), Claims()).positions
    ]


def _is_well_named(case: dict[str, str]) -> bool:
    holder, _, issues = case["issue"].lower().rpartition(" | ")
    found = _named(case["text"])
    known = issues.split("/")
    if not found:
        return "-" in known
    return all(issue in known and holder in ("", who) for who, issue in found)


def test_most_names_are_right() -> None:
    cases = tomli.loads(_FILE.read_text(encoding="utf-8"))["case"]
    assert sum(map(_is_well_named, cases)) >= WANTED
