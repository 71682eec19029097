"""The words of a claim as features see them: each one itself if it is small, else its ending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import tomli

from communique.extract.lexicon import languages

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d,.]*|[^\s\w]")
_HOST = re.compile(r"[a-z]+://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
_STEM = 7  # letters by which words of one stem are told


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``words.toml`` of a language."""

    small: frozenset[str]
    pointing: frozenset[str]
    telling: frozenset[str]
    releases: frozenset[str]
    readouts: frozenset[str]
    interviews: frozenset[str]
    publishers: frozenset[str]
    hosts: frozenset[str]
    endings: tuple[str, ...]

    def shape(self, word: str) -> str:
        """Return a small word or mark itself, and of others what they end in."""
        if word in self.small or not word[:1].isalnum():
            return word
        if word[0].isdigit():
            return "#"
        fits = (end for end in self.endings if word.endswith(end) and len(word) > len(end) + 2)
        return next((f"-{end}" for end in fits), "*")

    def is_official(self, publisher: str) -> bool:
        """Tell whether who put a report out is an office of a government."""
        said = split(publisher)
        pairs = {f"{one} {next_one}" for one, next_one in pairwise(said)}
        return not self.publishers.isdisjoint({*said, *pairs})

    def is_official_site(self, url: str) -> bool:
        """Tell whether an address is of a government's or an international body's site."""
        host = _HOST.match(url)
        return host is not None and not self.hosts.isdisjoint(host[1].lower().split("."))

    def content(self, words: Sequence[str]) -> list[str]:
        """Return the words that are not small, without numbers and marks."""
        return [word for word in words if word.isalpha() and word not in self.small]


@lru_cache(maxsize=16)
def words_for(language: str) -> Words | None:
    """Return the lists of a language, ``None`` where it has none."""
    if language not in languages():
        return None
    path = resources.files("communique.extract.trust") / "data" / language / "words.toml"
    if not path.is_file():
        return None
    lists = tomli.loads(path.read_text(encoding="utf-8"))
    return Words(
        small=frozenset(lists["small"]),
        pointing=frozenset(lists["pointing"]),
        telling=frozenset(lists["telling"]),
        releases=frozenset(lists["releases"]),
        readouts=frozenset(lists["readouts"]),
        interviews=frozenset(lists["interviews"]),
        publishers=frozenset(lists["publishers"]),
        hosts=frozenset(lists["hosts"]),
        endings=tuple(lists["endings"]),
    )


def split(text: str) -> list[str]:
    """Return the words, numbers and marks of a text, in lower case with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def unnamed(text: str, *, among: str) -> frozenset[str]:
    """Return the words of a text that stand in small letters there and ``among`` other words.

    What has a capital there may be a name, also if the text is a label without capitals.
    """
    capital = {bare(word) for word in _WORD.findall(f"{text} {among}") if not word.islower()}
    return frozenset(word for word in split(text) if bare(word) not in capital)


def bare(word: str) -> str:
    """Return a word in small letters without the ending of an owner."""
    return word.lower().replace("’", "'").removesuffix("'s")


def stem(word: str) -> str:
    """Return the letters by which a word is known in its forms."""
    return word[:_STEM]
