"""Stands that a report tells as an answer: "Asked whether he would sign, Lind said: “No.”"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.clauses import span_of, subject_of, verb_start, words_of
from communique.extract.modality import Items
from communique.extract.positions.asked.answers import named, says_yes, side_of
from communique.extract.positions.caution.complements import takes
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.issue_names.issues import Scheme
from communique.extract.positions.issue_names.labels import issue_of
from communique.extract.positions.stand import Stand
from communique.extract.view import View
from communique.model import Position, merged
from communique.model.claims import Polarity

_OPENING = 4  # items before "whether": "when asked on Monday"
_ANSWER = 14  # items in which it is told who answers
_JOINED = frozenset({":", ",", "that"})


def told_answer(view: View, cues: Cues, scheme: Scheme, number: int) -> Iterator[Position]:
    """Yield the stand that sentence ``number`` tells as somebody's "yes" or "no"."""
    items = view.items(number)
    asked = next((at for at in range(min(_OPENING, len(items))) if items[at].word == "asked"), None)
    if asked is None:
        return
    opening = range(asked + 1, min(asked + _OPENING, len(items)))
    whether = next((at for at in opening if items[at].word in ("whether", "if")), None)
    if whether is None:
        return
    commas = (at for at in range(whether + 3, len(items) - 3) if items[at].word == ",")
    comma = next(commas, None)
    told = _answer(view, items, comma + 1) if comma is not None else None
    if comma is None or told is None:
        return
    actor, first = told
    said = says_yes(view, cues, items[first:])
    stand = _put(view, cues, items, whether + 1, comma, actor)
    if said is None or stand is None:
        return
    issue = issue_of(view, cues, scheme, items, stand) or named(view, items, stand)
    if issue is None:
        return
    statement = view.statement_at(items[first].start)
    yield Position(
        id="p",
        why=stand.why,
        actor=actor,
        actor_raw=None,
        issue=issue.label,
        stance=words_of(view, items, stand.cue, stand.end),
        polarity=side_of(cues, stand, issue, items[first:], said),
        reported_by=None,
        statement=statement.id if statement else None,
        evidence=merged(s for s in (span_of(view, items, whether, len(items)),) if s is not None),
    )


def _answer(view: View, items: Items, first: int) -> tuple[str, int] | None:
    """Return who answers, and where the words of the answer begin."""
    for at in range(first + 1, min(len(items) - 1, first + _ANSWER)):
        if items[at].ref is not None or not view.lexicon.has(items[at].word, "reporting"):
            continue
        subject = subject_of(view, items, verb_start(view, items, at))
        ref = items[at + 1].ref if subject is None or subject.actor is None else None
        actor = subject.actor if subject is not None else None
        actor = actor or (ref.actor if ref is not None else None)
        after = at + 1 + (ref is not None)
        while after < len(items) and items[after].word in (*_JOINED, '"', "“"):
            after += 1
        return (actor, after) if actor is not None and after < len(items) else None
    return None


def _put(view: View, cues: Cues, items: Items, first: int, last: int, actor: str) -> Stand | None:
    """Return the stand that is asked about in ``items[first:last]``."""
    for at in range(first + 1, last - 1):
        for cue in cues.at(items, at):
            after = at + len(cue.words)
            if cue.polarity in ("for", "against") and _asks(view, cues, items, after, cue):
                return _stand(actor, cue.polarity, first, at, after, last, cue.name)
        deed = items[at].word in cues.lists["answers.deeds"]
        if deed and view.lexicon.has(items[at - 1].word, "modal", "future"):
            after = at + 1 + (items[at + 1].word in ("up", "to", "over"))
            return _stand(actor, "for", first, at, after, last, items[at].word)
    return None


def _stand(
    actor: str, polarity: Polarity, first: int, at: int, after: int, last: int, name: str
) -> Stand:
    return Stand(
        actor, None, polarity, first, first + 1, first, at, last, (after, last), f"answer:{name}"
    )


def _asks(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a cue is one to say yes or no to, with what follows it."""
    if cue.kind in ("predicate", "ready"):
        return cue.name in cues.lists["answers.predicates"]
    own = cue.own or cue.judged or cue.spoken or cue.form == "ing"
    return (
        cue.kind == "verb"
        and not own
        and any(takes(view, cues, items, after, take, cue.own) for take in cue.takes)
    )
