"""Who else was there: "the meeting was also attended by X", "met Y in the presence of X".

Where a contact is between two others, who attends it is no party to it: accounts that leave him out
tell of the same one.
"""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as replaced

from communique.extract.contacts.adverbials import STOPS
from communique.extract.contacts.groups import Group
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.scene import Scene, participants_of, unique
from communique.model import Role

_NAMES = 6  # items of more places behind a journey's first
_SAME_CLAUSE = 16  # items behind a contact over which "in the presence of" is looked for


def with_attendance(scene: Scene, mention: Mention) -> Mention:
    """Return the contact with those whom the words behind it name as present.

    Where it is only pointed back at ("the meeting was attended by X"), they come in addition to
    those of the contact told of before.
    """
    mention = _with_helpers(scene, _with_company(scene, mention))
    if _is_inverted(scene, mention):
        aside = (replaced(one, role="other") for one in mention.participants)
        return replace(mention, participants=tuple(aside), joins=True)
    attending = _attended(scene, mention)
    group = attending or _presence(scene, mention)
    if group is None or group.possessive or not group.parties:
        return mention
    known = {person.actor for person in mention.participants}
    joins = mention.joins or (attending is not None and mention.definite and not known)
    role: Role = "other" if joins or len(known) > 1 else "party"
    more = [one for one in participants_of(group, role) if one.actor not in known]
    return replace(
        mention,
        participants=tuple(unique([*mention.participants, *more])),
        after=max(mention.after, group.last),
        joins=joins,
    )


def _with_company(scene: Scene, mention: Mention) -> Mention:
    """Add those of "met Lind, who was joined by X and Y"."""
    at = _past_names(scene, mention.after)
    at += scene.word(at) == ","
    joined = scene.word(at) in scene.triggers.words["accompanying"]
    if not (joined or scene.lexicon.has(scene.word(at), "relative")) or len(mention.actors) < 2:
        return mention
    at += not joined
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    if scene.word(at) not in scene.triggers.words["accompanying"] or scene.word(at + 1) != "by":
        return mention
    more = participants_of(scene.group_at(at + 2), "other")
    return replace(mention, participants=tuple(unique([*mention.participants, *more])))


def _past_names(scene: Scene, at: int) -> int:
    """Return where "(to Borduria) and the West Coast | , joined by" goes on behind more places."""
    end = at
    while end < min(at + _NAMES, len(scene.items)) and (
        scene.items[end].upper or scene.word(end) in ("and", "the")
    ):
        end += 1
    return end if scene.word(end) == "," else at


def _with_helpers(scene: Scene, mention: Mention) -> Mention:
    """Tell "a call between X and Y was conducted by Z", "Z took part in a meeting of X with Y"."""
    at = next((n for n in range(mention.index, mention.after) if scene.word(n) == "by"), None)
    helpers: set[str] = set()
    if at is not None and scene.word(at - 1) in scene.triggers.words["arranged"]:
        group = scene.group_at(at + 1)
        helpers = set(group.actors) if group else set()
    elif mention.why == "noun:held" and _is_attended(scene, mention):
        noun = scene.items[mention.index].start
        helpers = {p.actor for p in mention.participants if p.evidence[0].end <= noun}
    if not helpers or len(mention.actors - helpers) < 2:
        return mention
    people = (
        replaced(one, role="other") if one.actor in helpers and one.role == "party" else one
        for one in mention.participants
    )
    return replace(mention, participants=tuple(people))


def _is_attended(scene: Scene, mention: Mention) -> bool:
    """Tell whether the verb before the noun tells of attending what others hold."""
    near = (scene.word(at) for at in range(max(mention.first, mention.index - 6), mention.index))
    return not scene.triggers.words["attending"].isdisjoint(near)


def _is_inverted(scene: Scene, mention: Mention) -> bool:
    """Tell "taking part in the meeting were X and Y", who come in addition."""
    before = {scene.word(at) for at in range(max(0, mention.index - 5), mention.index)}
    named = scene.lexicon.has(scene.word(mention.index + 1), "be") and "the" in before
    return named and not before.isdisjoint(scene.triggers.words["attending"])


def _attended(scene: Scene, mention: Mention) -> Group | None:
    """Return the group behind "attended by", with at most a relative and forms of "be" before."""
    if not mention.why.startswith("noun:"):
        return None
    at = mention.after + (scene.word(mention.after) == ",")
    at += scene.lexicon.has(scene.word(at), "relative")
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    if scene.word(at) not in scene.triggers.words["attended"] or scene.word(at + 1) != "by":
        return None
    return scene.group_at(at + 2)


def _presence(scene: Scene, mention: Mention) -> Group | None:
    """Return the group behind "in the presence of", in the clause of the contact."""
    for at in range(mention.after, min(mention.after + _SAME_CLAUSE, len(scene.items) - 3)):
        if scene.word(at) in STOPS:
            return None
        words = [scene.word(n) for n in range(at, at + 4)]
        if words == ["in", "the", "presence", "of"]:
            return scene.group_at(at + 4)
    return None
