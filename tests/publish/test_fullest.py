"""By which of its accounts a contact is called."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from communique.publish.meetings import fullest


def account(*kinds: str) -> Any:
    return Some(participants=tuple(Some(actor=Some(kind=kind)) for kind in kinds))


@pytest.mark.parametrize(
    ("accounts", "which"),
    [
        ((account("state", "state"), account("person", "person")), 1),
        ((account("person", "person"), account("person", "person", "state")), 0),
        ((account("state"), account()), 0),
        ((account("person"), account("person", "person"), account("person")), 1),
    ],
)
def test_a_contact_is_called_by_the_account_that_names_most_people(
    accounts: tuple[Any, ...], which: int
) -> None:
    assert fullest(Some(accounts=accounts)) is accounts[which]  # type: ignore[arg-type]
