"""Who foresees what by when, and what came of it, read from plain text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.extract.lexicon import lexicon_for
from communique.model import Forecast
from extract.forecasts.by_grammar import by_grammar, is_unnamed
from extract.told import Told, is_named, told

FILES = (
    "foreseen_by_when.toml",
    "foreseen_by_others.toml",
    "foreseen_in_news.toml",
    "foreseen_in_phrases.toml",
)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9' ]", " ", words.lower()).split())


def _is_found(case: Told, wanted: list[str], found: Forecast) -> bool:
    who, words, by_when, outcomes = wanted
    horizon = found.horizon.raw if found.horizon is not None else ""
    by = is_unnamed(case, found.by) if not who else is_named(case.reading, who, found.by)
    by = by or (found.by is None and bool(who) and who.lower() in found.what.lower())
    dated = by_when.lower() in horizon.lower() if by_when else not horizon
    return by and dated and found.outcome in outcomes and _plain(words) in _plain(found.what)


@pytest.fixture(scope="module")
def cases() -> list[Told]:
    return [one for name in FILES for one in told(Path(__file__).with_name(name))]


def test_who_foresees_what_by_when(cases: list[Told]) -> None:
    missed = [
        wanted[1]
        for case in cases
        for wanted in case.case.get("foreseen", ())
        if not any(_is_found(case, wanted, one) for one in case.claims.forecasts)
    ]
    assert missed == [words for case in cases for words in case.case.get("missed", ())]


def test_nothing_else_is_foreseen(cases: list[Told]) -> None:
    taken = [
        one.what
        for case in cases
        for one in by_grammar(case.claims.forecasts)
        if not any(_is_found(case, wanted, one) for wanted in case.case.get("foreseen", ()))
    ]
    assert taken == []


def test_every_set_phrase_says_what_it_needs() -> None:
    table = lexicon_for("en").table("forecasts")
    assert table["set_phrases"].keys() - {"none", "tail"} == table["set_phrase_needs"].keys()
