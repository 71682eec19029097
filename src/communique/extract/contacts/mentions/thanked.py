"""Messages that are told of only by the thanks for them: "thanked X for his congratulations"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group

_REACH = 12
"""Items between thanks and what they are for."""


def thanked_for(scene: Scene) -> Iterator[Mention]:
    """Yield the letters that somebody is thanked for in a sentence."""
    words = scene.triggers.words
    for at, item in enumerate(scene.items):
        if item.ref is None and item.word in words["thanks"]:
            found = _message(scene, at)
            if found is not None:
                yield found


def _message(scene: Scene, thanks: int) -> Mention | None:
    """Return the message that the thanks at an item are for; ``None`` for anything else."""
    words = scene.triggers.words
    ahead = range(thanks + 1, min(thanks + _REACH, len(scene.items)))
    link = next((at for at in ahead if scene.word(at) == "for"), None)
    if link is None:
        return None
    near = range(link + 1, min(link + 5, len(scene.items)))
    noun = next((at for at in near if scene.word(at) in words["messages"]), None)
    opened = scene.lexicon.has(scene.word(link + 1), "possessive", "definite")
    if noun is None or not opened:
        return None
    to = scene.word(thanks + 1) == "to" or scene.word(thanks + 2) == "to"
    whom = _group_from(scene, thanks + 1, link) if to else scene.group_at(thanks + 1)
    who = _thanking(scene, thanks)
    if whom is None or who is None or not (whom.parties and who.parties):
        return None
    if whom.actors & who.actors or not _are_several(scene, who, whom):
        return None
    return scene.mention(
        noun,
        noun,
        noun + 1,
        kind="letter",
        why="thanked",
        modality=modality.of_noun(scene.view, scene.items, noun, noun + 1, noun),
        participants=participants_of(whom, "party") + participants_of(who, "party"),
        initiator=whom.parties[0].actor,
    )


def _thanking(scene: Scene, thanks: int) -> Group | None:
    """Return whose thanks they are: "my thanks", "Ruiz thanked"."""
    before = scene.group_before(thanks)
    if before is not None and before.possessive and before.last == thanks:
        return before
    start = modality.group_start(scene.lexicon, scene.items, thanks)
    return scene.subject(start) or before


def _group_from(scene: Scene, first: int, last: int) -> Group | None:
    return next((g for g in scene.groups if first <= g.first < last and not g.possessive), None)


def _are_several(scene: Scene, who: Group, whom: Group) -> bool:
    """Tell whether both are persons or states, and not the reader or a crowd."""
    kinds = {scene.view.actors[actor].kind for actor in who.actors | whom.actors}
    return kinds <= {"person", "state"}
