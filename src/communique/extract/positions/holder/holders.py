"""Whose a stand is where marks, brackets or a relative clause part it from its verb.

What :func:`~communique.extract.clauses.subject_of` reads is left as it is; only where it finds
nobody, "Ruiz (Harbour Party) | rejected", "Ruiz said she "| firmly rejects"" and "with Lind, who |
rejects" are looked into.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import QUOTES, Subject, subject_of
from communique.extract.modality import Items
from communique.extract.positions.holder.pronouns import meant_by
from communique.extract.view import View

_MARKS = QUOTES | {"''", "‘", "``"}
_BOTH = frozenset({"both", "all"})
_ASIDE = frozenset({"however", "meanwhile", "though", "too", "therefore", "instead", "nonetheless"})
_SENT = frozenset({"delegation", "government", "ministry", "cabinet", "party", "side"})
_BRACKET = 8  # items of "(D-Varn)"
_MOST = 3  # things that part a subject from its verb


def holder_at(view: View, items: Items, start: int) -> Subject | None:
    """Return who holds what the verb group at ``items[start]`` tells, if it is told."""
    subject = _holder_at(view, items, start)
    if subject is None or subject.person != "pronoun" or subject.last != start:
        return subject
    meant = meant_by(view, items, subject.last - 1)
    if meant is None:
        return subject
    return Subject(subject.first, subject.last, meant.actor, crowd=meant.actor is None)


def _holder_at(view: View, items: Items, start: int) -> Subject | None:
    subject = subject_of(view, items, start)
    if subject is not None and _is_ones_own(items, subject):
        return replace(subject, actor=view.speaker_at(items[subject.first].start))
    if subject is not None and (placed := _in_place(view, items, subject)) is not None:
        return placed
    if subject is not None and (subject.actor is not None or subject.person != "third"):
        return subject
    before = _past_marks(items, start)
    if before != start and before > 0:
        other = _holder_at(view, items, before)
        if other is None or _is_wondered(items, other.first):
            return subject
        if other.actor is None and subject is not None:
            return subject
        return other
    return subject or _before_relative(view, items, start)


def _is_wondered(items: Items, first: int) -> bool:
    """Tell whether it is asked: "whether Lutha "| is prepared to talk""."""
    return any(item.word in ("whether", "if") for item in items[max(0, first - 4) : first])


def _past_marks(items: Items, start: int) -> int:
    """Return where the words end that an opening mark or a bracket parts from the verb."""
    at = start
    for _ in range(_MOST):
        before = items[at - 1].word if at > 1 else ""
        if before in _BOTH or (before.endswith("ly") and at < start):
            at -= 1  # "Ruiz and Lind | both", "it "categorically" |"
        elif before in _MARKS and items[at - 2].word[:1].isalnum():
            at -= 1
        elif before == "," and at > 3 and _is_aside(items, at):
            at -= 3  # "the governor, however, |"
        elif before == ")":
            opening = (n for n in range(at - 2, max(0, at - _BRACKET), -1) if items[n].word == "(")
            close, at = at, next(opening, at)
            if items[at].word != "(" or any("/" in item.word for item in items[at:close]):
                return start
        else:
            break
    return at


def _is_ones_own(items: Items, subject: Subject) -> bool:
    """Tell whether somebody speaks for those who sent one: "my delegation"."""
    two = subject.last - subject.first == 2 and subject.actor is None
    return (
        two
        and items[subject.first].word in ("my", "our")
        and (items[subject.last - 1].word in _SENT)
    )


def _is_aside(items: Items, at: int) -> bool:
    return items[at - 2].word in _ASIDE and items[at - 3].word == ","


def _in_place(view: View, items: Items, subject: Subject) -> Subject | None:
    """Return who is told with a place behind: "the foreign ministry | in Varn"."""
    first = subject.first
    if subject.actor is not None or first < 2 or items[first - 1].word not in ("in", "at"):
        return None
    ref = items[first - 2].ref
    actor = view.actors.get(ref.actor) if ref is not None and ref.form == "mention" else None
    if actor is None or actor.kind not in ("organisation", "group"):
        return None
    return Subject(first - 2, subject.last, actor.id)


def _before_relative(view: View, items: Items, start: int) -> Subject | None:
    """Return whom "who" and "which" stand for: "asked by Lind, | who backs the plan"."""
    at = start - 1
    if at < 1 or items[at].word not in ("who", "which") or items[at].ref is not None:
        return None
    if items[at].word == "which" and items[at - 1].word != ",":
        return None
    kinds = ("person",) if items[at].word == "who" else ("state", "organisation", "bloc")
    at -= 1 + (items[at - 1].word == ",")
    if at > 0 and items[at].word == ")":
        at = _past_marks(items, at + 1) - 1
    ref = items[at].ref if at >= 0 else None
    actor = view.actors.get(ref.actor) if ref is not None and ref.form == "mention" else None
    if actor is None or actor.kind not in kinds:
        return None
    return Subject(at, at + 1, actor.id)
