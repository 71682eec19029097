"""One contact as several reports tell of it, slot by slot."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.claims import ContactKind
from communique.model.rows import ActorRef, ContactRow, Passage, ReportRef


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a report, as ``communique read`` names both: text's sha256 and local id."""

    report: str
    id: str


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Items of different reports that are taken to be the same; two or more."""

    id: str
    kind: Literal["contact", "actor"]
    members: tuple[Member, ...]


Verdict = Literal["agree", "differ", "single", "silent"]

#: How what two voices say may differ, the least first: in spelling alone; one is less exact;
#: one speaks of what is to come and the other of what has been; one names more, or each other
#: things beside; both cannot be so.
Difference = Literal["spelling", "precision", "time", "more", "contradiction"]


class SlotValue(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says in one slot.

    ``contact`` is the id of the contact, figure, act or person that the account is of.
    ``value`` is how it compares, ``raw`` the report's words; both are ``None`` where the
    account is ``silent``. ``copied_from`` is the id of the contact in the report whose
    words these are, where the passage is copied; then it is no voice of its own, and
    ``copied_why`` says what tells which of the two had the words first.
    """

    contact: str
    report: ReportRef
    value: str | None = None
    raw: str | None = None
    passages: tuple[Passage, ...] = ()
    copied_from: str | None = None
    copied_why: str | None = None


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A slot over all accounts.

    ``agree``: two or more own voices say what can be so together; ``differ``: they do not;
    ``single``: one own voice gives a value; ``silent``: none does. ``difference`` is the
    greatest between any two own voices, ``None`` where all say the same. ``sources`` counts
    the independent sources that give a value: copies, and reports of one publisher or of one
    credited source, count once.
    """

    name: str
    verdict: Verdict
    values: tuple[SlotValue, ...] = ()
    difference: Difference | None = None
    sources: int = 0


class CopiedAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account all of whose words about the contact stand in another's report.

    ``contact`` is the account, ``origin`` that in the report it has them from (ids of
    contacts), ``why`` what tells which was first.
    """

    contact: str
    origin: str
    why: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A contact that another one is part of, or that is part of it.

    ``id`` is that of its first account; ``None`` where reports only name it, by ``name``. ``date``
    is the first that an account gives. ``basis`` tells whether a report says so or it is inferred,
    ``why`` by what; ``passages`` hold the words of a report that say so, its id as their ``slot``.
    """

    id: str | None = None
    kind: ContactKind | None = None
    name: str
    participants: tuple[ActorRef, ...] = ()
    date: str | None = None
    basis: Literal["told", "inferred"]
    why: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class ContactAccounts(msgspec.Struct, frozen=True, kw_only=True):
    """A contact with every account of it; nothing is averaged and nothing called true.

    ``id`` is that of the first account; any account's id names the same contact. ``why``
    says, account by account, what makes them one contact. ``copied`` lists the accounts that
    are copies, ``sources`` counts the independent sources. ``part_of`` are the greater contacts
    that it was part of, as a meeting is of a visit, ``parts`` those that were part of it; both are
    empty where many contacts are given at once.
    """

    id: str
    accounts: tuple[ContactRow, ...]
    slots: tuple[Slot, ...] = ()
    why: tuple[str, ...] = ()
    copied: tuple[CopiedAccount, ...] = ()
    sources: int = 1
    part_of: tuple[Part, ...] = ()
    parts: tuple[Part, ...] = ()


#: What several reports may tell of, and differ about.
Matter = Literal["contact", "figure", "act", "office"]


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """What several reports say of one thing, slot by slot.

    ``about`` names it in words, ``items`` are the ids of the claims (of an office: of the
    persons), ``why`` says what makes them one thing. ``copied`` and ``sources`` are as in
    :class:`ContactAccounts`.
    """

    kind: Matter
    about: str
    items: tuple[str, ...]
    slots: tuple[Slot, ...] = ()
    why: tuple[str, ...] = ()
    copied: tuple[CopiedAccount, ...] = ()
    sources: int = 1

    @property
    def differs(self) -> bool:
        """Whether what two voices say in any slot cannot be so together."""
        return any(slot.verdict == "differ" for slot in self.slots)
