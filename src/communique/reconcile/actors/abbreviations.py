"""Abbreviations of bodies' names that a report has introduced: "HHS", "USDA".

Reports of several subjects introduce the same letters for several bodies; then they mean the one
that is by far the best known, and forms of its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.bodies import FILLERS, body_words, is_no_body, without_state
from communique.reconcile.actors.people import Likeness
from communique.reconcile.actors.persons import same
from communique.reconcile.spelling import plain

#: The fewest letters of an abbreviation that leaves out or adds a word of the name.
_LEAST = 3
#: The most letters of one.
_MOST = 8
#: How many times the reports of all other bodies of these letters those of the one meant must be.
_FAR_BETTER_KNOWN = 10
#: How many times the reports of a body those that give the letters may be.
_OFTEN = 16
#: Few letters are those of many bodies: they must be no better known than one of fewer reports.
_KNOWN = 4


def initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in plain(name).split() if word not in FILLERS)


def is_short_for(short: str, full: KnownActor) -> bool:
    """Tell whether an actor is also called by an abbreviation that its name's first letters make.

    The state whose body it is may stand in one of them only ("USSB", Salt Board), or another word
    in front may be left out ("SHB", Department of Salt and Herring Boards).
    """
    if short not in full.aliases or is_no_body(full.name):
        return False
    letters, own = plain(short).replace(" ", ""), initials(full.name)
    if letters == own:
        return True
    if not short.replace(".", "").isupper() or len(letters) < _LEAST:
        return False
    if own.endswith(letters):
        return not _is_part(full.name, len(own) - len(letters))
    return letters in (f"us{own}", f"uk{own}", f"un{own}")


def _is_part(name: str, left_out: int) -> bool:
    """Tell whether so many first words of a name, which its letters leave out, are joined to the
    name of the body called so: "Azul Office of the Salt Board" is not the "SB"."""
    words = plain(name).split()
    start = [n for n, word in enumerate(words) if word not in FILLERS][left_out]
    before = without_state(frozenset(body_words(" ".join(words[:start]))))
    return len(before) > 1 and words[start - 1] in FILLERS


def introduced(actor: KnownActor) -> set[str]:
    """Return the abbreviations of a body's name by which it may be looked up."""
    return {plain(short) for short in actor.aliases if is_short_for(short, actor)}


def _letters(name: str) -> str:
    return plain(name).replace(" ", "")


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is no more than letters: "HHS", "U.S.S.B."."""
    return 1 < len(_letters(name)) <= _MOST and " " not in name.strip()


def abbreviated(actor: KnownActor, others: Iterable[KnownActor]) -> Iterator[Opinion]:
    """Yield which of ``others`` letters stand for: one body by whatever forms of its name."""
    if not is_abbreviation(actor.name):
        return
    fuller = [o for o in others if o.id != actor.id and is_short_for(actor.name, o)]
    if not fuller:
        return
    best = min(fuller, key=lambda each: (-each.reports, each.id))
    letters = _letters(actor.name)
    meant = [o for o in fuller if _letters(o.name) == letters or _is_form_of(o, best)]
    known = sum(each.reports for each in meant)
    rest = sum(each.reports for each in fuller) - known
    often = _OFTEN if len(letters) > _LEAST or known >= _KNOWN else 1
    if known < _FAR_BETTER_KNOWN * rest or actor.reports > often * known:
        return
    for each in meant:
        why = f"{actor.name} is what {each.name} is also called"
        yield same(actor, each, Likeness(0.9, why))


def _is_form_of(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether two names of the same first letters have half of their words in common."""
    mine, theirs = (without_state(frozenset(body_words(each.name))) for each in (one, other))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))
