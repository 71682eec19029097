"""The words of attribution, from ``data/speech.toml``, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import tomli

from communique.read.speech.streams import Word

Kind = Literal["base", "present", "past", "participle", "finite"]

#: How many words besides its own a cue of several words may hold ("expressed deep concern over").
_GAP = 1
#: The words with which a tag begins, and what they are made of: "a-t-elle ajouté".
_FIRST = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:\s[^\W\d_]+){0,2}")
_PIECE = re.compile(r"[^\W\d_]+")
#: What may stand between a verb and its pronoun, and between a pronoun and its verb.
_LINKS = frozenset(["t", "lui", "se", "si", "m"])


class Cue(msgspec.Struct, frozen=True):
    """A verb form that attributes, and what may follow it.

    ``after`` holds the letters of ``data/speech.toml``; ``rest`` are the words that the cue
    has behind its first; ``kind`` is the form of the first. ``says`` holds for verbs of speech
    and writing, unlike those of thought, stance and perception.
    """

    lemma: str
    after: str
    rest: tuple[str, ...]
    kind: Kind
    ambiguous: bool = False
    says: bool = False


class Lexicon:
    """What is known of one language.

    Args:
        table: The language's table in ``data/speech.toml``.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.pattern: str = table.get("pattern", "svo")
        self.drops_subjects: bool = table.get("drops_subjects", False)
        self.apposed: bool = table.get("apposed", False)
        self.elided = _elided(table.get("elided", ""))
        self.tag = re.compile(table["tag"]) if "tag" in table else None
        self.conjunctions = frozenset(table.get("conjunctions", "").split())
        words = {name: frozenset(value.split()) for name, value in table.get("words", {}).items()}
        self._words = words
        self._ambiguous = frozenset(table.get("ambiguous", {}).get("words", "").split())
        self._irregular: dict[str, list[str]] = {
            lemma: forms.split() for lemma, forms in table.get("irregular", {}).items()
        }
        self.english = "irregular" in table
        self.cues: dict[str, list[Cue]] = {}
        for group in table.get("verbs", ()):
            for lemma in group["words"].split():
                self._add(lemma, group["after"])
        self.nouns: dict[str, list[tuple[str, ...]]] = {}
        for group in table.get("nouns", ()):
            for noun in group["words"].split():
                first, *rest = noun.split("_")
                rest = rest or ["that"] * (group["after"] == "t")
                for form in (first, first + "s") if group["after"] == "t" else (first,):
                    self.nouns.setdefault(form, []).append(tuple(rest))
        for cues in self.cues.values():
            cues.sort(key=lambda cue: -len(cue.rest))
        self.nominal_openers = frozenset(
            {phrase.split("_")[0] for phrase in self.words("according")} | self.words("owners")
        )
        self.ending = _ending(self.cues) if self.pattern == "run" else None
        self.verbs = self.words("verbs") | self.words("auxiliaries") | self._plain_verbs()

    def words(self, name: str) -> frozenset[str]:
        """Return the list ``name`` of the language; empty where it has none."""
        return self._words.get(name, frozenset())

    def _add(self, lemma: str, after: str) -> None:
        first, *rest = lemma.split("_")
        lemma = next(iter(expanded(lemma)))
        says = "q" in after and bool({"e", "a"} & set(after))
        for form, kind in self._forms(first):
            known = self.cues.setdefault(form, [])
            for place, cue in enumerate(known):
                if cue.rest == tuple(rest):
                    joined = "".join(sorted(set(cue.after + after)))
                    kind = "past" if "past" in (kind, cue.kind) else cue.kind
                    known[place] = msgspec.structs.replace(
                        cue, after=joined, kind=kind, says=cue.says or says
                    )
                    break
            else:
                ambiguous = not rest and first in self._ambiguous and kind in ("base", "present")
                known.append(Cue(lemma, after, tuple(rest), kind, ambiguous, says))

    def _forms(self, lemma: str) -> Iterator[tuple[str, Kind]]:
        if not self.english:
            yield from ((form, "finite") for form in expanded(lemma))
            return
        yield lemma, "base"
        forms = self._irregular.get(lemma) or list(regular_forms(lemma))
        for place, form in enumerate(forms):
            if form.endswith("ing") and len(form) > 4:
                yield form, "participle"
            else:
                yield form, "present" if place == 0 else "past"

    def _plain_verbs(self) -> frozenset[str]:
        """Return the forms that can hardly be anything but a finite verb."""
        return frozenset(
            form
            for form, cues in self.cues.items()
            if any(c.kind in ("past", "present", "finite") and not c.ambiguous for c in cues)
        )

    def cue_at(self, words: Sequence[Word], at: int) -> tuple[Cue, int] | None:
        """Return the longest cue whose first word is ``words[at]``, and where it ends."""
        for cue in self.cues.get(words[at].low, ()):
            end = self._matched(words, at + 1, cue)
            if end is not None:
                return cue, end
        return None

    def says_at(self, text: str, offset: int) -> bool:
        """Tell whether a tag can begin at ``offset``: "сказал посол", "a-t-elle ajouté".

        Its first word is a verb of saying; an auxiliary and a pronoun may come before. English
        tags do not begin inside the marks.
        """
        words = None if self.english else _FIRST.match(text, offset)
        if words is None or words[0][0].isupper():
            return False
        for word in _PIECE.findall(words[0].lower()):
            if any("q" in cue.after for cue in self.cues.get(word, ())):
                return True
            if word not in _LINKS and word not in self.words("auxiliaries") | self.words(
                "subjects"
            ):
                return False
        return False

    def _matched(self, words: Sequence[Word], at: int, cue: Cue) -> int | None:
        gap = _GAP
        for wanted in cue.rest:
            while at < len(words) and words[at].low != wanted:
                if gap == 0 or not words[at].raw[0].isalpha() or words[at].raw[0].isupper():
                    return None
                gap, at = gap - 1, at + 1
            if at == len(words):
                return None
            at += 1
        return at


def _elided(heads: str) -> re.Pattern[str] | None:
    """Return what finds words that are written in one with the next: "l'", "dell'"."""
    each = "|".join(map(re.escape, heads.split()))
    return re.compile(rf"(?:{each})['’](?=\w)", re.IGNORECASE) if each else None


def _ending(cues: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a cue at the end of a run of characters that no spaces part."""
    longest_first = sorted(cues, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, longest_first)) + ")$")


def regular_forms(lemma: str) -> tuple[str, str, str]:
    """Return an English verb's regular third person, past and participle."""
    if re.search(r"(?:[sxz]|ch|sh|o)$", lemma):
        third = lemma + "es"
    elif re.search(r"[^aeiou]y$", lemma):
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        return third, lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    if re.search(r"[^aeiou]y$", lemma):
        return third, lemma[:-1] + "ied", lemma + "ing"
    return third, lemma + "ed", lemma + "ing"


def expanded(pattern: str) -> Iterable[str]:
    """Expand braces: ``"за{л,ла}"`` gives ``"зал"`` and ``"зала"``."""
    found = re.search(r"\{([^{}]*)\}", pattern)
    if found is None:
        return (pattern,)
    head, tail = pattern[: found.start()], pattern[found.end() :]
    return [full for part in found[1].split(",") for full in expanded(head + part + tail)]


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return what is known of ``language`` (a BCP 47 tag), where that is nothing no words at all.

    English where no language is told.
    """
    code = (language or "en").lower().replace("_", "-").split("-")[0]
    return Lexicon(_tables().get(code, {}))


@cache
def everywhere(name: str) -> frozenset[str]:
    """Return the list ``name`` of words that count in a report of any language."""
    return frozenset(_tables()["any"]["words"][name].split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the pattern ``name`` that counts in a report of any language, case left aside."""
    parts: list[str] = _tables()["any"]["patterns"][name]
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _tables() -> dict[str, Any]:
    source = files("communique.read.data").joinpath("speech.toml")
    return tomli.loads(source.read_text("utf-8"))
