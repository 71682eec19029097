"""Which words end in a full stop of their own, by language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import tomli


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The abbreviations of a language, by what may follow them (see ``abbreviations.toml``)."""

    titles: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    ordinals: bool = False

    def __contains__(self, word: str) -> bool:
        """Tell whether ``word``, written without its last stop, is an abbreviation."""
        return word in self.titles or word in self.counted or word in self.others


@cache
def _table() -> dict[str, Abbreviations]:
    data = files("communique.read.data").joinpath("abbreviations.toml").read_text("utf-8")
    return msgspec.convert(tomli.loads(data), dict[str, Abbreviations])


@cache
def abbreviations(language: str | None) -> Abbreviations:
    """Return the abbreviations of a language (BCP 47 tag; its region is not looked at).

    English is the language of a report that names none or one that has no list, because
    English titles and initialisms turn up in reports of every language.
    """
    table = _table()
    primary = (language or "en").replace("_", "-").split("-")[0].lower()
    return table.get(primary, table["en"])


@cache
def all_starters() -> frozenset[str]:
    """Return the words that usually begin a sentence, of every language that has a list."""
    return frozenset().union(*(one.starters for one in _table().values()))
