"""Why a question is declined, and which passages come nearest to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.ask.candidates import (
    ENOUGH,
    Candidate,
    Search,
    in_order,
    source_of,
    value_of,
)
from communique.ask.contacts.slots import SLOTS, asks_for_contact, between, matching
from communique.ask.learnt.choosing import ranked
from communique.ask.lexicon import lexicon
from communique.ask.looking import meant
from communique.ask.question.understanding import Question
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.sentences.standing_in import terms_left
from communique.ask.sentences.telling import best_sentences
from communique.ask.shelf import Shelf
from communique.ask.weighing import LED
from communique.ask.wording import wording
from communique.ask.words import stem
from communique.model.asking import Source

_WORDING = wording("declining")

#: The most passages that come nearest.
_NEAREST = 3
#: What covers less of a question by its words does not come near.
_FAR = 0.3
#: How surely a passage must be about one who is named: it names that one, or goes on about one.
_ABOUT = 0.45
#: What a slot of a contact tells.
_TELLS = {
    "initiator": "who asked for it",
    "date": "when it was",
    "place": "where it was",
    "duration": "how long it took",
    "topics": "what it was about",
    "participants": "who else took part",
}


def nearest(search: Search, found: list[Candidate], shelf: Shelf) -> tuple[Source, ...]:
    """Return the passages that come nearest to an answer.

    Where a contact is asked about, they are its words; else the sentences that rank first, and
    where these have too little of the question, first those that are near by meaning.
    """
    if _is_empty(search.question):
        return ()
    near = ranked(search, found, _NEAREST)
    if max((each.score for each in near), default=0.0) < _FAR:
        near = [*meant(search.question.text, shelf, _NEAREST), *near]
    if search.question.contact and search.question.kind in SLOTS:
        near = [*in_order(_contacts_between(search)), *near]
    told: dict[str, Source] = {}
    for candidate in _about_named(search, [*near, *best_sentences(search, "what", _FAR)]):
        source = source_of(candidate)
        told.setdefault(source.passage.text, source)
        if len(told) == _NEAREST:
            break
    return tuple(told.values())


def _contacts_between(search: Search) -> list[Candidate]:
    """Return the words that tell of contacts of any kind between those who are named."""
    return [
        Candidate(page, "words", value.casefold(), value, contact.evidence, fit)
        for page, contact, fit in between(search)
        if (value := value_of(page, contact.evidence[0]))
    ]


def _about_named(search: Search, near: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield those passages that are about one of those who are named and known, if any is."""
    known = [name for name in search.names if name.actors]
    for each in near:
        if not known or any(
            search.coverage.nearness(each.page, line, name) >= _ABOUT
            for line in each.page.lines_of(each.spans)
            for name in known
        ):
            yield each


def why(search: Search, found: list[Candidate]) -> str:
    """Return what was not found."""
    if reason := unclear(search):
        return reason
    if absent := unnamed(search):
        return f"no report at hand names {', '.join(absent)}"
    if reason := _of_contact(search):
        return reason
    if (missing := _unsaid(search)) and search.question.kind != "spelled":
        return f"no report at hand speaks of {', '.join(missing)}"
    if not found and search.names:
        return f"nothing of that kind is told of {_listed(name.text for name in search.names)}"
    return "no one passage says all that was asked"


def _listed(names: Iterable[str]) -> str:
    """Return names as a list in words."""
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last


def _of_contact(search: Search) -> str:
    """Return what is told of the contact that a question is about, if it asks for a slot of one."""
    question = search.question
    if question.kind == "whether" and question.contact and not terms_left(search):
        return _of_none(search)
    if question.kind not in SLOTS or not question.contact or not asks_for_contact(question):
        return ""
    told = list(matching(search))
    if any(fit >= ENOUGH for _, _, fit in told):
        return f"the reports tell of it, but not {_TELLS[SLOTS[question.kind]]}"
    others = any(each.status == "held" for _, each, _ in between(search))
    planned = [each for _, each, _ in told if each.status != "held"]
    if others and not any(each.kind in question.contact for each in planned):
        return _of_none(search)
    if planned and question.past:
        return "it is told of only as planned, proposed or declined"
    return _of_none(search)


def _of_none(search: Search) -> str:
    """Return that no contact is told of those who are named, but of other kinds if any are."""
    named = [name.text for name in search.names if name.actors]
    if len(named) < 2:
        return ""
    others = dict.fromkeys(contact.kind for _, contact, _ in between(search))
    kinds = [_called(kind) for kind in others if kind != search.question.contact[0]]
    of_others = f", only of {_listed(kinds)}" if kinds else ""
    told = _called(search.question.contact[0])
    return f"no report at hand tells of {told} of {_listed(named)}{of_others}"


def _called(kind: str) -> str:
    """Return a kind of contact with its article."""
    if kind in ("talks", "other"):
        return "talks" if kind == "talks" else "another contact"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _unsaid(search: Search) -> list[str]:
    """Return the words of a question that no sentence at hand has, nor any word of like meaning."""
    asked = lexicon().passed
    return [
        f"“{word}”"
        for word in search.question.words
        if word not in asked
        for term in search.coverage.terms
        if term.stem == stem(word)
        and not any(
            search.coverage.met(page, line, term) for page in search.pages for line in page.lines
        )
    ]


def unclear(search: Search) -> str:
    """Return why it cannot be told what or whom a question means, if so.

    It is empty or a bare "Who?", in another language, says "he", or names an office that several
    hold.
    """
    question = search.question
    if _is_empty(question):
        return "the question names nothing to look for"
    if question.is_foreign:
        return "questions are understood in English only"
    if question.relative and question.time is None:
        return f"no report at hand tells its day, from which “{question.relative}” could be seen"
    if question.pointing:
        return f"the question says “{question.pointing}” and names nobody before"
    for named, sought in zip(question.named, search.names, strict=True):
        who_is = question.kind == "who-is" or _WHO_IS.match(question.text)
        if named.is_office and who_is and not sought.actors:
            return f"no report at hand tells who is {named.text}"
        alone = sum(bool(name.actors) for name in search.names) == 1
        bare = named.is_office and not named.words and not named.text.endswith(("'s", "’s"))
        if bare and len(sought.actors) > 1 and alone:
            several = ", ".join(dict.fromkeys(actor.name for actor in sought.actors))
            return f"several may be sought by {named.text}: {several}"
    return ""


def _is_empty(question: Question) -> bool:
    """Tell whether a question has no word to look for."""
    return not (question.named or question.terms or len(question.text.split()) > 1)


_WHO_IS = _WORDING.pattern("who-is")


def unnamed(search: Search) -> list[str]:
    """Return those names of the question that stand in no sentence of the reports at hand."""
    return [
        name.text
        for name in search.names
        if not name.actors and not any(_stands_in(name, page, search) for page in search.pages)
    ]


def _stands_in(name: Asked, page: Page, search: Search) -> bool:
    """Tell whether a sentence of a page has all the words by which a name is known.

    What stands above the report will do, unless what that very one says or does is asked for.
    """
    if not name.keys or page.with_all(name.keys):
        return True
    return search.question.kind not in LED and name.keys <= page.opening
