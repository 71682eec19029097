"""Who did something: the persons in a sentence whom a question with "who" may be after."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import Search
from communique.ask.question.terms import Term
from communique.ask.reports.names import is_asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import words as words_in
from communique.model.span import Span, Spans

_WORDING = wording("sentences/doers")

Fitting = tuple[str, str, str, Spans, float]
"""What fits in a sentence: slot, value to compare by, value to show, words, and what it counts."""


def doers(search: Search, page: Page, line: Line, words: str) -> list[Fitting]:
    """Return who is in a sentence besides those whom the question names."""
    if _is_undergone(search, page, line):
        return []
    if _is_object(search, page, line):
        return [("words", words.casefold(), words, (line.span,), 0.9)]
    ids: dict[str, tuple[str, Span]] = {}
    for span, actor in page.named_in(line):
        ref = page.who(actor.id)
        if ref is not None and actor.kind != "group" and not is_asked(search.names, ref.id):
            ids.setdefault(ref.id, (ref.name, span))
    if not ids and _has_subject(search, page, line):
        return [("words", words.casefold(), words, (line.span,), 0.8)]
    if not ids or not _beside_head(search, page, [span for _, span in ids.values()]):
        return []
    return [("words", words.casefold(), words, (line.span,), 0.9)]


def _is_object(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a question is to whom somebody does something, and a sentence tells of that."""
    if not _DOES.match(search.question.text):
        return False
    stems = {search.question.deeds.stem, search.question.verb}
    coverage = search.coverage
    told = [term for term in coverage.terms if term.stem in stems]
    named = [name for name in search.names if name.actors][:1]
    return (
        bool(told and named)
        and all(coverage.met(page, line, term) for term in told)
        and coverage.names_in(page, line, named[0])
    )


_DOES = _WORDING.pattern("does")


def _is_undergone(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence says that something was done, but not by whom."""
    verb, coverage = search.question.verb, search.coverage
    term = next((term for term in coverage.terms if term.stem.split()[0] == verb), None)
    if term is None or not coverage.met(page, line, term):
        return False
    if _UNDERGOING_ASKED.search(search.question.text):
        return False
    text = line.span.of(page.text)
    told = [word for word in words_in(text) if coverage.term_in(term, {word.stem}, frozenset())]
    return bool(told) and all(
        (
            (_PASSIVE.search(text[: word.start]) and not text[: word.end].endswith("ing"))
            or _THING.search(text[: word.start])
        )
        and not _is_by_somebody(search, text[word.end :])
        for word in told
    )


def _is_by_somebody(search: Search, behind: str) -> bool:
    """Tell whether "by" stands behind a word for what was done, with another than what is asked of.

    ("Who fired the bullet?" is not answered by "She was hit by a rubber bullet".)
    """
    match = _BY.match(behind)
    if match is None:
        return False
    stems = {word.stem for word in list(words_in(behind[match.end() - 1 :]))[:_AGENT]}
    verb = search.question.verb
    return not any(
        term.stem in stems for term in search.coverage.terms if term.stem.split()[0] != verb
    )


#: Words behind "by" that may name who it was.
_AGENT = 2


#: What stands before a noun: "in prison" does not tell who imprisoned somebody.
_THING = _WORDING.pattern("thing")
_PASSIVE = _WORDING.pattern("passive")
_UNDERGOING_ASKED = _WORDING.pattern("undergoing-asked")


def _has_subject(search: Search, page: Page, line: Line) -> bool:
    """Tell whether somebody who is no actor does what is asked for ("they shelled the town")."""
    verb, coverage = search.question.verb, search.coverage
    term = next((term for term in coverage.terms if term.stem.split()[0] == verb), None)
    if term is None or coverage.of(page, line).names < 1.0:
        return False
    if not all(coverage.met(page, line, each) for each in coverage.terms):
        return False
    text = line.span.of(page.text)
    return any(
        _BY.match(text[end:])
        or (_SUBJECT.search(text[:start]) and not _UNDERGOING.search(text[:start]))
        for start, end in _places(search, term, text)
    )


def _places(search: Search, term: Term, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has a word of a term, or a phrase of two ("called off")."""
    found = list(words_in(text))
    for at, word in enumerate(found):
        behind = found[at + 1 : at + 2]
        if search.coverage.term_in(term, {word.stem}, frozenset()):
            yield word.start, word.end
        elif (
            behind
            and not search.coverage.term_in(term, {behind[0].stem}, frozenset())
            and search.coverage.term_in(term, {word.stem, behind[0].stem}, frozenset())
        ):
            yield word.start, behind[0].end


#: Who does something, before the word for it or behind it.
_SUBJECT = _WORDING.pattern("subject")
_UNDERGOING = _WORDING.pattern("undergoing")
_BY = _WORDING.pattern("by")


def _beside_head(search: Search, page: Page, spans: list[Span]) -> bool:
    """Tell whether a person stands beside what the question calls it ("Who was the envoy …?").

    A question with another verb asks for no such thing.
    """
    if not _COPULA.match(search.question.text) or not search.coverage.terms:
        return True
    head = search.coverage.terms[0]
    for span in spans:
        before = page.text[max(span.start - _APPOSED, 0) : span.start]
        behind = page.text[span.end : span.end + _APPOSED]
        if _ends_in(search, head, before) or _ends_in(search, head, behind, reverse=True):
            return True
    return False


def _ends_in(search: Search, head: Term, text: str, *, reverse: bool = False) -> bool:
    """Tell whether a word stands in ``text`` with nothing but names and small words behind it."""
    found = list(words_in(text))
    for word in reversed(found) if not reverse else found:
        if search.coverage.term_in(head, frozenset({word.stem}), frozenset()):
            return True
        printed = text[word.start : word.end]
        if not (
            printed[0].isupper()
            or printed.lower() in _WORDING.words("small")
            or (reverse and printed in _WORDING.words("is"))
        ):
            return False
    return False


_COPULA = _WORDING.pattern("copula")
#: Letters between a person's name and what it is called.
_APPOSED = 40
