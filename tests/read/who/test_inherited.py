"""Offices that are of the state of whoever their holder serves."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Polish President Jan Mroz and his foreign minister, Ewa Lis, came.", "Poland"),
        ("Polish President Jan Mroz rose. Mroz’s foreign minister, Ewa Lis, stayed.", "Poland"),
        ("Polish President Jan Mroz rose. Mroz's envoy Ewa Lis stayed.", "Poland"),
        ("Jan Mroz, a baker, and his lawyer, Ewa Lis, came.", None),
        ("Former Polish President Jan Mroz and his son, Ewa Lis’s friend, came.", None),
    ],
)
def test_an_office_is_of_its_owners_state(read: Any, text: str, of: str | None) -> None:
    met = read(text)
    names = {actor.id: actor.name for actor in met.cast.actors.values()}
    lis = next(actor for actor in met.cast.actors.values() if actor.name == "Ewa Lis")
    assert {names.get(office.of or "") for office in lis.offices} <= {of}


def test_of_two_presidents_each_has_a_minister(read: Any) -> None:
    met = read(
        "Polish President Jan Mroz and his foreign minister, Ewa Lis, met Czech President "
        "Petr Vlk and his foreign minister, Iva Rak."
    )
    names = {actor.id: actor.name for actor in met.cast.actors.values()}
    of = {a.name: [names.get(o.of or "") for o in a.offices] for a in met.cast.actors.values()}
    assert of["Ewa Lis"] == ["Poland"]
    assert of["Iva Rak"] == ["Czech Republic"]
