"""What is expected of somebody: a demand or one's own plan, and no foresight."""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import STRONG, Subject
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.modality import Items
from communique.extract.view import View

_ASIDE = 12  # items between "predicted" and "that"
_WILL = frozenset({"will", "would"})


def is_left_to_them(cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether deeds are asked of those one speaks of: "she expects they will do the same"."""
    at = after + (items[after].word == "that")
    said = [item.word for item in items[at : at + 4]]
    if not cue.words[0].startswith(("expect", "estimat")) or not said:
        return False
    if said[0].split("'")[0] not in ("they", "he", "she"):
        return False
    will = next((n for n, word in enumerate(said) if word.endswith("'ll") or word in _WILL), None)
    verb = said[will + 1] if will is not None and will + 1 < len(said) else ""
    return verb in cues.lists["arranged"] and verb not in cues.lists["outcomes"]


def tells_nothing(cues: Cues, content: Items) -> bool:
    """Tell whether "that" is followed by no verb of what is to come: cut off."""
    words = [item.word for item in content]
    return words[:1] == ["that"] and not cues.lists["future"].union({"'s", "is"}) & set(words)


def is_to_be_done(items: Items, after: int, end: int) -> bool:
    """Tell whether something is expected to be done: "to be opened", "to be held"."""
    for at in range(after, end - 2):
        if items[at].word == "to" and items[at + 1].word == "be":
            return items[at + 2].word.endswith(("ed", "eld", "ent", "ade", "one"))
    return False


def is_asked_of(view: View, cues: Cues, ahead: Items) -> bool:
    """Tell whether one's own are asked to act: "people expect their leaders to come together"."""
    words = [item.word for item in ahead[:6]]
    if "to" not in words[1:] or words[words.index("to")] == words[-1]:
        return False
    verb = words[words.index("to") + 1]
    own = view.lexicon.has(words[0], "possessive")
    return own and verb not in cues.lists["outcomes"]


def is_own_offer(cues: Cues, content: Items, subject: Subject) -> bool:
    """Tell whether a service is planned: "we expect clinics to be able to order"."""
    words = [item.word for item in content]
    if subject.person == "first" and {"we", "i"} & set(words[:2]):
        return True  # "we estimate that we will cut off half of it"
    will = next((n for n, word in enumerate(words[:-1]) if word in _WILL), None)
    if subject.person == "first" and will and words[will + 1] in cues.lists["scheduled"]:
        return True  # "we expect the Mayor will address the crowd"
    if "available" in words or not cues.lists["offers"].isdisjoint(words):
        return True
    given = any(one == "be" and two in cues.lists["given_out"] for one, two in pairwise(words))
    return given or (subject.person == "first" and ("be", "able") in pairwise(words))


def is_scene(items: Items, after: int) -> bool:
    """Tell whether a time is foreseen in which one does a thing oneself: "a day when we will"."""
    words = [item.word for item in items[after : after + 6]]
    opens = next((n for n, word in enumerate(words) if word in ("where", "when")), len(words))
    return words[opens + 1 : opens + 2] in (["we"], ["we're"], ["we'll"], ["i"])


def only_may(content: Items, cue: Cue) -> bool:
    """Tell whether it is only assessed what could be: "assessed that the limit could be met"."""
    return cue.name == "assess" and any(i.word in ("could", "may", "might") for i in content)


def is_bidden(items: Items, start: int, index: int) -> bool:
    """Tell whether hearers are told: "if they win, don't expect …"."""
    opens = not start or items[start - 1].word in STRONG or items[start - 1].word == ","
    return opens and items[start].word in ("don't", "do") and start < index


def is_compared(items: Items, subject: Subject) -> bool:
    """Tell whether a foresight only measures something else: "longer than people expected"."""
    before = items[subject.first - 1].word if subject.first else ""
    return before in ("than", "as", "way", "what", "like")


def goes_on_with_that(items: Items, after: int) -> bool:
    """Tell whether "that" follows where and when something was foretold."""
    for item in items[after + 1 : after + _ASIDE]:
        if item.word in STRONG or item.word == ",":
            return False
        if item.word == "that" and item.ref is None:
            return True
    return False
