"""What stands inside a name and is no capitalised word: nicknames, genitives, lists, additions.

Rob "Buck" Orr, the People's Alliance, the Ministry of Ports, Salt and Fish, "Anton [Belov]".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.read.who.words.lexicon import Lexicon, Names, word_class
from communique.read.who.words.words import POSSESSIVES, Word

AYNS = frozenset("'’ʼʿ‘`")
"""Marks that may be a letter of a name: "Shia’ al-Najar"."""
_ARTICLED = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]n|[Aa]s|[Aa]r)-[A-Z]")
_QUOTED = {'"': '"', "“": "”", "”": "”", "‘": "’", "'": "'", "«": "»", "„": "“", "(": ")"}
_LONGEST_NICKNAME = 3  # words
_MOST_LISTED = 12  # words of a list of what a ministry is for
_REACH = 6  # words behind a genitive in which a body's must stand
_COMMITTEES = frozenset(("committee", "subcommittee"))
_LINKS = frozenset(("of", "for", "on"))


def inner_step(
    words: Sequence[Word], first: int, at: int, names: Names, lexicon: Lexicon
) -> int | None:
    """Return how many words from ``at`` go on with the name that begins at ``first``.

    It is 0 if the name ends there, and None if nothing of the kind stands there.
    """
    text = words[at].text
    given = names.gender(words[first].low) is not None
    if text == "[":
        return _inserted(words, at, names, lexicon) if given else 0
    if text == "]":  # "[the envoy Anton] Belov"
        joined = at == first + 1 and given and names_on(words, at + 1, names, lexicon)
        return 2 if joined else 0
    if text in AYNS and at + 1 < len(words) and words[at].start == words[at - 1].end:
        if _ARTICLED.match(words[at + 1].text):
            return 2
    elif text in _QUOTED:
        inside = words[at + 1] if at + 1 < len(words) else words[at]
        plain = not inside.text.isupper() and (given or names.gender(inside.low) is not None)
        if text != "(" or (plain and words[at + 2 : at + 3] and words[at + 2].text == ")"):
            return _nicknamed(words, at, names, lexicon) or None
    if text in POSSESSIVES or text in ("'", "’"):
        return _owned(words, at, names) or None
    if text == ",":
        return _comma_step(words, first, at, names, lexicon)
    return None


def names_on(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether the word can go on with a name after a particle."""
    if at >= len(words) or not words[at].capital or not words[at].is_word:
        return False
    return words[at].low not in names.openers and not lexicon.match(words, at)[0]


def is_suffixed(words: Sequence[Word], first: int, at: int, names: Names) -> bool:
    """Tell whether a name has ended before: "Roy Orr Sr. | Jan Lee", but not "John II College"."""
    before, word = words[at - 1].low, words[at]
    if before not in names.suffixes or at < first + 2 or word.low in names.suffixes:
        return False
    ahead = words[at : at + 3]
    return not any(w.low in names.organisation or w.low in names.thing for w in ahead)


def is_addressed(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a form of address begins another name: "Union House | H.E. Ann Lee"."""
    entries = lexicon.match(words, at)[1] if len(words[at].text) > 2 else ()
    stopped = words[at].text.endswith(".")
    return stopped and any(entry.kind == "courtesy" for entry in entries)


def nicknames(words: Sequence[Word]) -> frozenset[int]:
    """Return which words of a name stand between quotation marks or brackets: Rob "Buck" Orr."""
    for n, word in enumerate(words):
        closing = _QUOTED.get(word.text)
        ends = (k for k in range(n + 2, len(words)) if words[k].text == closing)
        if closing and (end := next(ends, 0)):
            return frozenset(range(n + 1, end))
    return frozenset()


def opens_with_owner(words: Sequence[Word], at: int, names: Names) -> bool:
    """Tell whether a body's name opens with whose it is: "Women | 's League"."""
    marked = at + 1 < len(words) and words[at + 1].text in (*POSSESSIVES, "'", "’")
    return marked and _owned(words, at + 1, names) > 0


def _inserted(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> int:
    """Go over a name that the editor has added: "Anton [Belov]"."""
    if at + 2 >= len(words) or words[at + 2].text != "]" or not words[at + 1].capital:
        return 0
    low = words[at + 1].low
    plain = low in names.common or low in names.openers
    return 0 if plain or lexicon.match(words, at + 1)[0] else 3


def _nicknamed(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> int:
    """Go over a nickname between a given name and a family name: Rob | "Buck" | Orr."""
    closing = _QUOTED[words[at].text]
    for end in range(at + 2, min(at + 2 + _LONGEST_NICKNAME, len(words) - 1)):
        if words[end].text == closing:
            inside = words[at + 1 : end]
            told = all(word.is_word and (word.capital or word.low == "the") for word in inside)
            goes_on = told and words[end + 1].start == words[end].end + 1
            family = goes_on and names_on(words, end + 1, names, lexicon)
            return end + 2 - at if family and words[at].start > words[at - 1].end else 0
    return 0


def _owned(words: Sequence[Word], at: int, names: Names) -> int:
    """Go over the genitive in the name of a body: "the People | 's | Alliance"."""
    before = words[at - 1].low
    if at + 1 >= len(words) or not words[at + 1].capital:
        return 0
    many = words[at].text not in POSSESSIVES and before.endswith("s") and before in names.common
    if not many and before not in word_class("owners_of_bodies"):
        return 0
    end = at + 1
    while end < len(words) and end < at + _REACH and words[end].capital:
        if words[end].low in names.organisation:
            return 2
        end += 1
    return 0


def _comma_step(
    words: Sequence[Word], first: int, at: int, names: Names, lexicon: Lexicon
) -> int | None:
    """Go over "Lee | , Jr." and "the Ministry of Ports | , Salt and Fish"."""
    if at + 1 < len(words) and words[at + 1].low in names.suffixes:
        return 2 if words[at + 1].capital else 0
    if any(word.low in word_class("chambers") for word in words[first : first + 3]):
        return _listed_before(words, at, names, lexicon) or None
    heads = (word.low in word_class("listing_bodies") for word in words[first:at])
    linked = any(word.low in _LINKS for word in words[first + 1 : at])
    return _listed(words, at, names, lexicon) or None if linked and any(heads) else None


def _listed(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> int:
    """Return how long the rest of a list with commas and "and" is: ", Salt and | Fish"."""
    joined, end = False, at
    while end < min(at + _MOST_LISTED, len(words)):
        mark = words[end]
        if mark.text == "," or mark.low in ("and", "&"):
            opens = end + 1
            if mark.text == "," and opens < len(words) and words[opens].low in ("and", "&"):
                joined, opens = True, opens + 1
            joined = joined or mark.low in ("and", "&")
            if opens >= len(words) or not _is_field(words, opens, names, lexicon):
                return 0
            end = opens + 1
        elif _is_field(words, end, names, lexicon):
            end += 1
        else:
            break
        if joined and (end == len(words) or not words[end].capital):
            return end - at
    return 0


def _listed_before(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> int:
    """Return how long the rest of a list before its committee is: "House Trade | , Salt, and Fish
    Committee"."""
    for end in range(at, min(at + _MOST_LISTED, len(words))):
        word = words[end]
        if word.low in _COMMITTEES and word.capital:
            return end + 1 - at
        between = word.text == "," or word.low in ("and", "&")
        if not between and not _is_field(words, end, names, lexicon):
            return 0
    return 0


def _is_field(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether a word may be one of what a ministry is for."""
    word = words[at]
    if not word.capital or not word.is_word or names.gender(word.low) is not None:
        return False
    length, entries = lexicon.match(words, at)
    office = length and any(entry.kind == "office" for entry in entries)
    known = word.low in names.common or word.low in word_class("fields")
    return known and not office and word.low not in word_class("weekdays")
