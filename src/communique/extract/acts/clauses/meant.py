"""Whom the pronouns mean in what an act is about: "slammed *his* plan" is "[Bo Lind's] plan"."""

from __future__ import annotations

from typing import Literal

from communique.extract.acts.clauses.clause import Clause
from communique.extract.antecedents import in_brackets

Whose = Literal["doer's", "open", "another's"]
"""Whose "his plan" is by the verb alone: "ended his bid", "backed his bid", "slammed his bid"."""

_PERSONS = frozenset({"he", "she", "him", "her", "his", "my", "me", "i"})
_WHOSE = frozenset({"his", "its", "their", "my", "our"})


def told_out(clause: Clause, first: int, last: int, known: set[str], whose: Whose) -> str:
    """Return words with the names in brackets of whom their pronouns mean.

    Those ``known`` need no name, nor does who is named in the words before.
    """
    for at in range(first, last):
        if clause.items[at].ref is not None or clause.word(at) in ("he", "she"):
            meant = set(clause.person_at(at) or ())
        else:
            meant = only_other(clause, at, known, whose) if at <= first + 1 else set()
        name = None if meant <= known else _name(clause, at, meant, whose)
        known = known | meant
        if name is not None:
            before = clause.raw(first, at) if at > first else ""
            return in_brackets(before, name, told_out(clause, at + 1, last, known, whose))
    return clause.raw(first, last) if last > first else ""


def only_other(clause: Clause, at: int, doers: set[str], whose: Whose) -> set[str]:
    """Return whom "him" means that the reader left open: the only one named before but the doer."""
    object_ = clause.word(at) in ("him", "her") and not clause.is_possessive(at)
    blamed = whose == "another's" and clause.word(at) in ("her", "his")
    if not doers or not (blamed or (whose != "doer's" and object_)):
        return set()
    if clause.items[at].ref is not None:
        return set(clause.person_at(at) or ()) - doers
    refs = [item.ref for item in clause.items[:at] if item.ref is not None]
    others = {ref.actor for ref in refs} - doers
    people = {one for one in others if clause.view.actors[one].kind == "person"}
    return people if len(people) == 1 else set()


def _name(clause: Clause, at: int, meant: set[str], whose: Whose) -> str | None:
    """Return the name of whom the pronoun at ``at`` means; ``None`` where nothing names him."""
    ref, word = clause.items[at].ref, clause.word(at)
    if ref is not None and ref.form != "pronoun":
        return None
    actor = clause.view.actors[ref.actor if ref is not None else next(iter(meant))]
    person = actor.kind == "person"
    unnamed = actor.kind == "group" and actor.name.islower()  # "other leaders"
    if unnamed or actor.name.startswith("that ") or person != (word in _PERSONS):
        return None
    if clause.is_possessive(at) and not clause.listed(at - 1, "giving"):  # "give her advice"
        if clause.word(at + 1) == "own" or (whose == "doer's" and word in _PERSONS):
            return None
        return actor.name + ("'" if actor.name.endswith("s") else "'s")
    return actor.name if word not in _WHOSE else None
