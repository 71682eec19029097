"""The word lists by which questions are understood.

``data/english.toml`` has what English questions are made of, ``data/kindred.toml`` words that mean
alike.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, cast

from communique.ask.words import stem
from communique.model.asking import QuestionKind
from communique.model.claims import ActType, ContactKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What questions in English are made of.

    ``kinds`` are tried in order. ``contact``, ``act`` and ``families`` map a plain form to
    the names of the lists that it stands in, a phrase by its words' forms with spaces; ``phrases``
    map the first word of each to the rest of them; ``loose`` are families of words that only may
    tell of the same; ``plain`` gives the words of families as they
    are written, by their stems; ``broad`` are the families of which only one
    word, the first, means all the others (a tank is a weapon, a weapon is no tank); ``opposites``
    are the families that answer a question whether something of one family was done. ``needed``
    are the patterns that an answer has where a question has the other, ``realised`` those of words
    that tell of a type of act without naming it; ``kinds_of_office`` are
    words of titles that are none by themselves; ``ranks`` are titles that tell no office, ``posts``
    what else somebody may be by calling; ``alike`` are the kinds that one contact may go by,
    ``so`` those by which there was one of a kind.
    """

    kinds: tuple[tuple[QuestionKind, re.Pattern[str]], ...]
    contact: dict[str, tuple[ContactKind, ...]]
    alike: dict[ContactKind, tuple[ContactKind, ...]]
    so: dict[ContactKind, tuple[ContactKind, ...]]
    act: dict[str, tuple[ActType, ...]]
    families: dict[str, tuple[str, ...]]
    loose: dict[str, tuple[str, ...]]
    plain: dict[str, str]
    broad: dict[str, str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    opposites: dict[str, tuple[str, ...]]
    needed: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    realised: dict[str, re.Pattern[str]]
    foreign: frozenset[str]
    english: frozenset[str]
    passed: frozenset[str]
    kept: frozenset[str]
    titles: frozenset[str]
    kinds_of_office: frozenset[str]
    ranks: frozenset[str]
    posts: frozenset[str]
    slots: frozenset[str]
    counting: frozenset[str]
    human: frozenset[str]
    patterns: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    table = _read("english") | _read("kindred")
    kinds = ((each["name"], re.compile(each["pattern"])) for each in table["kind"])
    forms = [words for name, words in table["families"].items() if name.startswith(_FORMS)]
    families, loose = (_with_forms(_turned(table[name]), forms) for name in ("families", "loose"))
    return Lexicon(
        kinds=cast("tuple[tuple[QuestionKind, re.Pattern[str]], ...]", tuple(kinds)),
        contact=cast("dict[str, tuple[ContactKind, ...]]", _turned(table["contact"])),
        alike={kind: tuple(others) for kind, others in table["alike"].items()},
        so={kind: tuple(others) for kind, others in table["so"].items()},
        act=cast("dict[str, tuple[ActType, ...]]", _turned(table["act"])),
        families=families,
        loose=loose,
        plain={
            stem(word): word
            for words in table["families"].values()
            for word in words
            if " " not in word
        },
        broad={name: stem(table["families"][name][0]) for name in table["broad"]["families"]},
        phrases=_phrases(dict.fromkeys((*families, *loose))),
        opposites={name: tuple(others) for name, others in table["opposites"].items()},
        needed=tuple(
            (re.compile(each["asks"]), re.compile(each["tells"], re.IGNORECASE))
            for each in table["needed"]
        ),
        realised={
            act: re.compile(each["told"], re.IGNORECASE)
            for each in table["realised"]
            for act in each["acts"]
        },
        foreign=frozenset(table["foreign"]["words"]),
        english=frozenset(table["foreign"]["but"]),
        passed=frozenset(table["passed"]["words"]),
        kept=frozenset(table["kept"]["words"]),
        titles=frozenset(table["titles"]["words"]),
        kinds_of_office=frozenset(table["titles"]["kinds"]),
        ranks=frozenset(table["titles"]["ranks"]),
        posts=frozenset(table["titles"]["posts"]),
        slots=frozenset(" ".join(map(stem, each.split())) for each in table["slots"]["words"]),
        counting=frozenset(stem(each) for each in table["counting"]["words"]),
        human=frozenset(stem(each) for each in table["human"]["words"]),
        patterns={
            name: re.compile(entry["pattern"], re.IGNORECASE if name != "place" else 0)
            for name, entry in table.items()
            if isinstance(entry, dict) and set(entry) == {"pattern"}
        },
    )


def _read(name: str) -> dict[str, Any]:
    """Return the lists of one file."""
    data = resources.files("communique.ask") / "data" / f"{name}.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def _phrases(families: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return, by the first word of each phrase among words, the words that follow it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for first, *rest in (each.split() for each in families if " " in each):
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


#: How families of the forms of one word are called.
_FORMS = "form_"


def _with_forms(
    found: dict[str, tuple[str, ...]], forms: list[list[str]]
) -> dict[str, tuple[str, ...]]:
    """Return families by their words, with those of a verb for its irregular forms as well.

    The first of the forms of one word is its plain form.
    """
    told = dict(found)
    for plain, *others in ([stem(word) for word in words] for words in forms):
        for each in others:
            own = told.get(each, ())
            told[each] = tuple(dict.fromkeys((*own, *found.get(plain, ()))))
    return {word: names for word, names in told.items() if names}


def _turned(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names of the lists by the stem of each word in them, or the stems of a phrase."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(" ".join(map(stem, each.split())) for each in words):
            found[word] = (*found.get(word, ()), name)
    return found
