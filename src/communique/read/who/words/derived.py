"""Words made of a state's name: its adjective, its people, its cases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from communique.read.who.words.lexicon import stem, table

_SUFFIXES = ("ians", "ian", "eans", "ean", "nese", "ese", "ans", "an", "ish", "ites", "ite", "is",
             "i", "ers", "er", "ns", "n")  # fmt: skip
_ROOT = 4
"""The least length of what an adjective shares with its name."""


def adjective_base(word: str, roots: Mapping[str, str]) -> str | None:
    """Return the name that an English adjective (or the word for a people) is made of.

    ``roots`` gives the names of the report by what they are without their last vowels.
    "soldavan" is made of "soldava", "kellmarkian" of "kellmark".
    """
    for suffix in _SUFFIXES:
        root = word.removesuffix(suffix)
        if root == word or len(root) < _ROOT:
            continue
        base = roots.get(root) or roots.get(root.rstrip("aeiouy"))
        if base and base != word and len(root.rstrip("aeiouy")) >= _ROOT - 1 and base < word:
            return base
    return None


def listed_adjective(word: str) -> str | None:
    """Return the code of the state whose adjective a word is, as far as lists tell."""
    return _adjectives().get(word)


@cache
def _adjectives() -> Mapping[str, str]:
    return {
        adjective.casefold(): code
        for code, state in table("states")["states"].items()
        for adjective in state.get("adjectives", ())
    }


def looks_derived(word: str, kinds: Iterable[str]) -> bool:
    """Tell whether a name with evidence of these ``kinds`` is an adjective by its form and use.

    Nothing is ever "of" an adjective, and an adjective owns nothing.
    """
    own = ("of ", "titled", "owns", "place", "beside", "visit", "neighbour", "its", "sends", "acts")
    used = any(kind.startswith(own) for kind in kinds)
    return word.endswith(("an", "ese", "i")) and not used


def case_key(word: str) -> str:
    """Return what the cases of a name in an inflected language have in common."""
    return stem(word)


def nominative(word: str, cases: Mapping[str, Mapping[str, str]]) -> str:
    """Return the nominative of a name: one that is printed, else one made by rule.

    ``cases`` gives the forms of a name by what they have in common, each as it is printed.
    The rules are those of names in Cyrillic letters: "-ии" is a case of "-ия", "-ы" of "-а".
    """
    printed = cases.get(stem(word), {})
    for low, form in printed.items():
        if low.endswith(("ия", "ія", "ья", "а", "ia")):
            return form
    name = printed.get(word, word)
    if name.endswith(("ии", "ii")):
        return name[:-1] + ("я" if name.endswith("и") else "a")
    return f"{name[:-1]}а" if name.endswith("ы") else name


@cache
def _adjective_endings(tongue: str) -> re.Pattern[str] | None:
    endings = table("statehood")["adjectives"].get(tongue)
    return re.compile(endings) if endings else None


def by_beginning(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return words by the letters that an adjective shares with its name at least."""
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        index[word[:_ROOT]].append(word)
    return index


def derived_forms(root: str, lower: Mapping[str, Sequence[str]], tongue: str) -> list[str]:
    """Return the adjectives of a name among the words that a report writes in lower case."""
    endings = _adjective_endings(tongue)
    if endings is None or len(root) < _ROOT:
        return []
    return sorted(
        word
        for word in lower.get(root[:_ROOT], ())
        if word.startswith(root) and endings.fullmatch(word, len(root))
    )
