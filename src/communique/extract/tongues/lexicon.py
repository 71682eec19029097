"""The words of a language by which claims are told, from ``data/LANGUAGE.toml``.

Words are regular expressions that a whole word in lower case must match, several in one
string; ``a_b`` stands for two words in a row, ``a_~b_c`` for three of which the second may be
left out, ``(a_b|c)`` for either of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import tomli

from communique.extract.tongues.issues import ARTICLES, CLITICS, Heading, Issues
from communique.extract.tongues.spelling import plain

_DATA = "data"


_REMEMBERED = 1 << 16  # words of which a pattern remembers whether they begin it

Run = tuple[re.Pattern[str], ...]


class Pattern:
    """Words or runs of words, found in a list of words in lower case.

    Which runs a word begins is remembered, so that a word costs one look-up the next time.
    """

    def __init__(self, source: str, before: str = "") -> None:
        parts = [plain for part in source.split() for plain in _expanded(part)]
        runs = [run for part in parts for run in _runs(part.split("_"))]
        self.words = frozenset(word for run in runs for word in run)
        self._runs: tuple[Run, ...] = tuple(
            tuple(re.compile(f"{before}(?:{w})" if not n else w) for n, w in enumerate(run))
            for run in runs
        )
        self._begun: dict[str, tuple[Run, ...]] = {}

    def begins(self, word: str) -> tuple[Run, ...]:
        """Return the runs that begin with a word."""
        known = self._begun.get(word)
        if known is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            known = tuple(run for run in self._runs if run[0].fullmatch(word))
            self._begun[word] = known
        return known

    def at(self, lows: Sequence[str], at: int) -> int:
        """Return how many words from ``at`` match, the longest run; 0 for none."""
        if at >= len(lows):
            return 0
        runs = self._begun.get(lows[at])
        if runs is None:
            runs = self.begins(lows[at])
        best = 0
        for run in runs:
            size = len(run)
            longer = size > best and at + size <= len(lows)
            if longer and all(run[n].fullmatch(lows[at + n]) for n in range(1, size)):
                best = size
        return best

    def find(self, lows: Sequence[str], first: int, last: int) -> int | None:
        """Return where it first stands in ``[first, last)``, or ``None``."""
        for n in range(first, min(last, len(lows))):
            if self._begun.get(lows[n], True) and self.at(lows, n):
                return n
        return None

    def last(self, lows: Sequence[str], first: int, last: int) -> int | None:
        """Return where it last stands in ``[first, last)``, or ``None``."""
        for n in range(min(last, len(lows)) - 1, first - 1, -1):
            if self._begun.get(lows[n], True) and self.at(lows, n):
                return n
        return None


_IN_ROW = re.compile(r"\(([^()]*_[^()]*)\)")


def _expanded(part: str) -> Iterator[str]:
    """Yield a pattern with each of its choices of words in a row: "(söz_verdi|vadetti)"."""
    found = _IN_ROW.search(part)
    if found is None:
        yield part
        return
    for choice in found[1].split("|"):
        yield from _expanded(f"{part[: found.start()]}{choice}{part[found.end() :]}")


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


class Frames:
    """Frames, looked up by a word that one of their forms begins with."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.frames = tuple(frames)
        self._begun: dict[str, tuple[Frame, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self.frames)

    def begun_by(self, word: str) -> tuple[Frame, ...]:
        """Return the frames of which a form begins with a word, in the order of the list."""
        known = self._begun.get(word)
        if known is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            known = tuple(f for f in self.frames if f.forms.begins(word) or f.base.begins(word))
            self._begun[word] = known
        return known


class Tongue(msgspec.Struct, frozen=True):
    """The words and grammar of one language."""

    code: str
    raw: Mapping[str, Any]
    contact_verbs: Frames
    contact_nouns: Frames
    acts: Frames
    positions: Frames
    forecasts: Frames
    words: Mapping[str, Pattern]
    sets: Mapping[str, frozenset[str]]
    issues: Issues

    @property
    def inflected(self) -> bool:
        """Whether the forms of names tell subjects from objects."""
        return bool(self.raw.get("inflected", False))

    @property
    def matter_first(self) -> bool:
        """Whether what a verb is about stands before it: "döneceğini öngörüyor"."""
        return bool(self.raw.get("owner_first") and self.raw.get("verb_last"))

    def word(self, name: str) -> Pattern:
        """Return a list of words; an empty one where the language has none."""
        return self.words.get(name) or _NOTHING

    def some(self, name: str) -> frozenset[str]:
        """Return a set of plain words."""
        return self.sets.get(name, frozenset())

    def plain_words(self) -> frozenset[str]:
        """Return the words of all lists that are written out."""
        every: set[str] = set().union(*self.sets.values())
        every.update(*(pattern.words for pattern in self.words.values()))
        for frames in (
            self.contact_verbs, self.contact_nouns, self.acts, self.positions, self.forecasts,
        ):  # fmt: skip
            for frame in frames.frames:
                every |= frame.forms.words | frame.base.words | frame.what.words | frame.preps
        for part in ("numbers", "scales"):
            every |= {w for ws in self.raw["figures"].get(part, {}).values() for w in ws.split()}
        for units in self.raw["figures"].get("units", {}).values():
            every |= set(units.split("|"))
        return frozenset(word for word in every if word.isalpha())

    def issue_of(self, words: str) -> Heading | None:
        """Return the first issue of the scheme that ``words`` speak of, and on which side."""
        return self.issues.heading_of(plain(words))


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
    raw = tomli.loads(plain(source.read_text("utf-8")))
    clitics = CLITICS if raw.get("semitic") else ""
    return Tongue(
        code=code,
        raw=raw,
        contact_verbs=_frames(raw.get("contact_verb", ()), clitics),
        contact_nouns=_frames(raw.get("contact_noun", ()), clitics and clitics + ARTICLES),
        acts=_frames(raw.get("act", ()), clitics),
        positions=_frames(raw.get("position", ()), clitics),
        forecasts=_frames(raw.get("forecast", ()), clitics),
        words={name: Pattern(words, clitics) for name, words in raw.get("words", {}).items()},
        sets={name: frozenset(words.split()) for name, words in raw.get("sets", {}).items()},
        issues=Issues(raw),
    )


def _frames(rows: Iterable[Mapping[str, Any]], clitics: str) -> Frames:
    frames = [
        Frame(
            type=row["type"],
            name=row.get("name", row["type"]),
            forms=Pattern(row["forms"], clitics),
            base=Pattern(row["base"], clitics) if row.get("base") else _NOTHING,
            preps=frozenset(row.get("preps", "").split()),
            what=Pattern(row["what"]) if row.get("what") else _NOTHING,
            heads=Pattern(row["heads"]) if row.get("heads") else None,
            direct=row.get("direct", True),
            material=row.get("material", False),
            flags=frozenset(row.get("flags", "").split()),
        )
        for row in rows
    ]
    return Frames(frames)
