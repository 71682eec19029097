"""The words of a language by which claims are told, from ``data/LANGUAGE.toml``.

Words are regular expressions that a whole word in lower case must match, several in one
string; ``a_b`` stands for two words in a row, ``a_~b_c`` for three of which the second may be
left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

_DATA = "data"


class Pattern:
    """Words or runs of words, found in a list of words in lower case.

    ``any_in`` first looks whether a word can begin it, which costs one match.
    """

    def __init__(self, source: str) -> None:
        runs = [run for part in source.split() for run in _runs(part.split("_"))]
        self._runs = [tuple(re.compile(word) for word in run) for run in runs]
        heads = "|".join(f"(?:{run[0]})" for run in runs) or "(?!)"
        self.head = re.compile(heads)

    def at(self, lows: Sequence[str], at: int) -> int:
        """Return how many words from ``at`` match, the longest run; 0 for none."""
        if at >= len(lows) or self.head.fullmatch(lows[at]) is None:
            return 0
        best = 0
        for run in self._runs:
            longer = len(run) > best and at + len(run) <= len(lows)
            if longer and all(p.fullmatch(lows[at + n]) for n, p in enumerate(run)):
                best = len(run)
        return best

    def find(self, lows: Sequence[str], first: int, last: int) -> int | None:
        """Return where it first stands in ``[first, last)``, or ``None``."""
        return next((n for n in range(first, min(last, len(lows))) if self.at(lows, n)), None)

    def last(self, lows: Sequence[str], first: int, last: int) -> int | None:
        """Return where it last stands in ``[first, last)``, or ``None``."""
        return next((n for n in range(last - 1, first - 1, -1) if self.at(lows, n)), None)


def _runs(words: list[str]) -> list[list[str]]:
    """Return the runs that a pattern stands for; a word marked ``~`` may be left out."""
    out: list[list[str]] = [[]]
    for word in words:
        more = [[*run, word.removeprefix("~")] for run in out]
        out = [*out, *more] if word.startswith("~") else more
    return out


class Frame(msgspec.Struct, frozen=True):
    """A verb or noun that tells of something, with what goes with it.

    ``type`` is the kind of a contact, the type of an act or the polarity of a position.
    ``forms`` are its words, ``first`` forms of which the speaker is the subject, ``base`` those
    that need another verb. ``preps`` are prepositions of the other side, ``direct`` tells that it
    is the object, ``what`` are words before the matter. ``heads`` are nouns that must follow.
    """

    type: str
    name: str
    forms: Pattern
    base: Pattern
    preps: frozenset[str]
    what: Pattern
    heads: Pattern | None
    direct: bool = True
    material: bool = False
    flags: frozenset[str] = frozenset()


class Tongue(msgspec.Struct, frozen=True):
    """The words and grammar of one language."""

    code: str
    raw: Mapping[str, Any]
    contact_verbs: tuple[Frame, ...]
    contact_nouns: tuple[Frame, ...]
    acts: tuple[Frame, ...]
    positions: tuple[Frame, ...]
    words: Mapping[str, Pattern]
    sets: Mapping[str, frozenset[str]]
    issues: tuple[tuple[str, re.Pattern[str]], ...]
    hint: re.Pattern[str]

    @property
    def inflected(self) -> bool:
        """Whether the forms of names tell subjects from objects."""
        return bool(self.raw.get("inflected", False))

    def word(self, name: str) -> Pattern:
        """Return a list of words; an empty one where the language has none."""
        return self.words.get(name) or _NOTHING

    def some(self, name: str) -> frozenset[str]:
        """Return a set of plain words."""
        return self.sets.get(name, frozenset())

    def issue_of(self, words: str) -> str | None:
        """Return the first issue of the scheme that ``words`` speak of."""
        return next((label for label, pattern in self.issues if pattern.search(words)), None)


_NOTHING = Pattern("(?!)")


def languages() -> frozenset[str]:
    """Return the languages that there are word lists for."""
    folder = files("communique.extract.tongues") / _DATA
    return frozenset(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml"))


def tongue_for(language: str | None) -> Tongue | None:
    """Return the words for a BCP 47 tag, or ``None`` where there are none."""
    code = (language or "").split("-")[0].casefold()
    return _load(code) if code.isalpha() and code not in ("", "en") else None


@lru_cache(maxsize=16)
def _load(code: str) -> Tongue | None:
    source = files("communique.extract.tongues") / _DATA / f"{code}.toml"
    if not source.is_file():
        return None
    # Words are compared with "е" for "ё", which many texts leave out.
    raw = tomllib.loads(source.read_text("utf-8").replace("ё", "е"))
    verbs = _frames(raw.get("contact_verb", ()))
    nouns = _frames(raw.get("contact_noun", ()))
    acts, positions = _frames(raw.get("act", ())), _frames(raw.get("position", ()))
    return Tongue(
        code=code,
        raw=raw,
        contact_verbs=verbs,
        contact_nouns=nouns,
        acts=acts,
        positions=positions,
        words={name: Pattern(words) for name, words in raw.get("words", {}).items()},
        sets={name: frozenset(words.split()) for name, words in raw.get("sets", {}).items()},
        issues=tuple((label, _issue(words)) for label, words in raw.get("issues", {}).items()),
        hint=re.compile("|".join(f.forms.head.pattern for f in (*verbs, *nouns)) or "(?!)"),
    )


def _frames(rows: Iterable[Mapping[str, Any]]) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            type=row["type"],
            name=row.get("name", row["type"]),
            forms=Pattern(row["forms"]),
            base=Pattern(row["base"]) if row.get("base") else _NOTHING,
            preps=frozenset(row.get("preps", "").split()),
            what=Pattern(row["what"]) if row.get("what") else _NOTHING,
            heads=Pattern(row["heads"]) if row.get("heads") else None,
            direct=row.get("direct", True),
            material=row.get("material", False),
            flags=frozenset(row.get("flags", "").split()),
        )
        for row in rows
    )


def _issue(words: str) -> re.Pattern[str]:
    """Return what finds the words of an issue: stems, ``a_b`` for two in a row."""
    stems = "|".join(word.replace("_", r"\w*\s+") for word in words.split())
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)
