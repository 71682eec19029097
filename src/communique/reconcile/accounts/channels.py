"""Ways of speaking to each other: words that name one ("by phone", "over the telephone")."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import tomli


def means(words: str) -> str | None:
    """Return by what the words say that two spoke; ``None`` if they name nothing known."""
    found = _pattern().search(words.casefold())
    return found.lastgroup if found else None


@cache
def _pattern() -> re.Pattern[str]:
    source = files("communique.reconcile").joinpath("data/channels.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomli.loads(source)
    ways = (f"(?P<{way}>{'|'.join(map(re.escape, words))})" for way, words in table.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})")
