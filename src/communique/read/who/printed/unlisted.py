"""States that no list knows: invented, renamed, breakaway, or spelt in a local way.

A report shows by its constructions that a name is a state's: somebody is its prime minister,
it has an embassy, an adjective is made of it ("Tarvenia", "the Tarvenian side"). Each kind of
construction counts once for a name; the sum decides. Offices that parties and companies have
too ("president of") count less than those of states alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from communique.read.who.printed.statehood import Key, Run, courtesies, is_no_state, statehood
from communique.read.who.words.derived import (
    adjective_base,
    by_beginning,
    case_key,
    derived_forms,
    looks_derived,
    nominative,
)
from communique.read.who.words.lexicon import Entry, Lexicon, Names, table, word_class
from communique.read.who.words.words import POSSESSIVES, Line, Word, line_of

_ENOUGH = 2.5
"""The evidence from which on a name is a state's."""
_WEAK = frozenset(("its", "place", "adjective", "pair", "visit", "sends"))
"""Constructions that never suffice: cities and companies stand in them as well."""
_DOUBTFUL = 1.0  # the evidence from which on a name is no longer taken for a person's


class Unlisted(msgspec.Struct, frozen=True):
    """Phrases for the states that a report makes known, and words that may be such."""

    phrases: tuple[tuple[str, Entry], ...] = ()
    doubtful: frozenset[str] = frozenset()


def unlisted_states(
    lines: Iterable[Line],
    known: Lexicon,
    names: Names,
    language: str | None,
    credits: Sequence[str] = (),
    title: str | None = None,
) -> Unlisted:
    """Return the states that lines, credits ("Government of X") and title make known."""
    scan = _Scan(known, names, (language or "en").split("-")[0].casefold())
    for line in lines:
        scan.collect(line)
    for outside in (*credits, *((title,) if title and title.strip() else ())):
        scan.collect(line_of(outside))
    return scan.result()


class _Scan:
    def __init__(self, known: Lexicon, names: Names, tongue: str) -> None:
        self._known = known
        self._names = names
        self._tongue = tongue
        self._inflected = tongue in table("statehood")["stems"]
        self._verbs = frozenset(table("names")["verbs"].split())
        self._stems = tuple(statehood().stems.get(tongue, ()))
        self._runs: list[Run] = []
        self._exact: Counter[Key] = Counter()
        self._scores: dict[Key, dict[str, float]] = defaultdict(dict)
        self._printed: dict[str, str] = {}
        self._pairs: list[tuple[Key, Key | None]] = []
        self._led: dict[int, dict[Key, None]] = defaultdict(dict)  # by line, who has a leader
        self._lower: set[str] = set()
        self._index: Mapping[str, Sequence[str]] = {}
        self._cases: dict[str, dict[str, str]] = defaultdict(dict)
        self._long: dict[Key, set[str]] = defaultdict(set)

    def collect(self, line: Line) -> None:
        """Note the runs of capitalised words of a line that no list knows."""
        words, at = line.words, 0
        while at < len(words):
            if not words[at].capital:
                if self._tongue != "en":
                    self._lower.add(words[at].low)
                at += 1
                continue
            first = at
            while at < len(words) and self._is_unknown(words[at], words, at):
                low = words[at].low
                if low not in self._printed or self._printed[low].isupper():
                    self._printed[low] = words[at].text
                at += 1
            if at > first and not line.shouted:
                self._runs.append(Run(words, first, at))
                self._exact[self._runs[-1].key] += 1
            if at == first:
                at += max(self._known.match(words, at)[0], 1)

    def _is_unknown(self, word: Word, words: Sequence[Word], at: int) -> bool:
        low = word.low
        if not word.capital or not word.is_word or len(low) < 3 or is_no_state(words, at):
            return False
        if low in word_class("fields") or (word.text.isupper() and len(low) < 7):
            return False
        names = self._names
        plain = low in names.common or low in names.openers or low in names.organisation
        if plain and names.gender(low) is None and low not in statehood().parts:
            return False
        return low not in names.never and not self._known.match(words, at)[0]

    def result(self) -> Unlisted:
        """Weigh what was found."""
        for run in self._runs:
            self._after(run)
            self._before(run)
        adjectives = self._fold_adjectives()
        self._fold_derived()
        self._fold_cases()
        accepted = self._accepted()
        phrases: list[tuple[str, Entry]] = []
        for key in accepted:
            phrases.extend(self._phrases(key, adjectives))
        single = {key for key in self._scores if len(key) == 1}.difference(accepted)
        doubtful = frozenset(key[0] for key in single if self._score(key) >= _DOUBTFUL)
        return Unlisted(tuple(phrases), doubtful)

    def _note(self, key: Key, kind: str, weight: float) -> None:
        held = self._scores[key]
        if abs(weight) > abs(held.get(kind, 0)):
            held[kind] = weight

    def _score(self, key: Key) -> float:
        score = sum(self._scores[key].values())
        return score + (0.5 if key[-1].endswith(statehood().endings) else 0)

    def _split(self, key: Key) -> int:
        """Return how many words of a run are the state's: "Tarvenia | Ottmar Relk"."""
        count = len(key)
        for k in range(1, min(count, 8)):
            if k == 1 and key[0] in statehood().parts:
                continue
            rest = key[k:]
            if self._exact[rest] or self._exact[key[:k]] or self._is_given(rest[0]):
                return k
        return count - 2 if count > 2 else count

    def _is_given(self, low: str) -> bool:
        return low in self._names.men or low in self._names.women

    def _office_ending(self, words: Sequence[Word], end: int) -> str | None:
        """Return the class of the office whose words end before ``end``."""
        for start in range(max(0, end - 5), end):
            length, entries = self._known.match(words, start)
            if length and start + length == end:
                for entry in entries:
                    if entry.kind == "office":
                        return entry.key
        return None

    def _before(self, run: Run) -> None:
        """Weigh what stands before a run: "the president of …", "its neighbour …"."""
        words, first, key = run.words, run.first, run.key
        if not first:
            return
        link = first - 1
        if words[link].low in word_class("definite") and link:
            link -= 1
        if words[link].low in word_class("links") and link:
            self._of(run, link)
        previous = words[first - 1].low
        state = key[: self._split(key)]
        if previous in word_class("neighbours"):
            self._note(state, "neighbour", 1.5)
            self._pair_back(run, state)
        elif previous in word_class("visiting"):
            self._note(state, "visit", 0.5)
        elif previous in word_class("towards_places") and len(key) == 1:
            self._note(key, "place", 0.5)
        elif len(key) > 1 and previous not in word_class("links") and not self._inflected:
            self._note(key[-1:], "surname", -2)
        self._titled(run)

    def _of(self, run: Run, link: int) -> None:
        words, key, names = run.words, run.key, self._names
        if words[link].low in ("to", "in", "on") and words[link - 1].low in ("visit", "trip"):
            self._note(key[:1], "visit", 1)
            return
        if words[link].low in ("in", "on", "to", "for") and words[link - 1].low != "ambassador":
            return
        state = key[: self._split(key)]
        office = self._office_ending(words, link)
        noun = words[link - 1].low
        weights = statehood()
        if office:
            self._note(state, f"of {office}", weights.of_office.get(office, 0))
            self._lead(run, state, office)
            if noun.endswith("s") and words[run.last : run.last + 1]:
                self._also_of(run, f"of {office}", weights.of_office.get(office, 0))
        elif noun == "affairs" and words[link - 2].low != "foreign":
            return
        elif noun in weights.of_noun:
            self._note(state, f"of {noun}", weights.of_noun[noun])
            if noun in word_class("realms"):
                self._long[state].add(f"{noun} of {' '.join(state)}")
                self._long[state].add(f"{noun} of the {' '.join(state)}")
        elif words[link].low == "of" and words[link - 1].capital:
            for end in range(link - 1, max(0, link - 14), -1):
                within = words[end].low in names.particles or words[end].text in ("and", "of", ",")
                if not (words[end].capital or within):
                    break  # they stand in "Presidents Ann Lee of X and Jan Roe | of Y"
                office = self._office_ending(words, end)
                if office and (words[end - 1].low.endswith("s") or link - end < 5):
                    self._lead(run, state, office)
                    self._note(state, "titled", weights.titled_of.get(office, 0))
                    break

    def _lead(self, run: Run, state: Key, office: str) -> None:
        """Pair those whose leaders one line tells: "the president of X met Premier Lee of Y"."""
        if office in ("head-of-state", "head-of-government", "foreign-minister"):
            led = self._led[id(run.words)]
            self._pairs.extend(pair for other in led for pair in ((state, other), (other, state)))
            led[state] = None

    def _also_of(self, run: Run, kind: str, weight: float) -> None:
        """Weigh the second state of "the presidents of X and Y"."""
        words, at = run.words, run.last + 1
        if at < len(words) and words[run.last].low == "and" and (words[at].low,) in self._exact:
            self._note((words[at].low,), kind, weight)

    def _titled(self, run: Run) -> None:
        """Weigh an office right before a run: a title in English, a genitive elsewhere."""
        words, first, key = run.words, run.first, run.key
        office = self._office_ending(words, first)
        if self._inflected:
            split = self._split(key)
            if office and split < len(key):
                weight = statehood().of_office.get(office, 0)
                genitive = 1 if weight and key[0].endswith(("ии", "ii")) else 0
                self._note(key[:split], f"of {office}", weight + genitive)
            elif office and key[0].endswith(("ии", "ii")):
                self._note(key, f"of {office}", 1.5)
            elif any(words[first - 1].low.startswith(stem) for stem in self._stems):
                self._note(key[:split], "noun", 1.5)
        elif office or words[first - 1].low in courtesies():
            self._note(key[:1], "title", -4)
            self._note(key[-1:], "title", -4)

    def _after(self, run: Run) -> None:
        """Weigh what follows a run: "… President Ann Lee", "…'s parliament", "… side"."""
        words, at, key = run.words, run.last, run.key
        if at >= len(words):
            return
        weights = statehood()
        if words[at].text in POSSESSIVES:
            for n in range(at + 1, min(at + 4, len(words))):
                weight = weights.owns.get(words[n].low)
                office = self._office_at(words, n)
                if weight or office:
                    kind = "owns" if weight else f"of {office}"
                    self._note(key, kind, weight or weights.owns.get(office or "", 0))
                    return
            return
        if words[at].low == "and":
            self._pair(run, at + 1)
        if words[at].low in ("who", "whose", "whom"):
            self._note(key[-1:], "who", -3)
        if len(key) == 1 and words[at].low in self._verbs:
            self._acting(run)
        state = key if len(key) == 1 or key[0] in weights.parts else key[:1]
        for n in range(at, min(at + 3, len(words))):
            if not words[n].is_word or words[n].low in word_class("oblique"):
                return
            office = self._office_at(words, n)
            if office:
                weight = weights.before_office.get(office, 0)
                weight += 0.5 if weight >= 2 and looks_derived(state[-1], ()) else 0
                self._note(state, office, weight)
                return
            if words[n].low in weights.before_noun:
                self._note(state, words[n].low, weights.before_noun[words[n].low])
                return

    def _acting(self, run: Run) -> None:
        """Weigh what the run does as a subject: "X accused its …", "X would send troops"."""
        words, at, key = run.words, run.last, run.key
        lows = {word.low for word in words[at : at + 8]}
        self._note(key, "its", 0.5 if "its" in lows else 0)
        if not lows.isdisjoint(word_class("sent_by_states")):
            self._note(key, "sends", 1)
        verb = run.first - 1
        if verb > 0 and words[verb].low in self._verbs and words[verb - 1].capital:
            self._pairs.append((key, (words[verb - 1].low,)))
            if key[0].endswith(statehood().endings):
                self._note(key, "acts", 0.5)

    def _office_at(self, words: Sequence[Word], at: int) -> str | None:
        return next((e.key for e in self._known.match(words, at)[1] if e.kind == "office"), None)

    def _pair(self, run: Run, at: int) -> None:
        """Note two names set side by side: if one is a state, the other is likely one too."""
        words = run.words
        if len(run.key) > 2 or at >= len(words):
            return
        if words[at].low in word_class("definite") and at + 1 < len(words):
            at += 1
        _, entries = self._known.match(words, at)
        if any(entry.kind == "state" for entry in entries):
            self._pairs.append((run.key, None))
        elif words[at].capital:
            self._pairs.append((run.key, (words[at].low,)))
            self._pairs.append(((words[at].low,), run.key))

    def _pair_back(self, run: Run, state: Key) -> None:
        """Note the name that opens the sentence in "X accused its neighbour Y"."""
        earlier = run.words[max(0, run.first - 8) : run.first]
        if any(word.low == "its" for word in earlier):
            for word in earlier:
                if word.capital and (word.low,) in self._exact:
                    self._pairs.append(((word.low,), state))
                    return

    def _fold_adjectives(self) -> dict[Key, list[str]]:
        """Give a state what its adjective tells; return the adjectives of each state."""
        singles = {low for run in self._runs for low in run.key}
        roots: dict[str, str] = {}
        for low in sorted(singles):
            roots.setdefault(low.rstrip("aeiouy"), low)
        found: dict[Key, list[str]] = defaultdict(list)
        for low in sorted(singles):
            base = adjective_base(low, roots)
            if base is None:
                continue
            found[base,].append(low)
            for kind, weight in self._scores.pop((low,), {}).items():
                if weight > 0:
                    self._note((base,), f"adjective {kind}", weight)
            self._note((base,), "adjective", 1)
        return found

    def _fold_derived(self) -> None:
        """Count adjectives in lower case, in languages that write them so."""
        self._index = by_beginning(self._lower) if self._tongue != "en" else {}
        for key in list(self._scores) if self._index else ():
            root = case_key(key[-1]) if self._inflected else key[-1].rstrip("aeiouy")
            if derived_forms(root, self._index, self._tongue):
                self._note(key, "adjective", 1)

    def _fold_cases(self) -> None:
        """Put the cases of a name together, in languages that have them."""
        if not self._inflected:
            return
        for low in sorted(self._printed):
            self._cases[case_key(low)][low] = self._printed[low]
        forms: dict[str, dict[Key, None]] = defaultdict(dict)
        for key in (*(run.key for run in self._runs), *self._scores):
            if len(key) == 1:
                forms[case_key(key[0])][key] = None
        for same in forms.values():
            total: dict[str, float] = {}
            for key in same:
                total |= self._scores.get(key, {})
            for key in same if total else ():
                self._scores[key] = dict(total)

    def _accepted(self) -> list[Key]:
        for _ in range(2):  # a second look at those beside one another
            for key, other in self._pairs:
                if key not in self._scores and not key[-1].endswith(statehood().endings):
                    continue
                if other is None:
                    self._note(key, "pair", 1)
                elif other in self._scores and self._is_state(other):
                    self._note(key, "beside", 1.5)
        return sorted(key for key in self._scores if self._is_state(key))

    def _is_state(self, key: Key) -> bool:
        if key[-1] in statehood().never or key[-1] in statehood().parts or "-" in key[-1]:
            return False
        strong = any(kind not in _WEAK and weight > 0 for kind, weight in self._scores[key].items())
        return strong and self._score(key) >= _ENOUGH

    def _phrases(
        self, key: Key, adjectives: Mapping[Key, Sequence[str]]
    ) -> Iterable[tuple[str, Entry]]:
        printed = " ".join(self._printed.get(low, low) for low in key)
        if len(key) == 1 and self._inflected:
            name = nominative(key[0], self._cases)
            yield printed, Entry("state", name, name)
            for form in derived_forms(case_key(key[0]), self._index, self._tongue):
                yield form, Entry("adjective", name, name)
            return
        alone = not adjectives.get(key) and looks_derived(key[-1], self._scores[key])
        yield printed, Entry("adjective" if alone else "state", printed, printed)
        for form in self._long.get(key, ()):
            yield form, Entry("state", printed, printed)
        for low in adjectives.get(key, ()):
            yield low, Entry("people" if low.endswith("ns") else "adjective", printed, printed)
        if self._tongue != "en":
            for form in derived_forms(key[-1].rstrip("aeiouy"), self._index, self._tongue):
                yield form, Entry("adjective", printed, printed)
