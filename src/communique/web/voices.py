"""What those who took part in a contact say, do and count: in it, and elsewhere in its reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from communique.model.claim_rows import ActRow
from communique.model.comparison import ContactAccounts
from communique.model.rows import ContactRow, FigureRow, ReportRef, StatementRow

Row: TypeAlias = StatementRow | ActRow | FigureRow
#: Lines of each sort that are shown of one report.
_MOST = 25


@dataclass(frozen=True, slots=True)
class Said:
    """Words, deeds and figures."""

    statements: tuple[StatementRow, ...]
    acts: tuple[ActRow, ...]
    figures: tuple[FigureRow, ...]

    def __len__(self) -> int:
        return len(self.statements) + len(self.acts) + len(self.figures)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of those who take part in a contact: in it, and beside it."""

    report: ReportRef
    inside: Said
    beside: Said


def told(
    found: ContactAccounts,
    said: Iterable[StatementRow],
    done: Iterable[ActRow],
    counted: Iterable[FigureRow],
) -> list[Told]:
    """Return what each report of a contact has those say, do and count who take part."""
    accounts: dict[str, list[ContactRow]] = {}
    for row in found.accounts:
        accounts.setdefault(row.report.id, []).append(row)
    every = list(said), list(done), list(counted)
    return [
        Told(
            rows[0].report,
            inside=_those(every, id, rows, inside=True),
            beside=_those(every, id, rows, inside=False),
        )
        for id, rows in accounts.items()
    ]


def _those(
    every: tuple[list[StatementRow], list[ActRow], list[FigureRow]],
    report: str,
    accounts: list[ContactRow],
    *,
    inside: bool,
) -> Said:
    """Return what is of a report and, by one of its accounts at least, in the contact or not."""
    statements, acts, figures = every

    def is_one(row: Row) -> bool:
        return row.report.id == report and inside == any(_is_in(row, one) for one in accounts)

    return Said(
        tuple(row for row in statements if is_one(row))[:_MOST],
        tuple(row for row in acts if is_one(row))[:_MOST],
        tuple(row for row in figures if is_one(row))[:_MOST],
    )


def _is_in(row: Row, account: ContactRow) -> bool:
    """Tell whether something is said, done or counted in a contact.

    It is where the report is on that contact above all, where it goes from one who takes part to
    another, or where it stands beside words that tell of the contact.
    """
    return account.main or _is_between(row, account) or _stands_in(row, account)


def _is_between(row: Row, account: ContactRow) -> bool:
    """Tell whether something is said or done to another who takes part."""
    match row:
        case StatementRow():
            one, other = [{each.id} if each else set() for each in (row.speaker, row.addressee)]
        case ActRow():
            one, other = [{each.id for each in them} for them in (row.doers, row.addressees)]
        case _:
            return False
    sides = [
        {actor.id for actor in (each.actor, each.represents) if actor}
        for each in account.participants
    ]
    mine = {at for at, side in enumerate(sides) if side & one}
    return any(side & other for at, side in enumerate(sides) if at not in mine)


def _stands_in(row: Row, account: ContactRow) -> bool:
    """Tell whether words stand among, or right beside, those that tell of a contact."""
    labels = (*account.topics, *account.outcome)
    telling = (*account.evidence, *(span for label in labels for span in label.evidence))
    spans = row.content if isinstance(row, StatementRow) else row.evidence
    return any(
        span.start - _BESIDE < each.end and each.start < span.end + _BESIDE
        for each in telling
        for span in spans
    )


#: Code points between words of one contact, at most: some two sentences.
_BESIDE = 300
