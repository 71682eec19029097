"""Whether the words of an account name two who lead states, and so act for two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from communique.model.rows import ContactRow
from communique.reconcile.spelling import plain

#: What stands between a fragment of an account's words and the next.
_PART = " … "


class _Leaders(msgspec.Struct):
    titles: tuple[str, ...]
    not_behind: tuple[str, ...]
    not_before: tuple[str, ...]
    met: tuple[str, ...]


class _Lists(msgspec.Struct):
    leaders: _Leaders


@cache
def _two() -> re.Pattern[str]:
    """Return the pattern of "the president spoke with president helk"."""
    raw = files("communique.reconcile").joinpath("data/sides.toml").read_text("utf-8")
    words = msgspec.toml.decode(raw, type=_Lists).leaders
    behind = "".join(rf"(?<!\b{each} )" for each in words.not_behind)
    title = rf"{behind}\b(?:{_any(words.titles)})\b(?! (?:{_any(words.not_before)})\b)"
    # "The king and prime minister" may be one.
    return re.compile(
        rf"{title}(?! and\b).*\b(?:{_any(words.met)}) (?:the |his |her |\w+ )?{title}"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@lru_cache(maxsize=8192)
def names_two_leaders(contact: ContactRow) -> bool:
    """Tell whether an account says that two who lead states were in touch ("The President spoke
    with Prime Minister Helk")."""
    return any(_two().search(plain(part)) for part in contact.words.split(_PART))
