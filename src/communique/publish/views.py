"""What the dossier's templates draw: values ready to be printed, nothing to be worked out.

A template only loops and prints. Links are made here, and only to places that are on the
page.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a report's words under the same highlights.

    ``href`` leads to the entry of the claim that these words are before all, ``keys`` names
    every claim they are part of, unless that is the only one (a page has very many pieces);
    ``anchors`` are the claims whose words begin here.
    """

    text: str
    classes: str = ""
    href: str = ""
    keys: str = ""
    hint: str = ""
    anchors: tuple[str, ...] = ()
    #: Whether the Tab key stops here: only at a claim's first words, never at mere mentions.
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line in the margin: a claim whose words begin in the paragraph beside it."""

    href: str
    layer: str
    label: str
    who: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report, cut into pieces, with the notes that stand beside it."""

    kind: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: what it is, and its text if the page holds it."""

    id: str
    label: str
    facts: tuple[tuple[str, str], ...]
    url: str = ""
    lang: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    claims: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is said: the report's name, the link to the very words, who put it out."""

    label: str
    href: str = ""
    published: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement told inside another."""

    who: str
    words: tuple[str, ...]
    href: str
    form: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement, its parts parted where the cue or an insertion cuts it."""

    id: str
    form: str
    words: tuple[str, ...]
    source: Source
    notes: tuple[str, ...] = ()
    inside: str = ""
    inside_href: str = ""
    tells: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with all he or she is reported to have said."""

    name: str
    href: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """What one account says in one slot.

    ``mark`` is agree, differ, more (what others leave out), single, silent or copied.
    """

    report: str
    mark: str
    label: str
    value: str = ""
    raw: str = ""
    href: str = ""
    copied_from: str = ""


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot over all accounts of a contact: ``mark`` is agree, differ, more or single."""

    name: str
    mark: str
    label: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account of a contact: its id, the report that gives it, and its words."""

    id: str
    source: Source
    words: str
    facts: tuple[tuple[str, str], ...] = ()
    #: Its report in short, for a narrow page: who put it out, or else its title.
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with each report's account of it."""

    id: str
    kind: str
    status: str
    who: str
    date: str
    place: str
    accounts: tuple[AccountView, ...]
    slots: tuple[SlotView, ...]
    why: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline."""

    id: str
    date: str
    about: str
    kind: str
    status: str
    who: str
    words: str
    href: str
    source: Source
    accounts: int = 1


@dataclass(frozen=True, slots=True)
class Month:
    """The lines of the timeline that fall in a month."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor over all reports."""

    id: str
    name: str
    kind: str
    also: str
    offices: str
    reports: str
    part: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A figure, act, position, forecast or proposal as a line of a table."""

    id: str
    layer: str
    kind: str
    who: str
    what: str
    value: str
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class SettlementView:
    """What a later passage makes of an ask."""

    status: str
    basis: str
    why: str
    words: str
    on: str
    source: Source


@dataclass(frozen=True, slots=True)
class EntryView:
    """An ask, offer, promise, invitation or threat, and what became of it."""

    id: str
    href: str
    sort: str
    status: str
    who: str
    towards: str
    what: str
    due: str
    condition: str
    source: Source
    reports: str
    settlements: tuple[SettlementView, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A position on one side of a shift."""

    polarity: str
    words: str
    told: str
    source: Source


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A change of somebody's stand."""

    kind: str
    who: str
    issue: str
    before: QuoteView
    after: QuoteView


@dataclass(frozen=True, slots=True)
class Page:
    """The whole dossier."""

    title: str
    lede: str
    made_at: str
    version: str
    left_out: tuple[str, ...]
    counts: tuple[tuple[str, int, str], ...]
    months: tuple[Month, ...]
    contacts: tuple[ContactView, ...]
    voices: tuple[Voice, ...]
    actors: tuple[ActorView, ...]
    figures: tuple[ClaimView, ...]
    others: tuple[ClaimView, ...]
    reports: tuple[ReportView, ...]
    differing: tuple[ContactView, ...] = field(default=())
    ledger: tuple[EntryView, ...] = field(default=())
    shifts: tuple[ShiftView, ...] = field(default=())
