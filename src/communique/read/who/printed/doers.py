"""People and bodies who do and say things without a name or an office: "critics", "the court".

A noun of a list is their head. What stands before it tells whose or how many they are: "Tarvenian
exiles", "a group of settlers", "most voters". Without an article it counts only where they act:
a verb follows at once, or behind what tells where they are ("voters in the valley want …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from communique.model import Span
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import names, table, word_class

_BEFORE = 3
"""Words before the head that may belong to it."""
_BEHIND = 7
"""Words between the head and a verb that may tell where they are or what they are for."""
_APART = re.compile(r" (['’])")
"""The blank before a mark that tells whose: "miners ' union"."""
_ENDS = frozenset((",", ".", ";", ":", "!", "?", ")", "”", '"', "''", "--", "—", "–", "who"))


class Doer(msgspec.Struct, frozen=True):
    """A phrase for somebody without a name; ``head`` is its noun, ``told`` what tells them apart.

    ``points`` is true where it may be those told of before: "the exiles".
    """

    span: Span
    name: str
    head: str
    told: str
    points: bool


class Doers:
    """Finds them sentence by sentence, and tells "the exiles" from others by what was told."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}

    def found(self, chunks: Sequence[Chunk], taken: Sequence[Span]) -> Iterator[Doer]:
        """Yield the phrases of one sentence whose head lies in nothing that is ``taken``."""
        for n, chunk in enumerate(chunks):
            if not _is_head(chunk):
                continue
            doer = _doer(chunks, n)
            if doer is None or any(span.start <= chunk.start < span.end for span in taken):
                continue
            if doer.points and doer.head in _words("owned") and doer.head not in self._last:
                continue  # "the campaign" of nobody told of before
            told = self._last.get(doer.head, doer.told) if doer.points else doer.told
            self._last[doer.head] = told
            yield msgspec.structs.replace(doer, told=told)


def _doer(chunks: Sequence[Chunk], n: int) -> Doer | None:
    head = chunks[n].low
    first, marked = _first(chunks, n)
    opening = chunks[first].low
    before = chunks[first - 1].low if first else ""
    if opening == "that" and _is_plural(chunks[n]):  # "said that | critics"
        first = _listed(chunks, first + 1, n) if _is_verb_form(chunks[first + 1]) else first + 1
        opening = before = "that"
    if opening in word_class("nobody") - {"other"} or before == "-" or not _ends(chunks, n):
        return None
    acts = _act(chunks, n) and not _is_object(before)
    needs_verb = head in _words("bodies") | _words("common") or not marked
    if needs_verb and not acts:
        return None
    if head in _words("bodies") and not marked:
        return None
    if any(_is_number(chunk.low) for chunk in chunks[first : n + 1]):
        return None  # "40 prisoners" is a figure
    told = " ".join(chunk.low for chunk in chunks[first : n + 1])
    points = opening in ("the", "these", "those") and n == first + 1
    if head in _words("owned") and not points and not _is_owned(chunks[first:n]):
        return None
    span = Span(chunks[first].start, chunks[n].end)
    name = " ".join(word.text for chunk in chunks[first : n + 1] for word in chunk.words)
    name = _APART.sub(r"\1", name)
    return Doer(span, name, head, head if points else told.removeprefix("the "), points)


def _is_owned(before: Sequence[Chunk]) -> bool:
    """Tell whether words name whose something is: "the Orr | campaign"."""
    kinds = ("name", "possessive")
    return any(chunk.kind in kinds or chunk.low in word_class("owning") for chunk in before)


def _is_plural(head: Chunk) -> bool:
    return head.kind == "office" or head.low not in _words("bodies")


def _is_verb_form(chunk: Chunk) -> bool:
    """Tell whether a word before the head may be a verb: "that | includes | residents"."""
    return chunk.kind == "word" and chunk.low.endswith("s")


def _is_number(low: str) -> bool:
    """Tell whether a word says how many, or what share."""
    return low[0].isdigit() or low in _words("numerals")


def _is_head(chunk: Chunk) -> bool:
    """Tell whether a chunk is such a noun, and no name: "Students" may open a sentence."""
    if chunk.kind == "office":
        plural = bool(chunk.entry and chunk.entry.plural)
        plural = plural and chunk.low not in word_class("acts_or_offices")
        return plural and (chunk.initial or chunk.words[0].text.islower())
    listed = chunk.low in _words("people") or chunk.low in _words("bodies")
    if not listed and not chunk.low.endswith(tuple(_words("endings"))):
        return False
    if chunk.kind == "name":
        return len(chunk.words) == 1 and (chunk.initial or chunk.low in _words("called"))
    return chunk.kind == "word"


def _first(chunks: Sequence[Chunk], n: int) -> tuple[int, bool]:
    """Return where the phrase begins, and whether an article, a count or a state marks it."""
    first, marked = n, False
    while first and n - first < _BEFORE and _modifies(chunks, first - 1):
        first -= 1
        marked = marked or chunks[first].kind in ("adjective", "state", "seat", "region", "people")
    at = _counted(chunks, first)
    if at == first and at > 1 and chunks[at - 1].kind == "possessive":
        at = max(at - 2, 0)
    if at and chunks[at - 1].kind == "courtesy":
        at -= 1
    if at and chunks[at - 1].low in word_class("determiners"):
        at -= 1
    if (counted := _counted_of(chunks, at)) < at or at < first or marked:
        return counted, True
    opens = chunks[first].initial or (first > 0 and _is_opener(chunks[first - 1]))
    return (first, False) if opens else (_listed(chunks, first, n), False)


def _is_opener(chunk: Chunk) -> bool:
    """Tell whether a word only opens the sentence: "Yet | critics"."""
    opens = chunk.initial and chunk.low in names().openers - names().modifiers - {"to"}
    return opens and not chunk.low.endswith("ing")


def _counted(chunks: Sequence[Chunk], at: int) -> int:
    """Take how many there are into a phrase that begins at ``at``: "about 40"."""
    while at and (chunks[at - 1].low in _words("counts") or chunks[at - 1].low.isdigit()):
        at -= 1
    return at


def _counted_of(chunks: Sequence[Chunk], at: int) -> int:
    """Take what counts them with "of" into a phrase: "a group of", "many of"."""
    if at < 2 or chunks[at - 1].low != "of" or chunks[at - 2].low not in _words("groups"):
        return at
    at = _counted(chunks, at - 2)
    return at - 1 if at and chunks[at - 1].low in word_class("determiners") else at


def _listed(chunks: Sequence[Chunk], first: int, n: int) -> int:
    """Leave out words that may be something else than what describes the head: a verb."""
    while first < n and chunks[first].low not in names().modifiers:
        first += 1
    return first


def _modifies(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a chunk before the head may describe it."""
    chunk = chunks[at]
    if chunk.kind in ("adjective", "state", "seat", "region", "place", "name", "body"):
        return True
    if chunk.kind == "people":
        return True
    low = chunk.low
    closed = names().joining | word_class("determiners") | word_class("pronouns") | _words("counts")
    if chunk.kind != "word" or not low[0].isalpha() or low in closed | word_class("oblique"):
        return False
    if _is_opener(chunk):
        return False
    if low.endswith(("ed", "ing")) and low not in names().modifiers:  # "exhorted | citizens"
        opens = at == 0 or chunk.initial or chunks[at - 1].low in word_class("determiners")
        return opens or chunks[at - 1].low in _words("counts")
    return not low.endswith("ly") and low not in _words("deeds") and low not in _verbs()


def _ends(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether the head ends its phrase: in "police officers" it does not."""
    if n + 1 >= len(chunks):
        return True
    after = chunks[n + 1]
    low = after.low
    if after.kind in ("mark", "possessive") or not low[0].isalpha():
        return True
    closed = names().joining | word_class("oblique") | word_class("determiners")
    closed |= _words("adverbs") | {"to", "around"}
    if after.kind == "word" and (low.endswith(("ed", "ly", "ing")) or low in closed):
        return True
    return low in _verbs() or low in _words("deeds") or after.kind in ("adjective", "state", "seat")


def _act(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether a verb follows at once, or behind words that a preposition ties on."""
    at = n + 1
    while at < len(chunks) and _is_adverb(chunks[at].low):
        at += 1
    if at >= len(chunks):
        return False
    low = chunks[at].low
    if low in _verbs() or low in _words("deeds") or low == "who" or low.endswith("ed"):
        return True
    ahead = chunks[at + 1 : at + 1 + _BEHIND]
    listed = low == "," and any(chunk.low == "and" for chunk in ahead)
    if low not in _words("placing") and not listed:
        return False
    for before, chunk in pairwise((chunks[at], *ahead)):
        told = chunk.low.endswith("ed") and _is_noun(before)  # not "for the | detained | sailors"
        if chunk.low == "," and not listed:
            return False
        if chunk.low in _ENDS and chunk.low != ",":
            return chunk.low == "who"
        if told or chunk.low in _verbs() or chunk.low in _words("deeds"):
            return True
    return False


def _is_noun(chunk: Chunk) -> bool:
    closed = word_class("determiners") | _words("placing") | names().modifiers
    return chunk.kind in ("word", "name", "place", "state", "seat") and chunk.low not in closed


def _is_object(before: str) -> bool:
    """Tell whether what stands before makes the phrase no subject: "urged | workers"."""
    return before in word_class("oblique") or before in _words("deeds")


def _is_adverb(low: str) -> bool:
    return low in word_class("adverbs") or low.endswith("ly") or low in _words("adverbs")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("doers")[name].split())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("names")["verbs"].split())
