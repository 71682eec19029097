"""Whose words a report is, where it is one person's: by "I, Ann Lee," or by a signature."""

from __future__ import annotations

import re

from communique.model import Span
from communique.read.layers import Cast

_AHEAD = 80
"""How far behind "I" the name of who writes may stand."""
_LAST = 120
"""How long a signature with its office may be."""


_PLACED = re.compile(
    r"\n[ \t]*[A-Z][A-Z .']{2,40},?\s+(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}\.?\s*$"
)
"""Where and when a signed report was given, below the signature."""


def named_as_i(cast: Cast, text: str, span: Span) -> str | None:
    """Return the person who names himself behind "I" at ``span``: "I, Ann Lee, declare"."""
    if text[span.end : span.end + 1] != ",":
        return None
    ahead = cast.within(span.end, span.end + _AHEAD)
    first = next((mention for mention in ahead if mention.form == "name"), None)
    if first is None or cast.actors[first.actor].kind != "person":
        return None
    return None if text[span.end : first.phrase.start].strip(" ,\n") else first.actor


def signer(cast: Cast, text: str) -> str | None:
    """Return the person whose name alone ends the report, set off from the text before.

    The place and day of it may follow: "ANN LEE / PORT AZUL, / May 4, 2031."
    """
    placed = _PLACED.search(text, max(0, len(text) - _LAST))
    signed = text[: placed.start()] if placed is not None else text
    end = len(signed.rstrip(" \n\\#*_.-–—"))
    for mention in reversed(cast.within(max(0, end - _LAST), end + 1)):
        if mention.form != "name" or mention.span.end < end:
            return None
        before = text[max(0, mention.phrase.start - _LAST) : mention.phrase.start]
        alone = not before.rsplit("\n", 1)[-1].strip(" *_>-–—") and "\n" in before
        person = cast.actors[mention.actor].kind == "person"
        return mention.actor if alone and person else None
    return None
