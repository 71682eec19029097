"""Cities by their names in a language."""

from __future__ import annotations

from functools import lru_cache

from communique.extract.tongues.lexicon import tongue_for
from communique.extract.tongues.spelling import plain


@lru_cache(maxsize=16)
def cities(code: str) -> tuple[str, ...]:
    """Return the names of cities that Unicode's CLDR has for time zones."""
    from babel import Locale  # only reports in other languages pay for it

    zones = Locale.parse(code).time_zones
    found = {
        str(zones.get(zone, {}).get("city") or str(zone).rpartition("/")[2].replace("_", " "))
        for zone in Locale.parse("ru").time_zones  # the fullest list of zones
    }
    return tuple(sorted(found))


@lru_cache(maxsize=4)
def uncased(code: str) -> frozenset[str]:
    """Return the cities of a script without capitals, in plain spelling; empty for others."""
    tongue = tongue_for(code)
    if tongue is None or not (tongue.raw.get("semitic") or tongue.raw.get("runs")):
        return frozenset()
    more = str(tongue.raw.get("cities", "")).split()
    return frozenset(plain(city) for city in (*cities(code), *more) if not city.isascii())


@lru_cache(maxsize=16)
def states(code: str) -> frozenset[str]:
    """Return the names of states in a language, in lower case, as CLDR has them."""
    from babel import Locale

    return frozenset(str(name).lower() for name in Locale.parse(code).territories.values())


def is_state_in_case(printed: str, code: str) -> bool:
    """Tell "Казахстана" and "Китая", which look like nominatives, from "Украина"."""
    low = printed.lower()
    if low in states(code):
        return False
    return any(f"{low[:-1]}{ending}" in states(code) for ending in ("", "й", "ь"))
