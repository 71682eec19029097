"""What is the same as what: the program's judgements on what waits in the record.

After reports are added, their actors are judged, then their contacts, each only against those that
share a key with it. What is judged rests on what the record holds and on nothing else, so the
judgements do not depend on the order in which reports came. One that no longer holds is retracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from communique.model.judgement import Judgement, pair
from communique.model.matching import Between, KnownActor, Listed, Opinion, Together
from communique.model.rows import ContactRow
from communique.reconcile.actors import actors
from communique.reconcile.actors.gazetteer import Gazetteer
from communique.reconcile.actors.persons import is_short
from communique.reconcile.actors.short_names import resolved
from communique.reconcile.actors.tied_bodies import is_open, tied_among
from communique.reconcile.clusters import Clusters
from communique.reconcile.contacts import occasions
from communique.reconcile.contacts.parties import principals
from communique.reconcile.contacts.parts import Told, part_of
from communique.reconcile.contacts.wholes import Wholes
from communique.reconcile.contacts.windows import window
from communique.record import Store

if TYPE_CHECKING:
    from communique.record.judgements.docket import Docket  # its library takes long to import

#: What the program signs its judgements with.
PROGRAM = "communique"
#: Items judged in one transaction, so that others can write in between.
_AT_ONCE = 256
#: The same where all are judged anew: what bears on many is then looked up but once.
_ANEW_AT_ONCE = 100_000


def judge(store: Store, at_once: int = _AT_ONCE) -> None:
    """Judge all that waits; what does not is left alone.

    Cut short, it goes on where it stopped when it is called again.

    Args:
        store: A record.
        at_once: Items judged in one transaction, while which nobody else can write.

    Raises:
        RecordError: the record cannot be written.
    """
    while store.waits():
        with store.judging() as docket:
            touched = docket.waiting_actors(at_once)
            if touched:
                _judge_actors(Bench(docket), touched)
            else:
                _judge_contacts(docket, docket.waiting_contacts(at_once))


def gazetteer_of(path: Path | None) -> tuple[Listed, ...] | None:
    """Return the persons of the gazetteer at ``path``; ``None`` if there is to be none.

    Raises:
        UsageError: it cannot be read.
    """
    if path is None:
        return None
    from communique.reconcile.actors.gazetteer_file import gazetteer_from

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

    def near(self, keys: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
        """Return, for each actor, the others that are found under its ``keys``."""
        under = self.docket.actors_under({key for some in keys.values() for key in some})
        return {
            id: {other for key in some for other in under[key]} - {id} for id, some in keys.items()
        }

    def meant(self, actor: KnownActor) -> Opinion | None:
        """Return which person of the gazetteer an actor is, if it is told."""
        if not self.gazetteer:
            return None
        if actor.id not in self._meant:
            days = self.docket.days_of(actor.id) if is_short(actor) else []
            self._meant[actor.id] = self.gazetteer.meant(actor, days)
        return self._meant[actor.id]

    def apart(self, one: KnownActor, other: KnownActor) -> bool:
        """Tell whether two actors are two persons of the gazetteer."""
        mine, theirs = self.meant(one), self.meant(other)
        return bool(mine and theirs and _listed_in(mine) != _listed_in(theirs))

    def name_of(self, cluster: Iterable[str], members: Iterable[KnownActor]) -> str | None:
        """Return how the gazetteer calls a cluster that no report names in full."""
        if not all(is_short(member) for member in members):
            return None
        names = (self.gazetteer.name_of(item) for item in cluster)
        return next((name for name in names if name), None)


def _listed_in(opinion: Opinion) -> str:
    """Return the person of the gazetteer that an opinion is on."""
    return next(item for item in opinion.items if item.startswith("g-"))


def rejudge(store: Store) -> int:
    """Judge all actors and contacts anew, and return how many these are.

    What persons decided stays; what the program judges as before stays as well, with its date.
    Nobody else can write meanwhile.

    Raises:
        RecordError: the record cannot be written.
    """
    with store.judging() as docket:
        items = docket.items()
        # All keys are entered before the first is looked up, so that nothing is judged by
        # keys that an earlier program made.
        known = docket.actors(items)
        docket.enter({id: actors.keys(actor) for id, actor in known.items()})
        docket.put_down(items)
    judge(store, _ANEW_AT_ONCE)
    return len(items)


class Judged(Protocol):
    """Where judgements are looked up: a record, or its docket."""

    def judgements(self, items: Iterable[str]) -> list[Judgement]:
        """Return the standing judgements on any of ``items``."""


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
    nothing: frozenset[str] = frozenset()
    lost = docket.enter({id: actors.keys(known[id]) if id in known else nothing for id in touched})
    looked_up = {
        # Nothing in place of a month stands for news that may bear on any.
        id: actors.looked_up(known[id], None if "" in months else months)
        if id in known
        else nothing
        for id, months in touched.items()
    }
    near = bench.near({id: keys | _also(lost[id]) for id, keys in looked_up.items()})
    known |= _open_bodies(bench, near)
    others = docket.actors({id for some in near.values() for id in some})
    shorts = {id for id, other in others.items() if is_short(other)}
    judged = {id for id, actor in known.items() if not is_short(actor)}
    unsettled = _with_those_tied(docket, shorts | (touched.keys() - judged))
    everyone = known | others
    # One that is gone keeps its keys until its own turn.
    pairs = {pair(id, n) for id in judged for n in near[id] if n in everyone}
    opinions = set(_opinions(bench, everyone, pairs))
    opinions.update(tied_among(known, everyone, near))
    opinions.update(_resolved(bench, docket.actors(unsettled)))
    listed = (bench.meant(actor) for actor in docket.actors(judged | unsettled).values())
    opinions.update(opinion for opinion in listed if opinion)
    changed = _settle(docket, opinions, judged, unsettled)
    _gather(bench, {*touched, *changed})
    docket.take_off(touched)


def _open_bodies(bench: Bench, near: dict[str, set[str]]) -> dict[str, KnownActor]:
    """Return the bodies beside these that may be tied to one of them; add what is near them."""
    beside = {id for some in near.values() for id in some} - near.keys()
    found = {id: each for id, each in bench.docket.actors(beside).items() if is_open(each)}
    near |= bench.near({id: actors.looked_up(each) for id, each in found.items()})
    return found


def _with_those_tied(docket: Docket, shorts: set[str]) -> set[str]:
    """Return short names and descriptions with those that are tied to one of them, which may be
    what tells whom it means: all that was judged of them is judged anew."""
    found, new = set(shorts), set(shorts)
    while new:
        tied = {id for j in docket.judgements(sorted(new)) if not j.person for id in j.items}
        new = {id for id, actor in docket.actors(tied - found).items() if is_short(actor)}
        found |= new
    return found


def _opinions(
    bench: Bench, everyone: dict[str, KnownActor], pairs: Iterable[tuple[str, str]]
) -> Iterable[Opinion]:
    """Yield what to make of pairs of actors; whom the gazetteer lists as two are two."""
    for one, other in pairs:
        opinion = actors.opinion(everyone[one], everyone[other])
        if opinion is None:
            continue
        if opinion.verdict == "same" and bench.apart(everyone[one], everyone[other]):
            names = " / ".join(sorted((everyone[one].name, everyone[other].name)))
            why = f"{names}: the gazetteer lists them as two"
            yield Opinion(items=opinion.items, verdict="different", score=0.9, why=why)
        else:
            yield opinion


def _resolved(bench: Bench, shorts: dict[str, KnownActor]) -> Iterable[Opinion]:
    """Yield whom short names and descriptions mean, where it is told."""
    near = bench.near({id: actors.looked_up(actor) for id, actor in shorts.items()})
    candidates = bench.docket.actors({id for some in near.values() for id in some})
    for id, actor in shorts.items():
        some = (candidates[other] for other in sorted(near[id]) if other in candidates)
        allowed = [other for other in some if not bench.apart(actor, other)]
        if opinion := resolved(actor, allowed):
            yield opinion


def _also(lost: Iterable[str]) -> set[str]:
    """Return where those are found who may have been tied to what no longer has these keys."""
    slots = {"name:": ("name:", "/-"), "first:": ("name:", "/-"), "office:": ("described:", "/*")}
    return {
        key.partition("/")[0].replace(slot, found, 1) + end
        for key in lost
        for slot, (found, end) in slots.items()
        if key.startswith(slot)
    } | {key for key in lost if key.startswith("body:")}


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
        if is_short(actor)
    }
    changed: set[str] = set()
    kept: set[tuple[str, ...]] = set()
    gone: list[str] = []
    wanted = {opinion.items: opinion for opinion in opinions}
    for judgement in standing.values():
        if not alone & set(judgement.items) and shorts & set(judgement.items):
            continue
        if _says(judgement, wanted.get(_pair(judgement))):
            kept.add(judgement.items)
        else:
            gone.append(judgement.id)
            changed.update(judgement.items)
    new = [opinion for items, opinion in sorted(wanted.items()) if items not in kept]
    docket.retract(gone, PROGRAM)
    docket.append(new, PROGRAM)
    return changed.union(*(opinion.items for opinion in new))


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
    judged = clusters_of(docket, ids)
    clusters = {judged.of(id) for id in ids}
    members = docket.actors({id for cluster in clusters for id in cluster})
    before = docket.leaders_of(members.keys())
    together = [
        _together(bench, cluster, known)
        for cluster in sorted(clusters)
        if (known := [members[id] for id in cluster if id in members])
    ]
    moved = {id for each in together for id in each.members if before[id] != each.leader}
    # What a contact without a day means rests on those beside it, which these may leave.
    left = {id for id in moved if before[id] != id}
    docket.put_down(docket.beside(docket.contacts_with(left)))
    docket.gather(together)
    docket.put_down(docket.contacts_with(moved))


def _together(bench: Bench, cluster: Iterable[str], members: list[KnownActor]) -> Together:
    """Return a cluster with whom it goes by."""
    return Together(
        leader=actors.standing_for(members),
        members=tuple(member.id for member in members),
        name=bench.name_of(cluster, members),
    )


def _judge_contacts(docket: Docket, touched: list[str]) -> None:
    """Judge contacts of which there is news, and those that may mean one of them."""
    known = {row.id: row for row in docket.contacts(touched)}
    found = _others(docket, known)
    meaning = {
        row.id: row
        for id, some in found.items()
        for row in some
        if occasions.bears_on(known[id], row)
    }
    known |= meaning
    found |= _others(docket, {id: row for id, row in meaning.items() if id not in found})
    parts = _parts(docket, known, found)
    opinions = {
        opinion
        for id, others in found.items()
        for other in others
        if pair(id, other.id) not in parts
        if (opinion := _compared(docket, known[id], other, found))
    }
    opinions |= set(parts.values())
    _settle(docket, opinions, set(), {*touched, *meaning})
    docket.take_off(touched)


def _parts(
    docket: Docket, known: Mapping[str, ContactRow], found: Mapping[str, Iterable[ContactRow]]
) -> dict[tuple[str, str], Opinion]:
    """Return which of the contacts are part of others, or have parts, by pairs."""
    told = Told(docket.sentences)
    reports = docket.told_in({row.report.id for row in known.values()})
    wholes = {report: Wholes(rows, told) for report, rows in reports.items()}
    parts = {}
    for id, row in known.items():
        elsewhere = (each for each in found.get(id, ()) if each.report.id != row.report.id)
        for other in (*elsewhere, *wholes[row.report.id].beside(row)):
            if opinion := part_of(row, other, told):
                parts[pair(id, other.id)] = opinion
    return parts


def _others(docket: Docket, known: dict[str, ContactRow]) -> dict[str, list[ContactRow]]:
    """Return what each of the contacts may be one with, of those that can be compared."""
    rows = [row for row in known.values() if occasions.is_comparable(row)]
    found = docket.contacts_like([_sought(row) for row in rows])
    return {row.id: others for row, others in zip(rows, found, strict=True)}


def _compared(
    docket: Docket, one: ContactRow, other: ContactRow, found: dict[str, list[ContactRow]]
) -> Opinion | None:
    """Compare two contacts beside those that either may mean, one without a day before all."""
    resting = (row for row in (one, other) if occasions.rests_on_others(row) and row.id in found)
    first = sorted(resting, key=lambda row: (not occasions.is_of_any_day(row), row.id))
    beside = next((found[row.id] for row in first), [])
    return occasions.compared(one, other, docket.company, beside, docket.sentence)


def _sought(contact: ContactRow) -> Between:
    """Return what contacts may be one with this one."""
    days = window(contact)
    return Between(parties=principals(contact), first=days.first, last=days.last)
