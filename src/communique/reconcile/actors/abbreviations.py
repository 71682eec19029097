"""Abbreviations of bodies' names that a report has introduced: "HHS", "USDA"."""

from __future__ import annotations

from communique.model.matching import KnownActor
from communique.reconcile.actors.bodies import FILLERS
from communique.reconcile.spelling import plain

#: The fewest letters of an abbreviation that leaves out or adds a word of the name.
_LEAST = 3


def initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in plain(name).split() if word not in FILLERS)


def is_short_for(short: str, full: KnownActor) -> bool:
    """Tell whether an actor is also called by an abbreviation that its name's first letters make.

    The state whose body it is may stand in one of them only ("USSB", Salt Board), or another word
    in front may be left out ("SHB", Department of Salt and Herring Boards).
    """
    if short not in full.aliases:
        return False
    letters, own = plain(short).replace(" ", ""), initials(full.name)
    if letters == own:
        return True
    if not short.replace(".", "").isupper() or len(letters) < _LEAST:
        return False
    return own.endswith(letters) or letters in (f"us{own}", f"uk{own}", f"un{own}")


def introduced(actor: KnownActor) -> set[str]:
    """Return the abbreviations of a body's name by which it may be looked up."""
    return {plain(short) for short in actor.aliases if is_short_for(short, actor)}
