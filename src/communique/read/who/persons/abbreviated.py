"""Abbreviations that a report introduces: "the Lake Salt Authority (LSA) … The LSA said"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from communique.model import Span
from communique.read.who.found import Found, FoundKnown, FoundName
from communique.read.who.words.lexicon import names, word_class
from communique.read.who.words.spelling import all_folded
from communique.read.who.words.states import state_entry

_BEHIND = re.compile(
    r"(?:[’']s?)?\s{0,2}\(\s?(?:the\s|or\s|hereafter\s)?[“\"‘']?([A-Z][\w&.-]{1,11})[”\"’']?"
    r"(?:\)|[,;]\s(?=[^()]{0,40}\b(?:initials|acronym|abbreviation|short)\b))"
)
"""What stands behind a name that has an abbreviation; the first group is the abbreviation."""
_BEFORE = re.compile(r"\b([A-Z][A-Z&-]{1,9})\s\((?:the\s)?\Z")
_MOST_BEFORE = 18
"""How many characters an abbreviation before its name may begin before it."""
_UNKNOWN = 4
"""What it tells that words which are no common ones are abbreviated: they are a body's."""

_Definer = FoundName | FoundKnown


_SMALL = frozenset(("and", "of", "for", "the", "&", "in", "on", "to", "de", "du"))
_LONGEST = 160
"""How many characters a name before its abbreviation may have."""
_MOST_WIDENED = 100
"""How many names of a report are gone back for."""


def tie_abbreviations(text: str, found: Found) -> None:
    """Make abbreviations mean what the report introduces them for.

    Their names come to have the words of the name in full, so that all that speaks for what it
    is of counts for both; where that is a known body's, they become mentions of it.
    """
    meant = _introduced(text, found)
    if not meant:
        return
    known = {one.span: one for one in found.known}
    for name in list(found.names):
        full = meant.get(name.words[0]) if len(name.words) == 1 else None
        if isinstance(full, FoundName):
            _write_out(name, full)
        elif full is not None and not name.titles:
            found.names.remove(name)
            found.known.append(_known_as(full, name))
    for span, one in known.items():
        full = meant.get(span.of(text))
        if isinstance(full, FoundName) and one.kind in ("organisation", "bloc"):
            found.known.remove(one)
            found.names.append(_named_as(full, one))


def _introduced(text: str, found: Found) -> dict[str, _Definer]:
    """Return what each abbreviation is introduced for; not those introduced for two names."""
    meant: dict[str, _Definer] = {}
    cut: list[str] = []
    words: dict[str, set[tuple[str, ...]]] = {}
    for one in _definers(found):
        short = _short_of(text, one)
        if short is not None:
            if isinstance(one, FoundName):
                one.initial = one.initial and not _fits(short, one.span.of(text).split())
                start = _start(text, one.span, short)
                if start < one.span.start:
                    cut.append(text[start : one.span.end])
            meant.setdefault(short, one)
            words.setdefault(short, set()).add(_words_of(one))
    for printed in list(dict.fromkeys(cut))[:_MOST_WIDENED]:
        _widen(text, found, printed)
    return {short: one for short, one in meant.items() if len(words[short]) == 1}


def _definers(found: Found) -> Iterator[_Definer]:
    """Yield what an abbreviation may be of: names of several words, and known bodies."""
    for name in found.names:
        told = name.gender is None or name.weights.get("organisation", 0) > 0
        told = told or len(name.words) > 2
        if len(name.words) > 1 and not name.titles and told and not name.outside:
            yield name
    yield from (one for one in found.known if one.kind in ("organisation", "bloc"))


def _words_of(one: _Definer) -> tuple[str, ...]:
    return all_folded(one.words) if isinstance(one, FoundName) else (one.key,)


def _short_of(text: str, one: _Definer) -> str | None:
    """Return the abbreviation in brackets behind a name, or before it in brackets."""
    lists = names()
    behind = _BEHIND.match(text, one.span.end)
    before = _BEFORE.search(text, max(0, one.span.start - _MOST_BEFORE), one.span.start)
    match = behind or before
    if match is None:
        return None
    short, printed = match[1].rstrip("."), one.span.of(text).split()
    if len(printed) < 2 or not _is_abbreviation(short):
        return None
    if short.casefold() in word_class("postal") and not _fits(short, printed):
        return None
    body = any(word.casefold() in lists.organisation for word in printed)
    fits = _fits(short, printed)
    if isinstance(one, FoundName) and one.gender and not body:  # "Mercy Boats Abroad (MBA)"
        fits = fits and len(short) > 2
        one.gender = None if fits else one.gender
        one.weights = {"organisation": _UNKNOWN} if fits else one.weights
        return short if fits else None
    return short if fits or (behind and (body or isinstance(one, FoundKnown))) else None


def _is_abbreviation(short: str) -> bool:
    """Tell whether letters are an abbreviation, and no state's, party's or part of a state's."""
    letters = [c for c in short if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if capitals < 2 or capitals * 2 < len(letters) or any(c.isdigit() for c in short):
        return False
    return state_entry(short) is None and not re.match(r"[DRI]-", short)


def _fits(short: str, printed: list[str]) -> bool:
    """Tell whether an abbreviation has the first letters of a name's words, in their order."""
    capital = [word for word in printed if word[:1].isupper()]
    initials = "".join(
        word if word.isupper() else "".join(part[:1] for part in re.split(r"[-‑–&]", word))
        for word in printed
    ).upper()
    letters = [c.upper() for c in short if c.isalpha() and (c.isupper() or c != "s")]
    if not capital or letters[0] not in (capital[0][0].upper(), capital[-1][0].upper()):
        return False
    at = 0
    for letter in letters:
        at = initials.find(letter, at) + 1
        if not at:
            return False
    return len(letters) * 2 > len(capital)


def _start(text: str, span: Span, short: str) -> int:
    """Return where a name begins by the letters of its abbreviation, or where it was cut.

    Going back from the abbreviation each word but the smallest has one of its letters, as in
    Schwartz and Hearst (2003).
    """
    letters = [c.upper() for c in short if c.isalpha()]
    opens = max(0, span.end - _LONGEST)
    for word in reversed(list(re.finditer(r"[^\s*_]+", text[opens : span.end]))):
        low = word[0].casefold()
        if low in _SMALL and letters:
            continue
        if not letters or not re.fullmatch(r"[\w'’.&-]+", word[0]) or not word[0][0].isupper():
            return span.start
        for part in reversed(re.split(r"[-‑–]", word[0])):
            if not letters or part[:1].upper() != letters.pop():
                return span.start
        if not letters:
            return min(span.start, opens + word.start())
    return span.start


def _widen(text: str, found: Found, printed: str) -> None:
    """Let names go back to where they begin wherever the report has the whole name."""
    ends = {name.span.end: name for name in found.names}
    wholes: list[Span] = []
    at = text.find(printed)
    while at >= 0:
        whole = Span(at, at + len(printed))
        last = ends.get(whole.end)
        if last is not None:
            last.words = tuple(word for word in re.split(r"[\s*_]+", printed) if word != "&")
            last.span = last.phrase = whole
            last.initial, last.gender = False, None
            wholes.append(whole)
        at = text.find(printed, whole.end)
    starts = [whole.start for whole in wholes]

    def free(span: Span) -> bool:
        before = bisect_right(starts, span.start) - 1
        return before < 0 or span == wholes[before] or not wholes[before].overlaps(span)

    found.names[:] = [name for name in found.names if free(name.span)]
    found.known[:] = [known for known in found.known if free(known.span)]


def _write_out(name: FoundName, full: FoundName) -> None:
    """Let a name have the words that it is short for; what its letters told counts no more."""
    name.words, name.initial, name.is_short = full.words, False, True
    name.gender = None
    told = {
        kind: weight for kind, weight in name.weights.items() if kind not in ("acronym", "thing")
    }
    name.weights = told
    common = names().common | word_class("fields")
    parts = [part for word in full.words for part in word.split("-") if part[:1].isupper()]
    if common.issuperset(part.casefold() for part in parts):
        return
    if not any(full.weights.get(kind, 0) >= _UNKNOWN for kind in ("thing", "place", "person")):
        name.weights = {**told, "organisation": told.get("organisation", 0) + _UNKNOWN}


def _known_as(full: FoundKnown, name: FoundName) -> FoundKnown:
    return FoundKnown(
        span=name.span,
        line=name.line,
        quoted=name.quoted,
        kind=full.kind,
        key=full.key,
        name=full.name,
    )


def _named_as(full: FoundName, one: FoundKnown) -> FoundName:
    span = Span(one.span.start, one.span.end)
    return FoundName(
        span=span,
        words=full.words,
        is_short=True,
        line=one.line,
        quoted=one.quoted,
        initial=False,
        phrase=span,
    )
