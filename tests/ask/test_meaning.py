"""Passages found by what they mean, where they share no telling word with what is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.ask.reports.meanings import WIDTH, meaning, meanings
from communique.ask.words import stems_of
from communique.service import Service
from communique.settings import load

HERE = Path(__file__).parent

#: What is looked for, and words of a passage that should be among the first five.
LOOKED_FOR = {
    "freed captives": "until all prisoners are free",
    "inmates behind bars": "still held in Kestrian prisons",
    "danger to aviation from smugglers' balloons": "a threat to civil aviation",
    "deliveries of fertiliser abroad": "potash",
    "her jailed husband": "has been in prison since",
    "grain crop": "tonnes of rice",
    "diplomatic mission shut after a vote": "closed its embassy",
    "punitive measures against the carrier": "sanctions on the airline",
    "arrests at the terminal": "arrested at the airport",
    "legal counsel doubts the pledge": "gave the same promise",
    "frontier shut": "closed the border",
    "ministers could not come to terms": "ended without an agreement",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    record = tmp_path_factory.mktemp("meaning") / "record.sqlite"
    with Service(load({}, record=record, reader="rules")) as service:
        assert not service.add([HERE / "lake", HERE / "dam"]).failed
        yield service


def test_most_passages_are_found_that_share_no_word(service: Service) -> None:
    found = {
        asked: any(words in source.passage.text for source in service.like(asked, limit=5))
        for asked, words in LOOKED_FOR.items()
    }
    assert sum(found.values()) >= 9, found


def test_what_is_new_is_found_too(service: Service, tmp_path: Path) -> None:
    service.like("a hurricane", limit=3)
    report = tmp_path / "typhoon.txt"
    report.write_text(
        "ORSK, July 3, 2035 (Agency) - The typhoon and the rain killed nobody, the mayor of Orsk "
        "said. Roofs fell in two villages.",
        encoding="utf-8",
    )
    service.add([report])
    found = service.like("a hurricane", limit=3)
    assert any("typhoon" in source.passage.text for source in found)


def test_a_declined_question_is_shown_what_means_alike(service: Service) -> None:
    reply = service.ask("Were airliners endangered?")
    assert reply.declined
    assert reply.nearest


def test_vectors_are_bytes_that_depend_on_the_words_alone() -> None:
    one = meaning(stems_of("the soldiers withdrew"))
    assert one == meaning(stems_of("The soldiers withdrew!"))
    assert one is not None
    assert len(one) == WIDTH
    assert meaning(["qwxz"]) is None
    assert meaning([]) is None
    assert meanings({"soldier": "0 2", "qwxz": "1"}, 3) == (
        (meaning(["soldier"]) or b"") + bytes(WIDTH) + (meaning(["soldier"]) or b"")
    )
    assert meanings({}, 0) == b""
