"""Who claims a number: whom its words credit, who puts it so high, or who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from communique.extract.figures.numbers import Number
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View

_CREDITED = 90  # characters behind a number in which the words that credit it begin
_TELLING = 100  # characters before a number over which "puts the toll at" may run
_WORK = 160  # characters before a number in which the work stands that gives it
_ARTICLE = 5  # characters of "the " before a name
_OWNED = 4  # characters of "'s " behind one
_ADVERBS = 3  # words between a subject and the verb that counts
_CLAUSE = re.compile(r"[;.!?]\s")


def claimant_of(view: View, number: Number) -> str | None:
    """Return who claims the number, if anybody does.

    That is whom its clause credits ("according to X"), else who counts or puts it ("X puts the toll
    at 15"), else the innermost speaker, or whose words a paraphrase goes on to give.
    """
    sentence = view.sentence_at(number.first)
    end = view.reading.sentences[sentence].end if sentence is not None else number.end
    return (
        _credited(view, number, end)
        or _counting(view, number)
        or _of_work(view, number, sentence)
        or _speaker(view, number.first)
        or _carried_over(view, number.first, sentence)
    )


def _speaker(view: View, offset: int) -> str | None:
    """Return the innermost speaker, unless a thing only befell them: "has seen losses of 40"."""
    statement = view.statement_at(offset)
    cue = statement.cue if statement is not None else ()
    told = " ".join(span.of(view.text) for span in cue).lower().split()
    if statement is not None and not told_by(view, told):
        return view.speaker_at(statement.cue[0].start)
    return view.speaker_at(offset)


def told_by(view: View, cue: list[str]) -> bool:
    """Tell whether a verb tells: "said", not "saw" or "has seen"."""
    undergone = lexicon_for(view.lexicon.language).table("figures").get("words", {})
    return not cue or cue[-1] not in undergone.get("undergone", ())


def thing_put(view: View, number: Number) -> str | None:
    """Return what "puts the number of prisoners at 120" counts, if the words tell."""
    found = _words_before(view, number.start, putting=True)
    return " ".join(found["thing"].split()) if found is not None and found["thing"] else None


def is_put_anew(view: View, start: int) -> bool:
    """Tell "puts the toll at | 15", "counted only | 400", of what was counted before."""
    found = _words_before(view, start, putting=True)
    if found is None:
        return _words_before(view, start, putting=False) is not None
    return not found["thing"]


def is_put(view: View, start: int) -> bool:
    """Tell "puts the toll at | nine", where no noun has to follow."""
    return _words_before(view, start, putting=True) is not None


def _credited(view: View, number: Number, end: int) -> str | None:
    credit = _credit(view.lexicon.language).search(
        view.text, number.end, min(end, number.end + _CREDITED)
    )
    if credit is None or _CLAUSE.search(view.text, number.end, credit.start()):
        return None
    at = bisect_left(view.refs, credit.end(), key=lambda ref: ref.start)
    near = view.refs[at] if at < len(view.refs) else None
    if near is None or near.end > end or near.start - credit.end() >= 40:
        return None
    return None if _CLAUSE.search(view.text, credit.end(), near.start) else near.actor


def _counting(view: View, number: Number) -> str | None:
    """Return the subject of the verb that counts, with at most adverbs between them."""
    start = number.start
    found = _words_before(view, start, putting=True) or _words_before(view, start, putting=False)
    if found is None:
        return None
    at = bisect_left(view.refs, found.start(), key=lambda ref: ref.end)
    last = at if at < len(view.refs) and view.refs[at].end == found.start() else at - 1
    subject = view.refs[last] if last >= 0 else None
    if subject is None or subject.end > found.start():
        return None
    between = view.text[subject.end : found.start()].split()
    near = len(between) <= _ADVERBS and all(word.isalpha() for word in between)
    return subject.actor if near else None


def _of_work(view: View, number: Number, sentence: int | None) -> str | None:
    """Return whose work a number is: "a survey *by X* found that 34", "*X's* figures show 34"."""
    if sentence is None:
        return None
    begin = max(view.reading.sentences[sentence].start, number.first - _WORK)
    for work in _works(view.lexicon.language).finditer(view.text, begin, number.first):
        if _CLAUSE.search(view.text, work.start(), number.first):
            continue
        at = bisect_left(view.refs, work.start(), key=lambda ref: ref.start)
        owner = view.refs[at - 1] if at else None
        maker = view.refs[at] if at < len(view.refs) else None
        if work["by"] and maker is not None and 0 <= maker.start - work.end("by") <= _ARTICLE:
            return maker.actor if maker.end < number.first else None
        if owner is not None and begin <= owner.start and work.start() - owner.end <= _OWNED:
            return owner.actor if work["by"] is None and owner.form == "mention" else None
    return None


def _words_before(view: View, start: int, *, putting: bool) -> re.Match[str] | None:
    pattern = _putting(view.lexicon.language) if putting else _tallying(view.lexicon.language)
    return pattern.search(view.text, max(0, start - _TELLING), start)


def _carried_over(view: View, offset: int, sentence: int | None) -> str | None:
    """Return whose words a paraphrase goes on to give: the speaker of the sentence before.

    Reports often name the source once and go on in reported speech; this holds within a
    paragraph, after indirect speech, for two sentences.
    """
    if sentence is None or view.statement_at(offset) is not None:
        return None
    for back in (1, 2):
        if sentence < back:
            return None
        before = view.reading.sentences[sentence - back]
        if "\n\n" in view.text[before.end : offset]:
            return None
        if statement := view.statement_at(before.end - 2 if len(before) > 2 else before.start):
            told = " ".join(span.of(view.text) for span in statement.cue).lower().split()
            goes_on = statement.form == "indirect" and told_by(view, told)
            return statement.speaker if goes_on else None
    return None


@lru_cache(maxsize=16)
def _credit(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(language, 'credits')})\s+", re.IGNORECASE)


@lru_cache(maxsize=16)
def _works(language: str) -> re.Pattern[str]:
    """Return the pattern of "survey (by …) found" before a number."""
    works, made, finds = (_any(language, name) for name in ("works", "made_by", "finds"))
    return re.compile(
        rf"\b(?:{works})\b(?:\s+(?P<by>{made})\b)?(?=[^.;!?]{{0,90}}?\b(?:{finds})\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _putting(language: str) -> re.Pattern[str]:
    """Return the pattern of "puts the (death) toll (of civilians) at only" before a number."""
    puts, totals = _any(language, "puts"), _any(language, "totals")
    return re.compile(
        rf"(?<=\s)(?:{puts})\s+(?:[\w'’-]+\s+){{0,3}}?(?:{totals})"
        rf"(?:\s+of\s+(?P<thing>[^.;:,!?]{{2,50}}?))?\s+at\s+(?:\w+ly\s+|just\s+)?\Z",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _tallying(language: str) -> re.Pattern[str]:
    """Return the pattern of "counted only" before a number."""
    return re.compile(
        rf"(?<=\s)(?:{_any(language, 'tallies')})\s+(?:\w+ly\s+|just\s+)?\Z", re.IGNORECASE
    )


def _any(language: str, name: str) -> str:
    words: Iterable[str] = lexicon_for(language).table("figures").get("claims", {}).get(name, ())
    found = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found) or r"(?!)"
