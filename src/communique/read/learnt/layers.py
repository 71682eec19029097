"""What the learnt reader says of a text: plain layers of spans in code points."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""``text[start:end]`` in code points, never empty."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: span lists in order, never overlapping within a list.

    ``content`` always has a span; ``source`` is empty where nobody is named,
    ``cue`` where no word carries the saying. More than one span is discontinuous.
    ``score`` is the mean probability of the choices made, 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something that can act.

    ``kind`` is ``person``, ``group`` (several people), ``place`` or
    ``organisation``; ``form`` is ``name``, ``nominal`` (an epithet) or
    ``pronoun``. The words run up to the first comma or relative clause and
    may include a title. ``score`` is a probability.
    """

    start: int
    end: int
    kind: str
    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of the same entity, by their places in ``Layers.mentions``.

    ``antecedent`` comes first; ``score`` is a probability.
    """

    mention: int
    antecedent: int
    score: float


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression with its TIMEX3 type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers of one text, each in order of its first code point."""

    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    times: tuple[Time, ...] = ()
