"""The language of a report is that of its own telling, whomever it quotes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import tomli

from communique.acquire.language import beside, language_of
from communique.acquire.language.quoted import without_quotations

_TABLES: dict[str, Any] = tomli.loads(Path(__file__).with_name("tellings.toml").read_text("utf-8"))
QUOTATIONS: dict[str, str] = _TABLES["quotations"]
CASES: list[dict[str, str]] = _TABLES["case"]
ENGLISH = "The board met the captains on Wednesday, and the minister thanked them for it. "
FRENCH = "Le conseil a rencontré les capitaines mercredi, et la ministre les en a remerciés. "


def filled(text: str) -> str:
    for name, quotation in QUOTATIONS.items():
        text = text.replace(f"{{{name}}}", quotation)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tellings(case: dict[str, str]) -> None:
    assert language_of(filled(case["text"])) == (case["language"] or None)


def test_an_annex_is_not_the_report() -> None:
    annex = (QUOTATIONS["ru"] + ".\n\n") * 12

    assert language_of(ENGLISH * 70 + "\n\nAnnex\n\n" + annex) == "en"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He “said so” twice.", "He   twice."),
        ("Er „sagte“ es.", "Er   es."),
        ("»Ja«, sagte er.", " , sagte er."),
        ('"One.\n\n"Two," she said.', "\n\n she said."),
        ("“One.\n\nTwo,” she said.", "\n\n she said."),
        ("The board’s ‘open, yes,’ isn’t new.", "The board’s   isn’t new."),
        ('"Open, he said.\n\nNobody came.', '"Open, he said.\n\nNobody came.'),
        ("", ""),
    ],
)
def test_what_is_left_without_quotations(text: str, kept: str) -> None:
    assert without_quotations(text) == kept


def test_what_stands_beside_the_language_of_a_release() -> None:
    both = ENGLISH * 3 + "\n\n" + FRENCH * 3

    assert beside(both, "en") == "fr"
    assert beside(both, "fr") == "en"
    assert beside(ENGLISH * 3 + f"\n\n“{FRENCH * 3}” she said.", "en") is None
    assert beside(ENGLISH, "en") is None
    assert beside("", "en") is None


@pytest.mark.parametrize(
    "unit", ["“", "“«", '"a ', "\n", " ", "a", "‘a ", "a\n«b “c ” ", ".", "谁"]
)
def test_huge_texts_take_no_time(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    begun = time.perf_counter()
    first = language_of(text)

    assert language_of(text) == first
    assert time.perf_counter() - begun < 5


def test_few_words_tell_only_beside_a_quotation() -> None:
    assert language_of("The board met then.") is None
    assert language_of(f"“{QUOTATIONS['ru']},” the board said on Monday.") == "en"
