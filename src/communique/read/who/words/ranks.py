"""How high an office is, and which words name no more than that: "leader", "official"."""

from __future__ import annotations

from functools import cache

from communique.read.who.found import Title
from communique.read.who.words.lexicon import singular, table

TOP = ("head-of-state", "head-of-government", "royal", "leader")
"""Classes of offices whose holder stands for a state."""
HIGH = (*TOP, "foreign-minister", "minister")
"""Classes of offices whose holder negotiates for one."""


def is_general(office: str) -> bool:
    """Tell whether the word says no more than the class of an office: "leader", "official"."""
    return singular(office).casefold() in _general()


def is_bare_office(title: Title) -> bool:
    """Tell whether a title has no words of its own: "leaders", but not "faith leaders"."""
    return title.office == "collective" or singular(title.name).casefold() in _offices()


def may_be_a_side(people: str) -> bool:
    """Tell whether people who act together may be one side of talks: "rebel commanders"."""
    return people in _sides()


@cache
def _offices() -> frozenset[str]:
    return frozenset(form for forms in table("offices")["titles"]["en"].values() for form in forms)


@cache
def _sides() -> frozenset[str]:
    return frozenset(table("offices")["collective"]["sides"])


@cache
def _general() -> frozenset[str]:
    return frozenset(table("offices")["matching"]["general"])
