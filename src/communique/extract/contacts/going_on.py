"""What a sentence goes on to say of the contact told of just before: "It lasted an hour".

Its subject is "it", so that no word in it tells of a contact.
"""

from __future__ import annotations

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.scene import Scene
from communique.extract.modality import Modality

_GROUP = 4  # items in which "it had been requested" comes to its verb


def goes_on(scene: Scene, last: Mention) -> Mention | None:
    """Return a mention of ``last`` where the sentence, which begins with "it", is about it."""
    words = scene.triggers.words["going_on"]
    verb = next((at for at in range(1, _GROUP) if scene.word(at) in words), None)
    if verb is None or any(scene.lexicon.has(scene.word(at), "not") for at in range(1, verb)):
        return None
    return scene.mention(
        0,
        0,
        verb + 1,
        kind=last.kind,
        why=last.why,
        modality=Modality(status=last.modality.status),
        participants=(),
        definite=True,
    )
