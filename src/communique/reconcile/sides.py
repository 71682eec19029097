"""For which state an actor acts: itself, the one of its office, or the one in its name.

Who acts for no state, or for several, is on nobody's side but his own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from communique.model.matching import KnownActor
from communique.reconcile.spelling import plain
from communique.reconcile.states import state_key

#: An office counts if it is named in this share of the months that tell of any.
_MOST = 0.6


class _Words(msgspec.Struct):
    body: frozenset[str]


class _Foreign(msgspec.Struct):
    kinds: frozenset[str]
    words: frozenset[str]
    names: dict[str, tuple[str, ...]]


class _Lists(msgspec.Struct):
    bodies: dict[str, tuple[str, ...]]
    foreign: _Foreign
    words: _Words


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/sides.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


@cache
def _bodies() -> dict[str, str]:
    return {name: code for code, names in _lists().bodies.items() for name in names}


def seat_of(place: str) -> str | None:
    """Return the state whose body a place is called by ("the White House"), if it is one."""
    return _bodies().get(plain(place).removeprefix("the "))


@cache
def _foreign_ministries() -> dict[str, str]:
    return {name: code for code, names in _lists().foreign.names.items() for name in names}


def foreign_ministry_of(name: str, code: str | None, words: Iterable[str]) -> str | None:
    """Return the state whose foreign ministry a body is, by its name in plain letters, or by the
    state in it and its other words ("Department of Foreign Affairs and Trade")."""
    if named := _foreign_ministries().get(name):
        return named
    told, listed = frozenset(words), _lists().foreign
    if code is None or "foreign" not in told or told.isdisjoint(listed.kinds):
        return None
    return code if told <= listed.kinds | listed.words else None


def words_of_bodies() -> frozenset[str]:
    """Return the words of which the name of a state's body has one."""
    return _lists().words.body


def acting_for(actors: Mapping[str, KnownActor], states: Iterable[str]) -> Mapping[str, str]:
    """Return the states, as they compare, for which actors act; who acts for none is left out.

    Args:
        actors: See :class:`Sides`.
        states: The names of all states that there are.
    """
    return Sides(actors, states)._of


class Sides:
    """The sides of actors.

    Args:
        actors: What is known of each actor, by the id that stands for its cluster; offices
            are those of the whole cluster.
        states: The names of all states that the record knows.
    """

    def __init__(self, actors: Mapping[str, KnownActor], states: Iterable[str]) -> None:
        self._states = {state_key(name) for name in states}
        self._of: dict[str, str] = {
            id: side for id, actor in actors.items() if (side := self._side(actor))
        }

    @classmethod
    def told(cls, sides: Mapping[str, str]) -> Sides:
        """Return sides that are known already: states, as they compare, by those who act for
        them (see :func:`acting_for`)."""
        told = cls({}, ())
        told._of = dict(sides)
        return told

    def of(self, actor: str | None) -> str | None:
        """Return the state, as it compares, for which an actor acts; ``None`` if there is none."""
        return self._of.get(actor) if actor else None

    def meets(self, one: str | None, other: str | None) -> float | None:
        """Return how surely two actors are one party: 1 the same, 0.8 of one state, 0 not.

        ``None`` where one of them is not known.
        """
        if one is None or other is None:
            return None
        if one == other:
            return 1.0
        side = self.of(one)
        return 0.8 if side and side == self.of(other) else 0.0

    def _side(self, actor: KnownActor) -> str | None:
        if actor.kind == "state":
            return state_key(actor.name)
        if actor.kind not in ("person", "organisation"):
            return None
        return self._by_office(actor) or self._by_name(actor)

    def _by_office(self, actor: KnownActor) -> str | None:
        """Return the state that most of the offices are of, if they are of one."""
        months: Counter[str] = Counter()
        for holding in actor.holdings:
            if holding.of and (key := self._known(holding.of)):
                months[key] += 1
        if not months:
            return None
        key, times = months.most_common(1)[0]
        return key if times >= _MOST * months.total() else None

    def _by_name(self, actor: KnownActor) -> str | None:
        """Return the state whose body this is, by a list or by its name."""
        names = [plain(name).removeprefix("the ") for name in (actor.name, *actor.aliases)]
        listed = {_bodies()[name] for name in names if name in _bodies()}
        if len(listed) == 1:
            return listed.pop()
        if actor.kind != "organisation":
            return None
        named = {key for name in names if (key := self._named(name))}
        return named.pop() if len(named) == 1 else None

    def _named(self, name: str) -> str | None:
        """Return the state in a name such as "government of x" or "x foreign ministry"."""
        words = name.split()
        if _lists().words.body.isdisjoint(words):
            return None
        if " of " in name:
            return self._known(name.rsplit(" of ", 1)[1])
        for end in (3, 2, 1):
            if len(words) > end and (key := self._known(" ".join(words[:end]))):
                return key
        return None

    def _known(self, name: str) -> str | None:
        key = state_key(name)
        return key if key in self._states else None
