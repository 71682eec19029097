"""Offices that actors hold: when two are one, whether two holders may be one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from communique.model.matching import Holding, KnownActor
from communique.reconcile.spelling import lists, plain, skeleton
from communique.reconcile.states import state_key
from communique.reconcile.translations import english

#: Months by which a description may be apart from a report that names the holder.
NEAR = 2
#: The same for offices of something that is no state: "the foreign secretary" is one of many.
_NEAR_ELSEWHERE = 1
#: The months, and what share of them, whose reports tell what somebody mostly is.
_MANY_MONTHS, _OF_SHARE = 4, 1 / 3
#: Stands for whoever leads a state, whatever the title.
_HEAD = "head"

#: Who sits in a parliament, or speaks for a body.
_REPRESENTATIVE = "representative"

OfficeKey = tuple[str, str]
"""A title and what the office is of, both as they compare."""


@lru_cache(maxsize=1 << 13)
def in_english(title: str) -> str:
    """Return a title as it compares: in plain letters, in English where the lists know it, and
    without forms of address beside an office ("His Majesty King")."""
    words = plain(title)
    office = " ".join(word for word in words.split() if word not in lists().address) or words
    titles = english("titles")
    return titles.get(words) or titles.get(office, office)


@lru_cache(maxsize=1 << 13)
def whenever(title: str) -> str:
    """Return a title as it compares, held still, no longer or not yet: "then-President" and
    "President-elect" are "president"."""
    words = in_english(title).split()
    other_times = lists().former | lists().to_come
    while len(words) > 1 and words[0] in other_times:
        words = words[1:]
    while len(words) > 1 and words[-1] in lists().to_come:
        words = words[:-1]
    return " ".join(words)


@lru_cache(maxsize=1 << 15)
def office_keys(holding: Holding) -> tuple[OfficeKey, ...]:
    """Return what an office is looked up by; none where it is not told what it is of.

    A head of state or government also answers to the words "leader" and "head of state".
    """
    of = state_key(holding.of) if holding.of else ""
    title = in_english(holding.title).removeprefix("the ")
    if not of or not title:
        return ()
    if title in lists().any_head:
        return ((_HEAD, of),)
    return ((title, of), (_HEAD, of)) if title in lists().heads else ((title, of),)


def exact_key(holding: Holding) -> OfficeKey | None:
    """Return the most exact of the keys of an office."""
    keys = office_keys(holding)
    return keys[0] if keys else None


def months_apart(one: str, other: str) -> int | None:
    """Return the months between two (``2031-05``); ``None`` where one is not known."""
    if not one or not other:
        return None
    return abs(_months(one) - _months(other))


def months_around(month: str, near: int) -> tuple[str, ...]:
    """Return the months from ``near`` before ``month`` to as many after it."""
    middle = _months(month) - 1
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(middle - near, middle + near + 1))


def _months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def holds_near(actor: KnownActor, office: OfficeKey, month: str, within: int | None = None) -> bool:
    """Tell whether reports of about that month give an actor that office, none as a former one;
    of ``within`` so many months, if given."""
    near = NEAR if office[1].isupper() else _NEAR_ELSEWHERE
    near = near if within is None else min(within, near)
    then = [
        holding
        for holding in actor.holdings
        if (apart := months_apart(holding.month, month)) is not None and apart <= near
    ]
    held = [holding for holding in then if office in office_keys(holding)]
    titles = {plain(holding.title) for holding in held}
    return bool(held) and not any(_is_former(plain(each.title), titles) for each in then)


def _is_former(title: str, titles: set[str]) -> bool:
    """Tell whether a title is one of some others, but no longer held."""
    word, _, rest = title.partition(" ")
    return word in lists().former and rest in titles


def is_undated_holder(actor: KnownActor, office: Holding) -> bool:
    """Tell whether an undated report gives an actor that office, or calls it the leader."""
    wanted = set(office_keys(office))
    return any(not held.month and exact_key(held) in wanted for held in actor.holdings)


def shared_office(one: KnownActor, other: KnownActor) -> OfficeKey | None:
    """Return an office that both are given, at whatever time; ``None`` if there is none."""
    common = _offices(one.holdings) & _offices(other.holdings)
    return min(common, default=None)


def office_by_sound(one: KnownActor, other: KnownActor) -> OfficeKey | None:
    """Return an office that both are given of a state that no list knows, whose name each
    language spells in its own way ("Велорыя", "Veloria")."""
    mine, theirs = (
        {(title, _sounded(of)): (title, of) for title, of in _offices(actor.holdings)}
        for actor in (one, other)
    )
    return min((mine[key] for key in mine.keys() & theirs.keys()), default=None)


def states_clash(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether both hold offices, and those of the one are of none the other's are of."""
    mine = {_sounded(of) for _, of in _offices(one.holdings)}
    theirs = {_sounded(of) for _, of in _offices(other.holdings)}
    return bool(mine and theirs) and not mine & theirs


def codes_clash(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether both hold offices of states, and none of the same."""
    mine, theirs = (
        {of for _, of in _offices(actor.holdings) if of.isupper()} for actor in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _sounded(of: str) -> str:
    """Return what an office is of as it compares across scripts: a code, or its consonants."""
    return of if of.isupper() else skeleton(of.replace(" ", ""))


@lru_cache(maxsize=1 << 14)
def title_words(title: str) -> frozenset[str]:
    """Return the words of a title that name an office; such as mean one ("Rep.", "Congressman") are
    one, and "general" is no rank behind a word that is none ("Attorney General")."""
    words = in_english(title).split()
    if words[-1:] == [_REPRESENTATIVE] and not lists().sent.isdisjoint(words):
        words = [" ".join(words)]  # "High Representative" sits in no parliament
    ranks = [
        word
        for n, word in enumerate(words)
        if word != "general" or n == 0 or words[n - 1] in lists().below_generals
    ]
    told = frozenset(_worded().get(word, word) for word in ranks)
    return told - lists().no_office - lists().former - lists().kin


def sit_together(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether two may be one who sits in a parliament, whose titles change: "Senator",
    "Ranking Member", but not "Senator" and "Congressman"."""
    titles = [{in_english(held.title) for held in who.holdings} for who in (one, other)]
    seats = [{_worded().get(title, title) for title in each & lists().seated} for each in titles]
    leads = [{title for title in each if _leads_there(title)} for each in titles]
    if not all(seat or lead for seat, lead in zip(seats, leads, strict=True)):
        return False
    return any(leads) and not (all(seats) and seats[0].isdisjoint(seats[1]))


def _leads_there(title: str) -> bool:
    """Tell whether a title is of one who leads in a parliament, or one of its committees."""
    words = title.split()
    chairs = "committee" in words and not lists().leading.isdisjoint(words[-1:])
    return title in lists().leading or chairs


def spelt_out(title: str) -> str:
    """Return a title that compares with such as mean the same spelt in one way: "gov" is
    "governor"."""
    return " ".join(_worded().get(word, word) for word in title.split())


@cache
def _worded() -> dict[str, str]:
    return {form: row[0] for row in lists().titles for form in row}


def titles_clash(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether both have titles, and no word of the one's is in the other's."""
    mine, theirs = (
        {word for held in actor.holdings for word in spelt_out(in_english(held.title)).split()}
        for actor in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def mostly_clash(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether both have titles in many months, and no word of those that the one mostly has is
    in what the other mostly has: a senator who is once called president is no president."""
    mine, theirs = map(_mostly, (one, other))
    return bool(mine and theirs) and not mine & theirs


def _mostly(actor: KnownActor) -> set[str]:
    """Return the words of the titles that reports of a share of months give somebody; none where
    few months tell of any."""
    titles = [spelt_out(in_english(held.title)).split() for held in actor.holdings]
    words = Counter(word for each in titles for word in {*each})
    least = max(_OF_SHARE * len(titles), 1)
    return {word for word, times in words.items() if times >= least and len(titles) >= _MANY_MONTHS}


def shared_title(one: KnownActor, other: KnownActor) -> str | None:
    """Return a title that both are given and that not many have at a time, if there is one."""
    mine, theirs = ({plain(held.title) for held in actor.holdings} for actor in (one, other))
    telling = (title for title in mine & theirs if title and title not in lists().many)
    return min(telling, default=None)


def share_title(one: set[str], other: set[str]) -> bool:
    """Tell whether a title is in both, in one perhaps without what it is of: "chairman", "chairman
    of the joint board"."""
    both = (*product(one, other), *product(other, one))
    return bool(one & other) or any(full.startswith(f"{short} of ") for short, full in both)


def _offices(holdings: Iterable[Holding]) -> set[OfficeKey]:
    return {key for holding in holdings for key in office_keys(holding)}
