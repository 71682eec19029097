"""What happens to a report: acquire → read → extract → record, one function per arrow.

Each function takes a stream and gives one, in the same order. What went wrong with a report
stands in its place, and the others go on. Only a batch of reports is in memory at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

import msgspec

from communique.errors import EvidenceError, InputError, InternalError
from communique.model import Account, Claims, Reading, Report, account_of, verify_account
from communique.model.citation import report_id
from communique.model.rows import AddSummary, Fault, Progress
from communique.read.reader import Reader
from communique.record import Outcome, Store

T = TypeVar("T")

#: An input that cannot be used, or one on which communique itself failed.
Failed = InputError | InternalError
Extract = Callable[[Reading], Claims]


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a report: ``id`` is its citable id, ``label`` where it came from."""

    id: str
    label: str
    outcome: Outcome


def read(
    reports: Iterable[Report | InputError], reader: Reader, batch: int
) -> Iterator[tuple[Reading, Report] | Failed]:
    """Yield each report's reading, ``batch`` reports going to the engine at a time."""
    for some in batches(reports, batch):
        sound = [report for report in some if isinstance(report, Report)]
        readings = _read(sound, reader)
        for report in some:
            if isinstance(report, Report):
                reading = next(readings)
                yield reading if isinstance(reading, InternalError) else (reading, report)
            else:
                yield report


def extract(
    readings: Iterable[tuple[Reading, Report] | Failed], extractor: Extract
) -> Iterator[tuple[Account, Reading] | Failed]:
    """Yield what each report says, every span of it verified against the text."""
    for each in readings:
        if isinstance(each, tuple):
            yield _extract(*each, extractor)
        else:
            yield each


def record(
    accounts: Iterable[tuple[Account, Reading] | Failed], store: Store
) -> Iterator[Recorded | Failed]:
    """Add each account to the record and yield what became of it.

    Raises:
        RecordError: the record cannot be written; what was yielded before is kept.
    """
    for each in accounts:
        if isinstance(each, tuple):
            yield _record(*each, store)
        else:
            yield each


def add(
    reports: Iterable[Report | InputError],
    reader: Reader,
    extractor: Extract,
    store: Store,
    batch: int,
) -> Iterator[Recorded | Failed]:
    """Take reports all the way into the record; those that this reader has read are skipped.

    Raises:
        RecordError: the record cannot be read or written; what was yielded before is kept.
    """
    for some in batches(reports, batch):
        known = store.origins(r.publication for r in some if isinstance(r, Report))
        new = [
            each
            for each in some
            if not isinstance(each, Report) or known.get(each.publication) != reader.origin
        ]
        done = record(extract(read(new, reader, batch), extractor), store)
        for each in some:
            if isinstance(each, Report) and known.get(each.publication) == reader.origin:
                yield _recorded(each, "unchanged")
            else:
                yield next(done)


def summed(
    outcomes: Iterable[Recorded | Failed], progress: Callable[[Progress], None] | None = None
) -> AddSummary:
    """Go through what :func:`add` yields, telling ``progress`` of each, and sum it up."""
    counts: Counter[str] = Counter()
    faults: list[Fault] = []
    reports: dict[str, None] = {}
    for done, each in enumerate(outcomes, start=1):
        if isinstance(each, Recorded):
            step = Progress(done=done, subject=each.label, outcome=each.outcome)
            if each.outcome != "unchanged":
                reports[each.id] = None
        else:
            step = Progress(done=done, subject=each.subject, outcome="failed")
            faults.append(Fault(subject=each.subject, code=each.code, message=str(each)))
        counts[step.outcome] += 1
        if progress is not None:
            progress(step)
    return AddSummary(
        added=counts["added"],
        re_read=counts["re-read"],
        unchanged=counts["unchanged"],
        failed=counts["failed"],
        faults=tuple(faults),
        reports=tuple(reports),
    )


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of ``size``; the last may be shorter."""
    remaining = iter(items)
    while some := list(islice(remaining, size)):
        yield some


def label_of(report: Report) -> str:
    """Return where a report came from, for messages about it."""
    return report.path or report.url or report.title or report_id(report.publication)


def _read(reports: list[Report], reader: Reader) -> Iterator[Reading | InternalError]:
    """Yield one reading per report; where the engine fails, its fault, and go on behind it."""
    at = 0
    while at < len(reports):
        try:
            for reading in islice(reader.read(reports[at:]), len(reports) - at):
                at += 1
                yield reading
            fault = "the engine gave no reading"
        except Exception as error:
            fault = _in_a_line(error)
        if at < len(reports):
            yield _failure(reports[at], "reading", fault)
            at += 1


def _extract(
    reading: Reading, report: Report, extractor: Extract
) -> tuple[Account, Reading] | InternalError:
    """Return what a report says, or the fault that extracting met."""
    try:
        account = account_of(reading, extractor(reading))
        verify_account(account)
    except EvidenceError as error:
        return _failure(report, "reading", f"a span is wrong: {error}")
    except Exception as error:
        return _failure(report, "extracting", _in_a_line(error))
    return account, reading


def _record(account: Account, reading: Reading, store: Store) -> Recorded | Failed:
    """Add an account; return what became of it, or the fault that is this report's own."""
    try:
        return _recorded(account.report, store.add(account, reading.sentences))
    except (InputError, InternalError) as error:
        error.subject = label_of(account.report)
        return error


def _recorded(report: Report, outcome: Outcome) -> Recorded:
    """Return what became of a report."""
    return Recorded(id=report_id(report.publication), label=label_of(report), outcome=outcome)


def _failure(report: Report, step: str, fault: str) -> InternalError:
    """Return a fault of communique's own on one report."""
    return InternalError(
        f"{step} failed ({fault})", subject=label_of(report), remedy="please report this"
    )


def _in_a_line(error: Exception) -> str:
    """Return an unforeseen error in one line."""
    return f"{type(error).__name__}: {error}"[:200]
