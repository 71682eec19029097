"""Whether what is foreseen is counted: "to mobilise 2 billion crowns", "to more than double".

A number says what is foreseen, so that it holds for any verb and can be read alone; what a thing
does "a day" is how it is built.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Foresight
from communique.extract.modality import Items

_ORDINAL = ("st", "nd", "rd", "th")
_RATE = 2  # items of "1,000 | a day"


def counted_at(cues: Cues, items: Items, first: int, end: int) -> int | None:
    """Return where an amount stands in ``items[first:end]``, which is no day and no daily rate."""
    rates = cues.lists["paces"]
    for at in range(first, end):
        item = items[at]
        number = item.word[:1].isdigit() and not item.word.endswith(_ORDINAL)
        if not (number or item.word in cues.lists["amounts"]) or item.date >= 0:
            continue
        ahead = [one.word for one in items[at + 1 : end]]
        daily = any(
            one in ("a", "an", "per", "each", "every") and two in rates
            for one, two in pairwise(ahead)
        )
        return None if daily or rates.intersection(ahead[:_RATE]) else at
    return None


def is_reckoned(cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether an amount is foreseen in so many words: "are projected to cost 3 billion"."""
    told = found.why.startswith(("foresee", "expected"))
    return told and counted_at(cues, items, found.first, found.end) is not None
