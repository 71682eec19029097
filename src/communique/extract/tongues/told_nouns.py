"""Contacts that a noun tells of: "состоялась встреча …", "ein Telefonat mit …"."""

from __future__ import annotations

from communique.extract.tongues.groups import Group
from communique.extract.tongues.lexicon import Frame
from communique.extract.tongues.mention import Told
from communique.extract.tongues.modality import status_of
from communique.extract.tongues.scene import Scene
from communique.extract.tongues.sides import (
    carried,
    is_anothers,
    is_verb_at,
    people_of,
    subjects,
    told_by,
    with_groups,
    with_joined,
)
from communique.extract.tongues.slots import about_at
from communique.extract.tongues.together import next_of, together
from communique.extract.tongues.told_verbs import of_invitation
from communique.extract.tongues.ways import journey_before
from communique.model import Participant

_VISITS = ("visit", "meeting", "summit", "talks")
_BESIDE = 3  # words between whose contact it is and the noun, where the owner stands first
_BEHIND = 6  # words behind a noun within which it is told that it took place
_FAR = 30  # words between a noun and the verb that says it took place


def of_noun(scene: Scene, frame: Frame, at: int, length: int, before: str | None) -> Told | None:
    """Return the contact that the noun at ``at`` tells of, or ``None`` where it tells of none."""
    tongue = scene.tongue
    status = status_of(scene, at, length)
    if status == "denied":
        return None
    if status == "invited":
        return of_invitation(scene, at, length, before) if frame.type in _VISITS else None
    end = at + length
    _, last = scene.bounds(at)
    light = _light(scene, at, last)
    if light is not None and status == "held":
        status = status_of(scene, light)
        if status == "denied":
            return None
    acted = light is not None and not _happened(scene, light)
    owners = _owners(scene, at, end, last)
    between = with_groups(scene, tongue.some("between"), end, last)
    others = between or with_groups(scene, frame.preps, 0, about_at(scene, at))
    who = [] if between else owners
    if frame.type == "letter" and acted:
        others, who = others or owners or _behind(scene, end, last), []
    if not who and not between and acted and light is not None:
        who = [g for g in subjects(scene, light) if g not in others]
    if light is None:
        who, others = _at_it(scene, frame, at, who, others, between=bool(between))
    if status == "proposed" and not others:
        others = with_groups(scene, tongue.some("personal"), 0, last)
    if light is None and not between and (governor := _governor(scene, status, at)) is not None:
        who, others = _governed(scene, governor, at, who, others)
    if frame.type == "visit" and (visitor := _visitor(scene, at)):
        who, others = [visitor], []
    people = people_of(frame, who, [g for g in others if g not in who])
    carries = (acted or _is_at_it(scene, at)) and status == "held" and not who and not between
    if carries and before and len(people) == 1 and not is_anothers(scene, at):
        people = carried(scene, frame, before, people)
    if not people and status in ("planned", "proposed"):
        people = [*(_met(scene, at, light) or next_of(scene, at, length))]
    enough = len({p.actor for p in people}) >= 2
    held = light is not None or scene.sentence == 0 or status != "held"
    goes_on = _goes_on(scene, at, end)
    definite = not held or goes_on or _is_definite(scene, at)
    if not people and not (definite and (goes_on or light is not None)):
        return None
    if not enough and not (held or goes_on) and not people:
        return None
    return Told(
        sentence=scene.sentence,
        at=at,
        kind=frame.type,
        why=f"noun:{frame.name}",
        status=status,
        people=tuple(people),
        evidence=told_by(scene, at, end, people),
        definite=definite and not enough,
    )


def _met(scene: Scene, at: int, light: int | None) -> tuple[Participant, ...]:
    """Return who just met, where they "agreed on a meeting" or "will hold consultations"."""
    for name in ("agreed", "planned"):
        word = scene.tongue.word(name)
        agreed = word.last(scene.lows, *scene.bounds(at))
        if agreed is not None and (met := together(scene, agreed)):
            return met
    if light is not None and (met := together(scene, light)):
        return met
    skip = scene.tongue.some("skip")  # "Die Gespräche sollen am 2. Juni beginnen"
    opens = at > 0 and all(scene.lows[n] in skip for n in range(at))
    return scene.partners[0] if opens and scene.partners else ()


def _at_it(
    scene: Scene, frame: Frame, at: int, who: list[Group], others: list[Group], *, between: bool
) -> tuple[list[Group], list[Group]]:
    """Return both sides of a contact at which something was said or done."""
    if not (who or others):
        return _in_passing(scene, frame, at)
    if who or between or not _is_at_it(scene, at):
        return who, others
    who = [g for g in subjects(scene, at) if g not in others]
    if not who and scene.tongue.raw.get("semitic"):  # "وجاءت تصريحات | الجبوري | عقب اجتماع مع …"
        who = [g for g in scene.groups if g.last <= at and g.is_bare][:1]
    return who, others


def _visitor(scene: Scene, at: int) -> Group | None:
    """Return whom "in visita ufficiale" or "находящийся с визитом" stands right behind."""
    being = scene.tongue.word("visiting_form").last(scene.lows, max(0, at - _BEHIND), at)
    if being is not None:
        named = [g for g in scene.groups if g.last <= being]
        return named[-1] if named else None
    if not at or scene.lows[at - 1] not in scene.tongue.some("visiting"):
        return None
    before = [g for g in scene.groups if g.last <= at and at - g.last <= _BESIDE]
    persons = [g for g in before if scene.view.actors[g.actor].kind == "person"]
    return persons[-1] if persons else None


def _happened(scene: Scene, light: int) -> bool:
    """Tell "the talks were held" from "they held talks", by the words up to the verb."""
    word = scene.tongue.word("happened")
    return any(word.at(scene.lows, n) > light - n for n in range(max(0, light - 2), light + 1))


def _behind(scene: Scene, end: int, last: int) -> list[Group]:
    """Return to whom something is sent, where no preposition says so."""
    return [g for g in scene.groups if end <= g.first < last and g.is_bare][:1]


def _in_passing(scene: Scene, frame: Frame, at: int) -> tuple[list[Group], list[Group]]:
    """Return who spoke, and to whom, "in a call": "in a call X congratulated Y"."""
    first, last = scene.bounds(at)
    meets = frame.type in ("meeting", "talks", "conversation") and _is_at_it(scene, at)
    near = range(max(0, at - _BESIDE), at)
    inside = meets or (
        frame.type == "call" and any(scene.lows[n] in scene.tongue.some("within") for n in near)
    )
    here = [g for g in scene.groups if first <= g.first < last and g.is_bare and not g.genitive]
    persons = [g for g in here if scene.view.actors[g.actor].kind == "person"]
    if not inside or len(persons) != 2:
        return [], []
    return (persons[:1], persons[1:]) if persons[0].form != "obl" else (persons[1:], persons[:1])


def _is_at_it(scene: Scene, at: int) -> bool:
    """Tell whether a clause tells what was done at a contact: "said | lors d'une | rencontre"."""
    near = range(max(0, at - _BESIDE), at)
    return any(scene.lows[n] in scene.tongue.some("at_event") for n in near)


def _governed(
    scene: Scene, governor: int, at: int, who: list[Group], others: list[Group]
) -> tuple[list[Group], list[Group]]:
    """Return the sides of a contact that a verb makes a proposal, a plan or a refusal."""
    if who and not others:
        others = subjects(scene, governor)  # "refused a meeting of …": who refuses takes part
    who = who or [g for g in subjects(scene, governor) if g not in others]
    between = [g for g in scene.groups if governor < g.first < at and g.is_bare and g not in who]
    return who, others or between[:1]


def _governor(scene: Scene, status: str, at: int) -> int | None:
    """Return the verb that makes a contact a proposal, a plan or a refusal."""
    if status == "held":
        return None
    first, _ = scene.bounds(at)
    found = scene.tongue.word(status).last(scene.lows, first, at)
    return found if found is not None and is_verb_at(scene, found) else None


def _light(scene: Scene, at: int, last: int) -> int | None:
    """Return the verb that says a contact took place ("состоялась", "hatte", "held")."""
    first, _ = scene.bounds(at)
    light = scene.tongue.word("light")
    found = light.last(scene.lows, max(first, at - _FAR), at)
    if found is None and (way := journey_before(scene, at)) is not None:
        return way
    return found if found is not None else light.find(scene.lows, at, min(last, at + _FAR))


def _owners(scene: Scene, at: int, end: int, last: int) -> list[Group]:
    """Return whose contact it is: "разговор | Президента …", "entretien | du Président …"."""
    of = scene.tongue.some("of")
    if scene.tongue.raw.get("owner_first"):
        return _owners_before(scene, at)
    for group in scene.groups:
        if group.first < end or group.first - end > 6 or group.first >= last:
            continue
        gap = scene.lows[end : group.first]
        plain = all(
            low in of
            or low in scene.tongue.some("skip")
            or scene.tongue.word("adjective").at((low,), 0)
            for low in gap
        )
        stands = scene.tongue.inflected or scene.tongue.raw.get("semitic")
        if plain and (group.prep in of or group.genitive or (stands and group.is_bare)):
            return with_joined(scene, group)
        return []
    return []


def _goes_on(scene: Scene, at: int, end: int) -> bool:
    """Tell "the talk took place at …" and "the talk lasted …": it was told of before."""
    skip, adjective = scene.tongue.some("skip"), scene.tongue.word("adjective")
    opens = all(scene.lows[n] in skip or adjective.at(scene.lows, n) for n in range(at))
    verbs = (scene.tongue.word("happened"), scene.tongue.word("lasted"))
    last = scene.bounds(at)[1] if scene.tongue.raw.get("verb_last") else end + _BEHIND
    told = any(verb.find(scene.lows, end, last) is not None for verb in verbs)
    return scene.sentence > 0 and opens and told


def _owners_before(scene: Scene, at: int) -> list[Group]:
    """Return whose contact it is where the genitive stands first: "Stavr'ın | Ankara ziyareti"."""
    first, _ = scene.bounds(at)
    for group in reversed(scene.groups):
        plain = group.is_bare and group.form == "obl" and not scene.tongue.some("postpositions")
        owns = group.genitive or plain
        if first <= group.first and group.last <= at and at - group.last <= _BESIDE and owns:
            return with_joined(scene, group)
    return []


def _is_definite(scene: Scene, at: int) -> bool:
    first, _ = scene.bounds(at)
    return scene.tongue.word("definite").last(scene.lows, max(first, at - 2), at) is not None
