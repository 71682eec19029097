"""From proposals to statements: one attribution for each piece of speech, in text order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from communique.model import Form, Span, Spans, Statement
from communique.read.speech.attribution import Attribution
from communique.read.speech.letters import medium_of
from communique.read.speech.streams import Streams

_INSERTION = re.compile(r"\[[^\[\]\n]{1,300}\]")


class Draft(msgspec.Struct):
    """A statement in the making. ``quotations`` are those that its content is made of."""

    form: Form
    content: list[Span]
    level: int
    cue: Spans = ()
    source: Spans = ()
    told: Spans = ()
    quotations: tuple[int, ...] = ()
    marked: bool = True
    goes_on: Draft | None = None
    why: str = ""


def drafts(streams: Streams, proposed: Iterable[Attribution]) -> list[Draft]:
    """Decide between the proposals and return the statements they make, in text order.

    Every quotation that stands alone belongs to exactly one of them.
    """
    best: dict[int, Attribution] = {}
    reported: list[Attribution] = []
    for one in proposed:
        for index in one.quotations:
            if index not in best or one.weight > best[index].weight:
                best[index] = one
        if one.content:
            reported.append(one)
    woven = {index: one for one in reported for index in _woven(streams, one, best)}
    # What is told inside reported words is part of them, and a statement of its own as well.
    own = {index for index, one in woven.items() if not _touches(best[index].cue, one.content)}
    out = _direct(streams, best, own)
    tags = {span for draft in out for span in draft.cue}
    for one in reported:
        if any(woven.get(index) is one for index in one.quotations):
            out.append(_reported(streams, _whole(streams, one)))
            continue
        led = one.cue and any(span in tags for span in one.cue) and not _leads(streams, one)
        if not led:
            out.append(_reported(streams, one))
    out.sort(key=lambda d: (d.content[0].start, -d.content[-1].end))
    return out


def _leads(streams: Streams, one: Attribution) -> bool:
    """Tell whether reported words of their own lead up to the quotation.

    They stand before its colon ("… it failed: “…”), or in a sentence of their own.
    """
    last = one.content[-1]
    apart = bool(one.quotations) and all(
        streams.sentence_at(streams.quotations[index].content.start)
        != streams.sentence_at(last.end - 1)
        for index in one.quotations
    )
    return apart or streams.text[last.end : last.end + 1] == ":"


def _woven(streams: Streams, one: Attribution, best: Mapping[int, Attribution]) -> tuple[int, ...]:
    """Return the quotations that are one utterance with the reported words of ``one``.

    "If it sails, Orr wrote, “I will pay for it”" is a single statement, partly in marks; so is
    "The ferry “will sail”, Orr said. “I saw to it.”", which its tag cuts, and "“Yes,” Orr said. “I
    saw to it” in the spring". None behind a colon,
    where what is quoted stands alone, none with a tag of its own beside these words, and none
    behind the sentence of reported words whose tag leads ("Orr said it will sail. “I saw it.”").
    """
    if not one.content or not one.quotations or not one.cue:
        return ()
    for index in one.quotations:
        if _touches(best[index].cue, one.content):
            continue
        quoted = streams.quotations[index]
        opening = quoted.open or quoted.content
        if streams.text[max(0, opening.start - 2) : opening.start].rstrip()[-1:] in (":", "："):
            return ()
        if not _touches(best[index].cue, one.cue):
            return ()
    spans = [streams.quotations[index].content for index in one.quotations]
    sentences = {streams.sentence_at(span.start) for span in (*one.content, *spans, *one.cue)}
    paragraphs = {streams.paragraph_at(span.start) for span in (*one.content, *spans)}
    begun = min((*one.content, *spans)) < one.cue[0]
    cut = begun and len(paragraphs) == 1
    cut = cut and (one.content[0] < one.cue[0] or _runs_on(streams, one))
    return one.quotations if cut or len(sentences) == 1 else ()


def _runs_on(streams: Streams, one: Attribution) -> bool:
    """Tell whether a sentence goes on out of the marks: "… said. “It will sail” in the spring"."""
    ends = {
        (quoted.close or quoted.content).end
        for index in one.quotations
        if (quoted := streams.quotations[index])
        and streams.text[quoted.content.end - 1 : quoted.content.end] not in _STOPS
    }
    return any(span.start - end in (0, 1) for span in one.content for end in ends)


_STOPS = tuple(".,!?…;:")


def _touches(some: Spans, others: Spans) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _whole(streams: Streams, one: Attribution) -> Attribution:
    """Return ``one`` with its quotations, marks included, as part of its reported words."""
    quoted = [streams.quotations[index] for index in one.quotations]
    marked = [Span((q.open or q.content).start, (q.close or q.content).end) for q in quoted]
    content: list[Span] = []
    for span in sorted((*one.content, *marked)):
        gap = streams.text[content[-1].end : span.start] if content else None
        if gap is not None and not any(c.isalnum() for c in gap):
            content[-1] = Span(content[-1].start, span.end)
        else:
            content.append(span)
    return msgspec.structs.replace(one, content=tuple(content), quotations=())


def _direct(
    streams: Streams, best: Mapping[int, Attribution], woven: Collection[int] = ()
) -> list[Draft]:
    out: list[Draft] = []
    last: dict[int, tuple[int, Draft]] = {}
    alone = [index for index in streams.alone if index not in woven]
    for index in sorted(alone, key=lambda i: streams.quotations[i].content.start):
        quoted = streams.quotations[index]
        level = _level(streams, index)
        one = best.get(index)
        draft = Draft("direct", [quoted.content], level, quotations=(index,))
        if one is not None:
            draft.cue, draft.source, draft.told = one.cue, one.source, one.addressee
            draft.why = one.why
        previous = last.get(level)
        cut = previous is not None and one is not None and one.cue and one.cue == previous[1].cue
        if previous is not None and (
            cut or (one is None and _same_utterance(streams, *previous, index))
        ):
            joined = previous[1]
            joined.content.append(quoted.content)
            joined.quotations += (index,)
            last[level] = (index, joined)
            continue
        if previous is not None and one is None and _opens_anew(streams, previous[0], index):
            draft.goes_on = previous[1]
        elif one is None and _is_apposed(streams, index):
            continue
        out.append(draft)
        last[level] = (index, draft)
    return out


def _is_apposed(streams: Streams, index: int) -> bool:
    """Tell whether the quotation stands behind a comma: what nobody says there is a title."""
    opening = streams.quotations[index].open
    if opening is None:
        return False
    return streams.text[max(0, opening.start - 4) : opening.start].rstrip()[-1:] == ","


def _level(streams: Streams, index: int) -> int:
    parent = streams.quotations[index].parent
    while parent is not None and parent not in streams.alone:
        parent = streams.quotations[parent].parent
    return -1 if parent is None else parent


def _same_utterance(streams: Streams, before: int, draft: Draft, index: int) -> bool:
    """Tell whether only the first one's tag stands between two quotations."""
    first, second = streams.quotations[before], streams.quotations[index]
    if streams.paragraph_at(first.content.end - 1) != streams.paragraph_at(second.content.start):
        return False
    between = streams.after.get(before)
    if between is None:
        return False
    if between.after != index:
        return False
    start, end = between.words[0].start, between.words[-1].end
    return any(start <= span.start and span.end <= end for span in (*draft.cue, *draft.source))


def _opens_anew(streams: Streams, before: int, index: int) -> bool:
    """Tell whether the quotation opens a new paragraph of an utterance that has no end yet.

    A dash opens the turn of another.
    """
    first, second = streams.quotations[before], streams.quotations[index]
    if second.open is not None and streams.text[second.open.start] in "—–―-":
        return False
    gap = streams.paragraph_at(second.content.start) - streams.paragraph_at(first.content.end - 1)
    return first.close is None and gap == 1


def _reported(streams: Streams, one: Attribution) -> Draft:
    content = list(one.content)
    form = _form(streams, content)
    if form == "direct":
        content = [_bare(streams.text, span) for span in content]
    if not one.marked:
        form = "direct"  # also where it has marks in it: what else stands there is spoken too
    return Draft(
        form,
        content,
        one.level,
        cue=one.cue,
        source=one.source,
        told=one.addressee,
        marked=one.marked,
        why=one.why,
    )


_MARKS = "\"“”„«»‘’'"


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end - 1 and text[start] in _MARKS:
        start += 1
    while end > start + 1 and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def _form(streams: Streams, content: Sequence[Span]) -> Form:
    """Say whether reported content is wholly, partly or not at all in marks."""
    inner = [
        q
        for q in streams.quotations_in(content[0].start - 2, content[-1].end + 2)
        if q.open is not None
    ]
    if not inner:
        return "indirect"
    if len(content) == 1 and any(q.content.covers(_bare(streams.text, content[0])) for q in inner):
        return "direct"
    return "mixed"


def statements(
    text: str,
    made: Sequence[Draft],
    parents: Sequence[int | None],
    speakers: Sequence[str | None],
    addressees: Sequence[str | None],
) -> tuple[Statement, ...]:
    """Return the drafts as statements with ids, parents, speakers and addressees."""
    ids = {id(draft): f"s{number}" for number, draft in enumerate(made, 1)}
    out = []
    for number, draft in enumerate(made):
        parent, goes_on = parents[number], draft.goes_on
        out.append(
            Statement(
                id=ids[id(draft)],
                why=draft.why or None,
                form=draft.form,
                content=tuple(draft.content),
                cue=draft.cue,
                source=draft.source,
                speaker=speakers[number],
                addressee=addressees[number],
                parent=None if parent is None else ids[id(made[parent])],
                marked=draft.marked,
                continues=None if goes_on is None else ids[id(goes_on)],
                insertions=_insertions(text, draft.content),
                medium=medium_of(words_of(text, draft.cue), words_of(text, draft.source)),
            )
        )
    return tuple(out)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """Return the words from the first span to the last, in lower case; empty without spans."""
    return text[spans[0].start : spans[-1].end].lower() if spans else ""


def parents_of(made: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the nearest earlier one whose content holds it."""
    parents: list[int | None] = []
    stack: list[int] = []
    for number, draft in enumerate(made):
        start = draft.content[0].start
        while stack and made[stack[-1]].content[-1].end <= start:
            stack.pop()
        parents.append(next((k for k in reversed(stack[-8:]) if _holds(made[k], draft)), None))
        stack.append(number)
    return parents


def _holds(outer: Draft, draft: Draft) -> bool:
    start, end = draft.content[0].start, draft.content[-1].end
    if (outer.content[0].start, outer.content[-1].end) == (start, end):
        return False
    return any(span.start <= start and end <= span.end for span in outer.content)


def _insertions(text: str, content: Iterable[Span]) -> Spans:
    return tuple(
        Span(found.start(), found.end())
        for span in content
        for found in _INSERTION.finditer(text, span.start, span.end)
    )
