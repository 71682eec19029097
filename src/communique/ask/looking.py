"""Which reports a question is put to, and which of their passages are like a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from communique.ask.candidates import Candidate, Search, in_order, source_of, value_of
from communique.ask.lexicon import lexicon
from communique.ask.question.naming import Named
from communique.ask.question.terms import Term
from communique.ask.question.times import seen_from
from communique.ask.question.understanding import Question, understand
from communique.ask.reports.casing import is_without_case, with_names
from communique.ask.reports.covering import Coverage
from communique.ask.reports.meanings import meaning
from communique.ask.reports.names import Asked, resolved
from communique.ask.reports.pages import Page, opened
from communique.ask.reports.posts import with_posts
from communique.ask.sentences.telling import sentences
from communique.ask.shelf import Shelf
from communique.ask.wording import wording
from communique.ask.words import folded, forms_of, stem, stems_of
from communique.model.asking import Material, QuestionKind, Source
from communique.model.rows import ClaimKind

_WORDING = wording("looking")

#: Reports that are laid open for a question: by its words, and by whom it names.
_BY_WORDS, _BY_ACTORS = 16, 10
#: What covers less of a text than this is not like it.
_LIKE = 0.1

Spelt = Callable[[str], str | None]
"""What gives a name that no report has as the reports spell it, or nothing."""


def like(text: str, shelf: Shelf, limit: int) -> tuple[Source, ...]:
    """Return the passages that are most like ``text``, best first, at most ``limit``.

    Two rankings are joined. By words: not all need occur, rare ones count most, other forms and
    words of one family count as well, and so do, less, the sentences beside a passage. By meaning:
    no word need occur.
    """
    search = looked_up(understand(text), shelf)
    by_words = _each_once(in_order(sentences(search, "what", least=_LIKE)))
    by_meaning = _each_once(meant(text, shelf, max(limit, _MEANT)))
    ranks: dict[Place, float] = defaultdict(float)
    for ranked in (by_words, by_meaning):
        for rank, place in enumerate(ranked):
            ranks[place] += 1 / (_RANKED + rank)
    order = sorted(ranks, key=lambda place: (-ranks[place], place))[:limit]
    return tuple(source_of(by_words.get(place) or by_meaning[place]) for place in order)


def sought(text: str) -> str:
    """Return the words by which reports are looked for that may answer a question.

    They are whom it names and what else it says, without the words that make it a question. What
    is none, or has no other words, is looked for as it is.
    """
    asked = understand(text)
    passed = lexicon().passed
    named = [name.text for name in asked.named]
    words = [word for word in asked.words if word not in passed]
    return text if asked.kind == "what" else " ".join((*named, *words)) or text


def meant(text: str, shelf: Shelf, limit: int) -> list[Candidate]:
    """Return the sentences that mean most nearly what ``text`` does, whatever their words."""
    vector = meaning(stems_of(text) - lexicon().passed)
    near = shelf.meaning(vector, limit) if vector else []
    pages = {
        page.material.ref.id: page
        for page in _pages(
            shelf.materials(dict.fromkeys(report for report, _, _ in near), ("statement",))
        )
    }
    found = []
    for report, number, likeness in near:
        page = pages.get(report)
        if page is not None and number < len(page.lines):
            line = page.lines[number]
            words = value_of(page, line.span)
            found.append(
                Candidate(
                    page, "words", words.casefold(), words, (line.span,), likeness, line.teller
                )
            )
    return found


def _each_once(found: Iterable[Candidate]) -> dict[Place, Candidate]:
    """Return candidates by where they stand, in order."""
    placed: dict[Place, Candidate] = {}
    for candidate in found:
        place = candidate.page.material.ref.id, candidate.spans[0].start
        placed.setdefault(place, candidate)
    return placed


Place = tuple[str, int]
#: Sentences that are looked at by their meaning, at least.
_MEANT = 20
#: What ranks are counted from, so that the first do not outweigh all others (Cormack et al. 2009,
#: "Reciprocal rank fusion").
_RANKED = 60


def as_it_is(name: str) -> str | None:
    """Know no other spelling of a name."""
    return None


def looked_up(asked: Question, shelf: Shelf, spelt: Spelt = as_it_is) -> Search:
    """Gather the reports that may answer and look up whom the question names in them.

    If a name is no actor's in them, they are looked up anew by how it is ``spelt``.
    """
    search = _looked_up(asked, shelf)
    if not any(name.actors for name in search.names) and is_without_case(asked.text):
        cased = with_names(asked.text, search.pages)
        if cased != asked.text:
            asked = understand(cased)
            search = _looked_up(asked, shelf)
    strange = {
        name.text for name in search.names if not name.actors and not _is_place(search, name)
    }
    named = tuple(
        _respelt(each, spelt) if each.text in strange and not each.is_office else each
        for each in asked.named
    )
    if named != asked.named:
        search = _looked_up(replace(asked, named=named), shelf)
    return _seen_from_newest(search)


def _is_place(search: Search, name: Asked) -> bool:
    """Tell whether a question puts a name as a place ("in Minsk") that reports name as well."""
    there = rf"\b(?:{_BEFORE_PLACES}) {re.escape(name.text)}\b"
    told = bool(name.keys) and any(page.with_all(name.keys) for page in search.pages)
    return told and re.search(there, search.question.text, re.IGNORECASE) is not None


#: Words behind which a capital is the city.
_BEFORE_PLACES = "|".join(sorted(_WORDING.words("before-places")))


def _seen_from_newest(search: Search) -> Search:
    """Return a search with "last week" and the like taken as seen from the newest report."""
    words = search.question.relative
    newest = max((page.days[1] for page in search.pages if page.days), default=None)
    if not words or newest is None:
        return search
    time = seen_from(words, date.fromisoformat(newest))
    return replace(search, question=replace(search.question, time=time))


def _respelt(named: Named, spelt: Spelt) -> Named:
    """Return what is named as the reports spell it; its text stays that of the question."""
    other = spelt(named.text)
    return replace(named, words=tuple(folded(word) for word in other.split())) if other else named


def _looked_up(asked: Question, shelf: Shelf) -> Search:
    """Gather the reports for a question as it is spelt."""
    called = [word for name in asked.named for word in (*name.words, *name.title)]
    passed = lexicon().passed
    plain = [word for word in asked.words if word not in passed]
    if not asked.named:
        plain += [*_kindred(asked), *_akin(asked)]
    if asked.kind == "differ" and not (called or asked.terms):
        plain += lexicon().contact  # Accounts of any contact.
    words = [*called, *(form for word in plain for form in forms_of(word))]
    ids = shelf.about(words or asked.words, _BY_WORDS)
    kinds = (*_ALWAYS, *_KINDS.get(asked.kind, ()))
    pages = _pages(shelf.materials(ids, kinds))
    names = resolved(asked.named, pages)
    actors = [sorted(name.ids) for name in names if name.ids]
    more = [id for id in shelf.with_actors(actors, _BY_ACTORS) if id not in ids] if actors else []
    if more:
        pages += _pages(shelf.materials(more, kinds))
        names = resolved(asked.named, pages)
    if asked.kind == "spelled":
        ids = [page.material.ref.id for page in pages]
        called = [word for name in names for actor in name.actors for word in actor.name.split()]
        more = [id for id in shelf.about(called, _BY_WORDS) if id not in ids]
        pages += _pages(shelf.materials(more, kinds))
    asked, names = _with_abbreviations(*_without_choices(asked, names), pages)
    asked, names = with_posts(asked, names, pages)
    return Search(asked, names, pages, Coverage(names, asked.terms, pages))


def _without_choices(
    asked: Question, names: tuple[Asked, ...]
) -> tuple[Question, tuple[Asked, ...]]:
    """Return a question without what it leaves to choose, where no report knows such an actor.

    ("Who asked for the call, Dale or Azul?" may be answered by the states of these capitals.)
    """
    match = _CHOICE.search(asked.text)
    if match is None:
        return asked, names
    kept = [at for at, name in enumerate(names) if name.actors or name.text not in match[0]]
    named = tuple(asked.named[at] for at in kept)
    return replace(asked, named=named), tuple(names[at] for at in kept)


_CHOICE = re.compile(r", (?:the )?[^\W\d_][^,?]* or [^,?]+\?*$")


def _with_abbreviations(
    asked: Question, names: tuple[Asked, ...], pages: list[Page]
) -> tuple[Question, tuple[Asked, ...]]:
    """Return a question with abbreviations that no report has among its words ("TV", "PM").

    Words of like meaning may stand there for them.
    """
    strange = {
        at
        for at, name in enumerate(names)
        if name.text.isupper()
        and len(name.text) <= _SHORT
        and not name.actors
        and not any(page.with_all(name.keys) for page in pages if name.keys)
    }
    if not strange:
        return asked, names
    terms = [Term(stem(names[at].text), ()) for at in sorted(strange)]
    named = tuple(each for at, each in enumerate(asked.named) if at not in strange)
    return (
        replace(asked, named=named, terms=(*asked.terms, *terms)),
        tuple(each for at, each in enumerate(names) if at not in strange),
    )


#: Letters of an abbreviation at most.
_SHORT = 3
#: Kinds of claims that tell who speaks and who met, and those that answer kinds of questions.
_ALWAYS = ("contact", "statement")
_KINDS: dict[QuestionKind, tuple[ClaimKind, ...]] = {
    "how-many": ("figure",),
    "done": ("act",),
    "whether": ("act",),
    "who": ("act",),
    "stand": ("position",),
    "changed": ("position",),
    "foreseen": ("forecast",),
    "differ": ("figure", "position"),
}


def _akin(asked: Question) -> list[str]:
    """Return the words of like meaning that reports may use for those of a question.

    Those of few families come first, at most some: each has to be looked up.
    """
    known = lexicon()
    wanted = {
        family for term in asked.terms if term.stem not in known.contact for family in term.families
    }
    words = {
        plain: len(known.families[root])
        for root, plain in known.plain.items()
        if not wanted.isdisjoint(known.families[root])
    }
    return sorted(words, key=lambda word: (words[word], word))[:_AKIN]


#: Words of like meaning by which reports are looked for.
_AKIN = 12


def _kindred(asked: Question) -> list[str]:
    """Return the other words for contacts of the kinds asked for, which reports may use."""
    known = lexicon().contact
    return [word for word, kinds in known.items() if not set(asked.contact).isdisjoint(kinds)]


def _pages(materials: Iterable[Material]) -> list[Page]:
    return [opened(material) for material in materials]
