"""Gatherings at which others meet: "met on the sidelines of the summit in Azul on Monday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View

_REACH = 12  # items between a contact and the gathering that it is at
_LED = 6  # items between "at" and the gathering: "at | the annual ministerial meeting"


def at_venues(view: View, items: Sequence[Item], mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions; one told to be at a gathering has its day and place, if none of its own."""
    out = list(mentions)
    for position, venue in enumerate(mentions):
        if position == 0 or venue.participants or not venue.why.startswith("noun"):
            continue
        guest = out[position - 1]
        if guest.participants and guest.kind != "call" and _is_at(view, items, guest, venue):
            out[position - 1] = replace(
                guest,
                date=guest.date or venue.date,
                place=guest.place or venue.place,
                extra=guest.extra or venue.extra,
            )
    return out


def _is_at(view: View, items: Sequence[Item], guest: Mention, venue: Mention) -> bool:
    """Tell whether a contact takes place at, during or beside a gathering told right behind it."""
    if not 0 < venue.index - guest.index <= _REACH:
        return False
    beside = triggers_for(view.lexicon).words["beside"]
    for at in range(venue.index - 1, max(guest.index, venue.index - _LED), -1):
        word = items[at].word
        if word in ("at", "during") or (word == "of" and items[at - 1].word in beside):
            return True
        if items[at].ref is not None or word in (",", ";", "and", "for", "about", "on", "to"):
            return False
    return False
