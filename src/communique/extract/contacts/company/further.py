"""Who else is told of behind the other side: "met Lind, Minister Venn, and, of course, Moss".

A list may go on behind what its phrase takes in, and a group whom nobody names may be told with
some of its people: "with her team, including Secretary Venn", "with her team — with Lind and Venn".
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene, participants_of, unique
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group

_KINDS = frozenset({"meeting", "call", "conversation", "talks", "summit"})
_ENDS = frozenset({",", "and", ".", ";", "—", "!", "?"})
_JOINTS = ("and", "as")
"""Words before the last of a list: "as well as"."""
_NOMINATIVES = frozenset({"i", "we", "he", "she"})
_REACH = 10  # items between a contact and "including"
_APPOSED = 14  # items of what people are the heads of
_NEAR = 4  # items behind a list in which its "and" stands


def with_further(scene: Scene, mention: Mention) -> Mention:
    """Return the contact with those whom the list of its other side goes on to name."""
    if mention.kind not in _KINDS or not mention.participants or mention.joins:
        return mention
    more = _listed(scene, mention) or _included(scene, mention) or _told_one_by_one(scene, mention)
    if not more:
        return mention
    role = mention.participants[-1].role
    role = "party" if role == "host" else role  # "convened a call with her team, including Venn"
    found = [one for group in more for one in participants_of(group, role)]
    return replace(
        mention,
        participants=unique([*mention.participants, *found]),
        after=more[-1].last,
        unnamed=mention.unnamed and len(mention.participants) + len(found) < 2,
    )


def _listed(scene: Scene, mention: Mention) -> list[Group]:
    """Return those named one after the other behind the last one, up to an "and"."""
    near = scene.group_before(mention.after)
    far = near is not None and near.last == mention.after and near.first > mention.index
    if not far or _is_in_clause(scene, mention):
        return []
    found = _run(scene, mention.after)
    last = found[-1].last if found else mention.after
    begin = found[-1].first if found else last
    joined = any(scene.word(at) in _JOINTS for at in range(begin - 1, last + _NEAR))
    return found if joined else []


def _is_in_clause(scene: Scene, mention: Mention) -> bool:
    """Tell "after she met Lind, Ruiz, …", whose next name is the subject of what follows."""
    for at in range(mention.first - 1, -1, -1):
        if scene.lexicon.has(scene.word(at), "subordinator", "conditional"):
            return True
        if scene.word(at) == ",":
            break
    return False


def _run(scene: Scene, at: int) -> list[Group]:
    """Return the persons named from ``at`` on with nothing but commas and "and" between."""
    found: list[Group] = []
    while scene.word(at) in (",", "and"):
        at += 2 if scene.word(at) == "," and scene.word(at + 1) == "and" else 1
        group = scene.group_at(at)
        if group is None or not _are_named(scene, group):
            break
        if any(scene.word(n) in _NOMINATIVES for n in range(group.first, group.last)):
            break  # "spoke with Lind, and Venn and I will"
        found.append(group)
        at = group.last
    return found


def _are_named(scene: Scene, group: Group) -> bool:
    """Tell persons of whom nothing more is said from the subject of another clause."""
    kinds = {scene.view.actors[actor].kind for actor in group.actors}
    if kinds != {"person"} or group.possessive or group.preposition:
        return False
    if not any(item.upper for item in scene.items[group.first : group.last]):
        return False
    after = scene.word(group.last)
    related = after == "," and scene.lexicon.has(scene.word(group.last + 1), "relative")
    return after in _ENDS and not related


def _included(scene: Scene, mention: Mention) -> list[Group]:
    """Return who is told of as one of a group: "with her team, including Secretary Venn"."""
    for at in range(mention.index + 1, min(mention.index + _REACH, len(scene.items))):
        word, before = scene.word(at), scene.word(at - 1)
        if word == "including" and before == "," and _is_of_people(scene, at - 2):
            return _from(scene, at + 1)
        if word == "—" and scene.word(at + 1) == "with" and _is_of_people(scene, at - 1):
            return _from(scene, at + 2)
        if word in ".;:!?—" or scene.lexicon.has(word, "relative", "be", "have", "future", "to"):
            return []
    return []


def _told_one_by_one(scene: Scene, mention: Mention) -> list[Group]:
    """Return the people of "the heads of two firms in the north, X of A and Y of B"."""
    last = mention.after - 1
    if not _is_of_people(scene, last) or scene.word(last + 1) not in ("of", "from"):
        return []
    for at in range(mention.after + 1, min(mention.after + _APPOSED, len(scene.items) - 1)):
        word = scene.word(at)
        if word == ",":
            group = scene.group_at(at + 1)
            named = group is not None and len(group.parties) > 1 and not group.possessive
            named = named and group is not None and scene.items[group.first].upper
            return _from(scene, at + 1) if named else []
        if scene.items[at].date >= 0 or scene.lexicon.has(word, "relative", "be", "have", "to"):
            return []
    return []


def _is_of_people(scene: Scene, at: int) -> bool:
    """Tell "team", "officials" from things."""
    item = scene.items[at] if 0 <= at < len(scene.items) else None
    if item is not None and item.ref and scene.view.actors[item.ref.actor].kind == "group":
        return True
    word = scene.word(at).split(" ")[-1]
    return word in scene.triggers.words["companies"] or scene.lexicon.has(word, "group_noun")


def _from(scene: Scene, at: int) -> list[Group]:
    first = scene.group_at(at)
    if first is None or first.possessive:
        return []
    kinds = {scene.view.actors[actor].kind for actor in first.actors}
    return [first, *_run(scene, first.last)] if kinds == {"person"} else []
