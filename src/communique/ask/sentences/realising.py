"""Deeds told by other words than their own: a demand by "must", a threat by "unless"."""

from __future__ import annotations

from communique.ask.candidates import Search
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import Cover
from communique.ask.reports.pages import Line, Page

#: What the word for a deed counts as where it is not said, but the deed is done by what is said.
_DONE = 0.75


def is_realised(search: Search, page: Page, line: Line) -> bool:
    """Tell whether the first one named does in a sentence what is asked for, by speaking.

    ("What did X demand?" – X said: "The court must decide before Easter.")
    """
    question = search.question
    if question.kind != "done" or not question.acts:
        return False
    pattern = lexicon().realised.get(question.deeds.first or question.acts[0])
    first = search.first
    if pattern is None or first is None:
        return False
    ids = first.ids | first.holders
    speaks = not ids.isdisjoint(line.speakers)
    return speaks and pattern.search(line.span.of(page.text)) is not None


def looked_at(search: Search, page: Page) -> list[Line]:
    """Return the sentences of a page that may answer: with any of the words, or doing the deed."""
    lines = search.coverage.touched(page)
    first = search.first
    if first is None or search.question.kind != "done" or not search.question.acts:
        return lines
    seen = {line.number for line in lines}
    spoken = {number for id in first.ids for number in page.by_actor.get(id, ())} - seen
    more = [line for n in spoken if is_realised(search, page, line := page.lines[n])]
    return sorted([*lines, *more], key=lambda line: line.number)


def covered(search: Search, page: Page, line: Line) -> Cover:
    """Return what a sentence covers, the word for the deed with it where that is done by it."""
    coverage = search.coverage
    cover = coverage.of(page, line)
    if search.question.kind in _REPLIES and _answers_it(page, line):
        cover = _with_what_was_said(search, page, line, cover)
    term = next((t for t in coverage.terms if t.stem == search.question.deeds.stem), None)
    if term is None or coverage.met(page, line, term) or not is_realised(search, page, line):
        return cover
    own = sum(map(coverage.weight, coverage.terms))
    share = _DONE * coverage.weight(term) / own
    lost = coverage.weight(term) / (own + coverage.of_names)
    near = coverage.near(page, line, term)
    return Cover(
        min(1.0, cover.all + max(_DONE - near, 0.0) * lost), cover.terms + share, cover.names
    )


def _answers_it(page: Page, line: Line) -> bool:
    """Tell whether a sentence denies or confirms what the one before it says ("X denied it")."""
    return lexicon().patterns["answering-it"].search(line.span.of(page.text)) is not None


def _with_what_was_said(search: Search, page: Page, line: Line, cover: Cover) -> Cover:
    """Return what a sentence covers with the words of what it denies or confirms."""
    coverage = search.coverage
    whole = sum(map(coverage.weight, coverage.terms))
    told = sum(coverage.weight(t) * coverage.pointed(page, line, t) for t in coverage.terms)
    return Cover(cover.all, max(cover.terms, told / whole), cover.names) if whole else cover


#: Kinds of question that a reply answers to what was said before.
_REPLIES = frozenset({"what-said", "stand"})
