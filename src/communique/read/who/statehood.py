"""How much each construction tells that a name is a state's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from communique.read.who.lexicon import table
from communique.read.who.words import Word

Key = tuple[str, ...]
"""The words of a name, in lower case."""


class Run(msgspec.Struct, frozen=True):
    """Capitalised words that no list knows: ``words[first:last]`` of a line."""

    words: Sequence[Word]
    first: int
    last: int

    @property
    def key(self) -> Key:
        """Its words in lower case."""
        return tuple(word.low for word in self.words[self.first : self.last])


class Statehood(msgspec.Struct, frozen=True):
    """How much each construction tells, by class of office or by noun."""

    of_office: Mapping[str, float]
    before_office: Mapping[str, float]
    titled_of: Mapping[str, float]
    of_noun: Mapping[str, float]
    before_noun: Mapping[str, float]
    owns: Mapping[str, float]
    stems: Mapping[str, Sequence[str]]
    endings: tuple[str, ...]
    parts: frozenset[str]
    never: frozenset[str]


@cache
def statehood() -> Statehood:
    """Return the weights of ``data/statehood.toml``, read once."""
    lists = table("statehood")
    return Statehood(
        of_office=lists["of_office"],
        before_office=lists["before_office"],
        titled_of=lists["titled_of"],
        of_noun=lists["of_noun"],
        before_noun=lists["before_noun"],
        owns=lists["owns"],
        stems=lists["stems"],
        endings=tuple(lists["shape"]["endings"]),
        parts=frozenset(lists["shape"]["parts"]),
        never=frozenset(lists["shape"]["never"]),
    )


@cache
def courtesies() -> frozenset[str]:
    """Return the forms of address, which only persons bear."""
    return frozenset(word for words in table("offices")["courtesy"].values() for word in words)
