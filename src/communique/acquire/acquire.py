"""From what a person names to reports, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO
from xml.etree.ElementTree import Element

import msgspec

from communique.acquire.archives import BROKEN, Budget, members
from communique.acquire.assemble import assemble, is_date, is_language_tag
from communique.acquire.decode import known_encoding
from communique.acquire.fields import check_fields
from communique.acquire.formats.feed import entries, entry_document
from communique.acquire.formats.table import FORMATS, Format
from communique.acquire.inputs import find
from communique.acquire.options import AcquireOptions
from communique.acquire.rows import row_document, rows_of
from communique.acquire.sidecar import read_sidecar
from communique.acquire.sources import Source
from communique.errors import DamagedInput, EmptyInput, InputError, UnreadableInput, UsageError
from communique.model import Report


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is there to be parsed.

    ``subject`` is the path it will have, ``report`` parses it, and raises
    :class:`~communique.errors.InputError` where that cannot be done.
    """

    subject: str
    report: Callable[[], Report]


def acquire(
    inputs: Sequence[str], options: AcquireOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | InputError]:
    """Return an iterator over the reports that ``inputs`` name, in order.

    An input is a file, a folder, a glob pattern, or ``-`` for standard input (``stdin``).
    Archives, JSON lines and tables give a report for each file or row in them. What cannot
    be used comes as an :class:`~communique.errors.InputError` in its place, whose
    ``subject`` names it (``pack.zip!one.txt``, ``talks.jsonl:12``), and the rest goes on.
    Files are opened one after the other as the iterator is advanced, and no more than one
    report is held at a time.

    Raises:
        UsageError: the options are not possible; nothing has been opened.
    """
    return _reports(candidates(inputs, options, stdin))


def candidates(
    inputs: Sequence[str], options: AcquireOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Candidate | InputError]:
    """Return an iterator over the reports to be had, not yet parsed.

    As :func:`acquire`, but each :class:`Candidate` is parsed only when asked.

    Raises:
        UsageError: the options are not possible; nothing has been opened.
    """
    chosen = options or AcquireOptions()
    _check(chosen)
    return _found(inputs, chosen, stdin)


def _check(options: AcquireOptions) -> None:
    check_fields(options.fields)
    if options.format is not None:
        FORMATS.named(options.format)
    if options.encoding is not None and not known_encoding(options.encoding):
        raise UsageError(
            f"no encoding is called {options.encoding!r}", remedy="try utf-8, utf-16 or cp1252"
        )
    if options.published is not None and not is_date(options.published):
        raise UsageError(
            f"{options.published!r} is not a date", remedy="write 2031, 2031-05 or 2031-05-17"
        )
    if options.language is not None and not is_language_tag(options.language):
        raise UsageError(
            f"{options.language!r} is no tag of a language", remedy="write one such as en or pt-BR"
        )


def _reports(found: Iterator[Candidate | InputError]) -> Iterator[Report | InputError]:
    for one in found:
        yield one if isinstance(one, InputError) else _guarded(one.report, one.subject)


def _found(
    inputs: Sequence[str], options: AcquireOptions, stdin: BinaryIO | None
) -> Iterator[Candidate | InputError]:
    for source in find(inputs, options.limits, stdin):
        if isinstance(source, InputError):
            yield source
        else:
            budget = Budget(options.limits, source.size)
            yield from _safely(source, options, budget, options.format)


def _safely(
    source: Source, options: AcquireOptions, budget: Budget, named: str | None
) -> Iterator[Candidate | InputError]:
    """Yield what a source holds; whatever stops it is yielded too, and only stops it."""
    try:
        yield from _opened(source, options, budget, named)
    except GeneratorExit:
        raise
    except Exception as error:
        yield _as_input_error(error, source.subject)


def _opened(
    source: Source, options: AcquireOptions, budget: Budget, named: str | None
) -> Iterator[Candidate | InputError]:
    head = source.head()
    if not head:
        raise EmptyInput("is empty", remedy="check the file")
    found = FORMATS.named(named) if named else FORMATS.of(source.name, head)
    if found.kind == "archive":
        for member in members(source, found.name, options.limits, budget):
            if isinstance(member, InputError):
                yield member
            else:
                yield from _safely(member, options, budget, None)
    elif found.kind == "rows":
        yield from _rows(source, found.name, options)
    elif found.kind == "feed":
        yield from _feed(source, options)
    else:
        yield _document(source, found, options)


def _document(source: Source, found: Format, options: AcquireOptions) -> Candidate:
    data = source.read(options.limits)
    beside = source.sidecar() if source.sidecar else None

    def report() -> Report:
        assert found.parse is not None
        told = read_sidecar(beside, source.subject) if beside is not None else None
        return assemble(found.parse(data, options.encoding), source.subject, options, told)

    return Candidate(subject=source.subject, report=report)


def _rows(source: Source, kind: str, options: AcquireOptions) -> Iterator[Candidate | InputError]:
    for subject, row in rows_of(source, kind, options):
        if isinstance(row, InputError):
            row.subject = row.subject or subject
            yield row
            continue

        def report(subject: str = subject, row: object = row) -> Report:
            assert isinstance(row, dict)
            return assemble(row_document(row, options.fields), subject, options)

        yield Candidate(subject=subject, report=report)


def _feed(source: Source, options: AcquireOptions) -> Iterator[Candidate]:
    for number, entry in enumerate(entries(source.read(options.limits)), 1):
        subject = f"{source.subject}:{number}"

        def report(subject: str = subject, entry: Element = entry) -> Report:
            return assemble(entry_document(entry), subject, options)

        yield Candidate(subject=subject, report=report)


def _guarded(report: Callable[[], Report], subject: str) -> Report | InputError:
    try:
        return report()
    except Exception as error:
        return _as_input_error(error, subject)


def _as_input_error(error: Exception, subject: str) -> InputError:
    """Return what stopped an input as an error on that input.

    Parsers of other people's formats meet bytes nobody foresaw; whatever they raise then is
    about this input alone.
    """
    if isinstance(error, InputError):
        error.subject = error.subject or subject
        return error
    if isinstance(error, PermissionError):
        return UnreadableInput("may not be read", subject=subject, remedy="change its permissions")
    if isinstance(error, RecursionError):
        return DamagedInput("is nested too deeply", subject=subject, remedy="save it as text")
    if isinstance(error, NameError | AttributeError | AssertionError | ImportError):
        fault = f"meets a fault of communique itself ({type(error).__name__}: {error})"
        return DamagedInput(fault, subject=subject, remedy="report it together with the file")
    what = "is truncated or damaged" if isinstance(error, BROKEN) else "cannot be parsed"
    return DamagedInput(
        f"{what} ({type(error).__name__}: {error})", subject=subject, remedy="get it again"
    )
