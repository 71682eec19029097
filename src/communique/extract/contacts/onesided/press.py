"""Interviews and news conferences: "said in a telephone interview", "told a news conference"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract import modality
from communique.extract.contacts.clauses.press import is_outlet
from communique.extract.contacts.clauses.scene import STOPS, Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.onesided.wording import (
    Words,
    doers_before,
    leading,
    speaker_in,
    told,
    who,
    words_for,
)
from communique.extract.modality import Modality
from communique.model import Participant

_REACH = 7  # items behind "told" in which the station is named


def press_in(scene: Scene) -> Iterator[Mention]:
    """Yield the interviews and news conferences of a sentence."""
    words = words_for(scene.lexicon)
    for index, item in enumerate(scene.items):
        if item.ref is not None:
            continue
        word, found = item.word, None
        if word in words["press.conference"]:
            found = _conference(scene, words, index)
        elif word in words["press.interview"]:
            found = _interview(scene, words, index)
        elif word in words["press.asking"]:
            found = _told(scene, words, index)
        if found is not None:
            yield found


def _sayer(scene: Scene, at: int) -> list[Participant]:
    """Return who says what is told, or else who the sentence is about."""
    return _persons(scene, speaker_in(scene) or doers_before(scene, at) or leading(scene))


def _persons(scene: Scene, people: list[Participant]) -> list[Participant]:
    kinds = scene.view.actors
    return [one for one in people if kinds[one.actor].kind in ("person", "group", "organisation")]


def _conference(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "said at a news conference", "will hold a press briefing"."""
    called = scene.word(index) in ("call", "calls") and scene.word(index - 1) not in ("press",)
    if scene.word(index - 1) not in words["press.news"] or called:
        return None
    start = modality.noun_start(scene.lexicon, scene.items, index)
    this = scene.word(start) in ("this", "the") and scene.view.is_press_conference
    if this or scene.word(start) == "this":
        return None  # the one of which this is the text
    how = modality.of_noun(scene.view, scene.items, index, index + 1, start)
    before = scene.word(start - 1)
    holding = before in words["press.holding"] or scene.word(start - 2) in words["press.holding"]
    if how.negated or not (before in ("at", "in", "during", "after", "before") or holding):
        return None
    if holding and before not in ("at", "in", "during"):
        at = start - 1 if before in words["press.holding"] else start - 2
        begin = modality.group_start(scene.lexicon, scene.items, at)
        if any(scene.lexicon.has(scene.word(n), "future", "to") for n in range(begin, at)):
            how = Modality("planned", unasked="planned")
        people = _persons(scene, who(scene, scene.subject(begin)) or doers_before(scene, start))
    else:
        people = _sayer(scene, start)
    return told(scene, index, start, index + 1, "briefing", "onesided:press", how, people)


def _interview(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "said in a telephone interview", "went on the record in an interview with NBC"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    how = modality.of_noun(scene.view, scene.items, index, index + 1, start)
    if (
        how.negated
        or scene.word(index + 1) in ("requests", "request")
        or (scene.word(start) == "this")
    ):
        return None
    owner = scene.group_before(start + 1)
    if owner is not None and owner.possessive and start - owner.last <= 1:
        people = _persons(scene, who(scene, owner))
    elif scene.word(start - 2) in words["press.given"]:
        near = [g for g in scene.groups if g.last < start and g.possessive]
        people = _persons(scene, who(scene, near[-1])) if near else []  # "Lind's words, made in"
    elif scene.word(start - 1) in ("in", "during", "after", "gave", "give", "by"):
        people = _sayer(scene, start)
    else:
        return None
    end, asking = index + 1, []
    if scene.word(index + 1) in ("with", "on", "by", "for", "to"):
        group = scene.group_at(index + 2) or scene.group_at(index + 3)
        if group is not None:
            known = {one.actor for one in people}
            asking = [p for p in participants_of(group, "reporter") if p.actor not in known]
            end = group.last
        elif _is_station(scene, words, index + 2):
            end = index + 4
    return told(
        scene,
        index,
        start,
        min(end, len(scene.items)),
        "interview",
        "onesided:interview",
        how,
        [*people, *asking],
    )


def _told(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "told Harbour Radio", "told a television station", where nobody else is told."""
    at = index + 1
    if not _is_station(scene, words, at):
        return None
    begin = modality.group_start(scene.lexicon, scene.items, index)
    people = _persons(scene, who(scene, scene.subject(begin)))
    people = [one for one in people if not is_outlet(scene, one.actor)]
    people = [one for one in people if not _is_unnamed(scene, words, one)]
    known = {one.actor for one in people}
    end, asking = _station_end(scene, words, at), []
    for group in scene.groups:
        if at <= group.first < end:
            asking += [p for p in participants_of(group, "reporter") if p.actor not in known]
    if not people:
        return None
    return told(
        scene, index, begin, end, "interview", "onesided:told", Modality(), [*people, *asking]
    )


def _is_unnamed(scene: Scene, words: Words, one: Participant) -> bool:
    """Tell "a source", "a senior official" from somebody with a name."""
    name = scene.view.actors[one.actor].name
    last = name.lower().split()[-1]
    return last in words["press.unnamed"] or not name[:1].isupper()


def _is_station(scene: Scene, words: Words, at: int) -> bool:
    return _station_end(scene, words, at) > at


def _station_end(scene: Scene, words: Words, at: int) -> int:
    """Return where the name of a paper or a station ends that begins at ``at``; else ``at``."""
    first = scene.items[at] if at < len(scene.items) else None
    if first is None or first.date >= 0:
        return at
    names = scene.triggers.words["press_names"]
    for end in range(at, min(at + _REACH, len(scene.items))):
        item = scene.items[end]
        if item.word in STOPS or item.word in (",", "that") or item.date >= 0:
            return at
        if end > at and item.ref is None and scene.lexicon.has(item.word, "preposition"):
            return at
        parts = item.word.replace("’s", "").replace("'s", "").split()
        if item.upper and any(p in words["press.outlets"] or p in names for p in parts):
            return end + 1
        nxt = scene.word(end + 1)
        if item.word in words["press.media"] and nxt not in words["press.media"]:
            return end + 1
    return at
