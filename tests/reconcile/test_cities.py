"""Cities named in several languages."""

from __future__ import annotations

import pytest

from communique.reconcile.cities import city


@pytest.mark.parametrize(
    "name", ["Warsaw", "Варшава", "Warszawa", "Warschau", "Varsovie", "Varşova", "وارسو", "华沙"]
)
def test_a_city_is_one_in_all_languages(name: str) -> None:
    assert city(name) == "warsaw"


def test_a_place_that_no_list_knows_is_its_own_name() -> None:
    assert city("Sarn-on-Sea") == "sarn on sea"
    assert city("") == ""
