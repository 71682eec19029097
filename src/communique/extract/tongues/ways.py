"""Journeys and what they are for: "went to Sofia | to meet …", "… | for talks with …"."""

from __future__ import annotations

import re

from communique.extract.tongues.scene import Scene

_REACH = 3  # words between a reflexive pronoun and its verb
_FAR = 12  # words between a verb of going and what the journey is for


def is_reflexive(scene: Scene, at: int) -> bool:
    """Tell whether a reflexive pronoun stands before the verb at ``at``: "s' est | rendu"."""
    pronouns = scene.tongue.some("reflexive")
    return not pronouns or any(scene.lows[n] in pronouns for n in range(max(0, at - _REACH), at))


def journey_before(scene: Scene, at: int) -> int | None:
    """Return the verb of going whose purpose the word at ``at`` is, or ``None``.

    A word for a purpose stands between them: "pour", "para", "per". ``None`` in languages of
    which the lists have no such word.
    """
    purpose = scene.tongue.some("purpose")
    if not purpose:
        return None
    first = max(scene.bounds(at)[0], at - _FAR)
    start = next((n for n in range(at - 1, first, -1) if scene.lows[n] in purpose), None)
    if start is None:
        return None
    for n in range(start - 1, first - 1, -1):
        for frame in scene.tongue.contact_verbs.begun_by(scene.lows[n]):
            if "journey" in frame.flags and frame.forms.at(scene.lows, n):
                return n
    return None


def asked_deed(scene: Scene, verb: int) -> int | None:
    """Return the infinitive that an invitation asks for: "ha invitato il governo a | ritirare …".

    ``None`` where somebody is asked to come, which is an invitation.
    """
    form = scene.tongue.raw.get("infinitive_form")
    if form is None:
        return None
    behind = scene.tongue.some("infinitive_behind")
    for n in range(verb + 1, min(scene.bounds(verb)[1], verb + _DEED)):
        low = scene.lows[n]
        plain = not scene.words[n].capital and n not in scene.group_at
        if plain and re.search(form, low) and (not behind or scene.lows[n - 1] in behind):
            return None if low in scene.tongue.some("invited_to") else n
    return None


_DEED = 16  # words between an invitation and what it asks for
