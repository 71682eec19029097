"""What another did, or what was not done, does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ask.one_report import record_of

from communique.service import Service

_TEXT = """Ministers of Calvory and Tessmark meet
4 March 2037

Foreign Minister Anna Berg of Calvory received the Foreign Minister of Tessmark, Rolf Dane, in
Lund on 3 March. The talks lasted two hours.

Berg expressed concern about low flights over the lake and asked her guest to stop them.

Dane said that Tessmark will pay 12 million dollars for the dyke.
Berg refused to apologise for the flood in February.

The ministers agreed that engineers will meet in Osby in May.

The survey of the lake was broken off in 2035 after a boat was sunk by a storm. The talks were
arranged by Pelland.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder: Path = tmp_path_factory.mktemp("record")
    return record_of(_TEXT, folder)


@pytest.mark.parametrize(
    "asks",
    [
        "How much will Calvory pay for the dyke?",
        "When did Berg apologise?",
        "When did Berg phone Dane?",
    ],
)
def test_what_is_not_told_is_declined(service: Service, asks: str) -> None:
    assert service.ask(asks).declined


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        ("How much will Tessmark pay for the dyke?", "12 million"),
        ("What did Berg ask Dane to do about the flights?", "asked her guest to stop them"),
        ("Why was the survey called off in 2035?", "sunk by a storm"),
        ("Who brokered the talks?", "arranged by Pelland"),
        ("When did Berg receive Dane?", "3 March"),
    ],
)
def test_what_is_told_is_answered(service: Service, asks: str, words: str) -> None:
    reply = service.ask(asks)
    assert not reply.declined, reply.why
    assert words in reply.findings[0].sources[0].passage.text
