"""Which reports a question is put to, and which of their passages are like a text."""

from __future__ import annotations

from collections.abc import Iterable

from communique.ask.candidates import Candidate, Search, in_order, source_of
from communique.ask.covering import Coverage
from communique.ask.lexicon import lexicon
from communique.ask.names import resolved
from communique.ask.pages import Page, opened
from communique.ask.question import Question, understand
from communique.ask.sentences import sentences
from communique.ask.shelf import Shelf
from communique.model.asking import Material, Source

#: Reports that are laid open for a question: by its words, and by whom it names.
_BY_WORDS, _BY_ACTORS = 16, 10
#: What covers less of a text than this is not like it.
_LIKE = 0.1


def like(text: str, shelf: Shelf, limit: int) -> tuple[Source, ...]:
    """Return the passages that are most like ``text``, best first, at most ``limit``.

    Not all words need occur: rare ones count most, words of like meaning and other forms of a
    word count as well, and so do, less, the sentences beside a passage.
    """
    search = looked_up(understand(text), shelf)
    found: dict[tuple[str, int], Candidate] = {}
    for candidate in in_order(sentences(search, "what", least=_LIKE)):
        place = candidate.page.material.ref.id, candidate.spans[0].start
        found.setdefault(place, candidate)
        if len(found) == limit:
            break
    return tuple(source_of(candidate) for candidate in found.values())


def looked_up(asked: Question, shelf: Shelf) -> Search:
    """Gather the reports that may answer and look up whom the question names in them."""
    called = [word for name in asked.named for word in (*name.words, *name.title)]
    passed = lexicon().passed
    words = [*called, *(word for word in asked.words if word not in passed)]
    ids = shelf.about(words or asked.words, _BY_WORDS)
    pages = _pages(shelf.materials(ids))
    names = resolved(asked.named, pages)
    actors = [sorted(name.ids) for name in names if name.ids]
    more = [id for id in shelf.with_actors(actors, _BY_ACTORS) if id not in ids] if actors else []
    if more:
        pages += _pages(shelf.materials(more))
        names = resolved(asked.named, pages)
    return Search(asked, names, pages, Coverage(names, asked.terms, pages))


def _pages(materials: Iterable[Material]) -> list[Page]:
    return [opened(material) for material in materials]
