"""Names in a language that there are no word lists for: only those that a given name shows.

Elsewhere a run of capitalised words may be anything, a title, a city or the first words of a
quotation; and where nouns have cases, a name in one would be somebody that nobody knows.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from communique.model import Span
from communique.read.who.found import Found, FoundName
from communique.read.who.tongues.inflection import is_given
from communique.read.who.words.words import line_of


def sure_ones(text: str, found: Found) -> Found:
    """Return what was found without epithets and pronouns, and with sure names only.

    A name begins at a given name that is known in any script; words before it are cut off. A
    family name alone is that of a name so found.
    """
    full = [cut for name in found.names if (cut := _from_given(text, name)) is not None]
    families = {_family(name.words) for name in full}
    taken = {name.span.end for name in full}
    short = (_alone(text, n, families) for n in found.names if n.span.end not in taken)
    names = [*full, *(name for name in short if name is not None)]
    names.sort(key=lambda name: name.span)
    return msgspec.structs.replace(found, names=names, epithets=[], pronouns=[], sides=[])


def _family(words: Sequence[str]) -> str:
    return " ".join(words[1:]).casefold()


def _alone(text: str, name: FoundName, families: Set[str]) -> FoundName | None:
    """Return a family name alone with the words that the full name has."""
    words = text[name.span.start : name.span.end].split()
    if name.outside or " ".join(words).casefold() not in families:
        return None
    return msgspec.structs.replace(name, titles=[], weights={"person": 6.0}, words=tuple(words))


def _from_given(text: str, name: FoundName) -> FoundName | None:
    words = [word for word in line_of(text[name.span.start : name.span.end]).words if word.is_word]
    at = next((n for n, word in enumerate(words[:-1]) if is_given(word.text)), None)
    if at is None or name.outside:
        return None
    start = name.span.start + words[at].start
    span = Span(start, name.span.end)
    return msgspec.structs.replace(
        name,
        span=span,
        phrase=span,
        words=tuple(word.text for word in words[at:]),
        titles=[],
        weights={"person": 6.0},
        gender=None,
    )
