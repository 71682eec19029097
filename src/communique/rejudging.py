"""Judging a whole record anew: the use case of those who have updated communique."""

from __future__ import annotations

from communique.examining import examine
from communique.judging import adopt, gazetteer_of, rejudge
from communique.record import Store
from communique.settings import Settings


class Rejudging:
    """The part of :class:`communique.service.Service` that judges what is there anew."""

    settings: Settings

    @property
    def _store(self) -> Store:
        raise NotImplementedError

    def rejudge(self) -> int:
        """Judge what is the same anew, for all actors and contacts; return how many these are.

        Nothing is read again. What people decided stays; of the program's judgements those that
        it would not make now are retracted, and stand in the log as such.

        Raises:
            RecordError: there is no record, or it cannot be written.
            UsageError: the settings' gazetteer cannot be used.
        """
        adopt(self._store, gazetteer_of(self.settings.gazetteer))
        count = rejudge(self._store)
        examine(self._store)
        return count
