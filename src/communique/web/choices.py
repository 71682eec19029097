"""What filters choose from, where there are but so many values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from communique.model import ActorKind, ActType, ContactKind, Outcome
from communique.model.threads import LedgerStatus, Sort

Groups = Mapping[str, tuple[str, ...]]
"""Values by the heading under which they stand; no heading for those that stand alone."""

#: By the page and the filter.
CHOICES: Mapping[str, Groups] = {
    "story kind": {
        "": ("contact", "act"),
        "contacts": get_args(ContactKind),
        "acts": get_args(ActType),
    },
    "actor kind": {"": get_args(ActorKind)},
    "ledger kind": {"": get_args(Sort)},
    "ledger status": {"": get_args(LedgerStatus)},
    "outcome": {"": get_args(Outcome)},
    "hit kind": {"": ("report", "statement")},
}
