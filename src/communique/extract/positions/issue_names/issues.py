"""The issue of a position: a short label from the words, shared by reports that speak of it.

The scheme ships as ``data/en/issues.toml``; its broad labels follow the contexts of PLOVER
(Halterman et al. 2023: military, diplomatic, economic, legal, …), the fine ones name what
talks are about. A file of the same form adds labels, or words to labels that exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import tomli

from communique.errors import UsageError
from communique.extract.lazily import lazily
from communique.extract.lexicon import lexicon_for

_GAP = r"(?:[\w'’-]+\s+){0,3}"
_NEAR = 3  # words between a word and the one that gives it another sense


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a scheme: the label they speak of, their pattern, and how it must begin.

    The pattern is compiled when a text first holds ``opens``. It takes far longer to compile or
    to try all of a scheme's patterns than to see which of them cannot be in a text. ``turned``
    words name the contrary of what the label names.
    """

    number: int
    opens: str
    pattern: re.Pattern[str]
    turned: bool = False


class Heading(NamedTuple):
    """A label under which words go; ``turned``: they name the contrary of what it names."""

    label: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """Issue labels in order of precedence, and the words that speak of each.

    The first ``own`` labels are the user's. ``senses`` finds words in another sense ("peace of
    mind", "to negotiate a price"), which speak of none of the shipped labels.
    """

    labels: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    senses: tuple[Phrase, ...]
    own: int = 0

    def is_own(self, label: str) -> bool:
        """Tell whether a label is one of the user's."""
        return label in self.labels[: self.own]

    def is_bare(self, label: str) -> bool:
        """Tell whether a label is one word of the report's: mostly too vague for an issue."""
        return " " not in label and label not in self.labels

    def at_end(self, words: str, whole: str = "", before: int | None = None) -> Heading | None:
        """Return the heading that the last of ``words`` speak of, as the head of a phrase does.

        ``whole`` is what they open, by which words in another sense are told. The words of the
        label have to begin ``before`` an offset, so that the outcome of talks is not talks.
        """
        edge = len(words) if before is None else before
        found = _found(self.phrases, words, self.own)
        last = [one for one in found if one[1].end() == len(words) and one[1].start() < edge]
        return self._first(last, whole or words)

    def heading_in(self, words: str) -> Heading | None:
        """Return the first heading of the scheme that ``words`` speak of, or ``None``."""
        return self._first(list(_found(self.phrases, words, self.own)), words)

    def label_in(self, words: str) -> str | None:
        """Return the label of that heading."""
        heading = self.heading_in(words)
        return None if heading is None else heading.label

    def _first(self, found: list[tuple[Phrase, re.Match[str]]], words: str) -> Heading | None:
        if not found:
            return None
        other = [match.span() for _, match in _found(self.senses, words, 0)]
        best = min(
            (
                phrase
                for phrase, match in found
                if phrase.number < self.own
                or not any(start <= match.start() < end for start, end in other)
            ),
            key=lambda phrase: phrase.number,
            default=None,
        )
        return None if best is None else Heading(self.labels[best.number], best.turned)


def _found(
    phrases: Iterable[Phrase], words: str, own: int
) -> Iterator[tuple[Phrase, re.Match[str]]]:
    """Yield what stands in ``words``, from the left and apart; the longest phrase at each place.

    Phrases of the first ``own`` labels go before longer ones.
    """
    lowered = words.lower()
    possible = [phrase for phrase in phrases if phrase.opens in lowered]
    end = 0
    while possible:
        matches = [(p, match) for p in possible if (match := p.pattern.search(words, end))]
        if not matches:
            return
        phrase, match = min(
            matches, key=lambda each: (each[1].start(), each[0].number >= own, -each[1].end())
        )
        yield phrase, match
        possible = [phrase for phrase, _ in matches]
        end = match.end()


def scheme_from(path: Path | None = None, language: str = "en") -> Scheme:
    """Return the shipped scheme, with the labels and words that the file at ``path`` adds.

    Labels of the file come before the shipped ones, in the file's order.

    Raises:
        UsageError: the file cannot be read, is not TOML, or has no table ``[issues]`` of
            lists of words.
    """
    table = lexicon_for(language).table("issues")
    shipped = table.get("issues", {})
    added = {} if path is None else _read(path)
    joined: dict[str, list[str]] = {label: [*words] for label, words in added.items()}
    for label, words in shipped.items():
        joined.setdefault(label, []).extend(words)
    senses = table.get("senses", {})
    contraries = table.get("contraries", {})
    return _scheme(
        tuple((label, tuple(words)) for label, words in joined.items()),
        tuple((label, tuple(words)) for label, words in contraries.items()),
        tuple((word, tuple(near)) for word, near in senses.items()),
        len(added),
    )


def _read(path: Path) -> dict[str, list[str]]:
    try:
        issues = tomli.loads(path.read_text(encoding="utf-8")).get("issues")
    except OSError as error:
        raise _unusable(path, error.strerror or "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise _unusable(path, "it is not text in UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise _unusable(path, f"it is not TOML: {error}") from error
    if not isinstance(issues, dict) or not all(map(_is_list_of_words, issues.values())):
        raise _unusable(path, "a table [issues] has to have a list of words for each label")
    return dict(issues)


def _is_list_of_words(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(w, str) and w.strip("* ") for w in words)


def _unusable(path: Path, fault: str) -> UsageError:
    return UsageError(
        f"no issues can be read: {' '.join(fault.split())}",
        subject=str(path),
        remedy='write [issues] and lines such as "fishing" = ["trawler*", "fish quota"]',
    )


_Words = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=16)
def _scheme(issues: _Words, contraries: _Words, senses: _Words, own: int) -> Scheme:
    labels = tuple(label for label, _ in issues)
    turned = [
        _phrase(labels.index(label), word, _pattern(word), turned=True)
        for label, words in contraries
        for word in words
    ]
    phrases = [
        _phrase(number, word, _pattern(word))
        for number, (_, words) in enumerate(issues)
        for word in words
    ]
    others = (_phrase(0, word, _sense(word, near)) for word, near in senses)
    return Scheme(labels, (*turned, *phrases), tuple(others), own)


def _phrase(number: int, word: str, source: str, turned: bool = False) -> Phrase:
    first = word.split()[0].rstrip("*").lower()
    return Phrase(
        number, "" if first == "…" else first, lazily(rf"(?<![\w-])(?:{source})(?!\w)"), turned
    )


def _sense(word: str, near: tuple[str, ...]) -> str:
    """Return a pattern of ``word`` where one of ``near`` follows it closely, or precedes it."""
    others = "|".join(_pattern(one) for one in near)
    here = _pattern(word)
    return rf"{here}(?=(?:\W+\w+){{0,{_NEAR}}}\W+(?:{others})(?!\w))|(?:{others})\s+{here}"


def _pattern(word: str) -> str:
    """Return a pattern of words, each of which may end in ``*``; ``…`` is up to three words."""
    parts = [_token(one) for one in word.split()]
    return r"\s+".join(parts).replace(rf"{_GAP}\s+", _GAP)


def _token(word: str) -> str:
    if word == "…":
        return _GAP
    return re.escape(word.rstrip("*")) + (r"\w{0,12}" if word.endswith("*") else "")
