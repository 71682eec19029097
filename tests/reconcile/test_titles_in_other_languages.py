"""Titles of one office in several languages."""

from __future__ import annotations

import pytest

from communique.reconcile.actors.offices import in_english


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("Президент", "president"),
        ("Bundespräsidentin", "president"),
        ("Première ministre", "prime minister"),
        ("Прем’єр-міністр", "prime minister"),
        ("ministra de Asuntos Exteriores", "foreign minister"),
        ("Foreign Minister", "foreign minister"),
        ("harbour master", "harbour master"),
    ],
)
def test_a_title_compares_as_its_english(title: str, english: str) -> None:
    assert in_english(title) == english
