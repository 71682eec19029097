"""Which contact is part of a greater one: the meetings of a visit, those beside a summit, the
sittings of talks.

That a report says so comes first. Else it is inferred: who travels meets somebody of the state
visited, or somewhere in it, on a day of the visit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from communique.model.matching import Opinion
from communique.model.rows import ContactRow, Passage
from communique.reconcile.cities import city
from communique.reconcile.contacts.circumstances import ASIDE, is_of_another, is_remote
from communique.reconcile.contacts.parties import ALL_THE_SAME, is_journey, principals, same_people
from communique.reconcile.contacts.places import state_of
from communique.reconcile.contacts.recency import JOURNEY, KNOWN, OPEN, tells_days
from communique.reconcile.contacts.told_parts import ToldPart, is_round, told_parts
from communique.reconcile.contacts.windows import days_apart, days_between, window
from communique.reconcile.states import state_key

SentencesOf = Callable[[ContactRow], Iterable[Passage]]
"""Gives the sentences that tell of a contact."""


class Told:
    """What the words near contacts say that these were part of; each is looked up once.

    Args:
        sentences_of: Gives the sentences that tell of a contact.
    """

    def __init__(self, sentences_of: SentencesOf) -> None:
        self._sentences_of = sentences_of
        self._known: dict[str, list[tuple[ToldPart, str]]] = {}

    def of(self, contact: ContactRow) -> list[tuple[ToldPart, str]]:
        """Return what the words near a contact say it was part of, each with these words."""
        if contact.id not in self._known:
            self._known[contact.id] = [
                (told, _words(told, sentence))
                for sentence in self._sentences_of(contact)
                for told in told_parts(contact, sentence)
            ]
        return self._known[contact.id]


def _words(told: ToldPart, sentence: Passage) -> str:
    start, end = (at - sentence.start for at in (told.words.start, told.words.end))
    return sentence.text[start:end]


#: Kinds of contacts that a greater one may be made of.
_PARTS = frozenset({"meeting", "talks", "summit", "other", "interview", "briefing"})
#: Kinds of contacts that may be called a summit, a conference or the like.
_GATHERINGS = frozenset({"summit", "meeting", "talks"})
#: Statuses of contacts that were not, or need not have been.
_UNREAL = frozenset({"declined", "hypothetical"})
#: Days of which a whole may have been any.
LONGEST = 10
#: Of more than so many sides a summit has others beside it.
_TWO = 2
#: How sure it is if a report says so, and if it is inferred.
_TOLD, _INFERRED = 0.95, 0.75


def may_be_part(contact: ContactRow) -> bool:
    """Tell whether a contact is such that it may be part of another."""
    return contact.kind in _PARTS and contact.status not in _UNREAL and not is_journey(contact)


def may_be_whole(contact: ContactRow) -> bool:
    """Tell whether a contact is such that others may be part of it."""
    return contact.status not in _UNREAL and (
        is_journey(contact) or contact.kind in _GATHERINGS | {"visit"}
    )


def part_of(one: ContactRow, other: ContactRow, told: Told) -> Opinion | None:
    """Return that one of two contacts is part of the other, with what tells so; ``items`` are the
    part, then the whole. ``None`` if nothing tells. The order of the two does not matter."""
    one, other = sorted((one, other), key=lambda row: row.id)
    for part, whole in ((one, other), (other, one)):
        if part.id == whole.id or not (may_be_part(part) and may_be_whole(whole)):
            continue
        if part.report.id == whole.report.id and (said := told_of(part, whole, told)):
            words = " ".join(said.split())
            return Opinion(
                items=(part.id, whole.id),
                verdict="part",
                score=_TOLD,
                why=f"the report says “{words}”",
                basis="told",
            )
    for part, whole in ((one, other), (other, one)):
        if may_be_part(part) and (why := inferred(part, whole)):
            items = (part.id, whole.id)
            return Opinion(items=items, verdict="part", score=_INFERRED, why=why, basis="inferred")
    return None


def told_of(part: ContactRow, whole: ContactRow, told: Told) -> str | None:
    """Return the words by which a report tells that one contact is part of another of its own."""
    return next((words for each, words in told.of(part) if _is_meant(each, part, whole)), None)


def _is_meant(told: ToldPart, part: ContactRow, whole: ContactRow) -> bool:
    """Tell whether the whole is what the words name: it is told by just these words."""
    kinds = {"visit"} if told.kind == "visit" else _GATHERINGS
    if whole.kind not in kinds or (told.kind == "talks" and whole.kind != "talks"):
        return False
    named = any(
        span.start < told.whole.end and told.whole.start < span.end for span in whole.evidence
    )
    return named and (not _actors(whole) or bool(_actors(part) & _actors(whole)))


def inferred(part: ContactRow, whole: ContactRow) -> str | None:
    """Return what makes one contact likely part of another, of whatever report."""
    if whole.status in _UNREAL | OPEN or part.status in OPEN or not _is_dated(part, whole):
        return None
    days, own = window(whole), window(part)
    if whole.kind == "visit":
        return _on_visit(part, whole)
    if days_apart(days, own) > 0:
        return None
    if whole.kind == "summit" and part.kind != "summit" and len(principals(whole)) > _TWO:
        return _beside_summit(part, whole)
    if days.certainty == own.certainty == "exact" and is_round(part) and not is_round(whole):
        people = same_people(part, whole)
        longer = days_between(days.first, days.last) > days_between(own.first, own.last)
        if people and people.score == ALL_THE_SAME and longer:
            return f"a sitting of what lasted from {days.first} to {days.last}"
    return None


def _is_dated(part: ContactRow, whole: ContactRow) -> bool:
    """Tell whether the day of the part is known, and that of the whole to a week or so."""
    days = window(whole)
    if window(part).certainty not in KNOWN or not days.first:
        return False
    return days.certainty in KNOWN or (
        tells_days(whole) and days_between(days.first, days.last) <= LONGEST
    )


def _on_visit(part: ContactRow, visit: ContactRow) -> str | None:
    """Return what tells that a contact was on a visit: who travelled met there, or met those who
    are of there, on a day of it or of the days after its first."""
    days, own = window(visit), window(part)
    began = days_between(days.first, own.first)
    if began < 0 or (days_apart(days, own) > 0 and began > JOURNEY):
        return None
    hosts = _hosts(visit)
    guests = _guests(visit, hosts)
    met = {p.actor.id for p in part.participants if p.role not in ASIDE}
    travellers = sorted(guests[id] for id in guests.keys() & met)
    if not hosts or not travellers or is_remote(part) or is_of_another(part):
        return None
    if same_people(part, visit) and not is_journey(visit):
        return None  # a visit to somebody is the meeting with him or her
    where = " and ".join(sorted(set(hosts.values())))
    when = f"{', '.join(travellers)} visited {where} from about {days.first}"
    if part.place:
        if hosts.keys() & _whereabouts(part.place.name):
            return f"{when}, and it was there, on {own.first}"
        if visit.place and city(part.place.name) == city(visit.place.name):
            return f"{when}, and both in {city(part.place.name)}, on {own.first}"
        if state_of(part.place.name):
            return None
    sides = {
        state_key(ref.name)
        for p in part.participants
        if p.actor.id not in guests and p.role not in ASIDE
        for ref in (p.actor, p.represents)
        if ref and ref.kind == "state"
    }
    return f"{when}, and met who acts for it, on {own.first}" if sides & hosts.keys() else None


def _hosts(visit: ContactRow) -> dict[str, str]:
    """Return the states visited, by what they compare by, with their names."""
    refs = [p.actor for p in visit.participants if p.actor.kind == "state" and p.role != "guest"]
    refs += [p.represents for p in visit.participants if p.role == "host" and p.represents]
    hosts = {state_key(ref.name): ref.name for ref in refs if ref.kind == "state"}
    if not hosts and visit.place and (code := state_of(visit.place.name)):
        hosts[code] = visit.place.name
    return hosts


def _guests(visit: ContactRow, hosts: Collection[str]) -> dict[str, str]:
    """Return the names of the persons who travelled, by their ids."""
    return {
        p.actor.id: p.actor.name
        for p in visit.participants
        if p.actor.kind == "person" and p.role not in ASIDE | {"host"}
        if not (p.represents and state_key(p.represents.name) in hosts)
    }


def _whereabouts(place: str) -> set[str]:
    """Return what states compare by in which a place may lie, or which it is."""
    return {state_key(part) for part in (place, place.rpartition(",")[2])} | {state_of(place) or ""}


def _beside_summit(part: ContactRow, summit: ContactRow) -> str | None:
    """Return what tells that some of those at a summit met beside it."""
    people = same_people(part, summit)
    fewer = len(principals(part)) < len(principals(summit))
    if people is None or not fewer or len(principals(part)) < 2 or is_remote(part):
        return None
    places = [row.place.name for row in (part, summit) if row.place]
    if len(places) == 2 and city(places[0]) != city(places[1]):
        return None
    return "some of those at the summit, on a day of it"


def _actors(contact: ContactRow) -> frozenset[str]:
    """Return the ids of those who take part, and for whom."""
    refs = (ref for p in contact.participants for ref in (p.actor, p.represents))
    return frozenset(ref.id for ref in refs if ref)
