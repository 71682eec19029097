"""Questions that point at somebody without a name: "he", "the President"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.service import Service
from communique.settings import load

ONE = """\
MARREK, May 15, 2031 (Meridian Wire) - The President of Tarvenia, Ottmar Relk, spoke by \
telephone with Prime Minister of Soldava Ilena Dravo on May 14, 2031. Relk promised to open the \
gates. Dravo promised to release the crew.
"""
OTHER = """\
ORSK, June 3, 2031 (Meridian Wire) - The President of Iskaria, Pavel Orlan, promised to lower \
the toll. Orlan met with Tomas Helk in Orsk on June 2, 2031.
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Service]]:
    """A record with one President in it, and one with two."""
    folder = tmp_path_factory.mktemp("pointing")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    one = Service(load({}, record=folder / "one.sqlite", reader="rules"))
    two = Service(load({}, record=folder / "two.sqlite", reader="rules"))
    with one, two:
        one.add([folder / "one.txt"])
        two.add([folder / "one.txt", folder / "other.txt"])
        yield {"one": one, "two": two}


@pytest.mark.parametrize(
    "question",
    ["What did he promise?", "What did she promise?", "When did he speak with Dravo by telephone?"],
)
def test_a_pronoun_for_nobody_is_declined(records: dict[str, Service], question: str) -> None:
    reply = records["one"].ask(question)
    assert reply.declined
    assert "names nobody" in reply.why
    assert reply.nearest


def test_a_pronoun_behind_a_name_is_that_persons(records: dict[str, Service]) -> None:
    reply = records["one"].ask("What did Relk promise he would open?")
    assert "gates" in " ".join(finding.value for finding in reply.findings)


def test_the_only_holder_of_an_office_is_meant_by_it(records: dict[str, Service]) -> None:
    reply = records["one"].ask("What did the President promise?")
    assert [finding.value for finding in reply.findings] == ["open the gates"]
    reply = records["two"].ask("What did the Prime Minister promise?")
    assert "release the crew" in reply.findings[0].value


def test_an_office_that_several_hold_is_declined_and_they_are_named(
    records: dict[str, Service],
) -> None:
    reply = records["two"].ask("What did the President promise?")
    assert reply.declined
    assert "Ottmar Relk" in reply.why
    assert "Pavel Orlan" in reply.why
    reply = records["two"].ask("What did the President of Iskaria promise?")
    assert [finding.value for finding in reply.findings] == ["lower the toll"]


AGAIN = """\
MARREK, June 9, 2031 (Meridian Wire) - The phone call of May 14, 2031 between President of \
Tarvenia Ottmar Relk and Prime Minister of Soldava Ilena Dravo was initiated by the Soldavan \
side. Before that Pavel Orlan called Relk and told him of the toll.
"""


def test_a_contact_without_a_day_is_not_the_one_of_that_day(tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text(AGAIN, encoding="utf-8")
    with Service(load({}, record=tmp_path / "r.sqlite", reader="rules")) as service:
        service.add([tmp_path / "again.txt"])
        reply = service.ask("Who initiated the phone call of 14 May 2031?")
        told = [finding.value for finding in reply.findings]
        assert "Pavel Orlan" not in told
        assert told == ["Soldava"]
        reply = service.ask("Who called Relk?")
        assert "Pavel Orlan" in [finding.value for finding in reply.findings]


@pytest.mark.parametrize("question", ["", "???", "Who?"])
def test_a_question_without_words_names_nothing(records: dict[str, Service], question: str) -> None:
    reply = records["one"].ask(question)
    assert reply.declined
    assert reply.why == "the question names nothing to look for"
    assert not reply.nearest
