"""Whether one report tells of one contact twice, or of two."""

from __future__ import annotations

from collections.abc import Callable

from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    Feature,
    is_counted,
    is_of_another,
    is_several,
    is_the_first,
    this_one,
)
from communique.reconcile.contacts.counted import is_lately
from communique.reconcile.contacts.parties import is_journey, names_the_same
from communique.reconcile.contacts.recency import OPEN, tells_days
from communique.reconcile.contacts.windows import Certainty, is_of_now
from communique.reconcile.spelling import plain

#: Kinds by which what was said at a contact is told beside it.
_SAID_AT = frozenset({"briefing", "other", "talks"})
#: Kinds of contacts at which it was.
_CONTACTS = frozenset({"call", "meeting", "summit", "talks"})
#: Words before one that is counted in which it may be told that it is this one.
_BEFORE = 3
#: From here on what days add says that both are of one day.
_ONE_DAY = 0.3


def are_told_as_two(
    one: ContactRow,
    other: ContactRow,
    when: Feature,
    certainty: Certainty,
    sentence: Callable[[ContactRow], str] | None = None,
) -> bool:
    """Tell whether two accounts of one report, of the same people, are of two contacts.

    Args:
        one: An account.
        other: Another of the same report; their kinds go together.
        when: What their days say.
        certainty: That of the less certain day.
        sentence: Gives the sentence that tells of a contact: "this is their third call" is the
            one that the report is about.

    They are of one day, or neither gives another; then they are taken for two only if the words
    part one from the other ("the last visit", "will speak again"), one was only proposed, or is
    told with a date that is no day.
    """
    if certainty == "exact" and when.score > _ONE_DAY:
        return False
    counted = (row for row in (one, other) if not (sentence and _is_this_one(row, sentence(row))))
    if when.score < 0 or any(map(is_of_another, (one, other))) or any(map(_is_of_several, counted)):
        return True
    if is_journey(one) and is_journey(other):
        return False
    if one.status != other.status and not (OPEN & {one.status, other.status}):
        return False  # of a plan and what came of it, or of what is only named, it is not said
    return one.status != other.status or _is_old(one) or _is_old(other)


def is_said_at(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether a report says of those whose contact it is about what the one told the other
    ("Oduvan briefed Helk on the harvest"), with no day or place: that was said there."""
    main, said = sorted((one, other), key=lambda row: not row.main)
    if not main.main or said.main or said.date is not None or said.place is not None:
        return False
    if main.kind not in _CONTACTS or said.kind not in _SAID_AT or not names_the_same(main, said):
        return False
    parted = (is_of_another, is_several, is_the_first, _is_of_several)
    return main.status == said.status == "held" and not any(is_told(said) for is_told in parted)


def _is_of_several(contact: ContactRow) -> bool:
    """Tell whether the words say which of several that were held it was; one that is planned is
    counted with those before it."""
    return contact.status == "held" and is_counted(contact)


def _is_this_one(contact: ContactRow, sentence: str) -> bool:
    """Tell whether a sentence says of what it counts that it is this one ("this is my third")."""
    words = plain(contact.words.partition(" … ")[0])
    before = f" {plain(sentence).partition(words)[0]}".split()[-_BEFORE:]
    return not this_one().isdisjoint(before)


def _is_old(contact: ContactRow) -> bool:
    """Tell whether it is told of with a date that is no day, and not of now or lately: of years
    before."""
    if contact.date is None or tells_days(contact) or is_of_now(contact):
        return False
    return not is_lately(contact.date.raw or "")
