"""Names of organisations as they compare: their words, and the state whose body they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from communique.reconcile.sides import foreign_ministry_of, seat_of, words_of_bodies
from communique.reconcile.spelling import lists, plain
from communique.reconcile.states import adjectives, state_key

#: Words of organisations' names that do not tell them apart.
FILLERS = frozenset({"of", "the", "for", "and", "on", "to"})
#: What stands between what a body is and what it is of.
_JOINING = frozenset({"of", "for", "on", "to"})
#: The most words that the name of a state has which stands first.
_LONGEST = 3
#: The longest word whose "s" is no ending.
_SHORT = 4
#: Initials apart from the next.
_PARTED = re.compile(r"\b([A-Z])\.\s+(?=[A-Z]\.)")
#: The initials of a broadcaster with what it makes: "XBC News".
_NEWS = re.compile(r"(?:the )?[A-Z]{3,5} News$")
#: Words of a body's name that tell it without the seat of government before it.
_WHOLE = 3
#: Words of a body's name that tell it without the state whose body it is.
LONG = 4
#: What goes with the subject that it teaches; has sections of the same names as others.
_SCHOOL, _DEPARTMENT = "school", "department"
_COMMITTEES = frozenset({"committee", "subcommittee"})
#: What is no part of the name before it: "the $10 | Billion Harbour Fund".
_BEFORE = frozenset({"the", "million", "billion", "trillion"})
#: Kinds of bodies that often go by their name without what they are of.
_OF_MATTERS = frozenset({"corp", "journal", "school"})
#: So many words make a short name.
_SHORT_NAME = 2
#: Is more than one state, in names.
_MORE_THAN_ONE = frozenset({"america", "americas"})


@cache
def _called() -> dict[str, str]:
    return {form: row[0] for row in lists().called for form in row}


@lru_cache(maxsize=1 << 15)
def body_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name in order; dotted initials count as one word.

    A state that stands first ("the Norland ministry", "Norland's", "Norlandic") or behind "of"
    counts as its code, however it is named; one that is known to have such a body ("the State
    Department") as well.
    """
    words = [_called().get(word, word) for word in plain(_without_possessive(name)).split()]
    while words[:1] and words[0] in _BEFORE:
        words = words[1:]
    words = _without_seat(words)
    if _NEWS.match(name):
        words = words[:1]
    code, rest = _of_state(words)
    if code is None:
        code, rest = seat_of(" ".join(words)), words
    bare = [_singular(word) for word in rest if word not in FILLERS]
    if len(bare) > _SHORT_NAME and bare[-1] in lists().firms:
        bare = bare[:-1]  # "Rahl Ferry Inc."
    told = _named_after_subject(_without_given_names(bare))
    if of := foreign_ministry_of(" ".join(words), code, told):
        return (of, "foreign", "ministry")
    if "foreign" in told and not words_of_bodies().isdisjoint(rest):
        told = tuple(word for word in told if word != "affair")
    return (code, *told) if code else told


def _without_given_names(words: list[str]) -> list[str]:
    """Return the words of a name without the given names and the initial of whom it is called after
    ("Nina T. Lund Foundation", "Lund Foundation")."""
    at = next((n for n, word in enumerate(words[1:-2], 1) if len(word) == 1 and word.isalpha()), 0)
    start = next((n for n, word in enumerate(words) if n > at and len(word) > 1), len(words))
    called = words[start:]
    if not at or len(called) < _SHORT_NAME or called[0] in lists().kinds_of_bodies:
        return words  # "Varn A&M University"
    return called


def _named_after_subject(words: list[str]) -> tuple[str, ...]:
    """Return the words of a name with a school's subject behind it: "Law School", "School of
    Law"."""
    for place, (subject, kind) in enumerate(pairwise(words)):
        if kind == _SCHOOL and subject in lists().schools:
            return (*words[:place], _SCHOOL, lists().schools[subject], *words[place + 2 :])
    return tuple(words)


def is_generic(words: Iterable[str]) -> bool:
    """Tell whether the words of a name are such as many bodies' names are made of: "Office of the
    District", "Department of Political Science"."""
    told = {*words}
    least = 3 if _DEPARTMENT in told else 2
    return len(told) <= least and told <= lists().generic


@lru_cache(maxsize=1 << 15)
def _head(name: str) -> str:
    """Return the word of a name that says what it is: "board" of "Salt Board for Norland"."""
    words = plain(name).split()
    end = next((n for n, word in enumerate(words) if n and word in _JOINING), len(words))
    return words[end - 1] if words else ""


def is_no_body(name: str) -> bool:
    """Tell whether a name is of people, papers or things: "Salt Medal", "Harbour Rules"."""
    return _singular(_head(name)) in lists().no_body


def is_one_of_many(one: str, other: str) -> bool:
    """Tell whether one of two names is the plural of the other, which is then no body's: "Ferry
    Stations", "Ferry Station"; longer names of bodies are told so by a slip."""
    mine, theirs = _head(one), _head(other)
    if mine == theirs or _singular(mine) != _singular(theirs):
        return False
    return lists().kinds_of_bodies.isdisjoint((mine, theirs, _singular(mine)))


def words_without_matter(name: str) -> tuple[str, ...] | None:
    """Return the words of a corps or a school called after somebody without what it is of ("Lund
    School of Salt", "Lund School"); ``None`` for other bodies, and for a university's school."""
    words = body_words(name)
    end = next((n for n, word in enumerate(words) if word in _OF_MATTERS), 0) + 1
    behind = plain(name).partition(f" {words[end - 1]}")[2].split() if end > 1 else []
    many = lists().generic | lists().ranks | _OF_MATTERS | adjectives().keys()
    told = [word for word in words[:end] if word not in many and not word.isupper()]
    if not told or end < _SHORT_NAME or "university" in words:
        return None
    return words[:end] if len(words) == end or "of" in behind[:2] else None


def is_without_matter(short: str, full: str) -> bool:
    """Tell whether the one is the other without what it is of."""
    return body_words(short) == words_without_matter(full) != body_words(full)


def joined_otherwise(one: str, other: str) -> bool:
    """Tell whether the words of two short names are joined by other words ("Service for Norland",
    "Service to Norland")."""
    if len(set(body_words(one))) > _SHORT_NAME or words_of_bodies() & {*body_words(one)}:
        return False
    mine, theirs = ((FILLERS - {"the", "and"}).intersection(plain(n).split()) for n in (one, other))
    return bool(mine and theirs) and mine != theirs


def without_state(words: frozenset[str]) -> frozenset[str]:
    """Return the words of a body's name without the code of the state whose body it is."""
    return frozenset(word for word in words if not (len(word) == 2 and word.isupper()))


def is_cut_short(name: str) -> bool:
    """Tell whether a name looks like a part of a longer one: "Partnership for", "of the Harbour",
    "Museum of Norlandic"."""
    words = plain(name).split()
    begins, ends = FILLERS.intersection(words[:1]) - {"the"}, FILLERS.intersection(words[-1:])
    return bool(begins or ends) or (len(words) > 1 and words[-1] in adjectives())


def _without_seat(words: list[str]) -> list[str]:
    """Return the words of a name without the seat of government before it ("White House Harbour
    Policy Council"), if what is left is a name of some length."""
    if _COMMITTEES & {*words}:
        return words  # each chamber has its own
    for end in (2, 1):
        whole = len(words) >= end + _WHOLE and words[end] not in FILLERS
        if whole and seat_of(" ".join(words[:end])):
            return words[end:]
    return words


def _without_possessive(name: str) -> str:
    name = _PARTED.sub(r"\1.", name)  # "U. S."
    return " ".join(word.removesuffix("'s").removesuffix("’s") for word in name.split())


def _singular(word: str) -> str:
    """Return a word without the ending of its plural, so that "Minerals" and "Mineral" are one."""
    is_plural = (
        len(word) > _SHORT
        and word not in _MORE_THAN_ONE
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    )
    return word[:-1] if is_plural else word


def _of_state(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the code of the state that a name has in it, and the other words."""
    for place, word in enumerate(words):
        if word == "of" and (code := _code(words[place + 1 :])):
            return code, words[:place]
    for end in range(min(_LONGEST, len(words) - 1), 0, -1):
        rest = words[end:]
        if code := _code(words[:end]):
            return code, rest
        adjective = adjectives().get(" ".join(words[:end]))
        if adjective and not words_of_bodies().isdisjoint(rest):
            return adjective, rest
    return None, words


def _code(words: list[str]) -> str | None:
    name = " ".join(words)
    key = state_key(name) if name and name not in _MORE_THAN_ONE else ""
    return key if key.isupper() else None
