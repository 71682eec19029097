"""States that no list knows, in languages other than English.

As in English (:mod:`communique.read.who.printed.unlisted`), each kind of construction counts once
for a name, and the sum decides: an office or a body of it ("президент Велории", "Präsident von
Velorien"), a title with a name behind it, an adjective made of it, its long name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.read.who.printed.statehood import statehood
from communique.read.who.tongues.grammar import Meaning, Phrases, Tongue
from communique.read.who.tongues.inflection import is_given, nominative, state_nominative
from communique.read.who.tongues.marks import Mark
from communique.read.who.words.words import Word

_ENOUGH = 2.5
_ROOT = 4  # letters that an adjective shares with its state's name at least
_SHAPES = ("ия", "ія", "ыя", "ien", "ia", "ija", "ja", "land", "ланд", "stan", "стан", "ía", "ие")

Marked = tuple[Sequence[Word], Sequence[Mark]]


def with_unlisted(lines: Iterable[Marked], tongue: Tongue, known: Phrases) -> Phrases:
    """Return the phrases of the language and those for states that the lines make known."""
    scan = _Scan(tongue)
    for words, marks in lines:
        scan.collect(words, marks)
    found = scan.result()
    if not found:
        return known
    wider = known.copy()
    for phrase, meaning in found:
        wider.add(phrase, meaning, capital=meaning.kind == "state")
    return wider.close()


class _Scan:
    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._scores: dict[str, dict[str, float]] = defaultdict(dict)
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._lower: dict[str, set[str]] = defaultdict(set)
        self._adjective = re.compile(_bare(tongue.adjectives)) if tongue.adjectives else None
        self._shapes = tuple(str(tongue.raw.get("state_shapes", "")).split()) or _SHAPES
        self._weights: Mapping[str, float] = statehood().of_office

    def collect(self, words: Sequence[Word], marks: Sequence[Mark]) -> None:
        """Note what a line shows."""
        for word in words:
            if word.is_word and (not word.capital or self._tongue.nouns):
                low = word.low
                if len(low) > _ROOT + 1:
                    self._lower[_bare(low)[:_ROOT]].add(low)
        for at, mark in enumerate(marks):
            if mark.kind == "name":
                self._weigh(words, marks, at)

    def _weigh(self, words: Sequence[Word], marks: Sequence[Mark], at: int) -> None:
        mark = marks[at]
        run = [words[n].text for n in range(mark.first, mark.last)]
        key = self._key(run[0])
        if len(run[0]) < 4 or words[mark.first].low in self._tongue.bodies:
            return
        if len(run) > 1 and is_given(run[0]):
            self._note(self._key(run[-1]), "family", -3)  # of "Ada | Lind"
        before = marks[at - 1] if at else None
        if before is None:
            self._seen(key, run)
            if self._tongue.state_first and at + 1 < len(marks):
                self._before_office(key, marks[at + 1], run)
            return
        self._seen(key, run)
        linked = self._head_before(marks, at)
        if linked is not None and self._tongue.links:
            self._linked(key, linked, run)
        if before.kind == "realm":
            self._note(key, "realm", 3)
        if self._tongue.inflected and before.kind in ("office", "body", "side", "group"):
            self._genitive(key, before, run)
        elif self._tongue.nouns and before.kind in ("office", "body", "side"):
            self._german_genitive(key, before, run)
        if self._tongue.state_first and at + 1 < len(marks):
            self._before_office(key, marks[at + 1], run)
        if before.low in self._tongue.places:
            self._note(key, "place", 0.5)

    def _seen(self, key: str, run: Sequence[str]) -> None:
        self._forms[key].add(run[0])

    def _head_before(self, marks: Sequence[Mark], at: int) -> Mark | None:
        """Return what a link before a name ties it to: "the president | of the …"."""
        n = at - 1
        while n >= 0 and marks[n].kind == "determiner":
            n -= 1
        if n < 0 or marks[n].kind != "link":
            return None
        n -= 1
        while n >= 0 and marks[n].kind in ("adjective", "field", "link", "determiner"):
            n -= 1
        return marks[n] if n >= 0 else None

    def _linked(self, key: str, head: Mark, run: Sequence[str]) -> None:
        if head.kind == "office":
            weight = self._weights.get(head.key, 0)
            named = len(run) == 1 or is_given(run[1])  # "président de Norvie | Jean Dupont"
            if named or weight >= 2:
                self._note(key, f"of {head.key}", max(weight, 1.0) if named else 1.5)
        elif head.kind == "realm":
            self._note(key, "realm", 3)
        elif head.kind in ("body", "side", "group"):
            self._note(key, f"of {head.kind}", 1.5)

    def _genitive(self, key: str, head: Mark, run: Sequence[str]) -> None:
        """Weigh a genitive behind an office: "Президента | Велории Антона Береса"."""
        weight = self._weights.get(head.key, 0.5) if head.kind == "office" else 1.5
        form = run[0].casefold()
        looks = form.endswith(tuple(self._tongue.raw.get("state_genitives", ())))
        name = nominative((run[0], "-"), self._tongue.code, None)[0]
        if is_given(run[0]) or (name != run[0] and not looks):
            self._note(key, "given", -3)
        elif len(run) > 2 and is_given(run[1]):
            self._note(key, f"of {head.key or head.kind}", weight + 1.5 + (1 if looks else 0))
        elif len(run) > 2 or looks:
            self._note(key, f"of {head.key or head.kind}", weight + (1 if looks else 0))
        elif len(run) == 1 and head.kind != "office":
            self._note(key, f"of {head.kind}", weight)

    def _before_office(self, key: str, head: Mark, run: Sequence[str]) -> None:
        """Weigh a name right before an office: "Norvelya | Cumhurbaşkanı"."""
        weight = self._weights.get(head.key, 0.5) if head.kind == "office" else 1.5
        if len(run) > 1 or head.kind not in ("office", "body", "side") or is_given(run[0]):
            return
        looks = run[0].casefold().endswith(tuple(self._tongue.raw.get("state_genitives", ())))
        self._note(key, f"of {head.key or head.kind}", weight + 1 + (1 if looks else 0))

    def _german_genitive(self, key: str, head: Mark, run: Sequence[str]) -> None:
        if run[0].endswith("s") and len(run) == 1:
            self._note(key, f"of {head.key or head.kind}", 1.0)

    def _key(self, form: str) -> str:
        stem = self._tongue.stem(form.casefold()) if self._tongue.inflected else form.casefold()
        if self._tongue.nouns and stem.endswith("s") and stem[:-1] in self._forms:
            return stem[:-1]
        return stem

    def _note(self, key: str, kind: str, weight: float) -> None:
        held = self._scores[key]
        if abs(weight) > abs(held.get(kind, 0)):
            held[kind] = weight

    def result(self) -> list[tuple[str, Meaning]]:
        """Return phrases for the states found, and for their adjectives."""
        found: list[tuple[str, Meaning]] = []
        for key in sorted(self._forms):
            adjectives = self._adjectives_of(key)
            score = sum(self._scores[key].values()) + (2 if adjectives else 0)
            name = state_nominative(self._forms[key], self._tongue)
            score += 0.5 if name.casefold().endswith(self._shapes) else 0
            if score < _ENOUGH:
                continue
            for form in sorted(self._forms[key]):
                found.append((f"{form}=", Meaning("state", name, name)))
            found.append((name, Meaning("state", name, name)))
            if self._tongue.nouns:
                found.append((f"{name}s=", Meaning("state", name, name)))
            found.extend((f"{form}=", Meaning("adjective", name)) for form in adjectives)
        return found

    def _adjectives_of(self, key: str) -> list[str]:
        """Return the adjectives of a name among the words that the report has in lower case."""
        if self._adjective is None or len(key) < _ROOT:
            return []
        root = _bare(key)
        shared = max(_ROOT, len(root) - 3)
        out: list[str] = []
        for word in self._lower.get(root[:_ROOT], ()):
            bare = _bare(word)
            if bare[:shared] != root[:shared]:
                continue
            common = next(
                (n for n, (a, b) in enumerate(zip(bare, root, strict=False)) if a != b),
                min(len(bare), len(root)),
            )
            cuts = range(shared, min(common, len(bare) - 1) + 1)
            if any(self._adjective.fullmatch(bare, cut) for cut in cuts):
                out.append(word)
        return sorted(out)


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
