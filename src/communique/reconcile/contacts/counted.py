"""Words for days that are counted from that of the telling: "today", "a few weeks ago"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

_WORD = re.compile(r"\w+")
#: Days from which on something is no news.
_LONG = 10


class Back(msgspec.Struct, frozen=True):
    """How long ago something was: at least and at most so many days before the report."""

    least: int
    most: int
    words: frozenset[str] = frozenset()


class _Lists(msgspec.Struct):
    relative: frozenset[str]
    unparted: frozenset[str]
    called_to_mind: frozenset[str]
    lately: frozenset[str]
    right_now: frozenset[str]
    later_on: tuple[str, ...]
    earlier_on: tuple[str, ...]
    beginning_of: tuple[str, ...]
    longer_ago: tuple[str, ...]
    lengths: frozenset[str]
    many_times: frozenset[str]
    of_habit: frozenset[str]
    back: tuple[Back, ...]


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/days.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


def is_relative(raw: str) -> bool:
    """Tell whether a date is told by a word for a day counted from that on which it was said."""
    words = _spaced(raw)
    return any(f" {each} " in words for each in _lists().relative) or any(
        each in words for each in _lists().unparted
    )


@lru_cache(maxsize=4096)
def days_back(raw: str) -> Back | None:
    """Return how long ago the words of a date put it; ``None`` where they do not say. "The past" is
    long ago, "the past week" is not."""
    words = _spaced(raw)
    for back in _lists().back:
        for each in back.words:
            _, found, after = words.partition(f" {each} ")
            if found and _lists().lengths.isdisjoint(after.split()[:1]):
                return back
    return None


def is_called_to_mind(sentence: str) -> bool:
    """Tell whether a sentence tells of something of weeks or more before: "I remember", "a few
    weeks ago"."""
    back = days_back(sentence)
    if back is not None and back.least >= _LONG:
        return True
    words = _spaced(sentence)
    return any(f" {each} " in words for each in _lists().called_to_mind)


def is_of_habit(words: str) -> bool:
    """Tell whether the words of an account that is over tell of what people do time and again."""
    return not _lists().of_habit.isdisjoint(_WORD.findall(words.casefold()))


def is_right_now(raw: str) -> bool:
    """Tell whether the words of a date are those for the very time of the telling ("right now")."""
    words = _spaced(raw)
    return any(f" {each} " in words for each in _lists().right_now)


def is_left_of(raw: str) -> bool:
    """Tell whether the words of a date mean what is left of a time ("later this month")."""
    return _spaced(raw).strip().startswith(_lists().later_on)


def is_over_of(raw: str) -> bool:
    """Tell whether the words of a date mean what is over of a time ("earlier this month")."""
    return _spaced(raw).strip().startswith(_lists().earlier_on)


def is_beginning_of(raw: str) -> bool:
    """Tell whether the words of a date mean the first part of a time ("the beginning of May")."""
    return _spaced(raw).strip().removeprefix("the ").startswith(_lists().beginning_of)


def is_longer_ago(raw: str) -> bool:
    """Tell whether the words of a date put it before the time they name ("more than two weeks
    ago")."""
    return _spaced(raw).strip().startswith(_lists().longer_ago)


def is_lately(raw: str) -> bool:
    """Tell whether the words of a date only say that something has been lately ("recently")."""
    words = _spaced(raw)
    return any(f" {each} " in words for each in _lists().lately)


def is_of_many_times(sentence: str) -> bool:
    """Tell whether a sentence tells of contacts in general ("they have met a number of times")."""
    words = _spaced(sentence)
    return any(f" {each} " in words for each in _lists().many_times)


def _spaced(words: str) -> str:
    """Return words in small letters with a space on each side, without marks."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "
