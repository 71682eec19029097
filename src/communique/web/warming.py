"""What the first visitor would wait for, done before: templates, word lists, doubts to find out."""

from __future__ import annotations

import gc
from contextlib import suppress
from threading import Thread

from communique.errors import CommuniqueError
from communique.model.rows import Filter
from communique.service import Service
from communique.web.drawing import prepare, script, style


def warm(service: Service) -> Thread:
    """Begin to get the desk ready, beside whatever else is done; return what does so.

    What fails is left to the page that needs it, which tells why.
    """
    thread = Thread(target=_ready, args=(service,), name="warming", daemon=True)
    thread.start()
    return thread


def _ready(service: Service) -> None:
    prepare()
    style()
    script()
    for look in (
        lambda: service.storyline(limit=1),
        lambda: service.review(limit=1),
        lambda: service.ledger(limit=1),
        lambda: service.forecasts(limit=1),
        lambda: service.ask("Whom did anybody meet?"),
        lambda: _best_known(service),
    ):
        # A record that is closed or empty meanwhile is no reason to complain here.
        with suppress(CommuniqueError):
            look()
    # What is there now stays as long as the desk does. Python's garbage collector need not go
    # through it again and again, for each round would halt a page for a tenth of a second.
    gc.collect()
    gc.freeze()


def _best_known(service: Service) -> None:
    """Look at the actor whom most reports name, as its page does."""
    for row in service.actors(limit=1).rows:
        service.company(row.id)
        service.shifts(Filter(actor=row.id), limit=1)
