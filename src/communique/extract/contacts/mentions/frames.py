"""Finds the contact verbs and nouns of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract import modality
from communique.extract.contacts.clauses.between import verb_before
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.mentions.due import expected
from communique.extract.contacts.mentions.gapping import gapped
from communique.extract.contacts.mentions.going import going
from communique.extract.contacts.mentions.nouns import noun_mention
from communique.extract.contacts.mentions.overtures import overtures_in
from communique.extract.contacts.mentions.separately import told_apart
from communique.extract.contacts.mentions.thanked import thanked_for
from communique.extract.contacts.mentions.verbs import verb_mention
from communique.extract.governors import control_of

_GOVERNING = frozenset({"in", "of", "without", "against", "before", "after", "from", "for"})
_OBJECTS = frozenset({"me", "him", "us", "them"})


def mentions_in(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of contacts in a sentence, in order."""
    asked_for = {one.index: one for one in overtures_in(scene)}
    for index, item in enumerate(scene.items):
        if index in asked_for:
            yield asked_for[index]
        elif item.ref is None and (found := _mention(scene, index)) is not None:
            yield from told_apart(scene, found)
            yield from gapped(scene, found)
    yield from thanked_for(scene)


def _mention(scene: Scene, index: int) -> Mention | None:
    word, upper = scene.word(index), scene.items[index].upper
    kind = scene.triggers.nouns.get(word)
    verb = going(scene, index, scene.triggers.verbs.get(word))
    if word in scene.triggers.words["due"]:
        return expected(scene, index)
    if (
        verb is not None
        and verb.form == "ing"
        and kind is not None
        and _is_participle(scene, index)
    ):
        return verb_mention(scene, index, verb)
    if kind is not None and not (verb and _reads_as_verb(scene, index)):
        return (
            None
            if upper and index and _is_title(scene, index)
            else noun_mention(scene, index, kind)
        )
    if word in ("phone", "line") and _is_on_the_phone(scene, index):
        return noun_mention(scene, index, "call")
    if word in scene.triggers.words["elliptic"] and _stands_alone(scene, index):
        return noun_mention(scene, index, "meeting")
    if word in scene.triggers.words["qualified"] and (fixed := _qualified(scene, index)):
        return noun_mention(scene, index, fixed)
    if word in scene.triggers.heard and _is_heard(scene, index):
        return noun_mention(scene, index, scene.triggers.heard[word])
    if verb is not None and scene.word(index + 1) in scene.triggers.words["talked"]:
        return None  # "Lind's talking points"
    if verb is not None and (index == 0 or not upper):
        return verb_mention(scene, index, verb)
    return None


def _is_on_the_phone(scene: Scene, index: int) -> bool:
    """Tell "was on the phone with Lind", "just got off the phone with her"."""
    led = scene.word(index - 1) == "the" and scene.word(index - 2) in ("on", "off")
    return led and scene.word(index + 1) == "with"


def _is_participle(scene: Scene, index: int) -> bool:
    """Tell "four mayors here | meeting with Lind", which wants no article, from "a meeting"."""
    before = scene.items[index - 1] if index else None
    if before is None or before.ref is not None or scene.word(index + 1) != "with":
        return False
    owner = scene.items[index - 2].word if index > 1 else ""
    if scene.lexicon.has(owner, "determiner", "possessive") or owner == "'s":
        return False  # "his first meeting with Lind"
    return scene.lexicon.has(before.word, "adverb") and not scene.lexicon.has(
        before.word, "determiner", "possessive", "preposition"
    )


def _stands_alone(scene: Scene, index: int) -> bool:
    """Tell "held a trilateral" from "a trilateral forum"."""
    led = scene.lexicon.has(scene.word(index - 1), "determiner", "possessive")
    if scene.word(index).endswith("s") and scene.word(index + 1) in scene.triggers.words["with"]:
        return True  # "had bilaterals with"
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    if not led or after is None:
        return led
    if after.word == "(":
        behind = (scene.word(at) for at in range(index + 2, index + 5))
        return not any(word in scene.triggers.nouns for word in behind)
    told = after.ref is not None or after.date >= 0 or not after.word.isalpha()
    return told or bool(scene.lexicon.classes.get(after.word))


def _qualified(scene: Scene, index: int) -> str | None:
    """Return the kind that a modifier gives a noun: "a video conference"."""
    views = scene.triggers.words["of_views"]
    if scene.word(index + 1) == "of" and scene.word(index + 2) in views:
        return "talks"
    near = (scene.word(at) for at in range(index - 1, max(-1, index - 4), -1))
    return next((kind for word in near if (kind := scene.triggers.modifiers.get(word))), None)


def _is_heard(scene: Scene, index: int) -> bool:
    """Tell whether a report is one that is given in person: "heard a report from"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    verb = min(verb_before(scene, start), index - 3)  # "sent | on Monday a message"
    near = {scene.word(at) for at in range(max(0, verb - 1), index)}
    kind, after = scene.triggers.heard[scene.word(index)], scene.word(index + 1)
    if kind == "meeting" and after in scene.triggers.words["with"]:
        return True  # "had an audience with the King"
    if kind == "letter" and after == "to" and scene.word(index - 2) == "in":
        return _has_person(scene, index + 1)  # "in a telegram to Lind"
    if scene.triggers.heard[scene.word(index)] == "briefing":
        return not near.isdisjoint(scene.triggers.words["hearing"])  # others are sent
    return not near.isdisjoint(scene.triggers.words["heard"])


def _is_title(scene: Scene, index: int) -> bool:
    """Tell the name of an event ("the Harbour Summit") from a noun that is capitalised."""
    if scene.lexicon.has(scene.word(index - 1), "indefinite", "possessive"):
        return False
    if scene.word(index) == "visit" and scene.lexicon.has(scene.word(index - 2), "indefinite"):
        return False  # "on a State Visit"
    words = [item for item in scene.items if item.word[:1].isalpha()]
    return sum(item.upper for item in words) <= 0.7 * len(words)


def _reads_as_verb(scene: Scene, index: int) -> bool:
    """Tell whether a word that may be noun or verb is a verb here: "is meeting with"."""
    if index == 0:
        return _opens_participle(scene)
    before, lexicon = scene.items[index - 1], scene.lexicon
    if scene.word(index + 1) in _OBJECTS:
        return True  # "my family calls me"
    gerund = scene.triggers.verbs[scene.word(index)].form == "ing"
    if before.ref is not None and gerund and scene.word(index + 1) == "with":
        person = scene.view.actors[before.ref.actor].kind == "person"
        return person and not lexicon.has(before.word, "possessive")
    if before.ref is not None:
        return not gerund and not lexicon.has(before.word, "possessive")
    if lexicon.has(before.word, "determiner"):
        return False
    if before.word in scene.triggers.words["distinct"]:
        return False  # "her first visit"
    if before.word == "'s":
        return lexicon.has(scene.word(index - 2), "pronoun")
    if gerund and _has_person(scene, index) and before.word in _GOVERNING:
        return True  # "no point in meeting Lind", "the idea of meeting Lind"
    if gerund:
        whom = index + 1 < len(scene.items) and scene.items[index + 1].ref is not None
        governed = control_of(lexicon, before.word) and (
            whom or lexicon.has(scene.word(index + 1), "preposition")
        )
        return bool(governed) or (
            lexicon.has(before.word, "be", "subordinator", "to") or before.word in ("by", "upon")
        )
    return lexicon.has(
        before.word, "to", "future", "modal", "do", "not", "relative", "adverb", "pronoun"
    )


def _has_person(scene: Scene, index: int) -> bool:
    """Tell whether somebody follows at once: "meeting | President Lind"."""
    group = scene.group_at(index + 1)
    if group is None or group.possessive:
        return False
    return any(scene.view.actors[actor].kind == "person" for actor in group.actors)


def _opens_participle(scene: Scene) -> bool:
    """Tell "Meeting in Azul, Ruiz and Lind agreed" from "Meetings in Azul have"."""
    verb = scene.triggers.verbs[scene.word(0)]
    comma = next((at for at in range(1, len(scene.items)) if scene.word(at) == ","), 0)
    led = scene.word(1) in ("in", "with", "at", "on", "for", "aboard")
    return verb.form == "ing" and led and scene.group_at(comma + 1) is not None and comma > 0
