"""When two spellings are one name: diacritics, transliteration, a letter's difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SOUNDS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("cz", "ch"),
    ("sch", "sh"),
    ("sz", "sh"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ı", "i"),
    ("ł", "l"),
    ("ø", "o"),
    ("đ", "d"),
    ("ß", "s"),
)
# Endings of the cases in Russian, Ukrainian and Belarusian.
_CASE = re.compile(r"(?<=...)(?:ого|ому|ым|им|ом|ем|ою|ой|ей|ам|ои|еи|[аеиоуыьэюяіїєй])$")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return the word in lower case without diacritics, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return what usual transliterations of a name have in common.

    Zelinskiy, Zelinskyy and Zelinsky come to the same; Alexandr and Aleksandr too. Names in
    Cyrillic letters lose the endings of their cases.
    """
    out = folded(word)
    if out[:1] >= "\u0400" and out[:1] <= "\u04ff":
        return _CASE.sub("", out) if len(out) > 3 else out
    for sound, plain in _SOUNDS:
        out = out.replace(sound, plain)
    return _DOUBLE.sub(r"\1", out)


def is_nearer_nominative(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether ``one`` is nearer to the nominative of a name in Cyrillic letters.

    Cases make a name longer, or put another vowel in place of a last "а" or "я".
    """
    if not "\u0400" <= one[0][:1] <= "\u04ff":
        return False
    lengths = sum(map(len, one)), sum(map(len, other))
    nominative = sum(word.endswith(("а", "я")) for word in one)
    if lengths[0] != lengths[1]:
        return lengths[0] < lengths[1]
    return nominative > sum(word.endswith(("а", "я")) for word in other)


def alike(one: str, other: str) -> bool:
    """Tell whether two family names may be one, misspelt or transliterated differently.

    True for equal skeletons, and for names of six letters or more (the shorter may have
    five) that begin with the same letter and differ in one letter, dropped, added, changed,
    or swapped with its neighbour.
    """
    a, b = skeleton(one), skeleton(other)
    if a == b:
        return True
    if max(len(a), len(b)) < 6 or min(len(a), len(b)) < 5 or a[:1] != b[:1]:
        return False
    return one_edit(a, b)


def one_edit(a: str, b: str) -> bool:
    """Tell whether ``a`` becomes ``b`` by one insertion, deletion, change or swap."""
    if abs(len(a) - len(b)) > 1:
        return False
    first = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    if first is None:
        return True
    x, y = a[first:], b[first:]
    if len(x) == len(y):
        return x[1:] == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
    return x[1:] == y if len(x) > len(y) else x == y[1:]


def given_alike(one: str, other: str) -> bool:
    """Tell whether two given names may be the same person's: equal, initial, or a variant."""
    a, b = skeleton(one), skeleton(other)
    if not a or not b or a == b:
        return True
    if len(a) == 1 or len(b) == 1 or one.endswith(".") or other.endswith("."):
        return a[0] == b[0]
    if a[0] != b[0]:
        return False
    if len(a) > 2 and len(b) > 2 and (a.startswith(b) or b.startswith(a)):
        return True
    return min(len(a), len(b)) > 4 and one_edit(a, b)


LONGEST_NAME = 12
"""How many words of a name are looked at."""


def all_folded(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name as :func:`folded` gives each."""
    return tuple(folded(word) for word in words)


def by_tail(forms: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return which of the names, of two words or more, end just one other: the other by each."""
    known = set(forms)
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for form in known:
        for first in range(1, min(len(form), LONGEST_NAME) - 1):
            if form[first:] in known:
                found.setdefault(form[first:], []).append(form)
    return {tail: whole[0] for tail, whole in found.items() if len(whole) == 1}


def written_out(words: Sequence[str]) -> str:
    """Return a name from its words; in Chinese a dot parts those of a foreign name."""
    return ("·" if "\u3400" <= words[0][:1] <= "\u9fff" else " ").join(words)
