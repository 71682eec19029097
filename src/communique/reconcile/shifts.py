"""Where somebody's stand on a matter changes, and where tellings of it differ.

Two stands are compared if they are the same actor's, under one label, and speak of the same
matter by their words: a label such as "military" is wide, and to be for a reform of the army
and against a raid by it is no change of mind. "Against" before a word such as *violation*
is "for" what comes after it; stands are compared only where the same such words are in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from communique.model.threads import Change, ShiftKind, Stand
from communique.reconcile.wording import (
    COMMON,
    coverage,
    is_of,
    lists,
    names_harm,
    numbers,
    shared,
    stems_of,
    wording,
)

#: The weight that the words in common must have, and the share of the shorter stance.
MATTER, SHARE = 1.2, 0.5
#: Little words by which a stand is held ("is against").
_HOLDING = frozenset({"against", "for", "in", "behind", "with"})
#: Polarities between which a stand changes.
STANCES = frozenset({"for", "against", "conditional"})


def changes(
    stands: Iterable[Stand], names: Mapping[str, Iterable[str]], states: Iterable[str] = ()
) -> list[Change]:
    """Return the changes between stands, in the order of the later ones.

    Each stand is compared with the last one before it on the same matter, and with those
    told on the same day.

    Args:
        stands: Positions in the order in which they were told.
        names: Names of actors by id; the holder's own say nothing of the matter.
        states: Names of states; a state is named in stands on all kinds of matters.
    """
    found: list[Change] = []
    before: dict[tuple[str, str], dict[str, list[_Held]]] = defaultdict(lambda: defaultdict(list))
    places = stems_of(states)
    without = {id: stems_of(some) for id, some in names.items()}
    for at, stand in enumerate(stands):
        if not stand.actor or stand.polarity not in STANCES or not stand.told_on:
            continue
        earlier = before[stand.actor, stand.issue]
        held = _held(at, stand, places, without.get(stand.actor, frozenset()))
        # On one matter are only those on whose heads the words of the other are.
        near = {each.at: each for word in held.words for each in earlier.get(word, ())}
        last = next(
            (near[n] for n in sorted(near, reverse=True) if _on_one_matter(near[n], held)), None
        )
        if last and last.stand.polarity != stand.polarity:
            found.append(_change(last, held))
        earlier[held.head].append(held)
    return found


class _Held(msgspec.Struct, frozen=True):
    """A stand with what it is on: words with their weights, and the first of them."""

    at: int
    stand: Stand
    on: str
    words: Mapping[str, float]
    head: str


def _held(at: int, stand: Stand, places: frozenset[str], own: frozenset[str]) -> _Held:
    on, head = _on_and_head(stand.stance)
    return _Held(at, stand, on, _matter(on, places, own), head)


@lru_cache(maxsize=16384)
def _on_and_head(stance: str) -> tuple[str, str]:
    """Return what a stance is on, and the head of that."""
    on = held_on(stance)
    return on, _head(on)


@lru_cache(maxsize=16384)
def _matter(on: str, places: frozenset[str], own: frozenset[str]) -> Mapping[str, float]:
    """Return what a stance is on beside states and its holder."""
    words = wording(on, places)
    return {word: weight for word, weight in words.items() if not is_of(word, own)}


def contested(stands: Iterable[Stand]) -> list[Stand]:
    """Return the stands of actors who are not always of one mind on their issue, in order.

    No others can differ, so that less need be looked up to compare them.
    """
    some = list(stands)
    minds: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for stand in some:
        minds[stand.actor, stand.issue].add(stand.polarity)
    return [stand for stand in some if len(minds[stand.actor, stand.issue] & STANCES) > 1]


def _change(before: _Held, after: _Held) -> Change:
    one, other = before.stand, after.stand
    kind, how = _kind(one, other)
    common = shared(before.words, after.words)
    words = ", ".join(sorted(common, key=lambda w: (-common[w], w))[:4])
    why = f"{one.polarity}, then {other.polarity}, on {other.issue}; words in common ({words})"
    return Change(kind=kind, before=one.id, after=other.id, why=f"{why}; {how}")


def _kind(before: Stand, after: Stand) -> tuple[ShiftKind, str]:
    """Return whether two stands that differ are a shift, and why."""
    if before.told_on == after.told_on:
        return "differing accounts", "told on one day"
    tellers = {_teller(before), _teller(after)}
    if len(tellers) > 1:
        return "differing accounts", "told by others"
    return "shift", "in the same telling" if tellers.pop() else "in the holder's own telling"


def _teller(stand: Stand) -> str:
    """Return who tells of a stand; nothing where the holder or the report does."""
    return stand.reported_by if stand.reported_by and stand.reported_by != stand.actor else ""


def _on_one_matter(one: _Held, other: _Held) -> bool:
    if one.head not in other.words or other.head not in one.words:
        return False
    common = shared(one.words, other.words)
    if sum(common.values()) < MATTER or coverage(one.words, other.words) < SHARE:
        return False
    if not any(weight > COMMON for weight in common.values()):
        return False
    counted, recounted = numbers(one.on), numbers(other.on)
    same_numbers = not (counted and recounted) or bool(counted & recounted)
    return same_numbers and names_harm(one.on) == names_harm(other.on)


def _head(words: str) -> str:
    """Return the stem of the first word that says something: "the holding of hostages" is on
    holding, and who welcomes a release is not for it."""
    return next(iter(wording(words)), "")


def held_on(stance: str) -> str:
    """Return what a stance is on: its words without the ones that say how it is held.

    "Is firmly opposed to the toll" is on "to the toll".
    """
    words = stance.split()
    at = 0
    while at < len(words) and _is_light(words[at]):
        at += 1
    return " ".join(words[at + 1 :]) or stance


def _is_light(word: str) -> bool:
    plain = word.lower()
    if plain in _HOLDING:
        return False
    return plain in lists().empty or plain.endswith("ly") or plain in ("continues", "remains")
