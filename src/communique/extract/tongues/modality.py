"""How an event of another language is told: as held, planned, proposed … or denied."""

from __future__ import annotations

from typing import Literal

from communique.extract.tongues.scene import Scene
from communique.model.claims import ContactStatus

Status = ContactStatus | Literal["denied"]

_ORDER: tuple[ContactStatus, ...] = ("declined", "invited", "proposed", "hypothetical", "planned")
_REACH = 7  # words between what governs an event and the event
_AFTER = 12  # words behind an event in which it is told to be planned or called off
_NEAR, _ELIDED = 3, 5  # words between "not" and a verb; where articles are elided
_FAR = 20  # the same for verbs that name somebody in between: "invited X to …"


def status_of(scene: Scene, at: int, length: int = 1, *, is_base: bool = False) -> Status:
    """Return how the verb or noun at ``at`` is told; ``denied`` where the report says it was not.

    ``is_base`` marks a form, such as an infinitive, that says nothing without another verb.
    """
    first, last = scene.bounds(at)
    if _is_denied(scene, at, first, last):
        return "denied"
    tongue, lows = scene.tongue, scene.lows
    after = range(at + length, min(at + length + _AFTER, last))
    if any(tongue.word("declined_after").at(lows, n) for n in after):
        return "declined"
    for status in _ORDER:
        reach = _FAR if status in ("invited", "proposed") or tongue.raw.get("verb_last") else _REACH
        start = max(first, at - reach)
        word = tongue.word(status)
        found = word.last(lows, start, at)
        behind = is_base or tongue.raw.get("owner_first")
        if found is None and tongue.raw.get("verb_last") and behind:
            found = word.find(lows, at, last)
        if found is None or (status == "planned" and _is_past(scene, found, at)):
            continue
        if status == "planned" and _is_at_it(scene, found, at):
            continue
        if status == "invited" and any(lows[n] in tongue.some("invited_by") for n in range(found)):
            continue  # "at the invitation of …" is why, and the visit takes place
        return status
    if tongue.word("future_form").at(lows, at) or _is_due(scene, first, at):
        return "planned"
    for status in ("planned", "hypothetical"):
        if any(tongue.word(f"{status}_after").at(lows, n) for n in after):
            return status
    if is_base and tongue.word("promised").last(lows, max(first, at - _REACH), at) is not None:
        return "planned"
    if is_base:
        return "held" if tongue.word("achieved").find(lows, first, at) is not None else "denied"
    return "held"


def _is_due(scene: Scene, first: int, at: int) -> bool:
    """Tell a clause that is due, where its verb stands first: "من المقرر أن | يعقد …"."""
    if first and scene.tongue.raw.get("runs"):  # "将于15日前往雅加达，与… | 举行会谈"
        own = any(g.is_bare for g in scene.groups if first <= g.first < at)
        coming = scene.tongue.word("planned").last(scene.lows, 0, first)
        return coming is not None and not own
    opens = first > 1 and scene.tongue.raw.get("verb_first")
    that = bool(opens) and scene.lows[first - 1] in scene.tongue.some("that_clause")
    due = scene.tongue.word("planned")
    return that and due.last(scene.lows, max(0, first - _NEAR - 1), first) is not None


def _is_past(scene: Scene, found: int, at: int) -> bool:
    """Tell a word for the future from one that another verb in between makes past."""
    return any(scene.tongue.word("light_past").at(scene.lows, n) for n in range(found + 1, at))


def _is_at_it(scene: Scene, found: int, at: int) -> bool:
    """Tell what is agreed at a meeting from a meeting that is: "vereinbarten bei einem Treffen"."""
    agreed = scene.tongue.word("agreed").at(scene.lows, found)
    at_it = scene.tongue.some("at_event")
    return bool(agreed) and any(scene.lows[n] in at_it for n in range(max(0, at - 3), at))


def _is_denied(scene: Scene, at: int, first: int, last: int) -> bool:
    tongue, lows = scene.tongue, scene.lows
    negation = tongue.some("negation")
    near = _ELIDED if tongue.some("elided") else _NEAR
    reach = range(max(first, at - near), at)
    if tongue.raw.get("verb_last"):
        reach = range(first, last)
    open_ = tongue.word("hypothetical")  # "did not rule out a meeting" denies none
    return any(lows[n] in negation and open_.at(lows, n) < 2 for n in reach)
