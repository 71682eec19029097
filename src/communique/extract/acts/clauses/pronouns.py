"""Whom "it" and "its" mean where the reader left them open and the sentence leaves no choice.

"Lutha shut the port, and on Monday *it* expelled the envoy"; "Lutha dropped *its* demand"; and at
the head of a sentence "*Its* request was turned down", where the one before is about a body.
"""

from __future__ import annotations

from communique.extract.clauses import meant_by
from communique.extract.modality import Items
from communique.extract.view import View

_OPENING = 2  # items of a sentence among which its subject begins
_BACK = 4  # items from "it" back to "and"
_PASSED = 3  # sentences back to whom "she" means
_BODIES = ("state", "organisation", "bloc")


def joined_it(view: View, items: Items, at: int) -> str | None:
    """Return whom "it" means as the subject of a second clause: "…, and last month *it* froze"."""
    before = range(max(0, at - _BACK), at)
    joined = any(items[near].word in ("and", "but") for near in before)
    joined = joined or items[at - 1].word == "that"  # "said in a letter that it deplored"
    return only_body(view, items, at) if joined else None


def only_body(view: View, items: Items, at: int) -> str | None:
    """Return the state or body that opens a sentence and is alone of its kind before ``at``."""
    if items[0].word == "it" and items[0].ref is None and at > 0:
        return meant_by(view, items, 0)
    met = [
        (near, items[near].ref.actor)  # type: ignore[union-attr]
        for near in range(at)
        if items[near].ref is not None and _is_body(view, items[near].ref.actor)  # type: ignore[union-attr]
    ]
    if not met or met[0][0] > _OPENING or len({actor for _, actor in met}) > 1:
        return None
    return met[0][1]


def body_before(view: View, items: Items) -> str | None:
    """Return the state or body that alone is named in, and opens, the sentence before."""
    number = view.sentence_at(items[0].start)
    before = view.items(number - 1) if number else ()
    if not before or "\n\n" in view.text[before[-1].end : items[0].start]:
        return None
    return only_body(view, before, len(before))


def person_before(view: View, items: Items, at: int) -> str | None:
    """Return whom "she" at the head of a sentence means: the one person told of right before.

    Sentences that name nobody but who speaks are passed over, two of them at most.
    """
    if at > 1:
        return None
    number = view.sentence_at(items[0].start)
    speaker = view.speaker_at(items[0].start)
    said = view.statement_at(items[0].start)
    there = {speaker, said.addressee if said is not None else None}
    for near in range((number or 0) - 1, max(-1, (number or 0) - 1 - _PASSED), -1):
        before = view.items(near)
        if view.speaker_at(before[0].start if before else 0) not in (speaker, None):
            continue
        refs = [item.ref for item in before if item.ref is not None]
        met = {ref.actor for ref in refs if ref.form == "mention"}
        people = {one for one in met if view.actors[one].kind == "person"} - there
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _is_body(view: View, actor: str) -> bool:
    return actor in view.actors and view.actors[actor].kind in _BODIES
