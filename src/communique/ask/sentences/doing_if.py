"""What somebody would do if something happened, told of that very one."""

from __future__ import annotations

from communique.ask.candidates import Search
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import words

_WORDING = wording("sentences/doing_if")


def doing_if(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether the one who is asked about would do something.

    Of "What will X do if …?" a sentence tells in which "would", "will" or a threat stands behind
    X, not in which another one threatens X.
    """
    first = search.first
    if first is None or not _ASKS.search(search.question.text):
        return 1.0
    ids, text = first.ids | first.holders, line.span.of(page.text)
    if ids & (line.speakers | line.tellers) and _WILL.search(text):
        return 1.0
    named = page.named_in(line, pronouns=True)
    ends = [s.end - line.span.start for s, who in named if not ids.isdisjoint(page.ids(who.id))]
    ends += [word.end for word in words(text) if word.stem in first.keys | first.akin]
    return 1.0 if any(_WOULD.match(text, end) for end in ends) else _OF_ANOTHER


_ASKS = _WORDING.pattern("asks")
_WILL, _WOULD = _WORDING.pattern("will"), _WORDING.pattern("would")
#: What a sentence counts that tells what another one would do.
_OF_ANOTHER = 0.4
