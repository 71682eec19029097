"""Noun phrases beside a verb of saying: the words that name the speaker.

There is no parser here. A phrase is found from one known edge (the verb) by what can
not stand inside it: verbs, conjunctions, punctuation other than an apposition's commas.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.apposed import phrase_end
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.phrase_ends import (
    before_time,
    can_end,
    is_time,
    month_name,
    tells_time,
)
from communique.read.speech.streams import Word

#: No phrase that names a speaker has more words.
LONGEST = 40
_APPOSITION = 30
#: Words that a phrase set in between a subject and its verb has at most, commas included.
_INSERTION = 10
#: Words of a name beside an office.
_NAME = 5
_COMMAS = frozenset((",", "،", "，"))
_HARD = frozenset(';:()[]{}…—–"“”«»!?•|/') | {"--", "-", "...", ".."}
_DASHES = frozenset(("—", "–", "--", "-"))


def subject_before(words: Sequence[Word], verb: int, first: int, lex: Lexicon) -> int | None:
    """Return where the noun phrase that ends right before ``words[verb]`` begins.

    ``first`` is the first word that may belong to it. ``None`` if there is no phrase.
    """
    at = verb - 1
    if at < first:
        return None
    word = words[at]
    if word.low in lex.words("pronouns") | lex.words("relatives") | lex.words("subjects"):
        return _relative_whose(words, at, first)
    if word.low in _COMMAS or word.low in _DASHES:
        return _with_apposition(words, at, first, lex)
    if word.low in (")", "]"):
        opened = _back_to(words, at, first, "(" if word.low == ")" else "[")
        return None if opened is None else subject_before(words, opened, first, lex)
    if not can_end(word, lex):
        return None
    before = before_time(words, at, first, lex)
    if before is not None and words[before].low in lex.words("pronouns"):
        return before
    start = _phrase_start(words, at if before is None else before, first, lex)
    return None if tells_time(words[start : at + 1], lex) else start


def _relative_whose(words: Sequence[Word], at: int, first: int) -> int:
    """Take "many of whom", "one of which" whole."""
    if at - 2 >= first and words[at].low in ("whom", "which") and words[at - 1].low == "of":
        return at - 2
    return at


def _back_to(words: Sequence[Word], at: int, first: int, low: str) -> int | None:
    for place in range(at - 1, max(first - 1, at - LONGEST), -1):
        if words[place].low == low:
            return place
    return None


def _with_apposition(words: Sequence[Word], comma: int, first: int, lex: Lexicon) -> int | None:
    """Find the start of "Ann Orr, the envoy to Nordia,": a name and what it is."""
    mark = words[comma].low
    opening = None
    for at in range(comma - 1, max(first - 1, comma - _APPOSITION), -1):
        low = words[at].low
        if low == mark and at > first and _opens_apposition(words, at + 1, comma, lex):
            opening = at
            if words[at - 1].raw[0].isupper():
                break
            if (office := _before_name(words, at, comma, first, lex)) is not None:
                return office
        elif low in _HARD and low != mark:
            break
    if opening is None:
        return _past_insertion(words, comma, first, lex)
    if not can_end(words[opening - 1], lex):
        return None
    return _phrase_start(words, opening - 1, first, lex)


def _past_insertion(words: Sequence[Word], comma: int, first: int, lex: Lexicon) -> int | None:
    """Find the subject before "Orr, for her part,", "Orr, in an interview on Monday,"."""
    if words[comma].low not in _COMMAS:
        return None
    opening = next(
        (
            k
            for k in range(comma - 2, max(first, comma - _INSERTION), -1)
            if words[k].low in _COMMAS
        ),
        None,
    )
    if opening is None or any(w.low in _HARD for w in words[opening:comma]):
        return None
    opens = words[opening + 1].low in lex.words("inserting") | lex.words("prepositions")
    return subject_before(words, opening, first, lex) if opens else None


def _before_name(
    words: Sequence[Word], opening: int, comma: int, first: int, lex: Lexicon
) -> int | None:
    """Return where an office begins that a name between commas stands behind.

    ("… by June, | the envoy for the lake, Ann Orr, | said")
    """
    name = words[opening + 1 : comma]
    if len(name) > _NAME or not all(word.raw[0].isupper() for word in name):
        return None
    start = _phrase_start(words, opening - 1, first, lex)
    determined = words[start].low in lex.words("determiners") or any(
        word.low in ("'s", "’s") for word in words[start:opening]
    )
    return start if determined else None


def _opens_apposition(words: Sequence[Word], at: int, end: int, lex: Lexicon) -> bool:
    word = words[at]
    if word.low in ("who", "whose", "which", "whom", "a", "an", "the", "one", "himself", "herself"):
        return True
    if word.low[0].isdigit():
        return end - at <= 2
    if word.low in lex.words("prepositions"):
        return False
    known = word.low in lex.words("conjunctions") or word.low in lex.words("adverbs")
    return not known and word.raw[0].isalpha() and word.low not in lex.verbs


def _phrase_start(words: Sequence[Word], last: int, first: int, lex: Lexicon) -> int:
    """Walk left from the phrase's last word as far as the phrase can reach."""
    at = last
    while at > first and last - at < LONGEST:
        before = words[at - 1]
        if not _joins(words, at - 1, first, lex):
            relative = _relative_before(words, at - 1, first, lex)
            if relative is None:
                break
            at = relative
            continue
        at -= 1
        if before.low in lex.words("pronouns"):
            break
    if at > first and words[at].low in ("least", "most") and words[at - 1].low == "at":
        return at - 1
    return _without_adverbial(words, at, last, lex)


def _joins(words: Sequence[Word], at: int, first: int, lex: Lexicon) -> bool:
    """Tell whether ``words[at]`` can stand inside a noun phrase that goes on behind it."""
    word = words[at]
    low = word.low
    if low in ("'s", "'", "’s"):
        return True
    if low in lex.words("relatives") or low in lex.words("objects") - lex.words("possessives"):
        return False
    if low in _COMMAS:
        return _is_list_comma(words, at, first)
    if low in _HARD:
        return False
    if low in ("and", "or", "&"):
        return at > first and can_end(words[at - 1], lex) and _same_kind(words, at)
    if low in lex.words("linking"):
        return at > first and can_end(words[at - 1], lex) and not is_time(words, at, lex)
    if low in lex.words("conjunctions") or low in lex.words("auxiliaries"):
        return False
    if low in lex.verbs:
        return _is_adjective(words, at, first, lex)
    if low in lex.words("adverbs") or low in lex.words("times"):
        return at > first and words[at - 1].low in lex.words("determiners")
    return word.raw[0].isalnum() or word.raw[0] in "$€£#@*'"


def _is_list_comma(words: Sequence[Word], at: int, first: int) -> bool:
    """Tell whether a comma parts the members of a list of names: "Orr, Lind and Vale"."""
    if at - 1 < first or not words[at - 1].raw[0].isupper():
        return False
    return (
        any(w.low in ("and", "or", "&") for w in words[at + 1 : at + 6])
        and words[at + 1].raw[0].isupper()
    )


def _same_kind(words: Sequence[Word], at: int) -> bool:
    """Tell whether what "and" joins looks alike: two names, or two phrases."""
    before, after = words[at - 1].raw, words[at + 1].raw
    return before[0].isupper() == after[0].isupper() or not after[0].isupper()


def _is_adjective(words: Sequence[Word], at: int, first: int, lex: Lexicon) -> bool:
    """Tell a participle inside a phrase ("the newly elected leader") from a verb."""
    if at <= first:
        return not words[at].low.endswith("s") and words[at].low.endswith("ed")
    before = words[at - 1].low
    return (
        before in lex.words("determiners")
        or before in ("'s", "'")
        or (before.endswith("ly") and before not in ("family", "assembly", "ally", "italy", "july"))
    )


def _relative_before(words: Sequence[Word], verb: int, first: int, lex: Lexicon) -> int | None:
    """Return the relative pronoun whose clause ``words[verb]`` is in, if it is close before."""
    if words[verb].low not in lex.verbs:
        return None
    for at in range(verb, max(first, verb - 14), -1):
        low = words[at].low
        if low in ("who", "which", "that", "whose") and can_end(words[at - 1], lex):
            return at - 1 if words[at - 1].low not in lex.verbs else None
        if low in _COMMAS or low in _HARD:
            return None
    return None


def _without_adverbial(words: Sequence[Word], start: int, last: int, lex: Lexicon) -> int:
    """Skip what leads the clause in: "But on Tuesday | the envoy"."""
    at = start
    while at < last and words[at].low in lex.words("leading"):
        at += 1
    if words[at].low not in lex.words("prepositions") | lex.words("times") | lex.words("adverbs"):
        return at
    for place in range(last, at, -1):
        low, before = words[place], words[place - 1]
        if low.low in lex.words("determiners") - {"'s", "'"} and before.low not in lex.words(
            "linking"
        ):
            return place
        lower = not before.raw[0].isupper() or place - 1 == at  # "В | МИД Армении заявили"
        if low.raw[0].isupper() and lower and before.low.isalpha():
            if before.low in lex.words("linking") and place - 1 > at:
                continue
            return place if before.low not in lex.words("determiners") else place - 1
        if before.low in lex.words("times") and low.low not in lex.words("times"):
            return place
    return last if words[last].raw[0].isupper() else at


def phrase_after(words: Sequence[Word], start: int, lex: Lexicon, plain: bool = False) -> int:
    """Return where the noun phrase that begins with ``words[start]`` ends.

    ``plain`` says that a comma more likely ends the phrase than opens an apposition.
    """
    short = lex.words("pronouns") | lex.words("objects")
    if start < len(words) and words[start].low in short and not _is_article(words, start, lex):
        return start + 1
    if lex.apposed:
        return phrase_end(words, start, lex, plain)
    at = start
    while at < len(words) and at - start < LONGEST:
        word = words[at]
        low = word.low
        if low in _COMMAS:
            if not _apposition_follows(words, at, start, lex, plain):
                break
        elif _is_border(words, at, start, lex):
            break
        elif (low in lex.verbs or low in lex.words("auxiliaries")) and at > start:
            if not (
                _is_adjective(words, at, start, lex)
                or _in_relative(words, at, start)
                or _owns(words, at, lex)
            ):
                break
        elif (
            low in lex.words("adverbs") and at > start and words[at - 1].low not in ("a", "the")
        ) or (low.endswith("ing") and at > start and words[at - 1].low in _COMMAS):
            break
        at += 1
    while at > start + 1 and (
        words[at - 1].low in _COMMAS or words[at - 1].low in ("which", "who", "whose")
    ):
        at -= 1
    return at


def _is_border(words: Sequence[Word], at: int, start: int, lex: Lexicon) -> bool:
    """Tell whether no noun phrase from ``start`` on goes past the word, a verb or comma apart."""
    low = words[at].low
    return (
        low in _HARD
        or (low in (".", "that") and at > start)
        or (
            low in lex.words("prepositions")
            and low
            not in (
                "of",
                "for",
                "to",
                "from",
                "in",
                "at",
            )
        )
        or (low in ("in", "at", "to", "from", "for") and not _attached(words, at, start, lex))
        or (low in lex.words("times") and at > start and not month_name(words, at))
        or (
            low in lex.words("determiners")
            and at > start
            and at + 1 < len(words)
            and words[at + 1].low in lex.words("times")
        )
        or (
            low in lex.words("conjunctions")
            and not (low in ("and", "or") and _list_goes_on(words, at, lex))
        )
    )


def _owns(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell "Orr's deputy" from "Orr's (has) gone"."""
    if words[at].low not in ("'s", "’s") or at + 1 >= len(words):
        return False
    after = words[at + 1]
    verbal = after.low in lex.words("auxiliaries") or after.low.endswith(("ing", "ed"))
    known = after.low in lex.words("adverbs") | lex.words("determiners") | lex.words("prepositions")
    return after.raw[0].isalpha() and not verbal and not known


def _is_article(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell an article from the object that looks like it: "la ministre" and "(il) la (voit)"."""
    if words[at].low not in lex.words("determiners") or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.raw[0].isalpha() and after.low not in lex.verbs | lex.words("prepositions")


def _apposition_follows(
    words: Sequence[Word], comma: int, start: int, lex: Lexicon, plain: bool
) -> bool:
    if comma + 1 >= len(words) or comma == start:
        return False
    after = words[comma + 1]
    if after.low == "who" or (not plain and after.low in ("a", "an", "the", "whose")):
        return True
    if plain or after.low.endswith("ing") or after.low in lex.words("prepositions"):
        return False
    if after.low in lex.words("conjunctions") or after.low in lex.words("adverbs"):
        return False
    known = after.low in lex.verbs or after.low in lex.words("pronouns")
    return not known and words[start].raw[0].isupper()


def _attached(words: Sequence[Word], at: int, start: int, lex: Lexicon) -> bool:
    """Tell whether "in", "at", "to" … belongs to the phrase, as it does behind an office."""
    if at + 1 >= len(words) or is_time(words, at, lex):
        return False
    after = words[at + 1]
    if (
        words[at].low == "to"
        and after.raw[0].islower()
        and (after.low not in lex.words("determiners"))
    ):
        return False
    inner = words[start:at]
    if not inner:
        return False
    office = any(w.low in lex.words("determiners") or w.low in _COMMAS for w in inner)
    if words[at + 1].low in ("a", "an") and words[at].low == "in":
        return False
    return office or not inner[-1].raw[0].isupper()


def _list_goes_on(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    if at + 1 >= len(words):
        return False
    after = words[at + 1].low
    return (
        after not in lex.verbs
        and after not in lex.words("pronouns")
        and (after not in lex.words("adverbs"))
    )


def _in_relative(words: Sequence[Word], at: int, start: int) -> bool:
    return any(w.low in ("who", "whose", "which") for w in words[max(start, at - 8) : at])
