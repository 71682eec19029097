"""Bodies that a report points back to by what they are: "the company", "the committee"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from communique.model import Span
from communique.read.who.found import FoundKnown
from communique.read.who.persons.bodies import Body
from communique.read.who.words.lexicon import table

_REACH = 3
"""How many sentences back the body may be named."""


def pointed_at(known: Iterable[FoundKnown], bodies: Sequence[Body]) -> Mapping[Span, Body]:
    """Return the body that each phrase such as "the company" points at, if one alone may be meant.

    It is the one of that kind that alone was named shortly before, or at all, where the report has
    not told more often of another.
    """
    out: dict[Span, Body] = {}
    for one in known:
        head = one.key.removeprefix("doer:")
        if one.kind != "group" or head == one.key or head not in _kinds():
            continue
        told = [body for body in bodies if _may_be(head, body) and _lines(body, one)]
        near = [body for body in told if _is_near(body, one)] or told
        most = max((len(_lines(body, one)) for body in told), default=0)
        if len(near) == 1 and len(_lines(near[0], one)) == most:
            out[one.span] = near[0]
            near[0].last_line = one.line
    return out


def _lines(body: Body, one: FoundKnown) -> list[int]:
    """Return the sentences that name a body before the phrase."""
    return [name.line for name in body.names if name.span.end <= one.span.start]


def _is_near(body: Body, one: FoundKnown) -> bool:
    return one.line - max(*_lines(body, one), body.last_line) <= _REACH


def _may_be(head: str, body: Body) -> bool:
    """Tell whether a body's name has a word of those that are called so."""
    words = {word.casefold().strip(".,") for word in body.name.split()}
    return not words.isdisjoint(_kinds()[head].split())


@cache
def _kinds() -> Mapping[str, str]:
    kinds: Mapping[str, str] = table("doers")["kinds"]
    return kinds
