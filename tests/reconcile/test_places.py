"""In which state a place lies."""

from __future__ import annotations

import pytest

from communique.reconcile.places import state_of


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
