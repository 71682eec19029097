"""Taking reports in: the use cases that add to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec.structs import replace

from communique import pipeline
from communique.copying import trace
from communique.errors import InputError, RecordBusy
from communique.examining import examine
from communique.judging import adopt, gazetteer_of, judge
from communique.model import Report
from communique.model.rows import AddSummary, Progress
from communique.read.reader import Reader
from communique.record import Store
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.workers import Workers

#: Hears of each report as it is done.
Heard = Callable[[Progress], None] | None


class _Adding(Protocol):
    """The service, as far as it adds."""

    settings: Settings
    _one_at_a_time: ClassVar[Lock]
    _is_named: bool

    @property
    def reader(self) -> Reader: ...
    @property
    def _store_for_adding(self) -> Store: ...
    def _workers(self) -> Workers: ...
    def _take_in(self, reports: Iterable[Report | InputError], progress: Heard) -> AddSummary: ...


class Receiving:
    """The part of :class:`communique.service.Service` that takes reports in."""

    #: Readers are not made to read for two at once.
    _one_at_a_time: ClassVar[Lock] = Lock()

    def receive(
        self: _Adding, folder: Path, *, progress: Heard = None, patience: float | None = None
    ) -> AddSummary:
        """Read what was sent, and lies below ``folder``, into the record.

        It is :meth:`Service.add`, but that reports and faults are told by their names below
        ``folder``, which is gone soon and nobody's business. What is sent at the same time is
        read one after the other; ``patience`` says how many seconds to wait at most.

        Raises:
            RecordBusy: others were still adding after that.
            RecordError: the record cannot be opened or written.
            UsageError: the settings' file of issues, or gazetteer, cannot be used.
        """
        from communique.acquire import acquire

        if not self._one_at_a_time.acquire(timeout=-1 if patience is None else patience):
            raise RecordBusy("reports are being added", remedy="try again when they are")
        try:
            found = acquire(sorted(str(each) for each in folder.iterdir()))
            return self._take_in(_by_name(found, folder), progress)
        finally:
            self._one_at_a_time.release()

    def labels_of(self: _Adding, reports: Iterable[str]) -> dict[str, str]:
        """Return what those of the reports that the record holds are called, by their ids."""
        refs = self._store_for_adding.refs(reports)
        return {id: ref.label for id, ref in refs.items()}

    def _workers(self: _Adding) -> Workers:
        """Return what reads, in processes of its own where there is much to read.

        Raises:
            UnknownName: the settings name an engine that there is not.
            UsageError: the settings' file of issues cannot be used.
        """
        from communique.extract import extract_with
        from communique.workers import workers_for

        extractor = extract_with(self.settings.issues, doubtful=self.settings.doubtful)
        here = pipeline.in_turn(self.reader, extractor, self.settings.batch)
        # A reader that was handed in cannot be handed on to another process.
        settings = self.settings if self._is_named else replace(self.settings, workers=1)
        return workers_for(settings, here)

    def _take_in(
        self: _Adding, reports: Iterable[Report | InputError], progress: Heard
    ) -> AddSummary:
        """Read reports into the record; judge what is the same, and trace who copied whom."""
        listed = gazetteer_of(self.settings.gazetteer)
        made = self._workers()  # a bad file is told before there is a record
        store = self._store_for_adding
        with made as workers:
            read, batch = workers.accounts, self.settings.batch
            outcomes = pipeline.add(reports, self.reader.origin, read, store, batch)
            summary = pipeline.summed(outcomes, progress)
        adopt(store, listed)
        judge(store)
        trace(store)
        examine(store)
        return summary


def _by_name(reports: Iterable[Report | InputError], folder: Path) -> Iterator[Report | InputError]:
    """Yield reports and faults under their names, without the folders that they lie in."""
    for each in reports:
        if isinstance(each, Report):
            yield replace(each, path=_name(each.path, folder))
        else:
            each.subject = _name(each.subject, folder) or each.subject
            yield each


def _name(path: str | None, folder: Path) -> str | None:
    """Return what of a path lies behind its folder, the folders in an archive with it."""
    if path is None or not path.startswith(str(folder)):
        return path
    outer, mark, inner = path.partition("!")
    return Path(outer).name + mark + inner
