"""Where what the reports say is kept: one protocol, and SQLite behind it.

:class:`~communique.record.store.Store` says what a record can do, :func:`open_store` opens
one. See ``docs/record.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.record.store import Appearance, Found, Outcome, Store

if TYPE_CHECKING:
    from pathlib import Path

    from communique.record.matters import Matter
    from communique.record.search.concordances import Concord
    from communique.record.sides import Sided
    from communique.record.stances import Stanced


def open_store(
    path: Path,
    *,
    patience: float = 30.0,
    matter: Matter | None = None,
    stanced: Stanced | None = None,
    sided: Sided | None = None,
    concord: Concord | None = None,
) -> Store:
    """Open the record in the file ``path``, which is made if it is not there.

    Args:
        path: A SQLite file.
        patience: Seconds to wait while another process writes.
        matter: Tells what acts are about, so that they are found by that.
        stanced: Tells what positions are on.
        sided: Tells for which states actors act.
        concord: Tells in which sentences the words of a text stand, so that questions need not.

    Raises:
        RecordError: the file cannot be used; see its kinds.
    """
    from communique.record.sqlite import SqliteStore  # SQLAlchemy takes long to import

    return SqliteStore(
        path, patience=patience, matter=matter, stanced=stanced, sided=sided, concord=concord
    )


__all__ = ["Appearance", "Found", "Outcome", "Store", "open_store"]
