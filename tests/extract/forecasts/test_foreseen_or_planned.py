"""What is foreseen in stories, interviews and briefings, and what is only planned or promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.model import Forecast
from extract.forecasts.by_grammar import by_grammar, is_unnamed
from extract.told import Told, is_named, told

FILES = (
    "foreseen_or_planned.toml",
    "foreseen_later.toml",
    "foreseen_by_many.toml",
    "foreseen_once_more.toml",
    "foreseen_in_many_words.toml",
)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9' ]", " ", words.lower().replace("’", "'")).split())


def _is_found(case: Told, wanted: list[str], found: Forecast) -> bool:
    who, words = wanted
    by = is_unnamed(case, found.by) if not who else is_named(case.reading, who, found.by)
    return by and any(_plain(part) in _plain(found.what) for part in words.split("|"))


@pytest.fixture(scope="module")
def cases() -> list[Told]:
    return [one for name in FILES for one in told(Path(__file__).with_name(name))]


def test_what_is_foreseen_is_found(cases: list[Told]) -> None:
    missed = [
        wanted
        for case in cases
        for wanted in case.case.get("foreseen", ())
        if not any(_is_found(case, wanted, one) for one in case.claims.forecasts)
    ]
    assert [words for _, words in missed] == [
        words for case in cases for _, words in case.case.get("missed", ())
    ]


def test_plans_promises_and_mottos_are_none(cases: list[Told]) -> None:
    taken = [
        one.what
        for case in cases
        for one in by_grammar(case.claims.forecasts)
        if not any(_is_found(case, wanted, one) for wanted in case.case.get("foreseen", ()))
    ]
    assert taken == []
