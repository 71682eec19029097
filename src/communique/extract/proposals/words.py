"""The words of staged plans, from ``data/<language>/proposals.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.lazily import lazily
from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.phrases import either
from communique.extract.view import View

_NOTHING = re.compile("(?!)")
_ITEM = r"(?:^|(?<=\s))\(?(?P<number>\d{1,2})[.)]\s+(?=\S)"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of a language. Markers name their rank: ``r1`` … ``r5``, ``next``, ``last``.

    ``idioms`` are the regular expressions that are more than a list of words; ``needs`` says of
    a pattern, by its name, words of which one stands wherever it matches, ``needs_also`` others
    of which one stands there as well.
    """

    marker: re.Pattern[str]
    item: re.Pattern[str]
    plan: re.Pattern[str]
    title: re.Pattern[str]
    propose: re.Pattern[str]
    due: re.Pattern[str]
    must: re.Pattern[str]
    past: re.Pattern[str]
    other: re.Pattern[str]
    reversed: re.Pattern[str]
    talk: re.Pattern[str]
    rules: re.Pattern[str]
    wanting: re.Pattern[str]
    parts: re.Pattern[str]
    stages: re.Pattern[str]
    demand: re.Pattern[str]
    duty: re.Pattern[str]
    contents: re.Pattern[str]
    later: re.Pattern[str]
    urging: re.Pattern[str]
    followed: re.Pattern[str]
    accept: re.Pattern[str]
    decline: re.Pattern[str]
    programme: re.Pattern[str]
    dread: re.Pattern[str]
    tender: re.Pattern[str]
    affairs: re.Pattern[str]
    dealings: re.Pattern[str]
    skip: re.Pattern[str]
    straight: re.Pattern[str]
    counted: re.Pattern[str]
    ordered: re.Pattern[str]
    points: re.Pattern[str]
    firm: re.Pattern[str]
    holding: re.Pattern[str]
    opens: frozenset[str]
    no_step: frozenset[str]
    no_end: frozenset[str]
    wishing: frozenset[str]
    whose: frozenset[str]
    loose: tuple[str, ...]
    idioms: defaultdict[str, re.Pattern[str]]
    needs: defaultdict[str, frozenset[str]]
    needs_also: dict[str, frozenset[str]]

    def sentences(self, name: str, view: View) -> set[int]:
        """Return the sentences in which the words stand that the pattern ``name`` needs."""
        found = set(view.sentences_with(self.needs[name]))
        also = self.needs_also.get(name)
        return {one for one in found if view.has_any(one, also)} if also else found

    def says(self, name: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether the idiom ``name`` stands in ``text[start:end]``."""
        last = len(text) if end is None else end
        return self.idioms[name].search(text, start, last) is not None


def words_for(lexicon: Lexicon) -> Words:
    """Return the patterns of a language."""
    return _words(lexicon.language)


@lru_cache(maxsize=16)
def _words(language: str) -> Words:
    table = lexicon_for(language).table("proposals")

    def pattern(name: str) -> re.Pattern[str]:
        return _pattern(table.get(name, ()))

    return Words(
        marker=_marker(table),
        item=re.compile(_ITEM),
        plan=pattern("plan"),
        title=pattern("title"),
        propose=pattern("propose"),
        due=pattern("due"),
        must=pattern("must"),
        past=pattern("past"),
        other=pattern("other_order"),
        reversed=pattern("reversed"),
        talk=pattern("talk"),
        rules=pattern("rules"),
        wanting=pattern("wanting"),
        parts=pattern("parts"),
        stages=pattern("stages"),
        demand=pattern("demand"),
        duty=pattern("duty"),
        contents=pattern("contents"),
        later=pattern("later"),
        urging=pattern("urging"),
        followed=pattern("followed"),
        accept=pattern("accept"),
        decline=pattern("decline"),
        programme=pattern("programme"),
        dread=pattern("dread"),
        tender=pattern("tender"),
        affairs=_stems(table.get("affairs", ())),
        dealings=_stems(table.get("dealings", ())),
        skip=pattern("skip"),
        straight=pattern("straight"),
        counted=pattern("counted"),
        ordered=pattern("ordered"),
        points=pattern("points"),
        firm=pattern("firm"),
        holding=pattern("holding"),
        opens=frozenset(table.get("opens", ())),
        no_step=frozenset(table.get("no_step", ())),
        no_end=frozenset(table.get("no_end", ())),
        wishing=frozenset(table.get("wishing", ())),
        whose=frozenset(table.get("whose", ())),
        loose=tuple(table.get("loose", ())),
        idioms=_idioms(table.get("idioms", {})),
        needs=_needs(table),
        needs_also={name: frozenset(each) for name, each in table.get("needs_also", {}).items()},
    )


def _needs(table: dict[str, Any]) -> defaultdict[str, frozenset[str]]:
    """Return the words that patterns need; a pattern that a language lacks needs none."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    found |= {name: frozenset(words) for name, words in table.get("needs", {}).items()}
    found |= {name: needed(table.get(name, ())) for name in ("title", "skip")}
    ranked = [word for words in table.get("ranks", ()) for word in words]
    return found | {"marker": needed([*ranked, *table.get("next", ()), *table.get("last", ())])}


def _idioms(table: dict[str, str]) -> defaultdict[str, re.Pattern[str]]:
    """Return the regular expressions by name; one that a language lacks matches nothing."""
    found: defaultdict[str, re.Pattern[str]] = defaultdict(lambda: _NOTHING)
    return found | {name: lazily(source) for name, source in table.items()}


def _marker(table: dict[str, list[list[str]]]) -> re.Pattern[str]:
    ranks = table.get("ranks", [])
    named = [(f"r{n}", words) for n, words in enumerate(ranks, start=1)]
    named += [("next", table.get("next", [])), ("last", table.get("last", []))]  # type: ignore[list-item]
    groups = [f"(?P<{name}>{either(words)})" for name, words in named if words]
    if not groups:
        return _NOTHING
    return lazily(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    source = either(words)
    return lazily(rf"(?<!\w)(?:{source})(?!\w)") if source else _NOTHING


def _stems(words: Iterable[str]) -> re.Pattern[str]:
    """Return what matches words; one that ends with a star also with other endings."""
    ways = [either([w.rstrip("*")]) + (r"\w*" if w.endswith("*") else "") for w in words]
    return lazily(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)") if ways else _NOTHING
