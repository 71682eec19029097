"""Who holds an office or a post that is all that a question names."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """Norland frees a skipper, 4 May 2031

The Foreign Minister of Norland, Mira Oduvan, telephoned Sarovia's ambassador, Ilja Brandt, on \
Monday. The skipper of the Otter is well. Captain Lars Hove, whose lawyer, Ane Bruun, waited \
outside, was set free in the evening.

Sarovia's president, Tomas Helk, called for the release of nine sailors of the Otter. Three \
sailors were released on Tuesday.

Sarovia summoned the Norlandic consul. Its interior minister, Vera Stahl, demanded a list of \
names. She proposed that the Otter be searched from 6 June to 9 June.

The pilot of the Otter was sentenced to a \
month. Some 40 Norlandic boats fish off Sarn.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("otter"))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Who is the foreign minister of Norland?", "Mira Oduvan"),
        ("Who is Sarovia's ambassador?", "Ilja Brandt"),
        ("Who is the captain of the Otter?", "Lars Hove"),
    ],
)
def test_the_holder_is_named(service: Service, asked: str, name: str) -> None:
    (first, *_) = service.ask(asked).findings
    assert first.value == name
    assert first.slot == "holder"
    assert name in " ".join(source.passage.text for source in first.sources)


@pytest.mark.parametrize("asked", ["Who is the king of Norland?", "Who is the cook of the Otter?"])
def test_nobody_is_named_who_holds_another_office(service: Service, asked: str) -> None:
    assert service.ask(asked).declined


def test_what_is_called_for_is_not_done(service: Service) -> None:
    check_first(service, "How many sailors were released?", "Three")


def test_an_office_is_of_the_state_that_was_named_before(service: Service) -> None:
    check_first(service, "What did the Sarovian interior minister demand?", "a list of names")
    assert service.ask("What did the Norlandic interior minister demand?").declined


def test_days_from_one_to_another_tell_how_long(service: Service) -> None:
    check_first(service, "For how long did Stahl propose to search the Otter?", "from 6 June")


def test_what_happened_is_what_was_done_to_somebody(service: Service) -> None:
    check_first(service, "What happened to the pilot?", "sentenced")


def test_boats_of_another_state_are_not_counted(service: Service) -> None:
    check_first(service, "How many Norlandic boats fish off Sarn?", "40")
    assert service.ask("How many boats does Sarovia have off Sarn?").declined


def test_a_post_alone_means_who_alone_has_it(service: Service) -> None:
    reply = service.ask("What happened to the captain?")
    assert [ref.name for ref in reply.understood.actors] == ["Lars Hove"]
    assert "set free" in reply.findings[0].value
