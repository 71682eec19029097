"""Words as they are compared: without case, accents and endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import tomli

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[A-Z]+-?\d+(?=s?\b)|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\W_]+"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWEL = re.compile(r"[aeiouy]")
#: Shorter words are left as they are, but for a plural.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and its stem."""

    start: int
    end: int
    stem: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text``; numbers are words, a word with a hyphen is one and its parts."""
    for match in _WORD.finditer(text):
        printed = match.group()
        yield Word(match.start(), match.end(), stem(printed))
        if "-" in printed:
            at = match.start()
            for part in printed.split("-"):
                if part:
                    yield Word(at, at + len(part), stem(part))
                at += len(part) + 1


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of all words of ``text``."""
    found = {stem(word) for word in _WORD.findall(text)}
    if "-" in text:
        found.update(stem(part) for w in _WORD.findall(text) if "-" in w for part in w.split("-"))
    found.discard("")
    return frozenset(found)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return a word in lower case, without accents, commas, full stops or a possessive 's."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return letters.casefold().replace(",", "").replace(".", "")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms.

    Irregular forms are looked up; of others the endings of inflection are taken off, in the
    manner of Harman 1991 ("How effective is suffixing?"), and ``-ed`` and ``-ing`` with them.
    """
    plain = folded(word)
    known = irregular().get(plain)
    if known is not None:
        return _ended(known)
    if len(plain) < _SHORT or "." in word or not plain.isascii() or not plain.isalpha():
        return plain
    return _ended(_verbal(_singular(plain)))


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Return the plain forms of irregular ones."""
    data = resources.files("communique.ask") / "data" / "english.toml"
    table: dict[str, str] = tomli.loads(data.read_text(encoding="utf-8"))["irregular"]
    return table


def forms_of(word: str) -> tuple[str, ...]:
    """Return a short word with its other forms, for an index that knows of no endings.

    A long one stands alone: what begins like it is looked up with it.
    """
    plain = folded(word)
    if len(plain) > _SHORT + 1 or not plain.isalpha():
        return (plain,)
    base = irregular().get(plain, plain)
    regular = () if base != plain else (f"{base}d" if base.endswith("e") else f"{base}ed",)
    others = (form for form, of in irregular().items() if of == base)
    return tuple(dict.fromkeys((plain, base, f"{base}s", *regular, *others)))


def _singular(word: str) -> str:
    """Return a noun without the ending of its plural, a verb without that of ``he``."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _verbal(word: str) -> str:
    """Return a verb without ``-ed`` and ``-ing``."""
    for ending in ("ing", "ied", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and _VOWEL.search(rest):
            if ending == "ied":
                return rest + "y"
            doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word


def _ended(word: str) -> str:
    """Return a word without a last ``e``, and ``y`` as ``i``, so that its forms are alike."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
