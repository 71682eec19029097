"""Names of months and weekdays in many languages (``calendar.toml``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import tomli

Numbers = dict[str, int]


def month_of(word: str, language: str | None = None) -> int | None:
    """Return the month (1 to 12) that ``word`` names, or ``None``.

    A name that two languages give to different months (*listopada* is October in Zagreb and
    November in Warsaw) counts only where ``language`` (a BCP 47 tag) says which it is.
    """
    return _number("months", 1, word, language)


def weekday_of(word: str, language: str | None = None) -> int | None:
    """Return the weekday (0 is Monday) that ``word`` names, or ``None``."""
    return _number("weekdays", 0, word, language)


def _number(table: str, first: int, word: str, language: str | None) -> int | None:
    own, shared = _tables(table, first)
    name = word.casefold().rstrip(".")
    if language and name in (spoken := own.get(language[:2].lower(), {})):
        return spoken[name]
    return shared.get(name)


@cache
def _tables(table: str, first: int) -> tuple[dict[str, Numbers], Numbers]:
    source = files(__package__).joinpath("calendar.toml").read_text(encoding="utf-8")
    own: dict[str, Numbers] = {}
    shared: Numbers = {}
    clashes: set[str] = set()
    for language, names in tomli.loads(source)[table].items():
        own[language] = {
            form.casefold(): number
            for number, forms in enumerate(names, first)
            for form in forms.split()
        }
        clashes |= {
            name for name, number in own[language].items() if shared.get(name, number) != number
        }
        shared |= own[language]
    return own, {name: number for name, number in shared.items() if name not in clashes}
