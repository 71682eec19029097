"""What is said in plain words to come, and what only looks like it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.extract.forecasts.extractor import ForecastExtractor
from communique.extract.view import View
from communique.model import Claims, Reading, Report, body_id
from communique.read.rules import RuleReader

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("plainly.toml").read_text("utf-8")
)["case"]


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    texts = [case["text"] for case in CASES]
    reports = [
        Report(id=body_id(text), publication=body_id(text)[:16], text=text, language="en")
        for text in texts
    ]
    return dict(zip(texts, RuleReader().read(reports), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_is_foreseen_in_plain_words(
    case: dict[str, Any], readings: dict[str, Reading]
) -> None:
    reading = readings[case["text"]]
    found = ForecastExtractor().extract(View(reading), Claims()).forecasts
    told = case.get("told")
    assert len(found) == (told is not None)
    assert all(told in one.what for one in found)
    if by := case.get("by"):
        names = {actor.id: actor.name for actor in reading.actors}
        assert by in names[found[0].by or ""]


def test_a_month_without_a_year_is_the_next_of_its_name() -> None:
    text = "Lutha could lose its hold on the port in November."
    report = Report(
        id=body_id(text), publication=body_id("p"), text=text, language="en", published="2031-12-20"
    )
    (read,) = RuleReader().read([report])
    (forecast,) = ForecastExtractor().extract(View(read), Claims()).forecasts
    assert forecast.horizon is not None
    assert forecast.horizon.value == "2032-11"
    assert forecast.horizon.interval == ("2032-11-01", "2032-11-30")


def test_a_night_gone_by_is_no_day_to_come() -> None:
    text = "The quarrel could fuel the fear that Lutha lost its hold on the port Tuesday night."
    report = Report(
        id=body_id(text), publication=body_id("p"), text=text, language="en", published="2031-12-18"
    )
    (read,) = RuleReader().read([report])
    (forecast,) = ForecastExtractor().extract(View(read), Claims()).forecasts
    assert forecast.horizon is None
