"""What reports claim. Each claim carries the words that make it (``evidence``).

Slots are described in ``docs/reading.md``. An actor slot of ``None`` is the report's own
voice, or nobody who could be told; then a ``…_raw`` slot keeps the words.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.span import Spans
from communique.model.when import When

Form = Literal["direct", "indirect", "mixed"]
ContactKind = Literal[
    "call",
    "meeting",
    "summit",
    "visit",
    "talks",
    "letter",
    "gift",
    "interview",
    "briefing",
    "other",
]
ContactStatus = Literal["held", "planned", "proposed", "invited", "declined", "hypothetical"]
Role = Literal["party", "host", "guest", "mediator", "envoy", "interpreter", "reporter", "other"]
ActType = Literal[
    "request",
    "propose",
    "offer",
    "promise",
    "agree",
    "concede",
    "reject",
    "refuse",
    "demand",
    "order",
    "warn",
    "threaten",
    "accuse",
    "criticise",
    "support",
    "welcome",
    "thank",
    "congratulate",
    "invite",
    "decide",
    "announce",
    "deny",
    "sanction",
    "lift-sanction",
    "release",
    "aid",
]
ActStatus = Literal["stated", "conditional", "planned", "done", "refused"]
AnswerKind = Literal["grants", "refuses", "accepts", "rejects", "fulfils", "denies", "exchanges"]
AnswerBasis = Literal["stated", "inferred"]
Polarity = Literal["for", "against", "conditional", "neutral"]
Outcome = Literal["open", "happened", "failed", "stated-correct", "stated-wrong"]


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What all claims share: an id, local to the reading, and optionally a reason.

    ``why`` names the pattern or head that made the claim, for ``show --why``.
    """

    id: str
    why: str | None = None


class Statement(Claim, frozen=True, kw_only=True):
    """Something somebody is reported to have said, written or thought aloud."""

    form: Form
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    speaker: str | None = None
    addressee: str | None = None
    #: The statement it is told inside.
    parent: str | None = None
    #: False where direct speech stands without marks of its own.
    marked: bool = True
    #: The statement it goes on from, in new marks.
    continues: str | None = None
    #: The editor's [brackets] inside the content.
    insertions: Spans = ()
    medium: Literal["letter", "post"] | None = None


class Participant(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One who takes part in a contact, for whom, and as what."""

    actor: str
    represents: str | None = None
    role: Role = "party"
    evidence: Spans = ()


class Place(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where a contact took place: the printed words and the place's name."""

    raw: str
    name: str
    evidence: Spans


class Label(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A topic or an outcome: a short label and the words it stands for."""

    label: str
    evidence: Spans


class Plover(msgspec.Struct, frozen=True, gc=False):
    """PLOVER's codes for an act or a contact."""

    event: str
    mode: str | None = None


class Contact(Claim, frozen=True, kw_only=True):
    """A call, meeting, visit, letter … between actors, held or not."""

    kind: ContactKind
    status: ContactStatus = "held"
    participants: tuple[Participant, ...] = ()
    initiator: str | None = None
    channel: str | None = None
    date: When | None = None
    place: Place | None = None
    duration: When | None = None
    topics: tuple[Label, ...] = ()
    outcome: tuple[Label, ...] = ()
    #: How many contacts, where the report counts several ("about five meetings").
    series: int | None = None
    #: True for the contact that the report is about; at most one.
    main: bool = False
    plover: Plover | None = None
    evidence: Spans


class Figure(Claim, frozen=True, kw_only=True):
    """A number and who claims it. ``low`` equals ``high`` where one value is given."""

    raw: str
    low: float | None = None
    high: float | None = None
    exact: bool = True
    unit: str | None = None
    thing: str | None = None
    claimant: str | None = None
    as_of: When | None = None
    evidence: Spans


class Answer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an act does to another act of the same report, and how that is known.

    ``basis`` is ``stated`` where the report's own words tie the two (``evidence`` are those
    words), ``inferred`` where type, parties and matter fit (``evidence`` is the answer).
    """

    act: str
    kind: AnswerKind
    basis: AnswerBasis
    evidence: Spans


class Act(Claim, frozen=True, kw_only=True):
    """An ask, offer, promise, refusal, thanks, sanction, release … by somebody."""

    type: ActType
    actor: str | None = None
    actor_raw: str | None = None
    #: Who acts together with the actor ("Ruiz and Lind agreed").
    joint: tuple[str, ...] = ()
    towards: str | None = None
    #: To whom else it is addressed ("thanked Ruiz and Lind").
    also_towards: tuple[str, ...] = ()
    what: str
    status: ActStatus = "stated"
    condition: Spans | None = None
    reported_by: str | None = None
    when: When | None = None
    plover: Plover | None = None
    #: Acts of the same report that this one answers.
    answers: tuple[Answer, ...] = ()
    evidence: Spans

    @property
    def doers(self) -> tuple[str, ...]:
        """Everybody known who does it, the actor first."""
        return ((self.actor,) if self.actor is not None else ()) + self.joint

    @property
    def addressees(self) -> tuple[str, ...]:
        """Everybody known to whom it is addressed, ``towards`` first."""
        return ((self.towards,) if self.towards is not None else ()) + self.also_towards


class Position(Claim, frozen=True, kw_only=True):
    """Somebody's stand for or against something, in whose telling."""

    actor: str | None = None
    actor_raw: str | None = None
    issue: str
    stance: str
    polarity: Polarity
    reported_by: str | None = None
    statement: str | None = None
    evidence: Spans


class Forecast(Claim, frozen=True, kw_only=True):
    """What somebody foresees, by when, and whether the report says it came true."""

    by: str | None = None
    what: str
    made: When | None = None
    horizon: When | None = None
    outcome: Outcome = "open"
    evidence: Spans


class Step(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One step of a proposal; ``order`` counts from 1, equal numbers go together."""

    order: int
    what: str
    evidence: Spans


class Proposal(Claim, frozen=True, kw_only=True):
    """A staged plan that somebody puts forward."""

    by: str | None = None
    title: str
    steps: tuple[Step, ...] = ()
    backed_by: tuple[str, ...] = ()
    opposed_by: tuple[str, ...] = ()
    evidence: Spans


class LeftOut(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A claim that is too likely misread to be told.

    ``label`` is an act's type, a contact's or forecast's kind, the side of a stand; ``who`` the
    first of those who would do it, by the id of an actor; ``what`` the matter, in the report's
    words; ``likelihood`` how likely it is right, from 0 to 1, by people's verdicts on others.
    """

    kind: Literal["act", "contact", "position", "forecast"]
    label: str
    who: str | None = None
    what: str = ""
    likelihood: float
    evidence: Spans
