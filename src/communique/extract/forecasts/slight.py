"""Whether a foresight says too little to be read alone: "the image is going to change".

Behind other sentences, a few flat words without a name, a number or a day rest on what was said
before them.
"""

from __future__ import annotations

from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Foresight
from communique.extract.genres import is_staged, tells_news
from communique.extract.modality import Items
from communique.extract.view import View

BEFORE = 400  # characters of a text in which nothing yet rests on what was said
_LEAST = 4  # words with a meaning of their own, in a story
_LEAST_SAID = 2  # in a speech or a release
_BARE = 2  # items of "the union"
_OF_ALL = frozenset({"there", "we", "neither", "no", "nobody"})
_FLAT = ("plainly", "will", "going", "would", "could", "may", "likely", "near", "see", "expected")
_EMPTY = (
    "preposition", "pronoun", "determiner", "article", "possessive", "conjunction", "be", "have",
    "do", "modal", "future", "not", "to", "adverb", "relative", "subordinator", "conditional",
)  # fmt: skip


def is_slight(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether a foresight has neither a name, a number nor a day, and few words beside."""
    told = items[found.first : found.end]
    if not found.why.startswith(_FLAT) or found.antecedents:
        return False
    opens = {item.word.split("'")[0] for item in told[:2]}
    if told[0].start < BEFORE or opens & _OF_ALL or opens & cues.lists["doubting"]:
        return False
    opening = items[max(0, found.first - 1) : found.end]
    if any(item.date >= 0 or item.word[:1].isdigit() for item in opening):
        return False
    if any(_is_named(view, cues, told, at) for at in range(len(told))):
        return False
    if tells_news(view) and _is_bare_definite(view, cues, told):
        return True
    words = [word for item in told for word in item.word.split()]
    own = [word for word in words if word[:1].isalpha() and not _is_empty(view, cues, word)]
    return len(own) < (_LEAST_SAID if is_staged(view) else _LEAST)


def _is_bare_definite(view: View, cues: Cues, told: Items) -> bool:
    """Tell whether "the union will" opens it: which one is told in the words before it."""
    words = [word for item in told[: _BARE + 1] for word in item.word.split()]
    if words[0] != "the" or len(words) <= _BARE or words[1] in cues.lists["known_to_all"]:
        return False
    return words[_BARE] in cues.lists["future"] or view.lexicon.has(words[_BARE], "be", "adverb")


def _is_named(view: View, cues: Cues, told: Items, at: int) -> bool:
    """Tell whether somebody or something with a name is told of."""
    item = told[at]
    if item.ref is not None and item.ref.form == "mention":
        return not (tells_news(view) and view.actors[item.ref.actor].name[:4].lower() == "the ")
    return at > 0 and item.upper and item.word not in cues.lists["future"]


def _is_empty(view: View, cues: Cues, word: str) -> bool:
    return view.lexicon.has(word, *_EMPTY) or word in cues.lists["future"] | cues.lists["idle"]
