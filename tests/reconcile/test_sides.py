from __future__ import annotations

import pytest

from communique.model.matching import Holding, KnownActor
from communique.reconcile.sides import Sides

STATES = ("Norland", "Republic of Sudmark", "United States")


def person(id: str, *offices: tuple[str, str, str]) -> KnownActor:
    held = tuple(Holding(title=t, of=of, month=month) for t, of, month in offices)
    return KnownActor(id=id, kind="person", name=id.title(), holdings=held)


def body(name: str, *aliases: str) -> KnownActor:
    return KnownActor(id=name, kind="organisation", name=name, aliases=aliases)


def sides(*actors: KnownActor) -> Sides:
    return Sides({actor.id: actor for actor in actors}, STATES)


def test_an_office_puts_a_person_on_the_side_of_its_state() -> None:
    found = sides(
        KnownActor(id="n", kind="state", name="Norland"),
        KnownActor(id="s", kind="state", name="Sudmark"),
        person("mira", ("President", "Norland", "2031-05")),
        person("ada", ("Foreign Minister", "the Republic of Sudmark", "2031-05")),
        person("chair", ("Chair", "Lighthouse Board", "2031-05")),
    )
    assert found.meets("mira", "n") == 0.8
    assert found.meets("mira", "mira") == 1.0
    assert found.meets("mira", "ada") == 0.0
    assert found.meets("mira", None) is None
    assert found.of("chair") is None
    assert found.of("s") == found.of("ada") == "sudmark"


def test_a_person_of_two_states_is_on_the_side_of_most_months() -> None:
    often = [("President", "Norland", f"2031-0{n}") for n in range(1, 5)]
    once = ("President", "Sudmark", "2031-01")
    found = sides(person("mira", *often, once), person("torn", often[0], once))
    assert found.of("mira") == "norland"
    assert found.of("torn") is None


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Ministry of Fisheries of Norland", "norland"),
        ("the Norland Foreign Ministry", "norland"),
        ("Government of the Republic of Sudmark", "sudmark"),
        ("White House", "US"),
        ("the State Department", "US"),
        ("Ministry of Fisheries", None),
        ("Norland Herring Company", None),
        ("Lighthouse Board", None),
    ],
)
def test_the_name_of_a_body_tells_its_state(name: str, side: str | None) -> None:
    assert sides(body(name)).of(name) == side
