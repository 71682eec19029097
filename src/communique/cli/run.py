"""What every command of one run shares: how it was called, and the service it calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.service import Service


@dataclass(frozen=True)
class Run:
    """The options that stand before the command's name."""

    record: str | None = None

    @contextmanager
    def service(self, **options: object) -> Iterator[Service]:
        """Open the service with the settings of this run; close it at the end."""
        from communique.service import Service
        from communique.settings import load

        with Service(load(None, record=self.record, **options)) as service:
            yield service


#: Hands a command the :class:`Run` it belongs to.
pass_run = click.make_pass_decorator(Run)
