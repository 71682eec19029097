"""Answers that are of the one asked about, and of the thing that is counted."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """Row over the quarry, 12 May 2031

The talks broke up on Monday, when Envoy Jan Verle of Norland walked out over the fate of a jailed \
driver. Norland would open its crossing at Dale for six hours a day. The quarry would deliver \
40,000 tons of gravel to Norland a year, and Norland would lower its duty on gravel from 25 to \
15 percent.

Mira Oduvan, whose brother Pavel Oduvan owns the quarry, urged Verle to come back. Opposition \
leader Ines Brock called the talks "a market of favours". The market women on the call list had \
asked Envoy Verle nothing. Tomas Helk, the driver, was freed from prison on Friday. Ana Berg \
remains in custody.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("quarry"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Why did Verle walk out of the talks?", "over the fate of a jailed driver"),
        ("How many hours a day will the crossing be open?", "six hours a day"),
        ("How much gravel would Norland get a year?", "40,000 tons"),
    ],
)
def test_what_is_asked_for(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


@pytest.mark.parametrize(
    "asked",
    [
        "What did Pavel Oduvan urge Verle to do?",
        "What did Ana Oduvan demand from Verle?",
        "What did Verle say about the opposition leader?",
        "When was Ana Berg arrested?",
    ],
)
def test_what_another_said_or_did_is_no_answer(service: Service, asked: str) -> None:
    assert service.ask(asked).declined


def test_the_words_of_a_phrase_stand_in_order(service: Service) -> None:
    found = service.ask("What did Verle demand?").findings
    assert not any("call list" in each.value for each in found)
