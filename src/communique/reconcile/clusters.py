"""What is the same as what, derived from judgements.

The order in which judgements were made does not matter: the same set of standing judgements
gives the same clusters. Persons come before the program, and the surer judgement before the
less sure. Two items that are judged different, or the one part of the other, never share a
cluster, however many other items would join them.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.judgement import Judgement, pair

Cluster = tuple[str, ...]
"""Ids of one and the same thing, in order."""

#: Verdicts by which two items are two.
_APART = ("different", "part")


class Clusters:
    """Items joined by ``same`` judgements and kept apart by ``different`` ones.

    Args:
        judgements: Any judgements; those that are retracted or of another verdict than
            ``same``, ``different`` and ``part`` do not count.

    ``refused`` holds the ``same`` judgements that could not be followed, since they would
    have joined what a judgement of higher rank keeps apart.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        self.refused: list[Judgement] = []
        self._followed: list[Judgement] = []
        for judgement in sorted(_latest(judgements), key=_rank):
            if judgement.verdict in _APART:
                self._keep_apart(*judgement.items)
            elif self._join(*judgement.items):
                self._followed.append(judgement)
            else:
                self.refused.append(judgement)

    def of(self, item: str) -> Cluster:
        """Return the cluster of an item; an item that nothing was judged of is alone."""
        root = self._root(item) if item in self._parent else item
        return tuple(sorted(self._members.get(root, [item])))

    def all(self) -> tuple[Cluster, ...]:
        """Return the clusters of two or more items, in order."""
        return tuple(sorted(tuple(sorted(m)) for m in self._members.values() if len(m) > 1))

    def why(self, items: Iterable[str]) -> tuple[str, ...]:
        """Return what makes ``items`` one, judgement by judgement, the surest first."""
        among = set(items)
        return tuple(
            f"{' is '.join(j.items)} ({j.by}): {j.why or 'no reason given'}"
            for j in self._followed
            if among.issuperset(j.items)
        )

    def apart(self, one: str, other: str) -> bool:
        """Tell whether a judgement keeps the clusters of two items apart."""
        return self._root(other) in self._apart.get(self._root(one), set())

    def _root(self, item: str) -> str:
        """Return the item that stands for the cluster of ``item``, and shorten the way there."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]
        while (parent := self._parent[item]) != item:
            self._parent[item] = self._parent[parent]
            item = parent
        return item

    def _keep_apart(self, one: str, other: str) -> None:
        a, b = self._root(one), self._root(other)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def _join(self, one: str, other: str) -> bool:
        """Make one cluster of two; ``False`` if they must stay apart."""
        a, b = sorted((self._root(one), self._root(other)))
        if a == b:
            return True
        if b in self._apart.get(a, set()):
            return False
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        for other_root in self._apart.pop(b, set()):
            self._apart[other_root].discard(b)
            self._apart[other_root].add(a)
            self._apart.setdefault(a, set()).add(other_root)
        return True


def _latest(judgements: Iterable[Judgement]) -> Iterable[Judgement]:
    """Keep, of the standing judgements of one pair by one judge, the last one made."""
    last: dict[tuple[tuple[str, str], str], Judgement] = {}
    for judgement in judgements:
        if not judgement.stands or judgement.verdict not in ("same", *_APART):
            continue
        one, other = judgement.items
        key = pair(one, other), "person" if judgement.person else judgement.by
        if key not in last or _moment(last[key]) < _moment(judgement):
            last[key] = judgement
    return last.values()


def _moment(judgement: Judgement) -> tuple[str, str, float]:
    """Order: by when made; of one time by what decides nothing but is the same in any order."""
    score = judgement.score if judgement.score is not None else 1.0
    return judgement.made_at, judgement.id, score


def _rank(judgement: Judgement) -> tuple[bool, bool, float, tuple[str, ...], str]:
    """Order: persons first; of equal rank ``different`` first; then the surer; then by ids."""
    score = judgement.score if judgement.score is not None else 1.0
    different = judgement.verdict in _APART
    return not judgement.person, not different, -score, judgement.items, judgement.id
