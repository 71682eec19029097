"""Who said something, and what somebody said."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon
from communique.ask.question.terms import Term
from communique.ask.reports.covering import Cover, Coverage
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page, begins_of
from communique.ask.weighing import on_occasion
from communique.ask.wording import wording
from communique.ask.words import stems_of
from communique.model.claims import Statement
from communique.model.span import Spans, merged

_WORDING = wording("claims/sayings")

#: What words around a statement count beside its own.
_BESIDE = 0.8


def who_said(search: Search) -> list[Candidate]:
    """Return who made the statements whose content covers what was asked."""
    found = []
    for page, statement in _statements(search):
        speaker = page.who(statement.speaker)
        source = " ".join(value_of(page, span) for span in statement.source)
        if speaker is None and not source:
            continue
        if any(not name.actors and not page.with_all(name.keys) for name in search.names):
            continue
        cover = _content_cover(search, page, statement)
        if cover and not _spoken_by_asked(search, page, statement, speaker_asked=False):
            found.append(
                Candidate(
                    page,
                    "speaker",
                    speaker.id if speaker else source.casefold(),
                    speaker.name if speaker else source,
                    _words(statement),
                    cover,
                    speaker,
                    _id(page, statement),
                    sure=True,
                )
            )
    return found


def what_said(search: Search) -> list[Candidate]:
    """Return what those who are named said, as far as it covers the other words asked."""
    found = []
    for page, statement in _statements(search):
        if not _spoken_by_asked(search, page, statement, speaker_asked=True):
            continue
        speaker = page.who(statement.speaker)
        cover = _content_cover(search, page, statement) * _medium(search, statement)
        around = page.lines_of((*statement.source, *statement.cue, *statement.content))
        cover *= max(on_occasion(search, line) for line in around)
        cover *= _TOGETHER if page.is_group(statement.speaker) else 1.0
        cover *= _answers(search, page, statement)
        if not cover:
            continue
        text = " … ".join(value_of(page, span) for span in statement.content)
        found.append(
            Candidate(
                page,
                "words",
                text.casefold(),
                text,
                merged((*statement.content,)),
                cover,
                speaker,
                _id(page, statement),
                sure=True,
            )
        )
    return found


def _answers(search: Search, page: Page, statement: Statement) -> float:
    """Return what a statement counts by whether it may answer whom the question says that it does.

    ("What did X reply to Y?")
    """
    if not lexicon().patterns["replying-to"].search(search.question.text):
        return 1.0
    ids = page.ids(statement.speaker)
    asked = [n for n in search.names if n.actors and n.ids.isdisjoint(ids)]
    lines = page.lines_of((*statement.source, *statement.cue, *statement.content))
    for name in asked:
        told = not name.ids.isdisjoint(page.ids(statement.addressee))
        if not told and all(search.coverage.nearness(page, line, name) < _MEANT for line in lines):
            return _OF_ANOTHER
    return 1.0


#: How near another must be for a statement to answer him or her; what others count.
_MEANT, _OF_ANOTHER = 0.5, 0.8


def replies(search: Search) -> list[Candidate]:
    """Return what somebody answered, with the words that are quoted as answered."""
    if not _ANSWERING.search(search.question.text) or not search.coverage.terms:
        return []
    first = search.first
    found = []
    for page in search.pages:
        for line in search.coverage.touched(page):
            behind = page.lines[line.number + 1 : line.number + 2]
            cover = search.coverage.of(page, line)
            if cover.terms < _QUOTED or not behind:
                continue
            said = _SAID.match(behind[0].span.of(page.text))
            by = behind[0].actors | behind[0].speakers
            if said and (
                first is None
                or first.ids & (by | line.actors)
                or _is_named_before(search, page, line, first)
            ):
                spans = (line.span, behind[0].span)
                value = " ".join(value_of(page, span) for span in spans)
                found.append(Candidate(page, "words", value.casefold(), value, spans, 0.95))
    return found


def _is_named_before(search: Search, page: Page, line: Line, first: Asked) -> bool:
    """Tell whether who answers is named in the sentences right before, and called "he" then."""
    before = page.lines[max(line.number - _SHORTLY, 0) : line.number]
    return any(search.coverage.names_in(page, each, first) for each in before)


#: Sentences before quoted words in which who answers them may be named.
_SHORTLY = 2
#: A question after what somebody answered to words; how much of these a sentence must have.
_ANSWERING = _WORDING.pattern("answering")
_QUOTED = 0.75
#: How a sentence begins that tells what was said to the words before.
_SAID = _WORDING.pattern("said")


#: What counts that somebody said together with others.
_TOGETHER = 0.85


def _statements(search: Search) -> Iterator[tuple[Page, Statement]]:
    for page in search.pages:
        for statement in page.account.statements:
            if not _is_name(page, statement):
                yield page, statement


def _is_name(page: Page, statement: Statement) -> bool:
    """Tell whether the words of a statement are no more than somebody's name."""
    (span, *more) = statement.content
    line = page.line_at(span.start)
    if more or line is None or len(span) > _NAME or not line.actors:
        return False
    return page.mentions.get(span.start, 0) >= span.end


#: Letters of a long name.
_NAME = 60


def _id(page: Page, statement: Statement) -> str | None:
    return page.material.cited.get(f"statement:{statement.id}")


def _words(statement: Statement) -> Spans:
    return tuple(sorted({*statement.source, *statement.cue, *statement.content}))


def _spoken_by_asked(
    search: Search, page: Page, statement: Statement, *, speaker_asked: bool
) -> bool:
    """Tell whether one of those named is the speaker: the first named, if it is asked for."""
    if not speaker_asked:
        return False
    first = search.first
    if first is None:
        return False
    ids = page.ids(statement.speaker)
    return not ids.isdisjoint(first.ids | first.holders)


def _content_cover(search: Search, page: Page, statement: Statement) -> float:
    """Return how much of the question a statement's words cover, its surroundings counting less."""
    coverage = search.coverage
    names = [name for name in search.names if name.ids.isdisjoint(page.ids(statement.speaker))]
    lines = page.lines_of(statement.content)
    told = [name for name in names if any(coverage.names_in(page, line, name) for line in lines)]
    met = any(coverage.met(page, line, term) for term in coverage.terms for line in lines)
    pointed = {
        term.stem: max((_met_or_meant(coverage, page, line, term) for line in lines), default=0.0)
        for term in coverage.terms
    }
    met = met or any(pointed.values())
    if not told and not met and (names or coverage.terms):
        return 0.0
    stems: frozenset[str] = frozenset()
    if met:
        stems = stems.union(*(stems_of(span.of(page.text)) for span in statement.content))
    begins = begins_of(stems)
    whole = got = 0.0
    around = [coverage.of(page, line) for line in lines]
    for term in coverage.terms:
        weight = coverage.weight(term)
        whole += weight
        inside = coverage.term_in(term, stems, begins)
        got += weight * max(inside, _BESIDE * pointed[term.stem])
    whole += len(names)
    got += len(told)
    own = got / whole if whole else 1.0
    return max(own, 0.95 * _best(around)) if whole else 0.8


def _met_or_meant(coverage: Coverage, page: Page, line: Line, term: Term) -> float:
    """Return how well a term is met in a sentence, or before one that calls it "it" or "that"."""
    if _REFERRING.search(line.span.of(page.text)):
        return coverage.pointed(page, line, term)
    return coverage.met(page, line, term)


_REFERRING = _WORDING.pattern("referring")


def _medium(search: Search, statement: Statement) -> float:
    """Return what a statement counts by whether it was written, where writing is asked for."""
    written = any(term.stem in ("writ", "letter", "post") for term in search.coverage.terms)
    return 1.0 if not written or statement.medium else 0.8


def _best(covers: list[Cover]) -> float:
    return max((min(cover.all, 0.3 + cover.terms) for cover in covers), default=0.0)
