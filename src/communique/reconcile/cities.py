"""Cities by their English names, whatever the language a report names them in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from communique.reconcile.spelling import plain


def city(name: str) -> str:
    """Return a place as it compares: in plain letters, a city that the list has in English."""
    words = plain(name)
    return _known().get(words, words)


@cache
def _known() -> Mapping[str, str]:
    raw = files("communique.reconcile").joinpath("data/cities.toml").read_text("utf-8")
    listed = msgspec.toml.decode(raw, type=dict[str, dict[str, list[str]]])["cities"]
    return {form: english for english, forms in listed.items() for form in forms}
