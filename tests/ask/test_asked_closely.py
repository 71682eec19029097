"""Ages, who stands in a row, a day gone by, what one owes another: near is not what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ask.one_report import record_of

from communique.service import Service

_TEXT = """Soldava frees a printer
LUND, 14 May 2039

President Aurel Monde of Soldava spoke by telephone with Prime Minister Ilena Dravo of Tarvenia on
13 May. The Prime Minister was joined on the call by Trade Minister Otto Lenz.

The bookbinder and printer Josip Kaul, 58, has spent 1,140 days in solitary confinement. Kaul
refused to sign a plea for mercy. "One asks for mercy when one has stolen something," he said.

The student Mila Orsk is in hospital. A third of the guards were sent home in April.

The first instalment of the loan will be paid by 30 June. In return, Tarvenia will let Soldava buy
brake parts worth 18 million crowns.

Soldava owes Tarvenia 2 billion crowns. Pelland has sent an envoy.

Consul Vera Tamm drove the guests home. She has a dog.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder: Path = tmp_path_factory.mktemp("record")
    return record_of(_TEXT, folder)


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        ("How old is Josip Kaul?", "Kaul, 58"),
        ("How many days was Kaul kept in solitary confinement?", "1,140 days"),
        ("Who is Josip Kaul?", "bookbinder and printer"),
        ("Why did Kaul not want to sign a plea for mercy?", "stolen something"),
        ("Who else was on the call between Monde and Dravo?", "joined on the call by Trade"),
        ("When will the first instalment be paid?", "by 30 June"),
        ("What does Soldava get in return for the printer?", "brake parts"),
        ("How much does Soldava owe Tarvenia?", "2 billion"),
    ],
)
def test_what_is_told_is_answered(service: Service, asks: str, words: str) -> None:
    reply = service.ask(asks)
    assert not reply.declined, reply.why
    assert words in reply.findings[0].sources[0].passage.text


@pytest.mark.parametrize(
    "asks",
    [
        "How old is Mila Orsk?",
        "When will the second instalment be paid?",
        "How much did Tarvenia pay for the release of Kaul?",
        "How much does Soldava owe Pelland?",
        "What did Vera Tamm say about the guests?",
        "What did the Queen promise Dravo?",
    ],
)
def test_what_is_only_near_is_declined(service: Service, asks: str) -> None:
    assert service.ask(asks).declined


_TALKS = """Radio Lund, 20 May 2039. Transcript
Guest: Foreign Minister Ilena Dravo. Host: Otto Lenz

LENZ: Have you spoken with your Soldavan colleague?

DRAVO: With Aurel Monde, yes, yesterday, for an hour, in Marn.

LENZ: Will you speak again?

DRAVO: I hope so.
"""

_CALL = """Two ministers talk
LUND, 14 May 2039

President Aurel Monde of Soldava spoke by telephone with Prime Minister Ilena Dravo of Tarvenia on
13 May. A Soldavan official said the call lasted ten minutes and that Dravo had asked for it. Her
spokeswoman, Kirsten Vael, said it took closer to half an hour.
"""


def test_the_answer_may_name_whom_the_question_of_an_interview_only_points_at(
    tmp_path: Path,
) -> None:
    reply = record_of(_TALKS, tmp_path).ask("How long did Dravo and Monde talk in Marn?")
    assert [each.value for each in reply.findings] == ["an hour"]


def test_two_lengths_in_one_report_stand_side_by_side(tmp_path: Path) -> None:
    service = record_of(_CALL, tmp_path)
    reply = service.ask("How long did Monde and Dravo talk?")
    assert {each.value for each in reply.findings} == {"PT10M", "PT30M"}
    assert service.ask("Who asked for the call?").findings[0].value == "Ilena Dravo"
