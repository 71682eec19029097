"""Cases undone: the nominative of names, and the case that a title or preposition tells.

A name in a case has endings by which the nominative can mostly be told, the more so where the
title before it shows the case ("с Президентом … Антоном Бересом") or the given name is a known
one. What cannot be told stays as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from communique.read.who.found import Gender
from communique.read.who.tongues.grammar import Tongue
from communique.read.who.words.lexicon import names, table

#: Given names that end so have no cases.
_INDECLINABLE = ("о", "и", "е", "у", "э", "o", "u", "e", "é", "i")
#: Letters in which given names seldom end but in a case.
_SELDOM_LAST = "ыуюіęąyu"
_VOWELS = "аеёиоуыэюяіїєaeiouyąęó"


def case_of(form: str, lemma: str, tongue: Tongue) -> str | None:
    """Return the case that the form of an office's first word is in; ``nom`` for its lemma.

    ``None`` where the form stands for several cases.
    """
    if form == lemma:
        return "nom"
    kind = "f" if lemma.endswith(("а", "я", "a", "ė")) else "m"
    stem = tongue.stem(lemma)
    cases = tongue.cases.get(kind, {})
    if form.startswith(stem):
        found = [case for case, ends in cases.items() if form[len(stem) :] in ends]
    else:  # the stem changes: "посол", "посла"
        lengths = {
            case: max((len(end) for end in ends if end and form.endswith(end)), default=0)
            for case, ends in cases.items()
        }
        longest = max(lengths.values(), default=0)
        found = [case for case, length in lengths.items() if length == longest > 0]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def nominative(
    words: tuple[str, ...], code: str, case: str | None = None, gender: Gender | None = None
) -> tuple[str, ...]:
    """Return a person's name in the nominative, as far as it can be told."""
    from communique.read.who.tongues.grammar import tongue_for

    tongue = tongue_for(code)
    if tongue is None or not tongue.declension:
        return words
    if case == "nom":  # "rozmawiał z premier | Ewą Zarembą": the title has but one form
        told = is_given(words[0]) and words[0][-1] not in _SELDOM_LAST
        plain = len(words) < 2 or told or words[0].endswith(_INDECLINABLE)
        return words if plain else _known(words, tongue, None, gender) or words
    if len(words) == 1:
        if case is None:
            return words
        found = dict.fromkeys(_undone(words[0], "family", tongue, (case,), gender))
        return (next(iter(found), words[0]),)
    known = _known(words, tongue, case, gender)
    if case is None and is_given(words[0]):  # "Анны" sounds like Anne, and is Анна in a case
        return known if known and words[0][-1] in _SELDOM_LAST else words
    if known is not None or case is None:
        return known or words
    for each in (gender,) if gender else ("m", "f"):
        given = _apply(words[0], "given", tongue, each, case)
        if given is None and words[0].endswith(_INDECLINABLE) and each == (gender or "m"):
            given = words[0]
        if given is not None:
            return (given, *(_family(word, tongue, each, case) for word in words[1:]))
    families = (_apply(words[-1], "family", tongue, each, case) for each in ("m", "f"))
    family = next((one for one in families if one is not None), None)
    stands = case != "gen" or words[0].casefold()[-1] not in f"{_VOWELS}ьй"  # "Чжан | Вэя"
    return (*words[:-1], family) if family is not None and stands else words


def _known(
    words: tuple[str, ...], tongue: Tongue, case: str | None, gender: Gender | None
) -> tuple[str, ...] | None:
    """Return the nominative whose given name is a known one."""
    for each in (gender,) if gender else ("m", "f"):
        cases = _like(case) if case else tuple(tongue.declension.get(each, {}))
        for one in cases:
            for given in _each(words[0], "given", tongue, each, one):
                if is_given(given, each):
                    return (given, *(_family(word, tongue, each, one) for word in words[1:]))
    return None


def _like(case: str) -> tuple[str, ...]:
    """Return the cases that a title in one may stand for: of men, two of them are one."""
    return ("gen", "acc") if case == "gen" else (case,)


def forms_undone(word: str, tongue: Tongue, part: str = "family") -> frozenset[str]:
    """Return what a name that is printed so may be in the nominative, itself included."""
    return frozenset((word, *_undone(word, part, tongue, None, None)))


def _undone(
    word: str, part: str, tongue: Tongue, cases: tuple[str, ...] | None, gender: Gender | None
) -> Iterator[str]:
    for each in (gender,) if gender else ("m", "f"):
        for case in cases or tuple(tongue.declension.get(each, {})):
            yield from _each(word, part, tongue, each, case)


def _each(word: str, part: str, tongue: Tongue, gender: str, case: str) -> Iterator[str]:
    rules = tongue.declension.get(gender, {}).get(case, {}).get(part, ())
    low = word.casefold()
    for ending, plain in rules:
        least = 1 if len(ending) > 1 else 2
        if low.endswith(ending) and len(word) - len(ending) >= least:
            yield word[: len(word) - len(ending)] + plain


def _apply(word: str, part: str, tongue: Tongue, gender: str, case: str) -> str | None:
    """Return the likeliest nominative: names in "-о" are few, but for those in "-енко"."""
    found = list(_each(word, part, tongue, gender, case))
    if found and found[0].endswith("енко"):
        return found[0]
    return next((one for one in found if not one.endswith(("о", "o"))), next(iter(found), None))


def _family(word: str, tongue: Tongue, gender: str, case: str) -> str:
    return _apply(word, "family", tongue, gender, case) or word


@cache
def _sounds() -> tuple[frozenset[str], frozenset[str]]:
    more = table("tongues/given")
    men = names().men.union(more["m"].split())
    women = names().women.union(more["f"].split())
    return frozenset(map(_sound, men)), frozenset(map(_sound, women))


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    from anyascii import anyascii  # only reports in other languages pay for it

    from communique.read.who.words.spelling import skeleton

    return skeleton("".join(filter(str.isalpha, anyascii(word))))


def is_given(word: str, gender: Gender | None = None) -> bool:
    """Tell whether a word, in any script, is a known given name (of that gender)."""
    men, women = _sounds()
    sound = _sound(word)
    if gender is None:
        return sound in men or sound in women
    return sound in (men if gender == "m" else women)


def gender_of(word: str) -> Gender | None:
    """Return the gender that a given name tells, in any script."""
    men, women = _sounds()
    sound = _sound(word)
    if (sound in men) == (sound in women):
        return None
    return "m" if sound in men else "f"


def state_nominative(forms: Iterable[str], tongue: Tongue) -> str:
    """Return the nominative of a state's name from the forms of it that a report prints.

    The rules are those of feminine and masculine nouns: "-ии" is a case of "-ия", "-ы" of
    "-а"; a form that ends in a consonant is the nominative of a masculine noun.
    """
    printed = sorted(set(forms), key=lambda form: (len(form), form))
    if not tongue.inflected:
        return printed[0]
    for ending in tongue.raw.get("state_endings", ()):
        for form in printed:
            if form.casefold().endswith(ending):
                return form
    first = printed[0]
    bare = not tongue.raw.get("genitive_in_s")  # Lithuanian cases end in consonants too
    if bare and any(form[-1] not in f"{_VOWELS}ьйś" for form in printed):
        return next(form for form in printed if form[-1] not in f"{_VOWELS}ьйś")
    for ending, plain in _pairs(tongue):
        if first.casefold().endswith(ending):
            return first[: len(first) - len(ending)] + plain
    return first


def _pairs(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    text = str(tongue.raw.get("state_cases", ""))
    return tuple((one, other) for one, _, other in (rule.partition(">") for rule in text.split()))
