"""Lines of the lists of acts, positions, forecasts and proposals.

They go with those of :mod:`communique.model.rows`: ids are citable ones, actors are those
that stand for their clusters, ``words`` are those of the claim's evidence.
"""

from __future__ import annotations

import msgspec

from communique.model.claims import (
    ActStatus,
    ActType,
    AnswerBasis,
    AnswerKind,
    Outcome,
    Plover,
    Polarity,
    Step,
)
from communique.model.judgement import Judgement
from communique.model.rows import ActorRef, ReportRef
from communique.model.span import Span
from communique.model.when import When


class AnswerRow(msgspec.Struct, frozen=True, kw_only=True):
    """What an act does to another act of its own report."""

    act: str
    kind: AnswerKind
    basis: AnswerBasis
    words: str


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """An act as one report tells of it. ``condition`` are the words that it hangs on."""

    id: str
    report: ReportRef
    type: ActType
    status: ActStatus
    actor: ActorRef | None = None
    actor_raw: str | None = None
    joint: tuple[ActorRef, ...] = ()
    towards: ActorRef | None = None
    also_towards: tuple[ActorRef, ...] = ()
    what: str
    condition: str | None = None
    reported_by: ActorRef | None = None
    when: When | None = None
    plover: Plover | None = None
    answers: tuple[AnswerRow, ...] = ()
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()

    @property
    def doers(self) -> tuple[ActorRef, ...]:
        """Everybody known who does it, the actor first."""
        return ((self.actor,) if self.actor is not None else ()) + self.joint

    @property
    def addressees(self) -> tuple[ActorRef, ...]:
        """Everybody known to whom it is addressed, ``towards`` first."""
        return ((self.towards,) if self.towards is not None else ()) + self.also_towards


class PositionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A stand on an issue, in whose telling: ``reported_by`` of ``None`` is the holder's own,
    or the report's."""

    id: str
    report: ReportRef
    actor: ActorRef | None = None
    actor_raw: str | None = None
    issue: str
    stance: str
    polarity: Polarity
    reported_by: ActorRef | None = None
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()


class ForecastRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody foresees; ``by`` of ``None`` is the report itself."""

    id: str
    report: ReportRef
    by: ActorRef | None = None
    what: str
    made: When | None = None
    horizon: When | None = None
    outcome: Outcome = "open"
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()


class ProposalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A staged plan, and who is for or against it."""

    id: str
    report: ReportRef
    by: ActorRef | None = None
    title: str
    steps: tuple[Step, ...] = ()
    backed_by: tuple[ActorRef, ...] = ()
    opposed_by: tuple[ActorRef, ...] = ()
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()
