"""What else two contacts may have in common: place, topics, words, who else is named.

Each circumstance that speaks for one contact, or against it, has a score and says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import msgspec

from communique.model.rows import ContactRow
from communique.reconcile.cities import city
from communique.reconcile.contacts.places import lies_in, state_of
from communique.reconcile.spelling import parts, plain
from communique.reconcile.states import state_key

_WORD = re.compile(r"\w+")
#: Words with capitals, one after the other, as names have them.
_NAME = re.compile(r"[^\W\d_a-z]\w*\.?(?:[\s-]+[^\W\d_a-z]\w*\.?)+")
#: Roles whose bearers some reports leave out: they do not tell contacts apart.
ASIDE = frozenset({"mediator", "envoy", "interpreter", "reporter", "other"})
#: Words for each of two, in which "another" and "other" part nothing.
_MUTUAL = {("one", "another"), ("each", "other")}
#: Words that two accounts must share one by one to be taken for the same text.
_VERBATIM = 5
#: Words of topics that two accounts must share.
_TOPIC_WORDS = 2


Company = Callable[[str], Collection[str]]
"""Gives the names of all persons in a report, by its id."""


class Feature(msgspec.Struct, frozen=True):
    """What something adds to the score, and the words for it; nothing if it says nothing."""

    score: float
    why: str


class _Lists(msgspec.Struct):
    any_topic: frozenset[str]
    any_account: frozenset[str]
    remote: frozenset[str]
    several: frozenset[str]
    units: frozenset[str]
    gatherings: frozenset[str]
    another: frozenset[str]
    then: frozenset[str]
    once_more: frozenset[str]
    counted: frozenset[str]
    this_one: frozenset[str]
    between: frozenset[str]
    own: frozenset[str]
    just: frozenset[str]
    first: frozenset[str]
    agreed_on: frozenset[str]
    roughly: frozenset[str]
    before_named: frozenset[str]
    indefinite: frozenset[str]
    named: frozenset[str]
    subjects: frozenset[str]
    going_on: dict[str, frozenset[str]]


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/topics.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


def is_remote(contact: ContactRow) -> bool:
    """Tell whether a contact is told to have been by video or the like."""
    told = f"{contact.words} {contact.channel or ''}"
    return not _lists().remote.isdisjoint(plain(told).split())


def is_several(contact: ContactRow) -> bool:
    """Tell whether the words tell of contacts, and not of one ("several days ago" is a date)."""
    words = plain(contact.words).split()
    behind = zip(words, [*words[1:], ""], strict=True)
    return any(word in _lists().several and after not in _lists().units for word, after in behind)


def is_of_another(contact: ContactRow) -> bool:
    """Tell whether the words part the contact from the one that a report is about ("another")."""
    return bool(_another(contact))


def _another(contact: ContactRow) -> set[str]:
    """Return the words for another contact; "earlier this week" is a date, and people talk to
    "one another"."""
    words = plain(contact.words).split()
    then = list(pairwise(words))
    dates = {
        at for at, (word, after) in enumerate(then) if word == "earlier" and after in _lists().then
    }
    mutual = {at + 1 for at, pair in enumerate(then) if pair in _MUTUAL}
    told = {word for at, word in enumerate(words) if at not in dates | mutual}
    return told & _lists().another


def is_not_the_next(contact: ContactRow) -> bool:
    """Tell whether the words say that it is not the contact nearest to the report; of those who
    meet again it is."""
    return bool(_another(contact) - _lists().once_more)


def is_of_ones_own(contact: ContactRow) -> bool:
    """Tell whether one who took part tells of it: "our conversation", "I've spoken"."""
    words = contact.words.replace("’", " ").replace("'", " ")
    return not _lists().own.isdisjoint(plain(words).split())


def is_counted(contact: ContactRow) -> bool:
    """Tell whether the words say which of several contacts it was ("the last call")."""
    return not _lists().counted.isdisjoint(plain(contact.words).split())


def between_words() -> frozenset[str]:
    """Return the words before the names of those whom a contact was between."""
    return _lists().between


def this_one() -> frozenset[str]:
    """Return the words before a contact that is counted by which it is the one now told of."""
    return _lists().this_one


def is_just_over(contact: ContactRow) -> bool:
    """Tell whether a contact that is over was just before its report ("she has just met Helk")."""
    return contact.status == "held" and contact.date is None and _has(contact, _lists().just)


def is_the_first(contact: ContactRow) -> bool:
    """Tell whether a contact that is over was the first of several ("in their first call")."""
    return contact.status == "held" and _has(contact, _lists().first)


def _has(contact: ContactRow, phrases: Iterable[str]) -> bool:
    words = f" {' '.join(_WORD.findall(contact.words.casefold()))} "
    return any(f" {phrase} " in words for phrase in phrases)


def is_agreed_on(contact: ContactRow) -> bool:
    """Tell whether the words put off a contact to after the one at which it was agreed on."""
    return not _lists().agreed_on.isdisjoint(plain(contact.words).split())


def is_only_named(contact: ContactRow) -> bool:
    """Tell whether a contact is told by a noun ("the meeting with Helk"), or as going on ("she is
    meeting with Helk"), which does not say if it has been."""
    if is_timeless(contact):
        return True
    words = plain(contact.words.partition(" … ")[0]).split()
    while words and words[0] in _lists().before_named:
        words = words[1:]
    return bool(words) and words[0] in _lists().named


def is_any(contact: ContactRow) -> bool:
    """Tell whether a contact is told by a noun for none in particular ("a call with Helk")."""
    words = plain(contact.words.partition(" … ")[0]).split()
    return is_only_named(contact) and bool(words) and words[0] in _lists().indefinite


def is_timeless(contact: ContactRow) -> bool:
    """Tell whether a contact is told as going on, which may as well be to come: "she is meeting
    Helk", or in no time ("the king meeting with Helk")."""
    words = plain(contact.words.partition(" … ")[0]).split()
    going_on = _lists().going_on
    subjects = _lists().subjects | {
        part for p in contact.participants for part in plain(p.actor.name).split()[-1:]
    }
    for first, after in pairwise(words):
        if after in going_on.get(first, ()) or (first in subjects and after in going_on["is"]):
            return True
    return False


def is_rough(date: str) -> bool:
    """Tell whether the words of a date only say about how long ago it was ("two weeks ago")."""
    return not _lists().roughly.isdisjoint(date.casefold().split())


def circumstances(one: ContactRow, other: ContactRow) -> Iterable[Feature]:
    """Yield what else speaks for one contact."""
    yield _places(one, other)
    yield _topics(one, other)
    yield _words(one, other)
    if one.initiator and other.initiator and one.initiator.id == other.initiator.id:
        yield Feature(0.05, f"both started by {one.initiator.name}")


def third_persons(one: ContactRow, other: ContactRow, company: Company) -> Iterable[Feature]:
    """Yield whether the same others are named in both reports, by family name.

    Who stands aside in the one contact, as an interpreter does, may be told of beside the other.
    """
    parties = {
        words[-1]
        for p in (*one.participants, *other.participants)
        if p.role not in ASIDE and (words := parts(p.actor.name))
    }
    mine, theirs = (
        {words[-1] for name in company(row.report.id) if (words := parts(name))} - parties
        for row in (one, other)
    )
    if shared := sorted(mine & theirs):
        names = ", ".join(name.title() for name in shared[:5])
        yield Feature(min(0.2, 0.1 * len(shared)), f"both reports also name {names}")


def _places(one: ContactRow, other: ContactRow) -> Feature:
    """Compare the places; that of the one may stand in the other's words only."""
    if not one.kind == other.kind == "visit" and _in_a_partys_own_state(one, other):
        return Feature(0.0, "")
    keys = [state_key(row.place.name) if row.place else "" for row in (one, other)]
    if keys[0] == keys[1] and keys[0].isupper():
        return Feature(0.2, f"both in {plain(one.place.name if one.place else '')}")
    places = [city(row.place.name) if row.place else "" for row in (one, other)]
    words = [f" {plain(row.words)} " for row in (one, other)]
    if all(places):
        if f" {places[0]} " in f" {places[1]} " or f" {places[1]} " in f" {places[0]} ":
            return Feature(0.2, f"both in {places[0]}")
        if one.kind == other.kind == "visit":  # of a journey's stops one names this, the other that
            return _stops(one, other)
        if (whole := lies_in(places[0], places[1])) is not None:
            return Feature(0.2, f"both in {whole}")
        if _is_loosely_placed(one, other):
            return Feature(0.0, "")
        return Feature(-0.15, f"not both in {places[0]}")
    for place, others in zip(places, reversed(words), strict=True):
        if place and f" {place} " in others:
            return Feature(0.2, f"both name {place}")
    return _stops(one, other) if one.kind == other.kind == "visit" else Feature(0.0, "")


def _is_loosely_placed(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether places may be one though they are called otherwise: one is the gathering ("at
    the G20"), or a plan without a day names the part of the country, "in the Bay Area"."""
    places = [row.place.name for row in (one, other) if row.place]
    if any(map(_is_gathering, places)):
        return True
    loose = any(row.status == "planned" and row.date is None for row in (one, other))
    return loose and (None in [state_of(place) for place in places])


@lru_cache(maxsize=4096)
def _is_gathering(place: str) -> bool:
    """Tell whether a place is no place, but who gathers there: "G20", "the Harbour Conference"."""
    words = _WORD.findall(place)
    alone = len(words) == 1 and any(map(str.isdigit, words[0]))
    return alone or not _lists().gatherings.isdisjoint(word.casefold() for word in words)


def _stops(one: ContactRow, other: ContactRow) -> Feature:
    """Compare the states that two journeys went to; the place of one may be a part of the world."""
    first, second = (
        {state_key(p.actor.name): p.actor.name for p in row.participants if p.actor.kind == "state"}
        for row in (one, other)
    )
    elsewhere = [row for row in (one, other) if row.place and not _is_stop(row, row)]
    others = len(elsewhere) > 1 or any(_is_a_state(row) for row in elsewhere)
    if others or not first.keys() & second.keys():
        return Feature(0.0, "")
    names = sorted(first[key] for key in first.keys() & second.keys())
    return Feature(0.2, f"both to {' and '.join(names)}")


def _is_a_state(row: ContactRow) -> bool:
    return row.place is not None and state_key(row.place.name).isupper()


def _is_stop(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the place of the one is a state that the other account is of."""
    stops = {state_key(p.actor.name) for p in other.participants if p.actor.kind == "state"}
    return one.place is not None and state_key(one.place.name) in stops


def _words(one: ContactRow, other: ContactRow) -> Feature:
    """Compare the words; those in which any contact is told do not count on their own."""
    if _is_word_for_word(one, other):
        return Feature(0.3, "the same words, of one day")
    mine, theirs = _own_words(one), _own_words(other)
    common = mine & theirs
    telling = common - _lists().any_account
    if (
        len(common) >= 6
        and len(telling) >= 2
        and 5 * len(common) >= 3 * min(len(mine), len(theirs))
    ):
        return Feature(0.3, "nearly the same words")
    least = min(len(words - _lists().any_account) for words in (mine, theirs))
    if len(telling) >= 3 and 10 * len(telling) >= 3 * least:
        return Feature(0.15, f"words in common ({', '.join(sorted(telling)[:5])})")
    return Feature(0.0, "")


def _is_word_for_word(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether two reports of one day have the very same words, as one that came out twice."""
    mine, theirs = (plain(row.words).split() for row in (one, other))
    days = {(row.report.published or "")[:10] for row in (one, other)}
    return mine == theirs and len(mine) >= _VERBATIM and len(days) == 1 and "" not in days


def _in_a_partys_own_state(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether a place is a state that takes part itself, or for which somebody does: that says
    nothing more, nor does a town in it speak against it."""
    refs = (
        ref for p in (*one.participants, *other.participants) for ref in (p.actor, p.represents)
    )
    states = {state_key(ref.name) for ref in refs if ref and ref.kind == "state"}
    return any(row.place and state_key(row.place.name) in states for row in (one, other))


def _topics(one: ContactRow, other: ContactRow) -> Feature:
    """Compare what both are about: a topic of the same words, or words that tell two topics."""
    same = _labels(one) & _labels(other)
    if same:
        return Feature(0.15, f"same topics ({', '.join(sorted(same)[:3])})")
    common = _topic_words(one) & _topic_words(other)
    if len(common) >= _TOPIC_WORDS:
        return Feature(0.15, f"topics in common ({', '.join(sorted(common)[:5])})")
    return Feature(0.0, "")


def _labels(row: ContactRow) -> set[str]:
    return {plain(label.label) for label in row.topics} - {""}


def _topic_words(row: ContactRow) -> frozenset[str]:
    """Return the words of topics that tell one from others; whose topics they are does not."""
    actors = [ref.name for p in row.participants for ref in (p.actor, p.represents) if ref]
    known = {word for name in actors for word in plain(name).split()}
    words = {word for label in _labels(row) for word in label.split() if len(word) > 3}
    return frozenset(words) - known - _lists().any_topic


def _own_words(row: ContactRow) -> frozenset[str]:
    """Return the longer words of an account, but for those of names, kind and date. Of a name
    that is told longer than it is known by ("Oduvan Mira Helk"), no word counts."""
    names = (p.actor.name for p in row.participants)
    known = {word for name in (*names, row.kind) for word in plain(name).split()}
    for run in _NAME.finditer(row.words):
        is_owned = row.words[: run.start()].endswith(" of ")  # "Premier of Norland Mira Helk"
        words = plain(run[0]).split()[is_owned:]
        if known.intersection(words):  # the title in front of a name is not part of it
            known.update(word for word in words if word not in _lists().any_account)
    if row.date:
        known.update(plain(row.date.raw).split())
    return frozenset(word for word in plain(row.words).split() if len(word) > 3) - known
