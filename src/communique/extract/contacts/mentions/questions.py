"""What a question takes for granted: "What came of the call with Lind?" tells of a call.

A question asks about one clause; what stands in its other clauses, or is named with "the"
or "her", the one who asks takes for granted.
"""

from __future__ import annotations

from communique.extract.contacts.clauses.scene import STOPS, Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.phrases import THIRD

_AUXILIARY = ("be", "have", "do", "modal", "future")
_TELLING = frozenset({"verb:talk", "verb:speak", "verb:discuss", "verb:tell"})
_WHICH = frozenset({"what", "where", "how"})
"""Words that open a question about a contact, not whether there is one."""
_FIRST = frozenset({"i", "we"})
_ENDS = frozenset({".", ",", ";", "!", "indeed", ""})
_LABEL = 8  # items in which the label of a turn ends
_CIRCUMSTANCE = frozenset({"when", "where", "why", "how"})
"""Words that ask for the circumstances of what is taken for granted."""


def is_presupposed(scene: Scene, mention: Mention) -> bool:
    """Tell whether the question that a mention stands in takes the contact for granted."""
    if any(_is_doubt(scene, at) for at in range(mention.first)):
        return False
    if any(_is_of_anybody(scene, at, mention.index) for at in range(mention.index)):
        return False
    if any(scene.word(at) == "ever" for at in range(mention.index)):
        return False  # "has she ever held talks with Lind"
    if mention.why.startswith("noun:named"):
        if scene.word(_opening(scene)) in _WHICH and not mention.modality.cue:
            return True
        if any(_is_request(scene, at) for at in range(mention.first)):
            return True
        return mention.definite and not _is_inverted(scene, mention.first)
    if is_affirmed(scene):
        return True
    if _is_inverted(scene, mention.first):
        denied = scene.lexicon.has(scene.word(mention.first - 1), "not")
        asking = scene.word(mention.first - 2)
        asking = scene.word(mention.first - 3) if asking == "else" else asking
        about = asking == "what" and mention.why in _TELLING  # "what did you talk about with Lind"
        return not denied and (asking in _CIRCUMSTANCE or about)
    before = range(mention.first)
    if any(_sets_the_scene(scene, at) for at in before):
        return True
    within = range(mention.index)
    if any(_is_inverted(scene, at) and scene.word(at) == "there" for at in within):
        return False  # "is there a plan to meet …"
    if any(_is_inverted(scene, at) and _asks_opinion(scene, at) for at in before):
        return False  # "do you expect that they meet"
    return any(_is_inverted(scene, at + 1) for at in range(len(scene.items)))


def is_affirmed(scene: Scene) -> bool:
    """Tell whether the sentence behind says yes to a question: "Did she call?" — "She did."."""
    if scene.word(len(scene.items) - 1) != "?":
        return False
    number = scene.sentence + 1
    if number >= len(scene.view.reading.sentences):
        return False
    items = scene.view.items(number)
    colon = next((n for n in range(min(len(items), _LABEL)) if items[n].word == ":"), -1)
    words = [item.word for item in items[colon + 1 : colon + 4]]
    if not words:
        return False
    if words[0] in scene.triggers.words["affirming"]:
        return True
    echoed = words[0] in THIRD | _FIRST and scene.lexicon.has(" ".join(words[1:2]), *_AUXILIARY)
    return echoed and "".join(words[2:3]) in _ENDS


def is_missed(scene: Scene, mention: Mention) -> bool:
    """Tell "why hasn't she spoken with Lind", which tells that she has not."""
    at = mention.first - 1
    denied = any(scene.lexicon.has(scene.word(n), "not") for n in (at, at - 1))
    near = [scene.word(n) for n in range(max(0, at - 3), at)]
    return mention.why.startswith("verb") and denied and "why" in near


def _opening(scene: Scene) -> int:
    """Return where the question begins, behind "Q", "and", "so"."""
    at = 0
    while at < 4 and (
        scene.word(at) in ("q", "and", "so", "but", "then", "again") or not scene.word(at).isalnum()
    ):
        at += 1
    return at


def _is_of_anybody(scene: Scene, at: int, before: int) -> bool:
    """Tell "has anyone in the palace spoken with Lind", which asks whether it was so."""
    if scene.word(at) not in ("any", "anyone", "anybody", "either"):
        return False
    asked = any(scene.lexicon.has(scene.word(n), *_AUXILIARY) for n in range(max(0, at - 6), at))
    led = any(
        scene.lexicon.has(scene.word(n), "preposition") and scene.word(n) != "of"
        for n in range(at + 1, before)
    )
    if scene.word(at) == "any" and led:
        return False  # "any changes in security for her trip"
    return asked and before - at < 14


def _is_request(scene: Scene, at: int) -> bool:
    """Tell "can you say more about talks with Lind", which takes them for granted.

    "Can you confirm" and "can you say whether" do not.
    """
    if scene.word(at) != "you" or not _is_inverted(scene, at):
        return False
    if not scene.lexicon.has(scene.word(at - 1), "modal", "future"):
        return False
    following = {scene.word(n) for n in range(at + 1, at + 6)}
    return following.isdisjoint(scene.triggers.words["doubting"])


def _is_doubt(scene: Scene, at: int) -> bool:
    """Tell "can you confirm that they met" and "do you support the summit"."""
    if scene.word(at) != "you" or not _is_inverted(scene, at):
        return False
    following = {scene.word(n) for n in range(at + 1, at + 4)}
    return not following.isdisjoint(scene.triggers.words["unsure"])


def is_asked(scene: Scene, mention: Mention) -> bool:
    """Tell "Does Ruiz plan to meet Lind, or —", a question that breaks off, from a statement."""
    if mention.why == "noun:named" or scene.word(len(scene.items) - 1) == "?":
        return False
    auxiliary = scene.word(mention.first - 1)
    return scene.lexicon.has(auxiliary, "do", "have") and _is_inverted(scene, mention.first)


def is_to_be(scene: Scene, mention: Mention) -> bool:
    """Tell "when are you meeting Lind?", which is to come, from "when did you meet him?"."""
    present = scene.word(mention.first - 1) in ("are", "is", "am")
    return present and scene.word(mention.index).endswith("ing")


def _sets_the_scene(scene: Scene, at: int) -> bool:
    """Tell "when Ruiz visits …" from what is itself in question: "whether", "think that"."""
    word = scene.word(at)
    return scene.lexicon.has(word, "subordinator", "relative") and not (
        word == "that" or scene.lexicon.has(word, "conditional")
    )


def _asks_opinion(scene: Scene, subject: int) -> bool:
    near = (scene.word(at) for at in range(subject + 1, subject + 4))
    return any(word in scene.triggers.words["opinion"] for word in near)


def _is_inverted(scene: Scene, subject: int) -> bool:
    """Tell whether an auxiliary opens the clause before its subject: "Did Ruiz meet …"."""
    at = subject - 1
    if at < 0 or scene.items[at].ref or not scene.lexicon.has(scene.word(at), *_AUXILIARY):
        return False
    before = scene.word(at - 1)
    return (
        before in STOPS
        or before in ("", ",", "and", "but", "or", "q", "then", "so", "also", "what", "who")
        or before in _CIRCUMSTANCE
        or before in ("“", '"', "‘")
    )
