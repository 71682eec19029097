"""Taking reports in: the use cases that add to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from communique import pipeline
from communique.copying import trace
from communique.errors import InputError
from communique.judging import judge
from communique.model import Report
from communique.model.rows import AddSummary, Progress
from communique.read.reader import Reader
from communique.record import Store
from communique.settings import Settings

#: Hears of each report as it is done.
Heard = Callable[[Progress], None] | None


class _Adding(Protocol):
    """The service, as far as it adds."""

    settings: Settings

    @property
    def reader(self) -> Reader: ...
    @property
    def _store_for_adding(self) -> Store: ...
    def _take_in(self, reports: Iterable[Report | InputError], progress: Heard) -> AddSummary: ...


class Receiving:
    """The part of :class:`communique.service.Service` that takes reports in."""

    def receive(self: _Adding, folder: Path, *, progress: Heard = None) -> AddSummary:
        """Read what was sent, and lies below ``folder``, into the record.

        It is :meth:`Service.add`, but that reports and faults are told by their names below
        ``folder``, which is gone soon and nobody's business.

        Raises:
            RecordError: the record cannot be opened or written.
            UsageError: the settings' file of issues cannot be used.
        """
        from communique.acquire import acquire

        found = acquire(sorted(str(each) for each in folder.iterdir()))
        return self._take_in(_by_name(found, folder), progress)

    def _take_in(
        self: _Adding, reports: Iterable[Report | InputError], progress: Heard
    ) -> AddSummary:
        """Read reports into the record; judge what is the same, and trace who copied whom."""
        from communique.extract import extract_with

        extractor = extract_with(self.settings.issues)
        store = self._store_for_adding
        outcomes = pipeline.add(reports, self.reader, extractor, store, self.settings.batch)
        summary = pipeline.summed(outcomes, progress)
        judge(store)
        trace(store)
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
