"""States by whatever name: the ISO 3166 code, or else a plain form of the name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from communique.reconcile.spelling import plain

#: Languages whose names of states are known, beside English.
_LANGUAGES = ("fr", "de", "es", "it", "pl", "ru", "uk", "be", "ar", "zh", "tr")


#: How languages end the name of a state in "-ia": "Velorien", "Vélorie", "Велория".
_ENDED = re.compile(r"(?<=[a-z])(?:ien|ie|ija|iia|iya)$")
_LONG = 6  # letters of such a name at least


class _Formal(msgspec.Struct):
    before: tuple[str, ...]
    after: tuple[str, ...]


class _Lists(msgspec.Struct):
    names: dict[str, tuple[str, ...]]
    formal: _Formal


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/states.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


@lru_cache(maxsize=16384)
def state_key(name: str) -> str:
    """Return what a state is compared by: its code (``TR``), or its usual name in plain letters.

    Names in English, in the state's formal style ("Republic of …") and in some dozen other
    languages are known; an unknown one is left as it is, but for its formal words.
    """
    usual = _usual(plain(name))
    # As it stands first: without its formal words one state's name may be another's.
    code = _codes().get(plain(name)) or _codes().get(usual)
    if code is None and not name.isascii():
        code = _foreign_codes().get(usual)
    return code or (_ENDED.sub("ia", usual) if len(usual) >= _LONG else usual)


@cache
def adjectives() -> dict[str, str]:
    """Return the codes of states by their adjectives in plain letters ("norwegian")."""
    raw = files("communique.reconcile").joinpath("data/adjectives.toml").read_text("utf-8")
    listed = msgspec.toml.decode(raw, type=dict[str, tuple[str, ...]])
    return {plain(word): code for code, words in listed.items() for word in words}


def _usual(words: str) -> str:
    """Return a state's name without its formal words."""
    words = words.removeprefix("the ")
    formal = _lists().formal
    for before in formal.before:
        if words.startswith(f"{plain(before)} "):
            return words.removeprefix(plain(before)).strip().removeprefix("the ")
    for after in formal.after:
        if words.endswith(f" {after}"):
            return words.removesuffix(after).strip()
    return words


@cache
def _codes() -> dict[str, str]:
    """Return the codes by plain names, in English."""
    codes = _of_language("en")
    listed = [(plain(name), code) for code, names in _lists().names.items() for name in names]
    codes.update(listed)
    for name, code in listed:
        codes.setdefault(_usual(name), code)  # the usual name is another's: Republic of China
    return codes


@cache
def _foreign_codes() -> dict[str, str]:
    """Return the codes by plain names in other languages."""
    codes: dict[str, str] = {}
    for language in _LANGUAGES:
        codes = _of_language(language) | codes
    return codes


def _of_language(language: str) -> dict[str, str]:
    """Return the codes by the names that a language has for states."""
    from babel import Locale

    territories = Locale(language).territories
    return {plain(name): code for code, name in territories.items() if code.isalpha()}
