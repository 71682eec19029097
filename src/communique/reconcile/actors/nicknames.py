"""Names put together from the parts of a full one: "Jorwe" of Jor Wenda, "MTLO" of Mira Tove Lind
Oduvan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.matching import KnownActor
from communique.reconcile.actors.offices import shared_office
from communique.reconcile.spelling import parts, plain

#: Letters of the second part that such a name has.
_SECOND = (2, 3)
#: Letters of the first part, where not all of it is there.
_FIRST = 3
#: Parts that initials must be of.
_INITIALS = 3


def blends(words: Sequence[str]) -> frozenset[str]:
    """Return the names that people put together from the parts of a name."""
    if len(words) < 2 or any(len(word) < _FIRST for word in words):
        return frozenset()
    made = {words[0] + words[1][:count] for count in _SECOND}
    made |= {words[0][:_FIRST] + words[1][:count] for count in _SECOND}
    if len(words) >= _INITIALS:
        made.add("".join(word[0] for word in words))
    return frozenset(made) - {*words}


def blended(lone: KnownActor, full: Iterable[KnownActor]) -> list[KnownActor]:
    """Return whom a lone name means that is put together from the parts of a full one, by an office
    that both hold."""
    name = plain(lone.name)
    return [o for o in full if name in blends(parts(o.name)) and shared_office(lone, o)]
