"""Whose a figure is: credited in its clause, counted by somebody, or put higher by another."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Report, account_of, body_id, verify_account
from communique.read.rules import RuleReader

# words -> what is counted, and by whom
CASES: dict[str, list[tuple[str | None, str | None]]] = {
    "At least 40 people have been killed since the shelling began, according to the United "
    "Nations; Chile puts the figure at 15.": [("people", "United Nations"), ("people", "Chile")],
    "The United Nations says 40 people were killed. Peru puts the toll at only 15.": [
        ("people", "United Nations"),
        ("people", "Peru"),
    ],
    "Chile put the number of prisoners at 120.": [("prisoners", "Chile")],
    "The Red Cross counted 40 people. Peru puts the toll at nine.": [
        ("people", "Red Cross"),
        ("people", "Peru"),
    ],
    "The Red Cross counted 600 mines. Peru says 250.": [("mines", "Red Cross"), ("mines", "Peru")],
    "Some 1,200 families fled, the UN said, but Chile counted only 400.": [
        ("families", "United Nations"),
        ("families", "Chile"),
    ],
    "Peru estimated the cost of repairs at $3 million.": [("repairs", "Peru")],
    "Peru has since put the death toll at 15.": [(None, "Peru")],
    "So far, Peru has seen few gains after raising 400 flags.": [("flags", None)],
    "A survey by the Red Cross found that 34 percent of the farmers had left.": [
        ("farmers", "Red Cross")
    ],
    "The United Nations' figures show that 12 ships left.": [("ships", "United Nations")],
    "So far about 120 cases have been reported by the Red Cross.": [("cases", "Red Cross")],
    "Peru confirmed 214 deaths; hospitals speak of more than 300.": [
        ("deaths", "Peru"),
        ("deaths", None),
    ],
    "Peru put the shortfall at 11 million barrels.": [(None, "Peru")],
    "Peru put the question aside. At 15 the gates open.": [(None, None)],
    "Poland left; 12 ships stayed, according to the harbour.": [("ships", None)],
}


@pytest.mark.parametrize("text", CASES)
def test_who_claims_what(text: str) -> None:
    report = Report(id=body_id(text), publication=body_id(text)[:16], text=text, language="en")
    (reading,) = RuleReader().read([report])
    claims = extract(reading)
    verify_account(account_of(reading, claims))
    names = {actor.id: actor.name for actor in reading.actors}
    found = [(figure.thing, names.get(figure.claimant or "")) for figure in claims.figures]
    assert found == CASES[text]
