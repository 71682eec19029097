"""One contact as several reports tell of it, slot by slot."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.rows import ContactRow, Passage, ReportRef


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


class SlotValue(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says in one slot.

    ``value`` is how it compares, ``raw`` the report's words; both are ``None`` where the
    account is ``silent``. ``copied_from`` is the id of the contact in the report whose
    words these are, where the passage is copied; then it is no voice of its own.
    """

    contact: str
    report: ReportRef
    value: str | None = None
    raw: str | None = None
    passages: tuple[Passage, ...] = ()
    copied_from: str | None = None


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A slot over all accounts.

    ``agree``: two or more own voices give one value; ``differ``: they give more than one;
    ``single``: one own voice gives a value; ``silent``: none does.
    """

    name: str
    verdict: Verdict
    values: tuple[SlotValue, ...] = ()


class ContactAccounts(msgspec.Struct, frozen=True, kw_only=True):
    """A contact with every account of it; nothing is averaged and nothing called true.

    ``id`` is that of the first account; any account's id names the same contact. ``why``
    says, account by account, what makes them one contact.
    """

    id: str
    accounts: tuple[ContactRow, ...]
    slots: tuple[Slot, ...] = ()
    why: tuple[str, ...] = ()
