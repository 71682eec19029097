"""The words of a language by which people, states and bodies are named, from its TOML file.

A file stands in ``read/data/tongues``, one a language; to add a language is to add a file.
Lemmas are written in the nominative singular. A word of a phrase matches all its cases: the
stem of the lemma with one of the language's ``endings``. ``*`` at the end of a word marks a
stem that is written out ("посл*"), ``=`` a word that has no other form.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from communique.read.who.tongues.spelling import bare
from communique.read.who.words.words import Word

MarkKind = Literal[
    "office", "state", "adjective", "seat", "realm", "side", "body", "organisation",
    "courtesy", "counterpart", "determiner", "link", "field", "group", "tail", "region",
]  # fmt: skip


class Meaning(msgspec.Struct, frozen=True):
    """What a phrase means. ``key`` is a state's code, an office's class …; ``name`` its lemma.

    ``general`` tells that an office says no more than its class ("head of state").
    """

    kind: MarkKind
    key: str
    name: str = ""
    general: bool = False
    gender: Literal["m", "f"] | None = None


_STEM = 4  # letters that a stem has at the least, where the word is long enough

Matcher = tuple[str, frozenset[str] | None]
"""A stem and the endings that it may have; None for a word with one form."""


class Phrases:
    """Phrases of a language by the first letters of their first word."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._by_start: dict[str, list[tuple[tuple[Matcher, ...], bool, Meaning]]] = {}

    def copy(self) -> Phrases:
        """Return phrases to which more can be added without changing these."""
        fresh = Phrases(self._tongue)
        fresh._by_start = {start: [*held] for start, held in self._by_start.items()}
        return fresh

    def add(self, phrase: str, meaning: Meaning, *, capital: bool = False) -> None:
        """Add a phrase; with ``capital`` it counts only where its first word has one."""
        plain = phrase.casefold().replace("ʼ", "'").replace("’", "'")
        if self._tongue.raw.get("semitic"):
            plain, capital = _without_articles(plain), False
        parts = tuple(self._tongue.matcher(word) for word in plain.split())
        if parts:
            held = self._by_start.setdefault(parts[0][0][:3], [])
            held.append((parts, capital, meaning))

    def close(self) -> Phrases:
        """Put longer phrases before shorter ones."""
        for held in self._by_start.values():
            held.sort(key=lambda item: (-len(item[0]), -len(item[0][0][0])))
        return self

    def vocabulary(self) -> frozenset[str]:
        """Return the words of all phrases."""
        held = (item[0] for items in self._by_start.values() for item in items)
        return frozenset(stem for parts in held for stem, _ in parts)

    def holds(self, word: str) -> bool:
        """Tell whether a word is a phrase."""
        return any(
            len(parts) == 1 and parts[0][0] == word
            for parts, _, _ in self._by_start.get(word[:3], ())
        )

    def match(self, words: Sequence[Word], at: int) -> tuple[int, Meaning | None]:
        """Return how many words from ``at`` make a phrase, the longest, and its meaning."""
        low = words[at].low
        for start in (low[:3], low[:2], low[:1]):
            for parts, capital, meaning in self._by_start.get(start, ()):
                if capital and not words[at].capital:
                    continue
                if _fits(words, at, parts):
                    return len(parts), meaning
        return 0, None


def _without_articles(phrase: str) -> str:
    """Return an Arabic phrase as it is compared: one spelling, and no articles."""
    return " ".join(map(bare, phrase.split()))


def _fits(words: Sequence[Word], at: int, parts: Sequence[Matcher]) -> bool:
    if at + len(parts) > len(words):
        return False
    for n, (stem, endings) in enumerate(parts):
        low = words[at + n].low
        if endings is None:
            if low != stem:
                return False
        elif not low.startswith(stem) or low[len(stem) :] not in endings:
            return False
    return True


class Tongue(msgspec.Struct, frozen=True, kw_only=True):
    """The grammar of one language, as far as naming needs it.

    ``inflected`` tells that nouns have cases, ``nouns`` that all nouns have capitals,
    ``state_first`` that the state stands before the office ("Lenkijos prezidentas").
    ``after_name`` are words that show that a name set behind its office is at its end,
    ``field_links`` those before a minister's field ("chargé | de", "au").
    ``inverted`` are pronouns behind a verb and a hyphen ("a-t-elle"), ``impersonal`` words behind
    a pronoun that show that it means nobody ("il | faut").
    ``declension`` turns the endings of names in a case into those of the nominative, by
    gender and case; see :mod:`~communique.read.who.tongues.inflection`.
    """

    code: str
    inflected: bool
    nouns: bool
    state_first: bool
    endings: frozenset[str]
    tails: tuple[str, ...]
    function: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    links: frozenset[str]
    bodies: frozenset[str]
    pronouns: Mapping[str, str]
    inverted: Mapping[str, str]
    impersonal: Mapping[str, str]
    elided: frozenset[str]
    places: frozenset[str]
    after_name: frozenset[str]
    field_links: frozenset[str]
    opens: frozenset[str]
    verbs: frozenset[str]
    cases: Mapping[str, Mapping[str, tuple[str, ...]]]
    declension: Mapping[str, Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]]
    prepositions: Mapping[str, str]
    adjectives: str
    raw: Mapping[str, Any]

    def matcher(self, word: str) -> Matcher:
        """Return what matches the forms of a lemma."""
        if word.endswith("="):
            return word[:-1], None
        if word.endswith("*"):
            return word[:-1], self.endings
        return self.stem(word), self.endings

    def stem(self, lemma: str) -> str:
        """Return a lemma without what its cases change."""
        for least in (_STEM, 2):
            for tail in self.tails:
                if lemma.endswith(tail) and len(lemma) - len(tail) >= least:
                    return lemma[: -len(tail)]
        return lemma


def _set(raw: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(str(raw.get(name, "")).casefold().split())


def _rules(text: str) -> tuple[tuple[str, str], ...]:
    """Return "ом> ем>ь" as pairs of an ending and what stands there in the nominative."""
    return tuple((one, other) for one, _, other in (r.partition(">") for r in text.split()))


@lru_cache(maxsize=16)
def tongue_for(language: str | None) -> Tongue | None:
    """Return the grammar for a BCP 47 tag, or ``None`` where there is none."""
    code = (language or "").split("-")[0].casefold()
    source = files("communique.read.data").joinpath(f"tongues/{code}.toml")
    if not code.isalpha() or not source.is_file():
        return None
    raw = tomllib.loads(source.read_text("utf-8"))
    declension = {
        gender: {
            case: {part: _rules(rules) for part, rules in parts.items()}
            for case, parts in cases.items()
        }
        for gender, cases in raw.get("declension", {}).items()
    }
    return Tongue(
        code=code,
        inflected=raw.get("inflected", False),
        nouns=raw.get("nouns", False),
        state_first=raw.get("state_first", False),
        endings=frozenset(("", *raw.get("endings", "").split())),
        tails=tuple(sorted(raw.get("tails", "").split(), key=lambda tail: -len(tail))),
        function=_set(raw, "function"),
        indefinite=_set(raw, "indefinite"),
        definite=_set(raw, "definite"),
        links=_set(raw, "links"),
        bodies=_set(raw, "organisation_words"),
        pronouns=raw.get("pronouns", {}),
        inverted=raw.get("inverted_pronouns", {}),
        impersonal=raw.get("impersonal", {}),
        elided=_set(raw, "elided"),
        places=_set(raw, "place_prepositions"),
        after_name=_set(raw, "after_name"),
        field_links=_set(raw, "field_links"),
        opens=frozenset((",", ":", "«", "—", "–", *str(raw.get("opens", "")).split())),
        verbs=_set(raw, "auxiliaries"),
        cases={
            kind: {case: tuple(ends.split()) for case, ends in cases.items()}
            for kind, cases in raw.get("cases", {}).items()
        },
        declension=declension,
        prepositions={
            word: case
            for case, some in raw.get("prepositions", {}).items()
            for word in some.split()
        },
        adjectives=raw.get("adjectives", ""),
        raw=raw,
    )


def phrases_of(tongue: Tongue) -> Phrases:
    """Return the phrases that a language's lists hold; built once."""
    return _phrases(tongue.code)


@cache
def _phrases(code: str) -> Phrases:
    tongue = tongue_for(code)
    assert tongue is not None
    built = Phrases(tongue)
    _add_offices(built, tongue)
    _add_states(built, tongue)
    for kind in _LISTS:
        for phrase in tongue.raw.get(f"{kind}_words", ()):
            forms, _, name = phrase.partition("|")
            plain = (name or forms).strip("*=")
            built.add(forms, Meaning(kind, plain, plain, gender=_courtesy_of(phrase, tongue)))
    for key, names in tongue.raw.get("organisations", {}).items():
        for name in names:
            meaning = Meaning("organisation", key, names[0].strip("*="))
            built.add(name, meaning, capital=not name.endswith("="))
    for field, office in tongue.raw.get("fields", {}).items():
        built.add(field, Meaning("field", office, field))
    for field in tongue.raw.get("field_words", ()):
        built.add(field, Meaning("field", "", field.strip("*=")))
    return built.close()


#: Lists of words that a file has under "KIND_words".
_LISTS: tuple[MarkKind, ...] = (
    *("realm", "side", "body", "courtesy", "counterpart", "group", "tail", "region"),
)


def _courtesy_of(phrase: str, tongue: Tongue) -> Literal["m", "f"] | None:
    """Return of whom a form of address is, if the lists tell: "Mme"."""
    genders: dict[str, Literal["m", "f"]] = tongue.raw.get("addressed", {})
    return genders.get(phrase.strip("*="))


def _add_offices(built: Phrases, tongue: Tongue) -> None:
    for office, lemmas in tongue.raw.get("offices", {}).items():
        for lemma in lemmas:
            general = lemma.startswith("~")
            phrase = lemma.lstrip("~")
            forms, _, name = phrase.partition("|")
            gender: Literal["f"] | None = "f" if lemma in tongue.raw.get("feminine", ()) else None
            printed = (name or forms).replace("*", "").replace("=", "")
            built.add(forms, Meaning("office", office, printed, general, gender))


def _add_states(built: Phrases, tongue: Tongue) -> None:
    """Add names, adjectives and seats of states: from Unicode's CLDR, and what it lacks."""
    from communique.read.who.words.lexicon import table

    states = table("states")["states"]
    raw = tongue.raw.get("states", {})
    for code, name in _territories(tongue.code).items():
        if code in states:
            built.add(_as_stem(name), Meaning("state", code), capital=True)
    for code, names in raw.get("names", {}).items():
        for name in names:
            built.add(name, Meaning("state", code), capital=True)
    for code, stems in raw.get("adjectives", {}).items():
        for stem in stems.split():
            form = stem if stem.endswith("=") else f"{stem}*"
            built.add(form, Meaning("adjective", code))
    for code, state in states.items():
        english = f"{state['capital']}=" if tongue.code in _LATIN else ""
        if seat := _cities(tongue.code).get(state["capital"]) or english:
            built.add(seat, Meaning("seat", code, seat.strip("*=")), capital=True)
    for code, seats in raw.get("seats", {}).items():
        for seat in seats.split():
            built.add(seat, Meaning("seat", code, seat.strip("*=")), capital=True)


def _as_stem(name: str) -> str:
    """Return a state's name so that "Хорват", a family name, is no form of it."""
    return f"{name[:-1]}*" if name.endswith("ия") and " " not in name else name


#: Languages that write most capitals as English does, where CLDR has no other form.
_LATIN = ("de", "es", "fr", "it", "lt", "pl", "pt", "tr")


def _territories(code: str) -> dict[str, str]:
    from babel import Locale  # only reports in other languages pay for it

    return {key: str(name) for key, name in Locale.parse(code).territories.items()}


@cache
def _cities(code: str) -> Mapping[str, str]:
    """Return names of cities in a language by their English names, where CLDR has both."""
    from babel import Locale

    local = Locale.parse(code).time_zones
    found: dict[str, str] = {}
    for zone in local:
        city = local[zone].get("city")
        if city:
            found[str(zone).rpartition("/")[2].replace("_", " ")] = str(city)
    return found


def is_any(meaning: Meaning | None, tongue: Tongue) -> bool:
    """Tell whether an office alone says no more than its class: "minister"."""
    return meaning is not None and meaning.name.casefold() in tongue.raw.get("any_of_class", ())


def compound(word: str, tongue: Tongue) -> Meaning | None:
    """Return the office that a compound ends in, where words are joined: "Oppositions|führerin"."""
    for office, heads in tongue.raw.get("compounds", {}).items():
        for head in heads.split():
            if word.endswith(head) and len(word) - len(head) >= _JOINED:
                gender: Literal["f"] | None = "f" if head.endswith("in") else None
                return Meaning("office", office, word, gender=gender)
    return None


_JOINED = 3  # letters before the head of a compound
