"""A contact told with a verb that is left out: "met X on Monday and Y on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.model import Participant

_INSERTED = frozenset({",", "twice", "–", "—", ":"})
"""What may stand between a contact and its days: "met twice, on Monday and again on"."""
_BEFORE_DATES = frozenset({"on", "in", "at"})


def gapped(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """Yield what "met X on Monday and Y on Tuesday" tells of Y.

    Also "spoke with X on Monday and with Y on Tuesday" and "on Monday she met X, and on
    Tuesday Y": each of the two has a day of its own.
    """
    if (repeated := _again(scene, mention)) is not None:
        yield repeated
        return
    if any(person.role != "party" for person in mention.participants):
        return
    at = past_days(scene, mention.after)
    joint = at + (scene.word(at) == ",")
    if scene.word(joint) != "and":
        return
    dated = any(scene.is_dated(n) for n in range(mention.after, at))
    apart = _past_separately(scene, joint + 1)
    separate = apart > joint + 1  # "and, separately, with Y"
    found = _other(scene, apart, day_before=separate or at > mention.after)
    dated = dated or separate
    if found is None:
        return
    dated = dated or any(scene.is_dated(n) for n in range(joint, found[0].first))
    if not dated and found[1] == found[0].last:
        return  # "met X in Azul and Y", who may have been there as well
    group, end = found
    verb = scene.items[mention.index].start
    subject = [p for p in mention.participants if p.evidence[0].end <= verb]
    links = scene.triggers.words["with"] | {"to"}
    if scene.word(group.last) in links and scene.word(group.first - 1) not in links:
        whom = scene.group_at(group.last + 1)  # "and Ruiz with Lind": others both
        if whom is None or not whom.parties or whom.possessive:
            return
        subject, group, end = participants_of(group, "party"), whom, max(end, whom.last)
    yield _alike(scene, mention, joint, end, subject + participants_of(group, "party"))


def _past_separately(scene: Scene, at: int) -> int:
    """Return where the words go on behind ", separately,"; ``at`` if they do not say so."""
    adverb = at + (scene.word(at) == ",")
    if scene.word(adverb) not in scene.triggers.words["separately"]:
        return at
    return adverb + 1 + (scene.word(adverb + 1) == ",")


def _again(scene: Scene, mention: Mention) -> Mention | None:
    """Return the second contact of "they met on Monday and again on Wednesday"."""
    at = mention.after
    while at < len(scene.items) and scene.word(at) in _INSERTED:
        at += 1
    day = past_days(scene, at)
    joint = day + (scene.word(day) == ",")
    if [scene.word(joint), scene.word(joint + 1)] != ["and", "again"]:
        return None
    end = past_days(scene, joint + 2)
    later = any(scene.is_dated(near) for near in range(joint, end))
    if not later or not any(scene.is_dated(near) for near in range(at, day)):
        return None
    return _alike(scene, mention, joint, end, mention.participants)


def _alike(
    scene: Scene, mention: Mention, joint: int, end: int, people: Sequence[Participant]
) -> Mention:
    """Return another contact of the same kind, told from ``joint`` on without a verb."""
    return scene.mention(
        joint,
        joint,
        end,
        kind=mention.kind,
        why=mention.why,
        modality=mention.modality,
        participants=people,
        distinct=True,
    )


def _other(scene: Scene, at: int, *, day_before: bool) -> tuple[Group, int] | None:
    """Return whom the words from ``at`` on name, with a day behind or before, and their end."""
    begin = past_days(scene, at)
    again = scene.word(begin) in scene.triggers.words["with"] | {"to"}
    group = scene.group_at(begin + again)
    if group is None or not group.parties or group.possessive:
        return None
    end = past_days(scene, group.last)
    if begin > at:  # "and on Tuesday Y"
        return (group, max(end, group.last)) if _closes(scene, end) else None
    return (group, max(end, group.last)) if day_before and _closes(scene, end) else None


def _closes(scene: Scene, at: int) -> bool:
    """Tell whether no verb follows: "… and Y on Tuesday." from "… and Y also spoke"."""
    word = scene.word(at)
    return not word[:1].isalnum() or scene.lexicon.has(word, "preposition", "conjunction", "to")


def past_days(scene: Scene, at: int) -> int:
    """Return the first index from ``at`` on that is no adverb and tells no day."""
    while at < len(scene.items) and scene.items[at].ref is None:
        dated = scene.items[at].date >= 0
        led = scene.word(at) in _BEFORE_DATES and scene.is_dated(at + 1)
        if (past := _past_place(scene, at)) > at:
            at = past
            continue
        if not (dated or led or scene.lexicon.has(scene.word(at), "adverb")):
            break
        at += 1
    return at


def _past_place(scene: Scene, at: int) -> int:
    """Return where "in Port Azul" ends; ``at`` if no place is named there."""
    end = at + 1
    while end < len(scene.items) and scene.word(at) in ("in", "at") and scene.items[end].upper:
        ref = scene.items[end].ref
        if scene.items[end].date >= 0:
            break
        if ref is not None and scene.view.actors[ref.actor].kind != "state":
            break
        end += 1
    return end if end > at + 1 else at
