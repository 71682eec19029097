"""What happens to a report: acquire → read → extract → record, one function per arrow.

Each function takes a stream and gives one, in the same order. What went wrong with a report
stands in its place, and the others go on. Only a batch of reports is in memory at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

import msgspec

from communique.acquire.language import beside
from communique.belated import as_known
from communique.errors import EvidenceError, InputError, InternalError
from communique.model import (
    Account,
    Claims,
    Origin,
    Reading,
    Report,
    Spans,
    account_of,
    verify_account,
)
from communique.model.citation import report_id
from communique.model.report import has_same_particulars
from communique.model.rows import AddSummary, Dating, Fault, Progress
from communique.read.reader import Reader
from communique.read.tongue import is_read
from communique.record import Outcome, Store

T = TypeVar("T")

#: An input that cannot be used, or one on which communique itself failed.
Failed = InputError | InternalError
Extract = Callable[[Reading], Claims]


#: How ``published_basis`` begins where the date may be another.
_NOT_PLAIN = ("day-first", "month-first", "ambiguous", "unreadable")

#: What a report says, and the sentences of its text.
Told = tuple[Account, Spans]


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a report: ``id`` is its citable id, ``label`` where it came from."""

    id: str
    label: str
    outcome: Outcome
    #: How its date of publication was read, where that was not plain.
    dating: Dating | None = None
    #: The language of its text, where there are no word lists for it.
    unread: str | None = None
    #: The other language that about as much of its text is in, which is not read.
    also_in: str | None = None
    #: How many claims are too likely misread to be told.
    left_out: int = 0


#: What is no report and passes through in its place.
Passing = TypeVar("Passing", bound=Failed | Recorded)


class Accounts(Protocol):
    """Takes reports through reading and extraction, here or elsewhere."""

    def __call__(
        self, reports: Iterable[Report | Passing], /
    ) -> Iterator[Told | InternalError | Passing]:
        """Yield in order what each report says, or its fault; all else as it came."""
        ...


def read(
    reports: Iterable[Report | Passing], reader: Reader, batch: int
) -> Iterator[tuple[Reading, Report] | InternalError | Passing]:
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
    readings: Iterable[tuple[Reading, Report] | InternalError | Passing], extractor: Extract
) -> Iterator[Told | InternalError | Passing]:
    """Yield what each report says, every span of it verified against the text."""
    for each in readings:
        if isinstance(each, tuple):
            yield _extract(*each, extractor)
        else:
            yield each


def in_turn(reader: Reader, extractor: Extract, batch: int) -> Accounts:
    """Return what takes reports through reading and extraction one after another, here."""

    def accounts(
        reports: Iterable[Report | Passing],
    ) -> Iterator[Told | InternalError | Passing]:
        return extract(read(reports, reader, batch), extractor)

    return accounts


def record(
    accounts: Iterable[Told | Failed | Recorded], store: Store
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
    origin: Origin,
    accounts: Accounts,
    store: Store,
    batch: int,
) -> Iterator[Recorded | Failed]:
    """Take reports all the way into the record; those that ``origin`` has read are skipped.

    Raises:
        RecordError: the record cannot be read or written; what was yielded before is kept.
    """
    return record(accounts(_news(reports, origin, store, batch)), store)


def _news(
    reports: Iterable[Report | InputError], origin: Origin, store: Store, batch: int
) -> Iterator[Report | InputError | Recorded]:
    """Yield the reports, but for what is in the record already what became of it."""
    for found in batches(reports, batch):
        there = store.editions(r.id for r in found if isinstance(r, Report))
        some = [as_known(r, there.get(r.id, ())) if isinstance(r, Report) else r for r in found]
        made_by = store.origins(r.publication for r in some if isinstance(r, Report))
        known = {each.publication: each for editions in there.values() for each in editions}
        for each in some:
            if (
                isinstance(each, Report)
                and made_by.get(each.publication) == origin
                and has_same_particulars(each, known[each.publication])
            ):
                yield _recorded(each, "unchanged")
            else:
                yield each


def summed(
    outcomes: Iterable[Recorded | Failed], progress: Callable[[Progress], None] | None = None
) -> AddSummary:
    """Go through what :func:`add` yields, telling ``progress`` of each, and sum it up."""
    counts: Counter[str] = Counter()
    faults: list[Fault] = []
    reports: dict[str, None] = {}
    dates: list[Dating] = []
    unread: Counter[str] = Counter()
    also_in: Counter[str] = Counter()
    left_out = 0
    for done, each in enumerate(outcomes, start=1):
        if isinstance(each, Recorded):
            step = Progress(done=done, subject=each.label, outcome=each.outcome)
            if each.outcome != "unchanged":
                reports[each.id] = None
                dates += [each.dating] if each.dating else []
                unread.update([each.unread] if each.unread else [])
                also_in.update([each.also_in] if each.also_in else [])
                left_out += each.left_out
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
        dates=tuple(dates),
        unread=dict(unread.most_common()),
        also_in=dict(also_in.most_common()),
        left_out=left_out,
    )


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of ``size``; the last may be shorter."""
    remaining = iter(items)
    while some := list(islice(remaining, size)):
        yield some


def label_of(report: Report) -> str:
    """Return where a report came from, for messages about it."""
    return report.path or report.url or report.title or report_id(report.publication)


def failure(report: Report, step: str, fault: str) -> InternalError:
    """Return the error for a fault of communique's own on one report, met in a ``step``."""
    return InternalError(
        f"{step} failed ({fault})", subject=label_of(report), remedy="please report this"
    )


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
            yield failure(reports[at], "reading", fault)
            at += 1


def _extract(reading: Reading, report: Report, extractor: Extract) -> Told | InternalError:
    """Return what a report says, or the fault that extracting met."""
    try:
        account = account_of(reading, extractor(reading))
        verify_account(account)
    except EvidenceError as error:
        return failure(report, "reading", f"a span is wrong: {error}")
    except Exception as error:
        return failure(report, "extracting", _in_a_line(error))
    return account, reading.sentences


def _record(account: Account, sentences: Spans, store: Store) -> Recorded | Failed:
    """Add an account; return what became of it, or the fault that is this report's own."""
    try:
        outcome = store.add(account, sentences)
        return _recorded(account.report, outcome, left_out=len(account.left_out))
    except (InputError, InternalError) as error:
        error.subject = label_of(account.report)
        return error


def _recorded(report: Report, outcome: Outcome, *, left_out: int = 0) -> Recorded:
    """Return what became of a report."""
    basis, label = report.published_basis or "", label_of(report)
    is_plain = not basis.startswith(_NOT_PLAIN) or "published" in report.told
    dating = Dating(subject=label, published=report.published, basis=basis)
    return Recorded(
        id=report_id(report.publication),
        label=label,
        outcome=outcome,
        dating=None if is_plain else dating,
        unread=None if is_read(report.language) else report.language,
        also_in=beside(report.text, report.language) if report.language else None,
        left_out=left_out,
    )


def _in_a_line(error: Exception) -> str:
    """Return an unforeseen error in one line."""
    return f"{type(error).__name__}: {error}"[:200]
