"""In which state a place lies."""

from __future__ import annotations

import pytest

from communique.reconcile.contacts.places import lies_in, state_of


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Paris", "FR"),
        ("Hanoi, Vietnam", "VN"),
        ("the Kremlin", "RU"),
        ("Берлин", "DE"),
        ("Republic of Korea", "KR"),
        ("Varn", None),
        ("NATO", None),
        ("", None),
    ],
)
def test_state_of_a_place(place: str, code: str | None) -> None:
    assert state_of(place) == code


def test_buildings_lie_in_their_city() -> None:
    assert lies_in("the Oval Office", "Washington") == "washington"
    assert lies_in("White House", "oval office") == "white house"
    assert lies_in("Washington, D.C.", "White House") == "washington"
    assert lies_in("White House", "Pentagon") is None
    assert lies_in("Varn Palace", "Varn") is None
