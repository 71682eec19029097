"""Every use case, once. The command, the API and the web desk call nothing else.

::

    from communique.service import Service
    from communique.settings import load

    with Service(load(record="talks.sqlite")) as service:
        service.add(["reports/"])
        for row in service.timeline().rows:
            print(row.first_on, row.words)

Lists come in pages (:class:`~communique.model.rows.Listing`): pass ``after=listing.next``
for the next page, or go through them all with :func:`every`. Values are those of
:mod:`communique.model.rows` and :mod:`communique.model.comparison`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Protocol, TypeVar

from communique.errors import InputError
from communique.model import Account
from communique.model.comparison import ContactAccounts
from communique.model.dossier import Dossier
from communique.model.rows import (
    EVERYTHING,
    ActorRow,
    AddSummary,
    ContactRow,
    FigureRow,
    Filter,
    Hit,
    Listing,
    Progress,
    ReportRow,
    Shown,
    StatementRow,
    TimelineRow,
    Verification,
)
from communique.settings import Settings

T = TypeVar("T")
T_row = TypeVar("T_row")

#: Lines of a page where the caller does not say.
PAGE = 50


class Pages(Protocol[T_row]):
    """A list of the service: :meth:`Service.contacts`, :meth:`Service.statements` …"""

    def __call__(
        self, wanted: Filter = ..., *, limit: int = ..., after: str | None = ...
    ) -> Listing[T_row]:
        """Return one page."""
        ...


def every(pages: Pages[T], wanted: Filter = EVERYTHING) -> Iterator[T]:
    """Yield every row of a list, a page at a time: ``every(service.contacts)``."""
    raise NotImplementedError


class Service:
    """The use cases over one record.

    Nothing is opened until it is needed; :meth:`read` never touches the record. A list on a
    record that does not exist yet raises :class:`~communique.errors.RecordError`; only
    :meth:`add` makes one.

    Args:
        settings: How to run; see :func:`communique.settings.load`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __enter__(self) -> Service:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record, if it was opened."""

    def read(self, inputs: Iterable[str | Path]) -> Iterator[Account | InputError]:
        """Yield what each report of ``inputs`` says, in order, without touching a record.

        An input that cannot be used yields its error in its place.
        """
        raise NotImplementedError

    def add(
        self,
        inputs: Iterable[str | Path],
        *,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddSummary:
        """Read the reports of ``inputs`` into the record, each in a transaction of its own.

        A report that is already there, read by the same origin, is left alone; by another
        origin, it is read again and the new reading takes the old one's place. What cannot be
        used is counted and told in ``faults``; the others are added. ``progress`` is called
        after each report.

        Raises:
            RecordError: the record cannot be opened or written.
        """
        raise NotImplementedError

    def reports(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ReportRow]:
        """List the reports by date of publication, undated last."""
        raise NotImplementedError

    def actors(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ActorRow]:
        """List the actors, those named by most reports first."""
        raise NotImplementedError

    def contacts(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ContactRow]:
        """List the contacts, report by report (see :meth:`contact_accounts` for side by side)."""
        raise NotImplementedError

    def statements(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[StatementRow]:
        """List the statements, report by report; ``wanted.actor`` is the speaker or addressee."""
        raise NotImplementedError

    def figures(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[FigureRow]:
        """List the figures, report by report; ``wanted.actor`` is the claimant."""
        raise NotImplementedError

    def timeline(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[TimelineRow]:
        """List contacts, acts, forecasts and dated statements by date, undated last."""
        raise NotImplementedError

    def search(
        self,
        text: str,
        wanted: Filter = EVERYTHING,
        *,
        limit: int = 20,
        after: str | None = None,
    ) -> Listing[Hit]:
        """Search reports and statements for words, best first.

        All words must occur; ``"words in quotes"`` stand together, ``word*`` is a prefix,
        case and accents do not matter. Any text is a valid search. ``wanted.kind`` may be
        ``report`` or ``statement``.
        """
        raise NotImplementedError

    def show(self, id: str) -> Shown:
        """Return what an id names, with its evidence in context. A unique prefix will do.

        Raises:
            NotInRecord: nothing has that id.
            UsageError: it is no id, or a prefix of several; the error lists them.
        """
        raise NotImplementedError

    def contact_accounts(self, id: str) -> ContactAccounts:
        """Return the contact that ``id`` (of any account of it) names, all accounts side by side.

        Raises:
            NotInRecord: no contact has that id.
        """
        raise NotImplementedError

    def contacts_compared(self, wanted: Filter = EVERYTHING) -> Iterator[ContactAccounts]:
        """Yield every contact once, by date, with all accounts of it side by side."""
        raise NotImplementedError

    def verify(self, report: str | None = None) -> Iterator[Verification]:
        """Check every span and body hash in the record (or one report), report by report."""
        raise NotImplementedError

    def dossier(self, path: Path, wanted: Filter = EVERYTHING, *, title: str | None = None) -> Path:
        """Write one self-contained HTML file of the record to ``path`` and return its path."""
        raise NotImplementedError

    def contents(self, wanted: Filter = EVERYTHING, *, title: str | None = None) -> Dossier:
        """Return everything that a dossier shows, as values."""
        raise NotImplementedError
