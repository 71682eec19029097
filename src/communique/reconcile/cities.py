"""Cities by their English names, whatever the language a report names them in."""

from __future__ import annotations

from communique.reconcile.spelling import plain
from communique.reconcile.translations import english


def city(name: str) -> str:
    """Return a place as it compares: in plain letters, a city that the list has in English."""
    words = plain(name)
    return english("cities").get(words, words)
