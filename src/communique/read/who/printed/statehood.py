"""How much each construction tells that a name is a state's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from communique.read.who.printed.broken import is_broken_off
from communique.read.who.words.lexicon import table
from communique.read.who.words.words import Word

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


_BEFORE_FAMILIES = frozenset(("von", "van", "der", "den", "ter", "zu", "bin", "ibn", "abu"))


def is_no_state(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word can be no state's name by its form: "I'll", "Norla- —", "U.N.", or the
    end of a family's ("von der | Lissen")."""
    low, earlier = words[at].low, words[at - 1] if at else None
    if "." in low or len(low.partition("'")[0]) < 2 or is_broken_off(words, at + 1):
        return True
    if low.endswith(("'ll", "'ve", "'re", "'d", "'m")):
        return True
    return earlier is not None and not earlier.capital and earlier.low in _BEFORE_FAMILIES
