"""The word lists, ready for look-up: states, bodies, offices and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import tomli

from communique.read.who.words.words import Word

EntryKind = Literal[
    "state", "adjective", "people", "seat", "region", "body", "office", "courtesy", "place"
]


class Entry(msgspec.Struct, frozen=True):
    """What a phrase of the word lists means.

    ``key`` is a state's code, a body's key, or an office's class. ``plural`` is told for
    offices ("ministers"); ``name`` is the usual name of a state or body.
    """

    kind: EntryKind
    key: str
    name: str = ""
    plural: bool = False
    gender: Literal["m", "f"] | None = None
    bloc: bool = False


class Lexicon:
    """Phrases by their first word, the longest first. Case counts where names are meant."""

    def __init__(self) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool, Entry]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(self, phrase: str, entry: Entry, *, capital: bool) -> None:
        """Add a phrase; ``capital``: it counts only where its words begin like names."""
        parts = (phrase,) if phrase.isupper() and not capital else tuple(split_phrase(phrase))
        if parts:
            self._phrases.setdefault(parts[0].casefold(), []).append((parts, capital, entry))

    def add_stem(self, phrase: str, entry: Entry) -> None:
        """Add a phrase whose words may be stems ("минист*"), looked up by four letters."""
        parts = tuple(split_phrase(phrase))
        if parts:
            self._stems.setdefault(parts[0].rstrip("*")[:4], []).append((parts, entry))

    def close(self) -> None:
        """Put longer phrases before shorter ones."""
        for phrases in self._phrases.values():
            phrases.sort(key=lambda item: -len(item[0]))
        for stems in self._stems.values():
            stems.sort(key=lambda item: (-len(item[0]), -len(item[0][0])))

    def widened(self, phrases: Iterable[tuple[str, Entry]]) -> Lexicon:
        """Return a lexicon with further names; this one stays as it is."""
        wider = Lexicon()
        wider._phrases, wider._stems = dict(self._phrases), self._stems
        for phrase, entry in phrases:
            if parts := tuple(split_phrase(phrase)):
                held = [*wider._phrases.get(parts[0], ()), (parts, phrase[0].isupper(), entry)]
                wider._phrases[parts[0]] = sorted(held, key=lambda item: -len(item[0]))
        return wider

    def match(
        self, words: Sequence[Word], at: int, *, shouted: bool = False
    ) -> tuple[int, tuple[Entry, ...]]:
        """Return how many words from ``at`` make the longest known phrase, and its meanings."""
        best, found = 0, []
        for parts, capital, entry in self._phrases.get(words[at].low, ()):
            if len(parts) < best:
                break
            if _fits(words, at, parts, capital and not shouted):
                best = len(parts)
                found.append(entry)
        if not best and self._stems:
            keys = words[at].low[:4], words[at].low[:3]
            for stems, entry in (item for key in keys for item in self._stems.get(key, ())):
                if len(stems) >= best and _begins(words, at, stems, entry):
                    best = len(stems)
                    found.append(entry)
        return best, tuple(found)


def split_phrase(phrase: str) -> list[str]:
    """Return the words of a phrase of the lists as tokens are written, in lower case."""
    plain = phrase.casefold().replace("’", "'").replace("_", " ").replace(",", " ,")
    return plain.replace("'s ", " 's ").split()


def _fits(words: Sequence[Word], at: int, parts: tuple[str, ...], capital: bool) -> bool:
    if at + len(parts) > len(words) or (parts[0].isupper() and words[at - 1].text.isdigit()):
        return False  # "3 PM" is no Prime Minister
    if capital and not words[at].capital:
        return False
    return all(part in (words[at + n].low, words[at + n].text) for n, part in enumerate(parts))


def _begins(words: Sequence[Word], at: int, stems: tuple[str, ...], entry: Entry) -> bool:
    if at + len(stems) > len(words) or (entry.kind == "state" and not words[at].capital):
        return False
    for n, form in enumerate(stems):
        low = words[at + n].low
        known = low.startswith(form[:-1]) if form.endswith("*") else low == form
        if not known or (len(form) == 4 and form[-1] == "*" and stem(low) != form[:-1]):
            return False
    return True


class Names(msgspec.Struct, frozen=True):
    """Word lists about personal names and about what capitals alone do not tell."""

    particles: frozenset[str]
    leading: frozenset[str]
    suffixes: frozenset[str]
    openers: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    joining: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    organisation: frozenset[str]
    place: frozenset[str]
    thing: frozenset[str]
    named_things: frozenset[str]
    modifiers: frozenset[str]
    past: frozenset[str]

    def gender(self, word: str) -> Literal["m", "f"] | None:
        """Return the gender that a given name tells, if it does."""
        low = word.casefold()
        man, woman = low in self.men, low in self.women
        if man == woman:
            return None
        return "m" if man else "f"


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a word list of the package, read once."""
    data = files("communique.read.data").joinpath(f"{name}.toml")
    return tomli.loads(data.read_text("utf-8"))


def _common_words() -> frozenset[str]:
    data = files("communique.read.data").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(w for line in data.splitlines() if line[:1] != "#" for w in line.split())


@cache
def names() -> Names:
    """Return the word lists about names."""
    lists, bodies, offices = table("names"), table("bodies")["words"], table("offices")
    return Names(
        particles=frozenset(lists["particles"]),
        leading=frozenset(lists["leading"]),
        suffixes=frozenset(lists["suffixes"]),
        openers=frozenset(lists["openers"].split()),
        never=frozenset(lists["never"]),
        common=_common_words(),
        joining=frozenset(lists["verbs"].split()).union(
            *map(word_class, ("oblique", "joining", "determiners", "pronouns"))
        ),
        men=frozenset(lists["given"]["m"].split()),
        women=frozenset(lists["given"]["f"].split()),
        organisation=frozenset(bodies["organisation"]),
        place=frozenset(bodies["place"]),
        thing=frozenset(bodies["thing"]),
        named_things=frozenset(bodies["named_things"]),
        modifiers=frozenset(offices["modifiers"]["en"] + offices["modifiers"]["portfolios"]),
        past=frozenset(offices["cut_off"]["past"]),
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of words of ``data/grammar.toml``."""
    return frozenset(table("grammar")[name].split())


@cache
def meant_by(office: str) -> tuple[str, ...]:
    """Return the classes of holders that an epithet of the class can mean."""
    return tuple(table("offices")["meant_by"].get(office, (office,)))


@cache
def office_class(title: str) -> str | None:
    """Return the class of a printed office by the longest known phrase that ends it."""
    known = _office_classes()
    words = split_phrase(title)
    for first in range(len(words)):
        found = known.get(" ".join(words[first:]))
        if found:
            return found
    return known.get(words[0]) if words else None


@cache
def singular(title: str) -> str:
    """Return the singular of a printed office in the plural; other words as they are."""
    known = _singulars()
    words = title.split()
    for first in range(len(words)):
        one = known.get(" ".join(words[first:]).casefold())
        if one:
            capital = words[first][0].isupper()
            return " ".join([*words[:first], one[0].upper() + one[1:] if capital else one])
    return title


@cache
def _singulars() -> Mapping[str, str]:
    titles = table("offices")["titles"]["en"]
    return {pluralised(phrase): phrase for phrases in titles.values() for phrase in phrases}


@cache
def _office_classes() -> Mapping[str, str]:
    classes: dict[str, str] = {}
    for tongue in table("offices")["titles"].values():
        for office, phrases in tongue.items():
            for phrase in phrases:
                classes.setdefault(phrase, office)
                classes.setdefault(pluralised(phrase), office)
    return classes


@cache
def single_offices() -> frozenset[str]:
    """Return the classes of which a state has one holder at a time."""
    return frozenset(table("offices")["single"]["classes"])


@cache
def state_name(code: str) -> str:
    """Return the usual English name of a state; of one that no list knows, its key."""
    state = table("states")["states"].get(code)
    return str(state["names"][0]) if state else code


def people_of(state: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the words for the people of a state: by default the plural of its adjective."""
    return state.get("people") or [f"{word}s" for word in state["adjectives"][:1]]


@lru_cache(maxsize=32)
def lexicon(language: str | None) -> Lexicon:
    """Return the lexicon for reports in ``language`` (BCP 47, or None): English and that one."""
    built = Lexicon()
    _add_states(built)
    _add_bodies(built)
    titles = table("offices")["titles"]
    _add_offices(built, titles["en"])
    tongue = (language or "en").split("-")[0].casefold()
    if tongue != "en":
        _add_foreign_states(built, tongue)
        for office, phrases in titles.get(tongue, {}).items():
            for phrase in phrases:
                entry = Entry("office", office, gender=_gender(phrase))
                if "*" in phrase:
                    built.add_stem(phrase, entry)
                else:
                    built.add(phrase, entry, capital=False)
    built.close()
    return built


def _add_states(built: Lexicon) -> None:
    data = table("states")
    for code, state in data["states"].items():
        name = state["names"][0]
        _add_all(built, state["names"], Entry("state", code, name))
        _add_all(built, state["adjectives"], Entry("adjective", code, name))
        _add_all(built, people_of(state), Entry("people", code, name))
        _add_all(built, [state["capital"]], Entry("seat", code, name))
    for seat, code in data["seats"].items():
        _add_all(built, [seat], Entry("seat", code, seat))
    for name, region in data["regions"].items():
        _add_all(built, [name], Entry("region", name, name))
        _add_all(built, region["people"], Entry("region", name, name))
    _add_all(built, table("names")["places"].split(), Entry("place", ""))


def _add_all(built: Lexicon, phrases: Iterable[str], entry: Entry) -> None:
    for phrase in phrases:
        built.add(phrase, entry, capital=True)


def _add_bodies(built: Lexicon) -> None:
    data = table("bodies")
    for group in ("blocs", "organisations"):
        for key, phrases in data[group].items():
            _add_all(built, phrases, Entry("body", key, phrases[0], bloc=group == "blocs"))


def _add_offices(built: Lexicon, titles: Mapping[str, Sequence[str]]) -> None:
    for office, phrases in titles.items():
        for phrase in phrases:
            gender = _gender(phrase)
            built.add(phrase, Entry("office", office, gender=gender), capital=False)
            if not phrase.endswith((".", "chair")):  # "chairs" are furniture
                plural = Entry("office", office, plural=True, gender=gender)
                built.add(pluralised(phrase), plural, capital=False)
    for word in [word for words in table("offices")["collective"].values() for word in words]:
        built.add(word, Entry("office", "collective", plural=True), capital=False)
    for gender, words in table("offices")["courtesy"].items():
        for word in words:
            entry = Entry("courtesy", "", gender=gender if gender in "mf" else None)
            built.add(word, entry, capital=True)


def _gender(phrase: str) -> Literal["m", "f"] | None:
    genders = table("offices")["gender"]
    for gender in ("m", "f"):
        if phrase in genders[gender] or phrase.split()[-1] in genders[gender]:
            return gender
    return None


def pluralised(phrase: str) -> str:
    """Return the English plural of an office: "heads of state", "deputy ministers"."""
    head, link, rest = phrase, "", ""
    for preposition in (" of ", " to ", " for ", "-at-", " in "):
        if preposition in phrase:
            head, link, rest = phrase.partition(preposition)
            break
    if head.endswith("man"):
        head = f"{head[:-3]}men"
    elif head.endswith("y") and head[-2] not in "aeiou":
        head = f"{head[:-1]}ies"
    elif head.endswith(("s", "x", "ch", "sh")):
        head = f"{head}es"
    elif head.endswith(" general"):
        head = f"{head[:-8]}s general"
    else:
        head = f"{head}s"
    return head + link + rest


def _add_foreign_states(built: Lexicon, tongue: str) -> None:
    """Add the names of states in another language, from Unicode's CLDR as Babel carries it."""
    from babel import Locale, UnknownLocaleError  # only reports in other languages pay for it

    try:
        territories = Locale.parse(tongue).territories
    except (UnknownLocaleError, ValueError):
        return
    for code in table("states")["states"]:
        name = territories.get(code)
        if not name:
            continue
        entry = Entry("state", code, state_name(code))
        built.add(name, entry, capital=name[0].isupper())
        if tongue in _INFLECTED and len(name) > 4:
            built.add_stem(" ".join(f"{stem(part)}*" for part in name.split()), entry)


@cache
def state_codes(tongue: str) -> Mapping[str, str]:
    """Return the codes of states by their names in a language, after CLDR."""
    from babel import Locale  # only reports in other languages pay for it

    territories = Locale.parse(tongue).territories
    return {name: code for code in table("states")["states"] if (name := territories.get(code))}


_INFLECTED = frozenset(("ru", "uk", "be", "pl", "lt"))


def stem(word: str) -> str:
    """Return a word of an inflected language without the vowels that its cases change."""
    return word.rstrip("аеёиоуыэюяіїєьйaeiouyąęėįųūóś") if len(word) > 4 else word
