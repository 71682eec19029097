"""Dates as reports on diplomacy tell them, in thirteen languages; the cases are in a file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.read.dates import find_dates
from communique.read.text import segment

#: A Wednesday.
PUBLISHED = "2031-05-14"
CASES = tomllib.loads(Path(__file__).with_name("as_told.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_dates_are_read_as_they_are_told(case: dict[str, Any]) -> None:
    text, language = case["text"], case.get("language", "en")
    published = case.get("published", PUBLISHED) or None
    found = find_dates(text, segment(text, language), published, language=language)
    assert [[when.raw, when.value] for when in found] == case["wanted"]
