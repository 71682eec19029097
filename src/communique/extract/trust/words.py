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
    judged: frozenset[str]
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
        return not self.publishers.isdisjoint(_said_in(publisher))

    def is_official_site(self, url: str) -> bool:
        """Tell whether an address is of a government's or an international body's site."""
        return not self.hosts.isdisjoint(_parts_of(url))

    def is_judged(self, publisher: str, url: str) -> bool:
        """Tell whether people judged releases of who put a report out, as far as that is known."""
        known = {*_said_in(publisher), *_parts_of(url)}
        return not known or not self.judged.isdisjoint(known)

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
        judged=frozenset(lists["judged"]),
        endings=tuple(lists["endings"]),
    )


def _said_in(publisher: str) -> set[str]:
    """Return the words of a publisher's name, alone and two by two."""
    said = split(publisher)
    return {*said, *(f"{one} {next_one}" for one, next_one in pairwise(said))}


def _parts_of(url: str) -> set[str]:
    """Return the parts of an address's host name."""
    host = _HOST.match(url)
    return set(host[1].lower().split(".")) if host else set()


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
