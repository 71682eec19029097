"""What the program is unsure of, as it is put to a person."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.judgement import Verdict
from communique.model.rows import ClaimKind, Passage, ReportRef
from communique.model.threads import LedgerStatus

#: ``same``: whether two are one; ``slot``: what accounts of a contact contradict each other about;
#: ``claim``: a claim, or several by the same words, of which the program could not tell who makes
#: it; ``settled``: what became of an ask, where the program has inferred it.
DoubtSort = Literal["same", "slot", "settled", "claim"]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What one account of a contact says in a slot: the value, and the words for it."""

    account: str
    value: str
    raw: str | None = None
    report: ReportRef


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two that a pair is about, or the claim: its name, and where a report has it."""

    id: str
    name: str
    passage: Passage | None = None
    report: ReportRef | None = None


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something of which the program is unsure.

    ``items`` are what it is about: the two of a pair, the accounts of a contact, an ask and what
    may have settled it, or claims of one report by whom the same words name; ``sides`` quotes the
    two, the contact or the first claim. ``verdict`` and ``score`` are the program's own judgement
    of a pair, and how sure it is, from 0 to 1; ``status`` is how it takes an ask to stand. ``slot``
    and ``versions`` tell what accounts contradict each other about; of claims, ``slot`` is what is
    missing and ``raw`` the words in its place, none where the report has none. ``reports`` is how
    many reports hang on it, ``weight`` what doubts are ordered by: how many reports it is expected
    to set right.
    """

    id: str
    sort: DoubtSort
    items: tuple[str, ...]
    sides: tuple[Side, ...] = ()
    verdict: Verdict | None = None
    status: LedgerStatus | None = None
    score: float | None = None
    why: str = ""
    kind: ClaimKind | Literal["actor"] = "actor"
    slot: str | None = None
    raw: str | None = None
    versions: tuple[Version, ...] = ()
    reports: int = 1
    weight: float = 0.0


class Vague(msgspec.Struct, frozen=True, kw_only=True):
    """A claim without somebody who makes it: which, of what kind, of which report, in which slot.

    ``raw`` are the words in the place of a name, none where there are none; ``told`` is where it
    stands among all claims."""

    id: str
    kind: ClaimKind
    report: str
    slot: str
    raw: str
    told: str
