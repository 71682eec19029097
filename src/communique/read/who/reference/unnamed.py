"""People without a name or an office ("a woman", "my best friend"), whom pronouns may mean.

They become no actors. They are there lest "she" goes to the woman who happened to be named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from communique.model import Span
from communique.read.layers import Mention
from communique.read.who.words.lexicon import word_class


class Unnamed(msgspec.Struct, frozen=True):
    """Somebody without a name; equal keys are taken for one."""

    span: Span
    key: str
    gender: Literal["m", "f"] | None = None


def unnamed(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Unnamed]:
    """Yield the people without a name that sentences speak of, apart from ``mentions``."""
    starts = [mention.phrase.start for mention in mentions]
    ends = [mention.phrase.end for mention in mentions]
    for sentence in sentences:
        for found in _nouns().finditer(text, sentence.start, sentence.end):
            last = bisect_right(starts, found.start("noun")) - 1
            if last >= 0 and found.start("noun") < ends[last]:
                continue
            noun = found["noun"].casefold()
            new = found["determiner"].casefold() in ("a", "an", "another", "one")
            key = f"?{noun}{found.start() if new else ''}"
            yield Unnamed(Span(*found.span("noun")), key, _genders().get(noun))


@cache
def _genders() -> dict[str, Literal["m", "f"]]:
    men: dict[str, Literal["m", "f"]] = dict.fromkeys(word_class("some_man"), "m")
    return men | dict.fromkeys(word_class("some_woman"), "f")


@cache
def _nouns() -> re.Pattern[str]:
    nouns = sorted((*_genders(), *word_class("somebody")), key=lambda word: (-len(word), word))
    return re.compile(
        r"\b(?P<determiner>a|an|the|my|your|his|her|their|our|this|that|another|one|every)\s+"
        rf"(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{'|'.join(map(re.escape, nouns))})\b"
        r"(?!['’]?s?\s+(?:of\s+the\s+year|care|health|rights))",
        re.IGNORECASE,
    )
