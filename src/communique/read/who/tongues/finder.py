"""Names, epithets, states and bodies of a report in a language other than English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from communique.model import Span
from communique.read.who.found import (
    Found,
    FoundEpithet,
    FoundName,
    FoundPronoun,
    Gender,
    Title,
)
from communique.read.who.printed.front import headline_names
from communique.read.who.printed.weighing import weigh
from communique.read.who.tongues.arabic import arabic_words
from communique.read.who.tongues.grammar import Meaning, Tongue, phrases_of
from communique.read.who.tongues.homes import give_states
from communique.read.who.tongues.inflection import (
    forms_undone,
    gender_of,
    is_given,
    nominative,
)
from communique.read.who.tongues.initials import parted, take_full_names
from communique.read.who.tongues.known import known_in
from communique.read.who.tongues.marks import Mark, marks_of, pronoun_at, split_words
from communique.read.who.tongues.offices import OfficePhrase, holder_of, office_phrase
from communique.read.who.tongues.own_state import give_own_state, states_in
from communique.read.who.tongues.peers import epithet_of, unnamed_counterpart
from communique.read.who.tongues.roles import (
    gender_by_verb,
    is_object,
    kept,
    of_first_named,
    with_role,
)
from communique.read.who.tongues.runs import own_words
from communique.read.who.tongues.unlisted import with_unlisted
from communique.read.who.words.words import Line, Quotes, Word, line_of

_OFFICIAL = ("head-of-state", "head-of-government", "foreign-minister", "royal", "leader")
_AROUND = ("adjective", "link", "determiner", "state", "courtesy")
_HIGH = (*_OFFICIAL, "minister")
_ALONE = ("spokesperson", "reporter", "diplomat")


def find(
    text: str, lines: Sequence[Line], tongue: Tongue, quotes: Quotes, title: str | None
) -> Found:
    """Return what the lines of a report hold; ``title`` is its headline."""
    known = phrases_of(tongue)
    if tongue.raw.get("semitic"):
        ready, known = arabic_words(text, lines, tongue, known)
        cut = list(zip(lines, ready, strict=True))
    else:
        cut = [(line, split_words(text, line, tongue)) for line in lines]
    marked = [(words, marks_of(words, tongue, known)) for line, words in cut]
    phrases = with_unlisted(marked, tongue, known)
    finder = _Finder(text, tongue, quotes)
    for (line, words), (_, marks) in zip(cut, marked, strict=True):
        again = marks if phrases is known else marks_of(words, tongue, phrases)
        finder.read(line, words, again)
    found = finder.result()
    if not title or not title.strip():
        return found
    top = _Finder(title, tongue, Quotes(()))
    top.read(
        headline := line_of(title),
        headline.words,
        marks_of(headline.words, tongue, phrases),
    )
    return msgspec.structs.replace(found, headline=headline_names(top.result().names))


class _Finder:
    """Collects what lines hold; names are put in the nominative at the end."""

    def __init__(self, text: str, tongue: Tongue, quotes: Quotes) -> None:
        self._text = text
        self._tongue = tongue
        self._quotes = quotes
        self._found = Found(names=[], epithets=[], known=[], pronouns=[], sides=[], countries=[])
        self._cases: dict[int, str | None] = {}
        self._lower: Counter[str] = Counter()
        self._office: Meaning | None = None  # the one spoken of last
        self._owner: tuple[int, Title] | None = None  # the last name with an office in the line
        self._doubtful: list[FoundEpithet] = []  # of offices that many hold
        self._states: dict[str, bool] = {}  # that are named: whether only by their capital

    def read(self, line: Line, words: Sequence[Word], marks: Sequence[Mark]) -> None:
        """Add what one line holds."""
        self._lower.update(word.low for word in words if not word.capital)
        for state, seat in states_in(marks):
            self._states[state] = seat and self._states.get(state, True)
        by_mark = {
            n: self._name(line, words, marks, n) for n, m in enumerate(marks) if m.kind == "name"
        }
        taken = self._offices(line, marks, by_mark)
        self._found.names.extend(name for n, name in by_mark.items() if n not in taken)
        self._found.known.extend(known_in(line, marks, self._tongue, self._quotes))
        for n, mark in enumerate(marks):
            english = pronoun_at(marks, n, self._tongue)
            if english is not None:
                span = Span(mark.start, mark.end)
                self._found.pronouns.append(FoundPronoun(span=span, line=line.number, word=english))

    # ------------------------------------------------------------------ offices

    def _offices(
        self, line: Line, marks: Sequence[Mark], by_mark: dict[int, FoundName]
    ) -> set[int]:
        """Give offices to the names beside them; the others are epithets."""
        past = 0
        self._owner = None
        taken: set[int] = set()
        for n, mark in enumerate(marks):
            if mark.kind == "counterpart":
                self._counterpart(line, marks, n, by_mark)
            if mark.kind != "office" or n < past:
                continue
            phrase = self._of_owner(marks, office_phrase(marks, n, past, self._tongue))
            self._office = _with_field(mark, phrase.title, self._tongue)
            past = phrase.after
            taken.update(phrase.bodies)
            if phrase.named is not None:
                self._owner = (phrase.named, phrase.title)
                past = self._entitle_all(marks, phrase, by_mark)
                continue
            holder = holder_of(marks, phrase, self._tongue)
            if holder in by_mark:
                self._entitle(by_mark[holder], phrase.title, None)
                continue
            self._epithet(line, marks, n, phrase)
        return taken

    def _of_owner(self, marks: Sequence[Mark], phrase: OfficePhrase) -> OfficePhrase:
        """Give an officer the state of whom he serves: "Başkan John Harlan'ın | temsilcisi"."""
        if self._owner is None or phrase.title.states or not self._tongue.state_first:
            return phrase
        at, title = self._owner
        first = next((n for n, m in enumerate(marks) if m.start >= phrase.span.start), 0)
        between = marks[at + 1 : first]
        if len(between) > 1 or any(mark.low[:1] not in "'’" for mark in between):
            return phrase
        served = msgspec.structs.replace(
            phrase.title, states=title.states, body=phrase.title.body or title.name
        )
        return msgspec.structs.replace(phrase, title=served)

    def _counterpart(
        self, line: Line, marks: Sequence[Mark], n: int, by_mark: dict[int, FoundName]
    ) -> None:
        """Give "his Polish counterpart X" the state; the office is that of whom he meets."""
        named = n + 1
        while named < len(marks) and (marks[named].kind in _AROUND or marks[named].low == ","):
            named += 1
        name = by_mark.get(named)
        around = [m for m in marks[max(0, n - 1) : named] if m.kind in ("adjective", "state")]
        offices = [m for m in marks[:n] if m.kind == "office" and m.meaning]
        if name is None:
            if told := unnamed_counterpart(marks, n, around, self._office, self._tongue):
                quoted = self._quotes.hold(told[0].start)
                self._found.epithets.append(epithet_of(told, line.number, quoted=quoted))
            return
        title = None
        if around and (office := self._peer(offices, marks[n])):
            title = Title(
                office=office.key,
                name=office.name[:1].upper() + office.name[1:]
                if offices and offices[-1].capital
                else office.name,
                states=(around[0].key,),
                evidence=Span(
                    min(around[0].start, marks[n].start), max(around[-1].end, marks[n].end)
                ),
            )
        self._entitle(name, title, marks[n].case)

    def _peer(self, offices: Sequence[Mark], mark: Mark) -> Meaning | None:
        """Return the office of a colleague: that of the line, or the high one spoken of last."""
        if offices or (self._office is not None and self._office.key in _HIGH):
            return self._office
        return Meaning("office", "", mark.meaning.name if mark.meaning else mark.low)

    def _entitle_all(
        self, marks: Sequence[Mark], phrase: OfficePhrase, by_mark: dict[int, FoundName]
    ) -> int:
        """Give an office to the name behind it; one for two states to two names, in order."""
        first = phrase.named or 0
        states = phrase.title.states
        second = by_mark.get(first + 2) if phrase.title.plural or len(states) == 2 else None
        if phrase.title.plural and second is None:
            return first  # "рассказала журналистам | Совина": she is none of them
        if second is None or len(states) != 2:
            self._entitle(by_mark[first], phrase.title, phrase.case)
            return first + 1
        for name, state in ((by_mark[first], states[0]), (second, states[1])):
            title = msgspec.structs.replace(phrase.title, states=(state,), plural=False)
            self._entitle(name, title, None)
        return first + 3

    def _entitle(self, name: FoundName, title: Title | None, case: str | None) -> None:
        if title is not None:
            name.titles.append(title)
            name.gender = name.gender or title.gender
            if title.evidence is not None:
                first, last = sorted((title.evidence, name.phrase))
                name.phrase = Span(first.start, max(first.end, last.end))
        if case is not None:
            self._cases[id(name)] = case
        weigh(name, "person", 6)

    def _epithet(self, line: Line, marks: Sequence[Mark], n: int, phrase: OfficePhrase) -> None:
        title = phrase.title
        gender = title.gender or phrase.gender
        if not gender and phrase.case in (None, "nom"):
            gender = gender_by_verb(marks, n, phrase.after, self._tongue)
        title = msgspec.structs.replace(title, gender=gender)
        told = phrase.determiner == "the" or title.states or title.office in _OFFICIAL
        definite = told or self._tongue.inflected
        heard = title.office == "reporter" and self._tongue.inflected and phrase.case != "nom"
        if heard or phrase.determiner == "a" or title.plural or not definite or phrase.predicate:
            return
        epithet = FoundEpithet(
            span=phrase.span,
            line=line.number,
            quoted=self._quotes.hold(phrase.span.start),
            title=title,
            determiner="the",
        )
        if title.states or title.office in (*_OFFICIAL, *_ALONE, "minister", "ambassador"):
            self._found.epithets.append(epithet)
        else:
            self._doubtful.append(epithet)

    # ------------------------------------------------------------------ names

    def _name(self, line: Line, words: Sequence[Word], marks: Sequence[Mark], n: int) -> FoundName:
        mark = marks[n]
        parts = [words[at] for at in range(mark.first, mark.last)]
        entitled = n > 0 and marks[n - 1].kind == "office"
        parts = own_words(parts, line, self._tongue, entitled=entitled)
        span = Span(parts[0].start, parts[-1].end)
        found = FoundName(
            span=span,
            words=parted([word.text for word in parts if word.is_word]),
            line=line.number,
            quoted=self._quotes.hold(span.start),
            initial=not any(word.is_word for word in words[: mark.first]),
            phrase=span,
        )
        self._weigh(found, parts, marks, n)
        return found

    def _weigh(
        self, found: FoundName, parts: Sequence[Word], marks: Sequence[Mark], n: int
    ) -> None:
        tongue = self._tongue
        before = marks[n - 1] if n else None
        lows = {word.low for word in parts}
        if before and before.kind in ("courtesy", "counterpart"):
            weigh(found, "person", 6)
            found.gender = before.meaning.gender if before.meaning else None
        house = before is not None and before.capital and before.low in tongue.bodies
        if house or not lows.isdisjoint(tongue.bodies):  # "l'ONG | Horizon Sud"
            weigh(found, "organisation", 7)
            return
        behind = marks[n - 2] if n > 1 and before and before.kind == "determiner" else before
        linked = before is not None and (before.kind == "link" or behind is not before)
        if behind and behind.kind == "word" and behind.low in tongue.places:
            weigh(found, "place", 2.5)
        case = self._case_before(marks, n)
        if case is None and is_object(before, found.words, tongue):
            case, found.gender = "acc", "m"
        if case is not None:
            self._cases[id(found)] = case
        plain = nominative(found.words, tongue.code, case) if len(found.words) > 1 else found.words
        if len(found.words) > 1 and is_given(plain[0]):
            found.gender = found.gender or gender_of(plain[0])
            weigh(found, "person", 4.5)
        elif len(found.words) in (2, 3) and not (tongue.nouns or found.initial or linked):
            weigh(found, "person", 1.5)
        elif not found.titles:
            weigh(found, "thing", 0.5)

    def _case_before(self, marks: Sequence[Mark], n: int) -> str | None:
        """Return the case that a preposition right before a name asks for, if it is one."""
        before = marks[n - 1] if n else None
        return self._tongue.prepositions.get(before.low) if before else None

    def result(self) -> Found:
        """Return what was found, with names in the nominative."""
        tongue = self._tongue
        full: set[str] = set()
        printed = {n.words[-1] for n in self._found.names if self._is_nominative(n)}
        for name in self._found.names:
            if len(name.words) > 1:
                family = name.words[-1]
                case = self._cases.get(id(name))
                told: Gender | None = next((t.gender for t in name.titles if t.gender), None)
                name.words = nominative(name.words, tongue.code, case, told)
                name.gender = told or gender_of(name.words[0]) or name.gender
                if name.words[-1] not in printed and name.words[-1] != family:
                    seen = sorted(forms_undone(family, tongue) & printed)
                    name.words = (*name.words[:-1], *(seen[:1] or name.words[-1:]))
                if name.weights.get("person", 0) > 0:
                    full.add(name.words[-1])
        self._take_after_sure_ones()
        take_full_names(self._found.names, tongue)
        give_states(self._found)
        give_own_state(self._found, self._states, tongue.raw)
        self._add_held()
        for name in self._found.names:
            if len(name.words) == 1:
                name.words = (self._single(name, full),)
        self._found.names.sort(key=lambda name: name.span)
        return self._found

    def _add_held(self) -> None:
        """Keep "the chairman" where somebody who is named is a chairman."""
        names = self._found.names
        self._found.epithets.extend(kept(self._doubtful, names))
        for one in self._found.epithets:
            one.title = of_first_named(with_role(one.title, names), names)
        self._found.epithets.sort(key=lambda one: one.span)

    def _take_after_sure_ones(self) -> None:
        """Bring a name that no title or preposition stands by to one whose case was told.

        "Петра" alone may be a woman's; after "Президент Петро Лис" it is his in a case.
        """
        tongue = self._tongue
        if not tongue.inflected:
            return
        two = [name for name in self._found.names if len(name.words) > 1]
        sure = {name.words for name in two if name.titles or id(name) in self._cases}
        for name in two:
            if name.words in sure:
                continue
            first, last = forms_undone(name.words[0], tongue, "given"), name.words[-1]
            family = forms_undone(last, tongue)
            meant = sorted(w for w in sure if w[0] in first and w[-1] in family)
            name.words = meant[0] if meant else name.words

    def _is_nominative(self, name: FoundName) -> bool:
        """Tell whether a full name is printed in the nominative, as far as its parts tell."""
        case = self._cases.get(id(name))
        if len(name.words) < 2 or case not in (None, "nom") or not is_given(name.words[0]):
            return False
        return nominative(name.words, self._tongue.code) == name.words

    def _single(self, name: FoundName, full: set[str]) -> str:
        """Return a lone family name in the nominative: that of a full name, if it fits one."""
        word = name.words[0]
        fitting = sorted(forms_undone(word, self._tongue) & full)
        if not fitting and word.endswith("s") and self._tongue.nouns and word[:-1] in full:
            fitting = [word[:-1]]  # a genitive
        if fitting:
            weigh(name, "person", 3)
            return word if word in fitting else fitting[0]
        if self._lower[word.casefold()]:
            weigh(name, "thing", 3)
        case = self._cases.get(id(name))
        return nominative((word,), self._tongue.code, case, name.gender)[0]


def _with_field(mark: Mark, title: Title, tongue: Tongue) -> Meaning | None:
    """Return what an office means, with the field that its phrase tells: "ministre | des …"."""
    if mark.meaning is None or mark.meaning.general or tongue.inflected:
        return mark.meaning
    name = title.name[:1].lower() + title.name[1:]
    return msgspec.structs.replace(mark.meaning, key=title.office, name=name)
