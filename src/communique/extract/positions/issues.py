"""The issue of a position: a short label from the words, shared by reports that speak of it.

The scheme ships as ``data/en/issues.toml``; its broad labels follow the contexts of PLOVER
(Halterman et al. 2023: military, diplomatic, economic, legal, …), the fine ones name what
talks are about. A file of the same form adds labels, or words to labels that exist.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from communique.errors import UsageError
from communique.extract.lexicon import lexicon_for


@dataclass(frozen=True, slots=True)
class Scheme:
    """Issue labels in order of precedence, each with the words that speak of it."""

    issues: tuple[tuple[str, tuple[str, ...]], ...]
    pattern: re.Pattern[str]

    def label_in(self, words: str) -> str | None:
        """Return the first label of the scheme that ``words`` speak of, or ``None``."""
        best = min(
            (int((m.lastgroup or "_0")[1:]) for m in self.pattern.finditer(words)), default=None
        )
        return None if best is None else self.issues[best][0]


def scheme_from(path: Path | None = None, language: str = "en") -> Scheme:
    """Return the shipped scheme, with the labels and words that the file at ``path`` adds.

    Labels of the file come before the shipped ones, in the file's order.

    Raises:
        UsageError: the file cannot be read, is not TOML, or has no table ``[issues]`` of
            lists of words.
    """
    shipped = lexicon_for(language).table("issues").get("issues", {})
    added = {} if path is None else _read(path)
    joined: dict[str, list[str]] = {label: [*words] for label, words in added.items()}
    for label, words in shipped.items():
        joined.setdefault(label, []).extend(words)
    return _scheme(tuple((label, tuple(words)) for label, words in joined.items()))


def _read(path: Path) -> dict[str, list[str]]:
    try:
        issues = tomllib.loads(path.read_text(encoding="utf-8")).get("issues")
    except OSError as error:
        raise _unusable(path, error.strerror or "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise _unusable(path, "it is not text in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
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


@lru_cache(maxsize=16)
def _scheme(issues: tuple[tuple[str, tuple[str, ...]], ...]) -> Scheme:
    groups = (
        f"(?P<i{number}>{'|'.join(_pattern(word) for word in words)})"
        for number, (_, words) in enumerate(issues)
        if words
    )
    source = "|".join(groups)
    pattern = re.compile(rf"\b(?:{source})(?!\w)", re.IGNORECASE) if source else re.compile("(?!)")
    return Scheme(issues, pattern)


def _pattern(word: str) -> str:
    stem = r"\s+".join(map(re.escape, word.rstrip("*").split()))
    return stem + (r"\w{0,12}" if word.endswith("*") else "")
