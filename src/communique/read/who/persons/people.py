"""Names put together: which runs of words are persons and bodies, and which are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from communique.read.who.found import FoundName
from communique.read.who.persons.bodies import Body, comes_late, is_definite
from communique.read.who.persons.namesakes import (
    is_another,
    is_called_by_given,
    is_head,
    is_namesake,
    is_somebodys_son,
    leading,
    reigns,
    titled_alike,
)
from communique.read.who.persons.person import Person
from communique.read.who.printed.body_names import is_bodys, is_matter
from communique.read.who.words.lexicon import Names, word_class
from communique.read.who.words.orders import family_of, given_of
from communique.read.who.words.spelling import (
    alike,
    all_folded,
    by_tail,
    folded,
    given_alike,
    one_edit,
    skeleton,
)

_KINDS = ("person", "organisation", "place", "thing")
_MOST_COMPARED = 40
"""How many family names with the same beginning a spelling is compared with."""
_STILL_TOLD_OF = 600
"""How many characters back whom a report began with was named if he still is whom it is about."""
_JUST_NAMED = 200
"""How many characters back somebody else was named if he may be meant by his last name."""
_SHORT = 4
"""How many letters a name must have to be a longer one's beginning, or one misspelt."""


class NameGroups:
    """The persons and bodies that a report's names make.

    ``asked`` tells that reporters ask in it, and the President needs no first name; ``family``
    that it tells of the President's.
    """

    def __init__(
        self,
        found: Sequence[FoundName],
        lower: frozenset[str],
        names: Names,
        *,
        asked: bool = False,
        family: bool = False,
    ) -> None:
        self._asked, self._family = asked, family
        self.persons: list[Person] = []
        self.bodies: list[Body] = []
        self._names = names
        self._lower = lower
        self._by_family: dict[str, list[Person]] = defaultdict(list)
        self._by_start: dict[str, list[Person]] = defaultdict(list)
        self._by_given: dict[str, list[Person]] = defaultdict(list)
        self._by_start_given: dict[str, list[Person]] = defaultdict(list)
        self._bodies: dict[str, Body] = {}
        self._sort(found)

    def _sort(self, found: Sequence[FoundName]) -> None:
        forms: dict[tuple[str, ...], list[FoundName]] = defaultdict(list)
        within = {all_folded(name.words) for name in found if not name.initial}
        named = {all_folded(one.words) for one in found if self._names.gender(one.words[0])}
        named |= {key[-1:] for key in named if len(key) > 1}
        for name in found:
            if all_folded(name.words) not in within:  # "Radio Karst said … told Radio Karst"
                self._shorten(name, named)
            forms[all_folded(name.words)].append(name)
        singles, tails = [], []
        longer = by_tail(forms)
        for key, group in forms.items():
            if not all(key):
                continue
            if len(key) == 1 or (len(key) == 2 and key[1] in self._names.suffixes):
                singles.append(group)
            elif key in longer and self._is_tail(key[0]):
                tails.append((key, group))
            else:
                self._place_form(group)
        for key, group in tails:
            self._place_tail(longer[key], group)
        for group in sorted(singles, key=lambda group: not any(name.kin for name in group)):
            self._place_single(group)

    def _is_tail(self, low: str) -> bool:
        """Tell whether a word may open the end of a longer name: "Abu Zeid", of Omar Abu Zeid."""
        return self._names.gender(low) is None or low in self._names.leading

    def _shorten(self, name: FoundName, named: Container[tuple[str, ...]]) -> None:
        """Drop a word that is only capitalised because it opens the sentence, or in a headline.

        ``named`` are the names that begin with a given name, and their last words.
        """
        if len(name.words) < 2 or name.titles:
            return
        kept = is_bodys(name.words, self._names, in_headline=name.risen)
        opens = name.initial or name.risen or len(name.words) > 2
        common = name.initial and self._is_common(name.words[0].casefold())
        known = all_folded(name.words[1:]) in named and self._is_no_given_name(name.words)
        if (common or (known and opens)) and not kept:
            cut = name.span.start + len(name.words[0])
            name.words = name.words[1:]
            name.span = type(name.span)(name.second or cut, name.span.end)
            name.phrase = name.span

    def _is_no_given_name(self, words: Sequence[str]) -> bool:
        """Tell "Understated | Perrin", "Salutes | Ann Perrin" from a given name no list knows."""
        low = words[0].casefold()
        unlike = len(words) > 2 or low.endswith(("ed", "ing"))
        return unlike and low not in self._names.men | self._names.women

    def _place_form(self, group: list[FoundName]) -> None:
        kind = _kind(group)
        if kind == "person":
            person = self._person_for(group[0].words)
            for name in group:
                person.add(name)
            also = self._by_given[skeleton(given_of(group[0].words))]
            called = [self._by_given[nickname] for nickname in sorted(person.nicknames)]
            for bearers in (also, *called):  # "Ken Roe", called "Kenneth Roe" before
                if person not in bearers:
                    bearers.append(person)
        elif kind == "organisation":
            self._add_body(group)

    def _place_tail(self, longer: tuple[str, ...], group: list[FoundName]) -> None:
        """Give what ends one longer name to its bearer: "von der Heide"."""
        known = [p for p in self._all_known(family_of(longer)) if all_folded(p.words) == longer]
        if len(known) != 1 or _kind(group) == "organisation":
            self._place_form(group)
            return
        for name in group:
            known[0].add(name)

    def _place_single(self, group: list[FoundName]) -> None:
        kind = _kind(group)
        word = group[0].words[0]
        if kind == "organisation" and self._is_label(word, group):
            kind = "person"
        if kind != "organisation" and (ruler := self._ruler(group)):
            for name in group:
                ruler.add(name)
            return
        if kind != "organisation" and (known := self._known(word)) and not reigns(group, known):
            heads = [name.span.start for name in group if is_head(name)]
            for name in sorted(group, key=lambda name: not name.titles):
                self._bearer(word, name, heads).add(name)
            return
        if kind == "organisation" and self._is_proper(group):
            self._add_body(group)
        elif kind == "organisation" and self._longer(folded(word)) and not word.isupper():
            if told := [name for name in group if is_definite(name)]:  # "the Council"
                self._add_body(told)
        elif kind == "person" and self._is_proper(group) and _weight(group, "person") >= 1:
            person = self._person_for(group[0].words)
            for name in group:
                person.add(name)

    def _is_label(self, word: str, group: list[FoundName]) -> bool:
        """Tell a family name that says who speaks ("MARSH: Did you call?") from an acronym."""
        known = self._known(word) if word.isupper() and len(word) >= _SHORT else None
        opens = all(name.initial for name in group)
        return opens and known is not None and known.words[-1].casefold() == word.casefold()

    def _ruler(self, group: list[FoundName]) -> Person | None:
        """Return whom "King Salman" means beside "Mohammed bin Salman", who is his son: the one of
        that given name, or a new person."""
        word = group[0].words[0]
        sons = self._by_family.get(skeleton(word), [])[:_MOST_COMPARED]
        if not is_called_by_given(group) or not sons or not all(map(is_somebodys_son, sons)):
            return None
        given = self._by_given.get(skeleton(word), [])
        return given[0] if len(given) == 1 else self._add_person((word,))

    def _bearer(self, word: str, name: FoundName, heads: Sequence[int]) -> Person:
        """Return who of those with a name is meant by it here, a new person if none can be.

        "President Roe" is not Jane Roe, the First Lady. Without a title it is whom the report
        began with, unless it has left him since and another was named just before (``heads``:
        where it has the name with such a title).
        """
        every = self._all_known(word)
        if (self._asked or self._family) and is_head(name):
            kin = self._family
            every = [person for person in every if not is_namesake(person, heads, family=kin)]
        told = name.gender if self._names.gender(word) is None else None  # "President Hassan"
        fitting = [person for person in every if not is_another(person, name, told)]
        if not fitting:
            return self._add_person((word,))
        same = titled_alike(fitting, name.titles)
        if not (name.kin or same):
            fitting = leading(fitting)
        same = same or [p for p in fitting if name.gender and p.gender == name.gender]
        if len(fitting) == 1 or same:
            return (same or fitting)[0]
        last = max(fitting, key=lambda person: person.nearest(name.span.start))
        first = min(fitting, key=lambda p: (not p.headlines, p.is_first_quoted, p.first))
        at = name.span.start
        still = first.nearest(at) > at - _STILL_TOLD_OF or last.nearest(at) < at - _JUST_NAMED
        return first if still and len(last.words) > 1 else last

    def _is_proper(self, group: Sequence[FoundName]) -> bool:
        """Tell whether a single capitalised word is a name and no common word."""
        low = group[0].words[0].casefold()
        if all(_is_described(name) for name in group) and self._is_common(low):
            return False
        if is_matter(low, self._names):
            return False
        if any(name.titles for name in group) or _weight(group, "person") >= 5:
            return True
        if self._names.gender(low) is not None:
            return True
        if self._is_common(low):
            return False
        return any(not name.initial for name in group) or len(group) > 2

    def _is_common(self, low: str) -> bool:
        """Tell whether this report, or English at large, writes the word in lower case."""
        if self._names.gender(low) is not None:
            return False
        return low in self._lower or low in self._names.common

    def _add_body(self, group: Sequence[FoundName]) -> None:
        words = [w for w in group[0].words if w.casefold() != "the"]
        key = " ".join(folded(w) for w in words)
        body = self._bodies.get(key) or self._longer(key)
        if body is not None and " " not in key and comes_late(body.in_full, group):
            body = None
        if body is None:
            body = self._bodies[key] = Body(" ".join(group[0].words))
            self.bodies.append(body)
        body.names.extend(name for name in group if not name.outside)

    def _longer(self, key: str) -> Body | None:
        """Return the body whose name begins or ends with a single word: "the League"."""
        if " " in key:
            return None
        longer = [
            b for name, b in self._bodies.items() if key in (name.split()[0], name.split()[-1])
        ]
        told = {id(body): sum(not name.is_short for name in body.names) for body in longer}
        longer.sort(key=lambda body: told[id(body)], reverse=True)
        clear = len(longer) == 1 or (longer and told[id(longer[0])] > told[id(longer[1])])
        return longer[0] if clear else None

    def _known(self, word: str) -> Person | None:
        """Return the person whom a single word names: by family name, else by given name."""
        return next(iter(self._all_known(word)), None)

    def _all_known(self, word: str) -> list[Person]:
        families = self._by_family.get(skeleton(word)) or self._near(word)
        if families:
            return families[:_MOST_COMPARED]
        given = self._by_given.get(skeleton(word), []) or self._begun_with(word)
        return given if len(given) == 1 else []

    def _begun_with(self, word: str) -> list[Person]:
        """Return those whose given name a known one is short for: "Chris" of "Christopher"."""
        short = skeleton(word)
        if len(short) < _SHORT or self._names.gender(word.casefold()) is None:
            return []
        return [
            person
            for person in self._by_start_given.get(short[:_SHORT], [])[:_MOST_COMPARED]
            if skeleton(given_of(person.words)).startswith(short)
        ]

    def _near(self, word: str) -> list[Person]:
        candidates = self._by_start.get(skeleton(word)[:2], [])[:_MOST_COMPARED]
        return [person for person in candidates if alike(family_of(person.words), word)]

    def _person_for(self, words: tuple[str, ...]) -> Person:
        """Return the person of this full name, a new one if there is none yet."""
        family = family_of(words)
        same = self._by_family.get(skeleton(family), [])[:_MOST_COMPARED]
        if (longer := self._begun_by(words)) is not None:
            return longer
        for person in [*same, *self._near(family)]:
            if len(words) > 1 and len(person.words) > 1:
                given = given_of(words)
                if skeleton(given) in person.nicknames or given_alike(
                    given_of(person.words), given
                ):
                    return person
            elif person in same:
                return person
        return self._misspelt(words) or self._add_person(words)

    def _misspelt(self, words: tuple[str, ...]) -> Person | None:
        """Return the person of this given name whose family name has a letter more or less."""
        if len(words) < 2:
            return None
        same = self._by_given.get(skeleton(given_of(words)), [])[:_MOST_COMPARED]
        return next((p for p in same if _is_slip(family_of(p.words), family_of(words))), None)

    def _begun_by(self, words: tuple[str, ...]) -> Person | None:
        """Return the one person whose longer name begins with these words: "Abdi Nur (Hersi)"."""
        if len(words) < 2:
            return None
        start = [skeleton(word) for word in words]
        longer = [
            person
            for person in self._by_given.get(start[0], [])[:_MOST_COMPARED]
            if len(person.words) > len(words)
            and [skeleton(word) for word in person.words[: len(words)]] == start
        ]
        return longer[0] if len(longer) == 1 else None

    def _add_person(self, words: tuple[str, ...]) -> Person:
        family = family_of(words)
        person = Person(words)
        self.persons.append(person)
        self._by_family[skeleton(family)].append(person)
        self._by_start[skeleton(family)[:2]].append(person)
        if len(words) > 1:
            given = skeleton(given_of(words))
            self._by_given[given].append(person)
            self._by_start_given[given[:_SHORT]].append(person)
        for word in words[1:-1]:
            if "-" in word and word[0].islower():  # "Omar al-Rashid bin Talal"
                self._by_family[skeleton(word)].append(person)
        return person


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one family name is the other with a letter more or less, not another one."""
    a, b = skeleton(one), skeleton(other)
    if min(len(a), len(b)) < _SHORT or len(a) == len(b):
        return False
    return a[:2] == b[:2] and one_edit(a, b)


def _is_described(name: FoundName) -> bool:
    """Tell whether the words before a name may be adjectives: "General | Provisions"."""
    double = word_class("double_titles")
    return not name.subject and any(t.name.casefold() in double for t in name.titles)


def _weight(group: Iterable[FoundName], kind: str) -> float:
    return sum(name.weights.get(kind, 0) for name in group)


def _kind(group: Sequence[FoundName]) -> str | None:
    """Return the kind that the evidence of all occurrences of a form speaks for."""
    count = len(group)
    scores = {kind: _weight(group, kind) for kind in _KINDS}
    scores["person"] += 0.01 * count
    if all(word.isupper() for name in group for word in name.words):
        scores["organisation"] += _weight(group, "acronym")
    best = max(_KINDS, key=lambda kind: scores[kind])
    return best if scores[best] > 0 else None
