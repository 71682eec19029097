"""Whose a stand is where the reader took a pronoun for somebody else, or for a part of the words.

"The minister spoke to Lind to offer his support": who offers it gives support of one's own.
Where the words leave open who is meant, there is no stand.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import Subject, listed, subject_of, verb_start
from communique.extract.modality import Items, group_start
from communique.extract.positions.cues import Cues
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_OWN = frozenset({"his", "her"})
_NEAR = 4  # items between a verb of telling and whose support it tells
_BACK = 2  # sentences back to whom "they" means
_PEOPLE = ("s", "people", "men", "women")


def put_right(view: View, cues: Cues, items: Items, stand: Stand) -> Stand | None:
    """Return a stand with whoever holds it, or ``None`` where the words do not tell."""
    if _is_nobodys(view, items, stand) or _is_pointed_at(stand):
        return None
    if stand.why.startswith("possessed"):
        return _of_teller(view, cues, items, stand)
    return stand


def _of_teller(view: View, cues: Cues, items: Items, stand: Stand) -> Stand | None:
    """Read "Ruiz met Lind to offer | his support": the support is that of who offers it."""
    own = items[stand.first]
    if own.word not in _OWN or stand.actor is None:
        return stand
    near = range(stand.first - 1, max(-1, stand.first - _NEAR), -1)
    verb = next((n for n in near if items[n].word in cues.lists["nouns.offer"]), None)
    if verb is None or items[verb].ref is not None:
        return stand
    subject = _doer(view, cues, items, verb)
    if subject is None or subject.actor is None or subject.actor == stand.actor:
        return stand
    if view.actors[subject.actor].kind != "person":
        return None
    return replace(stand, actor=subject.actor)


def _doer(view: View, cues: Cues, items: Items, verb: int) -> Subject | None:
    """Return who does what ``items[verb]`` tells, also behind "to" with others named between."""
    start = verb_start(view, items, group_start(view.lexicon, items, verb))
    if items[start].word != "to" and (not start or items[start - 1].word not in ("to", "and")):
        return subject_of(view, items, start)
    for at in range(start - 1, 0, -1):
        if items[at].ref is None and items[at].word in cues.lists["nouns.meet"]:
            return subject_of(view, items, verb_start(view, items, at))
    return subject_of(view, items, start)


def _is_pointed_at(stand: Stand) -> bool:
    """Tell whether a holder without a name is only pointed at: "those voters", "a voter"."""
    opening = (stand.actor_raw or "").lower().split()[:1]
    return stand.actor is None and opening[0:1] in (["these"], ["those"], ["a"], ["an"])


def _is_nobodys(view: View, items: Items, stand: Stand) -> bool:
    """Tell whether a pronoun was taken for somebody whom the words before only touch on."""
    if stand.actor is None or not 0 < stand.subject_end <= len(items):
        return False
    at = stand.subject_end - 1
    ref = items[at].ref
    if ref is not None and ref.form != "pronoun":
        return False
    if items[at].word in ("he", "she"):
        return _is_told_by_another(view, items, at)
    return items[at].word == "they" and _is_place_of_others(view, items, at, stand.actor)


def _is_told_by_another(view: View, items: Items, at: int) -> bool:
    """Tell whether somebody without a name tells of oneself: "the actress said | she"."""
    verb = at - 1 - (items[at - 1].word == "that" if at else 0)
    if verb < 1 or items[verb].ref is not None or items[verb].word not in listed(view, "telling"):
        return False
    subject = subject_of(view, items, verb_start(view, items, verb))
    if subject is None or subject.actor is not None or subject.person != "third":
        return False
    return items[subject.first].word == "the" and subject.last <= verb


def _is_place_of_others(view: View, items: Items, at: int, actor: str) -> bool:
    """Tell whether "they" are those told of beside a body: "the miners in Lutha. | They"."""
    number = view.sentence_at(items[0].start) or 0
    for back in range(min(number, _BACK) + 1):
        some = items[:at] if back == 0 else view.items(number - back)
        for n in range(len(some) - 1, -1, -1):
            ref = some[n].ref
            if ref is None or ref.actor != actor or ref.form != "mention":
                continue
            joint = n - 1 - (n > 1 and view.lexicon.has(some[n - 1].word, "article"))
            beside = joint > 0 and some[joint].word in ("in", "of", "from", "at", "across")
            return beside and some[joint - 1].word.endswith(_PEOPLE)
    return False
