"""Mastheads: the name of who puts a text out, printed without a label above it.

"Ministry of Foreign Affairs of Karst" and "The Oberhaven Courier, 16 March 2031" name a house by
their form alone: a few words, capitals on all but the smallest, one of them a word that houses
bear in their names (``labels.toml``).
"""

from __future__ import annotations

import re

from communique.acquire.dating.printed import PrintedDate, date_at
from communique.acquire.imprint.labels import is_genre, is_house, is_office, particles
from communique.model import Span

#: A name of a house is no longer, in words; that of an office may be.
_HOUSE_WORDS = 6
_OFFICE_WORDS = 14
_STOPS = ".!?:;…"
#: What stands before the date in a title, and what begins its own words behind one.
_BEFORE_DATE = re.compile(r",|(?<=\s)\(")
_OWN_WORDS = re.compile(r"\.\s+[^\W\d_]")
#: "Press release of the ", before who put it out.
_GENRE_OF = re.compile(r"[*_]?(?P<genre>\w[\w -]{4,30}?)\s(?:of|by|from)\s(?:the\s)?(?=\w)")
_BEHIND = re.compile(r"(?P<title>.{12,}?)\s+[-–—|]\s+(?P<house>[^-–—|]{3,40})")


def is_masthead(words: str) -> bool:
    """Tell whether the words are the name of an office or a house of news and nothing else."""
    return is_office_name(words) or is_house_name(words)


def is_office_name(words: str) -> bool:
    """Tell whether the words name an office ("Embassy of Karst in Ferrow").

    Where letters are not Latin, only the first word of an office's name need have a capital.
    """
    if not is_office(words):
        return False
    opening = words.strip(" *_#").partition(" ")[0]
    plain = not opening.isascii() and is_office(opening) and words.strip()[-1] not in _STOPS
    return is_name(words, _OFFICE_WORDS) or (plain and len(words.split()) <= _OFFICE_WORDS)


def is_house_name(words: str) -> bool:
    """Tell whether the words name a paper, an agency, a station ("Oberhaven Courier")."""
    return is_house(words) and is_name(words, _HOUSE_WORDS)


def is_short_name(words: str) -> bool:
    """Tell whether the words could be any house's name: few, and all with capitals."""
    return is_name(words, 4)


def dated_masthead(text: str, span: Span, language: str | None) -> tuple[str, PrintedDate] | None:
    """Return the name and the date of a line such as "The Oberhaven Courier, 16 March 2031"."""
    words = span.of(text)
    comma = words.find(",")
    while comma > 0:
        name = _without_genre(words[:comma].strip(" *_"))
        if not is_masthead(name):
            return None
        date = _ending_date(text, span.start + comma + 1, span.end, language)
        if date is not None:
            return name, date
        comma = words.find(",", comma + 1)
    return None


def dated_genre(text: str, span: Span, language: str | None) -> tuple[str, PrintedDate] | None:
    """Return the name and the date of "Press release of the Ministry of Roads, 16 March 2031"."""
    opening = _GENRE_OF.match(text, span.start, span.end)
    if opening is None or not is_genre(opening["genre"]):
        return None
    return dated_masthead(text, Span(opening.end(), span.end), language)


def _without_genre(name: str) -> str:
    """Return the name of a house without the kind of text that stands behind it."""
    house, _, genre = name.rpartition(",")
    return house if house and is_genre(genre) else name


def date_behind(text: str, title: Span, language: str | None) -> PrintedDate | None:
    """Return the date that a title ends in, or that ends what stands before its own words.

    "Briefing by the spokesperson, Lunn, 15 March 2031", "Interview (15 March 2031)", "Radio
    Oberhaven, 15 March 2031. Interview with Ada Lunn".
    """
    for mark in _BEFORE_DATE.finditer(text, title.start, title.end):
        words = _OWN_WORDS.search(text, mark.end(), title.end)
        for end in (title.end, *((words.start(),) if words else ())):
            date = _ending_date(text, mark.end(), end, language)
            if date is not None:
                return date
    return None


def _ending_date(text: str, at: int, end: int, language: str | None) -> PrintedDate | None:
    """Return the date that is all there is between a mark and an end."""
    while at < end and text[at] in " \t*_(":
        at += 1
    date = date_at(text, at, end, language=language)
    return date if date is not None and not text[date.span.end : end].strip(" .)*_") else None


def house_behind(title: str) -> tuple[str, str | None]:
    """Part "Ferry line reopens - Oberhaven Courier" into the title and the house."""
    found = _BEHIND.fullmatch(title)
    if found is None or not is_house_name(found["house"]):
        return title, None
    return found["title"], found["house"]


def is_name(words: str, most: int = _OFFICE_WORDS) -> bool:
    """Tell whether the words have capitals, all but the smallest, and are no more than ``most``."""
    bare = words.strip(" *_#")
    parts = bare.replace("’", "'").split()
    if not 0 < len(parts) <= most or bare[-1] in _STOPS or bare[0].islower():
        return False
    return all(part in particles() or not part[0].islower() for part in parts)
