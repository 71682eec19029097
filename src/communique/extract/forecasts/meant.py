"""Whom the pronouns of a foresight mean: "will lose *his* seat" is "will lose [Bo Lind's] seat".

Nobody is named where the words themselves name him, or where the pronoun goes back to their
subject. Where it is not known who is meant, nothing is foreseen that could be read alone.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import listed
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Antecedent, Foresight
from communique.extract.forecasts.plain_clause import plain_words
from communique.extract.forecasts.slight import BEFORE
from communique.extract.modality import Items
from communique.extract.view import Ref, View
from communique.model import Span

_PERSONS = frozenset({"he", "she", "him", "her", "his"})
_MANY = frozenset({"they", "them", "their"})
_OWNERS = frozenset({"his", "their", "its"})
_POINTING = ("those ", "these ", "this ", "such ")


def told_out(view: View, cues: Cues, items: Items, found: Foresight) -> Foresight | None:
    """Return a foresight with whom its pronouns mean; ``None`` where that is not known."""
    gap = range(*found.gap) if found.gap is not None else range(0)
    done = {one.at: one for one in found.antecedents}
    known = _tellers(view, found)
    told = items[found.first : found.end]
    supposed = found.by is not None and any(view.lexicon.has(i.word, "conditional") for i in told)
    opening = items[found.first].start < BEFORE
    for at in range(found.first, found.end):
        word, ref = items[at].word, items[at].ref
        if at in gap:
            continue
        if ref is not None and word.startswith(_POINTING) and not _is_common(cues, word):
            return None  # "those voters"
        open_ = at not in done and word in _PERSONS | _MANY
        if open_ and not _goes_back(view, cues, items, found, at, known):
            named = _named(view, ref) if ref is not None else None
            if named is not None:
                done[at] = Antecedent(at, named, _is_owner(view, items, at))
            elif not (supposed or opening):
                return None  # else "if they come, we will meet them", of others
        if ref is not None:
            known.add(ref.actor)
    return replace(found, antecedents=tuple(done[at] for at in sorted(done)))


def _tellers(view: View, found: Foresight) -> set[str]:
    """Return the crowd who foresees, whom "they" mostly does not mean: "analysts say they will"."""
    actor = view.actors.get(found.by or "")
    own = found.why.startswith("foresee")  # "they expect"
    return {actor.id} if actor is not None and actor.kind == "group" and not own else set()


def _goes_back(
    view: View, cues: Cues, items: Items, found: Foresight, at: int, known: set[str]
) -> bool:
    """Tell whether the words before name whom the pronoun at ``items[at]`` means."""
    ref, told = items[at].ref, items[found.first : at]
    if ref is not None and ref.actor in known:
        return True
    future = next((n for n, item in enumerate(told) if item.word in cues.lists["future"]), None)
    if items[at].word in _MANY:
        both = len(known) > 1 and ref is not None and view.actors[ref.actor].kind == "group"
        return both or (ref is None and any(_is_many(view, known, item.word) for item in told))
    if future is None:
        return False
    head = told[future - 1].ref if future else None
    return ref is None or (head is not None and view.actors[head.actor].kind == "person")


def _is_common(cues: Cues, word: str) -> bool:
    """Tell whether "this government" needs no words before it to be known."""
    return word.split()[-1] in cues.lists["known_to_all"]


def _is_many(view: View, known: set[str], word: str) -> bool:
    """Tell whether a word before "they" can be whom it means."""
    if word in listed(view, "crowds") or word in ("people", "men", "women", "children", "all"):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))
    bodies = any(view.actors[one].kind != "person" for one in known)
    return bodies or (plural and word.isalpha() and word not in view.lexicon.classes)


def _named(view: View, ref: Ref) -> Span | None:
    """Return the words that name an actor nearest before a pronoun, a name if there is one."""
    before = [span for span in view.actors[ref.actor].mentions if span.start < ref.start]
    names = [span for span in before if view.text[span.start].isupper()]
    names = [span for span in names if not view.text.startswith("The ", span.start)]
    return max(names or before, default=None)


def _is_owner(view: View, items: Items, at: int) -> bool:
    """Tell whether "her" or "his" owns the noun behind it: not "help her win"."""
    if items[at].word in _OWNERS:
        return True
    if items[at - 1].word in plain_words(view)["helping"]:
        return False
    behind = items[at + 1] if at + 1 < len(items) else items[at]
    known = view.lexicon.classes.get(behind.word) is not None
    return items[at].word == "her" and behind.word.isalpha() and not known and behind.date < 0
