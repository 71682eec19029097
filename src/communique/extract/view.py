"""A reading as the extractors look at it: sentence by sentence, item by item.

An *item* is a token, or a whole mention of an actor taken as one. Items know whom they
refer to and in which temporal expression they lie, so that a pattern over items reads like
the sentence: somebody, an auxiliary, a verb, "with", somebody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from communique.extract.lexicon import Lexicon, lexicon_for, word_set
from communique.extract.turns import Turns
from communique.model import Actor, Reading, Span, Statement, When

_AUXILIARY = re.compile(
    r"['’](?:ll|re|ve|m|d)$|(?<=he)['’]s$|(?:(?<=\bit)|(?<=\bthat)|(?<=\bwhat)|(?<=\bwho))['’]s$",
    re.IGNORECASE,
)


_APOSTROPHES = frozenset("'’")
_RUN = re.compile(r"\w+")
_HEADING = 160  # characters in which a statement says whose it is
_ANSWER = 120  # characters of an answer in which "he" is whom the question is about
_ASKING = 160  # characters of a question


@dataclass(frozen=True, slots=True)
class Ref:
    """Words that refer to an actor: a mention, or a pronoun that the reader resolved."""

    start: int
    end: int
    actor: str
    form: Literal["mention", "pronoun"]


class Item(msgspec.Struct, frozen=True, gc=False):
    """A token, or a whole mention. ``word`` is in lower case with straight apostrophes.

    ``date`` is the index in ``Reading.dates`` of the expression that it lies in, or -1.
    """

    start: int
    end: int
    word: str
    upper: bool = False
    ref: Ref | None = None
    date: int = -1


class View:
    """A reading with the look-ups that extractors share. Build one per reading.

    ``lexicon`` are the word lists, by default those of the report's language.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon | None = None) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.lexicon = lexicon or lexicon_for(reading.report.language)
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self._sentence_starts = [s.start for s in reading.sentences]
        self._items: dict[int, tuple[Item, ...]] = {}

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that ``offset`` lies in, or ``None``."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or self.reading.sentences[index].end <= offset:
            return None
        return index

    def items(self, sentence: int) -> tuple[Item, ...]:
        """Return the items of a sentence, in order."""
        if sentence not in self._items:
            self._items[sentence] = tuple(self._itemised(self.reading.sentences[sentence]))
        return self._items[sentence]

    def has_any(self, sentence: int, words: frozenset[str]) -> bool:
        """Tell whether one of the ``words``, in lower case, stands in a sentence."""
        return not self._word_sets[sentence].isdisjoint(words)

    def sentences_with(self, words: frozenset[str]) -> list[int]:
        """Return the sentences in which one of the ``words``, in lower case, stands, in order.

        Patterns that cannot match without one of some words are tried on these alone.
        """
        where = self._sentences_by_word
        return sorted({number for word in words for number in where.get(word, ())})

    @cached_property
    def _word_sets(self) -> list[frozenset[str]]:
        return [word_set(self.text[s.start : s.end]) for s in self.reading.sentences]

    @cached_property
    def _sentences_by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, words in enumerate(self._word_sets):
            for word in words:
                found.setdefault(word, []).append(number)
        return found

    def statement_at(self, offset: int) -> Statement | None:
        """Return the innermost statement whose content ``offset`` lies in, or ``None``."""
        starts, inner = self._statement_edges
        index = bisect_right(starts, offset) - 1
        return inner[index] if index >= 0 else None

    def speaker_at(self, offset: int) -> str | None:
        """Return who says what stands at ``offset``; ``None`` is the report's own voice.

        Where a body speaks of itself as "we" in a statement of its own, it is that body.
        """
        statement = self.statement_at(offset)
        speaker = statement.speaker if statement else None
        quoted = statement is not None and statement.form != "indirect"
        return self.issuer if speaker is None and not quoted else speaker

    def dates_within(self, start: int, end: int) -> list[tuple[int, When]]:
        """Return the temporal expressions in ``[start, end)`` with their indices, in order."""
        first = bisect_left(self._date_spans, (start, -1, -1))
        found: list[tuple[int, When]] = []
        for begin, finish, index in self._date_spans[first:]:
            if begin >= end:
                break
            if finish <= end:
                found.append((index, self.reading.dates[index]))
        return found

    def state_of_adjective(self, word: str) -> str | None:
        """Return the state or body whose adjective ``word`` looks like, if the report has it.

        It shares all but the last letters of the name, or stands in ``nationalities.toml``.
        """
        names = (word, *self.lexicon.table("nationalities").get(word, ()))
        if known := next((actor for state, actor in self._states if state in names), None):
            return known
        best = max(self._states, key=lambda state: _shared(word, state[0]), default=None)
        return best[1] if best and _shared(word, best[0]) >= max(4, len(best[0]) - 2) else None

    def state_in(self, name: str) -> str | None:
        """Return the state that the name of a body contains: "Port Authority of Ruritania"."""
        words = name.lower()
        for state, actor in self._states:
            if re.search(rf"\b{re.escape(state)}\b", words):
                return actor
        return self.state_of_adjective(words.split()[0]) if words else None

    @cached_property
    def turns(self) -> Turns:
        """Who speaks in turn, where the text is a transcript."""
        return Turns(self.text)

    @property
    def is_press_conference(self) -> bool:
        """Whether the text has reporters' questions, on lines that begin with "Q"."""
        return self.turns.is_press_conference

    def is_question(self, offset: int) -> bool:
        """Tell whether ``offset`` lies in a paragraph that a reporter's "Q" opens."""
        return self.turns.is_question(offset)

    @cached_property
    def _states(self) -> list[tuple[str, str]]:
        return [
            (name.lower().removeprefix("the "), actor.id)
            for actor in self.reading.actors
            if actor.kind == "state"
            for name in dict.fromkeys((actor.name, *actor.aliases))
        ]

    def states_within(self, start: int, end: int) -> list[tuple[str, Span]]:
        """Return the states and blocs that words name which refer to somebody else as a whole."""
        first = bisect_left(self._state_mentions, (start, -1, ""))
        return [
            (actor, Span(begin, finish))
            for begin, finish, actor in self._state_mentions[first:]
            if begin < end and finish <= end
        ]

    @cached_property
    def _state_mentions(self) -> list[tuple[int, int, str]]:
        return sorted(
            (span.start, span.end, actor.id)
            for actor in self.reading.actors
            if actor.kind in ("state", "bloc")
            for span in actor.mentions
        )

    def words(self, start: int, end: int) -> str:
        """Return the words from ``start`` to ``end``, white space made single."""
        return " ".join(self.text[start:end].split())

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The reading's statements by id."""
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """All references to actors, outermost only, in order."""
        found = [
            Ref(span.start, span.end, actor.id, form)
            for actor in self.reading.actors
            for form, spans in _forms(actor)
            for span in spans
        ]
        found.sort(key=lambda ref: (ref.start, -ref.end, ref.form))
        outer: list[Ref] = []
        for ref in found:
            if not outer or ref.start >= outer[-1].end:
                outer.append(ref)
        return tuple(outer)

    @cached_property
    def author(self) -> str | None:
        """Who says "I" in the report's own voice, if it is one person: the giver of a speech."""
        found = {
            ref.actor
            for ref in self.refs
            if ref.form == "pronoun"
            and self.text[ref.start : ref.end] == "I"
            and self.statement_at(ref.start) is None
        }
        return found.pop() if len(found) == 1 else None

    @cached_property
    def issuer(self) -> str | None:
        """Whose statement the whole text is: it is headed so, and says "I" or "we".

        Who says "I" is the person named last in the heading, who says "we" the first body.
        """
        heading = self.text[:_HEADING].lower()
        words = self.lexicon.table("clauses").get("issued", ())
        if not any(word in heading for word in words):
            return None
        if self._says("first_singular"):
            blank = self.text.find("\n\n")
            people = self._named("person", _HEADING if blank < 0 else min(blank, _HEADING))
            if people:
                return max(people)[1]
        if not self._says("first_plural"):
            return None
        return min(self._named("organisation", _HEADING), default=(0, None))[1]

    def _named(self, kind: str, before: int) -> list[tuple[int, str]]:
        """Return where actors of a kind are named before an offset, and whom."""
        return [
            (span.start, actor.id)
            for actor in self.reading.actors
            if actor.kind == kind
            for span in actor.mentions
            if span.start < before
        ]

    def _says(self, person: str) -> bool:
        """Tell whether the report's own voice says "I" or "we"."""
        own = set(self.lexicon.table("grammar").get(person, ()))
        for match in _RUN.finditer(self.text):
            if match.group().lower() not in own:
                continue
            statement = self.statement_at(match.start())
            if statement is None or (statement.form == "indirect" and statement.speaker is None):
                return True
        return False

    def asked_about(self, offset: int) -> str | None:
        """Return whom a "he" at the beginning of an answer means: the one person asked about.

        ``None`` where the statement goes on longer, or names somebody itself, or where the words
        before it name nobody or several.
        """
        statement = self.statement_at(offset)
        if statement is None or not statement.content or statement.parent:
            return None
        start = statement.content[0].start
        if offset - start > _ANSWER:
            return None
        here = self.refs[self.first_ref(start) : self.first_ref(offset)]
        before = self.refs[self.first_ref(start - _ASKING) : self.first_ref(start)]
        own = {ref.actor for ref in here if self.actors[ref.actor].kind == "person"}
        named = {ref.actor for ref in before if self.actors[ref.actor].kind == "person"}
        named -= {statement.speaker}
        asked = "?" in self.text[max(0, start - _ASKING) : start]
        return named.pop() if asked and len(named) == 1 and own <= {statement.speaker} else None

    def first_ref(self, offset: int) -> int:
        """Return the index in :attr:`refs` of the first one from ``offset`` on."""
        return bisect_left(self._ref_starts, offset)

    @cached_property
    def _ref_starts(self) -> list[int]:
        return [ref.start for ref in self.refs]

    @cached_property
    def _date_spans(self) -> list[tuple[int, int, int]]:
        dates = self.reading.dates
        return sorted(
            (when.evidence[0].start, when.evidence[-1].end, index)
            for index, when in enumerate(dates)
            if when.evidence
        )

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.reading.tokens]

    @cached_property
    def _statement_edges(self) -> tuple[list[int], list[Statement | None]]:
        """Offsets at which the innermost statement changes, and what it changes to."""
        spans = sorted(
            ((span, s) for s in self.reading.statements for span in s.content),
            key=lambda pair: (pair[0].start, -pair[0].end, pair[1].speaker is not None),
        )
        starts: list[int] = []
        inner: list[Statement | None] = []
        stack: list[tuple[Span, Statement]] = []

        def close_until(offset: int) -> None:
            while stack and stack[-1][0].end <= offset:
                ended = stack.pop()[0].end
                starts.append(max(ended, starts[-1]))
                inner.append(stack[-1][1] if stack else None)

        for span, statement in spans:
            close_until(span.start)
            stack.append((span, statement))
            starts.append(span.start)
            inner.append(statement)
        close_until(len(self.text) + 1)
        return starts, inner

    def _itemised(self, sentence: Span) -> Iterator[Item]:
        tokens = self.reading.tokens
        first = bisect_left(self._token_starts, sentence.start)
        last = bisect_left(self._token_starts, sentence.end)
        ref_at = bisect_left(self._ref_starts, sentence.start)
        dates = self._dates_of(sentence)
        covered = sentence.start
        for token in tokens[first:last]:
            if token.start < covered:
                continue
            while ref_at < len(self.refs) and self.refs[ref_at].end <= token.start:
                ref_at += 1
            ref = self.refs[ref_at] if ref_at < len(self.refs) else None
            if ref is not None and ref.start < token.end and ref.end <= sentence.end:
                covered = ref.end
                yield self._item(ref.start, ref.end, ref, dates)
                if ref.end < token.end:  # "Ruiz's" may be one token
                    covered = token.end
                    yield self._item(ref.end, token.end, None, dates)
            else:
                cut = self._contracted(token.start, token.end)
                if cut > token.start:
                    yield self._item(token.start, cut, None, dates)
                yield self._item(cut, token.end, None, dates)

    def _contracted(self, start: int, end: int) -> int:
        """Return where the auxiliary begins in "we'll"; ``start`` where there is none."""
        if end - start < 3 or not _APOSTROPHES.intersection(self.text[start:end]):
            return start
        found = _AUXILIARY.search(self.text, start, end)
        return found.start() if found and found.start() > start else start

    def _item(
        self, start: int, end: int, ref: Ref | None, dates: list[tuple[int, int, int]]
    ) -> Item:
        words = self.text[start:end]
        inside = next((index for a, b, index in dates if a <= start < b), -1) if dates else -1
        word = words.lower().replace("’", "'")
        return Item(start, end, word, words[:1].isupper(), ref, inside)

    def _dates_of(self, sentence: Span) -> list[tuple[int, int, int]]:
        first = bisect_left(self._date_spans, (sentence.start, -1, -1))
        last = bisect_left(self._date_spans, (sentence.end, -1, -1))
        return self._date_spans[first:last]


def _shared(one: str, other: str) -> int:
    """Return how many first letters two words share."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _forms(
    actor: Actor,
) -> tuple[
    tuple[Literal["mention"], tuple[Span, ...]], tuple[Literal["pronoun"], tuple[Span, ...]]
]:
    return (("mention", actor.mentions), ("pronoun", actor.pronouns))
