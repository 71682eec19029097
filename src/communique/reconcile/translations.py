"""Words of other languages by what they are in English, from the lists of this room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from communique.reconcile.spelling import plain


@cache
def english(listed: str) -> Mapping[str, str]:
    """Return what each form of a list is in English; forms are in plain letters.

    Args:
        listed: The list's name: ``data/titles.toml`` has ``titles``, each English title with its
            forms in other languages.
    """
    raw = files("communique.reconcile").joinpath(f"data/{listed}.toml").read_text("utf-8")
    table = msgspec.toml.decode(raw, type=dict[str, dict[str, list[str]]])[listed]
    return {plain(form): word for word, forms in table.items() for form in forms}
