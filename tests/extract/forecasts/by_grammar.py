"""What the grammar of verbs foretells, without what is said in plain words.

The cases that use this are of that grammar's caution; ``test_plainly.py`` has the plain words'.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Forecast
from extract.told import Told


def by_grammar(found: Iterable[Forecast]) -> tuple[Forecast, ...]:
    """Return the forecasts that are no plain words."""
    return tuple(one for one in found if not (one.why or "").startswith("plainly:"))


def is_unnamed(case: Told, by: str | None) -> bool:
    """Tell whether nobody foresees it by name: the report itself, or people without a name."""
    unnamed = {actor.id for actor in case.reading.actors if actor.kind == "group"}
    return by is None or by in unnamed
