"""The invented states of the stories, which the reader knows for a while as it knows real ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from communique.read.who.words import lexicon as words

STATES = {
    "ZR": ("Ruritania", "Ruritanian", "Port Azul"),
    "ZB": ("Borduria", "Bordurian", "Krasna"),
    "ZK": ("Kelmara", "Kelmaran", "Oyo"),
    "ZT": ("Tavria", "Tavrian", "Hald"),
    "ZN": ("Norland", "Norlandic", "Borgen"),
}


@contextmanager
def states_known() -> Iterator[None]:
    """Let the reader know the states until the end of the block."""
    known = words.table("states")["states"]
    for code, (name, adjective, capital) in STATES.items():
        known[code] = {
            "names": [name],
            "adjectives": [adjective],
            "people": [f"{adjective}s"],
            "capital": capital,
        }
    words.lexicon.cache_clear()
    try:
        yield
    finally:
        for code in STATES:
            del known[code]
        words.lexicon.cache_clear()
