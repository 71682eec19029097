"""Who holds an office now: no head of state of long ago, and whoever a transcript's lines give.

"The President" of a ceremony for a dead one is the one who speaks there. Of long ago is whom the
report names with years long before the latest that it tells, or whose birth, death or tomb it
tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from communique.model import Span
from communique.read.who.found import FoundEpithet
from communique.read.who.persons.holders import Stage
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import word_class
from communique.read.who.words.ranks import TOP

_LONG = 25
"""Years between whom a report tells of and its latest year, if he is of long ago."""
_MOSTLY = 2
"""In one of so many of his sentences at least, years must stand beside him."""
_AROUND = 160
"""Characters before and behind a name in which its sentence's years are looked for."""
_YEAR = re.compile(r"(?<![\d,.$£€-])(1[5-9]\d\d|20\d\d)(?![\d,%]|\.\d)")
_SENTENCE = re.compile(r"[.!?][\"”’')\]]?\s|\n")
_LABEL = re.compile(r"(?:^|\n)[ \t>*_]*\Z")


def holding_now(
    text: str, fitting: Sequence[Person], epithet: FoundEpithet, stage: Stage
) -> list[Person]:
    """Return who of the holders of an office may be meant by it where no state is told with it.

    In a transcript, "THE PRESIDENT:" is the only one of its headline.
    """
    if _is_label(text, epithet.span):
        speaking = [person for person in fitting if person.headlines]
        if len(speaking) == 1:
            return speaking
    if epithet.title.office not in TOP or epithet.title.past:
        return list(fitting)
    present = [person for person in fitting if not is_bygone(text, person)]
    if present or epithet.title.name[:1].isupper():
        return present
    lasts = ((person, stage.last(person, epithet.span.start)) for person in fitting)
    return [person for person, last in lasts if last and epithet.line - last[1] <= 1]


def _is_label(text: str, span: Span) -> bool:
    """Tell whether words stand before a colon at the beginning of a line."""
    ends = text[span.end : span.end + 3].lstrip("*_ ").startswith(":")
    return ends and bool(_LABEL.search(text, max(0, span.start - 12), span.start))


def is_bygone(text: str, person: Person) -> bool:
    """Tell whether somebody who is named in the text only is told to be of long ago."""
    if person.headlines or not person.names:
        return False
    if any(
        _of_the_dead().search(text, max(0, n.phrase.start - 40), n.phrase.start)
        for n in person.names
    ):
        return True
    told = [years for name in person.names if (years := _years_beside(text, name.span))]
    mostly = bool(told) and len(told) * _MOSTLY >= len(person.names)  # "As in 1956, Ruiz said …"
    return mostly and all(_latest(text) - max(years) >= _LONG for years in told)


def _years_beside(text: str, span: Span) -> list[int]:
    """Return the years in the sentence of a name."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    begins = [found.end() for found in _SENTENCE.finditer(before)]
    ends = _SENTENCE.search(after)
    near = before[begins[-1] if begins else 0 :] + " " + after[: ends.start() if ends else None]
    return [int(year) for year in _YEAR.findall(near)]


@cache
def _of_the_dead() -> re.Pattern[str]:
    words = "|".join(sorted(word_class("of_the_dead")))
    between = r"(?:the\s|late\s|former\s|our\s|first\s)*"
    return re.compile(rf"\b(?:{words})\s+of\s+{between}\Z", re.IGNORECASE)


@lru_cache(maxsize=4)
def _latest(text: str) -> int:
    """Return the latest year that a text tells."""
    return max((int(year) for year in _YEAR.findall(text)), default=0)
