"""What a question asks somebody to say yes or no to: "are you for a truce?", "should it stay?"."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.caution.complements import takes
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_ASKED = 5  # items between "you" and what one is asked to be for
_SUBJECT = 9  # items of the thing that is asked about


def put_to(view: View, cues: Cues, items: Items, speaker: str) -> Stand | None:
    """Return the stand that a "yes" to the question ``items`` takes, as that of ``speaker``."""
    if any(item.word in ("or", "not") or item.word.endswith("n't") for item in items):
        return None
    first = _opening(items)
    return (
        _of_you(view, cues, items, speaker)
        or _of_deed(view, cues, items, first, speaker)
        or _of_thing(view, cues, items, first, speaker)
    )


def _opening(items: Items) -> int:
    """Return where the last clause of a question begins, without "Q:" and "and"."""
    marks = (at for at in range(len(items) - 2, -1, -1) if _is_edge(items[at].word))
    first = next(marks, -1) + 1
    while first < len(items) - 1 and items[first].word in ("and", "but", "so", "then", "q"):
        first += 1
    return first


def _is_edge(word: str) -> bool:
    return word in STRONG or word in QUOTES or word == ","


def _of_you(view: View, cues: Cues, items: Items, speaker: str) -> Stand | None:
    """Read "are you | for a truce" and "so you | want a truce"."""
    you = next((at for at, item in enumerate(items) if item.word == "you"), None)
    you = _own_state(view, cues, items, speaker) if you is None else you
    if you is None:
        return None
    asks = you > 0 and items[you - 1].word in cues.lists["answers.asking"]
    if not asks and you != _opening(items):
        return None
    for at in range(you + 1, min(len(items) - 1, you + _ASKED)):
        for cue in cues.at(items, at):
            after = at + len(cue.words)
            if cue.kind in ("predicate", "ready") and not _is_so(items, you, at):
                continue
            if _puts(view, cues, items, after, cue):
                return Stand(
                    speaker, None, cue.polarity, max(you - 1, 0), you + 1, at, at, len(items) - 1,
                    (after, len(items) - 1), f"answer:{cue.name}", cue.kind == "ready" or cue.own,
                )  # fmt: skip
    return None


def _own_state(view: View, cues: Cues, items: Items, speaker: str) -> int | None:
    """Return where the speaker's own state is asked about: "would | Lutha accept observers"."""
    at = _opening(items) + 1
    ref = items[at].ref if at < len(items) - 1 else None
    asks = items[at - 1].word in cues.lists["answers.asking_state"]
    states = {office.of for office in view.actors[speaker].offices}
    return at if asks and ref is not None and ref.actor in states else None


def _is_so(items: Items, you: int, at: int) -> bool:
    """Tell whether "are" makes a predicate of what follows: "are you | for", "you are | for"."""
    be = {"are", "is"}
    return not be.isdisjoint((items[max(you - 1, 0)].word, items[you + 1].word)) and at <= you + 3


def _puts(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a cue with what follows ``items[after]`` is one to say yes or no to."""
    if cue.polarity not in ("for", "against") or after >= len(items) - 1:
        return False
    if cue.kind in ("predicate", "ready"):
        return cue.name in cues.lists["answers.predicates"]
    verb = cue.kind == "verb" and cue.form == "base" and not cue.judged
    if cue.own and (cue.name not in ("want", "need") or items[after].word == "to"):
        return False
    return verb and any(takes(view, cues, items, after, take, cue.own) for take in cue.takes)


def _of_deed(view: View, cues: Cues, items: Items, first: int, speaker: str) -> Stand | None:
    """Read "should | the embargo be lifted" and "will you give up | the islands"."""
    modal = items[first].word if first < len(items) else ""
    last = len(items) - 1
    if (owed := _owed(view, cues, items, first)) is not None:
        subject, end, verb = owed
        last -= items[last - 1].word in cues.lists["answers.lasting"]
        return Stand(
            speaker, None, "for", subject, end, first, verb - 1, last, (subject, last),
            "answer:should", True, firm=True,
        )  # fmt: skip
    if modal not in cues.lists["answers.will"] or first + 4 > last:
        return None
    verb = first + 2
    own = items[first + 1].word == "you" or _own_state(view, cues, items, speaker) == first + 1
    if not own or items[verb].word not in cues.lists["answers.deeds"]:
        return None
    after = verb + 1 + (items[verb + 1].word in ("up", "to", "over"))
    return Stand(
        speaker, None, "for", first, first + 2, first, verb, last, (after, last),
        f"answer:{items[verb].word}", True,
    )  # fmt: skip


def _owed(view: View, cues: Cues, items: Items, first: int) -> tuple[int, int, int] | None:
    """Return who ought to do what: "should | the embargo | be lifted", "you think | we | should".

    The first item of who, the one behind the last, and the verb.
    """
    due = cues.lists["answers.due"]
    last = len(items) - 1
    if first + 2 < last and items[first].word in due:
        subject = first + 1
        if items[subject].word in ("i", "you"):
            return None
        if items[subject].ref is not None or items[subject].word == "we":
            return subject, subject + 1, subject + 1
        be = (at for at in range(subject, min(last, subject + _SUBJECT)) if items[at].word == "be")
        verb = next(be, subject + 1)
        return subject, verb, verb
    words = [item.word for item in items[first : first + 3]]
    if words[:2] != ["do", "you"] or words[2] not in cues.lists["answers.thinking"]:
        return None
    subject = first + 3 + (items[first + 3].word == "that")
    modal = next((at for at in range(subject + 1, last) if items[at].word in due), None)
    return (subject, modal, modal + 1) if modal is not None and modal + 1 < last else None


def _of_thing(view: View, cues: Cues, items: Items, first: int, speaker: str) -> Stand | None:
    """Read "is | partition | an option" and "is it right to | close the border"."""
    last = len(items) - 1
    if first + 2 >= last or items[first].word not in ("is", "are", "was", "were", "would"):
        return None
    pronoun = items[first + 1].word == "it"
    if not pronoun and view.lexicon.has(items[first + 1].word, "pronoun"):
        return None
    for at in range(first + 2, min(last, first + _SUBJECT)):
        for cue in cues.at(items, at):
            whole = at + len(cue.words) >= last
            article = items[at - 1].word in ("a", "an")
            judged = cue.kind == "evaluate" and (
                cue.name in cues.lists[f"evaluate.{cue.polarity}"] or article
            )
            if not (judged or cue.kind == "verdict"):
                continue
            about = (first + 1, at - article)
            if pronoun:
                to = at + len(cue.words)
                if to + 1 >= last or items[to].word != "to":
                    continue
                about = (to, last)
            elif not whole:
                continue
            return Stand(
                speaker, None, cue.polarity, first, first + 1, first, at, last, about,
                f"answer:{cue.name}", True,
            )  # fmt: skip
    return None
