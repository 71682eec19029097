"""What is told as if it had been, and is still to come.

"I look forward, one day, to visiting Borduria", "a preview of Friday's summit", "you are going to
see her meeting Lind", and what the press asks about for a day of the week that is ahead: "her trip
on Friday. Is she going to …".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from communique.extract.contacts.clauses.scene import STOPS, Scene
from communique.extract.contacts.mention import Mention

_REACH = 16  # items between "look forward" and what is looked forward to
_NEAR = 7  # items between "a preview of" and what is previewed
_AHEAD = 2  # sentences behind one that asks about a day of the week
_THIS = frozenset({"this week", "this weekend"})
_LOOKING = frozenset({"look", "looks", "looking", "looked"})


def awaited(scene: Scene, mention: Mention) -> Mention:
    """Return a contact as planned that its sentence, or the next ones, tell as to come."""
    if mention.modality.unasked != "held" or mention.modality.negated:
        return mention
    named = mention.why.startswith("noun")
    gerund = scene.word(mention.index).endswith("ing") and not named
    ahead = (
        ((named or gerund) and _is_looked_forward_to(scene, mention.index))
        or (named and _is_previewed(scene, mention))
        or (gerund and _will_be_seen(scene, mention))
        or (mention.why == "noun:named" and _is_asked_ahead(scene, mention))
    )
    if not ahead:
        return mention
    told = replace(mention.modality, status="planned", unasked="planned")
    return replace(mention, modality=told)


def _is_looked_forward_to(scene: Scene, index: int) -> bool:
    """Tell "looking forward to travelling, as my first trip, to Borduria"."""
    for at in range(index - 1, max(0, index - _REACH), -1):
        word = scene.word(at)
        if word in STOPS or scene.lexicon.has(word, "subordinator", "relative"):
            return False
        if word in scene.triggers.words["apart"] - {"with", "of", "for", "from"}:
            return False  # "look forward to working with Lind after our meeting"
        if word == "forward" and scene.word(at - 1) in _LOOKING:
            return True
    return False


def _is_previewed(scene: Scene, mention: Mention) -> bool:
    """Tell "could you give us a preview of her summit with Lind"."""
    behind = [scene.word(at) for at in range(mention.after, mention.after + _NEAR)]
    if ("just", "announced") in pairwise(behind):
        return True  # "her trip to Borduria that was just announced"
    near = [scene.word(at) for at in range(max(0, mention.index - _NEAR), mention.index)]
    words = scene.triggers.words["previewing"]
    return any(word in words and one == "of" for word, one in pairwise(near))


def _will_be_seen(scene: Scene, mention: Mention) -> bool:
    """Tell "you are going to see | Ruiz meeting with Lind"."""
    at = mention.first - 1
    while at > 0 and scene.lexicon.has(scene.word(at), "title", "determiner"):
        at -= 1
    near = [scene.word(n) for n in range(max(0, at - 4), at + 1)]
    future = any(scene.lexicon.has(word, "future") or word == "going" for word in near)
    return near[-1:] == ["see"] and future


def _is_asked_ahead(scene: Scene, mention: Mention) -> bool:
    """Tell "on her trip on Friday. Is she going to see the pier?", said to the press."""
    view = scene.view
    if not view.is_press_conference or mention.modality.cue or mention.date is None:
        return False
    raw = mention.date.raw.lower().removeprefix("on ")
    if raw not in _THIS and (not raw.endswith("day") or len(mention.date.raw.split()) > 1):
        return False
    if raw in ("today", "yesterday"):
        return False
    last = min(scene.sentence + _AHEAD, len(view.reading.sentences) - 1)
    words = [item.word for n in range(scene.sentence, last + 1) for item in view.items(n)]
    return any(
        word == "will" or (word == "going" and after == "to") or word == "upcoming"
        for word, after in pairwise(words)
    ) and not any(word in ("was", "were", "did", "had") for word in words)
