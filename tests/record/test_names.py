"""What names somebody, and what only says whose office it is."""

from __future__ import annotations

import pytest

from communique.model import Actor
from communique.record.names import is_description


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("the Norland president", True),
        ("a senior official", True),
        ("Norland’s President", True),
        ("Norland's envoy", True),
        ("Mira Oduvan", False),
        ("Pia O’Lund", False),
        ("Oduvan", False),
    ],
)
def test_what_says_whose_office_it_is_is_no_name(name: str, described: bool) -> None:
    assert is_description(Actor(id="a1", name=name, kind="person")) is described
    assert not is_description(Actor(id="a1", name=name, kind="organisation"))
