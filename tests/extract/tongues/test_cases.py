"""What short reports in each language say, as their cases expect it."""

from __future__ import annotations

import pytest

from extract.tongues.cases import FOLDER, Case, cases_of, missing

_LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize(
    "case",
    [case for language in _LANGUAGES for case in cases_of(language)],
    ids=lambda case: f"{case.language}{case.number}",
)
def test_a_report_says_what_its_case_expects(case: Case) -> None:
    assert missing(case) == []


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_language_has_cases_enough(language: str) -> None:
    assert len(cases_of(language)) >= 20
