"""Meetings and talks with people whom nobody names: "met with his top aides"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.idioms import (
    is_anybody,
    is_frequent,
    is_habit,
    is_opposed,
    is_unrecorded,
)
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.onesided.base import (
    doers_before,
    far_side,
    form_of,
    leading,
    people_at,
    told,
    verb_told,
    who,
    words_for,
)
from communique.extract.contacts.parties.groups import Group
from communique.model import Participant

_NEAR = 4  # items between a verb and the noun that it governs


def crowds_in(scene: Scene) -> Iterator[Mention]:
    """Yield the meetings, talks and calls of a sentence of which one side is named."""
    for index, item in enumerate(scene.items):
        if item.ref is None and (found := _at(scene, index)) is not None:
            yield found


def _at(scene: Scene, index: int) -> Mention | None:
    words, word = words_for(scene.lexicon), scene.word(index)
    if word in words["had.with"] or word in words["had.other"] or word in words["had.talks"]:
        found = _noun(scene, index)
        if found is not None or word not in words["met.meeting"]:
            return found
    if word in ("meeting", "talks", "talk") and _is_noun(scene, index):
        return None
    if word in words["met.meeting"] or word in words["met.talks"]:
        return _verb(scene, index, index + 1)
    if word in words["met.sitting"] and scene.word(index + 1) == "down":
        return _verb(scene, index, index + 2)
    if word in words["met.gathering"] or word in words["met.briefing"]:
        return _object(scene, index)
    return None


def _is_noun(scene: Scene, index: int) -> bool:
    """Tell "the meeting with farmers" from "is meeting with farmers", "talks with them"."""
    before = scene.word(index - 1)
    if scene.items[index - 1].ref is not None or index == 0:
        return False
    verbal = scene.lexicon.has(before, "be", "to", "future", "modal", "pronoun", "not", "relative")
    return not (verbal or scene.lexicon.has(before, "adverb", "do"))


def _verb(scene: Scene, index: int, at: int) -> Mention | None:
    """Read "met Wednesday with his top aides", "has been talking to manufacturers"."""
    words, word = words_for(scene.lexicon), scene.word(index)
    sitting = word in words["met.sitting"]
    form = "past" if word == "sat" else "ing" if word == "sitting" else form_of(words, "met", word)
    start = modality.group_start(scene.lexicon, scene.items, index)
    at = _past_adverbials(scene, at)
    link = ""
    bare = word in ("met", "meet", "meets") and scene.word(at) != "with"
    if scene.word(at) == "with" or (scene.word(at) == "to" and word in words["met.to"]):
        link, at = scene.word(at), at + 1
    elif not bare:
        return None
    if bare and not (
        scene.lexicon.has(scene.word(at), "determiner", "possessive")
        or (scene.items[at : at + 1] and scene.items[at].upper)
    ):
        return None
    end = people_at(scene, at)
    if not end:
        return None
    how = verb_told(scene, index, form)
    subject = scene.subject(start)
    if how is None or _is_usual(scene, subject, index, end):
        return None
    people = who(scene, subject)
    if _are_both_named(scene, subject, far_side(scene, at, end, people)):
        return None  # of two who are named the other rules tell
    if form == "ing" and start == index and _is_of_another(scene, index, people):
        return None
    set_to = scene.word(start) == "to" and scene.word(start - 1) in words["met.set"]
    if not people and set_to:
        people = leading(scene)  # "he 's expected to meet"
    far = far_side(scene, at, end, people)
    known = bool(people) or (bool(far) and (subject is not None or set_to))
    if not known or (how.status == "hypothetical" and how.cue in words["met.ought"]):
        return None
    if link == "to" and scene.word(end - 1) in words["people.audience"]:
        return None
    kind = "meeting" if sitting or word in words["met.meeting"] else "talks"
    return told(scene, index, start, end, kind, "onesided:verb", how, [*people, *far])


def _is_of_another(scene: Scene, index: int, people: Sequence[Participant]) -> bool:
    """Tell "I know of no record of Ruiz | speaking with mayors", which is no talk of mine."""
    near = scene.group_before(index)
    return (
        near is not None
        and near.last == index
        and near.actors.isdisjoint(one.actor for one in people)
    )


def _are_both_named(scene: Scene, subject: Group | None, far: Sequence[Participant]) -> bool:
    """Tell whether the other rules have looked at a contact of two; before the press they doubt."""
    named = subject is not None and bool(subject.parties) and bool(far)
    return named and not scene.view.is_press_conference


def _is_usual(scene: Scene, subject: Group | None, index: int, after: int) -> bool:
    """Tell "often speaks with lawmakers", "every time she meets mayors" from a contact."""
    if subject is None:
        return False
    if is_habit(scene, subject) or is_anybody(scene, subject):
        return True
    if scene.word(subject.first - 1) in ("nor", "neither") or is_unrecorded(scene, subject):
        return True
    if is_opposed(scene, index, index, subject):
        return True
    return is_frequent(scene, subject.last, index, after)


def _object(scene: Scene, index: int) -> Mention | None:
    """Read "convened the principals", "has been briefing members of Parliament"."""
    words, word = words_for(scene.lexicon), scene.word(index)
    end = people_at(scene, index + 1)
    start = modality.group_start(scene.lexicon, scene.items, index)
    if not end or scene.lexicon.has(scene.word(start - 1), "determiner", "preposition"):
        return None
    how = verb_told(scene, index, form_of(words, "met", word))
    people = who(scene, scene.subject(start))
    if how is None or not people:
        return None
    far = far_side(scene, index + 1, end, people)
    kind = "briefing" if word in words["met.briefing"] else "meeting"
    return told(scene, index, start, end, kind, "onesided:object", how, [*people, *far])


def _is_in(scene: Scene, at: int) -> bool:
    """Tell "is currently in | talks", "engaged in talks" from "will come up in talks"."""
    if scene.word(at) != "in":
        return False
    before = at - 1
    while before > 0 and scene.lexicon.has(scene.word(before), "adverb"):
        before -= 1
    engaged = scene.word(before) in scene.triggers.words["engaging"]
    return engaged or scene.lexicon.has(scene.word(before), "be") or scene.word(before) == "'re"


def _is_occasion(scene: Scene, start: int) -> bool:
    """Tell "after a | meeting with", which was, from "spoke of a meeting with"."""
    if scene.view.is_press_conference:
        return True
    before = scene.word(start - 1)
    near = any(item.date >= 0 for item in scene.items[max(0, start - 1) : start + 3])
    return near or start == 0 or before in words_for(scene.lexicon)["had.occasion"]


def is_first_person(scene: Scene, one: Participant) -> bool:
    """Tell whether somebody is told of as "I" or "we"."""
    said = one.evidence[0].of(scene.view.text).lower()
    return scene.lexicon.has(said, "first_singular", "first_plural")


def is_bare(scene: Scene, index: int) -> bool:
    """Tell "the meeting, with their books" from "the meeting with Lind"."""
    return scene.word(index + 1) == ","


def _past_adverbials(scene: Scene, at: int) -> int:
    """Return where "met | privately on Wednesday in Azul | with" goes on."""
    words = words_for(scene.lexicon)
    for end in range(at, min(at + 9, len(scene.items))):
        word, item = scene.word(end), scene.items[end]
        if word in ("with", "to"):
            return end
        plain = item.date >= 0 or scene.lexicon.has(word, "adverb", "preposition") or item.upper
        if item.ref is not None and end == at:
            return at
        plain = plain or scene.lexicon.has(word, "determiner", "possessive")
        if not (plain or word in words["met.between"] or word in scene.triggers.words["seats"]):
            return at
    return at


def _noun(scene: Scene, index: int) -> Mention | None:
    """Read "held a meeting with mayors", "in talks with creditors", "talks between A and B"."""
    words, word = words_for(scene.lexicon), scene.word(index)
    start = modality.noun_start(scene.lexicon, scene.items, index)
    at = _past_adverbials(scene, index + 1)
    link = scene.word(at)
    if link not in ("with", "between", "among"):
        return None
    if is_bare(scene, index):
        return None
    end = people_at(scene, at + 1)
    group = scene.group_at(at + 1)
    if not end and group is None:
        return None
    end = max(end, group.last if group else 0)
    how = modality.of_noun(scene.view, scene.items, index, end, start)
    if how.negated:
        return None
    kind = (
        "meeting"
        if word in words["had.meetings"]
        else "call"
        if word in words["had.calls"]
        else "other"
        if word in words["had.other"]
        else "talks"
    )
    if link != "with":
        people = participants_of(group, "party") if group else []
        if len(people) > 1:
            return None  # of two who are named the other rules tell
        return told(scene, index, start, end, kind, "onesided:between", how, people)
    verb = next(
        (
            n
            for n in range(index - 1, max(-1, start - 1 - _NEAR), -1)
            if scene.word(n) in words["had.having"] or (n >= start - 1 and _is_in(scene, n))
        ),
        None,
    )
    staying = scene.triggers.words["staying"]
    if word in words["had.other"] and (
        verb is None or any(scene.word(n) in staying for n in range(max(0, verb - 2), verb))
    ):
        return None
    people = []
    owner = scene.group_before(start + 1)
    if owner is not None and owner.possessive and start - owner.last <= 1:
        people = who(scene, owner)
    if not people and verb is not None:
        begin = modality.group_start(scene.lexicon, scene.items, verb)
        if scene.word(verb) == "in":
            begin = verb
            while begin > 0 and scene.lexicon.has(
                scene.word(begin - 1), "be", "have", "adverb", "future", "modal"
            ):
                begin -= 1
        subject = scene.subject(begin)
        people = who(scene, subject)
        ahead = any(scene.lexicon.has(scene.word(n), "future", "to") for n in range(begin, verb))
        if how.status == "held" and ahead:
            how = replace(how, status="planned", unasked="planned")
        if _are_both_named(scene, subject, far_side(scene, at + 1, end, people)):
            return None  # of two who are named the other rules tell
    if not people and verb is None and not _is_occasion(scene, start):
        return None
    if not people and verb is None:
        people = [one for one in doers_before(scene, start) if not is_first_person(scene, one)]
    far = far_side(scene, at + 1, end, people)
    by_the_way = verb is None and start < index and scene.view.is_press_conference
    if not people and not (far and by_the_way):
        return None
    bodily_words = scene.triggers.words["bodily"]
    bodily = any(scene.word(n) in bodily_words for n in range(start, index))
    if word in words["had.other"] and bodily and not (verb is not None and _is_in(scene, verb)):
        return None
    return told(scene, index, start, end, kind, "onesided:with", how, [*people, *far])
