"""Where a clause ends, the words of its items, and the word lists of clauses."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from communique.extract.lexicon import lexicon_for
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span, trimmed

STRONG = frozenset(";:!?…—–()[].")
QUOTES = frozenset('«»"“”„‟')
_LONGEST = 60  # items of a clause


def clause_end(view: View, items: Items, at: int) -> int:
    """Return the index past the last item of the clause in which ``items[at]`` stands."""
    statement = view.statement_at(items[min(at, len(items) - 1)].start)
    edge = len(view.text)
    if statement is not None:
        here = items[min(at, len(items) - 1)].start
        edge = next((s.end for s in statement.content if s.start <= here < s.end), edge)
    end = at
    for i in range(at, min(len(items), at + _LONGEST)):
        item = items[i]
        if item.word in STRONG or item.start >= edge or (i > at and _stops(view, items, i)):
            break
        if statement is None and item.word in QUOTES and i > at and items[i - 1].word == ",":
            break
        if item.word == "," and i + 1 < len(items) and _parts(view, items, i + 1):
            break
        end = i + 1
    while end > at and (items[end - 1].word in QUOTES or items[end - 1].word in (",", "'", "’")):
        end -= 1
    return end


def _stops(view: View, items: Items, at: int) -> bool:
    """Tell whether another clause opens at ``items[at]``, and no length: "a little while"."""
    lasts = items[at].word == "while" and items[at - 1].word in listed(view, "before_while")
    return items[at].word in listed(view, "stops") and not lasts


def _parts(view: View, items: Items, at: int) -> bool:
    """Tell whether a comma before ``items[at]`` parts clauses, and not the items of a list."""
    word = items[at].word
    if word in ("and", "or") and at + 1 < len(items):
        return items[at + 1].ref is not None or view.lexicon.has(items[at + 1].word, "pronoun")
    return word in listed(view, "after_comma") or (
        items[at].ref is not None and at + 1 < len(items) and opens_verb(view, items, at + 1)
    )


def opens_verb(view: View, items: Items, at: int) -> bool:
    """Tell whether a verb seems to begin at ``items[at]``."""
    word = items[at].word
    if items[at].ref is not None:
        return False
    return view.lexicon.has(
        word, "be", "have", "do", "future", "modal", "adverb", "reporting"
    ) or word.endswith(("ed", "s", "t"))


def words_of(view: View, items: Items, first: int, last: int, most: int = 14) -> str:
    """Return up to ``most`` words of ``items[first:last]``, as printed."""
    if last <= first:
        return ""
    words = view.text[items[first].start : items[last - 1].end].split()
    while words and not any(c.isalnum() for c in words[-1]):
        words.pop()
    return " ".join(words[:most])


def span_of(view: View, items: Items, first: int, last: int) -> Span | None:
    """Return the words of ``items[first:last]`` as one span."""
    if last <= first:
        return None
    return trimmed(view.text, items[first].start, items[last - 1].end)


def listed(view: View, name: str) -> frozenset[str]:
    """Return the words of the list ``name`` of ``clauses.toml``."""
    return _lists(view.lexicon.language)[name]


@lru_cache(maxsize=16)
def _lists(language: str) -> defaultdict[str, frozenset[str]]:
    table = lexicon_for(language).table("clauses")
    return defaultdict(frozenset, {name: frozenset(words) for name, words in table.items()})
