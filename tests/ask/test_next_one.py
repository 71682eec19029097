"""When those who met meet next, told behind their contact by a sentence that names nobody."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """Ministry of Foreign Affairs of Olmark
Talks with Kestria, 3 June 2034

Minister of Foreign Affairs Jonna Welk today held talks with Minister of Foreign Affairs of \
Kestria Timo Dorn in Azul. They discussed the lost boats. Minister Welk offered an inquiry.

The next round of talks is planned for 14 June. Kestria's parliament will sit on 20 June.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("next"))


@pytest.mark.parametrize(
    "asked",
    [
        "When do Welk and Dorn meet again?",
        "When will Dorn and Welk talk again?",
        "When is the next meeting of Welk and Dorn?",
    ],
)
def test_the_next_round_is_of_those_who_met(service: Service, asked: str) -> None:
    check_first(service, asked, "14 June")


def test_of_others_no_next_meeting_is_told(service: Service) -> None:
    assert service.ask("When will Welk meet the Queen of Kestria again?").declined
