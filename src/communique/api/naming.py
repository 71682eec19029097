"""What is told of the place where a report lay before it was added: no more than its name.

Folders say who works on what machine, which is nobody's business who reads the record.
"""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TypeVar, overload

from msgspec.structs import replace

from communique.model.reading import Account
from communique.model.report import Report
from communique.model.rows import ReportRow, Shown, ShownClaim, ShownReport

Placed = TypeVar("Placed", ReportRow, Report)


@overload
def by_name(value: ReportRow) -> ReportRow: ...
@overload
def by_name(value: Shown) -> Shown: ...
def by_name(value: ReportRow | Shown) -> ReportRow | Shown:
    """Return a report, or what an id names, with no path in it but a file's own name."""
    match value:
        case ReportRow():
            return _placed(value)
        case ShownReport():
            return replace(value, row=_placed(value.row), account=_account(value.account))
        case ShownClaim():
            return replace(value, report=_placed(value.report))
        case _:
            return value


def _account(account: Account) -> Account:
    return replace(account, report=_placed(account.report))


def _placed(report: Placed) -> Placed:
    """Return a report whose path, and url if it is one of a file, is a name."""
    url = report.url
    if url and url.casefold().startswith("file:"):
        url = None
    return replace(report, path=name_of(report.path) if report.path else None, url=url)


def name_of(path: str) -> str:
    """Return the last part of a path, whatever system it is of."""
    return PureWindowsPath(path).name
