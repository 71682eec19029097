"""What stands before the text: who put the report out, and whom its headline names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from communique.read.who.found import FoundName
from communique.read.who.printed.chunks import Chunker
from communique.read.who.words.lexicon import Lexicon, table, word_class
from communique.read.who.words.words import line_of

_SURE = 4.5
"""How much must speak for a person in a headline, where common words have capitals too."""


def home_of(credits: Sequence[str], chunker: Chunker, lexicon: Lexicon) -> str | None:
    """Return the state of the office that put the report out: "Government of X"."""
    for credit in credits:
        line = line_of(credit)
        official = any(chunk.kind == "office" for chunk in chunker.chunks(line))
        if official or any(word.low in word_class("official_bodies") for word in line.words):
            for at in range(len(line.words)):
                for entry in lexicon.match(line.words, at)[1]:
                    if entry.kind in ("state", "adjective"):
                        return entry.key
    return None


def letterhead(title: str | None) -> tuple[str, ...]:
    """Return a title that is no more than the name of an office: "Office of the President of X"."""
    words = (title or "").removeprefix("The ").split()
    official = bool(words) and words[0].casefold() in word_class("official_bodies")
    small = [word for word in words if not word[0].isupper()]
    alone = official and "of" in small and all(word in _SMALL for word in small)
    return (" ".join(words),) if alone and len(words) <= _LONGEST else ()


#: Words of an office's name that are written small, and how many it has at most.
_SMALL, _LONGEST = frozenset({"of", "the", "and", "for"}), 14


def headline_names(found: Sequence[FoundName]) -> list[FoundName]:
    """Return the names of a headline that are surely persons', with their offices."""
    persons = [name for name in found if name.weights.get("person", 0) >= _SURE]
    for name in persons:
        name.outside = True
        name.titles = [msgspec.structs.replace(title, evidence=None) for title in name.titles]
    return persons


def author_of(title: str, names: Sequence[FoundName]) -> FoundName | None:
    """Return the person of the headline whose words the report is: "Statement by X on Y".

    Nobody if there are several: "Remarks by X and Y".
    """
    said = _authored().search(title)
    if said is None:
        return None
    for number, name in enumerate(names):
        if name.span.start < said.end():
            continue
        if _BREAKS.search(title, said.end(), name.phrase.start):
            return None
        following = names[number + 1].phrase.start if number + 1 < len(names) else len(title)
        between = title[name.span.end : following].split()
        return None if between[:1] in (["and"], ["&"], [","]) else name
    return None


def is_asked(text: str) -> bool:
    """Tell whether the text is of a press conference: questions follow lines that begin with Q."""
    return len(_QUESTION.findall(text)) >= _ASKED


_ASKED = 3  # questions that make a press conference
_QUESTION = re.compile(r"(?m)^[ \t>*]*Q[:.]?[ \t\u2003\xa0*]")
_BREAKS = re.compile(r"[,;:–—]|\b(?:and|on|to|at|after|before|about|with)\b", re.IGNORECASE)


@cache
def _authored() -> re.Pattern[str]:
    words = "|".join(table("grammar")["authored"].split())
    between = rf"(?:(?!{_BREAKS.pattern}).){{0,30}}?"
    return re.compile(rf"\b(?:{words})\b{between}\b(?:by|from|of)\b", re.IGNORECASE)
