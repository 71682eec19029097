"""Bylines: who wrote a story, and for which house ("By Ann Lee, Lake Herald Staff Writer").

Who wrote it has no slot in the record; the house is the publisher.
"""

from __future__ import annotations

import re

import msgspec

from communique.acquire.imprint.labels import is_credit, job_at_end, labelled, particles, prefixed
from communique.acquire.imprint.masthead import is_house_name

_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*|and|und|et|y|i|e|и|й|de|da|van|von|der|bin|al|la|le|&|in|of|for)"
    r"(?:\s*,\s*|\s+|$)"
)
#: What parts those who wrote from the house they wrote for.
_PARTING = re.compile(r"\s*,\s*|\s+(?:for|of|with)\s+(?=\S)")
_AND = re.compile(r"\s+(?:and|und|et|y|e|i|и|й|та|і|&)\s+|,\s+")
#: From where they wrote.
_FROM = re.compile(r"\s+(?:in|aus|à|en|в|у)\s+[^\W\d_a-z][\w'’-]+$")
#: No byline is longer, in characters.
_LONGEST = 120
_STOPS = (".", "!", "?", ":", ";")


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """A byline; ``house`` is whom it was written for, where that is said."""

    house: str | None = None


def read_byline(words: str) -> Byline | None:
    """Return what a line says that opens with "By" or ends with what its author does."""
    said = labelled(words) or prefixed(words, ("author",))
    if said is not None and said.slot == "author":
        return _byline(said.value)
    return _byline(words) if job_at_end(words.strip(" *_")) is not None else None


def house_of(words: str) -> str | None:
    """Return the house of "Ann Lee, Lake Herald", a line of names without "By"."""
    names, _, house = words.strip(" *_").rpartition(", ")
    return house if names and is_persons(names) and is_house_name(house) else None


def is_persons(words: str) -> bool:
    """Tell whether the words could be the names of persons ("Ann Lee in Karst and Bo Dahl").

    By form alone: each has two to four words with capitals, none of them an article, an
    abbreviation, or a word that only a house is called by.
    """
    people = _AND.split(words.strip(" *_"))
    return all(_is_person(_FROM.sub("", person)) for person in people)


def _byline(words: str) -> Byline | None:
    names = words.strip(" *_")
    if not 0 < len(names) <= _LONGEST or names.endswith(_STOPS):
        return None
    job = job_at_end(names)
    names = names if job is None else names[:job].rstrip(" ,")
    position = 0
    while position < len(names) and (match := _NAME.match(names, position)):
        position = match.end()
    return Byline(house=_house(names)) if position >= len(names) else None


def _is_person(words: str) -> bool:
    parts = words.split()
    if not 2 <= len(parts) <= 4 or is_house_name(words) or parts[0].casefold() in particles():
        return False
    return all(_is_name(part) for part in (parts[0], parts[-1]))


def _is_name(word: str) -> bool:
    plain = word.translate({ord(sign): None for sign in "-'’."})
    return plain.isalpha() and word[0].isupper() and not (word.isupper() and len(word) < 4)


def _house(words: str) -> str | None:
    pieces = [piece.strip(" *_") for piece in _PARTING.split(words)]
    houses = (piece for piece in reversed(pieces) if is_house_name(piece))
    return next((house for house in houses if not is_credit(house)), None)
