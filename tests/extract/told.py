"""Short reports with what a careful reader keeps, read from plain text by the rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from communique.extract import extract
from communique.model import Claims, Position, Reading, Report, Span, body_id
from communique.read.rules import RuleReader
from extract.states import states_known


class Told(NamedTuple):
    """A case of a file, with its reading and its claims."""

    case: dict[str, Any]
    reading: Reading
    claims: Claims


def told(path: Path) -> list[Told]:
    """The cases of a file, read with the invented states known."""
    cases = tomllib.loads(path.read_text("utf-8"))["case"]
    reports = [
        Report(
            id=body_id(case["text"]),
            publication=body_id(case["text"])[:16],
            text=case["text"],
            published="2031-05-14",
            language="en",
        )
        for case in cases
    ]
    with states_known():
        readings = list(RuleReader().read(reports))
        return [Told(c, r, extract(r)) for c, r in zip(cases, readings, strict=True)]


def names_of(reading: Reading, id: str | None, raw: str | None = None) -> str:
    """All names that a reading has for an actor, in lower case."""
    names = [raw or ""]
    for one in reading.actors:
        if one.id == id:
            names += (one.name, *one.aliases)
            names += (span.of(reading.report.text) for span in one.mentions)
    return " ".join(names).lower()


def is_named(reading: Reading, wanted: str, id: str | None, raw: str | None = None) -> bool:
    """Tell whether an actor is one of ``wanted``, parted by ``|``; ``*`` is whoever."""
    names = names_of(reading, id, raw)
    return wanted == "*" or any(name.lower() in names for name in wanted.split("|"))


def covers(reading: Reading, said: str, evidence: Iterable[Span]) -> bool:
    """Tell whether two fifths of the words lie in what a claim rests on."""
    match = re.search(r"\s+".join(map(re.escape, said.split())), reading.report.text)
    assert match is not None, said
    first, last = match.span()
    shared = sum(max(0, min(span.end, last) - max(span.start, first)) for span in evidence)
    return shared >= 0.4 * (last - first)


def stands(one: Told) -> tuple[int, int, int]:
    """How many stands of a case are found, wanted and made; a ``?`` may be left out."""
    left: list[Position] = list(one.claims.positions)
    hits = wanted = 0
    for line in sorted(one.case["stands"]):
        optional = line.startswith("?")
        who, polarity, said, *_ = re.split(r" \| ", line.removeprefix("? "))
        found = next(
            (
                p
                for p in left
                if p.polarity in polarity.split("|")
                and is_named(one.reading, who, p.actor, p.actor_raw)
                and covers(one.reading, said, p.evidence)
            ),
            None,
        )
        if found is not None:
            left.remove(found)
        hits += found is not None and not optional
        wanted += not optional
    return hits, wanted, hits + len(left)


def names(one: Told) -> tuple[int, int]:
    """How many stands of a case are called as wanted, of those found; names are parted by "/"."""
    called = found = 0
    for line in one.case["stands"]:
        who, polarity, said, *wanted = re.split(r" \| ", line.removeprefix("? "))
        issues = [
            p.issue
            for p in one.claims.positions
            if p.polarity in polarity.split("|")
            and is_named(one.reading, who, p.actor, p.actor_raw)
            and covers(one.reading, said, p.evidence)
        ]
        found += bool(issues)
        called += any(issue in name.split("/") for name in wanted for issue in issues)
    return called, found


def steps_are_told(one: Told) -> bool:
    """Tell whether a case's plan is found: its steps in order, who proposes and who opposes."""
    for proposal in one.claims.proposals:
        texts = [" ".join(step.what.split()).lower() for step in proposal.steps]
        places = [
            next((n for n, text in enumerate(texts) if words.lower() in text), -1)
            for words in one.case["steps"]
        ]
        ordered = -1 not in places and places == sorted(places)
        against = all(
            any(is_named(one.reading, name, id) for id in proposal.opposed_by)
            for name in one.case.get("opposed", ())
        )
        if ordered and against and is_named(one.reading, one.case.get("by", "*"), proposal.by):
            return True
    return False
