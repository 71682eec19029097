"""Under which label of the scheme words of a language go, and on which side of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

#: Arabic writes "and" and "so" in one with a word, and prepositions and the article with a noun.
CLITICS = "(?:[وف])?"
ARTICLES = "(?:[بلك])?(?:ال|ل)?"


class Heading(NamedTuple):
    """A label; ``turned``: the words are of its end or of its contrary."""

    label: str
    turned: bool = False


class Issues:
    """The labels of a language's file in order of precedence, with what finds their words.

    Args:
        raw: The file, with its tables ``issues``, ``issue_ends`` and ``issue_contraries``.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        contraries: Mapping[str, str] = raw.get("issue_contraries", {})
        self._labels = [(name, _finder(w, raw)) for name, w in raw.get("issues", {}).items()]
        self._contraries = {name: _finder(w, raw) for name, w in contraries.items()}
        self._ends = _finder(raw.get("issue_ends", {}).get("words", "") or "(?!)", raw)

    def heading_of(self, words: str) -> Heading | None:
        """Return the first label that ``words`` speak of, and whether of its end or contrary."""
        for label, pattern in self._labels:
            match = pattern.search(words)
            if match is None:
                continue
            contrary = self._contraries.get(label)
            if contrary is not None and contrary.search(words):
                return Heading(label, True)
            rest = f"{words[: match.start()]} {words[match.end() :]}"
            return Heading(label, self._ends.search(rest) is not None)
        return None


def _finder(words: str, raw: Mapping[str, Any]) -> re.Pattern[str]:
    """Return what finds the words of an issue: stems, ``a_b`` for two in a row."""
    stems = "|".join(word.replace("_", r"\w*\s+") for word in words.split())
    if raw.get("runs"):
        return re.compile(stems)
    before = CLITICS + ARTICLES if raw.get("semitic") else ""
    return re.compile(rf"\b{before}(?:{stems})", re.IGNORECASE)
