"""In whose name a speaker says "we": a spokesman's "we are in talks with Borduria" is the state's.

Where "we" talk with a state or a body, the speaker's state does; where "we" met a person, the
speaker did. A "we" of nobody in particular takes no part.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.scene import Scene, unique
from communique.model import Participant


def in_whose_name(scene: Scene, mention: Mention) -> Mention | None:
    """Return the mention with everybody's "we" resolved; ``None`` if nobody is left."""
    people = mention.participants
    ours = [one for one in people if _is_plural(scene, one)]
    others = [one for one in people if one not in ours]
    if not ours or any(scene.view.actors[one.actor].kind == "person" for one in others):
        return mention
    if not others:
        return None
    stands = [state for one in ours if (state := _state_for(scene, one)) is not None]
    if not stands:
        return None
    return replace(mention, participants=unique([*stands, *others]), initiator=None)


def _is_plural(scene: Scene, one: Participant) -> bool:
    """Tell whether a person takes part by the word "we"."""
    if scene.view.actors[one.actor].kind != "person" or not one.evidence:
        return False
    word = one.evidence[0].of(scene.view.text).lower()
    return scene.lexicon.has(word, "first_plural")


def _state_for(scene: Scene, one: Participant) -> Participant | None:
    """Return the state that the speaker holds an office of, in the speaker's place."""
    for office in scene.view.actors[one.actor].offices:
        state = scene.view.actors.get(office.of or "")
        if state is not None and state.kind == "state":
            return Participant(actor=state.id, role=one.role, evidence=one.evidence)
    return None
