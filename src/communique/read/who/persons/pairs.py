"""Two persons and two offices that a report sets side by side, and which goes with which.

Many reports open with "talks between the presidents of A and B" and go on with "X and Y"
without ever giving X and Y a title. If just one such pair of persons is named, the two
pairs are the same people. Who is who follows from sentences in which one of them meets an
epithet of the other ("the leader of A thanked Y": Y is of B), failing that from the order,
which reports keep as a rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from communique.model import Span
from communique.read.who.found import FoundEpithet, FoundName
from communique.read.who.persons.person import Person


def coordinated(
    text: str, names: Sequence[FoundName], person_of: Mapping[Span, Person]
) -> list[tuple[Person, Person]]:
    """Return the pairs of persons named as "X and Y", each pair once, in printed order."""
    pairs: dict[frozenset[int], tuple[Person, Person]] = {}
    for one, other in pairwise(names):
        gap = text[one.span.end : other.phrase.start] if one.span.end < other.phrase.start else ""
        if gap.split() != ["and"]:
            continue
        first, second = person_of.get(one.span), person_of.get(other.span)
        if first and second and first is not second:
            pairs.setdefault(frozenset((id(first), id(second))), (first, second))
    return list(pairs.values())


def aligned(
    pair: tuple[Person, Person], states: tuple[str, str], epithets: Sequence[FoundEpithet]
) -> dict[str, Person]:
    """Return which of the two persons holds office for which of the two states."""
    turned = 0
    lines = [{name.line for name in person.names} for person in pair]
    for epithet in epithets:
        if epithet.title.plural or len(epithet.title.states) != 1:
            continue
        state = epithet.title.states[0]
        if state not in states:
            continue
        met = [epithet.line in found for found in lines]
        if met[0] != met[1]:
            # Whoever stands beside the epithet is not the one it means.
            holder = 1 if met[0] else 0
            turned += 1 if holder != states.index(state) else -1
    first, second = pair if turned <= 0 else pair[::-1]
    return {states[0]: first, states[1]: second}
