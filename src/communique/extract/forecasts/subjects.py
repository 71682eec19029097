"""The whole of a subject, of which the verb's neighbour is only the last part.

"Both the house and the | senate will be", "his work as a | judge will be", "building the |
bridge will take years", "tin, wool and | salt will".
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, listed
from communique.extract.modality import Items
from communique.extract.view import View

_WIDE = 14  # items of a subject
_GERUND = 6  # letters of a gerund, at least
_LIST = 5  # items of a part of a list


def whole_subject(view: View, items: Items, first: int) -> int | None:
    """Return where a subject begins of which ``items[first]`` may be only the last part.

    ``None`` where its beginning is not clear: in a relative clause ("friends who share our
    values and our | ports will"), behind a comma and a preposition, or too far away.
    """
    before = items[first - 1] if first else None
    if before is None or before.ref is not None:
        return first
    if view.lexicon.has(before.word, "preposition", "conjunction"):
        return _joined(view, items, first)
    return _from_gerund(view, items, first)


def _joined(view: View, items: Items, first: int) -> int | None:
    """Walk left from a conjunction or preposition to where the subject begins."""
    start = min(_listed(view, items, first), first - 1)
    joint = items[first - 1].word
    if view.lexicon.has(joint, "subordinator") and items[first].word not in ("a", "an"):
        return first  # "as | prices fall", not "his work as | a judge"
    another = first if view.lexicon.has(joint, "conjunction") else None
    while start and first - start < _WIDE:
        item = items[start - 1]
        if item.ref is None and _is_verb(view, item.word):
            return another  # "sales have trebled and | output will grow"
        if item.date >= 0 and start == first - 1:
            return first  # "since May and | prices will"
        if item.ref is None and view.lexicon.has(item.word, "relative"):
            return None
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


def _from_gerund(view: View, items: Items, first: int) -> int:
    """Return where "building the | bridge" begins: at a gerund that opens its clause."""
    gerund = items[first - 1].word
    stem = gerund.removesuffix("ing")
    if stem == gerund or len(gerund) < _GERUND or view.lexicon.has(gerund, "preposition"):
        return first
    told = {stem, stem + "e", gerund} & listed(view, "telling")  # "fearing | it would"
    opens = items[first].word
    pronoun = view.lexicon.has(opens, "pronoun") and not view.lexicon.has(opens, "determiner")
    if told or pronoun:
        return first
    before = items[first - 2].word if first > 1 else "."
    clause = _opens(view, before) or view.lexicon.has(before, "conjunction")
    return first - 1 if clause else first


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
