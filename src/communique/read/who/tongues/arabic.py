"""Words of Arabic, made ready for the rules: clitics apart, names marked.

Arabic joins "and", "to", "by" and the article to a word, and has no capitals. So prefixes are
cut off where what remains is a word of the lists, the article is left out of what is compared,
and a name is a run of words that no list knows, right behind an office ("الرئيس البولندي |
يان مروز"), a courtesy, or wherever a name that was shown so stands again. Behind an office in
the construct state ("رئيس | نورفيليا") the first such word is a state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from communique.model import Span
from communique.read.who.tongues.grammar import Meaning, Phrases, Tongue, tongue_for
from communique.read.who.tongues.spelling import bare, plain
from communique.read.who.words.words import Line, Word

_PREFIXES = ("و", "ف", "ب", "ل", "ك")
_ARTICLE = "ال"
_LETTERS = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670\u0671]+")
_PARTICLES = frozenset(map(plain, ("بن", "ابن", "آل", "أبو", "بو", "عبد", "بنت", "أم")))
_POSTED = plain("لدى")
_PREFIXED = 2  # prefixes of a word
_LONGEST = 4  # words of a name
_USUAL = 2  # words of a name without particles
_STATED = ("head-of-state", "head-of-government", "foreign-minister", "royal", "minister",
           "ambassador", "legislator")  # fmt: skip


class Shown(msgspec.Struct):
    """What offices show: full names as tuples of words, states and adjectives of states."""

    names: set[tuple[str, ...]]
    states: dict[str, str]
    adjectives: dict[str, str]


def arabic_words(
    text: str, lines: Sequence[Line], tongue: Tongue, known: Phrases
) -> tuple[list[list[Word]], Phrases]:
    """Return the words of each line with names marked, and the phrases with new states."""
    function = frozenset(map(plain, tongue.function))
    vocabulary = known.vocabulary()
    cut = [list(_split(text, line, vocabulary, function)) for line in lines]
    shown = Shown(set(), {}, {})
    for words in cut:
        _show(words, known, function, shown)
    phrases = _with_states(cut, known, shown)
    families = {name[-1] for name in shown.names if len(name[-1]) > 2}
    for words in cut:
        _mark(words, shown.names, families)
    return cut, phrases


def _split(
    text: str, line: Line, vocabulary: frozenset[str], function: frozenset[str]
) -> Iterator[Word]:
    for word in line.words:
        if not _LETTERS.fullmatch(word.text):
            yield word
            continue
        at = _prefix(word.text, vocabulary, function)
        if at:
            before = Word(text, Span(word.start, word.start + at))
            before.low = plain(before.text)
            yield before
            word = Word(text, Span(word.start + at, word.end))
        word.low = bare(word.text)
        yield word


def _prefix(text: str, vocabulary: frozenset[str], function: frozenset[str]) -> int:
    """Return how many letters "and", "to", "by" … take at the beginning of a word."""
    at = 0
    while at < _PREFIXED and len(text) - at > 3:
        rest = text[at:]
        if bare(rest) in vocabulary or plain(rest) in function:
            return at
        if rest[0] not in _PREFIXES:
            break
        at += 1
        if rest[:2] == "لل" and bare(rest[2:]) in vocabulary:
            return at + 1
    rest = text[at:]
    known = bare(rest) in vocabulary or (len(rest) > 2 and plain(rest) in function)
    return at if at and known else 0


def _is_definite(word: Word) -> bool:
    return word.text.startswith(_ARTICLE)


def _show(words: Sequence[Word], known: Phrases, function: frozenset[str], shown: Shown) -> None:
    """Note the names, states and adjectives of states that the offices of a line show."""
    at = 0
    while at < len(words):
        length, meaning = known.match(words, at) if words[at].is_word else (0, None)
        if meaning is None:
            at += 1
            continue
        at += length
        if meaning.kind in ("office", "courtesy", "counterpart"):
            at = _behind(words, at, meaning, known, function, shown)


def _behind(
    words: Sequence[Word],
    at: int,
    meaning: Meaning,
    known: Phrases,
    function: frozenset[str],
    shown: Shown,
) -> int:
    definite = _is_definite(words[at - 1]) or meaning.kind != "office"
    stated = meaning.key in _STATED
    while at < len(words):
        length, other = known.match(words, at) if words[at].is_word else (0, None)
        if other is not None and other.kind in ("state", "adjective", "field", "realm"):
            definite = True
            at += length
        elif words[at].low == _POSTED and at + 2 < len(words):
            at += 2  # "سفير فرنسا | لدى المملكة"
        elif other is None and definite and stated and _is_nisba(words, at, function):
            stem = re.sub(r"(?:ية|ي)$", "", words[at].low)
            shown.adjectives[words[at].low] = stem
            at += 1
        elif other is None and not definite and stated and _is_unknown(words, at, known, function):
            shown.states[words[at].low] = words[at].text
            definite = True
            at += 1
        else:
            break
    end = _name_end(words, at, known, function)
    if end > at:
        shown.names.add(tuple(word.low for word in words[at:end]))
    return max(at, end)


def _is_nisba(words: Sequence[Word], at: int, function: frozenset[str]) -> bool:
    """Tell whether a word is an adjective made of a name: "النورفيلي"."""
    word = words[at]
    ends = word.low.endswith(("ي", "يه", "ية"))
    return _is_definite(word) and ends and len(word.low) > 4 and word.low not in function


def _is_unknown(words: Sequence[Word], at: int, known: Phrases, function: frozenset[str]) -> bool:
    word = words[at]
    if not word.is_word or not _LETTERS.fullmatch(word.text) or len(word.low) < 2:
        return False
    low = plain(word.text)
    if low in function or low.removeprefix("و") in function or _is_definite(word):
        return False
    return known.match(words, at)[1] is None


def _name_end(words: Sequence[Word], at: int, known: Phrases, function: frozenset[str]) -> int:
    """Return where a name that begins at ``at`` ends; ``at`` where none does."""
    end, plainly = at, 0
    if at + 1 < len(words) and words[at].low not in _given() and _is_definite(words[at + 1]):
        return at  # "الوزير | قصف المستشفى": a noun in the construct state, and no name
    while end < len(words) and end - at < _LONGEST and plainly < _USUAL:
        if words[end].low in _PARTICLES and end + 1 < len(words):
            end += 1
            continue
        named = end > at and _is_definite(words[end]) and _is_family(words[end], function)
        if not (named or _is_unknown(words, end, known, function)):
            break
        end, plainly = end + 1, plainly + 1
    return end


@cache
def _given() -> frozenset[str]:
    """Return the Arabic given names of the lists, in plain spelling."""
    tongue = tongue_for("ar")
    names = str(tongue.raw.get("given", "")).split() if tongue else ()
    return frozenset(map(plain, names)) | _PARTICLES


def _is_family(word: Word, function: frozenset[str]) -> bool:
    """Tell whether a word with an article may be a family name: "محمد | الحسن"."""
    return plain(word.text) not in function and not word.low.endswith(("ية", "ين", "ات", "ان"))


def _with_states(cut: Iterable[Sequence[Word]], known: Phrases, shown: Shown) -> Phrases:
    """Return the phrases with the states and adjectives that offices show."""
    if not (shown.states or shown.adjectives):
        return known
    seen = {word.low: word.text for words in cut for word in words}
    wider = known.copy()
    for low, name in sorted(shown.states.items()):
        wider.add(f"{low}=", Meaning("state", name, name))
    for low, stem in sorted(shown.adjectives.items()):
        key = next((form for form in (f"{stem}يا", stem, f"{stem}ا") if form in seen), None)
        if key is None or known.holds(key):
            continue
        name = shown.states.get(key, seen[key])
        wider.add(f"{key}=", Meaning("state", name, name))
        wider.add(f"{low}=", Meaning("adjective", name))
        wider.add(f"{low.removesuffix('ة')}ة=" if low.endswith("ي") else f"{low[:-1]}=",
                  Meaning("adjective", name))  # fmt: skip
    return wider.close()


def _mark(words: Sequence[Word], names: set[tuple[str, ...]], families: set[str]) -> None:
    """Mark the words of names as if they had capitals."""
    lows = tuple(word.low for word in words)
    for at in range(len(words)):
        for length in range(_LONGEST, 0, -1):
            run = lows[at : at + length]
            if run in names or (length == 1 and _is_family_of(run[0], families)):
                for word in words[at : at + length]:
                    word.capital = True
                break


def _is_family_of(low: str, families: set[str]) -> bool:
    return low in families
