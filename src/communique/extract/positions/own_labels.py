"""An issue's own name as a label that reports share, where the scheme has none for it.

Reports on one issue tell it in words of their own: "the lasting treaty on the lake", "Lutha's lake
deal". What only judges is left out ("lasting"), so is whose it is, one word stands for those that
mean the same (``[same]``: an *agreement*), and what is done is told by its noun (``[nouns]``:
"closing the gates" is *closure of gates*). What remains may name nothing: then there is no label.
"""

from __future__ import annotations

from communique.extract.lexicon import Lexicon
from communique.extract.positions.things import Name
from communique.extract.positions.wording import Wording

_SHORT = 3  # words of what a treaty is on, that go before it


def own_label(lexicon: Lexicon, wording: Wording, name: Name) -> str | None:
    """Return the label of a name, or ``None`` where it is a visit, cut or vague."""
    words = _without_owner(name)
    head = len(words) - (len(name.words) - name.head)
    if not name.deed and words[head - 1] in wording.lists["visits"]:
        return None
    words, head = _unjudged(wording, words, head, name.deed)
    matter = _planned(wording, name)
    planned = own_label(lexicon, wording, matter) if matter else None
    if planned is not None:
        return planned
    if name.definite and len(words) == 1 and words[0] in wording.lists["the_one"]:
        return words[0]
    if _names_nothing(lexicon, wording, words, name.deed):
        return None
    if name.deed:
        noun = wording.nouns.get(words[0]) if len(words) > 1 and words[1] != "to" else None
        return _joined((noun, "of", *words[1:]) if noun else words)
    return _agreed(wording, name, words, head)


def _planned(wording: Wording, name: Name) -> Name | None:
    """Return what a plan is for, where that is an issue by itself."""
    matter = name.within
    if name.deed or matter is None or name.words[name.head - 1] not in wording.lists["plans"]:
        return None
    alone = matter.named is not None or len(matter.words) == 1 or matter.ends
    return None if alone else matter


def _agreed(wording: Wording, name: Name, words: tuple[str, ...], head: int) -> str:
    """Return words with one name for all agreements: "the treaty on the lake", "the lake deal"."""
    kind = wording.same.get(words[head - 1], words[head - 1])
    matter = name.within
    carries = words[head - 1] in wording.lists["carriers"] and head == 1
    if not carries or matter is None or matter.deed or matter.named is not None:
        return _joined((*words[: head - 1], kind, *words[head:]))
    if len(matter.words) <= _SHORT:
        return _joined((*matter.words, kind))
    return _joined((*words[: head - 1], kind, *words[head:]))


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" 's", "'s").replace(" '", "'")


def _without_owner(name: Name) -> tuple[str, ...]:
    """Return the words without whose they are, unless that alone tells which one is meant."""
    owned = [n for n, word in enumerate(name.words[: name.head - 1]) if word.endswith(("'s", "s'"))]
    if name.deed or not owned or len(name.words) - owned[-1] < _SHORT:
        return name.words
    return name.words[owned[-1] + 1 :]


def _unjudged(
    wording: Wording, words: tuple[str, ...], head: int, deed: bool
) -> tuple[tuple[str, ...], int]:
    """Return the words without those that judge before the noun, and how many are the phrase."""
    judging = wording.lists["judging"]
    first = [
        word
        for at, word in enumerate(words[:head])
        if at == head - 1 or (deed and at == 0) or word not in judging
    ]
    while len(first) > 1 and not deed and first[0] in ("and", ","):
        first.pop(0)
    return (*first, *words[head:]), len(first)


def _names_nothing(lexicon: Lexicon, wording: Wording, words: tuple[str, ...], deed: bool) -> bool:
    """Tell whether words are cut off, or all of them such as name nothing alone."""
    last = words[-1]
    if lexicon.has(last, "preposition", "determiner", "conjunction", "modal", "adverb", "pronoun"):
        return True
    if deed and len(words) == 1:
        return False  # "withdrawing"
    if len(words) == 1 and last.endswith(("ing", "ly")) and last not in wording.lists["doings"]:
        return True
    empty = wording.nameless
    if deed and words[0] not in empty:
        empty = wording.lists["vague"]  # "completing the stages"
    told = words[1:] if deed else words
    return all(word in empty or word[:1].isdigit() for word in told)
