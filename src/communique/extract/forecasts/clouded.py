"""What points at words that are not there: "their lives", "these treatments", "will pass it".

Where nobody reports them, such words of a speech or a release say too little, and so do "you", a
condition that only says "if you have it", and a "would" of which nothing is meant to come about.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.forecasts.amounts import is_reckoned
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Foresight
from communique.extract.forecasts.slight import BEFORE
from communique.extract.genres import is_staged, tells_news
from communique.extract.modality import Items
from communique.extract.view import View

_OBJECT = 4  # items behind "will" in which its object stands
_SUBJECT = 7  # items of "31,000 to 160,000 of them"
_BARE = 3  # items of "any disruptions"


def is_cloudy(view: View, cues: Cues, items: Items, found: Foresight, opened: int) -> bool:
    """Tell whether the words point at what a reader of the claim is not told."""
    if _has_bare_object(cues, items, found) or _is_supposed(items, found):
        return True
    if _is_bare_condition(view, items[found.first : opened]):
        return True
    opens = items[opened]
    if found.by is None and opens.word in ("his", "her") and view.issuer is None:
        return True  # "his firm will likely …": what he himself plans
    if not is_staged(view) and found.by is not None:
        if opens.start < BEFORE:
            return False
        pointing = tells_news(view) and _points_at(view, cues, items, found, opened)
        return pointing or _is_bare_owner(items, opened) or _is_part(items, opened, found)
    if opens.ref is None and opens.word in ("their", "his", "her", "its", "you", "such"):
        return True
    pointing = _points_at(view, cues, items, found, opened)
    if pointing and not is_reckoned(cues, items, found):
        return True
    if not is_staged(view):
        return False
    if items[opened].word in ("some", "one", "didn't", "did") or _is_unowned(found):
        return True
    if any(item.word in cues.lists["vague_heads"] for item in items[opened : opened + 2]):
        return True
    condition = items[found.first : opened]
    if any(i.word in ("it", "them", "you") and i.ref is None for i in condition):
        return True
    return _is_bare_expectation(view, items, found)


def _points_at(view: View, cues: Cues, items: Items, found: Foresight, opened: int) -> bool:
    """Tell whether "these" points at what was told before, as the subject or within."""
    subject = items[opened].word in ("this", "these", "those")
    return (subject and points(view, cues, items, opened)) or _points_inside(
        view, cues, items, found
    )


def _is_bare_owner(items: Items, opened: int) -> bool:
    """Tell whether a story quotes "their stock will rise" and does not say whose."""
    opens = items[opened]
    return opens.ref is None and opens.word in ("their", "his", "her", "its")


def _is_part(items: Items, opened: int, found: Foresight) -> bool:
    """Tell whether "thousands of them" opens it, and nobody says of whom."""
    near = [item.word for item in items[opened : min(found.end, opened + _SUBJECT)]]
    return ("of", "them") in set(pairwise(near))


def points(view: View, cues: Cues, items: Items, at: int) -> bool:
    """Tell whether "that number" points at what was told before, not "this winter"."""
    noun = items[at + 1] if at + 1 < len(items) else items[at]
    if noun.ref is not None or noun.date >= 0 or noun.word in cues.lists["future"]:
        return False
    if view.lexicon.has(noun.word, "be", "have", "pronoun", "determiner", "article"):
        return False
    if noun.word == "as":
        return False  # "towns such as Orm"
    return noun.word not in cues.lists["known_to_all"] and noun.word.isalpha()


def _has_bare_object(cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether "it" or "them" is what is done a thing to: "Congress will pass it"."""
    named = any(item.word in ("the", "a", "an") for item in items[found.first + 1 : found.end])
    for at in range(found.first, found.end - 2):
        if items[at].word not in cues.lists["future"] | {"to"}:
            continue
        for after in range(at + 2, min(found.end, at + _OBJECT)):
            word = items[after].word
            if word in ("it", "them") and items[after].ref is None:
                return not named
            last = after + 1 >= found.end
            if word in ("that", "this") and items[after - 1].word == "do" and last:
                return True  # "we're going to be able to do that"
        return False
    return False


def _is_supposed(items: Items, found: Foresight) -> bool:
    """Tell whether what would be is only supposed: "if it were not built, the path would"."""
    words = [item.word for item in items[found.first : found.end]]
    if words[:1] != ["if"] or not {"would", "'d"}.intersection(words):
        return False
    condition = words[: words.index(",")] if "," in words else words[:8]
    return "were" in condition or "had" in condition or words[1:2] == ["you"]


def _is_bare_condition(view: View, condition: Items) -> bool:
    """Tell whether a condition points back: "if we don't, …"."""
    words = [item.word for item in condition if item.word[:1].isalpha() and item.word != "then"]
    return 0 < len(words) <= _BARE + 1 and (
        words[-1] in ("don't", "doesn't", "so") or view.lexicon.has(words[-1], "not", "do")
    )


def _is_unowned(found: Foresight) -> bool:
    """Tell whether it is nobody's in a speech: "most projecting that prices will fall"."""
    return found.by is None and found.why.startswith(("will", "going", "likely", "could", "would"))


def _points_inside(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether "these treatments" stands among the words, and nobody says which."""
    told = range(found.first, found.end - 1)
    future = next((at for at in told if items[at].word in cues.lists["future"]), found.end)
    for at in told:
        word = items[at].word
        early = word == "this" and at < future and at > found.first
        behind = word == "that" and view.lexicon.has(items[at - 1].word, "preposition")
        pointing = word in ("these", "those", "such") or early or (behind and at > found.first)
        if pointing and points(view, cues, items, at):
            return True
    return False


def _is_bare_expectation(view: View, items: Items, found: Foresight) -> bool:
    """Tell whether "we do not expect any disruptions" does not say of what, and by when."""
    if not found.why.startswith("foresee"):
        return False
    told = items[found.first : found.end]
    at = next((n for n, item in enumerate(told) if item.word.startswith(("expect", "antic"))), 0)
    content = told[at + 1 :]
    own = any(view.lexicon.has(i.word, "first_plural", "first_singular") for i in told[:at])
    bare = [i for i in content if i.date < 0 and not view.lexicon.has(i.word, "preposition")]
    return own and len(bare) <= _BARE
