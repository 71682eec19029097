"""Names that a question spells in another way than the reports do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.service import Service
from communique.settings import load

ONE = """\
ORSK, May 3, 2031 (River Agency) - The President of Tarvenia, Aleksandr Zhurbenko, spoke by \
telephone with Prime Minister of Soldava Mikhaylo Dravetsky on May 2, 2031. The call lasted 50 \
minutes. Zhurbenko promised to open the gates.
"""
OTHER = """\
BREV, June 3, 2031 (River Agency) - Foreign Minister of Iskaria Pavel Orlan met with Tomas Helk. \
Economy Minister Marta Helke promised to lower the toll.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("spellings")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    with Service(load({}, record=folder / "record.sqlite", reader="rules")) as service:
        assert service.add([Path(folder / "one.txt"), Path(folder / "other.txt")]).added == 2
        yield service


@pytest.mark.parametrize(
    "question",
    [
        "How long did the call between Zhurbenko and Dravetsky last?",
        "How long did the call between Zhurbenka and Dravetskyy last?",
        "How long did the call between Alexander Zhurbenko and Mykhailo Dravetskyi last?",
        "How long did the call between Журбенко and Dravetskij last?",
        "How long did the call between President Jurbenko and Dravetski last?",
    ],
)
def test_a_name_is_found_in_other_spellings(service: Service, question: str) -> None:
    reply = service.ask(question)
    if "Jurbenko" in question:
        assert reply.declined, "j and zh are no spellings of one sound here"
        return
    assert [finding.value for finding in reply.findings] == ["PT50M"]
    assert {actor.name for actor in reply.understood.actors} >= {"Aleksandr Zhurbenko"}


@pytest.mark.parametrize(
    "question",
    [
        "How long did the call between Zhurbin and Dravetsky last?",
        "How long did the call between Ivan Zhurbenka and Dravetsky last?",
        "How long did the call between Zhurbenkova and Dravetsky last?",
        "What did Pavel Orlandi promise?",
        "What did Helkin promise?",
    ],
)
def test_another_name_is_no_spelling(service: Service, question: str) -> None:
    reply = service.ask(question)
    assert reply.declined, reply.findings


def test_the_question_keeps_its_own_spelling_where_it_is_declined(service: Service) -> None:
    reply = service.ask("What did Zhurbenka say about tulips?")
    assert reply.question == "What did Zhurbenka say about tulips?"
    assert reply.declined
