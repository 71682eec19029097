"""Attributions that the trained model sees, put as proposals beside those of the rules.

Marks and nesting are exact, so the grammar keeps them: words that the model attributes and
that stand in a quotation propose a tag for that whole quotation. What it attributes outside
the marks is reported speech, in its own extent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from communique.model import Span, Spans, merged, trimmed
from communique.read.layers import Quoted
from communique.read.speech.attribution import Attribution
from communique.read.speech.edges import Edges
from communique.read.speech.lexicon import everywhere
from communique.read.speech.subjects import beside, misread, overlap, subjects, with_subject
from communique.read.speech.told import told_to
from communique.read.speech.turns import TURNS

if TYPE_CHECKING:
    from communique.read.learnt.layers import Attribution as Seen  # numpy takes long to import

#: The language of the texts that the model was taught attribution on.
TAUGHT = "en"
#: What begins the names of rules that read words leading up to a quotation.
LEADS = "lead:"
_JOINTS = frozenset(":：,،，;—–-")
_COMMAS = frozenset(",;:，،：")
#: The share of words beside a quotation that its tag makes up where they are no more than that.
MOST_OF_TAG = 0.7
#: What a tag weighs less than one that is part of what it attributes.
_YIELDING = 20.0
#: The share of a quotation that must be attributed for the quotation to be: most of it.
MOST = 0.5


def proposals(
    text: str,
    seen: Iterable[Seen],
    quotations: Sequence[Quoted],
    sentences: Spans,
    language: str | None = None,
    furniture: Spans = (),
) -> Iterator[Attribution]:
    """Yield what the model sees as proposals for ``quotations``, in the order it saw them.

    By the ``sentences``, holes in its contents are closed. In a ``language`` that it was not
    taught, a tag reaches no quotation of another sentence.
    """
    alone = [index for index, quoted in enumerate(quotations) if quoted.alone]
    outer = [index for index in alone if not _told_inside(quotations, index)]
    starts = [quotations[index].content.start for index in outer]
    edges = Edges(sentences, furniture)
    for one in seen:
        content = edges.own(_spans(text, one.content))
        if content:
            content = edges.whole(content, _spans(text, one.cue), _spans(text, one.source))
        if content and (made := _proposal(text, one, content, quotations, outer, starts, edges)):
            if is_taught(language):
                yield made
            elif (near := _in_sentence(made, quotations, edges)) is not None:
                yield near


def is_taught(language: str | None) -> bool:
    """Tell whether the model was taught attribution on texts of the ``language``."""
    return (language or TAUGHT).split("-")[0] == TAUGHT


def decided(
    ruled: Iterable[Attribution], seen: Sequence[Attribution], language: str | None
) -> Iterator[Attribution]:
    """Yield the proposals that go on to be statements.

    Inside quotations and turns of a transcript, and inside what the model sees, which it was
    not taught to look into, the rules decide. Of reported speech in the report's own voice,
    only what the model sees goes on, where it was taught the ``language``; elsewhere also what
    the rules find apart from it. Where the model sees nothing at all, the rules stand alone. A
    plain form ("in his words") of which the model sees no source is the rules' as well, and so
    is the subject of a cue of which it sees none ("Orr left early, calling the fare too high").
    """
    ruled = list(ruled)
    spoken = _Ground(span for one in ruled if one.why in TURNS.values() for span in one.content)
    seen = [one for one in seen if not spoken.touches((*one.content, *one.cue))]
    seen = list(_beside_tags(told_to(seen, ruled), ruled))
    if not is_taught(language):  # where a rule knows who speaks, the model only guesses
        named_by_rules = {index for one in ruled if one.source for index in one.quotations}
        seen = [one for one in seen if named_by_rules.isdisjoint(one.quotations)]
    tags = {index: one for one in seen for index in one.quotations if one.source}
    rules = [_told_as_seen(one, tags) for one in ruled]
    taught = bool(seen) and is_taught(language)
    cues = _Ground(span for one in seen for span in one.cue)
    contents = _Ground(span for one in seen for span in one.content)
    named = _Ground(span for one in seen if one.source for span in one.cue)
    said_by = _Ground(span for one in seen if one.source for span in one.content)
    plain = [one for one in rules if one.plain and not named.touches(one.cue)]
    better = _Ground(span for one in plain for span in one.cue)
    known = subjects(ruled)
    better_read = dict(misread(seen, rules))
    for index, one in enumerate(seen):
        if index in better_read:
            yield better_read[index]
        elif one.source or not better.touches(one.cue):
            yield with_subject(one, known)
        elif one.quotations:
            yield msgspec.structs.replace(one, content=())
    for one in rules:
        words = (*one.cue, *one.content)
        exact = bool(one.quotations) or one.level >= 0 or spoken.touches(words)
        apart = not (taught or cues.touches(words) or contents.touches(words))
        within = one.nested and not cues.touches(one.cue) and contents.cover(words)
        missed = (
            one.plain
            and not named.touches(one.cue)
            and (cues.touches(one.cue) or not said_by.touches(one.content))
        )
        if exact or apart or within or missed:
            yield one


def _beside_tags(
    seen: Iterable[Attribution], ruled: Iterable[Attribution]
) -> Iterator[Attribution]:
    """Yield what the model sees; a quotation with a tag of its own in it keeps that tag.

    "“We sail,” Orr told Lind, according to the office" is a statement of Orr's in another's.
    """
    tags = {index: one for one in ruled if one.source for index in one.quotations}
    for one in seen:
        inner = (tags[index] for index in one.quotations if index in tags)
        if any(_is_tag(tag, one.content) for tag in inner):
            one = msgspec.structs.replace(one, weight=one.weight - _YIELDING)
        yield one


def _is_tag(tag: Attribution, content: Spans) -> bool:
    """Tell whether the ``content`` beside a quotation is hardly more than its tag."""
    words = [span for span in (*tag.source, *tag.cue, *tag.addressee) if overlap((span,), content)]
    said = overlap(tag.cue, content) and overlap(tag.source, content)
    return said and sum(map(len, words)) >= MOST_OF_TAG * sum(map(len, content))


def _told_as_seen(one: Attribution, tags: Mapping[int, Attribution]) -> Attribution:
    """Return a rule's tag in the words that the model sees in the same place.

    Where both point at one speaker, how much of a title, office or apposition belongs to the
    words that name him, and how much to the cue ("said in a statement"), is what the model
    was taught. Its tag also stands where the rule found nobody, where it took other words of
    the attribution for its tag, where it has no words of saying at all and the model has, and
    where it went far from the same cue for its subject. Else,
    where they point at two, the rule stands: on texts that the model was not taught on it is
    right more often.
    """
    seen = tags.get(one.quotations[0]) if one.quotations else None
    if seen is None or _is_tag(one, seen.content):
        return one
    agreed = not one.source or overlap(one.source, seen.source)
    # What leads up to a quotation inside reported words is told there; what follows it is not.
    content = () if one.why.startswith(LEADS) else seen.content
    misread = overlap(one.cue, (*content, *seen.source)) or overlap(one.source, seen.cue)
    same = overlap(one.cue, seen.cue)
    untold = not one.cue and bool(seen.cue and seen.source)
    if not (agreed or misread or untold or (same and not beside(one.source, one.cue))):
        return one
    told = one.addressee if same else ()
    return msgspec.structs.replace(one, source=seen.source, cue=seen.cue, addressee=told)


class _Ground:
    """Where something stands in the text: spans made apart, to be asked in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = merged(spans)
        self._ends = [span.end for span in self._spans]

    def touches(self, spans: Iterable[Span]) -> bool:
        """Tell whether one of the ``spans`` overlaps the ground."""
        return any(self._near(s) is not None for s in spans)

    def cover(self, spans: Iterable[Span]) -> bool:
        """Tell whether each of the ``spans`` lies in one piece of the ground."""
        return all((near := self._near(span)) is not None and near.covers(span) for span in spans)

    def _near(self, span: Span) -> Span | None:
        first = bisect_left(self._ends, span.start + 1)
        found = first < len(self._spans) and self._spans[first].start < span.end
        return self._spans[first] if found else None


def _told_inside(quotations: Sequence[Quoted], index: int) -> bool:
    """Tell whether a quotation stands inside another that stands alone."""
    parent = quotations[index].parent
    while parent is not None and not quotations[parent].alone:
        parent = quotations[parent].parent
    return parent is not None


def _proposal(
    text: str,
    one: Seen,
    content: Spans,
    quotations: Sequence[Quoted],
    outer: Sequence[int],
    starts: Sequence[int],
    edges: Edges,
) -> Attribution | None:
    """Return one attribution as a proposal: whole quotations, and what is left beside them.

    ``None`` for what is said inside a quotation.
    """
    first = bisect_left(starts, content[0].start) - 1
    last = bisect_left(starts, content[-1].end)
    near = [outer[place] for place in range(max(first, 0), last)]
    held = tuple(index for index in near if _share(quotations[index].content, content) >= MOST)
    held = _answered(text, held, quotations, _spans(text, one.cue))
    if any(i not in held and _begins_in(content[0], quotations[i].content) for i in near):
        return None
    named = _spans(text, (*one.source, *one.cue))
    if any(quotations[i].content.covers(span) for i in held for span in named):
        return None  # nobody is named as the speaker of words by those words
    if not held and " ".join(
        span.of(text) for span in _spans(text, one.source)
    ).lower() in everywhere("nobody"):
        return None  # "one would expect that …"
    told_by = _spans(text, one.cue)
    left = tuple(
        span
        for span in _left(text, content, [quotations[i] for i in near])
        if not _is_parted(text, span, told_by)
    )
    if not left and not held:
        return None
    cue = tuple(span for span in _spans(text, one.cue) if any(map(str.isalnum, span.of(text))))
    return Attribution(
        content=edges.beside(left, cue),
        quotations=held,
        cue=cue,
        source=edges.near(_spans(text, _undashed(text, one.source)), cue),
        weight=one.score - 1,  # of two, the surer one counts; beside a rule's tag, neither
        why="learnt",
    )


def _is_parted(text: str, words: Span, cue: Spans) -> bool:
    """Tell whether words without marks stand in another line than their cue, as headings do.

    Behind a colon they may. Of 19,831 attributions in PolNeAR's training texts, two others are so.
    """
    if not cue:
        return False
    if words.end <= cue[0].start:
        return "\n" in text[words.end : cue[0].start]
    gap = text[cue[-1].end : words.start]
    return "\n" in gap and ":" not in gap


def _in_sentence(
    one: Attribution, quotations: Sequence[Quoted], edges: Edges
) -> Attribution | None:
    """Return a proposal with the quotations in its cue's sentence; ``None`` if that is nothing."""
    held = tuple(i for i in one.quotations if edges.share(quotations[i].content, one.cue))
    if not held and not one.content:
        return None
    return msgspec.structs.replace(one, quotations=held)


def _answered(
    text: str, held: tuple[int, ...], quotations: Sequence[Quoted], cue: Spans
) -> tuple[int, ...]:
    """Return the quotations without questions that stand by themselves, in a line of their own.

    Where another quotation stands in the line of the ``cue``, they are another's. A question
    that is not closed goes on in the next paragraph.
    """
    apart = [index for index in held if cue and "\n" in _between(text, quotations[index], cue[0])]
    if len(apart) == len(held):
        return held
    return tuple(
        index
        for index in held
        if index not in apart
        or quotations[index].close is None
        or text[quotations[index].content.end - 1] not in "?？؟"
    )


def _between(text: str, quoted: Quoted, cue: Span) -> str:
    """Return the text between a quotation and a cue."""
    content = quoted.content
    return (
        text[content.end : cue.start] if content.end <= cue.start else text[cue.end : content.start]
    )


def _begins_in(span: Span, whole: Span) -> bool:
    return whole.start <= span.start < whole.end


def _spans(text: str, pairs: Iterable[tuple[int, int]]) -> Spans:
    found = (trimmed(text, start, end) for start, end in pairs)
    return tuple(span for span in found if span is not None)


def _undashed(text: str, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans without a dash at their end, which only parts them from the cue."""
    for start, end in pairs:
        while end > start and text[end - 1] in "—– ":
            end -= 1
        if end > start:
            yield start, end


def _share(whole: Span, parts: Spans) -> float:
    """Return the share of ``whole`` that the ``parts`` cover."""
    common = sum(max(0, min(whole.end, p.end) - max(whole.start, p.start)) for p in parts)
    return common / len(whole)


def _left(text: str, content: Spans, near: Sequence[Quoted]) -> Iterator[Span]:
    """Yield what is left of the ``content`` beside the quotations, if it has words."""
    for span in content:
        start = span.start
        for quoted in sorted(near, key=lambda q: q.content.start):
            if quoted.content.end <= start or quoted.content.start >= span.end:
                continue
            yield from _worded(text, start, (quoted.open or quoted.content).start)
            start = (quoted.close or quoted.content).end
        yield from _worded(text, start, span.end)


def _worded(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield ``[start, end)`` trimmed, also of a joint's marks, if there is a word in it."""
    while end > start and (text[end - 1] in _JOINTS or text[end - 1].isspace()):
        end -= 1
    while start < end and (text[start] in _COMMAS or text[start].isspace()):
        start += 1
    span = trimmed(text, start, end)
    if span is not None and any(char.isalnum() for char in span.of(text)):
        yield span
