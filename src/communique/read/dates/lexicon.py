"""The words and rules of a language, read from its file in ``read/data/dates``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import tomli

Word = str | int | float
Pattern = re.Pattern[str]

#: Figures that mean the same in every language.
FIGURES = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º)?",
    "nth": r"(?:[12]?1st|2?2nd|2?3rd|30th|31st|(?:1[0-9]|2[04-9]|[4-9])th)",
    "year": r"(?:1[0-9]|20)\d\d",
    "decade": r"(?:(?:1[5-9]|20)\d|[2-9])0",
    "hour": r"(?:2[0-4]|1\d|0?\d)",
    "minute": r"[0-5]\d",
    "clock": r"(?:2[0-4]|1\d|0?\d):[0-5]\d(?::[0-5]\d)?",
}
_NAME = re.compile(r"\{([a-z]+)(\d?)\}")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[0-9]+")
_FACE = re.compile(r"[0-9]:[0-9]")
_TENTH = re.compile(r"0['’]?s")
_START = r"(?<![\w$€£])(?<!\d[.,:/])"
_END = r"(?!\w|[.,:/]\d)"


class Rule(msgspec.Struct, frozen=True):
    """A way to say when: what is matched, and which reading it is given."""

    gives: str
    source: str
    on: frozenset[str]
    needs: frozenset[str] = frozenset()

    def may_match(self, classes: Set[str]) -> bool:
        """Tell whether a sentence with words of these ``classes`` is worth looking at."""
        return not self.on.isdisjoint(classes) and self.needs <= classes

    @property
    def pattern(self) -> Pattern:
        """The rule's pattern, compiled when a sentence first needs it."""
        return _pattern(self.source)


@cache
def _pattern(source: str) -> Pattern:
    return re.compile(source, re.IGNORECASE)


class Language:
    """The words and rules of one language.

    Args:
        code: Its primary subtag.
        data: Its file in ``read/data/dates``.
        core: The rules that languages share.
    """

    def __init__(
        self, code: str, data: Mapping[str, Any], core: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        self.code = code
        self.capitals: bool = data.get("capitals", False)
        self.capital_nouns: bool = data.get("capital_nouns", False)
        self.spaced: bool = data.get("spaced", True)
        self.tables: dict[str, dict[str, Word]] = {
            name: _table(table)
            for name, table in data.items()
            if isinstance(table, dict | list)
            and name not in {"parts", "context", "rules", "doubtful"}
        }
        self._parts: dict[str, str] = data.get("parts", {})
        self.doubtful = frozenset(data.get("doubtful", ()))
        self._context = {
            name: re.compile(source, re.IGNORECASE)
            for name, source in data.get("context", {}).items()
        }
        self.cues: dict[str, set[str]] = {}
        for name, table in self.tables.items():
            for word in table:
                self.cues.setdefault(self._cue_of(word), set()).add(name)
        own = [*(core if data.get("core") else ()), *data.get("rules", ())]
        self.rules = tuple(
            self._rule(index, rule) for index, rule in enumerate(own) if self._can(rule)
        )

    def sees(self, name: str, text: str) -> bool:
        """Tell whether the words beside an expression are of a kind (the file's ``context``)."""
        pattern = self._context.get(name)
        return pattern is not None and pattern.search(text) is not None

    def context(self, name: str) -> Pattern | None:
        """Return a pattern for the words around an expression; ``None`` if there is none."""
        return self._context.get(name)

    def _cue_of(self, words: str) -> str:
        """Return the word of a phrase that tells most: its longest."""
        if not self.spaced:
            return words[0]
        found: list[str] = _WORD.findall(words) or [words]
        return max(found, key=len)

    def _can(self, rule: Mapping[str, Any]) -> bool:
        """Tell whether the language has every table that a rule names."""
        names = {match[1] for match in _NAME.finditer(rule["find"])}
        made = {*FIGURES, *self._parts, "num", "spelt"}
        return all(name in made or name in self.tables for name in names)

    def _rule(self, index: int, rule: Mapping[str, Any]) -> Rule:
        on = {name for name in rule["on"] if name != "cue"}
        for cue in rule.get("cues", ()):
            self.cues.setdefault(cue, set()).add(f"cue {index}")
            on.add(f"cue {index}")
        source = self._expanded(rule["find"])
        if self.spaced:
            source = f"{_START}(?:{source}){_END}"
        return Rule(rule["gives"], source, frozenset(on), frozenset(rule.get("needs", ())))

    def _expanded(self, source: str) -> str:
        """Return the rule's pattern with tables and figures in place of their names."""
        return _NAME.sub(self._fragment, _spaced(source))

    def _fragment(self, match: re.Match[str]) -> str:
        name, copy = match.groups()
        if name in self._parts:
            return f"(?:{_spaced(self._parts[name])})"
        return f"(?P<{name}{copy}>{self._alternatives(name)})"

    def _alternatives(self, name: str) -> str:
        if name in FIGURES:
            return FIGURES[name]
        if name == "num":
            return self._number()
        if name == "spelt":
            words = self._words("number")
            return rf"(?:{self._words('century')})(?:[\s-]+(?:and[\s-]+)?(?:{words})){{1,3}}"
        return self._words(name)

    def _number(self) -> str:
        articles, words = self._words("article"), self._words("number")
        figure = r"\d{1,4}(?:[.,]\d+)?(?:[\s-]\d/\d)?"
        if not self.spaced:
            return rf"(?:{figure}|(?:{words})|{articles})"
        # The words stand once in it, each with what may part it from the next: patterns that
        # have them several times take much longer to compile than a report to read.
        spelt = rf"(?:(?:{words})(?!\w)(?:[\s-](?:and[\s-])?(?=\w))?){{1,6}}(?<![\s-])"
        return rf"(?:(?:{figure}[\s-])?{spelt}|{figure}|{articles})"

    def _words(self, table: str) -> str:
        words = sorted(self.tables.get(table, ()), key=len, reverse=True)
        return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in words)

    def meaning(self, table: str, raw: str) -> Word | None:
        """Return what a printed word means in a table, whatever its case and spacing."""
        return self.tables.get(table, {}).get(folded(raw))

    def classes(self, sentence: str) -> set[str]:
        """Return the tables of which the sentence holds a word, and what its figures look like.

        ``figure`` is any digit, ``face`` a time such as 10:35, ``tenth`` a decade such as 1990s.
        ``months``, ``units`` and ``amounts`` are two or more of their kind, repeated or not:
        rules that join two of them are long, and most sentences have one.
        """
        lowered = folded(sentence)
        words = [word for word in _WORD.findall(lowered) if word in self.cues]
        if not self.spaced:
            words = [letter for letter in set(lowered) if letter in self.cues]
        found: set[str] = set()
        for word in words:
            found |= self.cues[word]
        found |= self._repeated(words, lowered)
        return found

    def _repeated(self, words: Sequence[str], lowered: str) -> set[str]:
        """Return the classes that tell of figures, and of two words of one table."""
        figures = len(_RUN.findall(lowered))
        count = {
            table: sum(table in self.cues[word] for word in words)
            for table in ("month", "unit", "number")
        }
        checks = {
            "figure": figures > 0,
            "face": figures > 1 and _FACE.search(lowered) is not None,
            "tenth": figures > 0 and _TENTH.search(lowered) is not None,
            "amounts": figures + count["number"] > 1,
            "months": count["month"] > 1,
            "units": count["unit"] > 1,
        }
        return {name for name, holds in checks.items() if holds}


def folded(words: str) -> str:
    """Return words as the tables have them: in small letters, with single spaces.

    The Turkish capital İ becomes a plain i, not an i with a dot above it.
    """
    return " ".join(words.lower().replace("i\u0307", "i").split())


def _table(table: Mapping[str, Word] | Sequence[Sequence[str]]) -> dict[str, Word]:
    """Return a table of words; a list of lists counts from 1 (months, weekdays)."""
    if isinstance(table, Mapping):
        return {folded(word): meaning for word, meaning in table.items()}
    return {folded(word): number for number, words in enumerate(table, 1) for word in words}


def _spaced(source: str) -> str:
    """Return a pattern in which each space stands for any white space, line breaks too."""
    out: list[str] = []
    in_class = False
    for index, letter in enumerate(source):
        if letter in "[]" and source[index - 1 : index] != "\\":
            in_class = letter == "["
        if letter != " ":
            out.append(letter)
        elif in_class or source[index + 1 : index + 2] in {"?", "*", "+"}:
            out.append(r"\s")
        else:
            out.append(r"\s{1,3}")
    return "".join(out)


#: The file of what languages share.
_CORE = "core"


def _folder() -> Traversable:
    return files("communique.read.data").joinpath("dates")


@cache
def _data(name: str) -> dict[str, Any]:
    return tomli.loads(_folder().joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def language_of(tag: str | None) -> Language:
    """Return the language of a BCP 47 tag; English where it is unknown or has no rules."""
    primary = (tag or "en").replace("_", "-").split("-")[0].lower()
    return _language(primary if primary in known_languages() else "en")


@cache
def _language(code: str) -> Language:
    data = _data(code)
    return Language(code, data, _data(_CORE)["rules"] if data.get("core") else ())


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages whose temporal expressions are known."""
    names = (entry.name.removesuffix(".toml") for entry in _folder().iterdir())
    return tuple(sorted(name for name in names if name.isalpha() and name != _CORE))
