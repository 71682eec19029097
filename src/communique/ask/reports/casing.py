"""Questions typed without capitals, or in nothing else: names are written as reports have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.ask.lexicon import lexicon
from communique.ask.reports.names import akin
from communique.ask.reports.pages import Page
from communique.ask.words import folded
from communique.model.actor import Actor

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Letters of the shortest word that is taken for a name.
_SHORTEST = 3


def is_without_case(text: str) -> bool:
    """Tell whether capitals say nothing in a question: it has none behind its first letter, or
    all its letters are.
    """
    letters = text.strip()
    return letters[1:] == letters[1:].lower() or letters == letters.upper()


def with_names(text: str, pages: Iterable[Page]) -> str:
    """Return a question with the names of the reports' actors in capitals, a comma between two.

    Of one all in capitals the rest is in small letters. Words that ask, and those for offices and
    contacts, are no names.
    """
    small = text.lower() if text == text.upper() else text
    words = [(match.start(), folded(match.group())) for match in _WORD.finditer(small)]
    known = lexicon()
    taken = known.passed | known.titles
    runs: set[tuple[int, int]] = set()
    there = {word for _, word in words}
    for actor in (actor for page in pages for actor in page.account.actors):
        for name in (each for each in _names(actor) if there.issuperset(each)):
            runs.update(_found(words, name))
        if actor.kind == "state":
            runs.update(
                (at, at + 1) for at, (_, word) in enumerate(words) if akin(word, actor.name)
            )
    longest = _longest({run for run in runs if not _is_plain(words[slice(*run)], taken)})
    named = {words[at][0] for first, end in longest for at in range(first, end)}
    parted = {words[end][0] for first, end in longest if any(end == other for other, _ in longest)}
    return "".join(
        f", {letter.upper()}" if at in parted else letter.upper() if at in named else letter
        for at, letter in enumerate(small)
    )


def _is_plain(words: list[tuple[int, str]], taken: frozenset[str]) -> bool:
    """Tell whether a word, alone, is none of a name but one that asks, or too short for one."""
    return len(words) == 1 and (words[0][1] in taken or len(words[0][1]) < _SHORTEST)


def _longest(runs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return runs of words, none of which lies in another."""
    return [
        (first, end)
        for first, end in sorted(runs)
        if not any((a, b) != (first, end) and a <= first and end <= b for a, b in runs)
    ]


def _names(actor: Actor) -> Iterator[tuple[str, ...]]:
    """Yield the words of each name that an actor may be called by in a question."""
    if actor.kind == "group":
        return
    for name in (actor.name, *actor.aliases):
        parts = tuple(folded(part) for part in name.split())
        parts = parts[1:] if parts[:1] == ("the",) else parts
        if parts and not (actor.kind == "organisation" and len(parts) == 1 and name.islower()):
            yield parts
        if actor.kind == "person" and len(parts) > 1:
            yield parts[-1:]


def _found(words: list[tuple[int, str]], name: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield from which word of a question to which the words of a name stand in a row."""
    length = len(name)
    for at in range(len(words) - length + 1):
        here = words[at : at + length]
        if all(word == part for (_, word), part in zip(here, name, strict=True)):
            yield at, at + length
