"""PLOVER codes for acts and contacts.

The event class of a type and the words that tell a mode are data (``acts.toml``). They follow
the CAMEO-to-PLOVER conversion table of the PLOVER project (2021), in which imposing sanctions
is COERCE, easing them RETREAT. What that table calls DEMAND is named REQUEST, as it is since.
"""

from __future__ import annotations

import re

from communique.extract.lexicon import Lexicon
from communique.model import Act, Contact, Plover

_WORD = re.compile(r"[\w-]+")
_HEAD = 7  # words that tell what is asked; those behind only tell when and why


def code_of_act(lexicon: Lexicon, act: Act) -> Plover | None:
    """Return the event and mode of an act; ``None`` for a type that PLOVER has no class for."""
    table = lexicon.table("acts")
    code = table.get("plover", {}).get(act.type)
    if code is None:
        return None
    event, _, mode = code.partition(" ")
    return Plover(event=event, mode=mode or _mode(table, event, act.what))


def _mode(
    table: dict[str, dict[str, list[tuple[str, list[str]]]]], event: str, what: str
) -> str | None:
    words = set(_WORD.findall(what.lower())[:_HEAD])
    for mode, marks in table.get("plover-modes", {}).get(event, ()):
        if not words.isdisjoint(marks):
            return mode
    return None


def code_of_contact(contact: Contact) -> Plover:
    """Return CONSULT for a contact, with the mode that its kind and hosting tell.

    A contact that was refused is REJECT, one that was asked for REQUEST, both with mode
    ``meet``; one that is only planned is AGREE.
    """
    if contact.status == "declined":
        return Plover(event="REJECT", mode="meet")
    if contact.status in ("proposed", "invited"):
        return Plover(event="REQUEST", mode="meet")
    if contact.status == "planned":
        return Plover(event="AGREE")
    if contact.kind == "call":
        return Plover(event="CONSULT", mode="phone")
    if contact.kind == "visit" or any(p.role in ("guest", "host") for p in contact.participants):
        return Plover(event="CONSULT", mode="visit")
    if any(p.role == "mediator" for p in contact.participants):
        return Plover(event="CONSULT", mode="third-party")
    return Plover(event="CONSULT")
