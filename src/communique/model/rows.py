"""What a look into the record gives back: one value per line of a list, hit or page.

The command, the REST API and the web desk render these same values. Ids are the citable
ones (``r-…`` report, ``a-…`` actor, ``s-…`` statement …), never local to a reading.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

from communique.model.actor import ActorKind
from communique.model.claims import (
    Act,
    Contact,
    ContactKind,
    ContactStatus,
    Figure,
    Forecast,
    Form,
    Label,
    Place,
    Position,
    Proposal,
    Role,
    Statement,
)
from communique.model.judgement import Judgement
from communique.model.reading import Account, Origin
from communique.model.span import Span, Spans
from communique.model.when import When

T = TypeVar("T")

# ``decided`` in a row is what persons decided about the claim: the row has it as corrected.
ClaimKind = Literal["statement", "contact", "figure", "act", "position", "forecast", "proposal"]
AnyClaim = Statement | Contact | Figure | Act | Position | Forecast | Proposal


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines of a list are wanted; all that is set must hold.

    ``actor`` is an id or the beginning of words of a name, ``publisher`` that of its words;
    ``report`` an id, or a prefix of one that is
    unique. ``kind`` is the contact's or act's kind, the statement's form or the actor's kind.
    ``since`` and ``until`` are ISO dates as precise as wanted (``2031``, ``2031-05``,
    ``2031-05-17``), both inclusive. A claim without a date of its own (statements, figures)
    is dated by its report's publication; what has no date is left out when either is set.
    ``about`` are words that stand, one after the other, in what an act, position, forecast or
    proposal is about (its ``what``, ``issue``, ``stance`` or ``title``), in any case, or on the
    timeline in a contact's topics. ``issue`` is that of a position, letter by letter.
    ``added_since`` is an instant (``2031-05-17T09:30:00+00:00``): only what reports tell that came
    into the record after it.
    ``rejected`` lists the claims that a person rejected, which are left out else.
    """

    actor: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    publisher: str | None = None
    status: str | None = None
    about: str | None = None
    issue: str | None = None
    added_since: str | None = None
    rejected: bool = False


#: The filter that lets every line through.
EVERYTHING = Filter()


class Listing(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A page of a list. ``next`` is the cursor of the page after it, ``None`` at the end."""

    rows: tuple[T, ...] = ()
    next: str | None = None


class ReportRef(msgspec.Struct, frozen=True, kw_only=True):
    """Names a report beside something it says. ``label`` is its title or where it came from."""

    id: str
    label: str
    publisher: str | None = None
    published: str | None = None


class ActorRef(msgspec.Struct, frozen=True, kw_only=True):
    """Names an actor beside something it does."""

    id: str
    name: str
    kind: ActorKind


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One publication. ``body`` is the sha256 of its text, ``copies`` the ids of the other
    publications of that same text, ``characters`` the text's length in code points."""

    id: str
    label: str
    title: str | None = None
    publisher: str | None = None
    source: str | None = None
    distributor: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    path: str | None = None
    url: str | None = None
    body: str
    characters: int
    actors: int = 0
    #: How many claims of each kind it makes; kinds that it does not make are absent.
    claims: dict[str, int] = {}
    copies: tuple[str, ...] = ()


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor over all reports. ``names`` are all forms printed, the fullest first;
    ``reports`` counts the reports that name it; ``claims`` those it has a part in, by kind."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    reports: int = 0
    claims: dict[str, int] = {}


class ParticipantRow(msgspec.Struct, frozen=True, kw_only=True):
    """One who takes part in a contact."""

    actor: ActorRef
    represents: ActorRef | None = None
    role: Role = "party"
    evidence: Spans = ()


class ContactRow(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """A contact as one report tells of it. ``words`` are those of its evidence."""

    id: str
    report: ReportRef
    kind: ContactKind
    status: ContactStatus
    participants: tuple[ParticipantRow, ...] = ()
    initiator: ActorRef | None = None
    channel: str | None = None
    date: When | None = None
    place: Place | None = None
    duration: When | None = None
    topics: tuple[Label, ...] = ()
    outcome: tuple[Label, ...] = ()
    series: int | None = None
    main: bool = False
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A statement. ``words`` are its content, parts joined by `` … ``; ``source`` and ``cue``
    are the words that name the speaker and the act of speaking."""

    id: str
    report: ReportRef
    form: Form
    words: str
    speaker: ActorRef | None = None
    source: str | None = None
    cue: str | None = None
    addressee: ActorRef | None = None
    parent: str | None = None
    continues: str | None = None
    marked: bool = True
    medium: Literal["letter", "post"] | None = None
    content: tuple[Span, ...] = ()
    decided: tuple[Judgement, ...] = ()


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure; ``claimant`` of ``None`` is the report's own voice."""

    id: str
    report: ReportRef
    raw: str
    low: float | None = None
    high: float | None = None
    exact: bool = True
    unit: str | None = None
    thing: str | None = None
    claimant: ActorRef | None = None
    as_of: When | None = None
    evidence: tuple[Span, ...] = ()
    words: str
    decided: tuple[Judgement, ...] = ()


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dated claim, or one without a date (then ``first_on`` is ``None``).

    ``first_on`` and ``last_on`` are the first and last day it may mean, ``value`` the date
    as normalised, ``raw`` as printed. ``basis`` says where the date comes from; where it is
    ``from-publication`` the claim itself bears none. ``type`` is the contact's or act's kind or
    the statement's form.
    """

    id: str
    kind: ClaimKind
    type: str | None = None
    status: str | None = None
    first_on: str | None = None
    last_on: str | None = None
    value: str | None = None
    raw: str | None = None
    basis: str | None = None
    actors: tuple[ActorRef, ...] = ()
    words: str
    report: ReportRef
    decided: tuple[Judgement, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report with their surroundings.

    ``text`` is the report's text from ``start`` on; ``marks`` are the spans of interest,
    offsets into ``text`` (not the report).
    """

    slot: str
    text: str
    start: int
    marks: tuple[Span, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found, best first. ``score`` only orders hits of one search (higher is
    better). ``passage.marks`` are the words that matched."""

    id: str
    kind: Literal["report", "statement"]
    report: ReportRef
    score: float
    passage: Passage
    speaker: ActorRef | None = None


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a report: what made it, when (UTC), and how many claims it found.

    ``replaced_at`` is set once a reading by another origin took its place.
    """

    origin: Origin
    read_at: str
    claims: int
    replaced_at: str | None = None


class ShownReport(msgspec.Struct, frozen=True, kw_only=True, tag="report"):
    """A report with all it says and how it was read, the newest reading first.

    ``ids`` maps ``kind:local id`` of the account's actors and claims to citable ids.
    """

    row: ReportRow
    account: Account
    readings: tuple[ReadingRow, ...] = ()
    ids: dict[str, str] = {}


class ShownActor(msgspec.Struct, frozen=True, kw_only=True, tag="actor"):
    """An actor over all reports; ``passages`` holds a mention in each of the first ``reports``,
    the report's id as its ``slot``."""

    row: ActorRow
    reports: tuple[ReportRef, ...] = ()
    passages: tuple[Passage, ...] = ()


class ShownClaim(msgspec.Struct, frozen=True, kw_only=True, tag="claim"):
    """A claim with its evidence in context, and what made it.

    ``actors`` resolves the local actor ids inside ``claim``.
    """

    id: str
    kind: ClaimKind
    claim: AnyClaim
    report: ReportRow
    actors: dict[str, ActorRef] = {}
    passages: tuple[Passage, ...] = ()
    origin: Origin


Shown = ShownReport | ShownActor | ShownClaim


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be used or does not hold, in one line."""

    subject: str
    code: str
    message: str


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """How a date in figures was read that can be read two ways, or not at all."""

    subject: str
    published: str | None
    basis: str


class AddSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What adding came to. ``reports`` are the ids of those added or re-read, in order.

    ``dates`` are those of them whose day of publication may be another. ``unread`` counts, by
    language, those in one that there are no word lists for; ``also_in``, by the other language,
    those that tell about as much in another one, which is not read. ``left_out`` counts the
    claims that are too likely misread to be told.
    """

    added: int = 0
    re_read: int = 0
    unchanged: int = 0
    failed: int = 0
    faults: tuple[Fault, ...] = ()
    reports: tuple[str, ...] = ()
    dates: tuple[Dating, ...] = ()
    unread: dict[str, int] = {}
    also_in: dict[str, int] = {}
    left_out: int = 0


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One step of adding: how many inputs are done, and what became of ``subject``."""

    done: int
    subject: str
    outcome: Literal["added", "re-read", "unchanged", "failed"]


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What was checked of one report, and each span or hash that does not hold."""

    report: str
    spans: int
    faults: tuple[Fault, ...] = ()
