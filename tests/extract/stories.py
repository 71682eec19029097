"""Whole invented reports with the claims that a reader wrote down, and how the two are compared.

A story is a text and, per kind of claim, lines of slots parted by ``|``; a line that begins with
``?`` may be found or not. What the slots are is told beside the comparison that reads them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from communique.extract import extract
from communique.model import Claims, Reading, Report, Span, body_id
from communique.read.rules import RuleReader
from extract.states import states_known


class Told(NamedTuple):
    """A story, what was read in it and what was claimed from that."""

    story: dict[str, Any]
    reading: Reading
    claims: Claims


class Entry(NamedTuple):
    """A claim that a reader wrote down: its slots, and whether it may be missing."""

    slots: list[str]
    optional: bool


def told_stories(file: str) -> list[Told]:
    """The stories of a file in this folder, read by the rules with their invented states known."""
    stories = tomllib.loads(Path(__file__).with_name(file).read_text("utf-8"))["story"]
    reports = [
        Report(
            id=body_id(story["text"]),
            publication=body_id(story["text"])[:16],
            text=story["text"],
            published="2031-05-14",
            language="en",
        )
        for story in stories
    ]
    with states_known():
        readings = RuleReader().read(reports)
        return [Told(s, r, extract(r)) for s, r in zip(stories, readings, strict=True)]


def entries_of(story: dict[str, Any], kind: str) -> Iterator[Entry]:
    """The claims written down of a kind, those that must be found first."""
    for line in sorted(story.get(kind, []), key=lambda line: line.startswith("?")):
        yield Entry(re.split(r" \| ?", line.removeprefix("? ")), line.startswith("?"))


def is_named(reading: Reading, wanted: str, actor: str | None, raw: str | None) -> bool:
    """Tell whether one of the names (``A|B``; ``*`` is anybody) is in what the actor is called."""
    if wanted == "*":
        return True
    names = raw or ""
    for one in reading.actors:
        if one.id == actor:
            printed = (span.of(reading.report.text) for span in one.mentions)
            names += " ".join((one.name, *one.aliases, *printed))
    return any(name.lower() in names.lower() for name in wanted.split("|"))


def covers(reading: Reading, said: str, claim: Any) -> bool:
    """Tell whether two fifths of the words lie in what the claim rests on."""
    pattern = r"\s+".join(map(re.escape, said.split()))
    match = re.search(pattern, reading.report.text)
    assert match is not None, said
    words = Span(*match.span())
    shared = sum(
        max(0, min(span.end, words.end) - max(span.start, words.start)) for span in claim.evidence
    )
    return bool(shared >= 0.4 * len(words))
