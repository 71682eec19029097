"""A sentence in any language: its words, its clauses and who is named in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from communique.extract.tongues.cities import uncased
from communique.extract.tongues.groups import Group, groups_of
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.pieces import pieces
from communique.extract.tongues.spelling import plain
from communique.extract.view import View
from communique.model import Participant, Span

_CUT = "'’ʼ"
_LONGEST = 400  # words; what is longer is a list or a table and no sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark. ``low`` is in lower case; ``group`` the index of the group it is in."""

    start: int
    end: int
    low: str
    capital: bool


_SCENES: WeakKeyDictionary[View, list[Scene]] = WeakKeyDictionary()


def scenes_of(view: View, tongue: Tongue) -> list[Scene]:
    """Return the sentences of a reading as scenes; made once for all extractors."""
    found = _SCENES.get(view)
    if found is None:
        found = [Scene(view, tongue, n) for n in range(len(view.reading.sentences))]
        _SCENES[view] = found
    return found


class Scene:
    """One sentence of a reading, as the extractors look at it."""

    def __init__(self, view: View, tongue: Tongue, sentence: int) -> None:
        self.view = view
        self.tongue = tongue
        self.sentence = sentence
        #: Who took part in the contacts told of last, the nearest first; set as they are found.
        self.partners: tuple[tuple[Participant, ...], ...] = ()
        self.span = view.reading.sentences[sentence]
        words = tuple(_words(view, tongue, self.span))
        self.words = words if len(words) <= _LONGEST else ()
        self.lows = tuple(word.low for word in self.words)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Who is named, in order."""
        return groups_of(self)

    @cached_property
    def group_at(self) -> dict[int, Group]:
        """The group that each word in one belongs to."""
        return {n: group for group in self.groups for n in range(group.first, group.last)}

    def words_of(self, first: int, last: int) -> str:
        """Return the text of some words, white space made single."""
        if first >= last:
            return ""
        return self.view.words(self.words[first].start, self.words[last - 1].end)

    def is_verb(self, n: int) -> bool:
        """Tell whether a word looks like a verb by its ending."""
        if self.tongue.raw.get("nouns") and self.words[n].capital:
            return False
        return bool(self.tongue.word("verb").at(self.lows, n))

    def text_after(self, at: int) -> str:
        """Return the characters right behind a word, up to the next space."""
        end = self.words[at].end
        return self.view.text[end : end + 3].split(" ")[0]

    def span_of(self, first: int, last: int) -> Span:
        """Return the span of some words."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def bounds(self, at: int) -> tuple[int, int]:
        """Return the clause around a word: from the last boundary to the next."""
        edges = self._edges
        n = bisect_left(edges, at)
        first = edges[n - 1] + 1 if n else 0
        n += n < len(edges) and edges[n] == at
        return first, edges[n] if n < len(edges) else len(self.lows)

    @cached_property
    def _edges(self) -> list[int]:
        return [n for n in range(len(self.lows)) if self.is_edge(n)]

    def is_edge(self, n: int) -> bool:
        """Tell whether a word or mark parts two clauses."""
        low = self.lows[n]
        if low in (";", ":", "(", ")", "—", "–", "!", "?", "…", '"') or low in _MARKS:
            return True
        if self.tongue.raw.get("verb_first") and n and low in self.tongue.some("clause"):
            return True  # Arabic sets no comma before a clause
        if low == "," and self.tongue.raw.get("runs"):
            return True
        if low != "," or n + 3 >= len(self.lows):
            return False
        if self.lows[n + 1] in self.tongue.some("clause"):
            also = self.lows[n + 2] in self.tongue.some("also")  # ", а | также подготовка"
            return not (also or self._lists(n))
        if self.lows[n + 2] in self.tongue.some("quale"):
            return True  # ", il | quale"
        return self._resumes(n)

    def _lists(self, n: int) -> bool:
        """Tell an article behind a comma from a relative pronoun: ", den | Ausbau der Bahn"."""
        if not self.tongue.raw.get("nouns") or self.lows[n + 1] not in self.tongue.some("skip"):
            return False
        ahead = n + 2
        return self.words[ahead].capital or bool(self.tongue.word("adjective").at(self.lows, ahead))

    def _resumes(self, n: int) -> bool:
        """Tell where the main clause goes on after one with "that": "…, that X, | and offered"."""
        tongue = self.tongue
        if self.lows[n + 1] not in tongue.some("and") or not self.is_verb(n + 2):
            return False
        return any(
            self.lows[m] == "," and self.lows[m + 1] in tongue.some("clause") for m in range(n)
        )


_MARKS = frozenset('«»“”„"')


def _words(view: View, tongue: Tongue, span: Span) -> Iterator[Word]:
    tokens = view.reading.tokens
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    last = bisect_left(tokens, span.end, key=lambda t: t.start)
    elided, named = tongue.some("elided"), uncased(tongue.code)
    for token in tokens[first:last]:
        for piece in pieces(view, tongue, token):
            text = view.text[piece.start : piece.end]
            cut = _cut_at(text, elided)
            if cut:
                yield _word(piece.start, text[:cut], named)
            yield _word(piece.start + cut, text[cut:], named)


def _cut_at(text: str, elided: frozenset[str]) -> int:
    if not elided or not text[0].isalpha():
        return 0
    at = next((n for n, letter in enumerate(text) if letter in _CUT), -1)
    if at <= 0 or at + 1 >= len(text):
        return 0
    if text[:at].lower() in elided:
        return at + 1
    return at if "'" in elided and text[0].isupper() else 0


def _word(start: int, text: str, named: frozenset[str]) -> Word:
    low = plain(text.lower())
    low = low[:-1] if len(low) > 1 and low.endswith("'") else low
    return Word(start, start + len(text), low or text, text[:1].isupper() or low in named)
