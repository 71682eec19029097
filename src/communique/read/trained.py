"""The reader that joins the trained model with the grammar."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import communique
from communique.model import Origin, Reading, Report
from communique.read.learnt import Engine

if TYPE_CHECKING:
    from communique.read.assembly import Draft


class TrainedReader:
    """Reads reports with the trained model where language is free, with grammar where it is exact.

    The model proposes who says what; marks, nesting, names, dates and speech told inside
    speech are the grammar's. The weights are loaded at the first reading.

    Args:
        engine: The model, loaded or not; the one that comes with the program if left out.
    """

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine or Engine()

    @property
    def name(self) -> str:
        """The engine's name."""
        return "learnt"

    @property
    def origin(self) -> Origin:
        """Program and version, and the name and sha256 of the model."""
        return Origin(
            program="communique",
            version=communique.__version__,
            model=self._engine.identity,
            settings="learnt",
        )

    def prepare(self) -> None:
        """Begin to load the weights, beside what the program does before it reads."""
        self._engine.prepare()

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading per report, in order, as soon as it is there.

        Texts go to the model some way ahead of the reading that is given out, so that it
        works on all cores while the grammar reads.
        """
        waiting: deque[_Waiting] = deque()

        def texts() -> Iterator[str]:
            for report in reports:
                waiting.append(begun := _Waiting(report))
                yield report.text
                begun.draft_now()  # the model is at work on it meanwhile

        origin = self.origin
        for seen in self._engine.annotate(texts()):
            yield waiting.popleft().draft.reading(origin, seen)


class _Waiting:
    """A report that the model has not read yet; the grammar's part is done when asked for."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def draft(self) -> Draft:
        # Imported here: it takes a while, in which the model is at work on the first report.
        from communique.read.assembly import drafted

        return drafted(self._report)

    def draft_now(self) -> None:
        """Do the grammar's part; where it fails, it does so again when its turn has come."""
        with suppress(Exception):
            self.draft  # noqa: B018
