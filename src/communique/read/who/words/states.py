"""States and bodies by the words that name them or stand for them, in English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from communique.read.who.words.lexicon import Entry, people_of, table


@cache
def _state_entries() -> Mapping[str, Entry]:
    return {
        name: Entry("state", code, state["names"][0])
        for code, state in table("states")["states"].items()
        for name in state["names"]
        if " " not in name
    }


def state_entry(word: str) -> Entry | None:
    """Return the state that a single word names in English."""
    return _state_entries().get(word)


@cache
def spelled(key: str) -> frozenset[str]:
    """Return the English names of a state or body, by its key in the word lists."""
    state = table("states")["states"].get(key)
    if state:
        return frozenset(state["names"])
    bodies = table("bodies")
    return frozenset((*bodies["blocs"].get(key, ()), *bodies["organisations"].get(key, ())))


@cache
def _meant_states() -> Mapping[str, str]:
    """Return the states by the words that stand for them: capitals, adjectives, peoples."""
    return {
        word.casefold(): str(state["names"][0])
        for state in table("states")["states"].values()
        for word in (state["capital"], *state["adjectives"], *people_of(state))
    }


def state_meant(word: str) -> str | None:
    """Return the usual English name of the state for which a capital or an adjective stands."""
    return _meant_states().get(word.casefold())
