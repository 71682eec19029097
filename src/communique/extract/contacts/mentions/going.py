"""Ways of going somewhere and to somebody: "flew to Azul to see Lind", "offered to come to Azul".

"Come", "go" and "see" mean much else, so that each makes a contact only by what stands beside it.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.scene import STOPS, Scene
from communique.extract.contacts.triggers import Verb

_WAY = 12  # items from a journey to what it is for
_DAY = 6  # items behind a place in which its day stands
_COMING = frozenset({"come", "coming", "comes", "go", "goes"})
_ASKED = frozenset({"proposed", "invited", "planned", "declined"})


def going(scene: Scene, index: int, verb: Verb | None) -> Verb | None:
    """Return what a word means as a contact verb, ``verb`` where nothing else is said."""
    word = scene.word(index)
    if word == "see" and _is_to_see(scene, index):
        return scene.triggers.verbs["meet"]
    if verb is not None and verb.name == "call" and _is_called_in(scene, index):
        return replace(scene.triggers.verbs["summoned"], form=verb.form, particles=("in",))
    if word not in _COMING or verb is None or scene.word(index + 1) != "to":
        return verb
    if scene.word(index + 2) == "see":
        return verb
    if not _is_trip(scene, index):
        return verb
    return replace(scene.triggers.verbs["travel"], form=verb.form)


def _is_called_in(scene: Scene, index: int) -> bool:
    """Tell "called in Ambassador Lind", "called in the Bordurian envoy" from a call in Azul."""
    whom = scene.group_at(index + 2) if scene.word(index + 1) == "in" else None
    if (
        whom is None
        or whom.possessive
        or scene.word(index) not in scene.triggers.words["called_in"]
    ):
        return False
    return {scene.view.actors[actor].kind for actor in whom.actors} == {"person"}


def _is_to_see(scene: Scene, index: int) -> bool:
    """Tell "flew to Azul to see Lind" from "was glad to see Lind", "to see Lind win"."""
    whom = scene.group_at(index + 1)
    if scene.word(index - 1) != "to" or whom is None or whom.possessive or not whom.parties:
        return False
    kinds = {scene.view.actors[actor].kind for actor in whom.actors}
    behind = scene.word(whom.last)
    ends = not behind or scene.is_dated(whom.last) or behind in STOPS or behind == ","
    ends = ends or scene.lexicon.has(behind, "preposition", "conjunction")
    return kinds == {"person"} and ends and _is_on_the_way(scene, index - 1)


def _is_on_the_way(scene: Scene, to: int) -> bool:
    for at in range(to - 1, max(-1, to - _WAY), -1):
        word, item = scene.word(at), scene.items[at]
        if word in STOPS or scene.lexicon.has(word, "relative", "reporting"):
            return False
        known = scene.triggers.verbs.get(word)
        moves = word in _COMING or (known is not None and known.frame == "to")
        if item.ref is None and moves:
            return scene.word(at + 1) == "to" or word.startswith(("arriv", "land"))
    return False


def _is_trip(scene: Scene, index: int) -> bool:
    """Tell "offered to come to Azul", "will come to Borduria on Monday" from "come to terms"."""
    goal = scene.items[index + 2] if index + 2 < len(scene.items) else None
    if goal is None or goal.date >= 0:
        return False
    state = goal.ref is not None and scene.view.actors[goal.ref.actor].kind == "state"
    place = goal.ref is None and goal.upper and not scene.lexicon.has(goal.word, "title")
    owned = scene.word(index + 3) in ("'s", "’s", "'")
    if not (state or place) or owned:
        return False
    told = modality.of_verb(scene.view, scene.items, index, "base")
    behind = range(index + 3, min(index + 3 + _DAY, len(scene.items)))
    return told.status in _ASKED and (
        told.status != "planned" or any(scene.is_dated(at) for at in behind)
    )
