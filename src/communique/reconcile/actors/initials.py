"""Lone family names with initials: "G.T. Oduvan", "G. T. Oduvan"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.offices import states_clash, titles_clash
from communique.reconcile.actors.ties import only_one
from communique.reconcile.spelling import parts


def of_the_same_initials(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return who goes by the same two initials or more ("G.T. Oduvan", "G. T.", "GT")."""
    if (spelt := _with_joined_initials(actor.name)) is None:
        return None
    alike = [o for o in named if spelt in (_with_joined_initials(o.name), parts(o.name))]
    alike = [o for o in alike if not states_clash(actor, o) and not titles_clash(actor, o)]
    return only_one(actor, alike, 0.85, "same initials and family name")


def _with_joined_initials(name: str) -> tuple[str, str] | None:
    """Return the initials of a name of two at least, in one word, and the family name."""
    *initials, family = parts(name) or ("",)
    if len(initials) < 2 or any(len(each) > 1 for each in initials):
        return None
    return "".join(initials), family
