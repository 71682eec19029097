"""A deed is told by the words that do it."""

from __future__ import annotations

import pytest

from communique.service import Service
from communique.settings import load

REPORT = """Talks on the ferry

Dale, 5 May 2031 (Lake Agency) - Minister Mira Oduvan of Norland met her colleague Tomas Helk.

"The ferry must sail again before the autumn," Oduvan said. Helk said: "If the dues are not paid, \
we will close the harbour." The weather was bad.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    service = Service(load({}, record=folder / "r.sqlite", reader="rules"))
    service.add([folder / "report.txt"])
    return service


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What did Oduvan demand?", "must sail again"),
        ("What is Oduvan's demand?", "must sail again"),
        ("What did Helk threaten?", "close the harbour"),
    ],
)
def test_what_is_said_does_it(service: Service, asked: str, words: str) -> None:
    reply = service.ask(asked)
    assert not reply.declined
    assert words in reply.findings[0].sources[0].passage.text


def test_what_another_one_says_does_not(service: Service) -> None:
    assert service.ask("What did Helk demand?").declined
