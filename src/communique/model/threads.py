"""What runs through many reports over time: asks and what became of them, positions and when
they shifted, forecasts and what came of them, contacts, and the relations of two states.

Every value leads back to the claims, and so to the words, that it rests on. What the
program infers is marked so, with its reasons; nothing is called true.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.claim_rows import ActRow, ForecastRow
from communique.model.claims import ActStatus, ActType, ContactKind, Outcome, Polarity, Role
from communique.model.rows import ActorRef, ClaimKind, ReportRef

Sort = Literal["ask", "offer", "promise", "invitation", "threat"]
LedgerStatus = Literal["open", "granted", "accepted", "refused", "done", "broken", "overtaken"]
LinkBasis = Literal["told", "inferred", "decided"]
ShiftKind = Literal["shift", "differing accounts"]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An act as far as it is compared with acts of other reports.

    ``told_on`` is the day its report was published, ``first_on`` and ``last_on`` are the days
    that it may be of (those of the report where it bears no date). ``actor`` and ``towards``
    are ids of the actors that stand for their clusters; ``answers`` are acts of its own
    report that it answers: id, kind and basis.
    """

    id: str
    report: str
    told_on: str
    first_on: str
    last_on: str
    type: ActType
    status: ActStatus
    what: str
    actor: str | None = None
    towards: str | None = None
    reported_by: str | None = None
    answers: tuple[tuple[str, str, str], ...] = ()


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """Acts that are looked for by their matter: told on days from ``since`` to ``until``, with
    words in common that weigh ``least`` or more, each by the lesser of its weights."""

    words: dict[str, float]
    since: str
    until: str
    least: float


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """What a later act or contact makes of an ask: its status, how that is known and why.

    ``score`` is from 0 to 1; what a report says itself, or a person decided, has 1.
    """

    ask: str
    by: str
    status: LedgerStatus
    basis: LinkBasis
    score: float
    why: str
    told_on: str


class Settlement(msgspec.Struct, frozen=True, kw_only=True):
    """A later passage that fulfils, breaks, answers or overtakes an ask, with its words.

    ``by`` is the id of the act or contact that does it. See :class:`Link` for the others.
    """

    by: str
    status: LedgerStatus
    basis: LinkBasis
    score: float
    why: str
    report: ReportRef
    actor: ActorRef | None = None
    on: str | None = None
    words: str


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An ask, offer, promise, invitation or threat, and what became of it.

    ``id`` is that of the act in the first report that tells of it; ``accounts`` are all acts
    that do, the first one first. ``status`` is that of the last of ``settlements``, which are
    in order of time. ``due`` is the last day by which it was to be, where it bears a date.
    """

    id: str
    sort: Sort
    status: LedgerStatus
    actor: ActorRef | None = None
    actor_raw: str | None = None
    joint: tuple[ActorRef, ...] = ()
    towards: ActorRef | None = None
    also_towards: tuple[ActorRef, ...] = ()
    what: str
    made_on: str | None = None
    due: str | None = None
    condition: str | None = None
    accounts: tuple[ActRow, ...]
    settlements: tuple[Settlement, ...] = ()

    @property
    def doers(self) -> tuple[ActorRef, ...]:
        """Everybody known who asks, offers, promises …, the actor first."""
        return ((self.actor,) if self.actor is not None else ()) + self.joint

    @property
    def addressees(self) -> tuple[ActorRef, ...]:
        """Everybody known to whom it is addressed, ``towards`` first."""
        return ((self.towards,) if self.towards is not None else ()) + self.also_towards


class Topic(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a stance is on.

    Attributes:
        head: The stem of its first word that says something: "the holding of hostages" is on
            holding, and who welcomes a release is not for it.
        words: The stems of all such words, each with its weight.
        numbers: The numbers in it.
        harm: The stems of those words that turn round what they go before ("an attack on …").
    """

    head: str = ""
    words: dict[str, float] = {}
    numbers: tuple[str, ...] = ()
    harm: tuple[str, ...] = ()


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A position as far as it is compared with others; ``actor`` stands for its cluster."""

    id: str
    told_on: str
    actor: str
    issue: str
    polarity: Polarity
    reported_by: str | None = None
    on: Topic


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Two stands of one actor on one matter that differ: ids, what they are, and why."""

    kind: ShiftKind
    before: str
    after: str
    why: str


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A position on one side of a change, with its words and who tells of it."""

    id: str
    polarity: Polarity
    words: str
    report: ReportRef
    reported_by: ActorRef | None = None


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's change of stance on a matter, or two tellings of it that differ.

    It is ``differing accounts`` where the two are told on one day, or one of them is told by
    somebody else than the actor.
    """

    id: str
    kind: ShiftKind
    actor: ActorRef
    issue: str
    before: Quote
    after: Quote
    why: str


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """A later passage that bears on a forecast. ``words`` is the sentence."""

    outcome: Outcome
    basis: LinkBasis
    score: float
    why: str
    report: ReportRef
    words: str


class ForecastThread(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast and what later came of it.

    ``outcome`` is what its own report says, or else what ``later`` does; ``open`` where
    neither does. ``due`` is the last day of the horizon.
    """

    id: str
    outcome: Outcome
    due: str | None = None
    forecast: ForecastRow
    later: tuple[Later, ...] = ()


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A date that some accounts of a contact give: the value, and the reports that do."""

    value: str
    raw: str
    reports: tuple[ReportRef, ...]


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    """A contact on the timeline, once, however many reports tell of it.

    ``dates`` holds each differing date with the reports that give it, the most precise first;
    a date that is only less precise than another is not listed. ``is_disputed`` tells
    whether they contradict. ``accounts`` are the ids of all accounts.
    """

    id: str
    first_on: str | None = None
    last_on: str | None = None
    dates: tuple[Dated, ...] = ()
    is_disputed: bool = False
    kinds: tuple[ContactKind, ...]
    status: str
    participants: tuple[ActorRef, ...] = ()
    place: str | None = None
    accounts: tuple[str, ...]
    reports: tuple[ReportRef, ...]
    words: str


class IssueCount(msgspec.Struct, frozen=True, kw_only=True):
    """An issue with how many positions are told on it, and the first and last day they were."""

    label: str
    positions: int
    first: str | None = None
    last: str | None = None


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A claim at its place on the timeline."""

    id: str
    kind: ClaimKind


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A year (``2031``), month (``2031-05``) or day, with how many claims of each kind bear a
    date that begins in it. A contact counts once for each report that tells of it."""

    period: str
    counts: dict[str, int]


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """With whom an actor has contacts, and how many times they are told of."""

    actor: ActorRef
    times: int


class Spell(msgspec.Struct, frozen=True, kw_only=True):
    """An office that reports give an actor: from the first to the last month in which they do.

    ``of`` is what it is of, as printed; months are as ``2031-05``, empty where not known.
    ``months`` counts those in which reports name the office.
    """

    title: str
    of: str = ""
    first: str = ""
    last: str = ""
    months: int = 0


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What led to a contact and what followed.

    ``led`` are asks that the contact settled; ``before`` and ``after`` the nearest contacts of
    the same parties; ``opened`` what was asked, offered or promised in the reports of the
    contact by those who took part, and what became of it.
    """

    led: tuple[LedgerEntry, ...] = ()
    before: tuple[ContactLine, ...] = ()
    after: tuple[ContactLine, ...] = ()
    opened: tuple[LedgerEntry, ...] = ()


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What happened between two states in one period (``2031-05`` or ``2031-Q2``).

    ``contacts`` counts contacts that were held, each once, ``by_kind`` apart. The four quad
    classes count acts of either state towards the other. ``tone`` is acts of cooperation
    less acts of conflict, divided by both: from -1 to 1, ``None`` where there are none.
    ``ids`` are the contacts and acts counted.
    """

    period: str
    contacts: int = 0
    by_kind: dict[str, int] = {}
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0
    tone: float | None = None
    ids: tuple[str, ...] = ()


class Relations(msgspec.Struct, frozen=True, kw_only=True):
    """The relations of two states over time, period by period without gaps."""

    one: ActorRef
    other: ActorRef
    by: Literal["month", "quarter"]
    periods: tuple[Relation, ...] = ()
    undated: int = 0


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """An act of one actor towards another, or a contact of two, and the day it counts under."""

    id: str
    kind: Literal["contact", "act"]
    on: str | None
    type: str
    status: str
    one: str
    other: str
    event: str | None = None
    mode: str | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who took part in a contact that an ask was about: see :class:`Occasion`."""

    actor: str
    represents: str | None = None
    role: Role = "party"


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as far as it is compared with asks for one."""

    id: str
    report: str
    told_on: str
    first_on: str
    last_on: str
    kind: ContactKind
    status: str
    place: str | None = None
    parties: tuple[Party, ...] = ()
