"""Chains of steps: "first … then … finally", numbered lists, "… before …", "if …, then …".

Of all that a reading's words put in an order, those count whose steps are deeds between sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.proposals.lists import inline_lists, numbered_lists
from communique.extract.proposals.orders import orders_in
from communique.extract.proposals.ordinals import ordinal_chains
from communique.extract.proposals.steps import Chain
from communique.extract.proposals.words import Words
from communique.extract.view import View


def chains_in(view: View, words: Words) -> Iterator[Chain]:
    """Yield the chains of steps of a reading, in order."""
    found = sorted(
        [
            *ordinal_chains(view, words),
            *numbered_lists(view, words),
            *inline_lists(view, words),
            *orders_in(view, words),
        ],
        key=lambda chain: (chain.steps[0][1].start, -len(chain.steps)),
    )
    end = -1
    for chain in found:
        if chain.steps[0][1].start >= end:
            end = chain.steps[-1][1].end
            yield chain
