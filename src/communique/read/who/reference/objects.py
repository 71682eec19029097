"""What the grammar of a clause tells about a pronoun in it: "thanked Lee for | his visit"."""

from __future__ import annotations

import re
from functools import cache

from communique.model import Span
from communique.read.layers import Mention
from communique.read.who.words.lexicon import table, word_class

_BEFORE = 20
_OBJECT = re.compile(r"\b(him|her)\s+(?:for|on|upon)\s+$")
_SUBORDINATE = frozenset(
    ("when", "after", "before", "as", "while", "if", "since", "until", "although", "though", "once")
)
_ENDS = re.compile('[,;:()\\[\\]“”«»"\n.?!—–]')
_LONGEST_TELLING = 140
_BEHIND_VERB = 8  # words from "said" to "that"
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


def is_joined(text: str, mention: Mention, at: int) -> bool:
    """Tell whether only "and" stands between a name and the pronoun: "Lee and | his minister"."""
    between = text[mention.span.end : at] if at - mention.span.end < len(" along with  ") else ""
    return between.split() in (["and"], [",", "and"], ["along", "with"], ["together", "with"])


def is_one_clause(text: str, start: int, end: int) -> bool:
    """Tell whether nothing between two places opens a new clause."""
    words = text[start:end].split()
    return not any(w.endswith((",", ";", ":")) or w in _CLAUSE for w in words)


def is_told(text: str, start: int, end: int, *, subject: bool) -> bool:
    """Tell whether what opens at ``end`` is told by whose name ends at ``start``.

    "Lee, a former judge, said on Monday that | she …", "Lee has said | she …"; ``subject`` tells
    that the name is its sentence's subject, which "and" may go on with: "Lee rose and said | she".
    """
    if end - start > _LONGEST_TELLING or _PARTS.search(text, start, end):
        return False
    words = [word.casefold() for word in _without_home(text[start:end].split())]
    if words and words[-1] in word_class("reporting_openers"):
        words.pop()
    verbs, others = _verbs_of_telling(), word_class("auxiliaries") | word_class("being")
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n] in verbs), None)
    if at is None or len(words) - at > _BEHIND_VERB or not others.isdisjoint(words[at + 1 :]):
        return False
    while at and (words[at - 1] in others or words[at - 1] in word_class("adverbs")):
        at -= 1
    if at == 0 or (subject and words[at - 1] in ("and", "but")):
        return True
    return text[start : start + 1] == "," and words[at - 1].endswith(",")


def _without_home(words: list[str]) -> list[str]:
    """Return the words behind a name without what it is of: "(Lee) of Port Varn | said that"."""
    if not words or words[0] != "of":
        return words
    return words[next((n for n in range(1, len(words)) if words[n][0].islower()), 1) :]


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
