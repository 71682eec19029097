"""The cues of positions, from ``data/<language>/positions.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.extract.lexicon import Lexicon, needed
from communique.extract.modality import Items, VerbForm
from communique.model.claims import Polarity

CueKind = Literal[
    "verb", "predicate", "ready", "noun", "prescribe", "impersonal", "evaluate", "refuse",
    "verdict", "effect", "only", "terms", "limit", "kept", "deed", "aim",
    "named", "role", "cleft", "received",
]  # fmt: skip
_FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "ing", "past")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with which somebody takes a stand, and what has to follow them.

    A verb that is ``own`` is one of wishing, which takes a stand only where an issue is named;
    one that is ``first`` takes a stand only of "I" and "we"; a ``weak`` one may tell of
    something else ("walked away from the desk") and also wants an issue. ``only`` are the
    polarities with which a verb takes a stand, all of them where it is empty: nobody "minds" a
    thing as one who is for it. A ``spoken`` verb has a pronoun or an auxiliary before it ("we
    like", "does not like"), since the word has other uses. One that is ``judged`` is the stand
    of whoever tells it of the subject ("she did the right thing"); one with ``adverbs`` wants one
    of them before it.
    """

    words: tuple[str, ...]
    kind: CueKind
    polarity: Polarity
    takes: tuple[tuple[str, ...], ...] = ()
    form: VerbForm = "base"
    own: bool = False
    first: bool = False
    weak: bool = False
    name: str = ""
    only: tuple[str, ...] = ()
    spoken: bool = False
    judged: bool = False
    other: bool = False
    adverbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by their first word, the longest first; and the lists of words."""

    by_first: dict[str, _Beginning]
    hint: frozenset[str]
    lists: defaultdict[str, frozenset[str]]

    def at(self, items: Items, index: int) -> Sequence[Cue]:
        """Return the cues that stand at ``items[index]``, the longest first."""
        found = self.by_first.get(items[index].word)
        if found is None:
            return ()
        if index + 1 == len(items):
            return found.alone if items[index].ref is None else ()
        longer = found.by_second.get(items[index + 1].word, ())
        standing = [cue for cue in longer if _stands(items, index, cue.words)]
        if items[index].ref is not None:
            # "Lutha's opposition to the dam" may be taken for a party of that name.
            alone = (cue for cue in found.alone if cue.kind == "received")
            return [*(cue for cue in standing if cue.kind == "noun"), *alone]
        return (*standing, *found.alone)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The cues that begin with one word: those of one word, and the longer by their second."""

    alone: tuple[Cue, ...]
    by_second: dict[str, tuple[Cue, ...]]


def _stands(items: Items, index: int, words: tuple[str, ...]) -> bool:
    return tuple(i.word for i in items[index : index + len(words)]) == words


def _beginning(cues: Iterable[Cue]) -> _Beginning:
    by_length = sorted(cues, key=lambda cue: -len(cue.words))
    by_second: dict[str, tuple[Cue, ...]] = {}
    for cue in by_length:
        if len(cue.words) > 1:
            by_second[cue.words[1]] = (*by_second.get(cue.words[1], ()), cue)
    return _Beginning(tuple(cue for cue in by_length if len(cue.words) == 1), by_second)


def cues_for(lexicon: Lexicon) -> Cues:
    """Return the cues of a language."""
    return _cues(lexicon.language)


@lru_cache(maxsize=16)
def _cues(language: str) -> Cues:
    from communique.extract.lexicon import lexicon_for

    table = lexicon_for(language).table("positions")
    found = [*_verbs(table.get("verb", ())), *_phrases(table)]
    by_first: dict[str, list[Cue]] = {}
    for cue in found:
        by_first.setdefault(cue.words[0], []).append(cue)
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for section, content in table.items():
        if isinstance(content, dict):
            lists |= {f"{section}.{name}": frozenset(words) for name, words in content.items()}
    beginnings = {word: _beginning(cues) for word, cues in by_first.items()}
    return Cues(beginnings, needed(" ".join(cue.words) for cue in found), lists)


def _verbs(groups: Iterable[dict[str, object]]) -> Iterable[Cue]:
    for group in groups:
        takes = tuple(tuple(str(one).split()) for one in _list(group["takes"]))
        for line in _list(group["forms"]):
            forms = line.split()
            for form, words in zip(_FORMS, forms, strict=False):
                yield Cue(
                    tuple(words.split("_")),
                    "verb",
                    group["polarity"],  # type: ignore[arg-type]
                    takes,
                    form,
                    bool(group.get("own")),
                    bool(group.get("first")),
                    bool(group.get("weak")),
                    forms[0].replace("_", " "),
                    tuple(_list(group.get("only"))),
                    bool(group.get("spoken")),
                    bool(group.get("judged")),
                    bool(group.get("other")),
                    tuple(_list(group.get("adverbs"))),
                )


def _phrases(table: dict[str, dict[str, list[str]]]) -> Iterable[Cue]:
    sources: list[tuple[str, str, CueKind, Polarity]] = [
        ("predicates", "for", "predicate", "for"),
        ("predicates", "ready", "ready", "for"),
        ("predicates", "against", "predicate", "against"),
        ("predicates", "neutral", "predicate", "neutral"),
        ("nouns", "for", "noun", "for"),
        ("nouns", "against", "noun", "against"),
        ("prescribe", "modals", "prescribe", "for"),
        ("prescribe", "modals_told", "prescribe", "for"),
        ("prescribe", "told_for", "impersonal", "for"),
        ("prescribe", "told_against", "impersonal", "against"),
        ("prescribe", "impersonal_deed", "deed", "for"),
        ("prescribe", "impersonal_terms", "impersonal", "against"),
        ("prescribe", "impersonal_for", "impersonal", "for"),
        ("prescribe", "impersonal_against", "impersonal", "against"),
        ("refuse", "deny", "refuse", "against"),
        ("refuse", "deny_now", "refuse", "against"),
        ("evaluate", "for", "evaluate", "for"),
        ("evaluate", "against", "evaluate", "against"),
        ("evaluate", "always_against", "evaluate", "against"),
        ("evaluate", "called", "evaluate", "against"),
        ("evaluate", "things_for", "evaluate", "for"),
        ("evaluate", "things_against", "evaluate", "against"),
        ("verdicts", "for", "verdict", "for"),
        ("verdicts", "against", "verdict", "against"),
        ("verdicts", "fail", "effect", "against"),
        ("verdicts", "first", "effect", "for"),
        ("terms", "limits", "limit", "conditional"),
        ("roles", "for", "role", "for"),
        ("roles", "against", "role", "against"),
        ("roles", "alone_for", "role", "for"),
        ("roles", "alone_against", "role", "against"),
        ("verdicts", "only", "only", "for"),
        ("verdicts", "terms", "terms", "conditional"),
        ("verdicts", "kept", "kept", "against"),
        ("aims", "nouns", "aim", "for"),
        ("clefts", "for", "cleft", "for"),
        ("clefts", "against", "cleft", "against"),
        ("receiving", "for", "received", "for"),
        ("receiving", "against", "received", "against"),
        ("named", "for", "named", "for"),
        ("named", "against", "named", "against"),
    ]
    for section, name, kind, polarity in sources:
        for phrase in table.get(section, {}).get(name, ()):
            yield Cue(tuple(phrase.split()), kind, polarity, name=phrase)
            if kind in ("impersonal", "deed") and (short := _contracted(phrase)) != phrase:
                yield Cue(tuple(short.split()), kind, polarity, name=phrase)


def _contracted(phrase: str) -> str:
    """Return how a phrase is spoken: "it's wrong" for "it is wrong"."""
    first, _, rest = phrase.partition(" is ")
    return f"{first}'s {rest}" if first in ("it", "there", "what", "that") else phrase


def _list(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else []
