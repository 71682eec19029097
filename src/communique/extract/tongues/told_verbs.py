"""Contacts that a verb tells of: "встретился с …", "empfing …", "a invité … à …"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.tongues.groups import Group, left_of, state_for
from communique.extract.tongues.lexicon import Frame, Pattern
from communique.extract.tongues.mention import Told
from communique.extract.tongues.modality import status_of
from communique.extract.tongues.scene import Scene
from communique.extract.tongues.sides import (
    agents_of,
    carried,
    is_anothers,
    is_passive,
    people_of,
    subjects,
    told_by,
    with_groups,
    with_joined,
)
from communique.extract.tongues.slots import about_at
from communique.extract.tongues.together import together
from communique.extract.tongues.ways import asked_deed, is_reflexive, journey_before
from communique.model import Participant, Span
from communique.model.claims import Role


def of_verb(
    scene: Scene, frame: Frame, at: int, length: int, before: str | None, *, is_base: bool
) -> Told | None:
    """Return the contact that the verb at ``at`` tells of, or ``None`` where its sides lack."""
    if "inviting" in frame.flags:
        return of_invitation(scene, at, length, before)
    status = status_of(scene, at, length, is_base=is_base)
    if status == "denied" and is_base and _is_over(scene, at):
        status = "held"
    open_status = status == "held" or (status == "denied" and is_base)
    if open_status and (way := journey_before(scene, at)) is not None:
        status = status_of(scene, way)  # "went to Sofia to meet …"
    apposed = "coming" in frame.flags and at > 0 and scene.lows[at - 1] == ","
    if status == "denied" or (frame.heads and not (apposed or _headed(scene, frame, at))):
        return None
    if "coming" in frame.flags and status == "held":
        status = "planned"  # "est attendu à Sofia"
    if "reflexive" in frame.flags and not is_reflexive(scene, at):
        return None
    if status == "invited":
        return of_invitation(scene, at, length, before)
    who = _acting(scene, frame, at)
    agents = agents_of(scene, at) if is_passive(scene, at) else []
    passive = bool(agents) or (is_passive(scene, at) and "journey" not in frame.flags)
    if passive:  # "è arrivata" is none
        objects, who = who, agents
    else:
        objects = _objects(scene, frame, at, length, who)
    if frame.preps:
        objects += [
            g for g in with_groups(scene, frame.preps, 0, about_at(scene, at)) if g not in objects
        ]
    if "named" in frame.flags:
        objects = [g for g in objects if _is_rung(scene, frame, g)]
    people = people_of(frame, who, [g for g in objects if g not in who])
    open_ = not passive and not who and not is_anothers(scene, at)
    if "together" not in frame.flags and open_ and before:
        people = carried(scene, frame, before, people)
    if passive and not objects and before and people and not is_anothers(scene, at):
        people = [*people, _received(scene, frame, before)]
    retold = status == "held" and frame.name == "discuss"  # what they met for
    if not (who or objects or retold) and (met := together(scene, at, is_base=is_base)):
        people = list(met)
    if len({p.actor for p in people}) < 2 and not ("journey" in frame.flags and people):
        return None
    starter = who[0].actor if "starts" in frame.flags and who else None
    return Told(
        sentence=scene.sentence,
        at=at,
        kind=frame.type,
        why=f"verb:{frame.name}",
        status=status,
        people=tuple(people),
        evidence=told_by(scene, at, at + length, people),
        initiator=starter,
    )


def _is_over(scene: Scene, at: int) -> bool:
    """Tell "tras | entrevistarse con X" from an infinitive that says nothing."""
    at_event = scene.tongue.some("at_event")
    return any(scene.lows[n] in at_event for n in range(max(0, at - 2), at))


def _received(scene: Scene, frame: Frame, before: str) -> Participant:
    """Return the subject of the sentence before as whom a passive is done to."""
    represents = state_for(scene.view, scene.view.actors[before])
    role: Role = "guest" if "host" in frame.flags else "party"
    return Participant(actor=before, represents=represents, role=role)


def _acting(scene: Scene, frame: Frame, at: int) -> list[Group]:
    """Return the subject of a verb; what stands behind one in a later clause is its object.

    "Est arrivé à Sofia, où il a | rencontré X": who arrived met X.
    """
    who = subjects(scene, at)
    if not who and scene.tongue.matter_first:  # "X'in | Ankara'yı ziyaret etmesi bekleniyor"
        first, _ = scene.bounds(at)
        return [g for g in scene.groups if first <= g.first and g.last <= at and g.genitive][:1]
    able = frame.direct and not scene.tongue.inflected and not scene.tongue.raw.get("verb_last")
    if able and scene.tongue.some("reflexive") and who and who[0].first > at:
        return _earlier_subject(scene, at)
    return who


def _is_rung(scene: Scene, frame: Frame, group: Group) -> bool:
    """Tell "called X" from "called on X to …": a person, and no such word behind."""
    kind = scene.view.actors[group.actor].kind
    return kind == "person" and not frame.what.at(scene.lows, group.last)


def of_invitation(scene: Scene, at: int, length: int, before: str | None) -> Told | None:
    """Read "invited X to visit Y": who invites is the host, whom he invites the guest."""
    verb = scene.tongue.word("invited").last(scene.lows, 0, at)
    if verb is None:
        verb = scene.tongue.word("invited").find(scene.lows, at, len(scene.lows))
    if verb is None:
        return None
    hosts = [g for g in subjects(scene, verb) if g.first < verb or _follows_verb(scene)]
    hosts = hosts or _earlier_subject(scene, verb)
    persons = [g for g in scene.groups if scene.view.actors[g.actor].kind != "state"]
    personal = scene.tongue.some("personal")
    others = [g for g in persons if g not in hosts and (g.is_bare or g.prep in personal)]
    if is_passive(scene, verb):
        agents = agents_of(scene, verb)
        hosts, others = agents, [g for g in persons if g not in agents] or hosts
    near = [g for g in others if verb < g.first <= at + 3] or [g for g in others if g.last <= verb]
    guests = near[:1] if near and near[0].first > verb else near[-1:]
    people = people_of(_INVITING, hosts, guests)
    if not hosts and before:
        people = carried(scene, _INVITING, before, people)
    if len(people) < 2:
        return None
    if asked_deed(scene, verb) is not None:
        return None  # "invited him to withdraw the complaint"
    spans = [scene.span_of(verb, verb + 1), scene.span_of(at, at + length)]
    return Told(
        sentence=scene.sentence,
        at=at,
        kind="visit",
        why="verb:invite",
        status="invited",
        people=tuple(people),
        evidence=Span(min(s.start for s in spans), max(s.end for s in spans)),
    )


def _earlier_subject(scene: Scene, verb: int) -> list[Group]:
    """Return the subject of a clause before, which goes on: "感谢中国，并 | 邀请 …"."""
    first, _ = scene.bounds(verb)
    able = [g for g in scene.groups if g.last <= first and g.is_bare and g.form != "obl"]
    return [g for g in able if not g.genitive][:1]


def _follows_verb(scene: Scene) -> bool:
    """Tell whether a subject may stand behind its verb in the language."""
    return scene.tongue.inflected or bool(scene.tongue.raw.get("verb_first"))


_NEAR = 12  # words between a verb and its object
_NONE = Pattern("(?!)")
_INVITING = Frame(
    "visit", "invite", _NONE, _NONE, frozenset(), _NONE, None, flags=frozenset({"host"})
)


def _headed(scene: Scene, frame: Frame, at: int) -> bool:
    first, last = scene.bounds(at)
    return frame.heads is not None and frame.heads.find(scene.lows, first, last) is not None


def _objects(scene: Scene, frame: Frame, at: int, length: int, who: Sequence[Group]) -> list[Group]:
    """Return the direct object of a verb, with those joined to it."""
    if not frame.direct:
        return []
    first, last = scene.bounds(at)
    right = [
        g for g in scene.groups if at < g.first < last and g.is_bare and g not in who
    ]  # fmt: skip
    if scene.tongue.inflected:
        behind = bool(who) and who[-1].last <= at
        plain = [g for g in right if behind and g.first - at - length < 2]
        right = [g for g in right if g.form != "nom"] or plain[:1]
    left = [
        g for g in scene.groups
        if first <= g.first < at and g.is_bare and g not in who and g.form == "obl"
    ]  # fmt: skip
    if scene.tongue.raw.get("verb_last") and not right:
        left = [g for g in scene.groups if first <= g.first < at and g.is_bare and g not in who]
    chosen = [g for g in right if _is_near(scene, at + length, g)][:1] or left[-1:]
    return with_joined(scene, chosen[0]) if chosen else []


def _is_near(scene: Scene, end: int, group: Group) -> bool:
    """Tell whether no comma and only some words stand between a verb and its object."""
    return group.first - end < _NEAR and "," not in scene.lows[end : left_of(scene, group)]
