"""Bodies that a report names by what stands behind the "and" of their name, or before it.

"Rivers Commission" is the Salt and Rivers Commission where no other body of those words is known,
and "Partnership for Salt Roads" the Partnership for Salt Roads and Ferries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.bodies import body_words, is_cut_short, is_no_body
from communique.reconcile.actors.people import Likeness
from communique.reconcile.actors.persons import same
from communique.reconcile.spelling import lists, plain

_AND = re.compile(r"\s+(?:and|And|AND|&)\s+")
#: The fewest words that are left of a name cut in front, and behind.
_LEAST_BEHIND, _LEAST_BEFORE = 2, 3
_KINDS = ("organisation", "bloc")


@lru_cache(maxsize=1 << 15)
def ends(name: str) -> frozenset[frozenset[str]]:
    """Return the words by which a body may be called that has an "and" in its name: those behind
    it, and those before it; none for committees, of which each chamber has its own."""
    *_, last = (None, *_AND.finditer(name))
    if last is None or is_no_body(name) or not lists().committees.isdisjoint(body_words(name)):
        return frozenset()
    before, behind = name[: last.start()], name[last.end() :]
    if " " in before and _is_a_body(before) and _is_a_body(behind):
        return frozenset()  # "the Salt Bureau and the Rivers Department"
    told = ((behind, _LEAST_BEHIND), (before, _LEAST_BEFORE))
    words = ((frozenset(body_words(part)), least) for part, least in told if not is_cut_short(part))
    return frozenset(
        some for some, least in words if len(some) >= least and not some <= lists().generic
    )


def _is_a_body(name: str) -> bool:
    """Tell whether a part of a name says what kind of body it is, and may be a name itself."""
    return not lists().kinds_of_bodies.isdisjoint(plain(name).split())


def cut(actor: KnownActor, others: Iterable[KnownActor]) -> Opinion | None:
    """Return which of ``others`` a body is that is named by a part of its name only; ``None`` where
    it is known better than that, or where the part may be of two."""
    if actor.kind not in _KINDS or _AND.search(actor.name):
        return None
    mine = frozenset(body_words(actor.name))
    fuller = [o for o in others if o.kind in _KINDS and mine in ends(o.name)]
    if not fuller:
        return None
    best = min(fuller, key=lambda each: (-each.reports, each.id))
    words = frozenset(body_words(best.name))
    if best.reports < actor.reports or not all(_are_of_one(words, each) for each in fuller):
        return None
    return same(actor, best, Likeness(0.8, "the one name is cut at its 'and'"))


def _are_of_one(words: frozenset[str], other: KnownActor) -> bool:
    theirs = frozenset(body_words(other.name))
    return words <= theirs or theirs <= words
