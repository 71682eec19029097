"""Who copied whom: the passages that texts share are found as the texts come.

Each new text is compared with those that have rare runs of words in common with it, and with
no others. What is found rests on the texts alone, so it does not depend on the order in which
they came (:mod:`communique.reconcile.copying.copies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconcile.copying.copies import copy_of, entered, worth_comparing
from communique.reconcile.copying.lineage import fingerprints
from communique.record import Store

if TYPE_CHECKING:
    from communique.record.lineage import Lineage  # its library takes long to import

#: Texts traced in one transaction, so that others can write in between.
_AT_ONCE = 16


def trace(store: Store) -> None:
    """Trace all texts that wait. Cut short, it goes on where it stopped when called again.

    Raises:
        RecordError: the record cannot be written.
    """
    while store.untraced():
        with store.lineage() as lineage:
            for body in lineage.waiting(_AT_ONCE):
                _trace(lineage, body)


def _trace(lineage: Lineage, body: int) -> None:
    """Enter a text and take down what it shares with others."""
    news = entered(body, fingerprints(lineage.text(body)), lineage)
    for group in news.doubtful:
        for one, other in lineage.sharing(group):
            if not worth_comparing(lineage.prints(one), lineage.prints(other), lineage):
                lineage.part(one, other)
    for other in news.worth:
        first, second = lineage.in_order(body, other)
        if copy := copy_of(lineage.text(first), lineage.text(second)):
            lineage.share(first, second, copy.passages)
