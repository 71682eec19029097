"""What stands behind a name and tells its case: suffixes, postpositions, endings.

Turkish sets the suffix of a name behind an apostrophe ("Stavr'ı", "Stavr ile"), Lithuanian has
a case for places ("Vilniuje"). What a suffix says is given the form of a preposition, so that
frames name both alike: ``-e`` for "to", ``-den`` for "from".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from communique.extract.tongues.lexicon import Tongue, tongue_for

if TYPE_CHECKING:
    from communique.extract.tongues.scene import Scene


class Case(NamedTuple):
    """How a phrase stands in its clause, and the word behind its suffix."""

    prep: str
    form: str
    genitive: bool
    last: int


def case_behind(scene: Scene, last: int) -> Case | None:
    """Return the case that words from ``last`` on tell, or ``None`` where the language has none."""
    tongue = scene.tongue
    known = _suffixes(tongue.code)
    if not known:
        return None
    low = scene.lows[last] if last < len(scene.lows) else ""
    suffix = known.get(low, "")
    last += bool(suffix)
    if not suffix and last and not scene.words[last - 1].capital:
        ends = tongue.raw.get("common_cases", {})  # "mevkidaşı|nı davet etti"
        told = (
            case
            for case, all_ in ends.items()
            if scene.lows[last - 1].endswith(tuple(all_.split()))
        )
        suffix = next(told, "")
    after = scene.lows[last] if last < len(scene.lows) else ""
    if after in tongue.some("postpositions"):
        return Case(after, "obl", False, last)
    if suffix == "-i":
        return Case("", "obl", False, last)
    if suffix == "-in":
        return Case("", "obl", True, last)
    return Case(suffix, "obl" if suffix else "nom", False, last)


@lru_cache(maxsize=16)
def _suffixes(code: str) -> Mapping[str, str]:
    tongue = tongue_for(code)
    raw = tongue.raw.get("suffixes", {}) if tongue else {}
    return {form: case for case, forms in raw.items() for form in forms.split()}


def is_place_at(scene: Scene, n: int, *, goes: bool = False) -> bool:
    """Tell whether a capitalised word stands in the case of places: "Ankara'da", "Vilniuje".

    With ``goes`` also in that of where a journey goes: "Ankara'yı | ziyaret etti".
    """
    if not scene.words[n].capital:
        return False
    if _suffixes(scene.tongue.code):
        following = scene.lows[n + 1] if n + 1 < len(scene.lows) else ""
        cases = ("-de", "-e", "-i") if goes and n not in scene.group_at else ("-de",)
        return _suffixes(scene.tongue.code).get(following) in cases
    pattern = _locative(scene.tongue.code)
    return pattern is not None and pattern.search(scene.lows[n]) is not None


@lru_cache(maxsize=16)
def _locative(code: str) -> re.Pattern[str] | None:
    tongue: Tongue | None = tongue_for(code)
    source = tongue.raw.get("locative") if tongue else None
    return re.compile(source) if source else None
