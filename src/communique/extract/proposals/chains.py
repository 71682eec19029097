"""Chains of steps: "first … then … finally", numbered lists, "… before …", "if …, then …".

Of all that words put in an order, those chains count whose steps are deeds between sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.proposals.in_sentences import sentence_chains
from communique.extract.proposals.lists import inline_lists, numbered_lists
from communique.extract.proposals.orders import orders_in
from communique.extract.proposals.ordinals import ordinal_chains
from communique.extract.proposals.steps import Chain
from communique.extract.proposals.weight import is_of_sides
from communique.extract.proposals.words import Words
from communique.extract.view import View


def chains_in(view: View, words: Words) -> Iterator[Chain]:
    """Yield the chains of steps of a reading, in order, those that are told twice once."""
    found = sorted(
        (chain for chain in _all(view, words) if is_of_sides(view, words, chain)),
        key=lambda chain: (_reach(chain)[0], -len(chain.steps)),
    )
    end = -1
    for chain in found:
        start, last = _reach(chain)
        if start < end or any(_holds(other, chain) for other in found):
            continue
        end = last
        yield chain


def _holds(whole: Chain, part: Chain) -> bool:
    """Tell whether a chain of sentences begins with one that words number, and goes on."""
    if whole.why != "in sentences" or part.why != "ordinals":
        return False
    (start, end), (first, last) = _reach(part), _reach(whole)
    return len(whole.steps) > len(part.steps) and first < end and start < last


def _all(view: View, words: Words) -> Iterator[Chain]:
    yield from ordinal_chains(view, words)
    yield from numbered_lists(view, words)
    yield from inline_lists(view, words)
    yield from orders_in(view, words)
    yield from sentence_chains(view, words)


def _reach(chain: Chain) -> tuple[int, int]:
    """Return from where to where the words of a chain stand, whatever the order of its steps."""
    spans = [span for _, span in chain.steps]
    return min(span.start for span in spans), max(span.end for span in spans)
