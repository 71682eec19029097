"""Asked who did something, the one who did it is the answer, not the one it was done to."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ask.one_report import check_first, record_of

from communique.service import Service

TEXT = """The envoy's trip
3 May 2031

Prime Minister Ann Lindqvist criticised the seizure of the ferry. Opposition leader Bo Dahl
criticised Prime Minister Lindqvist for travelling at all. President Rui Sarmento invited
Lindqvist to visit Lisbon.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(TEXT, tmp_path_factory.mktemp("doers"))


def test_whoever_did_it_is_the_answer(service: Service) -> None:
    (finding,) = service.ask("Who criticised the prime minister?").findings
    assert (finding.slot, finding.value) == ("actor", "Bo Dahl")


@pytest.mark.parametrize(
    "asked", ["Who invited Lindqvist?", "Whom did Sarmento invite?", "Who was invited by Sarmento?"]
)
def test_the_other_way_round_and_in_the_passive(service: Service, asked: str) -> None:
    check_first(service, asked, "Rui Sarmento invited")


def test_who_asked_for_a_call_is_not_who_claims_it(tmp_path: Path) -> None:
    text = """A call
3 May 2031

Prime Minister Ann Lindqvist spoke today with President Rui Sarmento. President Sarmento had
requested the call.
"""
    reply = record_of(text, tmp_path).ask("Who initiated the call between Lindqvist and Sarmento?")
    (finding,) = reply.findings
    assert finding.value == "Rui Sarmento"
    assert finding.sources[0].by is None


@pytest.mark.parametrize("asked", ["Who shelled Dale?", "Who broke the seal?"])
def test_a_deed_without_a_doer_tells_of_none(asked: str, tmp_path: Path) -> None:
    text = """A deed
3 May 2031

After the shelling of Dale on Monday nobody was ready to talk. Judge Emil Hadek said that "a seal
that is broken cannot be mended by a stamp".
"""
    assert record_of(text, tmp_path).ask(asked).declined
