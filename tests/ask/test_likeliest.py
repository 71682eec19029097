"""Of several sentences that answer about as well, the one that most likely does comes first."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """The pilot of Azul, 4 June 2034

Kestria will hand over its list once the group discloses the fate of the pilot, who has been \
missing since November. The pilot was found alive in a hospital in Azul on Sunday.

Defence Minister Bo Lund resigned minutes after the vote. "I cannot salute a line that I did not \
draw," he wrote to the Queen. The two governments bowed to the warnings on Thursday and put off \
the opening of the bridge until 20 August.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("pilot"))


def test_the_likeliest_comes_first(service: Service) -> None:
    check_first(service, "What happened to the pilot?", "found alive")


def test_minutes_after_something_is_no_reason(service: Service) -> None:
    reply = service.ask("Why did Lund step down?")
    assert all("I cannot salute" in s.passage.text for f in reply.findings for s in f.sources)


@pytest.mark.parametrize("asks", ["To what date", "Until when", "To which day"])
def test_until_when_asks_for_the_end(service: Service, asks: str) -> None:
    reply = service.ask(f"{asks} was the opening of the bridge put off?")
    assert reply.findings[0].value == "20 August"
