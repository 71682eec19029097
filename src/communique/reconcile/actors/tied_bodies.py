"""Which body a name means that leaves out what others tell: of which state it is, of which chamber.

"The Salt Service" is the U.S. Salt Service where reports tell of no other, "the Salt Committee" the
House Salt Committee. A name is tied to fuller ones only if all that these add is such a word, and
none of them tells of another state, another chamber or another agency.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.abbreviations import abbreviated, is_abbreviation
from communique.reconcile.actors.bodies import body_words, is_cut_short, is_no_body, is_one_of_many
from communique.reconcile.actors.cut_bodies import cut
from communique.reconcile.actors.people import Likeness
from communique.reconcile.actors.persons import same
from communique.reconcile.spelling import lists, plain

#: How many times what all others weigh bodies of one state must, where there are several.
_FAR_BETTER_KNOWN = 10
#: The fewest words of a name that others may add to; beside words that many names begin with.
_LEAST, _LEAST_KNOWN = 2, 3
#: How many times the reports of a fuller name those of one that leaves something out may be.
_OFTEN = 16
#: Letters of an agency's initials.
_INITIALS = range(3, 6)
_KINDS = ("organisation", "bloc")
#: What may be left out, by its sort.
_SORTS = ("state", "chamber", "agency", "rank", "kind")
_DEPARTMENT = "department"
#: Groups of states, which have partnerships, initiatives and the like.
_GROUP = re.compile(r"g\d{1,2}")
#: Two states that stand before a name.
_TWO_STATES = re.compile(r"(?:[Tt]he )?(?:[\w.]+ ){0,2}[\w.]+[-–—][A-Z]")


class Told(msgspec.Struct, frozen=True):
    """The words that make a body's name, and what tells whose or which it is, by its sort."""

    words: tuple[str, ...]
    state: str = ""
    chamber: str = ""
    agency: str = ""
    rank: str = ""
    kind: str = ""

    @property
    def more(self) -> dict[str, str]:
        """Return what tells the body from others of its name."""
        told = msgspec.structs.asdict(self)
        return {sort: told[sort] for sort in _SORTS if told[sort]}


@lru_cache(maxsize=1 << 15)
def told_by(name: str) -> Told | None:
    """Return what the name of a body tells; ``None`` for one that nothing may be left out of."""
    if name.islower() or is_cut_short(name) or is_no_body(name):
        return None
    words = list(body_words(name))
    if not words:
        return None
    found = dict.fromkeys(_SORTS, "")
    if len(words[0]) == 2 and words[0].isupper():
        found["state"] = words.pop(0)
    committee = not lists().committees.isdisjoint(words)
    if not committee and not lists().of_every_state.isdisjoint(words):
        return None
    if committee and words[0] in lists().chambers:
        found["chamber"] = words.pop(0)
    elif agency := _agency(name, words):
        found["agency"] = agency
        words.pop(0)
    if len(words) > _LEAST_KNOWN and words[0] in lists().ranks:
        found["rank"] = words.pop(0)
    if len(words) > _LEAST_KNOWN and _DEPARTMENT in words:
        found["kind"] = _DEPARTMENT  # "Salt and Ferry Affairs"
        words.remove(_DEPARTMENT)
    if len(words) < _LEAST or lists().generic.issuperset(words):
        return None
    if found["state"] and _TWO_STATES.match(name):
        return None  # "the Norland-Sudmark Union" is none of Norland's
    ordered = not lists().in_order.isdisjoint(words)
    return Told(tuple(words) if ordered else tuple(sorted(words)), **found)


def _agency(name: str, words: Sequence[str]) -> str:
    """Return the agency whose initials stand before the name of a part of it."""
    first = name.removeprefix("The ").removeprefix("the ").split()[0].removesuffix("’s")
    first = first.removesuffix("'s")
    is_initials = first.isupper() and first.isalpha() and len(first) in _INITIALS
    alone = name.isupper() or len(words) <= _LEAST or plain(first) != words[0]
    if _GROUP.fullmatch(plain(first)) and len(words) > _LEAST_KNOWN:
        return plain(first)
    part = not lists().parts_of_bodies.isdisjoint(words)
    return plain(first) if is_initials and part and not alone else ""


def bare_words(name: str) -> str:
    """Return what a name and those that add to it have in common, as it is looked up; nothing if
    nothing may be left out of it."""
    told = told_by(name)
    return " ".join(sorted(told.words)) if told else ""


def is_open(actor: KnownActor) -> bool:
    """Tell whether an actor may be tied to bodies whose names tell more."""
    if actor.kind not in _KINDS:
        return False
    return told_by(actor.name) is not None or is_abbreviation(actor.name)


def tied_among(
    known: Mapping[str, KnownActor],
    everyone: Mapping[str, KnownActor],
    near: Mapping[str, Iterable[str]],
) -> Iterator[Opinion]:
    """Yield which bodies those of ``known`` are whose names leave out what others tell.

    ``near`` are the ids of those that each may be, of ``everyone``.
    """
    for id, actor in known.items():
        if is_open(actor):
            others = [everyone[n] for n in sorted(near[id]) if n in everyone]
            yield from tied(actor, others)
            yield from abbreviated(actor, [o for o in others if o.kind in _KINDS])
            if found := cut(actor, others):
                yield found


def tied(actor: KnownActor, others: Iterable[KnownActor]) -> Iterator[Opinion]:
    """Yield which of ``others`` a body is whose names tell more than its own.

    Of each sort of what these add one is told only, or one far more often than all others.
    """
    mine = told_by(actor.name) if actor.kind in _KINDS else None
    if mine is None:
        return
    fuller = [
        (theirs, other)
        for other in others
        if other.id != actor.id
        and other.kind in _KINDS
        and (theirs := told_by(other.name)) is not None
        and theirs.words == mine.words
        and not is_one_of_many(actor.name, other.name)
        and _adds(theirs, mine)
    ]
    fuller.sort(key=lambda each: each[1].id)
    meant = _one_of_each_sort(fuller, mine)
    short = len(mine.words) <= _LEAST
    if short and actor.reports > _OFTEN * sum(other.reports for _, other in fuller):
        return  # "the Harbour Guard", beside the one of another state that is told of once
    for theirs, other in fuller:
        new = theirs.more.keys() - mine.more.keys()
        if all(meant.get(sort) == theirs.more[sort] for sort in new):
            why = f"same words, one tells of which {' and '.join(sorted(new))} it is"
            yield same(actor, other, Likeness(0.8, why))


def _adds(theirs: Told, mine: Told) -> bool:
    """Tell whether a name tells all that another does, and more; of which state a body is, or that
    it is the national one, tells nothing where every state has one."""
    is_new = (theirs.state, theirs.rank) != (mine.state, mine.rank)
    if is_new and not lists().of_every_state.isdisjoint(mine.words):
        return False
    return theirs.more.items() > mine.more.items()


def _one_of_each_sort(fuller: Sequence[tuple[Told, KnownActor]], mine: Told) -> dict[str, str]:
    """Return of each sort of what fuller names add what is meant, where one stands out."""
    weights: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for theirs, other in fuller:
        for sort in theirs.more.keys() - mine.more.keys():
            weights[sort][theirs.more[sort]] += other.reports
    meant = {}
    for sort, told in weights.items():
        best = max(sorted(told), key=lambda each: told[each])
        if told[best] >= _FAR_BETTER_KNOWN * (sum(told.values()) - told[best]):
            meant[sort] = best
    return meant
