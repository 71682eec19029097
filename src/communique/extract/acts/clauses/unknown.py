"""Doers whom the reading does not know: "Kelp Lines had rejected …", "Dock workers signed"."""

from __future__ import annotations

import re

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.party import Party
from communique.extract.modality import VerbForm

_NAME = 5  # words of a name
_PHRASE = 6  # items of "three Luthan customs officers"
_FUNCTION = (
    "preposition", "conjunction", "subordinator", "conditional", "relative", "reporting",
    "adverb", "be", "have", "do", "modal", "future", "not", "to", "title", "pronoun", "possessive",
)  # fmt: skip


def unknown_doer(clause: Clause, start: int, form: VerbForm) -> Party | None:
    """Return who stands right before the verb group at ``start`` and is not known by name.

    They are told by what they are ("Dutch voters", "six gunmen"), or by a name that the reading
    does not know. They open a clause. Only a verb of the past tells of them: "gunmen freed …".
    """
    if form != "past" or clause.word(start) == "to":
        return None
    last = start
    while last > 0 and _is_passed(clause, last - 1):
        last -= 1
    if clause.listed(last - 1, "doers"):
        return _described(clause, last)
    return _named(clause, last)


def _is_passed(clause: Clause, at: int) -> bool:
    """Tell whether an adverb or a date stands between a subject and its verb."""
    if clause.items[at].ref is not None:
        return False
    return (
        clause.is_adverb(at)
        or clause.dated(at)
        or (clause.dated(at + 1) and clause.has(at, "preposition"))
    )


def _described(clause: Clause, last: int) -> Party | None:
    """Return the noun phrase that ends before ``last``, up to where its clause opens."""
    first = last - 1
    while first > 0 and last - first < _PHRASE and not clause.begins(first):
        if clause.has(first - 1, *_FUNCTION) or not clause.word(first - 1)[:1].isalnum():
            break
        first -= 1
        if clause.has(first, "determiner"):
            break
    if not clause.opens(first) or (first == last - 1 and clause.is_bare(first)):
        return None
    return Party((), clause.raw(first, last), first, last)


def _named(clause: Clause, last: int) -> Party | None:
    """Return the name that ends before ``last``.

    A single word that begins the sentence must stand in capitals elsewhere.
    """
    first = last
    while first > 0 and last - first < _NAME and _is_of_name(clause, first - 1):
        first -= 1
    if first == last or clause.word(last - 1)[:1].isdigit():
        return None
    begins = first - clause.has(first - 1, "determiner")
    single = begins == first == last - 1 and clause.begins(first)
    if single and not _is_name(clause, clause.items[first].word):
        return None
    if not clause.opens(begins) or clause.listed(last - 1, "no_doers"):
        return None
    return Party((), clause.raw(begins, last), begins, last)


def _is_of_name(clause: Clause, at: int) -> bool:
    item = clause.items[at]
    plain = item.ref is None and item.upper and item.word[:1].isalpha()
    return plain and not clause.dated(at) and not clause.has(at, "determiner", *_FUNCTION)


def _is_name(clause: Clause, word: str) -> bool:
    """Tell whether a word stands in capitals in the middle of a sentence."""
    name = re.escape(word.capitalize())
    return re.search(rf"(?<=[a-z,] ){name}\b", clause.view.text) is not None
