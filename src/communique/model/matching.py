"""What is compared to tell whether two items are the same, and what comes of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.actor import ActorKind
from communique.model.judgement import Verdict


class Holding(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """An office that reports of a month (``2031-05``, empty if not known) give an actor.

    ``of`` names what the office is of, a state or body, as printed; empty if not told.
    """

    title: str
    of: str = ""
    month: str = ""


class Term(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """The days on which somebody may have held an office; empty where that is open."""

    title: str
    of: str = ""
    first: str = ""
    last: str = ""


class Listed(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A person in a user's gazetteer. ``id`` begins with ``g-``; it is the same whenever the
    person is listed by the same name, or by the same id of the file's own."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


class KnownActor(msgspec.Struct, frozen=True, kw_only=True):
    """All that a record knows of an actor to compare it by; about so many ``reports`` name it
    (:func:`about`).

    ``described`` actors have no name, only an office ("the Norland president"); their
    ``name`` is that description and their reports are those of one month.
    """

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    reports: int = 1
    described: bool = False


def about(reports: int) -> int:
    """Return how many reports it is as it is compared: rounded down to a power of two.

    So one more report seldom changes what is compared.
    """
    return 1 << (reports.bit_length() - 1) if reports > 0 else 0


class Opinion(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What the program makes of two items: a judgement without a date.

    ``basis`` says of a ``part`` whether its report says so or whether it is inferred.
    """

    items: tuple[str, str]
    verdict: Verdict
    score: float
    why: str
    basis: Literal["told", "inferred"] | None = None


class Together(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster of actors: its members, the one that it goes by, and what it is called if no
    person says otherwise; that of its leader if left out."""

    leader: str
    members: tuple[str, ...]
    name: str | None = None


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: contacts of two or more of ``parties``, about those days.

    A party is the ids of an actor and of whom it represents. ``first`` and ``last`` are ISO
    dates, or empty where the days are not known.
    """

    parties: tuple[frozenset[str], ...]
    first: str = ""
    last: str = ""
