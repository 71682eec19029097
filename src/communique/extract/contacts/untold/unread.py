"""Contacts of which a side is told of in words that name nobody who was read.

"Ruiz and Venn met with union leaders", "spoke with Premier Lind but also with her team", "the
Bordurian Chancellor, the Kelmaran President": somebody took part who is none of the participants,
so that whoever reads the contact takes the others for all. Half of the contacts of one person
alone that people judged were found wrong, and none of these is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.contacts.clauses.scene import STOPS
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View

_ONE_SIDED = frozenset({"visit", "interview", "letter", "gift", "briefing"})
_THEM = frozenset({"them", "him", "her"})
_REACH = 12  # items behind a contact in which "with" stands
_CROWD = 9  # items from "and" to the noun of more people


def is_unread(view: View, cluster: Cluster) -> bool:
    """Tell whether the words of a contact tell of somebody besides those who were read."""
    mention = cluster.mentions[0]
    if cluster.kind in _ONE_SIDED or mention.series:
        return False
    if len(cluster.people) == 1:
        return _is_one_alone(view, cluster)
    items = view.items(mention.sentence)
    if _is_with_others(view, items, mention) or _is_of_hosts(view, cluster):
        return True
    end = max(_spots(items, mention), default=-1)
    return end > mention.index and (
        _goes_on_with_people(view, items, end) or _is_first_of_offices(view, items, end)
    )


def _is_of_hosts(view: View, cluster: Cluster) -> bool:
    """Tell "Ruiz and Venn convened a meeting on ports", of colleagues whose guests nobody names.

    Of ten such that people had judged eight were wrong. Hosts of two states meet each other.
    """
    people = cluster.people.values()
    states = {one.represents for one in people if one.represents in view.actors}
    states = {one for one in states if one and view.actors[one].kind == "state"}
    bare = all(view.actors[one.actor].kind != "state" for one in people)
    hosts = all(one.role == "host" for one in people)
    return hosts and bare and len(states) < len(people) and cluster.kind != "summit"


def _is_one_alone(view: View, cluster: Cluster) -> bool:
    """Tell "Ruiz met with mayors" from a council that meets, and from a meeting in some place.

    Of those with a place that name no crowd about as many were found right as wrong.
    """
    kinds = {view.actors[actor].kind for actor in cluster.people}
    mention = cluster.mentions[0]
    if kinds == {"organisation"}:
        return _is_with_others(view, view.items(mention.sentence), mention)
    if not kinds <= {"person", "group", "state"}:
        return False
    if mention.distinct and not view.is_press_conference:
        return False  # "the last meeting with Lind", whoever it was that met Lind
    items = view.items(mention.sentence)
    behind = [item.word for item in items[mention.index + 1 : mention.index + 3] if not item.ref]
    if behind[:1] == ["with"] and behind[1:] and behind[1] in _THEM:
        return True  # "and will meet with them at the palace"
    placed = any(one.place for one in cluster.mentions) and mention.why != "noun:named"
    return not placed or _is_with_others(view, view.items(mention.sentence), mention)


def _spots(items: Sequence[Item], mention: Mention) -> list[int]:
    starts = [one.evidence[0].start for one in mention.participants if one.evidence]
    return [n for n, item in enumerate(items) if any(item.start <= s < item.end for s in starts)]


def _is_with_others(view: View, items: Sequence[Item], mention: Mention) -> bool:
    """Tell "Ruiz and Venn met in Azul | with a group of senators", whom nobody names."""
    spots = _spots(items, mention)
    if not spots or max(spots) >= mention.index:
        return False
    words = triggers_for(view.lexicon).words
    for at in range(mention.index + 1, min(mention.index + _REACH, len(items) - 1)):
        word = items[at].word
        if word in STOPS or view.lexicon.has(word, "relative", "subordinator", "to"):
            return False
        if word in words["with"] and items[at].ref is None and items[at - 1].word != "including":
            return _is_crowd(view, items, at + 1)
    return False


def _is_crowd(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell whether a noun of several people follows, which nobody was read for."""
    people = triggers_for(view.lexicon).words["crowds"]
    for item in items[at : at + _CROWD]:
        if item.ref is not None or item.date >= 0 or item.word in STOPS:
            return False
        if item.word in people:
            return True
        if item.word != "of" and view.lexicon.has(item.word, "preposition"):
            return False
    return False


def _goes_on_with_people(view: View, items: Sequence[Item], end: int) -> bool:
    """Tell "(met with Lind) but also her team", "and other lawmakers, including | Venn"."""
    words = [item.word for item in items[end + 1 : end + 4]]
    if words[:2] == ["but", "also"]:
        return _is_crowd(view, items, end + 3)
    at = end + 1 + (words[:1] == [","])
    if at >= len(items) or items[at].word not in ("and", "or"):
        return False
    if not _is_crowd(view, items, at + 1):
        return False
    behind = items[at + 2 : at + 2 + _CROWD]
    named = next((n for n, item in enumerate(behind[:-1]) if item.word == "including"), None)
    return named is not None and any(item.upper for item in behind[named + 1 :])


def _is_first_of_offices(view: View, items: Sequence[Item], end: int) -> bool:
    """Tell "(spoke with) the Bordurian Chancellor, | the Kelmaran President", a list cut."""
    ref = items[end].ref
    person = ref is not None and view.actors[ref.actor].kind == "person"
    if not person or not items[end].word.startswith("the ") or end + 3 >= len(items):
        return False
    comma, article, name = items[end + 1 : end + 4]
    if comma.word != ",":
        return False
    described = article.ref is not None and view.actors[article.ref.actor].kind == "person"
    led = article.word == "the" and name.upper
    return led or (described and article.word.startswith("the "))
