"""What a dossier holds: everything of a record, or of a part of it, that a file can show."""

from __future__ import annotations

import msgspec

from communique.model.comparison import ContactAccounts
from communique.model.rows import EVERYTHING, ActorRow, Filter, ShownReport, TimelineRow
from communique.model.threads import LedgerEntry, Shift


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """The reports with all they say, and what runs across them.

    ``timeline`` is in order of date, undated last; ``contacts`` holds every contact once,
    with each report's account; ``actors`` are ordered by how many reports name them.
    ``made_at`` is the instant (UTC) it was drawn up; ``left_out`` says in sentences what a
    filter or a limit kept out.
    """

    title: str
    made_at: str | None = None
    left_out: tuple[str, ...] = ()
    #: What it was narrowed down to.
    wanted: Filter = EVERYTHING
    reports: tuple[ShownReport, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    contacts: tuple[ContactAccounts, ...] = ()
    #: Asks and what became of them; changes of stance.
    ledger: tuple[LedgerEntry, ...] = ()
    shifts: tuple[Shift, ...] = ()
