"""Word lists by language, from the TOML files in ``extract/data``.

A language is a folder of files (``data/en/grammar.toml`` …). To add one, copy a folder and
translate the lists; nothing else has to change. A report in a language without a folder
is read with the English lists, which then find little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import tomli

_DATA = resources.files("communique.extract") / "data"
_FALLBACK = "en"
_RUN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language.

    ``tables`` are the files by name, as TOML has them; ``classes`` maps each word of
    ``grammar.toml`` to the names of the lists it stands in, ``lists`` each list to its words.
    """

    language: str
    tables: dict[str, dict[str, Any]]
    classes: dict[str, frozenset[str]]
    lists: defaultdict[str, frozenset[str]]

    def has(self, word: str, *names: str) -> bool:
        """Tell whether ``word`` stands in one of the lists ``names`` of ``grammar.toml``."""
        found = self.classes.get(word)
        return found is not None and not found.isdisjoint(names)

    def table(self, name: str) -> dict[str, Any]:
        """Return one file's tables; empty where the language has no such file."""
        return self.tables.get(name, {})


def word_set(text: str) -> frozenset[str]:
    """Return the runs of letters and digits of ``text``, in lower case."""
    return frozenset(_RUN.findall(text.lower()))


def needed(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest run of letters of each phrase: the phrase stands nowhere without it.

    A look into a set is many times faster than a pattern of all phrases, and it is taken for
    every sentence of every report. Short words stand in most sentences; hence the longest, and of
    two that are as long the last, which is the noun of "in the end".
    """
    runs = (_RUN.findall(phrase.lower()) for phrase in phrases)
    return frozenset(max(reversed(some), key=len) for some in runs if some)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that have word lists, in order."""
    return tuple(sorted(entry.name for entry in _DATA.iterdir() if entry.is_dir()))


def lexicon_for(language: str | None) -> Lexicon:
    """Return the lists for a BCP 47 tag; those of English for a language without lists."""
    primary = (language or _FALLBACK).split("-")[0].lower()
    return _load(primary if primary in languages() else _FALLBACK)


@lru_cache(maxsize=16)
def _load(language: str) -> Lexicon:
    folder = _DATA / language
    tables = {
        entry.name.removesuffix(".toml"): tomli.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    grammar = tables.get("grammar", {})
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    lists |= {name: frozenset(words) for name, words in grammar.items()}
    return Lexicon(language, tables, _classes(grammar), lists)


def _classes(grammar: dict[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in grammar.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
