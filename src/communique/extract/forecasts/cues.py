"""The words of foresight, from ``data/<language>/forecasts.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.modality import Items, VerbForm

CueKind = Literal[
    "foresee", "likely", "prospect", "going", "will", "may", "could", "would",
    "see", "give", "guess", "surprise", "await", "near",
]  # fmt: skip
_SETTLING = ("words", "failed", "happened", "right", "mistaken")  # one stands in an outcome
_FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "ing", "past")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with which something is foreseen."""

    words: tuple[str, ...]
    kind: CueKind
    form: VerbForm = "base"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by their first word, and the lists of words of a language."""

    by_first: dict[str, tuple[Cue, ...]]
    hint: frozenset[str]
    lists: defaultdict[str, frozenset[str]]
    past: dict[str, str]
    outcome: re.Pattern[str]
    settling: frozenset[str]
    as_before: re.Pattern[str]
    contrary: re.Pattern[str]
    opposites: dict[str, frozenset[str]]

    def at(self, items: Items, index: int) -> Cue | None:
        """Return the cue that stands at ``items[index]``."""
        if items[index].ref is not None:
            return None
        for cue in self.by_first.get(items[index].word, ()):
            if tuple(i.word for i in items[index : index + len(cue.words)]) == cue.words:
                return cue
        return None


def cues_for(lexicon: Lexicon) -> Cues:
    """Return the cues of a language."""
    return _cues(lexicon.language)


@lru_cache(maxsize=16)
def _cues(language: str) -> Cues:
    table = lexicon_for(language).table("forecasts")
    by_first: dict[str, list[Cue]] = {}
    for cue in _all(table):
        by_first.setdefault(cue.words[0], []).append(cue)
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    lists |= {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}
    outcome = table.get("outcome", {})
    settling = ("happened", "happen", "right", "wrong", "came")
    phrased = table.get("phrase_words", ())
    return Cues(
        {w: tuple(sorted(c, key=lambda cue: -len(cue.words))) for w, c in by_first.items()},
        needed([*by_first, *outcome.get("words", ()), *settling, *phrased, "as", "did"]),
        lists,
        _past_forms(table.get("past", {}), lists["outcomes"]),
        _outcome_pattern(outcome),
        needed(word for name in _SETTLING for word in outcome.get(name, ())),
        re.compile(
            rf"\b(?:just\s+|exactly\s+)?as\s+(?P<who>[^,.;:!?]{{1,60}}?)\s+had\s+(?:\w+ly\s+)?"
            rf"(?:{_either(outcome.get('as_before', ()))})\b",
            re.IGNORECASE,
        ),
        _contrary_pattern(outcome),
        {word: frozenset(others) for word, others in table.get("opposites", {}).items()},
    )


def _contrary_pattern(outcome: dict[str, list[str]]) -> re.Pattern[str]:
    """Return a pattern of "contrary to what X had predicted" and "defying X's forecasts"."""
    if not outcome:
        return re.compile("(?!)")
    contrary, foretold = _either(outcome["contrary"]), _either(outcome["as_before"])
    return re.compile(
        rf"\b(?:{contrary})\s+(?:what\s+(?P<who>[^,.;:!?]{{1,60}}?)\s+had\s+(?:{foretold})"
        rf"|(?P<whose>[^,.;:!?]{{0,60}}?)['’]?s?\s*\b(?:{_either(outcome['foresights'])})),",
        re.IGNORECASE,
    )


def _all(table: dict[str, list[str]]) -> Iterator[Cue]:
    for word in table.get("projected", ()):
        yield Cue((word,), "foresee", "past", word)
    verbs: tuple[CueKind, ...] = ("foresee", "see", "give")
    for kind in verbs:
        for line in table.get(kind, ()):
            forms = line.split()
            for form, word in zip(_FORMS, forms, strict=False):
                yield Cue((word,), kind, form, forms[0])
    kinds: tuple[CueKind, ...] = (
        "likely", "prospect", "going", "will", "may", "could", "would",
        "guess", "surprise", "await", "near",
    )  # fmt: skip
    for kind in kinds:
        for words in table.get(kind, ()):
            yield Cue(tuple(words.split()), kind)


def _past_forms(irregular: dict[str, str], verbs: frozenset[str]) -> dict[str, str]:
    """Return verbs by their past: "broke" is of "break", "collapsed" of "collapse"."""
    known = set(irregular.values())
    regular = {verb + ("d" if verb.endswith("e") else "ed"): verb for verb in verbs - known}
    return regular | irregular


def _either(words: Iterable[str]) -> str:
    alternatives = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in alternatives)


def _outcome_pattern(outcome: dict[str, list[str]]) -> re.Pattern[str]:
    """Return a pattern of "the prediction turned out to be correct" and "it did not happen"."""
    if not outcome:
        return re.compile("(?!)")
    words = _either(outcome["words"])
    verdicts = "|".join(f"(?P<{name}>{_either(outcome[name])})" for name in ("wrong", "correct"))
    whole = ("failed", "happened", "right", "mistaken")
    events = "|".join(f"(?P<{name}>{_either(outcome[name])})" for name in whole)
    return re.compile(
        rf"\b(?:(?:{words})\b[^.;!?]{{0,100}}?\b(?:{verdicts})|(?:{events}))\b", re.IGNORECASE
    )
