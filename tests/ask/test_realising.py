"""A deed is told by the words that do it."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """Talks on the ferry

Dale, 5 May 2031 (Lake Agency) - Minister Mira Oduvan of Norland met her colleague Tomas Helk.

"The ferry must sail again before the autumn," Oduvan said. Helk said: "If the dues are not paid, \
we will close the harbour." The weather was bad.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("ferry"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What did Oduvan demand?", "must sail again"),
        ("What is Oduvan's demand?", "must sail again"),
        ("What did Helk threaten?", "close the harbour"),
    ],
)
def test_what_is_said_does_it(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


def test_what_another_one_says_does_not(service: Service) -> None:
    assert service.ask("What did Helk demand?").declined
