"""Whether a contact verb with those around it tells of a contact of two sides at all.

"Ruiz met Lind" does, "Ruiz met our needs", "we talk about grain" and "called Lind a coward" do not.
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.contacts.clauses.idioms import (
    corrects_itself,
    is_crowd,
    is_greeting,
    is_matter,
    is_ones_own,
    is_purpose,
    is_thanked_for,
    leads_to_people,
    leads_to_thing,
    modifies,
)
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.clauses.sides import HOSTING, PERSONAL
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import Verb


def makes_contact(scene: Scene, index: int, subject: Group, far: Group | None, verb: Verb) -> bool:
    """Tell whether the sides found are enough to speak of a contact."""
    if not (subject.parties or subject.plural):
        return False
    if far is not None and corrects_itself(scene, far):
        return False
    if far is not None and not subject.parties and len(far.parties) > 1:
        return False  # "they called Lind along with Venn": all who are named are on one side
    if verb.name == "share":
        return far is not None
    if verb.frame == "with":
        return _is_had_with(scene, index, subject, far, verb)
    if verb.frame == "about":
        return bool(far and far.parties) or len(subject.parties) > 1
    if far is None or not far.parties or far.possessive or far.actors & subject.actors:
        return False
    if verb.name == "see":
        return _is_seen(scene, subject, far)
    if verb.name == "present":
        return scene.word(far.last) == "with" and scene.lexicon.has(
            scene.word(far.last + 1), "indefinite"
        )
    if is_greeting(scene, subject, far, verb) or is_thanked_for(scene, index, far):
        return False
    if verb.name in HOSTING and _is_event(scene, far):
        return False
    if verb.name in HOSTING and is_ones_own(scene, index, far):
        return False  # "received his M. Ed."
    if verb.name == "welcome" and _are_bodies(scene, subject) and _are_bodies(scene, far):
        return False  # "the Guild welcomed the governments of Ruritania and Borduria" as members
    if verb.name in HOSTING and leads_to_thing(scene, far.last, verb):
        return False  # "welcomed him to the family"
    if modifies(scene, far):
        return False  # "meets Ruritania's rules", "met Bordurian standards"
    given = scene.lexicon.has(scene.word(far.first), "indefinite") and not far.plural
    if verb.name in HOSTING and given:
        return False  # "received a Lind Prize"
    kinds = {scene.view.actors[actor].kind for actor in far.actors}
    if verb.name in PERSONAL:
        words = (each for at in range(far.first, far.last) for each in scene.word(at).split())
        sent = any(scene.lexicon.has(word, "group_noun") for word in words)
        return "person" in kinds or sent  # "hosted envoys from Borduria and Kelmara"
    if verb.name == "tell":
        if leads_to_people(scene, far):
            return False
        if is_crowd(scene, subject) or is_crowd(scene, far):
            return False  # "told Bordurians where to go"
        tellers = {scene.view.actors[actor].kind for actor in subject.actors}
        return bool(tellers) and tellers | kinds <= {"person", "state", "group"}
    return bool(kinds & {"state", "person", "organisation", "bloc"})


def _is_had_with(scene: Scene, index: int, subject: Group, far: Group | None, verb: Verb) -> bool:
    """Tell "met with Lind" and "they met" from idioms, speeches and crowds."""
    if far is None and _is_idiom(scene, index, subject, verb):
        return False
    if far is None and verb.name == "speak" and _is_address(scene, index):
        return False
    if far is None and _others_follow(scene, index, verb):
        return False  # "Jill and I met with first responders"
    if far is not None and not far.parties and len(subject.parties) > 1:
        return False  # the same with "the families": both are on one side
    if far is not None and (modifies(scene, far) or _is_anybody_of(scene, far, verb)):
        return False
    if far is None and verb.name == "negotiate" and _are_organisations(scene, subject):
        return False  # "the Guild and the Board have negotiated prices", with others
    return far is not None or (subject.plural and verb.name != "write")


def _is_address(scene: Scene, index: int) -> bool:
    """Tell "Ruiz and Lind spoke on the need for ships", two speeches, from "on Monday"."""
    if scene.word(index + 1) in ("there", "before"):
        return True  # "will speak there"
    if scene.word(index + 1) != "on" or scene.is_dated(index + 1) or scene.is_dated(index + 2):
        return False
    behind = [scene.word(at) for at in range(index + 2, index + 6)]
    beside = scene.triggers.words["beside"]
    return not any(word in beside or word.endswith(("phone", "call", "line")) for word in behind)


def _is_event(scene: Scene, far: Group) -> bool:
    """Tell "hosted the Harbour Reception", "received the Moss Medal" from hosting a guest."""
    behind = scene.items[far.last].word if _goes_on_as_name(scene, far.last) else ""
    words = [word for at in range(far.first, far.last) for word in scene.word(at).split()]
    return any(word in scene.triggers.words["events"] for word in (*words, behind))


def _goes_on_as_name(scene: Scene, at: int) -> bool:
    return at < len(scene.items) and scene.items[at].upper and scene.items[at].ref is None


def _are_organisations(scene: Scene, group: Group) -> bool:
    kinds = {scene.view.actors[actor].kind for actor in group.actors}
    return kinds == {"organisation"}


def _are_bodies(scene: Scene, group: Group) -> bool:
    """Tell whether a group names no person."""
    return all(scene.view.actors[actor].kind != "person" for actor in group.actors)


def _is_seen(scene: Scene, subject: Group, far: Group) -> bool:
    """Tell "saw Lind in Azul on Monday", whom one met, from "saw Lind win", "saw Lind as weak"."""
    kinds = {scene.view.actors[actor].kind for actor in subject.actors | far.actors}
    item = scene.items[far.last] if far.last < len(scene.items) else None
    if kinds != {"person"} or item is None:
        return False
    placed = item.word in ("in", "at") and far.last + 1 < len(scene.items)
    placed = placed and (scene.items[far.last + 1].upper or scene.is_dated(far.last + 1))
    return item.date >= 0 or placed or (item.word == "on" and scene.is_dated(far.last + 1))


def _is_met(scene: Scene, subject: Group) -> bool:
    """Tell "obligations (that) Ruritania and Borduria must meet" from two who meet."""
    if scene.lexicon.has(scene.word(subject.first - 1), "relative"):
        return True
    at = subject.first - 1 - (scene.word(subject.first - 1) == "that")
    item = scene.items[at] if at >= 0 else None
    if item is None or item.ref is not None or item.upper or item.date >= 0:
        return False
    if item.word in ("people", "men", "women", "person"):
        return True  # "the bravest people (that) Ruiz and Lind have met"
    return (
        item.word.endswith("s") and item.word.isalpha() and not scene.lexicon.classes.get(item.word)
    )


def _others_follow(scene: Scene, index: int, verb: Verb) -> bool:
    """Tell whether the other side follows in words that name nobody."""
    at = scene.skip_adverbs(index + 1 + len(verb.particles))
    return scene.word(at) in verb.prepositions - {"to", "in", ""}


def _is_anybody_of(scene: Scene, far: Group, verb: Verb) -> bool:
    """Tell "met with Bordurians from all walks of life" from "the Bordurians"."""
    return verb.name == "meet" and far.last == far.first + 1 and is_crowd(scene, far)


def _is_idiom(scene: Scene, index: int, subject: Group, verb: Verb) -> bool:
    """Tell "needs that we have to meet", "talk to that", "we are talking about" from contacts."""
    if verb.name == "meet" and _is_met(scene, subject):
        return True
    if verb.kind == "conversation" and is_matter(scene, index + 1):
        return True
    stranded = scene.word(index + 1) in scene.triggers.words["stranded"]
    if verb.kind == "conversation" and stranded and not is_purpose(scene, index + 1):
        # "they spoke for 50 minutes" tells how long, "she spoke for Ruritania" of no contact
        return all(item.date < 0 for item in scene.items[index + 2 : index + 4])
    return is_we(scene, subject) and verb.kind == "conversation" and not _goes_on(scene, index)


def is_we(scene: Scene, subject: Group) -> bool:
    """Tell whether the subject is "we" alone, whoever that is besides the speaker."""
    alone = subject.last == subject.first + 1 and len(subject.parties) < 2
    return alone and scene.lexicon.has(scene.word(subject.first), "first_plural")


def _goes_on(scene: Scene, index: int) -> bool:
    """Tell "we talked for an hour", "we spoke about grain" from "we talk about grain"."""
    verb = scene.triggers.verbs[scene.word(index)]
    after = scene.items[index + 1 : index + 5]
    lasting = scene.word(index + 1) in ("for", "about") or any(item.date >= 0 for item in after)
    return verb.form == "past" and lasting


def _is_met_measure(scene: Scene, at: int) -> bool:
    """Tell "met over 90 percent of their targets", "meet 21st century challenges", "the future"."""
    at += scene.word(at) in scene.triggers.words["measuring"]
    item = scene.items[at] if at < len(scene.items) else None
    if item is None:
        return False
    if item.word[:1].isdigit() and scene.word(at + 1) in scene.triggers.words["shares"]:
        return True
    end = at + (scene.word(at) == "the")
    if scene.word(end) == "future":
        return True
    if not item.word[:1].isdigit() or item.date < 0:
        return False
    while end < len(scene.items) and scene.items[end].date >= 0:
        end += 1
    after = scene.items[end] if end < len(scene.items) else None
    plain = after is not None and after.ref is None and after.word.isalpha()
    return plain and not scene.lexicon.classes.get(scene.word(end))


def has_object(scene: Scene, at: int) -> bool:
    """Tell whether a noun phrase follows that nobody stands behind: "met our needs"."""
    item = scene.items[at] if at < len(scene.items) else None
    if _is_met_measure(scene, at):
        return True
    if item is None or item.date >= 0 or not item.word[:1].isalnum():
        return False
    if item.word in ("alone", "together") or modality.is_manner(scene.lexicon, item.word):
        return False
    owner = scene.group_at(at)
    if owner is not None and owner.possessive:
        return True  # "meets Lind's call for"
    if scene.word(at) in ("men", "women", "it"):
        return True
    return scene.lexicon.has(item.word, "determiner", "possessive") or not (
        scene.lexicon.classes.get(item.word)
    )
