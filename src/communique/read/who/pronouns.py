"""Second pass: pronouns, and epithets that rest on them, once statements are known."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Spans, Statement
from communique.read.layers import Cast


def resolve_pronouns(
    cast: Cast, text: str, sentences: Spans, statements: Sequence[Statement]
) -> Cast:
    """Return the cast with pronouns tied to actors."""
    return cast
