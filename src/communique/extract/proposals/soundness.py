"""Whether steps told by "first … second … then" are a plan: still to be done, wanted, and no talk.

A chain is a plan where its steps are due or a plan is spoken of; a tale in the past is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.proposals.steps import (
    is_bare,
    is_name,
    is_programme,
    is_to_come,
)
from communique.extract.proposals.weight import is_weighty
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_BESIDE = 12  # letters of ", and then"


def is_plan(
    view: View,
    words: Words,
    lead: int,
    steps: Sequence[tuple[int, Span]],
    numbered: bool,
    ordered: bool,
) -> bool:
    """Tell whether a chain is of what is to be done, and not of what was."""
    sentences = view.reading.sentences
    start = _announced_from(view, lead)
    named = words.plan.search(view.text, start, steps[0][1].start)
    proposed = words.propose.search(view.text, start, steps[0][1].start) is not None
    planned = numbered or proposed or (named is not None and named[0].islower())
    past = sum(
        words.past.search(words.idioms["had_to"].sub("", s.of(view.text))) is not None
        for _, s in steps
    )
    if not proposed and _is_tale(view, words, lead, steps, numbered):
        return False
    if words.idioms["own_talk"].search(view.text, sentences[lead].start, steps[0][1].start):
        return False
    wide = sentences[max(0, lead - 1)].start
    if not numbered and _is_counted(view, words, wide, steps[0][1].start):
        return False
    spans = [span for _, span in steps]
    if not named and is_programme(view, words, spans):
        return False
    due = sum(
        bool(words.due.search(view.text, s.start, s.end)) or is_bare(view, words, s) for s in spans
    )
    if past > due or any(words.idioms["chain_aside"].match(s.of(view.text)) for s in spans):
        return False
    firm = any(words.due.search(view.text, s.start, s.end) for _, s in steps)
    firm = firm or all(words.says("command", s.of(view.text)) for s in spans)
    if any(words.says("asked", view.text, s.start, s.end + 2) for s in spans):
        return False  # "first, what do they want? And second, …"
    if not (planned or _is_wanted(view, words, spans)):
        return False
    if not (firm or planned or _is_due(view, words, lead, steps)):
        return _is_ours(view, words, spans) and ordered
    if firm and not past and words.says("only_then", view.text, spans[0].end, spans[-1].start):
        return True  # "the guns must fall silent; only after that can we talk"
    if any(is_name(view, span) for span in spans):
        return False  # "First Lieutenant Taylor then fired"
    spoken = view.speaker_at(steps[0][1].start) is not None
    if spoken and not (ordered or proposed or numbered) and due < len(steps):
        return False  # points of an answer: "so, first, she is ill. Second, she should rest."
    begun = words.due.search(view.text, spans[0].start, spans[0].end) is not None
    if spoken and ordered and not past and begun and _in_one(view, spans):
        return True  # "first the guns have to fall silent, then we sit down"
    if spoken and firm and not past and len(steps) > 2:
        return (
            planned or ordered or all(words.firm.search(view.text, s.start, s.end) for s in spans)
        )
    if not (planned or ordered):
        due = sum(words.firm.search(view.text, s.start, s.end) is not None for s in spans)
    return due * 3 >= 2 * len(steps) or (planned and (proposed or due > 0 or numbered))


def _announced_from(view: View, lead: int) -> int:
    """Return from where words may announce a chain: the sentence before, or its own.

    What stands in another paragraph counts only if it ends with a colon.
    """
    sentences = view.reading.sentences
    start, own = sentences[max(0, lead - 1)].start, sentences[lead].start
    before = view.text[start:own]
    return own if "\n\n" in before and not before.rstrip().endswith(":") else start


def _is_tale(
    view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]], numbered: bool
) -> bool:
    """Tell whether words of order tell what came first: "the clerk went first, and then …"."""
    if numbered and not is_to_come(view, words, lead, steps):
        return not _is_of_deal(view, words, [span for _, span in steps])
    begin = view.reading.sentences[lead].start
    # "crises, starting with the flood, and then the fire"
    return words.idioms["starting"].search(view.text, begin, steps[0][1].start) is not None


def _is_of_deal(view: View, words: Words, steps: Sequence[Span]) -> bool:
    """Tell whether stages are told in the present: "in the first stage, Lutha frees the crew"."""
    return all(
        is_weighty(view, words, step) and not words.says("is_past", view.text, step.start, step.end)
        for step in steps
    )


def _is_ours(view: View, words: Words, steps: Sequence[Span]) -> bool:
    """Tell whether speakers say what they do in turn: "first we swap crews, then we open the pass".

    Both have to be deeds between sides, in one sentence.
    """
    return (
        view.speaker_at(steps[0].start) is not None
        and _in_one(view, steps)
        and _is_of_deal(view, words, steps)
        and all(words.says("we_do", step.of(view.text)) for step in steps)
    )


def _in_one(view: View, steps: Sequence[Span]) -> bool:
    """Tell whether steps stand in one sentence and close to one another."""
    apart = view.sentence_at(steps[0].start) != view.sentence_at(steps[-1].start)
    return not apart and steps[1].start - steps[0].end < _BESIDE


def _is_wanted(view: View, words: Words, steps: Sequence[Span]) -> bool:
    """Tell whether steps are due or one's own, and not what others are only seen to do next."""
    return any(
        words.firm.search(view.text, step.start, step.end) is not None
        or words.idioms["own_step"].search(view.text, step.start, step.end) is not None
        or is_bare(view, words, step)
        for step in steps
    )


def _is_counted(view: View, words: Words, start: int, end: int) -> bool:
    """Tell whether points of an argument are announced: "there are three reasons: first …"."""
    counted = [m.end() for m in words.counted.finditer(view.text, start, end)]
    staged = [m.end() for m in words.ordered.finditer(view.text, start, end)]
    return bool(counted) and (not staged or staged[-1] < counted[-1])


def _is_due(view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]]) -> bool:
    """Tell whether steps have to be taken by the words before them, or by "only after that"."""
    begin, first = view.reading.sentences[lead].start, steps[0][1].start
    if words.duty.search(view.text, begin, first) is not None:
        return True
    between = view.text[first : steps[-1][1].start]
    return words.idioms["only_then"].search(between) is not None
