"""Later stages of a stand: what the sentences behind one tell of the same at another time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.wording import wording

_WORDING = wording("sentences/stages")


def later_stages(search: Search, found: Iterable[Candidate]) -> list[Candidate]:
    """Return what the sentences behind those that tell of a stand say of the same one later on.

    Each must name a time and whom the question names first, by a pronoun or otherwise.
    """
    first = search.first
    if first is None:
        return []
    stages: dict[tuple[int, int], Candidate] = {}
    for each in found:
        page, (line, *_) = each.page, each.page.lines_of(each.spans)
        for behind in page.lines[line.number + 1 : line.number + 1 + _STAGES]:
            key = id(page), behind.number
            mine = first.ids & (behind.actors | behind.speakers) or _HE.search(
                behind.span.of(page.text)
            )
            goes_on = search.coverage.touches(page, behind) or _STANDING.search(
                behind.span.of(page.text)
            )
            if mine and goes_on and page.days_in(behind) and each.score > _STAGE:
                words = value_of(page, behind.span)
                told = Candidate(
                    page, "words", words.casefold(), words, (behind.span,), 0.9 * each.score
                )
                if key not in stages or stages[key].score < told.score:
                    stages[key] = replace(told, by=behind.teller)
    return list(stages.values())


_HE = _WORDING.pattern("he")
#: Words by which a sentence goes on about what somebody holds or wants.
_STANDING = _WORDING.pattern("standing")
#: Sentences behind one of a stand that may tell of its later stages; the least that one scores.
_STAGES, _STAGE = 4, 0.55
