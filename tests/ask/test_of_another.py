"""What is told of another place, person, day or number does not answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.ask.one_report import check_first, record_of

from communique.service import Service

TEXT = """Norland and Sudmark talk of the ferry
3 May 2031

VARN, May 3 (Harbour Wire) - President Aron Helk of Norland and Prime Minister Ann Lindqvist of
Sudmark talked for forty minutes on Friday. The port minister, Ludo Harb, was not told of it.

About 7,000 people marched in Varn on Sunday. Nine people were hurt. The four boats that were
seized are worth 90,000 crowns. Sudmark had threatened to shut its harbours to Norland unless the
boats came back. Norland warned that in that case it would stop the ferry.

Helk asked on Tuesday that the boats be given back by 9 June. The captain, Rory Lamm, is well, the
minister said. His mother, Moira Lamm, called it a shame.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = record_of(TEXT, tmp_path_factory.mktemp("record"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("How many people marched in Varn?", "7,000"),
        ("By when should the boats be given back?", "9 June"),
        ("What will Norland do if Sudmark shuts its harbours?", "would stop the ferry"),
    ],
)
def test_what_is_told_answers(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


@pytest.mark.parametrize(
    "asked",
    [
        "How many people marched in Dale?",
        "How long did Helk talk with Ludo Harb?",
        "What did Moira Lamm tell Helk?",
    ],
)
def test_what_is_told_of_another_does_not(service: Service, asked: str) -> None:
    assert service.ask(asked).declined
