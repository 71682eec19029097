"""What tells that two accounts of the same people are not of one contact, whatever their days: one
tells of contacts with one after the other, of more sides than it names, of what was long ago."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile

import msgspec

from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import Feature, is_several
from communique.reconcile.contacts.counted import is_called_to_mind, is_of_habit, is_of_many_times
from communique.reconcile.contacts.parties import ALL_THE_SAME, is_of_more_sides, principals
from communique.reconcile.contacts.windows import window
from communique.reconcile.spelling import parts, plain
from communique.reconcile.states import state_key

#: What stands between one passage of an account and the next.
_PART = " … "
#: Parties of a contact between two.
_TWO = 2
_OR = re.compile(r"[,;]|\band\b|\bthe\b")


class _Lists(msgspec.Struct):
    three_sided: frozenset[str]
    leaders_of: tuple[str, ...]
    heads_of_many: frozenset[str]
    one_by_one: frozenset[str]


class _Parts(msgspec.Struct):
    beside: tuple[str, ...]


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/topics.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


@cache
def _many() -> re.Pattern[str]:
    """Return the pattern of "with the lake presidents", "of the leaders from Norland, …"."""
    heads = "|".join(map(re.escape, sorted(_lists().heads_of_many)))
    listed = rf"\bof (?:the )?(?:{heads}) from\b"
    return re.compile(rf"\bwith (?:the |his |her |their )?(?:\w+ ){{0,2}}(?:{heads})\b|{listed}")


@cache
def _beside() -> tuple[str, ...]:
    raw = files("communique.reconcile").joinpath("data/parts.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Parts).beside


def are_of_others(one: ContactRow, other: ContactRow, people: Feature) -> bool:
    """Tell whether two accounts are of others than they seem to be, by who is named.

    Args:
        one: An account.
        other: Another.
        people: What their people have in common.
    """
    if _is_one_of_each(one, other) or _is_of_more(one) != _is_of_more(other):
        return True
    if people.score == ALL_THE_SAME:
        return False
    return _are_talks_of_more(one, other) or _is_a_summit_of_more(one, other)


def _is_of_more(contact: ContactRow) -> bool:
    if len(principals(contact)) != _TWO:
        return False
    return tells_of_three(contact) or _is_with_many(contact)


def _is_with_many(contact: ContactRow) -> bool:
    """Tell whether two persons are named, but the words tell of one and of many whom nobody names
    ("he will meet with the lake presidents")."""
    persons = {p.actor.id: p.actor.name for p in contact.participants if p.actor.kind == "person"}
    first = plain(contact.words.partition(_PART)[0])
    words = first.split()
    named = [name for name in persons.values() if set(parts(name)[-1:]) & set(words)]
    return len(persons) == _TWO and len(named) < _TWO and _many().search(first) is not None


def _is_one_of_each(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the account that names more tells of contacts with one after the other ("her
    calls with Helk and Lund")."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    if len(principals(fewer)) == len(principals(more)):
        return False
    first = plain(more.words.partition(_PART)[0]).split()
    return is_several(more) or not _lists().one_by_one.isdisjoint(first)


def _is_a_summit_of_more(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the account that names more tells of a summit of more sides, and the other of a
    meeting of two of them."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    named = len(principals(fewer)) == _TWO and fewer.kind != "summit" == more.kind
    return named and is_of_more_sides(one, other, surely=False)


def _are_talks_of_more(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether two talked, by the one account, and more sides by the other: who
    "spoke with the leaders of two states" mostly did so with one after the other."""
    if not {one.kind, other.kind} <= {"call", "talks"}:
        return False
    return is_of_more_sides(one, other, surely=False) or _names_another_side(one, other)


def _names_another_side(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the account that names more names somebody besides who acts for another state
    than those whom both name do by that very account."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    both = {p.actor.id for p in fewer.participants}
    sides = {
        p.actor.id: p.represents.id
        for p in more.participants
        if p.represents and p.represents.kind == "state"
    }
    known = {side for id, side in sides.items() if id in both}
    return bool(known) and any(s not in known for id, s in sides.items() if id not in both)


@lru_cache(maxsize=8192)
def tells_of_three(contact: ContactRow) -> bool:
    """Tell whether the words tell of three sides or more, whoever of them is named: "the trilateral
    summit", "a meeting with the leaders of Norland and Sudmark"."""
    first = _PART.join(contact.words.split(_PART)[:2])
    words = f" {plain(first)} "
    if any(f" {each} " in words for each in _lists().three_sided):
        return contact.kind not in ("call", "talks")
    for each in _lists().leaders_of:
        _, found, behind = " ".join(first.casefold().split()).partition(each)
        if found and contact.kind not in ("call", "talks"):
            return len(_states(behind.partition(_PART)[0])) >= _TWO
    return False


def _states(words: str) -> set[str]:
    """Return the states that words name one after the other at their beginning."""
    names = (name.strip() for name in _OR.split(words))
    keys = (state_key(name) for name in names if name)
    return set(takewhile(str.isupper, keys))


def is_old_news(contact: ContactRow, sentence: Callable[[ContactRow], str]) -> bool:
    """Tell whether an account without a date is of something that its sentence calls to mind, or
    of contacts in general."""
    if contact.date is not None or contact.status != "held" or window(contact).certainty != "vague":
        return False
    words = sentence(contact)
    first = contact.words.partition(_PART)[0]
    return is_called_to_mind(words) or is_of_many_times(words) or is_of_habit(first)


def is_told_in_general(contact: ContactRow, sentence: Callable[[ContactRow], str]) -> bool:
    """Tell whether an account of a week or a month is of contacts in general ("several times over
    the last week"), and of none of them."""
    if contact.date is None or contact.status != "held" or contact.main:
        return False
    return window(contact).certainty == "vague" and is_of_many_times(sentence(contact))


def is_received_elsewhere(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the one tells of a guest whom somebody received, and the other, which gives no
    day, of a meeting beside something greater ("on the margins of")."""
    for aside, hosted in ((one, other), (other, one)):
        roles = {p.role for p in hosted.participants}
        if aside.date is None and {"host", "guest"} <= roles:
            words = plain(aside.words)
            if any(plain(each) in words for each in _beside()) and not any(
                plain(each) in plain(hosted.words) for each in _beside()
            ):
                return True
    return False
