"""Summits and letters: "before the Lake Union summit next week", "said in a letter"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.onesided.wording import (
    Words,
    doers_before,
    people_at,
    speaker_in,
    told,
    who,
    words_for,
)
from communique.extract.modality import Modality
from communique.model import Participant


def summits_in(scene: Scene) -> Iterator[Mention]:
    """Yield the summits and letters of a sentence."""
    words = words_for(scene.lexicon)
    for index, item in enumerate(scene.items):
        if item.ref is not None:
            continue
        if item.word in words["summit.words"]:
            found = _summit(scene, words, index)
        elif item.word in words["letter.words"]:
            found = _letter(scene, words, index)
        elif item.word in words["letter.wrote"]:
            found = _wrote(scene, index)
        else:
            found = None
        if found is not None:
            yield found


def _summit(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "the Lake Union summit", "a summit of Lake Union leaders"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    first = start
    while first > 0 and (scene.items[first - 1].upper or scene.items[first - 1].ref is not None):
        first -= 1
    inside = [
        g for g in scene.groups if g.first < index and g.last > first and not _is_person(scene, g)
    ]
    people: list[Participant] = [p for g in inside for p in participants_of(g, "party")]
    end = index + 1
    if scene.word(index + 1) in ("of", "between", "with"):
        group = scene.group_at(index + 2) or scene.group_at(index + 3)
        if group is not None:
            people += participants_of(group, "party")
            end = group.last
    if not people and _is_attended(scene, words, first):
        people = doers_before(scene, first)
    how = modality.of_noun(scene.view, scene.items, index, end, start)
    if how.negated:
        return None
    return told(scene, index, first, end, "summit", "onesided:summit", how, people)


def _is_attended(scene: Scene, words: Words, first: int) -> bool:
    """Tell "will attend the summit", "were at the summit" from "was announced at the summit"."""
    near = [scene.word(n) for n in range(max(0, first - 4), first + 1)]
    if not words["summit.attending"].isdisjoint(near):
        return True
    if "at" not in near and "during" not in near:
        return False
    places = (n for n in range(first, first - 4, -1) if scene.word(n) in ("at", "during"))
    verb = scene.word(next(places, first) - 1)
    return scene.lexicon.has(verb, "be", "reporting") or verb in words["summit.held"]


def _is_person(scene: Scene, group: object) -> bool:
    return any(scene.view.actors[a].kind == "person" for a in group.actors)  # type: ignore[attr-defined]


def _letter(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "said in a letter to the ministers", "wrote a letter to Lind"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    if scene.word(index + 1) == "of" and scene.word(index + 2) in words["letter.papers"]:
        return None
    sayers: list[Participant] = []
    if scene.word(start - 1) == "in":
        sayers = speaker_in(scene) or doers_before(scene, start)
    elif scene.word(start - 1) in words["letter.writing"]:
        begin = modality.group_start(scene.lexicon, scene.items, start - 1)
        sayers = who(scene, scene.subject(begin))
    if scene.word(index) not in ("letter", "letters") and scene.word(start - 1) != "in":
        return None
    end, far = index + 1, []
    at = scene.skip_adverbs(index + 1)
    if scene.word(at) == "to":
        group = scene.group_at(at + 1)
        end = max(people_at(scene, at + 1), group.last if group else 0)
        if not end:
            return None
        far = participants_of(group, "party") if group and not group.possessive else []
    elif not sayers:
        return None
    known = {one.actor for one in sayers}
    far = [one for one in far if one.actor not in known]
    how = modality.of_noun(scene.view, scene.items, index, end, start)
    if how.negated or not (sayers or far):
        return None
    return told(scene, index, start, end, "letter", "onesided:letter", how, [*sayers, *far])


def _wrote(scene: Scene, index: int) -> Mention | None:
    """Read "wrote to lawmakers", "then wrote Lind"."""
    start = modality.group_start(scene.lexicon, scene.items, index)
    if not scene.word(start - 1)[:1].isalnum():
        return None  # "“The pier is shut,” wrote Lind"
    people = who(scene, scene.subject(start))
    at = index + 1 + (scene.word(index + 1) == "to")
    group = scene.group_at(at)
    if not people:
        return None
    if scene.word(index + 1) != "to":
        if group is None or group.possessive or not group.parties:
            return None
        end = group.last
    else:
        end = people_at(scene, at) or (group.last if group and group.parties else 0)
    if not end:
        return None
    far = participants_of(group, "party") if group and not group.possessive else []
    return told(scene, index, start, end, "letter", "onesided:wrote", Modality(), [*people, *far])
