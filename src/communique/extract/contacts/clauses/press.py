"""Who asks for the press: reporters, and the papers and stations that they are of."""

from __future__ import annotations

from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.parties.groups import Group

_DATELINE = 200  # characters in which a report names the agency that it is of


def is_press(scene: Scene, far: Group) -> bool:
    """Tell whether the other side is a reporter: "spoke to a correspondent of Harbour Radio"."""
    words = (scene.word(at) for at in range(far.first, far.last))
    if any(word in scene.triggers.words["reporters"] for word in words):
        return True
    return any(is_outlet(scene, party.represents or party.actor) for party in far.parties)


def is_outlet(scene: Scene, actor: str) -> bool:
    """Tell a paper, a station or the agency that a report is of from other bodies."""
    one = scene.view.actors.get(actor)
    if one is None or one.kind != "organisation":
        return False
    names = {word for name in (one.name, *one.aliases) for word in name.lower().split()}
    text = scene.view.text
    own = f"({one.name})" in text[:_DATELINE] or f"\n{one.name}: " in text
    return own or not names.isdisjoint(scene.triggers.words["press_names"])


def is_asking(scene: Scene, subject: Group, far: Group) -> bool:
    """Tell "Harbour Radio spoke to Prime Minister Lind", where the paper or station asks."""
    kinds = {scene.view.actors[actor].kind for actor in far.actors}
    one = subject.parties[0].actor if len(subject.parties) == 1 else ""
    return kinds == {"person"} and far.preposition in ("to", "with") and is_outlet(scene, one)
