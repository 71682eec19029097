"""Doubts: what comes first, what is quoted, and how deciding makes them go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import Conflict, NotInRecord
from communique.model.doubt import Doubt
from communique.service import Service
from communique.settings import load

ONE = """\
MARREK, May 15, 2031 (Meridian Wire) - The President of Tarvenia, Ottmar Relk, spoke by \
telephone with Prime Minister of Soldava Ilena Dravo on May 14, 2031. The call lasted 50 minutes.
"""
OTHER = """\
KESSAR, May 15, 2031 (Kessar Post) - President Relk of Tarvenia spoke by telephone with Ilena \
Dravo, Prime Minister of Soldava, on May 14, 2031. The call lasted 20 minutes.

We demanded that the fleet leave.
"""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    settings = load({}, record=tmp_path / "record.sqlite", reader="rules", by="Analyst")
    with Service(settings) as service:
        service.add([tmp_path / "one.txt", tmp_path / "other.txt"])
        yield service


def of_sort(service: Service, sort: str) -> list[Doubt]:
    return [each for each in service.review().rows if each.sort == sort]


def test_what_sets_most_right_comes_first(service: Service) -> None:
    found = service.review().rows
    assert [each.weight for each in found] == sorted((e.weight for e in found), reverse=True)
    assert found[0].sort == "slot"
    assert {each.sort for each in found} == {"slot", "same", "claim"}


def test_a_contradiction_is_told_with_its_versions(service: Service) -> None:
    (doubt,) = of_sort(service, "slot")
    assert doubt.slot == "duration"
    assert {(each.value, each.report.label) for each in doubt.versions} == {
        ("PT50M", "one.txt"),
        ("PT20M", "other.txt"),
    }
    assert {each.account for each in doubt.versions} == set(doubt.items)


def test_an_account_is_kept_against_the_others_and_that_can_be_undone(service: Service) -> None:
    (doubt,) = of_sort(service, "slot")
    kept = next(each for each in doubt.versions if each.value == "PT20M")
    (made,) = service.keep(kept.account, "duration")
    assert (made.verdict, made.slot, made.value) == ("correct", "duration", "PT20M")
    assert "other.txt" in made.why
    assert of_sort(service, "slot") == []
    assert service.last_decision() == made
    service.undo(made.id)
    assert of_sort(service, "slot") == [doubt]
    assert service.last_decision() is None


def test_a_contradiction_may_be_left(service: Service) -> None:
    (doubt,) = of_sort(service, "slot")
    service.confirm(doubt.items[0])
    assert of_sort(service, "slot") == []


def test_nothing_is_kept_that_nobody_contradicts(service: Service) -> None:
    (doubt,) = of_sort(service, "slot")
    for slot in ("date", "evidence", "colour"):
        with pytest.raises(Conflict):
            service.keep(doubt.items[0], slot)


def test_a_pair_is_quoted_and_goes_when_decided(service: Service) -> None:
    pair = next(each for each in of_sort(service, "same") if each.kind == "actor")
    assert {each.name for each in pair.sides} == {"Relk", "Ottmar Relk"}
    for side in pair.sides:
        assert side.passage
        (mark,) = side.passage.marks
        assert side.passage.text[mark.start : mark.end] == side.name
    service.split(*pair.items)
    assert pair.items not in [each.items for each in of_sort(service, "same")]


def test_a_claim_of_somebody_unknown_is_quoted_with_what_led_to_it(service: Service) -> None:
    doubt = next(each for each in of_sort(service, "claim") if each.kind == "act")
    assert (doubt.slot, doubt.raw) == ("actor", "We")
    (side,) = doubt.sides
    assert side.passage
    assert side.passage.text.startswith("The call lasted")
    service.correct(doubt.id, "actor", "Ottmar Relk")
    assert [each for each in of_sort(service, "claim") if each.kind == "act"] == []


def test_doubts_come_in_pages(service: Service) -> None:
    whole = service.review().rows
    paged: list[Doubt] = []
    after = None
    while True:
        page = service.review(limit=1, after=after)
        paged += page.rows
        after = page.next
        if after is None:
            break
    assert tuple(paged) == whole
    assert all(each.sort == "same" for each in service.review("same").rows)
    with pytest.raises(NotInRecord):
        service.review(after="nonsense")
