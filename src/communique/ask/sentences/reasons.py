"""Why something was done: what gives a reason, in a sentence or right behind it."""

from __future__ import annotations

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.contacts.interviews import is_question
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import stems_of
from communique.ask.words import words as words_in

_WORDING = wording("sentences/reasons")


def reason_behind(page: Page, line: Line) -> Candidate | None:
    """Return a sentence with the next one, if that gives the reason of what it tells."""
    reason = lexicon().patterns["reason"]
    behind = page.lines[line.number + 1 : line.number + 1 + _REASON]
    if is_question(line.span.of(page.text)) or not behind or reason.search(line.span.of(page.text)):
        return None
    asked = next((at for at, each in enumerate(behind) if _WHY.search(each.span.of(page.text))), -1)
    first = asked + 1
    if asked < 0 and _THE_MEASURE.match(behind[0].span.of(page.text)) and len(behind) > 1:
        first = 1  # "The measure had been announced in May. It was needed because …"
    told = behind[first : first + 1]
    text = told[0].span.of(page.text) if told else ""
    explained = reason.search(text) and _POINTING_BACK.match(text)
    said = not first and _SAYING_WHY.match(text)
    if not told or (asked < 0 and not explained and not said):
        return None
    spans = (line.span, *(each.span for each in behind[: first + 1]))
    words = " ".join(value_of(page, span) for span in spans)
    share = 1.0 if asked >= 0 or explained else _SAID_AFTER
    return Candidate(page, "words", words.casefold(), words, spans, share, told[0].teller)


#: What somebody says right behind what he or she did, and what that counts as a reason.
_SAYING_WHY = _WORDING.pattern("saying-why")
_SAID_AFTER = 0.7
#: Sentences behind what is told among which "Why?" may be asked, and that question.
_REASON = 3
_WHY = _WORDING.pattern("why")
_THE_MEASURE = _WORDING.pattern("the-measure")
_POINTING_BACK = _WORDING.pattern("pointing-back")


def explaining(search: Search, words: str) -> float:
    """Return what a sentence counts by whether it gives a reason.

    Why something is not done, what cannot be done tells as well.
    """
    if lexicon().patterns["reason"].search(words):
        return 1.0
    if _is_before_colon(search, words):
        return _CANNOT_BE
    undone = _UNDONE.search(search.question.text) and _cannot_be(search, words)
    return _CANNOT_BE if undone else _UNEXPLAINED


def _cannot_be(search: Search, words: str) -> bool:
    """Tell whether something is told not to be, and not only that it is not done ("do not want").

    That it cannot be done is a reason.
    """
    asked = {term.stem for term in search.coverage.terms}
    return any(
        not _DO_NOT.match(match.group())
        or next((word.stem for word in words_in(words[match.end() :])), None) not in asked
        for match in _CANNOT.finditer(words)
    )


def _is_before_colon(search: Search, words: str) -> bool:
    """Tell whether what was done is told before a colon, behind which more is told of it."""
    before, colon, behind = words.partition(": ")
    if not colon or behind[:1] in '"“«':
        return False
    stems = stems_of(before)
    return any(
        search.coverage.term_in(term, stems, _NOTHING)
        for term in search.coverage.terms
        if term.stem.split()[0] == search.question.verb
    )


_NOTHING: frozenset[str] = frozenset()
_UNDONE = _WORDING.pattern("undone")
_CANNOT = _WORDING.pattern("cannot")
_DO_NOT = _WORDING.pattern("do-not")
#: What a sentence counts that gives no reason, and one that tells what cannot be.
_UNEXPLAINED, _CANNOT_BE = 0.5, 0.85
