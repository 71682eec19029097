"""What is the same as what: the program's judgements on what waits in the record.

After reports are added, their actors are judged, then their contacts, each only against
those that share a key with it. What is judged rests on what the record holds and on nothing
else, so the standing judgements do not depend on the order in which reports came. A
judgement that no longer holds is retracted, not taken out.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from communique.model.judgement import Judgement
from communique.model.matching import KnownActor, Listed, Opinion
from communique.model.rows import ContactRow
from communique.reconcile import actors, occasions
from communique.reconcile.clusters import Clusters
from communique.reconcile.gazetteer import Gazetteer
from communique.record import Store

if TYPE_CHECKING:
    from communique.record.docket import Docket  # its library takes long to import

#: What the program signs its judgements with.
PROGRAM = "communique"
#: Items judged in one transaction, so that others can write in between.
_AT_ONCE = 256


def judge(store: Store) -> None:
    """Judge all that waits; what does not is left alone.

    Cut short, it goes on where it stopped when it is called again.

    Raises:
        RecordError: the record cannot be written.
    """
    while store.waits():
        with store.judging() as docket:
            touched = docket.waiting_actors(_AT_ONCE)
            if touched:
                _judge_actors(Bench(docket), touched)
            else:
                _judge_contacts(docket, docket.waiting_contacts(_AT_ONCE))


def gazetteer_of(path: Path | None) -> tuple[Listed, ...] | None:
    """Return the persons of the gazetteer at ``path``; ``None`` if there is to be none.

    Raises:
        UsageError: it cannot be read.
    """
    if path is None:
        return None
    from communique.reconcile.gazetteer_file import gazetteer_from

    return gazetteer_from(path)


def adopt(store: Store, listed: tuple[Listed, ...] | None) -> None:
    """Make ``listed`` the record's gazetteer, unless it is ``None``.

    If it was another before, all persons are put down to be judged.

    Raises:
        RecordError: the record cannot be written.
    """
    if listed is not None:
        with store.judging() as docket:
            docket.adopt(listed)


class Bench:
    """A docket with the record's gazetteer beside it.

    Args:
        docket: An open docket.
    """

    def __init__(self, docket: Docket) -> None:
        self.docket = docket
        self.gazetteer = Gazetteer(docket.gazetteer())
        self._meant: dict[str, Opinion | None] = {}

    def meant(self, actor: KnownActor) -> Opinion | None:
        """Return which person of the gazetteer an actor is, if it is told."""
        if not self.gazetteer:
            return None
        if actor.id not in self._meant:
            days = self.docket.days_of(actor.id) if actors.is_short(actor) else []
            self._meant[actor.id] = self.gazetteer.meant(actor, days)
        return self._meant[actor.id]

    def apart(self, one: KnownActor, other: KnownActor) -> bool:
        """Tell whether two actors are two persons of the gazetteer."""
        mine, theirs = self.meant(one), self.meant(other)
        return bool(mine and theirs and _listed_in(mine) != _listed_in(theirs))

    def name_of(self, cluster: Iterable[str], members: Iterable[KnownActor]) -> str | None:
        """Return how the gazetteer calls a cluster that no report names in full."""
        if not all(actors.is_short(member) for member in members):
            return None
        names = (self.gazetteer.name_of(item) for item in cluster)
        return next((name for name in names if name), None)


def _listed_in(opinion: Opinion) -> str:
    """Return the person of the gazetteer that an opinion is on."""
    return next(item for item in opinion.items if item.startswith("g-"))


def rejudge(store: Store) -> int:
    """Judge all actors and contacts anew, and return how many these are.

    What persons decided stays; what the program judges as before stays as well, with its date.

    Raises:
        RecordError: the record cannot be written.
    """
    count, last = 0, ""
    while True:
        with store.judging() as docket:
            items = docket.items_after(last, _AT_ONCE)
            # All keys are entered before the first is looked up, so that nothing is judged by
            # keys that an earlier program made.
            for id, actor in docket.actors(items).items():
                docket.enter(id, actors.keys(actor))
            docket.put_down(items)
        if not items:
            break
        count, last = count + len(items), items[-1]
    judge(store)
    return count


class Judged(Protocol):
    """Where judgements are looked up: a record, or its docket."""

    def judgements(self, items: Iterable[str]) -> list[Judgement]:
        """Return the standing judgements on any of ``items``."""
        ...


def clusters_of(docket: Judged, items: Iterable[str]) -> Clusters:
    """Return the clusters that ``items`` are in, by all judgements that bear on them."""
    seen: set[str] = set()
    found: dict[str, Judgement] = {}
    new = set(items)
    while new:
        seen |= new
        judgements = docket.judgements(sorted(new))
        found |= {judgement.id: judgement for judgement in judgements}
        joined = (j.items for j in judgements if j.verdict == "same")
        new = {item for some in joined for item in some} - seen
    return Clusters(found.values())


def _judge_actors(bench: Bench, touched: dict[str, frozenset[str]]) -> None:
    """Judge actors of which there is news, and gather what becomes of their clusters."""
    docket = bench.docket
    known = docket.actors(touched)
    lost: dict[str, frozenset[str]] = {}
    for id in touched:
        keys = actors.keys(known[id]) if id in known else frozenset()
        lost[id] = docket.keys_of(id) - keys
        docket.enter(id, keys)
    opinions: set[Opinion] = set()
    judged: set[str] = set()
    unsettled: set[str] = set()
    for id, months in touched.items():
        # Nothing in place of a month stands for news that may bear on any.
        of_months = None if "" in months else months
        looked_up = actors.looked_up(known[id], of_months) if id in known else frozenset()
        others = docket.actors(docket.actors_under({*looked_up, *_also(lost[id])}) - {id})
        unsettled |= {other.id for other in others.values() if actors.is_short(other)}
        if id not in known or actors.is_short(known[id]):
            unsettled.add(id)
        else:
            judged.add(id)
            opinions.update(_opinions(bench, known[id], others))
    for actor in docket.actors(unsettled).values():
        others = docket.actors(docket.actors_under(actors.looked_up(actor)))
        candidates = [other for other in others.values() if not bench.apart(actor, other)]
        opinion = actors.resolved(actor, candidates)
        opinions.update([opinion] if opinion else [])
    listed = (bench.meant(actor) for actor in docket.actors(judged | unsettled).values())
    opinions.update(opinion for opinion in listed if opinion)
    gone = touched.keys() - known.keys()
    changed = _settle(docket, opinions, judged, unsettled | gone)
    _gather(bench, {*touched, *changed})
    docket.take_off(touched)


def _opinions(bench: Bench, actor: KnownActor, others: dict[str, KnownActor]) -> Iterable[Opinion]:
    """Yield what to make of an actor and others; whom the gazetteer lists as two are two."""
    for opinion in actors.opinions(actor, others.values()):
        other = others[next(item for item in opinion.items if item != actor.id)]
        if opinion.verdict == "same" and bench.apart(actor, other):
            names = " / ".join(sorted((actor.name, other.name)))
            why = f"{names}: the gazetteer lists them as two"
            yield Opinion(items=opinion.items, verdict="different", score=0.9, why=why)
        else:
            yield opinion


def _also(lost: Iterable[str]) -> set[str]:
    """Return where those are found who may have been tied to what no longer has these keys."""
    slots = {"name:": "/-", "office:": "/*"}
    return {
        key.rsplit("/", 1)[0].replace("office:", "described:", 1) + end
        for key in lost
        for slot, end in slots.items()
        if key.startswith(slot)
    }


def _settle(docket: Docket, opinions: set[Opinion], judged: set[str], alone: set[str]) -> set[str]:
    """Bring the program's standing judgements in line with its opinions.

    What was judged of pairs of which both are full names gives way where one of them is in
    ``judged``; all that was judged of those in ``alone`` does. Returns the items concerned.
    """
    standing = {
        j.id: j for j in docket.judgements(sorted(judged | alone)) if not j.person and j.items
    }
    shorts = {
        id
        for id, actor in docket.actors(i for j in standing.values() for i in j.items).items()
        if actors.is_short(actor)
    }
    changed: set[str] = set()
    kept: set[tuple[str, ...]] = set()
    wanted = {opinion.items: opinion for opinion in opinions}
    for judgement in standing.values():
        if not alone & set(judgement.items) and shorts & set(judgement.items):
            continue
        if _says(judgement, wanted.get(_pair(judgement))):
            kept.add(judgement.items)
        else:
            docket.retract(judgement.id, PROGRAM)
            changed.update(judgement.items)
    for items, opinion in sorted(wanted.items()):
        if items not in kept:
            docket.append(opinion, PROGRAM)
            changed.update(items)
    return changed


def _says(judgement: Judgement, opinion: Opinion | None) -> bool:
    """Tell whether a judgement says what the program thinks now."""
    if opinion is None:
        return False
    mine = (judgement.verdict, judgement.score, judgement.why)
    return mine == (opinion.verdict, opinion.score, opinion.why)


def _pair(judgement: Judgement) -> tuple[str, str]:
    one, other = judgement.items
    return one, other


def _gather(bench: Bench, touched: Iterable[str]) -> None:
    """Write anew which actors go by which, and put down the contacts that this touches."""
    docket = bench.docket
    ids = set(touched)
    clusters = clusters_of(docket, ids)
    seen: set[str] = set()
    everyone = {member for id in ids for member in clusters.of(id)}
    before = {id: docket.leader_of(id) for id in everyone}
    for id in sorted(everyone):
        if id in seen:
            continue
        members = docket.actors(clusters.of(id))
        seen.update(clusters.of(id))
        if members:
            leader = actors.standing_for(members.values())
            name = bench.name_of(clusters.of(id), members.values())
            docket.gather(leader, sorted(members), name)
            _put_down_contacts(docket, members, before, leader)


def _put_down_contacts(
    docket: Docket, members: dict[str, KnownActor], before: dict[str, str], leader: str
) -> None:
    """Put down the contacts of those who now go by another than before."""
    for id in members:
        if before[id] != leader:
            docket.put_down(docket.contacts_with(id))


def _judge_contacts(docket: Docket, touched: list[str]) -> None:
    """Judge contacts of which there is news."""
    opinions: set[Opinion] = set()
    for contact in docket.contacts(touched):
        if occasions.is_comparable(contact):
            days = occasions.window(contact)
            parties = occasions.principals(contact)
            others = docket.contacts_like(parties, days.first, days.last)
            company = _company(docket, [contact, *others])
            found = (occasions.compared(contact, other, company) for other in others)
            opinions.update(opinion for opinion in found if opinion)
    _settle(docket, opinions, set(), set(touched))
    docket.take_off(touched)


def _company(docket: Docket, contacts: list[ContactRow]) -> dict[str, frozenset[str]]:
    """Return whom the contacts' reports name, if the date of one of them is not told."""
    if any(occasions.window(contact).certainty in ("unknown", "fresh") for contact in contacts):
        return docket.company(contact.report.id for contact in contacts)
    return {}
