"""A capital or an adjective in a question stands for its state, a place for itself."""

from __future__ import annotations

import pytest

from ask.one_report import record_of
from communique.service import Service

REPORT = """Herring quotas agreed, 4 May 2031

Portugal signed the herring agreement with Austria on Monday. The ceremony took place in Lisbon. \
Portugal will buy 30 boats, its fisheries office said. The G12 welcomed the agreement and lent \
the two states 5 million euros.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("herring"))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Did Lisbon sign the herring agreement?", "Portugal"),
        ("What will the Portuguese buy?", "Portugal"),
        ("With whom did Vienna sign the agreement?", "Austria"),
    ],
)
def test_a_state_is_meant(service: Service, asked: str, name: str) -> None:
    assert [actor.name for actor in service.ask(asked).understood.actors] == [name]


def test_a_place_stays_a_place(service: Service) -> None:
    understood = service.ask("What took place in Lisbon?").understood
    assert not understood.actors
    assert understood.names == ("Lisbon",)


def test_letters_with_a_number_are_a_name(service: Service) -> None:
    reply = service.ask("How many euros did the G12 lend?")
    assert reply.understood.names == ("G12",) or reply.understood.actors[0].name == "G12"
    assert "5 million euros" in reply.findings[0].value
