"""Where somebody's stand on a matter changes, and where tellings of it differ.

Two stands are compared if they are the same actor's, under one label, and speak of the same
matter by their words: a label such as "military" is wide, and to be for a reform of the army
and against a raid by it is no change of mind. "Against" before a word such as *violation*
is "for" what comes after it; stands are compared only where the same such words are in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from communique.model import Position
from communique.model.threads import Change, ShiftKind, Stand, Topic
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


def topic_of(position: Position) -> Topic:
    """Return what a position is on, which its words alone tell."""
    on = held_on(position.stance)
    words = wording(on)
    return Topic(
        head=next(iter(words), ""),
        words=dict(words),
        numbers=tuple(sorted(numbers(on))),
        harm=tuple(sorted(names_harm(on))),
    )


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
    without = {id: stems_of(some) | places for id, some in names.items()}
    for at, stand in enumerate(stands):
        if stand.polarity not in STANCES or not stand.told_on:
            continue
        earlier = before[stand.actor, stand.issue]
        held = _Held(at, stand, without.get(stand.actor, places))
        # On one matter are only those on whose heads the words of the other are.
        near = {
            each.at: each
            for word in stand.on.words
            for each in earlier.get(word, ())
            if held.head in each.stand.on.words
        }
        last = _last_on_one_matter(near, held)
        if last and last.stand.polarity != stand.polarity:
            found.append(_change(last, held))
        earlier[held.head].append(held)
    return found


def _last_on_one_matter(near: Mapping[int, _Held], held: _Held) -> _Held | None:
    """Return the last stand on the matter of another, if any of those near it differs."""
    if all(each.stand.polarity == held.stand.polarity for each in near.values()):
        return None
    ordered = (near[n] for n in sorted(near, reverse=True))
    return next((each for each in ordered if _on_one_matter(each, held)), None)


class _Held:
    """A stand with its place and the words that it is on beside states and its holder."""

    def __init__(self, at: int, stand: Stand, names: frozenset[str]) -> None:
        self.at = at
        self.stand = stand
        self.head = stand.on.head
        self._names = names

    @cached_property
    def words(self) -> dict[str, float]:
        """The words with their weights; few stands are near enough to others to need them."""
        words = self.stand.on.words
        return {word: weight for word, weight in words.items() if not is_of(word, self._names)}


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
    counted, recounted = set(one.stand.on.numbers), set(other.stand.on.numbers)
    same_numbers = not (counted and recounted) or bool(counted & recounted)
    return same_numbers and one.stand.on.harm == other.stand.on.harm


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
