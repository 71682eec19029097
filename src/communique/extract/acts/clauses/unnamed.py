"""Who does things without a name, as the words of a sentence: whole as doers, word by word else.

"Two miners refused" is an act of these miners. Where such people are given, freed or asked, or
stand for a state ("the government of Lutha"), the frames of acts look at the words themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.extract.view import Item, View

_ADVERBS = 3  # items between a doer and its verb
_PLACED = frozenset(["of", "in", "at", "from"])
_BY = frozenset(["by", "from", "among"])
_VERBAL = ("be", "have", "do", "modal", "future", "reporting")


def spelt_out(view: View, items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of a sentence, those without a name word by word unless they act."""
    if not any(_is_unnamed(view, item) for item in items):
        return items
    return tuple(_spelt(view, items))


def _spelt(view: View, items: Sequence[Item]) -> Iterator[Item]:
    for at, item in enumerate(items):
        if _is_unnamed(view, item) and not _is_doer(view, items, at):
            yield from _words(view, item)
        else:
            yield item


def _is_unnamed(view: View, item: Item) -> bool:
    """Tell whether an item is a phrase for people whose head is a plain noun."""
    if item.ref is None or item.ref.form == "pronoun":
        return False
    actor = view.actors.get(item.ref.actor)
    if actor is None or actor.kind != "group" or actor.members or actor.offices:
        return False
    return view.text[item.start + 1 : item.end].islower()


def _is_doer(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell whether they are kept whole: a verb follows, "by" stands before, or "the" tells them.

    "His government" is of another.
    """
    lexicon = view.lexicon
    words = items[at].word.split()
    if lexicon.has(words[0], "possessive"):
        return False
    if words[0] == "that" or words[-1] in _short_bodies(view):
        return False  # "the network", "welcome that firms"
    if words[0] == "the" and not _goes_on(items, at + 1):
        return True
    if at and items[at - 1].word in _BY:
        return True
    for near in items[at + 1 : at + 1 + _ADVERBS]:
        if near.ref is not None or near.word in _PLACED:
            return False
        if lexicon.has(near.word, *_VERBAL) or near.word.endswith("ed"):
            return True
        if not (lexicon.has(near.word, "adverb") or near.word.endswith("ly")):
            return near.word.isalpha() and not lexicon.classes.get(near.word)
    return False


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Tell whether more is told of those before ``at``: "the crews of", "who", ", cooks and"."""
    word = items[at].word if at < len(items) else ""
    listed = word == "," and at + 1 < len(items) and not items[at + 1].upper
    return word in _PLACED or word == "who" or listed


def _short_bodies(view: View) -> Sequence[str]:
    """Return the nouns by which bodies are meant whose names end in them."""
    found: Sequence[str] = view.lexicon.table("acts").get("words", {}).get("short_bodies", ())
    return found


def _words(view: View, item: Item) -> Iterator[Item]:
    """Return the words of an item one by one."""
    starts = [token.start for token in view.reading.tokens]
    first, last = bisect_left(starts, item.start), bisect_left(starts, item.end)
    for token in view.reading.tokens[first:last]:
        word = view.text[token.start : token.end]
        low = word.lower().replace("’", "'")
        yield Item(token.start, token.end, low, word[:1].isupper(), None, item.date)
