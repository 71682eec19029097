"""Whose words: the subjects that rules find, beside what the model sees of the same cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from communique.model import Spans
from communique.read.speech.attribution import Attribution


def subjects(ruled: Iterable[Attribution]) -> dict[int, Spans]:
    """Return the sources that rules find for reported words, by where their cues end."""
    return {
        span.end: one.source
        for one in ruled
        if one.content and one.source and one.level == -1
        for span in one.cue
    }


def with_subject(one: Attribution, subjects: Mapping[int, Spans]) -> Attribution:
    """Return reported words of which the model sees no source with that of a rule, if any.

    Only where it stands apart from the cue. A subject right before it the model has seen and
    passed over.
    """
    found = next((subjects[span.end] for span in one.cue if span.end in subjects), ())
    if one.source or one.quotations or not found:
        return one
    if beside(found, one.cue) or overlap(found, (*one.content, *one.cue)):
        return one
    return msgspec.structs.replace(one, source=found)


def misread(
    seen: Sequence[Attribution], rules: Iterable[Attribution]
) -> Iterator[tuple[int, Attribution]]:
    """Yield the rule's attribution for what the model sees, where it takes the subject for said.

    Of the same cue the model sees no source, or but a part of the rule's, and the rest of that in
    the content ("(Orr was) quoted as saying that …").
    """
    reported = [rule for rule in rules if rule.source and rule.content and rule.level == -1]
    by_edge = {
        edge: rule for rule in reported for span in rule.cue for edge in (span.start, span.end)
    }
    for index, one in enumerate(seen):
        edges = (edge for span in one.cue for edge in (span.start, span.end))
        rule = next((by_edge[edge] for edge in edges if edge in by_edge), None)
        if rule is None or one.quotations:
            continue
        part = all(rule.source[0].start <= span.start for span in one.source) and all(
            span.end - 1 <= rule.source[-1].end for span in one.source
        )
        if part and overlap(rule.source, one.content) and overlap(rule.content, one.content):
            yield index, rule


def overlap(some: Spans, others: Spans) -> bool:
    """Tell whether any of some spans overlaps any of others."""
    return any(one.overlaps(other) for one in some for other in others)


def beside(source: Spans, cue: Spans) -> bool:
    """Tell whether a source stands right before or right behind its cue."""
    if not source or not cue:
        return False
    apart = max(cue[0].start - source[-1].end, source[0].start - cue[-1].end)
    return apart <= 1
