"""What an interview says of a contact in answer to a question ("How long did you talk?")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from communique.ask.candidates import Search, is_retold
from communique.ask.contacts.slots import words_for
from communique.ask.lexicon import lexicon
from communique.ask.question.understanding import Question, may_be, understand
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.model.asking import QuestionKind
from communique.model.claims import Contact, ContactKind

_WORDING = wording("contacts/interviews")

#: Sentences behind those of a contact in which a question may go on about it.
_REACH = 30
#: Sentences of an answer that still answer the question; of what was spoken about, more do.
_ANSWER, _LONG = 2, 4


def answers(page: Page, contacts: Iterable[Contact], kind: QuestionKind) -> Iterator[Line]:
    """Yield the sentences that answer a question of a kind which is put about contacts.

    A question is about them if it names nobody but those who take part, and stands behind them
    with no question of its kind between.
    """
    mine = sorted({line.number for each in contacts for line in page.lines_of(each.evidence)})
    if not mine:
        return
    for line in page.lines[mine[0] : mine[-1] + _REACH]:
        text = line.span.of(page.text)
        if not is_question(text) or not _may_be(put := _put(text), kind):
            continue
        if _understood(put).kind != kind:
            continue
        length = _LONG if kind == "about-what" else _ANSWER
        for behind in page.lines[line.number + 1 : line.number + 1 + length]:
            if is_question(behind.span.of(page.text)):
                break
            yield behind
        return


def put_alike(search: Search) -> Iterator[tuple[Page, Line, Line]]:
    """Yield questions of interviews and briefings that ask the same, each with its answer.

    They ask for the same slot of a contact of the same kind, on a page that names one at least of
    those who are named, and name nobody else.
    """
    question = search.question
    for page in search.pages:
        named = {id for id in page.by_actor if any(id in name.ids for name in search.names)}
        if search.names and not named:
            continue
        for number in sorted(page.with_any(_WORDING.words("asking"))):
            line, text = page.lines[number], page.lines[number].span.of(page.text)
            if not _ends_asking(text) or not _may_be_about(line, question.contact):
                continue
            words = _put(text)
            if not _may_be(words, question.kind):
                continue
            put = _understood(words)
            same = put.kind == question.kind and set(put.contact) & set(question.contact)
            if same and not (line.actors - line.speakers - line.tellers - named):
                yield from (
                    (page, line, behind)
                    for behind in page.lines[number + 1 : number + 1 + _ANSWER]
                    if not is_question(behind.span.of(page.text))
                )


def told_if_asked(search: Search) -> Iterator[tuple[Page, Line, Line]]:
    """Yield sentences that answer whether those who are named had a contact of the kind asked for.

    ("Have you spoken with Minister X?" – "Once, on 29 March.") Each comes with its question.
    """
    kinds = set(search.question.contact)
    kinds.update(other for kind in search.question.contact for other in lexicon().alike[kind])
    parties = [name for name in search.names if name.actors]
    places = [name.keys for name in search.names if not name.actors]
    if len(parties) < _TWO:
        return
    for page in search.pages:
        for number in sorted(page.with_any(_WORDING.stems("having"))):
            line, text = page.lines[number], page.lines[number].span.of(page.text)
            both = page.lines[number : number + 2]  # "Have you met your colleague?" – "To X, yes."
            there = {id for each in both for id in (*each.actors, *each.speakers)}
            if not _ends_asking(text) or any(name.ids.isdisjoint(there) for name in parties):
                continue
            if not all(any(keys <= each.stems for each in both) for keys in places):
                continue
            put = _understood(_put(text))
            if put.kind != "whether" or kinds.isdisjoint(put.contact):
                continue
            for behind in page.lines[number + 1 : number + 1 + _LONG]:
                if is_question(behind.span.of(page.text)):
                    break
                yield page, line, behind


#: Those who have a contact, at least.
_TWO = 2


@lru_cache(maxsize=20_000)
def is_question(text: str) -> bool:
    """Tell whether a sentence asks, or tells no more than that somebody asked."""
    if _ends_asking(text):
        return True
    if not any(word in text for word in ("sked", "onder", "anted to know")):
        return False
    return lexicon().patterns["asked-whether"].search(text) is not None and not _TOLD.search(text)


def _may_be_about(line: Line, kinds: Sequence[ContactKind]) -> bool:
    """Tell whether a question may be about contacts of some kinds, told without taking it apart.

    Going somewhere and seeing somebody are no words for contacts by themselves.
    """
    return not _SAID_OTHERWISE.isdisjoint(kinds) or any(map(line.has, words_for(tuple(kinds))))


_SAID_OTHERWISE: frozenset[ContactKind] = frozenset({"visit", "meeting"})


def _ends_asking(text: str) -> bool:
    return text.rstrip('"”’») \n').endswith("?") and not is_retold(text)


_TOLD = _WORDING.pattern("told")


def _put(text: str) -> str:
    """Return a question without who puts it ("Correspondent: How …")."""
    _, colon, rest = text.partition(":")
    return " ".join((rest if colon and rest.strip() else text).split())


@lru_cache(maxsize=20_000)
def _may_be(text: str, kind: QuestionKind) -> bool:
    return may_be(text, kind)


@lru_cache(maxsize=2_000)
def _understood(text: str) -> Question:
    return understand(text)
