"""Who somebody is, and how the reports write the name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon
from communique.ask.names import is_asked
from communique.ask.pages import Line, Page
from communique.ask.words import folded
from communique.ask.words import words as words_in
from communique.model.actor import Actor
from communique.model.span import Span


def offices(search: Search, ids: frozenset[str] = frozenset()) -> list[Candidate]:
    """Return the offices that reports give those who are named, or the actors of some ``ids``."""
    found = []
    for page, actor in _of_ids(search, ids) if ids else _asked(search):
        names = {other.id: other.name for other in page.account.actors}
        for office in actor.offices:
            of = names.get(office.of or "", office.of or "")
            value = f"{office.title} of {of}" if of else office.title
            found.append(
                Candidate(page, "office", value.casefold(), value, office.evidence, 0.9, sure=True)
            )
    fuller = {each.key for each in found}
    told = sorted(
        (each for each in found if each.spans and not _is_part(each.key, fuller)),
        key=lambda each: -len(each.key),
    )
    if not ids and (
        _HELD.search(search.question.text) or all(each.key in lexicon().ranks for each in told)
    ):
        full = [each for each in told if each.key not in lexicon().ranks]
        lines = {(id(each.page), line.number) for each in full for line in _lines(each)}
        more = [
            each
            for each in described(search)
            if (id(each.page), _lines(each)[0].number) not in lines
        ]
        return [*(full if more else told), *more]
    return told


def _of_ids(search: Search, ids: frozenset[str]) -> list[tuple[Page, Actor]]:
    """Return the actors of each report that have some ids."""
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if (ref := page.who(actor.id)) and ref.id in ids
    ]


def _lines(candidate: Candidate) -> list[Line]:
    return candidate.page.lines_of(candidate.spans)


#: A question after all offices that somebody has or had.
_HELD = re.compile(r"\b(?:held|has held|offices|posts|positions|roles|jobs|titles|career|been)\b")


def described(search: Search) -> list[Candidate]:
    """Return the sentences that say beside a name who that is ("the envoy, X", "X, who leads …").

    They are for those whom no report gives an office that was read.
    """
    found = []
    for page in search.pages:
        for line in page.lines:
            for start, end in _named(search, page, line):
                before, behind = page.text[line.span.start : start], page.text[end : line.span.end]
                if _is_told_before(before) or _is_told_behind(page.text[start:end], behind):
                    words = value_of(page, line.span)
                    found.append(
                        Candidate(
                            page, "words", words.casefold(), words, (line.span,), 0.9, line.teller
                        )
                    )
    return found


def _is_told_behind(name: str, text: str) -> bool:
    """Tell whether the words right behind a name are an office; of a pronoun it must be one."""
    if name.lower() not in _PRONOUNS:
        return _TOLD_BEHIND.match(text) is not None
    match = _BEING.match(text)
    known = lexicon().titles | lexicon().posts
    return match is not None and any(folded(word) in known for word in match[1].split())


_PRONOUNS = frozenset({"i", "he", "she"})
#: What somebody was, in a few words.
_BEING = re.compile(
    r" (?:was|am|is|had been|have been|has been|became|served as|worked as)"
    r" (?:the |an? )?((?:[\w’'-]+ ?){1,4})"
)


def _named(search: Search, page: Page, line: Line) -> list[tuple[int, int]]:
    """Return where those who are asked for are named in a sentence."""
    spans = [
        (span.start, span.end)
        for of, actor in _asked(search)
        if of is page
        for span in (*actor.mentions, *actor.pronouns)
        if line.span.covers(span)
    ]
    if spans:
        return spans
    keys = {key for name in search.names for key in name.keys}
    return [
        (line.span.start + word.start, line.span.start + word.end)
        for word in words_in(line.span.of(page.text))
        if word.stem in keys
    ]


def _is_told_before(text: str) -> bool:
    """Tell whether the words right before a name are an office, with what it is of."""
    titles = lexicon().titles
    if (match := _OFFICE_OF.search(text)) and folded(match[1]) in titles | lexicon().posts:
        return True
    for word in reversed(_ADDRESS.sub("", text).split()[-_BEFORE:]):
        plain = folded(word.strip(",;"))
        if plain in titles:
            return True
        if not (word[0].isupper() or plain in _OF):
            return False
    return False


#: An office with what it is of, in words written small, before a name.
_OFFICE_OF = re.compile(
    r"\b([\w-]+) (?:of|for|to|at) (?:the |an? )?(?:[\w’'-]+ ){0,4}[\w’'-]+, (?:[A-Z]\w+\.? )?$"
)
#: Words before a name among which its office stands, and small ones that an office may have.
_BEFORE, _OF = 9, frozenset({"of", "the", "for", "and", "to", "de", "on"})
#: A form of address before a name.
_ADDRESS = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|H\.E)\.? )?$")
_TOLD_BEHIND = re.compile(
    r",? who (?:is|was|heads?|leads?|runs?|chairs?|led|headed|has led)\b"
    r"| (?:is|was) (?:the|an?|its|his|her|their|our|my)\b"
    r"|, (?:until (?:now|then|recently) )?"
    r"(?:the|an?|its|his|her|their|then|former|deputy|head|director|[a-z]+ of)\b"
)


def _is_part(office: str, others: set[str]) -> bool:
    """Tell whether an office is told more fully by another one ("minister", "water minister")."""
    return any(office != other and f" {office} " in f" {other} " for other in others)


def spellings(search: Search) -> list[Candidate]:
    """Return the forms in which reports write the names of those who are named."""
    found = []
    for page, actor in [*_asked(search), *_nearly(search)]:
        forms: dict[str, Span] = {}
        printed = {folded(word) for name in (actor.name, *actor.aliases) for word in name.split()}
        for span in actor.mentions:
            words = " ".join(span.of(page.text).split())
            named = words[:1].isupper() or words.lower() == words.upper()
            if named and {folded(word) for word in words.split()} <= printed:
                forms.setdefault(words, span)
        found += [
            Candidate(page, "name", form, form, (span,), 0.9, sure=True)
            for form, span in forms.items()
            if not any(other.startswith(f"{form} ") for other in forms)
        ]
    return found


def _nearly(search: Search) -> list[tuple[Page, Actor]]:
    """Return others whose names differ from one that is asked for by a letter or two."""
    asked = {
        tuple(folded(word) for word in ref.name.split())
        for name in search.names
        for ref in name.actors
        if ref.kind == "person"
    }
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if actor.kind == "person"
        and (ref := page.who(actor.id))
        and not is_asked(search.names, ref.id)
        and any(_is_near(tuple(map(folded, actor.name.split())), other) for other in asked)
    ]


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names may be spellings of one: nearly the same, word by word."""
    return len(one) == len(other) > 1 and all(
        a[:1] == b[:1] and SequenceMatcher(None, a, b).ratio() >= _NEAR
        for a, b in zip(one, other, strict=True)
    )


#: How alike two words must be to be spellings of one name.
_NEAR = 0.8


def _asked(search: Search) -> list[tuple[Page, Actor]]:
    """Return the actors of each report that are one of those named."""
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if (ref := page.who(actor.id)) and is_asked(search.names, ref.id)
    ]
