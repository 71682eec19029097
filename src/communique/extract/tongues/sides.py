"""Who stands where in a clause: its subject, those behind a preposition, agents of a passive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.extract.tongues.groups import Group, state_for
from communique.extract.tongues.lexicon import Frame
from communique.extract.tongues.scene import Scene
from communique.model import Participant, Span
from communique.model.claims import Role


def is_verb_at(scene: Scene, at: int) -> bool:
    """Tell whether a word may be a verb: no article before it, no capital where nouns have one."""
    if at and scene.lows[at - 1] in scene.tongue.some("before_noun"):
        finite = scene.tongue.raw.get("finite_form")  # "la | acusó"
        return finite is not None and re.search(finite, scene.lows[at]) is not None
    return not scene.tongue.raw.get("nouns") or not scene.words[at].capital or at == 0


def is_noun_at(scene: Scene, at: int) -> bool:
    """Tell whether a word may be a noun."""
    return not scene.tongue.raw.get("nouns") or scene.words[at].capital


def subjects(scene: Scene, at: int) -> list[Group]:
    """Return the subject of the verb at ``at``: bare groups before it, else behind it.

    Two that "and" joins are both returned. Empty where the sentence does not name it.
    """
    first, last = scene.bounds(at)
    left = [g for g in scene.groups if first <= g.first and g.last <= at and _can_act(g)]
    if first and at and scene.lows[at - 1] in scene.tongue.some("infinitive"):
        left = []  # "…, um | X zu treffen": whose clause it hangs on
    left = _in_own_clause(scene, left, at)
    if left:
        nearest = scene.tongue.inflected and not scene.tongue.raw.get("verb_last")
        chosen = left[-1] if nearest else left[0]
        return with_joined(scene, chosen)
    right = [g for g in scene.groups if at < g.first < last and _can_act(g)]
    if scene.tongue.raw.get("runs"):
        right = []  # "…，愿 | 帮助哈方": its subject was named before
    several = scene.tongue.inflected and scene.tongue.word("collective")
    if is_anothers(scene, at) or (
        several and several.find(scene.lows, max(first, at - 3), at) is not None
    ):
        return []
    if (
        right
        and right[0].first - at <= 8
        and (right[0].form == "nom" or not scene.tongue.inflected)
    ):
        return with_joined(scene, right[0])
    earlier = [g for g in scene.groups if g.last <= first and _can_act(g)]
    if earlier and first and scene.lows[first - 1] in ("—", "–", ",", "»", "”", '"', ")"):
        return [earlier[0]]
    return []


def _in_own_clause(scene: Scene, left: list[Group], at: int) -> list[Group]:
    """Leave out who stands before "that", where somebody is behind it: "annonçant que | X ira"."""
    that = scene.tongue.some("that")
    opens = [n for n in range(left[0].last, at) if scene.lows[n] in that] if left and that else []
    inside = [g for g in left if opens and g.first > opens[-1]]
    but = scene.tongue.some("but")  # "said that X will not …, but | agreed": who said it did
    resumed = bool(inside) and any(scene.lows[n] in but for n in range(inside[0].last, at))
    aided = at > 1 and scene.lows[at - 1] in scene.tongue.some("auxiliary")
    if inside and aided and scene.lows[at - 2] in scene.tongue.some("and"):
        future = scene.tongue.word("future_act")  # "che X non invierà … e | ha chiesto"
        resumed = resumed or future.find(scene.lows, inside[0].last, at) is not None
    return left if resumed else inside or left


def is_anothers(scene: Scene, at: int) -> bool:
    """Tell whether the clause of a verb opens with a subject that nobody known is: "la mesure"."""
    first, _ = scene.bounds(at)
    if not first and scene.lows[first] in scene.tongue.some("and"):
        first += 1
    if scene.lows[first] not in scene.tongue.some("articles") or first + 1 >= at:
        return False
    start, end = scene.words[first].start, scene.words[first + 1].end
    dated = any(when.evidence[0].start < end for _, when in scene.view.dates_within(start, end))
    return not dated and not any(g.first <= first + 1 < g.last for g in scene.groups)


def _can_act(group: Group) -> bool:
    return group.is_bare and group.form != "obl" and not group.genitive


def with_joined(scene: Scene, group: Group) -> list[Group]:
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
    rest = [
        low for low in words if low not in scene.tongue.some("and") and low not in (",", other.prep)
    ]
    return (
        len(conjunctions) == 1
        and len(rest) <= 1
        and all(scene.tongue.word("adjective").at((low,), 0) for low in rest)
    )


def with_groups(scene: Scene, preps: frozenset[str], first: int, last: int) -> list[Group]:
    """Return those behind one of the prepositions, and whoever "and" joins to them."""
    out: list[Group] = []
    for group in scene.groups:
        if first <= group.first < last and group.prep in preps:
            behind = not scene.tongue.some("postpositions")
            joined = with_joined(scene, group)
            out += [g for g in joined if g not in out and (g.first >= group.first or not behind)]
    return out


def is_passive(scene: Scene, at: int) -> bool:
    """Tell whether the verb at ``at`` stands in the passive."""
    first, _ = scene.bounds(at)
    passive = scene.tongue.word("passive")
    if scene.tongue.word("passive_form").at(scene.lows, at):
        return True
    if scene.tongue.raw.get("verb_last"):
        _, last = scene.bounds(at)
        return passive.find(scene.lows, first, last) is not None and bool(agents_of(scene, at))
    return has_passive(scene, at)


def has_passive(scene: Scene, at: int) -> bool:
    """Tell whether a word that makes a passive stands before a verb: "a été | reçu"."""
    first, _ = scene.bounds(at)
    found = scene.tongue.word("passive").last(scene.lows, max(first, at - 3), at)
    reflexive = scene.tongue.some("reflexive")  # "se sont | entretenus" is active
    return found is not None and not (found and scene.lows[found - 1] in reflexive)


def agents_of(scene: Scene, at: int) -> list[Group]:
    """Return by whom it is done, in a passive."""
    by = scene.tongue.some("by")
    first, last = scene.bounds(at)
    if by:
        return with_groups(scene, by, first, last)
    return [g for g in scene.groups if at < g.first < last and g.is_bare and g.form == "obl"][:1]


def people_of(frame: Frame, who: Sequence[Group], others: Sequence[Group]) -> list[Participant]:
    """Return the participants that two sides of a frame name, with their roles."""
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


def told_by(scene: Scene, at: int, end: int, people: Sequence[Participant]) -> Span:
    """Return the words of the sentence from the first to the last that tell of a contact."""
    spans = [scene.span_of(at, end), *(span for p in people for span in p.evidence)]
    inside = [span for span in spans if scene.span.covers(span)]
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def carried(
    scene: Scene, frame: Frame, before: str, people: list[Participant]
) -> list[Participant]:
    """Add the subject of the sentence before, where a verb has none of its own."""
    if any(p.actor == before for p in people):
        return people
    role: Role = "host" if "host" in frame.flags else "guest" if "guest" in frame.flags else "party"
    represents = state_for(scene.view, scene.view.actors[before])
    return [Participant(actor=before, represents=represents, role=role), *people]
