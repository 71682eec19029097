"""A speaker who was taken for somebody of the same name of whom he speaks.

Whoever is called by a family name only ("PRESIDENT RUIZ:") and tells of "my son, Otto Ruiz" may be
read as him. People do not call themselves by their full names, so that somebody whose given name
stands in his own words alone is likely to be another; a contact of his is not told.
"""

from __future__ import annotations

from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import Actor, Participant


def is_misnamed(view: View, cluster: Cluster) -> bool:
    """Tell whether an "I" of a contact has a name that only he himself speaks of."""
    people = cluster.people.values()
    return any(_is_spoken_of_by_himself(view, one) for one in people) or any(
        _is_first_person(view, one) and _is_named_by_himself(view, view.actors[one.actor])
        for one in people
    )


def _is_spoken_of_by_himself(view: View, one: Participant) -> bool:
    """Tell the "he" of a speaker's own words, who is somebody else, from the "he" of others."""
    staged = view.is_press_conference or view.turns.is_remarks
    quoted = ("direct", "mixed") if staged else ("direct",)
    third = triggers_for(view.lexicon).words["pronouns"]
    said = [view.statement_at(s.start) for s in one.evidence if s.of(view.text).lower() in third]
    return bool(said) and all(
        told is not None and told.form in quoted and told.speaker == one.actor for told in said
    )


def _is_first_person(view: View, one: Participant) -> bool:
    words = (span.of(view.text).lower() for span in one.evidence)
    return any(view.lexicon.has(word, "first_singular", "first_plural") for word in words)


def _is_named_by_himself(view: View, actor: Actor) -> bool:
    """Tell whether the given name of a person stands nowhere but in his own words."""
    given = actor.name.split()[0]
    if (
        actor.kind != "person"
        or " " not in actor.name
        or given in (view.reading.report.title or "")
    ):
        return False
    full = [span for span in actor.mentions if given in span.of(view.text).split()]
    own = [view.speaker_at(span.start) == actor.id for span in full]
    introduced = any(_says_who(view, span.start) for span in full)
    return bool(own) and all(own) and not introduced


def _says_who(view: View, at: int) -> bool:
    """Tell "I, Ana Ruiz, swear", "my name is Ana Ruiz" from "my son, Otto Ruiz"."""
    before = view.text[max(0, at - 12) : at].lower().replace(",", " ").split()
    return before[-1:] in (["i"], ["i'm"], ["i’m"], ["am"]) or before[-2:] == ["name", "is"]
