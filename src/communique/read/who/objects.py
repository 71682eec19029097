"""What the grammar of a clause tells about a pronoun in it: "thanked Lee for | his visit"."""

from __future__ import annotations

import re

from communique.read.layers import Mention
from communique.read.who.lexicon import word_class

_BEFORE = 20
_OBJECT = re.compile(r"\b(him|her)\s+(?:for|on|upon)\s+$")
_CLAUSE = frozenset(
    ("that", "who", "whom", "which", "when", "while", "if", "because", "and", "but")
)


def object_before(text: str, at: int) -> int | None:
    """Return where "him" starts in "(thanked) him for | his visit", whose "his" is at ``at``."""
    found = _OBJECT.search(text, max(0, at - _BEFORE), at)
    return found.start(1) if found else None


def is_thanked(text: str, mention: Mention, at: int) -> bool:
    """Tell whether the pronoun at ``at`` says for what of his own the person is thanked."""
    if at - mention.span.end > len(" upon "):
        return False
    before = text[max(0, mention.phrase.start - _BEFORE) : mention.phrase.start].split()
    verb = before[-1].casefold() if before else ""
    links = (["for"], ["on"], ["upon"])
    return text[mention.span.end : at].split() in links and verb in word_class("grateful")


def is_one_clause(text: str, start: int, end: int) -> bool:
    """Tell whether nothing between two places opens a new clause."""
    words = text[start:end].split()
    return not any(w.endswith((",", ";", ":")) or w in _CLAUSE for w in words)
