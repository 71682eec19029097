"""Whose a stand is where a people or some of a body are told of, and not the state or body.

"Luthans want lower tolls" and "the Luthan public wants" are no stands of Lutha's government; "the
Luthans" may well be one. "G7 | countries" and "Guild | members" are told with whose they are.
"""

from __future__ import annotations

from communique.extract.clauses import Subject, listed, words_of
from communique.extract.modality import Items
from communique.extract.positions.holder.pronouns import meant_by
from communique.extract.view import View

_MOST = 8  # words of a holder without a name
_NEAR = 5  # items of a sentence that tell whom it is about
_BEFORE = 3  # items of a name before those who belong to it


def is_people(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether a state's people are told of and not the state: "many Luthans want"."""
    actor = view.actors.get(subject.actor or "")
    if actor is None or actor.kind != "state" or subject.person != "third":
        return False
    last = subject.last - 1
    word = items[last].word
    peoples = listed(view, "peoples")
    if word in peoples:
        return True  # "the Luthan people"
    near = range(max(0, subject.first - 2), last)
    if last > 1 and items[last - 1].word == "of" and items[last - 2].word in peoples:
        return True  # "the people of Lutha"
    of = next((n for n in near if items[n].word in peoples and items[n + 1].word == "of"), None)
    if of is not None and all(items[n].word in ("of", "the") for n in range(of + 1, last)):
        return True
    ref = items[last].ref
    plural = word.endswith("s") and word not in actor.name.lower().split() and word.isalpha()
    if not plural or ref is None or ref.form != "mention":
        return False
    some = any(
        items[at].word in listed(view, "some_people")
        for at in range(max(0, subject.first - 1), subject.last)
    )
    the = items[subject.first].word == "the" or (
        subject.first > 0 and view.lexicon.has(items[subject.first - 1].word, "determiner")
    )
    return some or not (the or _is_of_sides(view))


def _is_of_sides(view: View) -> bool:
    """Tell a story or an interview, where "Luthans reject it" is a side, from a speech at home."""
    speech = view.author is not None or view.turns.is_remarks or view.is_press_conference
    return not speech and view.issuer is None


def holder_words(view: View, items: Items, subject: Subject) -> str:
    """Return the words for holders without a name, with the name they belong to."""
    first = subject.first
    meant = meant_by(view, items, subject.last - 1) if subject.crowd else None
    if meant is not None and meant.raw is not None:
        return meant.raw  # "They" who are the miners
    belongs = first > 0 and items[subject.last - 1].word in listed(view, "belonging")
    if belongs and not view.lexicon.has(items[first].word, "determiner"):
        while first > max(0, subject.first - _BEFORE) and _is_name(view, items, first - 1):
            first -= 1
    told = items[first - 1].word if first else ""
    if first < subject.first or items[first].ref is not None:
        while first and told in listed(view, "some_people"):
            first -= 1
            told = items[first - 1].word if first else ""
    return words_of(view, items, _with_owner(view, items, first), subject.last, _MOST)


def _with_owner(view: View, items: Items, first: int) -> int:
    """Return where it is told whose a body is: "the miners' | union"."""
    if first < 2 or not view.lexicon.has(items[first - 1].word, "genitive"):
        return first
    owner = first - 2
    while owner and view.text[items[owner].start].isupper() and items[owner - 1].ref is None:
        if not view.text[items[owner - 1].start].isupper():
            break
        owner -= 1  # "New Hampshire's | delegation"
    return owner - (owner > 0 and view.lexicon.has(items[owner - 1].word, "article"))


def is_cut_holder(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether whose people are told of stands elsewhere: "our allies, | partners back"."""
    if subject.actor is not None or subject.last - subject.first > 1 or not subject.first:
        return False
    if items[subject.first].word not in listed(view, "belonging") or subject.first < 2:
        return False
    before, other = items[subject.first - 1].word, items[subject.first - 2]
    if before == "and":
        return other.ref is not None
    return before == "," and other.word in listed(view, "belonging")


def is_lost_they(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether "they" was taken for states that nobody tells of: "fled to Tavria. They …"."""
    ref = items[subject.last - 1].ref
    they = items[subject.last - 1].word in ("they", "their") and ref is not None
    actor = view.actors.get(subject.actor or "")
    if not they or actor is None or ref is None or ref.form != "pronoun":
        return False
    members = [view.actors[one] for one in actor.members if one in view.actors]
    if actor.kind != "state" and not (members and all(one.kind == "state" for one in members)):
        return False
    meant = {actor.id, *actor.members}
    near = max(0, subject.first - _NEAR) if actor.kind == "state" else 0
    if _names(items[near : subject.first], meant):
        return False
    number = view.sentence_at(items[0].start) or 0
    return number > 0 and not _names(view.items(number - 1)[:_NEAR], meant)


def _names(items: Items, meant: set[str]) -> bool:
    """Tell whether one of ``meant`` is named there."""
    refs = (item.ref for item in items if item.ref is not None)
    return any(ref.form == "mention" and ref.actor in meant for ref in refs)


def _is_name(view: View, items: Items, at: int) -> bool:
    """Tell whether a name in capitals stands there: "G7", "NRA", "GCC"."""
    printed = view.text[items[at].start : items[at].end]
    named = items[at].ref is not None and printed[:1].isupper()
    short = len(printed) > 1 and printed[:1].isalpha() and printed.upper() == printed
    return named or (short and any(letter.isalpha() for letter in printed))
