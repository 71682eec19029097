"""Where people are from and which party they are of: "Sen. Ann Lee (D-Ohio)", "the Ohio senator".

An epithet that tells such a thing means nobody of whom the report tells another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, partial

import msgspec

from communique.read.who.found import FoundEpithet, Title
from communique.read.who.persons.holders import Stage
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import table, word_class

OFFICES = ("legislator", "politician")
"""Whose holders are told of by where they are from, or by their party."""
_PARTIES = {"d": "d", "democrat": "d", "democratic": "d", "r": "r", "republican": "r", "gop": "r"}
_REGION = r"(?P<region>[A-Z][A-Za-z.]*(?:\s[A-Z][a-z]+)*)"
_BEHIND = re.compile(
    rf"(?:\s\(|,\s)(?P<party>[DRI])(?:[-–]{_REGION})?\b"
    rf"|,?\s(?:(?P<said>Democrat|Republican)\s)?of\s{_REGION.replace('region', 'home')}"
)
_BEFORE = re.compile(rf"{_REGION}\s(?P<between>(?:[a-z-]+\s){{0,2}})\Z")
_FROM = re.compile(rf"\s(?:of|from)\s{_REGION}")
_TOLD_OF = 4  # sentences
_NEAR = 40
"""Characters before a title in which a party or region stands."""


class Traits(msgspec.Struct):
    """Regions as printed, in lower case, and parties by their letters."""

    regions: set[str]
    parties: set[str]

    def fits(self, told: Traits) -> bool | None:
        """Tell whether these may be those that an epithet tells; ``None`` if nothing tells."""
        pairs = ((self.regions, told.regions), (self.parties, told.parties))
        known = [_agree(mine, others) for mine, others in pairs if mine and others]
        return all(known) if known else None


def _agree(mine: Iterable[str], others: Iterable[str]) -> bool:
    return any(_is_short_for(one, other) for one in mine for other in others)


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether letters of a name, the first among them, make a short form: "Vt."."""
    if short == name or name.startswith(f"{short} "):
        return True
    letters = iter(name)
    plain = short.replace(".", "")
    return plain[:1] == name[:1] and all(letter in letters for letter in plain)


def traits_of(text: str, person: Person) -> Traits:
    """Return what stands beside the names of a person."""
    said = (_party(word) for title in person.titles for word in title.name.split())
    found = Traits(set(), set().union(*said))
    for name in person.names:
        if (behind := _BEHIND.match(text, name.span.end)) is not None:
            _add(found, behind["party"] or behind["said"], behind["home"])
            found.regions.update({behind["region"].casefold()} if behind["region"] else ())
        start = name.phrase.start
        if start < name.span.start:
            before = _BEFORE.search(text[max(0, start - _NEAR) : start])
            tied = before and word_class("oblique").isdisjoint(before["between"].split())
            region = before["region"].split() if before and tied else []
            for word in [*region, *text[start : name.span.start].split()]:
                found.parties.update(_party(word))
            _add(found, None, " ".join(word for word in region if not _party(word)))
    return found


def told(text: str, epithet: FoundEpithet) -> Traits:
    """Return what an epithet tells besides the office: "the | Vermont | senator"."""
    found = Traits(set(), set())
    office = set(epithet.title.name.casefold().split()) - set(_PARTIES)
    words = epithet.span.of(text).split()[1:]
    for word in words:
        found.parties.update(_party(word))
    region = [w for w in words if w[0].isupper() and w.casefold() not in office and not _party(w)]
    behind = _FROM.match(text, epithet.span.end)
    _add(found, None, " ".join(region) or epithet.title.body or (behind and behind["region"]))
    return found


def without_party(title: Title) -> Title:
    """Return an office without the party: "Republican presidential nominee"."""
    plain = " ".join(w for w in title.name.split() if w.casefold() not in _PARTIES)
    return msgspec.structs.replace(title, name=plain or title.name)


def _add(found: Traits, party: str | None, region: str | None) -> None:
    found.parties.update(_party(party or ""))
    if region and region.casefold() in _places():
        found.regions.add(region.casefold())


@cache
def _places() -> frozenset[str]:
    places = table("names")["places"].casefold().split()
    return frozenset(place.replace("_", " ") for place in places)


def _party(word: str) -> set[str]:
    letter = _PARTIES.get(word.strip(",.").casefold())
    return {letter} if letter else set()


class KnownTraits:
    """What the report tells of whom, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._of = cache(partial(traits_of, text))

    def fitting(
        self,
        fitting: Iterable[Person],
        persons: Sequence[Person],
        epithet: FoundEpithet,
        stage: Stage,
    ) -> list[Person]:
        """Return who of those with such an office may be "the Ohio senator", "the nominee".

        Where nobody may be it is whoever goes on under the epithet, if that shows.
        """
        said = told(self._text, epithet)
        held = [(person, self._of(person).fits(said)) for person in fitting]
        sure = [person for person, fits in held if fits]
        open_ = [person for person, fits in held if fits is None]
        told_of = [person for person in open_ if _is_told_of(person, epithet, stage)]
        only = open_ if epithet.title.office == "legislator" and not said.regions else told_of
        near = sure or (only if len(only) == 1 else [] if said.regions else told_of)
        if near or epithet.determiner not in ("the", "this"):
            return near
        others = [(person, self._of(person).fits(said)) for person in persons]
        from_there = [p for p, fits in others if fits and said.regions and not p.holds(OFFICES)]
        if len(from_there) == 1:
            return from_there
        behind = (
            self._text[max(0, epithet.span.start - 3) : epithet.span.start].rstrip()[-1:] != ","
        )
        open_ = [person for person, fits in others if fits is not False]
        return _told_last(open_, epithet, stage, behind=behind)


def _is_told_of(person: Person, epithet: FoundEpithet, stage: Stage) -> bool:
    """Tell whether the report is about a person, or was so shortly before."""
    last = stage.last(person, epithet.span.start)
    return bool(person.headlines) or (last is not None and epithet.line - last[1] <= _TOLD_OF)


def _told_last(
    persons: Iterable[Person], epithet: FoundEpithet, stage: Stage, *, behind: bool
) -> list[Person]:
    """Return who goes on as a subject under an epithet of an office that the report gives nobody.

    It is the only one named behind the subject of the same sentence, if the epithet stands
    ``behind`` him in another clause and not behind a comma, else the subject of the
    sentence before or the only one named in it, where no office that he has is another.
    """
    here: list[Person] = []
    before: list[Person] = []
    subjects: list[Person] = []
    for person in persons if epithet.subject else ():
        last = stage.last(person, epithet.span.start)
        if last is None or epithet.line - last[1] > 1:
            continue
        if any(title.office not in OFFICES and not title.past for title in person.titles):
            continue
        opens = stage.opens(person, last[1])
        if last[1] < epithet.line:
            before.append(person)
            subjects += [person] * opens
        elif not opens and behind:
            here.append(person)
    near = here or subjects or before
    return near if len(near) == 1 else []
