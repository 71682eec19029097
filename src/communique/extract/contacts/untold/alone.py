"""Contacts of which one person alone is told, and which are nobody's diplomacy.

A candidate's trip, a former minister's flight home and a senator's tour before a vote are
journeys, yet no state's.
"""

from __future__ import annotations

from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import Actor

_ELECTION = 3  # sentences about a campaign in a report of an election
_GOING = frozenset({"held", "planned"})


def is_private(view: View, cluster: Cluster) -> bool:
    """Tell a candidate's tour and "the former minister flew home" from a visit."""
    people = list(cluster.people.values())
    if cluster.kind != "visit" or len(people) != 1 or cluster.status not in _GOING:
        return False
    one = people[0]
    if view.actors[one.actor].kind != "person" or one.represents is not None:
        return False
    if view.is_press_conference or view.turns.is_remarks:
        return False
    spans = (span.of(view.text).lower() for span in one.evidence)
    if any(view.lexicon.has(word, "first_singular", "first_plural") for word in spans):
        return False
    titles = _titles(view.actors[one.actor])
    private, ruling = (triggers_for(view.lexicon).words[name] for name in ("private", "ruling"))
    now = [title for title in titles if private.isdisjoint(title)]
    if any(not ruling.isdisjoint(title) for title in now):
        return False
    return bool(titles and not now) or _is_of_election(view)


def _titles(actor: Actor) -> list[list[str]]:
    """Return the words of each office: "vice president"."""
    return [office.title.lower().replace("-", " ").split() for office in actor.offices]


def _is_of_election(view: View) -> bool:
    """Tell whether a report is about a campaign for an office."""
    return len(view.sentences_with(triggers_for(view.lexicon).words["election"])) >= _ELECTION
