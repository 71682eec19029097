"""Interviews and news conferences: "said in a telephone interview", "told a news conference"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.scene import STOPS, Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.onesided.wording import (
    Words,
    doers_before,
    is_paper,
    leading,
    speaker_in,
    told,
    who,
    words_for,
)
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Participant, Span

_REACH = 7  # items behind "told" in which the station is named
_SAID = 5  # items between who says something and "on" a station
_KNOWN = ("the", "that", "same")


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
        elif word == "on":
            found = _on_air(scene, words, index)
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
        people = [] if _is_in_deed(scene, start) else _sayer(scene, start)
    return told(scene, index, start, index + 1, "briefing", "onesided:press", how, people)


def _is_in_deed(scene: Scene, at: int) -> bool:
    """Tell "blamed Lind for shouting | at a news conference", which need not be the blamer's."""
    near = range(max(1, at - _REACH), at - 1)
    return any(
        scene.word(n).endswith("ing") and scene.lexicon.has(scene.word(n - 1), "preposition")
        for n in near
        if scene.items[n].ref is None
    )


def _interview(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "said in a telephone interview", "went on the record in an interview with NBC"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    if _outlets_in(scene, start - 1, start):
        start = modality.noun_start(scene.lexicon, scene.items, start - 1)
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
        group = group or _asker_ahead(scene, index + 2)
        if group is not None:
            known = {one.actor for one in people}
            asking = [p for p in participants_of(group, "reporter") if p.actor not in known]
            end = group.last
        elif _is_station(scene, words, index + 2):
            end = _station_end(scene, words, index + 2)
            asking = _outlets_in(scene, index + 2, end)
    asking = asking or _outlets_in(scene, start, index)
    if scene.word(index).endswith("s") and not asking:
        return None  # "her repeated remarks in interviews"
    found = told(
        scene,
        index,
        start,
        min(end, len(scene.items)),
        "interview",
        "onesided:interview",
        how,
        [*people, *asking],
    )
    known_one = not asking and scene.word(start) in _KNOWN
    return replace(found, definite=known_one) if found else None


def _asker_ahead(scene: Scene, at: int) -> Group | None:
    """Return whom "with the Morning Harbour hosts | Ana Ruiz and Bo Lind" names at its end."""
    for group in scene.groups:
        if at <= group.first < at + _REACH:
            joined = _is_joined(scene, at, group.first) and not group.possessive
            return group if joined else None
    return None


def _outlets_in(scene: Scene, first: int, last: int) -> list[Participant]:
    """Return the papers and stations named in a noun phrase: "a | Harbour News | interview"."""
    inside = [item for item in scene.items[first:last] if item.ref is not None]
    return [
        Participant(actor=item.ref.actor, role="reporter", evidence=(Span(item.start, item.end),))
        for item in inside
        if item.ref is not None and is_paper(scene, item.ref.actor)
    ]


def _told(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "told Harbour Radio", "told a television station", where nobody else is told."""
    at = index + 1
    if not _is_station(scene, words, at):
        return None
    begin = modality.group_start(scene.lexicon, scene.items, index)
    subject = scene.subject(begin)
    if subject is not None and _is_part_of_name(scene, subject.last, begin):
        return None  # "Ruiz fans told Harbour Radio"
    people = _persons(scene, who(scene, subject) or speaker_in(scene))
    people = [one for one in people if not is_paper(scene, one.actor)]
    people = [one for one in people if not _is_unnamed(scene, words, one)]
    known = {one.actor for one in people}
    end, asking = _station_end(scene, words, at), []
    for group in scene.groups:
        hosts = group.first == end and scene.word(end) in words["press.hosts"]
        if hosts or at <= group.first < end:
            end = max(end, group.last)
            asking += [p for p in participants_of(group, "reporter") if p.actor not in known]
    if not people:
        return None
    return told(
        scene, index, begin, end, "interview", "onesided:told", Modality(), [*people, *asking]
    )


def _on_air(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "said on Harbour TV's “Morning”", where a station is known and who says it."""
    end = _station_end(scene, words, index + 1)
    verbs = range(max(0, index - _SAID), index)
    said = next((n for n in reversed(verbs) if scene.lexicon.has(scene.word(n), "reporting")), None)
    asking = _outlets_in(scene, index, end)
    known = words["press.interview"].isdisjoint(one.word for one in scene.items)
    if said is None or not asking or not known or not _is_joined(scene, said + 1, index):
        return None
    people = _persons(scene, _teller(scene, said))
    if not people or is_paper(scene, people[0].actor):
        return None
    people += asking
    return told(scene, index, said, end, "interview", "onesided:on-air", Modality(), people)


def _teller(scene: Scene, verb: int) -> list[Participant]:
    """Return whose words a verb of saying leads to, where they are told of beside it."""
    people = speaker_in(scene)
    if not people:
        return []
    span, at = people[0].evidence[0], scene.items[verb]
    near = scene.items[max(0, verb - _SAID) : verb + _SAID]
    return people if span.start < at.start and any(i.start < span.end for i in near) else []


def _is_joined(scene: Scene, first: int, last: int) -> bool:
    """Tell whether nothing between two items ends a clause."""
    return not {scene.word(n) for n in range(first, last)} & {*STOPS, ",", "that"}


def _is_part_of_name(scene: Scene, last: int, verb: int) -> bool:
    """Tell "Ruiz | fans | told", who are others, from "Ruiz | , asked again, | told"."""
    item = scene.items[last] if last < verb else None
    if item is None or item.ref is not None or not item.word.isalpha():
        return False
    return last + 1 == verb and not scene.lexicon.has(item.word, "adverb", "relative")


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
