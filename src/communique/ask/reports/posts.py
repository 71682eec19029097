"""Somebody whom a question calls by a post or trade alone ("the nurse"), where one alone has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.ask.lexicon import lexicon
from communique.ask.question.naming import Named
from communique.ask.question.understanding import Question
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.wording import wording
from communique.ask.words import folded, stem
from communique.model.actor import Actor
from communique.model.rows import ActorRef

_WORDING = wording("reports/posts")

_POST = _WORDING.pattern("post")
_WHO_IS = _WORDING.pattern("who-is")
_OF = _WORDING.pattern("of")
_TRADE = _WORDING.pattern("trade")
#: Letters before a name in which its post stands.
_BEFORE = 40


def with_posts(
    asked: Question, names: tuple[Asked, ...], pages: list[Page]
) -> tuple[Question, tuple[Asked, ...]]:
    """Return a question with whom it calls by a post, if one person in the reports has that.

    A sentence on that one may have the name or the post.
    """
    if _WHO_IS.match(asked.text):
        return asked, names
    for at, (named, name) in enumerate(zip(asked.named, names, strict=True)):
        match = _OF.match(asked.text, asked.text.find(named.text) + len(named.text))
        if match and named.is_office and not named.words and len(name.actors) > 1:
            thing = stem(match[1])
            names = (*names[:at], _of_thing(name, thing, pages), *names[at + 1 :])
            terms = tuple(term for term in asked.terms if term.stem != thing)
            asked = replace(asked, terms=terms) if names[at] is not name else asked
    called = (word for match in _POST.finditer(asked.text) for word in match.groups() if word)
    for word in called:
        post = stem(word)
        term = next((term for term in asked.terms if term.stem == post), None)
        if term is None or not _is_post(word) or not (ref := _holder(word, pages)):
            continue
        family = folded(ref.name.split()[-1])
        text = f"the {word}"
        at = sum(asked.text.find(name.text) < asked.text.find(word) for name in names)
        asked = replace(
            asked,
            named=(*asked.named[:at], Named(text, (family,)), *asked.named[at:]),
            terms=tuple(each for each in asked.terms if each is not term),
        )
        like = frozenset({post, stem(family)})
        one = Asked(text, (ref,), frozenset({stem(family)}), frozenset({ref.id}), like)
        names = (*names[:at], one, *names[at:])
    return asked, names


def _of_thing(name: Asked, thing: str, pages: list[Page]) -> Asked:
    """Return whom an office of a thing means ("the director of the plant"), of several holders.

    It is who is named in a sentence with that thing, if one is.
    """
    found = {
        ref.id: ref
        for page in pages
        for number in page.with_any({thing})
        for actor, ref in page.cast.everybody
        if ref in name.actors and any(page.number_at(s.start) == number for s in actor.mentions)
    }
    if len(found) != 1:
        return name
    return replace(name, actors=tuple(found.values()), ids=frozenset(found))


def _is_post(word: str) -> bool:
    known = lexicon()
    listed = stem(word) in known.human or word in known.posts | known.titles | known.ranks
    return listed or _TRADE.fullmatch(word) is not None


def _holder(post: str, pages: list[Page]) -> ActorRef | None:
    """Return who has a post by all reports, if it is one person alone."""
    found = {ref.id: ref for page in pages for ref in _with(post, page)}
    if len({folded(ref.name.split()[-1]) for ref in found.values()}) != 1:
        return None
    return max(found.values(), key=lambda ref: (len(ref.name), ref.id))


def _with(post: str, page: Page) -> Iterator[ActorRef]:
    """Yield the persons of a report who are called by a post and a name of their own."""
    for actor, ref in page.cast.everybody:
        named = actor.kind == "person" and folded(ref.name.split()[-1]) != post
        if named and (_is_titled(post, actor) or _is_called(post, page, actor)):
            yield ref


def _is_titled(post: str, actor: Actor) -> bool:
    return any(folded(office.title.split()[-1]) == post for office in actor.offices)


def _is_called(post: str, page: Page, actor: Actor) -> bool:
    """Tell whether a post stands right before a name ("the nurse X") or behind ("X, a nurse")."""
    word = re.escape(post)
    return any(
        re.search(rf"\b{word},? $", page.text[max(span.start - _BEFORE, 0) : span.start].lower())
        or re.match(rf",(?: \d+,)? (?:the|an?) (?:\w+ )?{word}\b", page.text[span.end :][:_BEFORE])
        for span in actor.mentions
    )
