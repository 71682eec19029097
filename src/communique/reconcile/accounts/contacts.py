"""The accounts of one contact side by side: where they agree, differ, are silent or copied."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.comparison import ContactAccounts
from communique.model.rows import ContactRow
from communique.reconcile.accounts.slots import NAMES, content, sided
from communique.reconcile.accounts.tables import Told, tabled
from communique.reconcile.contacts.windows import window

__all__ = ["Told", "compared", "in_order"]


def in_order(contact: ContactRow) -> tuple[str, str, str]:
    """Return the order in which contacts are shown: by day, undated last, then publication."""
    first = window(contact).first
    return (first or "~", contact.report.published or "~", contact.id)


def compared(
    accounts: Sequence[Told[ContactRow]], why: Sequence[str] = (), *, traced: bool = True
) -> ContactAccounts:
    """Set the accounts of one contact side by side, slot by slot.

    Args:
        accounts: One or more, the first published first.
        why: What makes them one contact, as :mod:`communique.reconcile.contacts.occasions` judges.
        traced: Whether copies are told from others, which takes a while with long texts.
    """
    rows = [account.row for account in accounts]
    given = {row.id: sided(row, rows) for row in rows}
    table = tabled(accounts, NAMES, lambda name, row: content(name, given[row.id]), traced=traced)
    return ContactAccounts(
        id=accounts[0].row.id,
        accounts=tuple(account.row for account in accounts),
        slots=table.slots,
        why=tuple(why),
        copied=table.copied,
        sources=table.sources,
    )
