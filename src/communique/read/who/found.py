"""What the rules find in the words of a report before anybody is told apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

import msgspec

from communique.model import Span

Gender = Literal["m", "f"]


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """An office as printed: "foreign minister of Belmaria" or "Belmarian Foreign Minister".

    ``office`` is its class, ``name`` the words of the office alone, ``states`` the codes of
    the states it is an office of, ``body`` the printed body or field it is of. ``evidence`` is
    None where the headline tells it and not the text. ``shared`` tells that the state is told of
    another office beside it ("Chile's President Ann Lee and Premier Jo Roe"). ``general`` marks
    words that say no more than the class: "la ministre" is any minister. ``own`` tells that
    the state is not told, but the report's own.
    """

    office: str
    name: str
    states: tuple[str, ...] = ()
    body: str | None = None
    evidence: Span | None
    plural: bool = False
    past: bool = False
    gender: Gender | None = None
    shared: bool = False
    general: bool = False
    own: bool = False


class FoundName(msgspec.Struct, kw_only=True):
    """A run of words that may be a name: the span without titles, and what speaks for what.

    ``weights`` sums local evidence per kind (``person``, ``organisation``, ``place``,
    ``thing``). Learnt evidence may be added to it. ``outside`` tells that the name stands in
    the headline, and its spans are not of the text; ``kin`` that it is told as a relative's,
    ``related`` that it is somebody's to whom another is related; ``risen`` that all words
    around it have capitals. ``nickname`` stands between quotation marks in it: Rob "Buck" Orr;
    ``second`` is where its second word starts; ``is_short`` tells that ``words`` are not those
    printed, but those that an abbreviation is short for.
    """

    span: Span
    words: tuple[str, ...]
    line: int
    quoted: bool
    initial: bool
    phrase: Span
    titles: list[Title] = []
    weights: dict[str, float] = {}
    gender: Gender | None = None
    subject: bool = False
    outside: bool = False
    kin: bool = False
    related: bool = False
    nickname: str | None = None
    second: int | None = None
    is_short: bool = False
    risen: bool = False


class FoundEpithet(msgspec.Struct, kw_only=True):
    """A phrase that points at a holder of an office: "the head of state", "its leader".

    ``determiner`` is its first word if that is one ("the", "our", "both"). ``owner`` is the
    span of the name or epithet it belongs to ("the president's envoy"), ``name`` the name it
    stands in apposition to.
    """

    span: Span
    line: int
    quoted: bool
    title: Title
    determiner: str
    count: int | None = None
    owner: Span | None = None
    name: FoundName | None = None
    subject: bool = False


class FoundKnown(msgspec.Struct, frozen=True, kw_only=True):
    """A state, bloc, organisation or region of the word lists, or a body of a state.

    A body's ``title`` tells what it is and of which state.
    """

    span: Span
    line: int
    quoted: bool
    kind: Literal["state", "bloc", "organisation", "group"]
    key: str
    name: str
    title: Title | None = None


class FoundSides(msgspec.Struct, frozen=True, kw_only=True):
    """Both states of a contact at once: "the two sides"."""

    span: Span
    line: int


class FoundPronoun(msgspec.Struct, frozen=True, kw_only=True):
    """A personal or possessive pronoun, in lower case."""

    span: Span
    line: int
    word: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Everything found, each list in the order of the text.

    ``home`` is the state whose office put the report out, if its name tells. ``headline`` are
    the persons that the headline names, ``author`` the one of them whose words the report is.
    """

    names: list[FoundName]
    epithets: list[FoundEpithet]
    known: list[FoundKnown]
    pronouns: list[FoundPronoun]
    sides: list[FoundSides]
    countries: list[FoundPronoun]
    home: str | None = None
    headline: list[FoundName] = []
    author: FoundName | None = None


def joined(found: Found, more: Sequence[FoundName]) -> Found:
    """Return what was found with further names, or further evidence for those found.

    A name that overlaps one of ``found`` only lends it its weights; rules keep the say about
    where a name begins and ends.
    """
    if not more:
        return found
    names = sorted(found.names, key=lambda name: name.span)
    starts = [name.span.start for name in names]
    new = []
    for name in more:
        at = bisect_right(starts, name.span.end - 1) - 1
        if at >= 0 and names[at].span.overlaps(name.span):
            old = names[at].weights
            both = {*old, *name.weights}
            names[at].weights = {k: old.get(k, 0) + name.weights.get(k, 0) for k in sorted(both)}
        else:
            new.append(name)
    every = sorted((*names, *new), key=lambda name: name.span)
    return msgspec.structs.replace(found, names=every)
