"""What is told by other means than a claim: silence, "we talked", a colon, words of one root."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.ask.reports.pages import is_derived
from communique.ask.words import stem
from communique.service import Service

REPORT = """Radio Dale: the ferry row, 12 May 2031

Foreign Minister Mira Oduvan of Norland answered our questions in Dale.

Question: Have you seen your colleague from Sarovia?

Oduvan: I met Tomas Helk on Monday. We spoke for two hours.

Question: What about the insurers?

Oduvan: The insurers have raised the fees. The repair of the ferry costs 3 million crowns, and 40 \
sailors are without work.

Transport Minister Jan Verle has resigned: his brother owns the ferry. Three weeks before the \
talks Verle had been warned. Asked about the fees, Prime Minister Anna Dorn declined to comment.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("ferry"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("How long did Oduvan talk to Helk?", "two hours"),
        ("What did Dorn say about the fees?", "declined to comment"),
        ("Why did Verle resign?", "his brother owns the ferry"),
        ("How much does the repair of the ferry cost?", "3 million crowns"),
        ("Who raised the price of insurance?", "raised the fees"),
    ],
)
def test_it_is_told_otherwise(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


@pytest.mark.parametrize(
    "asked", ["How long did Verle speak?", "What did Helk say about the fees?"]
)
def test_what_is_near_is_no_answer(service: Service, asked: str) -> None:
    assert service.ask(asked).declined


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("insurance", "insurer", True),
        ("extradite", "extradition", True),
        ("inspect", "inspector", True),
        ("command", "commission", False),
        ("plane", "planet", False),
    ],
)
def test_words_of_one_root(one: str, other: str, same: bool) -> None:
    assert is_derived(stem(one), stem(other)) is same
