"""Offices that a verb gives or takes: "Ann Lee is the envoy", "was named premier"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class

_FAR = 16
"""How many words back a predicate is looked for."""


class Predicate(msgspec.Struct, frozen=True):
    """An office that is said of somebody.

    ``holder`` is the chunk of the name that it is said of, if that stands right before the verb;
    ``past`` tells that the office is held no longer.
    """

    holder: int | None = None
    past: bool = False


def predicate(chunks: Sequence[Chunk], before: int, after: int) -> Predicate | None:
    """Return what a verb at chunk ``before`` says of the office that ends before ``after``.

    None where no such verb stands there.
    """
    at = before
    if at > 0 and chunks[at].low in word_class("adverbs"):
        at -= 1
    low = chunks[at].low if at >= 0 else ""
    if low == "as":
        return _as(chunks, at)
    if low == "and" and _goes_with_predicate(chunks, at):
        return Predicate()
    if low not in word_class("being"):
        return None
    past = low in ("was", "were") and after < len(chunks)
    past = past and chunks[after].low in word_class("closed_time")
    while at > 0 and chunks[at - 1].low in word_class("being"):
        at -= 1  # "has | been appointed"
    while at > 0 and chunks[at - 1].low in word_class("having"):
        at -= 1
    if at > 1 and chunks[at - 1].low == "who":
        at -= 2 if chunks[at - 2].low == "," else 1  # "Ann Lee, who was | premier"
    holder = at - 1 if at > 0 and chunks[at - 1].kind == "name" else None
    if holder is not None and holder > 0 and chunks[holder - 1].low in word_class("conditions"):
        holder = None  # "if Ann Lee becomes | president"
    return Predicate(holder, past)


def _as(chunks: Sequence[Chunk], at: int) -> Predicate:
    """Return what "as" tells: "resigned as | premier", "succeeded him as | premier"."""
    verb = at - 1
    if verb > 0 and chunks[verb].low in ("him", "her", "them"):
        verb -= 1
    if verb < 1 or chunks[verb - 1].kind != "name":
        return Predicate()
    if chunks[verb].low in word_class("leaving_office"):
        return Predicate(verb - 1, past=True)
    return Predicate(verb - 1) if chunks[verb].low in word_class("taking_office") else Predicate()


def _goes_with_predicate(chunks: Sequence[Chunk], last: int) -> bool:
    """Tell whether "and" joins an office to a predicate: "(she) is a professor and | the …"."""
    for n in range(last - 1, max(-1, last - _FAR), -1):
        low = chunks[n].low
        if low in word_class("being"):
            return chunks[n + 1].low in word_class("determiners")
        if low in (",", ";", "who", "that", "which") or chunks[n].kind == "name":
            return False
    return False
