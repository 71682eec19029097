"""The reader that works by grammar and word lists alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import communique
from communique.model import Origin, Reading, Report
from communique.read.assembly import assemble


class RuleReader:
    """Reads reports with grammar and word lists: no model, no network, the same every time."""

    @property
    def name(self) -> str:
        """The engine's name."""
        return "rules"

    @property
    def origin(self) -> Origin:
        """Program and version; rules have no model and no settings."""
        return Origin(program="communique", version=communique.__version__, settings="rules")

    def prepare(self) -> None:
        """There is nothing to make ready."""

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading per report, in order, as soon as it is there."""
        for report in reports:
            yield assemble(report, self.origin)
