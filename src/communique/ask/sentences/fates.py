"""What became of somebody or something: what was done to it, the latest best."""

from __future__ import annotations

from communique.ask.candidates import Search
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import words as words_in

_WORDING = wording("sentences/fates")

_ASKED = _WORDING.pattern("asked")
_BEFALLING = _WORDING.pattern("befalling")
#: What a sentence counts that tells nothing that befell who or what is asked about.
_NOTHING_BEFELL = 0.8
#: What one counts for each report that is later.
_EARLIER = 0.965


def befalling(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts for a question on what happened to somebody or something.

    What befell it must stand right behind its name, or behind a pronoun that stands for it.
    """
    if not _ASKED.match(search.question.text):
        return 1.0
    text, start = line.span.of(page.text), line.span.start
    ids = frozenset[str]().union(*(name.ids for name in search.names[:1]))
    meant = [
        span.end - start
        for span, actor in page.named_in(line, pronouns=True)
        if not ids.isdisjoint(page.ids(actor.id))
    ]
    terms = search.coverage.terms if not ids else ()
    keys = frozenset[str]().union(*(n.keys for n in search.names[:1] if not n.actors))
    meant += [
        word.end
        for word in words_in(text)
        if word.stem in keys
        or any(search.coverage.term_in(term, {word.stem}, frozenset()) for term in terms)
    ]
    told = not meant or any(_BEFALLING.match(text, at) for at in meant)
    later = sum(_day(other) > _day(page) for other in search.pages)
    return (1.0 if told else _NOTHING_BEFELL) * _EARLIER**later


def _day(page: Page) -> str:
    return page.days[1] if page.days else ""
