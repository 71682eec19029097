"""Who leads a sentence: whoever a question is about, or somebody else."""

from __future__ import annotations

import re

from communique.ask.candidates import Search
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.weighing import LED
from communique.ask.wording import wording

_WORDING = wording("sentences/leading")


def led(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by who leads it: the first one the question names, or another.

    Of "Did X accept …?" what X says or does is the answer, not what is done to X.
    """
    first = search.first
    kind = search.question.kind
    if first is not None and kind in _TOLD_OF and _is_of_another(first, page, line):
        return _SAID_BY_OTHERS
    if first is None or (kind not in LED and kind != "foreseen") or search.question.kept:
        return 1.0
    if not first.actors and first.keys <= page.opening:
        return 1.0  # The report may be by that one.
    ids = first.ids | first.holders
    if kind == "whether" and not (
        ids & (line.actors | line.speakers | line.tellers)
        or is_in(first, line)
        or _HE.search(line.span.of(page.text))
        or _PASSIVE.search(line.span.of(page.text))
    ):
        return _WITHOUT_FIRST
    if line.tellers or line.speakers:
        he = _HE.search(line.span.of(page.text))
        of_person = kind == "what-said" or (kind == "done" and not is_in(first, line) and not he)
        of_person = of_person and any(ref.kind == "person" for ref in first.actors)
        others = _SAID_BY_OTHERS if of_person else _LED_BY_OTHERS
        return 1.0 if ids & (line.tellers | line.speakers) else others
    if kind == "what-said" and not _is_saying(page, line):
        return _UNSAID
    leading = min(
        (
            (span.start, actor.id)
            for span, actor in page.named_in(line, pronouns=kind == "what-said")
        ),
        default=None,
    )
    if leading is None or ids & page.ids(leading[1]):
        return 1.0
    named_first = kind == "what-said" and not _HE.match(line.span.of(page.text).lstrip())
    return _SAID_BY_OTHERS if named_first else _LED_BY_OTHERS


def _is_of_another(first: Asked, page: Page, line: Line) -> bool:
    """Tell whether a sentence tells of another person than the one who is asked about.

    ("When was X arrested?" is not answered by "Y was freed on Friday. X remains in custody.")
    """
    if not any(ref.kind == "person" for ref in first.actors) or is_in(first, line):
        return False
    others = any(actor.kind == "person" for _, actor in page.named_in(line))
    return others and _HE.search(line.span.of(page.text)) is None


#: Kinds of question on something that was done by one, or to one.
_TOLD_OF = frozenset({"when", "where"})


def _is_saying(page: Page, line: Line) -> bool:
    """Tell whether a sentence quotes, or has a verb of telling, though no statement was read."""
    text = line.span.of(page.text)
    return (
        _QUOTING.search(text) is not None or lexicon().patterns["telling"].search(text) is not None
    )


_QUOTING = re.compile(r"[\"“«„]")
#: What a sentence counts in which nobody says anything, where words are asked for.
_UNSAID = 0.5
#: What one counts that somebody else says, where a person's words are asked for.
_SAID_BY_OTHERS = 0.6
#: What one counts that tells first of somebody else, and of whom is asked about nothing.
_LED_BY_OTHERS, _WITHOUT_FIRST = 0.8, 0.6


#: What is done by somebody whom the sentence need not name.
_PASSIVE = _WORDING.pattern("passive")
_HE = _WORDING.pattern("he")
