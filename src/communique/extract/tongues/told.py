"""Mentions of contacts in a sentence of another language: verbs and nouns with those who take part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from communique.extract.tongues.lexicon import Frame, Pattern
from communique.extract.tongues.modality import status_of
from communique.extract.tongues.scene import Group, Scene
from communique.extract.tongues.slots import (
    about_of,
    date_of,
    duration_of,
    initiator_of,
    place_of,
)
from communique.model import Label, Participant, Place, Span, When
from communique.model.claims import ContactStatus, Role

_VISITS = ("visit", "meeting", "summit", "talks")
_FAR = 30  # words between a noun and the verb that says it took place


@dataclass(frozen=True, slots=True)
class Told:
    """A verb or noun that tells of a contact, with what its sentence says of it."""

    sentence: int
    at: int
    kind: str
    why: str
    status: ContactStatus
    people: tuple[Participant, ...]
    evidence: Span
    initiator: str | None = None
    date: When | None = None
    place: Place | None = None
    duration: When | None = None
    topics: tuple[Label, ...] = ()
    outcome: tuple[Label, ...] = ()
    definite: bool = False
    extra: tuple[Span, ...] = field(default=())

    @property
    def actors(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset(person.actor for person in self.people)


def told_in(scene: Scene, before: str | None) -> Iterator[Told]:
    """Yield the contacts that a sentence tells of; ``before`` is the subject of the one before."""
    used: set[int] = set()
    for at in range(len(scene.lows)):
        if at in used:
            continue
        for frame in scene.tongue.contact_nouns:
            length = frame.forms.at(scene.lows, at) if is_noun_at(scene, at) else 0
            if length and (one := _of_noun(scene, frame, at, length, before)):
                used.update(range(at, at + length))
                yield _dressed(scene, one)
                break
        else:
            for frame in scene.tongue.contact_verbs if is_verb_at(scene, at) else ():
                length = frame.forms.at(scene.lows, at)
                base = 0 if length else frame.base.at(scene.lows, at)
                if not (length or base):
                    continue
                one = _of_verb(scene, frame, at, length or base, before, is_base=not length)
                if one is not None:
                    yield _dressed(scene, one)
                    break


def is_verb_at(scene: Scene, at: int) -> bool:
    """Tell whether a word may be a verb: where nouns have capitals, verbs have none."""
    return not scene.tongue.raw.get("nouns") or not scene.words[at].capital or at == 0


def is_noun_at(scene: Scene, at: int) -> bool:
    """Tell whether a word may be a noun."""
    return not scene.tongue.raw.get("nouns") or scene.words[at].capital


def _dressed(scene: Scene, told: Told) -> Told:
    starter = told.initiator or initiator_of(scene, 0, len(scene.lows))
    return replace(
        told,
        date=date_of(scene, told.at),
        place=None if told.kind == "call" else place_of(scene, told.at),
        duration=duration_of(scene, told.at),
        initiator=starter,
        topics=about_of(scene, told.at),
    )


# ---------------------------------------------------------------- who stands where


def subjects(scene: Scene, at: int) -> list[Group]:
    """Return the subject of the verb at ``at``: bare groups before it, else behind it.

    Two that "and" joins are both returned. Empty where the sentence does not name it.
    """
    first, last = scene.bounds(at)
    left = [g for g in scene.groups if first <= g.first and g.last <= at and _can_act(g)]
    if left:
        chosen = left[-1] if scene.tongue.inflected else left[0]
        return _with_joined(scene, chosen)
    right = [g for g in scene.groups if at < g.first < last and _can_act(g)]
    if right and right[0].first - at <= 8 and (right[0].form == "nom" or not scene.tongue.inflected):
        return _with_joined(scene, right[0])
    earlier = [g for g in scene.groups if g.last <= first and _can_act(g)]
    if earlier and first and scene.lows[first - 1] in ("—", "–", ",", "»", "”", '"', ")"):
        return [earlier[0]]
    return []


def _can_act(group: Group) -> bool:
    return group.is_bare and group.form != "obl" and not group.genitive


def _with_joined(scene: Scene, group: Group) -> list[Group]:
    """Return a group with those that "and" or a comma joins to it."""
    groups = scene.groups
    at = groups.index(group)
    out = [group]
    for n in range(at + 1, len(groups)):
        if not _are_joined(scene, out[-1], groups[n]):
            break
        out.append(groups[n])
    for n in range(at - 1, -1, -1):
        if not _are_joined(scene, groups[n], out[0]):
            break
        out.insert(0, groups[n])
    return out


def _are_joined(scene: Scene, one: Group, other: Group) -> bool:
    between = scene.lows[one.last : other.first]
    words = [low for low in between if low not in scene.tongue.some("skip")]
    conjunctions = [low for low in words if low in scene.tongue.some("and")]
    rest = [low for low in words if low not in scene.tongue.some("and") and low not in (",", other.prep)]
    return len(conjunctions) == 1 and len(rest) <= 1 and all(
        scene.tongue.word("adjective").at((low,), 0) for low in rest
    )


def with_groups(scene: Scene, preps: frozenset[str], first: int, last: int) -> list[Group]:
    """Return those behind one of the prepositions, and whoever "and" joins to them."""
    out: list[Group] = []
    for group in scene.groups:
        if first <= group.first < last and group.prep in preps:
            out += [g for g in _with_joined(scene, group) if g not in out and g.first >= group.first]
    return out


# ---------------------------------------------------------------- verbs


def _of_verb(
    scene: Scene, frame: Frame, at: int, length: int, before: str | None, *, is_base: bool
) -> Told | None:
    status = status_of(scene, at, length, is_base=is_base)
    if status == "denied" or (frame.heads and not _headed(scene, frame, at)):
        return None
    if status == "invited":
        return _of_invitation(scene, at, length, before)
    who = subjects(scene, at)
    passive = _is_passive(scene, at)
    if passive:
        agents = _agents(scene, at)
        objects, who = who, agents
    else:
        objects = _objects(scene, frame, at, length, who)
    if frame.preps:
        objects += [g for g in with_groups(scene, frame.preps, 0, len(scene.lows)) if g not in objects]
    people = _people(frame, who, [g for g in objects if g not in who])
    if "together" not in frame.flags and not passive and not who and before:
        people = _carried(frame, before, people)
    if len({p.actor for p in people}) < 2 and not ("journey" in frame.flags and people):
        return None
    starter = who[0].actor if "starts" in frame.flags and who else None
    spans = [scene.span_of(at, at + length), *(g_span for p in people for g_span in p.evidence)]
    inside = [span for span in spans if scene.span.covers(span)]
    return Told(
        sentence=scene.sentence,
        at=at,
        kind=frame.type,
        why=f"verb:{frame.name}",
        status=status,
        people=tuple(people),
        evidence=Span(min(s.start for s in inside), max(s.end for s in inside)),
        initiator=starter,
    )


def _of_invitation(scene: Scene, at: int, length: int, before: str | None) -> Told | None:
    """Read "invited X to visit Y": who invites is the host, whom he invites the guest."""
    verb = scene.tongue.word("invited").last(scene.lows, 0, at)
    if verb is None:
        verb = scene.tongue.word("invited").find(scene.lows, at, len(scene.lows))
    if verb is None:
        return None
    hosts = subjects(scene, verb)
    persons = [g for g in scene.groups if scene.view.actors[g.actor].kind != "state"]
    personal = scene.tongue.some("personal")
    others = [g for g in persons if g not in hosts and (g.is_bare or g.prep in personal)]
    if _is_passive(scene, verb):
        agents = _agents(scene, verb)
        hosts, others = agents, [g for g in persons if g not in agents] or hosts
    near = [g for g in others if verb < g.first <= at + 3] or [g for g in others if g.last <= verb]
    guests = near[:1] if near and near[0].first > verb else near[-1:]
    people = _people(_INVITING, hosts, guests)
    if not hosts and before:
        people = _carried(_INVITING, before, people)
    if len(people) < 2:
        return None
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


_NONE = Pattern("(?!)")
_INVITING = Frame("visit", "invite", _NONE, _NONE, frozenset(), _NONE, None, flags=frozenset({"host"}))


def _headed(scene: Scene, frame: Frame, at: int) -> bool:
    first, last = scene.bounds(at)
    return frame.heads is not None and frame.heads.find(scene.lows, first, last) is not None


def _is_passive(scene: Scene, at: int) -> bool:
    first, _ = scene.bounds(at)
    passive = scene.tongue.word("passive")
    if scene.tongue.word("passive_form").at(scene.lows, at):
        return True
    if scene.tongue.raw.get("verb_last"):
        _, last = scene.bounds(at)
        return passive.find(scene.lows, first, last) is not None and bool(_agents(scene, at))
    return passive.find(scene.lows, max(first, at - 3), at) is not None


def _agents(scene: Scene, at: int) -> list[Group]:
    by = scene.tongue.some("by")
    first, last = scene.bounds(at)
    if by:
        return with_groups(scene, by, first, last)
    return [g for g in scene.groups if at < g.first < last and g.is_bare and g.form == "obl"][:1]


def _objects(
    scene: Scene, frame: Frame, at: int, length: int, who: Sequence[Group]
) -> list[Group]:
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
    chosen = [g for g in right if g.first - at - length < 8][:1] or left[-1:]
    return _with_joined(scene, chosen[0]) if chosen else []


def _people(frame: Frame, who: Sequence[Group], others: Sequence[Group]) -> list[Participant]:
    roles: tuple[Role, Role] = ("party", "party")
    if "host" in frame.flags:
        roles = ("host", "guest")
    elif "guest" in frame.flags:
        roles = ("guest", "host")
    out: dict[str, Participant] = {}
    for groups, role in ((who, roles[0]), (others, roles[1])):
        for group in groups:
            out.setdefault(group.actor, participant(group, role))
    return list(out.values())


def participant(group: Group, role: Role = "party") -> Participant:
    """Return the participant that a group names."""
    return Participant(
        actor=group.actor, represents=group.represents, role=role, evidence=(group.core,)
    )


def _carried(frame: Frame, before: str, people: list[Participant]) -> list[Participant]:
    """Add the subject of the sentence before, where a verb has none of its own."""
    if any(p.actor == before for p in people):
        return people
    role: Role = "host" if "host" in frame.flags else "guest" if "guest" in frame.flags else "party"
    return [Participant(actor=before, role=role), *people]


# ---------------------------------------------------------------- nouns


def _of_noun(
    scene: Scene, frame: Frame, at: int, length: int, before: str | None
) -> Told | None:
    tongue = scene.tongue
    status = status_of(scene, at, length)
    if status == "denied":
        return None
    if status == "invited":
        return _of_invitation(scene, at, length, before) if frame.type in _VISITS else None
    end = at + length
    _, last = scene.bounds(at)
    light = _light(scene, at, last)
    if light is not None and status == "held":
        status = status_of(scene, light)
        if status == "denied":
            return None
    owners = _owners(scene, end, last)
    between = with_groups(scene, tongue.some("between"), end, last)
    others = between or with_groups(scene, frame.preps, 0, len(scene.lows))
    who = [] if between else owners
    if not who and not between and light is not None:
        if not tongue.word("happened").at(scene.lows, light):
            who = [g for g in subjects(scene, light) if g not in others]
    governor = _governor(scene, status, at) if light is None and not between else None
    if governor is not None:
        who = who or [g for g in subjects(scene, governor) if g not in others]
        others = others or [
            g for g in scene.groups if governor < g.first < at and g.is_bare and g not in who
        ][:1]
    people = _people(frame, who, [g for g in others if g not in who])
    if light is not None and not who and not between and before and len(people) == 1:
        if not tongue.word("happened").at(scene.lows, light):
            people = _carried(frame, before, people)
    enough = len({p.actor for p in people}) >= 2
    held = light is not None or scene.sentence == 0 or status != "held"
    definite = not held or _is_definite(scene, at)
    if not people and not (light is not None and definite):
        return None
    if not enough and not held and not people:
        return None
    spans = [scene.span_of(at, end), *(s for p in people for s in p.evidence)]
    inside = [span for span in spans if scene.span.covers(span)]
    return Told(
        sentence=scene.sentence,
        at=at,
        kind=frame.type,
        why=f"noun:{frame.name}",
        status=status,
        people=tuple(people),
        evidence=Span(min(s.start for s in inside), max(s.end for s in inside)),
        definite=definite and not enough,
    )


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
    return found if found is not None else light.find(scene.lows, at, min(last, at + _FAR))


def _owners(scene: Scene, end: int, last: int) -> list[Group]:
    """Return whose contact it is: "разговор | Президента …", "entretien | du Président …"."""
    of = scene.tongue.some("of")
    for group in scene.groups:
        if group.first < end or group.first - end > 6 or group.first >= last:
            continue
        gap = scene.lows[end : group.first]
        plain = all(
            low in of or low in scene.tongue.some("skip") or scene.tongue.word("adjective").at((low,), 0)
            for low in gap
        )
        if plain and (group.prep in of or group.genitive or (scene.tongue.inflected and group.is_bare)):
            return _with_joined(scene, group)
        return []
    return []


def _is_definite(scene: Scene, at: int) -> bool:
    first, _ = scene.bounds(at)
    return scene.tongue.word("definite").last(scene.lows, max(first, at - 2), at) is not None
