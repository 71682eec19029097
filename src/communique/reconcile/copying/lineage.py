"""Which passages of one text were copied, or lightly edited, from another.

Two steps, so that a text is compared only with the few it may share words with:

1. :func:`fingerprints` keeps a small, position-independent sample of a text's word runs by
   winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
   fingerprinting", SIGMOD 2003): any run of at least :data:`GUARANTEE` equal words in two
   texts leaves at least one equal fingerprint. An index from fingerprint to text finds the
   candidates, whatever the size of the corpus.
2. :func:`copied_passages` compares two candidates word by word and gives the passages that
   stand in both, each with the share of its words that are the same.

Words are compared without case, punctuation, mark-up or line breaks.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from zlib import crc32

from communique.model import Span
from communique.model.lineage import SharedPassage

#: Words in a run that is hashed.
RUN = 5
#: Runs in a window, of which one is kept.
WINDOW = 12
#: Equal words in a row that are sure to be noticed.
GUARANTEE = RUN + WINDOW - 1

_WORD = re.compile(r"[^\W_]+")
_BASE, _MODULUS = 1_000_003, (1 << 61) - 1
_OFTEN = 8
_LEAD = pow(_BASE, RUN - 1, _MODULUS)
_PRINT = (1 << 47) - 1


class Words:
    """The words of a text, folded for comparison, and where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.forms = [form.casefold() for form in _WORD.findall(text)]

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [match.start() for match in _WORD.finditer(self._text)]

    def span(self, first: int, last: int) -> Span:
        """Return the span from word ``first`` to word ``last``, both included."""
        match = _WORD.match(self._text, self.starts[last])
        assert match is not None
        return Span(self.starts[first], match.end())

    @cached_property
    def runs(self) -> list[int]:
        """A hash of each run of :data:`RUN` words, by the index of its first word."""
        codes = [crc32(form.encode("utf-8", "surrogatepass")) + 1 for form in self.forms]
        if len(codes) < RUN:
            return []
        value = 0
        for code in codes[:RUN]:
            value = (value * _BASE + code) % _MODULUS
        hashes = [value]
        for gone, new in zip(codes, codes[RUN:], strict=False):
            value = ((value - gone * _LEAD) * _BASE + new) % _MODULUS
            hashes.append(value)
        return hashes

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """The indices at which each run stands, by its hash."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, value in enumerate(self.runs):
            found[value].append(at)
        return dict(found)


@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """Return the words of ``text``; those of texts compared lately are kept."""
    return Words(text)


def fingerprints(text: str) -> dict[int, int]:
    """Return the winnowed fingerprints of ``text``, each with the index of the word where it
    first stands.

    Fingerprints are integers below 2**47, about one for each six words. A text of fewer than
    :data:`RUN` words has none.
    """
    hashes = words_of(text).runs
    if len(hashes) <= WINDOW:
        return {_print(value): hashes.index(value) for value in hashes and [min(hashes)]}
    kept: dict[int, int] = {}
    window: deque[int] = deque()
    for i, value in enumerate(hashes):
        while window and hashes[window[-1]] >= value:
            window.pop()
        window.append(i)
        if window[0] <= i - WINDOW:
            window.popleft()
        if i >= WINDOW - 1:
            kept.setdefault(_print(hashes[window[0]]), window[0])
    return kept


def _print(value: int) -> int:
    """Return a run's hash in the six bytes that a record keeps of it."""
    return value & _PRINT


def copied_passages(
    text: str, other: str, *, min_words: int = 20, max_gap: int = 12, min_alike: float = 0.5
) -> tuple[SharedPassage, ...]:
    """Return the passages of ``text`` that also stand in ``other``, in the order of ``text``.

    Runs of equal words that follow one another in both texts with at most ``max_gap`` words
    between them make one passage, so a passage survives small edits. Passages of fewer than
    ``min_words`` words, or with a smaller share of equal words than ``min_alike``, are left
    out. Passages do not overlap in ``text``.
    """
    mine, theirs = words_of(text), words_of(other)
    chains = _chains(_matches(mine, theirs), max_gap)
    passages: list[SharedPassage] = []
    for chain in sorted(chains, key=lambda c: (-_equal(c), c[0])):
        passage = _passage(chain, mine, theirs)
        if passage.words < min_words or passage.alike < min_alike:
            continue
        if not any(passage.span.overlaps(taken.span) for taken in passages):
            passages.append(passage)
    return tuple(sorted(passages, key=lambda p: p.span))


_Match = tuple[int, int, int]
"""First word in the one text, first word in the other, number of equal words."""


def _matches(mine: Words, theirs: Words) -> list[_Match]:
    """Return the maximal runs of equal words, by their first words.

    A run that stands often in either text tells nothing of where it came from, and does not
    begin a match; so a text of one repeated phrase takes no more than linear time.
    """
    telling = [
        value
        for value in mine.places.keys() & theirs.places.keys()
        if len(mine.places[value]) <= _OFTEN and len(theirs.places[value]) <= _OFTEN
    ]
    pairs = [(i, j) for v in telling for i in mine.places[v] for j in theirs.places[v]]
    found: list[_Match] = []
    reached: dict[int, int] = {}
    for i, j in sorted(pairs):
        if reached.get(j - i, -1) > i:
            continue
        length = _extent(mine.forms, theirs.forms, i, j)
        if length >= RUN:
            found.append((i, j, length))
            reached[j - i] = i + length
    return found


def _extent(mine: Sequence[str], theirs: Sequence[str], i: int, j: int) -> int:
    """Return how many words are equal from word ``i`` and word ``j`` on."""
    length = 0
    limit = min(len(mine) - i, len(theirs) - j)
    while length < limit and mine[i + length] == theirs[j + length]:
        length += 1
    return length


def _chains(matches: Iterable[_Match], max_gap: int) -> list[list[_Match]]:
    """Join matches that follow one another closely in both texts."""
    open_chains: list[list[_Match]] = []
    done: list[list[_Match]] = []
    for match in matches:
        i, j, _ = match
        still: list[list[_Match]] = []
        for chain in open_chains:
            (still if chain[-1][0] + chain[-1][2] + max_gap >= i else done).append(chain)
        open_chains = still
        fits = [c for c in open_chains if _follows(c[-1], i, j, max_gap)]
        if fits:
            max(fits, key=_equal).append(match)
        else:
            open_chains.append([match])
    return done + open_chains


def _follows(last: _Match, i: int, j: int, max_gap: int) -> bool:
    """Tell whether words ``i`` and ``j`` come at or after the end of ``last``, and soon."""
    after, beyond = i - last[0] - last[2], j - last[1] - last[2]
    return 0 <= after <= max_gap and 0 <= beyond <= max_gap


def _equal(chain: Iterable[_Match]) -> int:
    """Return the number of equal words in a chain."""
    return sum(length for _, _, length in chain)


def _passage(chain: Sequence[_Match], mine: Words, theirs: Words) -> SharedPassage:
    """Return the passage that a chain of matches spans."""
    (i, j, _), (last_i, last_j, length) = chain[0], chain[-1]
    words = last_i + length - i
    longer = max(words, last_j + length - j)
    return SharedPassage(
        span=mine.span(i, last_i + length - 1),
        origin=theirs.span(j, last_j + length - 1),
        alike=round(_equal(chain) / longer, 4),
        words=words,
    )
