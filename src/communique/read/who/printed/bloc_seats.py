"""Cities that stand for a bloc: "Brussels threatened to withdraw it" is of the European Union.

Where a report names the state whose capital the city is, and not the bloc, it means the state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.read.who.found import FoundKnown
from communique.read.who.words.lexicon import table


def with_blocs(text: str, known: Sequence[FoundKnown]) -> list[FoundKnown]:
    """Return the states and bodies of a report, cities that mean a bloc given to it."""
    seats: dict[str, str] = table("bodies")["seats"]
    standing = {n: seats[w] for n, one in enumerate(known) if (w := one.span.of(text)) in seats}
    if not standing:
        return list(known)
    named = {one.key for n, one in enumerate(known) if n not in standing}
    return list(_given(known, standing, named))


def _given(
    known: Sequence[FoundKnown], standing: dict[int, str], named: set[str]
) -> Iterator[FoundKnown]:
    for n, one in enumerate(known):
        bloc = standing.get(n)
        if bloc is None or one.kind != "state" or (one.key in named and bloc not in named):
            yield one
            continue
        name = table("bodies")["blocs"][bloc][0]
        yield msgspec.structs.replace(one, kind="bloc", key=bloc, name=name)
