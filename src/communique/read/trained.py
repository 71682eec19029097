"""The reader that joins the trained model with the grammar."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import communique
from communique.model import Origin, Reading, Report
from communique.read.assembly import assemble
from communique.read.learnt import Engine


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

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading per report, in order, as soon as it is there.

        Texts go to the model some way ahead of the reading that is given out, so that it
        works on all cores while the grammar reads.
        """
        waiting: deque[Report] = deque()

        def texts() -> Iterator[str]:
            for report in reports:
                waiting.append(report)
                yield report.text

        origin = self.origin
        for seen in self._engine.annotate(texts()):
            yield assemble(waiting.popleft(), origin, seen)
