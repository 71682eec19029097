"""The whole of a subject, of which the verb's neighbour is only the last part.

"Both the house and the | senate will be", "his work as a | judge will be", "building the |
bridge will take years", "tin, wool and | salt will".
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, Subject, listed
from communique.extract.forecasts.foresights import tells_which
from communique.extract.modality import Items, noun_start
from communique.extract.view import View

_WIDE = 14  # items of a subject
_DASHES = frozenset("—–")
_MONEY = frozenset("$€£¥")
_AND = 3  # items back to what stands before "and building | it"
_DATE = 4  # items of a date
_GERUND = 6  # letters of a gerund, at least
_LIST = 5  # items of a part of a list


def whole_subject(view: View, items: Items, subject: Subject) -> int | None:
    """Return where a subject begins of which ``items[subject.first]`` may be only the last part.

    ``None`` where its beginning is not clear: in a relative clause ("friends who share our
    values and our | ports will"), behind a comma and a preposition, or too far away.
    """
    first = _named(items, subject)
    while _is_date(view, items, first) and first > subject.last - _DATE:
        first = noun_start(view.lexicon, items, first - 1)  # "the deficit | this year will"
    if items[first].ref is None and _is_adverbial(view, items, first):
        return None  # "the idea that we can change them | in the near term is"
    inside = items[first].word == "that" and subject.last - first > 1
    if inside and not _is_gerund(view, items, first - 1) and tells_which(view, items, first + 1):
        return None
    return _extended(view, items, first)


def _is_date(view: View, items: Items, first: int) -> bool:
    """Tell whether a date stands behind a noun: "the deficit | this year", not "while | May"."""
    return (
        first > 0
        and items[first].date >= 0
        and not view.lexicon.has(items[first - 1].word, "subordinator", "conjunction")
        and items[first - 1].word[:1].isalnum()
    )


def _extended(view: View, items: Items, first: int) -> int | None:
    if not first:
        return first
    before = items[first - 1]
    if first > 1 and items[first].ref is not None and before.upper and before.ref is None:
        known = view.lexicon.classes.get(before.word) or before.word in listed(view, "telling")
        if before.word.isalpha() and before.date < 0 and not known:
            return _extended(view, items, first - 1)  # "Storms | Lutha and Orm are"
    if items[first - 1].ref is not None:
        return _compounded(view, items, first)
    word = items[first - 1].word
    if view.lexicon.has(word, "quantifier") or word in ("half", "most"):
        return _extended(view, items, first - 1)  # "half | the towns will"
    if first > 1 and _is_genitive(view, items, first - 1):
        return _extended(view, items, _owner(view, items, first - 2))
    if view.lexicon.has(word, "article") and first > 1:
        return _extended(view, items, first - 1)
    if _is_verb(view, word) or view.lexicon.has(word, "relative"):
        return None  # "should be | free from fear will": the end of another clause
    if view.lexicon.has(word, "preposition", "conjunction"):
        return _joined(view, items, first)
    if word in _MONEY:
        return _extended(view, items, first - 1)
    if word in _DASHES and _is_restart(view, items, first):
        return None
    if first > 1 and word.isalpha() and _opens_relative(view, items, first - 2):
        return None  # "any town that forgets | its past is"
    if first > 1 and items[first - 2].word == "to" and word.isalpha():
        return _joined(view, items, first - 1)  # "a deal to raise | the ceiling is"
    return _from_gerund(view, items, first)


def _compounded(view: View, items: Items, first: int) -> int | None:
    """Return where "Luthan | exports will fall" begins, and not "told Lind | exports will fall"."""
    before = items[first - 2].word if first > 1 else "."
    bare = items[first].ref is None and not view.lexicon.has(
        items[first].word, "determiner", "article", "pronoun", "possessive"
    )
    apart = view.text[items[first - 1].end : items[first].start].strip(" -") != ""
    told = before in listed(view, "telling") or view.lexicon.has(before, "reporting")
    verb = items[first].word in listed(view, "telling") or items[first].word.endswith("ed")
    owned = view.lexicon.has(items[first - 1].word, "possessive")
    named = items[first].ref is not None and not apart
    included = owned or ((bare or named) and not (apart or told or verb))
    return _extended(view, items, first - 1) if included else first


def _is_adverbial(view: View, items: Items, first: int) -> bool:
    return view.lexicon.has(items[first].word, "preposition") and items[first].date < 0


def _opens_relative(view: View, items: Items, at: int) -> bool:
    word = items[at].word
    return word in ("who", "which") or (word == "that" and tells_which(view, items, at + 1))


def _is_restart(view: View, items: Items, first: int) -> bool:
    """Tell whether only a subject's end is said again: "a tide of illegal — | illegal guns"."""
    again = first > _AND - 1 and items[first - 2].word == items[first].word
    return again and view.lexicon.has(items[first - _AND].word, "preposition", "article")


def _is_genitive(view: View, items: Items, at: int) -> bool:
    """Tell whether "'s" at ``items[at]`` belongs to the word before: no mark of a quotation."""
    attached = items[at].start == items[at - 1].end and items[at - 1].word[-1:].isalnum()
    return attached and view.lexicon.has(items[at].word, "genitive")


def _owner(view: View, items: Items, at: int) -> int:
    """Return where the owner at ``items[at]`` begins: "the | mayor's", "Mr. | Lind's"."""
    if items[at].ref is None:
        return noun_start(view.lexicon, items, at)
    titled = at > 0 and view.lexicon.has(items[at - 1].word.rstrip("."), "title")
    return at - 1 if titled else at


def _named(items: Items, subject: Subject) -> int:
    """Return where the name begins that the subject is: "heard | the governor will"."""
    at = subject.last - 1
    named = items[at].ref is not None and items[at].word.startswith(("the ", "this "))
    return at if named else subject.first


def _joined(view: View, items: Items, first: int) -> int | None:
    """Walk left from a conjunction or preposition to where the subject begins."""
    if _is_gerund(view, items, first) and items[first - 1].word in ("and", "or"):
        return None  # "proving the plan and | building trust will"
    joint = items[first - 1].word
    dated = first > _AND - 1 and items[first - _AND].date >= 0
    if dated and items[first - 2].word == "," and view.lexicon.has(joint, "conjunction"):
        return first  # "as it said in April, and | prices will"
    start = min(_listed(view, items, first), first - 1)
    if view.lexicon.has(joint, "subordinator") and not _names_office(view, items, first):
        inside = first > 1 and items[first - 2].word[:1].isalnum()
        in_time = joint != "as" and view.lexicon.has(joint, "preposition")
        return None if inside and in_time else first  # "the life they knew before | the flood"
    another = first if view.lexicon.has(joint, "conjunction") else None
    while start and first - start < _WIDE:
        item = items[start - 1]
        if item.ref is None and _is_verb(view, item.word):
            return another  # "sales have trebled and | output will grow"
        if item.date >= 0 and start == first - 1:
            return first  # "since May and | prices will"
        if item.ref is None and view.lexicon.has(item.word, "relative"):
            return None
        if item.word == "that" and tells_which(view, items, start):
            return None
        if item.word in _DASHES and view.lexicon.has(joint, "preposition"):
            return None  # "our effort to get — help them get doses into | arms will"
        if item.ref is None and _opens(view, item.word):
            break
        start -= 1
    opens = items[start].word if items[start].ref is None else ""
    if view.lexicon.has(opens, "conjunction"):
        return start + 1  # ", and | prices", ", but | prices and wages"
    if view.lexicon.has(opens, "preposition"):
        alone = start == first - 1 or view.lexicon.has(opens, "subordinator")
        return first if alone else None
    return start if first - start < _WIDE else None


def _names_office(view: View, items: Items, first: int) -> bool:
    """Tell "his work as | a judge" from "as | prices fall" and "just as | a deal nears"."""
    before = items[first - 2].word if first > 1 else "."
    noun = before.isalpha() and not view.lexicon.has(before, "adverb", "conjunction")
    return noun and items[first].word in ("a", "an") and before != "just"


def _listed(view: View, items: Items, first: int) -> int:
    """Return where a list with commas begins that "and" before ``items[first]`` ends."""
    start = first
    if first < 2 or items[first - 1].word not in ("and", "or") or items[first - 2].word != ",":
        return start
    comma = first - 2
    for at in range(comma - 1, max(-1, first - _WIDE), -1):
        if items[at].word == "," and comma - at <= _LIST:
            comma = start = at
        elif items[at].word in STRONG or comma - at > _LIST or _is_verb(view, items[at].word):
            break
    return start


def _from_gerund(view: View, items: Items, first: int) -> int | None:
    """Return where "building the | bridge" begins: at a gerund that opens its clause."""
    if not _is_gerund(view, items, first - 1):
        return first
    gerund = items[first - 1].word
    stem = gerund.removesuffix("ing")
    told = {stem, stem + "e", gerund} & listed(view, "telling")  # "fearing | it would"
    opens = items[first].word
    pronoun = view.lexicon.has(opens, "pronoun") and not view.lexicon.has(opens, "determiner")
    if told or pronoun:
        return first
    before = items[first - 2].word if first > 1 else "."
    if view.lexicon.has(before, "preposition") and not view.lexicon.has(before, "subordinator"):
        return None  # "his will to do it by doing | the job right will"
    if not view.lexicon.has(before, "conjunction"):
        return first - 1 if _opens(view, before) else first
    opening = first < _AND or _opens(view, items[first - _AND].word)
    return first - 1 if opening else None  # not "digging and | building it will"


def _is_gerund(view: View, items: Items, at: int) -> bool:
    word = items[at].word if at >= 0 else ""
    shaped = len(word) >= _GERUND and word.endswith("ing") and not word.endswith("thing")
    return shaped and not view.lexicon.has(word, "preposition")


def _opens(view: View, word: str) -> bool:
    """Tell whether a clause opens behind ``word``."""
    return (
        word in STRONG
        or word in QUOTES
        or word == ","
        or word in listed(view, "telling")
        or word in listed(view, "asking")
        or view.lexicon.has(word, "subordinator", "reporting")
    )


def _is_verb(view: View, word: str) -> bool:
    return word != "'s" and view.lexicon.has(word, "be", "have", "do", "modal", "future")
