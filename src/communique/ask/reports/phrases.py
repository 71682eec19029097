"""Phrases in a report: sentences that have their words in order ("call … on")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.ask.words import words

if TYPE_CHECKING:
    from communique.ask.reports.pages import Page

#: Words of a sentence over which a phrase may stretch ("called the old ambassador in").
_REACH = 8


def with_phrase(page: Page, phrase: Sequence[str]) -> set[int]:
    """Return the numbers of the sentences that have the stems of a phrase in order, near together.

    "On the call" has both words of "call on", and is no calling on somebody.
    """
    return {
        number
        for number in page.with_all(phrase)
        if _has(_stems(page.lines[number].span.of(page.text)), tuple(phrase))
    }


@lru_cache(maxsize=20_000)
def _has(stems: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    first, *rest = phrase
    return any(
        _goes_on(stems[at + 1 : at + _REACH], rest)
        for at, each in enumerate(stems)
        if each == first
    )


def _goes_on(stems: Sequence[str], rest: Sequence[str]) -> bool:
    left = iter(stems)
    return all(each in left for each in rest)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(text))
