"""What befalls people who are counted, and forecasts that are put in figures.

"Some 400,000 people will need food aid", "20,000 more refugees are expected to cross the river";
"the bank cut its growth forecast for 2032 to 1.2 per cent".
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import clause_end, subject_of, verb_start
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import Foresight
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.modality import Items
from communique.extract.view import View

_COUNTED = 7  # items of "at least another 20,000"
_OWNED = 5  # items from a verb to the forecast that is raised or cut


def are_in_need(cues: Cues, items: Items, head: int, verb: int) -> bool:
    """Tell whether counted people, up to ``items[head]``, come to need, flee or lose at ``verb``.

    Delegates who "are expected to arrive" are on a programme, refugees are not.
    """
    people = cues.lists["plighted"]
    at = next((n for n in range(head, max(-1, head - 3), -1) if items[n].word in people), None)
    if at is None or items[verb].word not in cues.lists["plights"]:
        return False
    near = [item.word for item in items[max(0, at - _COUNTED) : at]]
    return any(word[:1].isdigit() or word in cues.lists["multitudes"] for word in near)


def revised(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "the bank cut its growth forecast for 2032 to 1.2 per cent"."""
    verb = _revising(view, cues, items, index)
    if verb is None or cue.words[0].startswith("estimat"):
        return None  # "raised its estimate of the damage": of what is
    end = clause_end(view, items, index + 1)
    end = next((at for at in range(index, end) if items[at].word == ","), end)
    ahead = [item.word for item in items[index + 1 : end]]
    amount = any(
        one in ("to", "by") and (two[:1].isdigit() or two in cues.lists["counts"])
        for one, two in pairwise(ahead)
    )
    subject = subject_of(view, items, verb_start(view, items, verb))
    if not amount or subject is None or subject.person != "third":
        return None
    first = subject.first if subject.actor else whole_subject(view, items, subject)
    body = items[subject.last - 1].word in cues.lists["institutions"]
    if first is None or not (subject.actor or subject.crowd or body):
        return None
    return Foresight(subject.actor, first, end, f"revised:{cue.words[0]}")


def _revising(view: View, cues: Cues, items: Items, index: int) -> int | None:
    """Return the verb before "its growth" of which ``items[index]`` is the object."""
    owned = False
    for at in range(index - 1, max(-1, index - _OWNED - 1), -1):
        if items[at].word in cues.lists["revising"] and items[at].ref is None:
            return at if owned else None
        owned = owned or view.lexicon.has(items[at].word, "possessive", "article")
    return None
