"""Who is expected where: "Ruiz is due in Borduria on Monday", a visit to come."""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.modality import Modality
from communique.model import Place, Span

_DAY = 6  # items behind where somebody is expected in which the day stands


def expected(scene: Scene, index: int) -> Mention | None:
    """Return the visit that "is expected in Port Azul next Monday" tells of, or ``None``.

    It wants a person, a place and a day: otherwise what is expected is somebody's coming at all.
    """
    if scene.word(index) not in scene.triggers.words["due"] or scene.word(index + 1) != "in":
        return None
    if not scene.lexicon.has(scene.word(index - 1), "be"):
        return None
    start = modality.group_start(scene.lexicon, scene.items, index)
    if any(scene.lexicon.has(scene.word(at), "not", "modal") for at in range(start, index)):
        return None
    if scene.word(index - 1) in ("was", "were", "been"):
        return None  # "was expected in Azul last week": who knows whether she came
    guest = scene.subject(start)
    kinds = {scene.view.actors[actor].kind for actor in guest.actors} if guest else set()
    goal = _goal(scene, index + 2)
    if guest is None or kinds != {"person"} or goal is None:
        return None
    place, after = goal
    behind = range(after, min(after + _DAY, len(scene.items)))
    words = {scene.word(at) for at in range(after, min(after + 2 * _DAY, len(scene.items)))}
    if not any(scene.is_dated(at) for at in behind) or words & {"for", "to", "where"}:
        return None  # "is due in Azul on Monday for talks with Lind", which are told of
    group = scene.group_at(index + 2)
    lands = group is not None and {scene.view.actors[a].kind for a in group.actors} == {"state"}
    found = scene.mention(
        index,
        guest.first,
        after,
        kind="visit",
        why="verb:travel",
        modality=Modality(status="planned", unasked="planned", cue=scene.word(index)),
        participants=[
            *participants_of(guest, "guest"),
            *(participants_of(group, "host") if lands else ()),
        ],
    )
    return replace(found, place=place)


def _goal(scene: Scene, at: int) -> tuple[Place, int] | None:
    """Return the place named from ``at`` on, and where its name ends."""
    end = at
    while end < len(scene.items) and (scene.items[end].upper or scene.word(end) == "the"):
        if scene.items[end].date >= 0:
            break
        end += 1
    if end == at or not scene.items[end - 1].upper:
        return None
    span = Span(scene.items[at].start, scene.items[end - 1].end)
    raw = span.of(scene.view.text)
    return Place(raw=raw, name=" ".join(raw.split()), evidence=(span,)), end
