"""What stands between commas behind a subject: who somebody is, or who says it."""

from __future__ import annotations

from communique.extract.extents import QUOTES, STRONG
from communique.extract.modality import Items

_ASIDE = 6  # items of "the envoy said"
_SAID = frozenset({"said", "says", "added", "argued", "wrote", "insisted", "stressed", "noted"})
_FARTHEST = 14  # items between commas


def over_apposition(items: Items, comma: int) -> int | None:
    """Return the item before "…, the head of the port," that ends at ``comma``."""
    for at in range(comma - 1, max(-1, comma - _FARTHEST), -1):
        word = items[at].word
        if word == ",":
            if at > 0 and _are_names(items, at + 1, comma):
                return comma - 1  # "its authors, | Ruiz and Lind, oppose"
            if at > 0 and (items[at - 1].ref is not None or _is_told_aside(items, at, comma)):
                return at - 1
            return None
        if word in STRONG or word in QUOTES:
            return None
    return None


def _are_names(items: Items, first: int, comma: int) -> bool:
    """Tell whether two names stand between commas, behind a plural: "authors | , A and B,"."""
    plural = items[first - 2].ref is None and items[first - 2].word.endswith("s")
    ends = (items[first].ref, items[comma - 1].ref)
    both = comma - first == 3 and items[first + 1].word == "and"
    return plural and both and all(ref is not None and ref.form == "mention" for ref in ends)


def _is_told_aside(items: Items, first: int, last: int) -> bool:
    """Tell whether only who says it stands between two commas: "the levy | , she said, | was"."""
    told = [item.word for item in items[first + 1 : last]]
    return 1 < len(told) <= _ASIDE and not _SAID.isdisjoint((told[0], told[-1]))
