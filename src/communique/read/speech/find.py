"""Statements of a report, in two steps: what is said, and (the cast known) by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from communique.model import Spans, Statement
from communique.read.layers import Cast, Quoted
from communique.read.speech import direct, indirect
from communique.read.speech.addressees import addressees
from communique.read.speech.attribution import Attribution
from communique.read.speech.going_on import gone_on
from communique.read.speech.inserted import cut_by_tags
from communique.read.speech.join import drafts, parents_of, statements
from communique.read.speech.lexicon import Lexicon, lexicon
from communique.read.speech.marks import find_quotations
from communique.read.speech.proposed import decided, proposals
from communique.read.speech.speakers import speakers
from communique.read.speech.streams import Segment, Streams
from communique.read.speech.thereof import told_before
from communique.read.speech.turns import Turn, find_turns, turn_proposals
from communique.read.speech.unlabelled import unlabelled_turns
from communique.read.speech.uses import sort_uses
from communique.read.text import paragraphs

if TYPE_CHECKING:
    from communique.read.learnt.layers import Attribution as Seen  # numpy takes long to import


def find_quoted(text: str, paragraphs: Spans, language: str | None = None) -> tuple[Quoted, ...]:
    """Return the quotations of ``text`` with what their marks are for, in text order.

    Where a tag stands inside the marks, as the ``language`` may put it, the quotation is cut.
    """
    known = lexicon(language)
    quotations = find_quotations(text, paragraphs, known.says_at)
    return cut_by_tags(text, sort_uses(text, quotations, paragraphs), known)


class Speech:
    """What is said in a report: found once, told apart by speaker once the cast is known.

    Args:
        text: The report's text.
        sentences: Its sentences.
        tokens: Its tokens.
        quotations: Its quotations, as :func:`find_quoted` gives them.
        furniture: Header and footer lines, in which nobody speaks.
        language: BCP 47 tag.
        seen: What the trained model attributes, to be decided on with what the rules do.
    """

    def __init__(
        self,
        text: str,
        sentences: Spans,
        tokens: Spans,
        quotations: tuple[Quoted, ...],
        furniture: Spans = (),
        language: str | None = None,
        seen: Sequence[Seen] = (),
    ) -> None:
        blocks = paragraphs(text, furniture)
        alone = [index for index, quoted in enumerate(quotations) if quoted.alone]
        self._lexicon = known = lexicon(language)
        streams = Streams(
            text, sentences, tokens, blocks, quotations, alone, known.ending, known.elided
        )
        turns = find_turns(text, blocks) or unlabelled_turns(
            text, blocks, known.words("addressing")
        )
        self._streams = streams
        ruled = _ruled(streams, turns, known)
        seen = seen if known.cues else ()  # the model was taught nothing of such a language
        learnt = list(proposals(text, seen, quotations, sentences, language, tuple(furniture)))
        self._drafts = drafts(streams, decided(ruled, learnt, language))
        self._parents = parents_of(self._drafts)

    def statements(self, cast: Cast) -> tuple[Statement, ...]:
        """Return the statements, ``s1`` … in text order, with the speakers the cast knows."""
        text = self._streams.text
        known = speakers(cast, text, self._drafts, self._parents)
        if not self._lexicon.cues:  # nothing tells who goes on speaking
            known = [who if d.source else None for who, d in zip(known, self._drafts, strict=True)]
        you = self._lexicon.words("addressing")
        told = addressees(cast, text, self._drafts, self._parents, known, you)
        return statements(text, self._drafts, self._parents, known, told)


def _ruled(streams: Streams, turns: Sequence[Turn], known: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions that the rules propose."""
    yield from turn_proposals(turns)
    yield from direct.proposals(streams, known)
    spoken = iter(turns)
    turn = next(spoken, None)
    for number, segment in enumerate(streams.segments):
        while turn is not None and turn.content.end <= segment.words[0].start:
            turn = next(spoken, None)
        if turn is not None and _begins_in(turn, segment):
            said = [word for word in segment.words if word.start >= turn.content.start]
            segment = msgspec.structs.replace(segment, words=said)  # without the turn's label
        if (thereof := told_before(segment, _before(streams, number), known)) is not None:
            if thereof.content and thereof.source:
                yield thereof
            continue
        inside = turn is not None and turn.content.start <= segment.words[0].start
        told = inside or segment.level >= 0
        for one in indirect.reported(segment, known, told):
            rest = islice(streams.segments, number + 1, None) if told else ()
            yield gone_on(one, segment, rest, known)


def _before(streams: Streams, number: int) -> Segment | None:
    """Return the sentence before a segment that begins one."""
    return streams.segments[number - 1] if number else None


def _begins_in(turn: Turn, segment: Segment) -> bool:
    """Tell whether what a turn holds begins within the segment, behind its label."""
    return segment.words[0].start < turn.content.start <= segment.words[-1].start
