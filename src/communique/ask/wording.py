"""English as the modules of this room look for it, apart from what they do by it.

Patterns and words stand in ``data/wording``, in one file for each module. Nothing is read or
compiled until it is used: a question needs few of them.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib import resources
from typing import Any, cast

from communique.ask.words import stem


class Wording:
    """The patterns and words of one file, by their names.

    In a pattern case counts, unless it says otherwise (``(?i)``). It may be broken off before
    ``|``: its lines are joined.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._words: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}

    @cached_property
    def entries(self) -> dict[str, str | list[str]]:
        """The sources of patterns, and words, as they stand in the file."""
        data = resources.files("communique.ask") / "data" / "wording" / f"{self._file}.toml"
        return tomllib.loads(data.read_text(encoding="utf-8"))

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return a pattern, which is read and compiled when first used.

        If there is none of the name, the first use raises :class:`KeyError`.
        """
        return cast("re.Pattern[str]", _Lazily(self, name))

    def compiled(self, name: str) -> re.Pattern[str]:
        """Return a pattern, compiled now."""
        return re.compile("".join(cast("str", self.entries[name]).split("\n")))

    def words(self, name: str) -> frozenset[str]:
        """Return words as they are written."""
        if name not in self._words:
            self._words[name] = frozenset(self.entries[name])
        return self._words[name]

    def stems(self, name: str) -> frozenset[str]:
        """Return the stems of words."""
        if name not in self._stems:
            self._stems[name] = frozenset(map(stem, self.entries[name]))
        return self._stems[name]


class _Lazily:
    """Looks like a compiled pattern, and becomes one when something is asked of it."""

    def __init__(self, wording: Wording, name: str) -> None:
        self._wording = wording
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self._wording.compiled(self._name)
        # From now on these are found without coming here.
        for each in ("search", "match", "fullmatch", "finditer", "sub"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


@cache
def wording(file: str) -> Wording:
    """Return the wording that a file has; nothing is read yet."""
    return Wording(file)
