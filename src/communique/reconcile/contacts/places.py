"""In which state a place lies, as far as its name tells."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from communique.reconcile.cities import city
from communique.reconcile.spelling import plain
from communique.reconcile.states import state_key


@lru_cache(maxsize=4096)
def state_of(place: str) -> str | None:
    """Return the ISO 3166 code of the state that a place is or lies in; ``None`` if not known.

    Known are states, what stands before the name of one ("Varn, Norland"), cities that time
    zones are named after, capitals, and where governments receive whom they meet.
    """
    for part in (place, *reversed(place.split(","))):
        words = plain(part).removeprefix("the ")
        known = _cities().get(city(words)) or _seats().get(words) or state_key(part)
        if len(known) == 2 and known.isupper():
            return known
    return None


def lies_in(one: str, other: str) -> str | None:
    """Return which of two places the other lies in, as the Oval Office does in Washington."""
    for part, whole in ((one, other), (other, one)):
        around = part
        while around := _within().get(plain(around).removeprefix("the "), ""):
            if f" {around} " in f" {plain(whole)} ":  # "Washington, D.C."
                return around
    return None


@cache
def _cities() -> Mapping[str, str]:
    """Return the states of the cities that time zones are named after."""
    from babel.core import get_global

    territories: Mapping[str, str] = get_global("zone_territories")
    return {
        plain(zone.rpartition("/")[2].replace("_", " ")): code
        for zone, code in territories.items()
        if "/" in zone
    }


@cache
def _seats() -> Mapping[str, str]:
    return {name: code for code, names in _listed()["seats"].items() for name in names}


@cache
def _within() -> Mapping[str, str]:
    return {name: seat for seat, names in _listed()["within"].items() for name in names}


@cache
def _listed() -> Mapping[str, Mapping[str, list[str]]]:
    raw = files("communique.reconcile").joinpath("data/seats.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=dict[str, dict[str, list[str]]])
