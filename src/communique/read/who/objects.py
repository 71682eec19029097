"""What the grammar of a clause tells about a pronoun in it: "thanked Lee for | his visit"."""

from __future__ import annotations

import re
from functools import cache

from communique.model import Span
from communique.read.layers import Mention
from communique.read.who.lexicon import table, word_class

_BEFORE = 20
_OBJECT = re.compile(r"\b(him|her)\s+(?:for|on|upon)\s+$")
_SUBORDINATE = frozenset(
    ("when", "after", "before", "as", "while", "if", "since", "until", "although", "though", "once")
)
_ENDS = re.compile('[,;:()\\[\\]“”«»"\n.?!—–]')
_LONGEST_TELLING = 140
_PARTS = re.compile('[;:“”«»"\n.?!]')
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


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether what opens at ``end`` is told by whose name ends at ``start``.

    "Lee, a former judge, said on Monday that | she …", "Lee said | she …", "Lee asked whether | …".
    """
    if end - start > _LONGEST_TELLING or _PARTS.search(text, start, end):
        return False
    words = text[start:end].split()
    verbs = _verbs_of_telling()
    if not words or words[-1].casefold() not in word_class("reporting_openers"):
        return bool(words) and words[-1].casefold() in verbs
    return any(word.casefold() in verbs for word in words)


@cache
def _verbs_of_telling() -> frozenset[str]:
    every = frozenset(table("names")["verbs"].split())
    return every - word_class("auxiliaries") - word_class("being")


def reach_of_subject(text: str, sentence: int, span: Span) -> int:
    """Return up to where a name cannot be that of whom the subject "he" at ``span`` means.

    Nobody is called by his name behind a pronoun that stands for him in the same clause ("he took
    part in a meeting of President Orr"); in what opens the sentence he may be ("When he left Orr
    thanked the crew"). ``sentence`` is where the sentence begins. (Principle C of Chomsky 1981.)
    """
    before = text[sentence : span.start].split()
    if len(before) == 1 and before[0].casefold() in _SUBORDINATE:
        return span.end
    end = _ENDS.search(text, span.end)
    return end.start() if end else len(text)
