"""Which acts open an entry of the ledger, and which may settle one.

The tables stand in ``data/ledger.toml``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from communique.model.threads import Deed, LedgerStatus, Sort

#: Sorts that hold only until they are put anew with other numbers.
PUT_ANEW: tuple[Sort, ...] = ("ask", "offer")


class Rules(msgspec.Struct, frozen=True):
    """The tables of ``data/ledger.toml``."""

    opens: dict[Sort, tuple[str, ...]]
    planned: dict[Sort, tuple[str, ...]]
    answered: dict[Sort, dict[LedgerStatus, tuple[str, ...]]]
    kept: dict[Sort, dict[LedgerStatus, tuple[str, ...]]]
    words: dict[str, tuple[str, ...]]
    contact_kinds: dict[str, tuple[str, ...]]
    deed_words: dict[str, str]


@cache
def rules() -> Rules:
    """Return the tables."""
    raw = files("communique.reconcile").joinpath("data/ledger.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=Rules)


def sort_of(deed: Deed) -> Sort | None:
    """Return the sort of entry that an act opens, or ``None`` if it opens none."""
    always, planned = _sorts()
    sort = always.get(deed.type) if deed.status != "refused" else None
    return sort or (planned.get(deed.type) if deed.status == "planned" else None)


@cache
def _sorts() -> tuple[dict[str, Sort], dict[str, Sort]]:
    """Return the sort that each type opens, and that each does while it is only planned."""
    always, planned = (
        {type: sort for sort, types in table.items() for type in types}
        for table in (rules().opens, rules().planned)
    )
    return always, planned


def opening_types(sort: Sort | None = None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the types that open an entry, and those that do while they are only planned.

    ``sort`` narrows them to those of one sort.
    """
    tables = rules().opens, rules().planned
    always, planned = (
        frozenset(t for name, types in table.items() if sort in (None, name) for t in types)
        for table in tables
    )
    return always, planned


def settling_types() -> frozenset[str]:
    """Return the types of acts that may settle an entry."""
    tables = [*rules().answered.values(), *rules().kept.values()]
    types = {t for table in tables for some in table.values() for t in some}
    anew = {t for sort in PUT_ANEW for t in rules().opens[sort]}
    return frozenset(types | anew | {"accuse", "criticise", "announce"})
