"""What two passages have in common, word by word, and how much that says.

A passage is brought to stems, each with a weight: a name or an uncommon word says more than
one that stands in every second promise. Names of those who take part are left out, for they
are compared as actors. The word lists stand in ``data/wording.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from anyascii import anyascii

#: What a stem weighs: in the list ``common``, in no list, with a capital inside a sentence.
COMMON, ORDINARY, NAME = 0.25, 1.0, 1.3

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: A name of so many letters may have an adjective made from it.
_LONG = 5
#: Numbers on their own, not those of names such as COVID-19.
_NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*")
_NO = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\bno longer\b|\brefrain", re.IGNORECASE)
#: Endings, the longest first; what is left must have three letters.
_ENDINGS = (
    "izations", "isations", "ization", "isation", "fulness", "ations", "ements", "ities", "ating",
    "ation", "ement", "ments", "ities", "ated", "ates", "ings", "ions", "ment", "ies", "ing",
    "ion", "ity", "ate", "ers", "ed", "es", "ly", "al", "er", "e", "s", "y",
)  # fmt: skip


class Lists(msgspec.Struct, frozen=True):
    """The word lists of ``data/wording.toml``."""

    empty: frozenset[str]
    common: frozenset[str]
    harm: frozenset[str]
    numerals: dict[str, str]
    irregular: tuple[str, ...]


@cache
def lists() -> Lists:
    """Return the word lists."""
    raw = files("communique.reconcile").joinpath("data/wording.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=Lists)


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split() for pair in lists().irregular)


@cache
def irregular_stems() -> frozenset[str]:
    """Return the stems of verbs whose past begins otherwise: ``fall``, of "fell"."""
    return frozenset(
        stem(base) for form, base in _irregular().items() if not form.startswith(stem(base))
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what the forms of an English word have in common: ``releases`` is ``releas``.

    A light suffix stripper: it brings together forms of one word and, now and then, two
    words; weights and thresholds are set for that.
    """
    plain = word.lower()
    known = _irregular().get(plain)
    if known:
        plain = known
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            bare = plain[: -len(ending)]
            doubled = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz"
            return bare[:-1] if doubled else bare
    return plain


def wording(text: str, without: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """Return the stems of a passage that say something of its matter, with their weights.

    Args:
        text: Any words.
        without: Stems to leave out, such as those of the parties' names.
    """
    words = _weighed(text)
    if not without:
        return words
    return {bare: weight for bare, weight in words.items() if not is_of(bare, without)}


@lru_cache(maxsize=16384)
def _weighed(text: str) -> Mapping[str, float]:
    words: dict[str, float] = {}
    for match in _WORD.finditer(text):
        word = anyascii(match[0].replace("’", "'")).split("'")[0]
        bare = stem(word)
        if word.lower() in lists().empty or len(bare) < 2:
            continue
        weight = COMMON if _is_common(bare) else NAME if _is_name(match) else ORDINARY
        words[bare] = max(weight, words.get(bare, 0.0))
    return words


def is_of(bare: str, names: frozenset[str]) -> bool:
    """Tell whether a stem is one of a name, or of an adjective made from it."""
    return bare in names or any(bare[:end] in names for end in range(_LONG, len(bare)))


def stems_of(names: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words of names."""
    return _stems_of(tuple(names))


@lru_cache(maxsize=4096)
def _stems_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(anyascii(m[0])) for name in names for m in _WORD.finditer(name))


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[str]:
    """Return the numbers in a passage: in figures, without the marks that part thousands, and
    those up to twenty and the tens also in words (one is rather an article)."""
    words = (lists().numerals.get(word) for word in _WORD.findall(text.lower()))
    figures = (n[0].rstrip(".,").replace(",", "") for n in _NUMBER.finditer(text))
    return frozenset(word for word in words if word) | frozenset(figures)


def is_negated(text: str) -> bool:
    """Tell whether a passage says that something is or shall not be."""
    return _NO.search(text) is not None


@lru_cache(maxsize=16384)
def names_harm(text: str) -> frozenset[str]:
    """Return the stems of words that turn round what they go before ("an attack on …")."""
    return frozenset(stem(m[0]) for m in _WORD.finditer(text)) & _harm()


@cache
def _harm() -> frozenset[str]:
    return frozenset(stem(word) for word in lists().harm)


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in lists().common)


def _is_common(bare: str) -> bool:
    return bare in _common()


def _is_name(match: re.Match[str]) -> bool:
    return match.start() > 0 and match[0][0].isupper()


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Return the stems that two passages share, each with the lesser of its weights."""
    return {word: min(weight, other[word]) for word, weight in one.items() if word in other}


def coverage(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how much of the shorter passage, by weight, stands in the longer: 0 to 1."""
    least = min(sum(one.values()), sum(other.values()))
    return min(1.0, sum(shared(one, other).values()) / least) if least else 0.0
