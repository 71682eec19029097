"""Bodies whose names leave out what others tell."""

from __future__ import annotations

import pytest

from communique.model.matching import KnownActor
from communique.reconcile.actors import actors
from communique.reconcile.actors.tied_bodies import is_open, tied


def body(name: str, reports: int = 1) -> KnownActor:
    return KnownActor(id=f"a-{name}", kind="organisation", name=name, reports=reports)


def meant(name: str, *others: str | KnownActor) -> set[str]:
    some = [body(other) if isinstance(other, str) else other for other in others]
    found = tied(body(name), some)
    return {item.removeprefix("a-") for each in found for item in each.items} - {name}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ferry Service", "U.S. Ferry Service"),
        ("the Department of Harbours", "US Department of Harbours"),
        ("Foreign Harbours Committee", "the Senate Foreign Harbours Committee"),
        ("Salt Committee", "House Committee on Salt"),
        ("Ferry Service", "DHA Ferry Service"),
        ("Initiative for Ferry Renewal", "Presidential Initiative for Ferry Renewal"),
        ("Ferry Research Corporation", "U.S. International Ferry Research Corporation"),
        ("Harbor Workers Alliance", "National Harbour Workers Alliance"),
        ("Coastal Ferry Renewal Pact", "G7 Coastal Ferry Renewal Pact"),
        ("Ports and Inland Harbours", "U.S. Department of Ports and Inland Harbours"),
        ("Legislative Ferry Office", "U.S. Leg Ferry Office"),
        ("Department of Veterans Ferries", "U.S. Department of Veterans Ferries"),
    ],
)
def test_a_word_left_out(short: str, full: str) -> None:
    assert meant(short, full) == {full}
    assert actors.keys(body(short)) & actors.looked_up(body(full)), "they find each other"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Salt Ministry", "Canadian Salt Ministry"),  # every state has ministries
        ("Security Council", "Russia's Security Council"),
        ("Service Office", "U.S. Service Office"),
        ("Salt Union", "United States-Salt Union"),
        ("Salt Council", "DHA Salt Council"),
        ("Salt Union", "National Salt Union"),
        ("ferry service", "U.S. ferry service"),
        ("Department of Transportation", "Kahaiʻi Department of Transportation"),
        ("University of the Coast", "U.S. Coast University"),
        ("Ferry Service", "U.S. Ferry Service Board"),
        ("Ferry Veterans", "U.S. Ferry Veterans"),
    ],
)
def test_what_may_be_another(short: str, full: str) -> None:
    assert meant(short, full) == set()


def test_a_short_name_that_is_far_better_known_is_not_the_one_of_a_state() -> None:
    some = [body("Ferry Service of Canada")]
    assert [*tied(body("Ferry Service", 16), some)]
    assert not [*tied(body("Ferry Service", 32), some)]
    assert [*tied(body("Ferry and Salt Service", 32), [body("U.S. Ferry and Salt Service")])]


def test_of_several_only_one_far_better_known() -> None:
    assert meant("Salt Committee", "House Salt Committee", "Senate Salt Committee") == set()
    house = body("House Salt Committee", 20)
    assert meant("Salt Committee", house, "Senate Salt Committee") == {"House Salt Committee"}
    both = {"U.S. Ferry Service", "DHA Ferry Service"}
    assert meant("Ferry Service", *both, "Ferry Service for Women") == both


def test_only_bodies_are_tied() -> None:
    assert not is_open(KnownActor(id="a-1", kind="person", name="Ferry Service"))
    assert is_open(body("Ferry Service"))
