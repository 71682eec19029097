"""The columns of the network's output: what each number of a unit's features means.

One row of features a unit. Label scores are logits; the rest are vectors whose
dot products score a pair of units. Training and decoding read the columns by
the names here, so they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""Labels of the attribution layer, in the order of their columns."""

TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
TIME_TAGS = ("O", *(f"{edge}-{kind}" for kind in TIME_TYPES for edge in "BI"))
"""Labels of the temporal layer, in the order of their columns."""

MENTION_KINDS = tuple(
    f"{kind}/{form}"
    for kind in ("person", "group", "place", "organisation")
    for form in ("name", "nominal", "pronoun")
)
"""Kinds of mention, in the order of their columns."""

PAIR = 64
"""Length of the vectors that score pairs."""

_SIZES = {
    "tags": len(TAGS),
    "times": len(TIME_TAGS),
    "kind_start": len(MENTION_KINDS),
    "kind_end": len(MENTION_KINDS),
    "mention_start": PAIR,
    "mention_end": PAIR,
    "mention_start_bias": 1,
    "mention_end_bias": 1,
    "content_asks": PAIR,
    "cue_answers": PAIR,
    "cue_asks": PAIR,
    "source_answers": PAIR,
    "no_source": 1,
    "anaphor_start": PAIR,
    "anaphor_end": PAIR,
    "antecedent_start": PAIR,
    "antecedent_end": PAIR,
    "new_start": 1,
    "new_end": 1,
}


def _slices() -> tuple[Mapping[str, slice], int]:
    slices, at = {}, 0
    for name, size in _SIZES.items():
        slices[name] = slice(at, at + size)
        at += size
    return MappingProxyType(slices), at


FEATURES, WIDTH = _slices()
"""The columns by name, and how many there are."""
