"""Positions on an issue as a matrix: who held what, by the time when it was told."""

from __future__ import annotations

from communique.model import Polarity
from communique.model.claim_rows import PositionRow
from communique.model.rows import ActorRef, ReportRef
from communique.web.matrix import matrix


def row(who: str, day: str | None, polarity: Polarity, issue: str = "trade") -> PositionRow:
    return PositionRow(
        id=f"p-{who}-{day}",
        report=ReportRef(id="r-1", label="Wire", published=day),
        actor=ActorRef(id=f"a-{who}", name=who, kind="person"),
        issue=issue,
        stance="",
        polarity=polarity,
        evidence=(),
        words="",
    )


def test_stances_stand_in_the_month_in_which_they_were_told() -> None:
    (issue,) = matrix(
        [
            row("Helk", "2031-05-20", "against"),
            row("Helk", "2031-02-03", "for"),
            row("Helk", "2031-02-04", "for"),
            row("Helk", "2031-02-05", "neutral"),
            row("Roon", None, "against"),
        ]
    )
    assert issue.periods == ("2031-02", "2031-05", "")
    helk, roon = issue.holders
    told = [[(one.polarity, one.times, one.first.id) for one in cell] for cell in helk.cells]
    assert told == [
        [("for", 2, "p-Helk-2031-02-03"), ("neutral", 1, "p-Helk-2031-02-05")],
        [("against", 1, "p-Helk-2031-05-20")],
        [],
    ]
    assert [len(cell) for cell in roon.cells] == [0, 0, 1]


def test_of_many_months_years_are_drawn_and_of_many_years_the_last() -> None:
    months = [row("Helk", f"{2030 + n // 12}-{n % 12 + 1:02}-01", "for") for n in range(20)]
    assert matrix(months)[0].periods == ("2030", "2031")
    years = [row("Helk", f"{2000 + n}-01-01", "for") for n in range(20)]
    (issue,) = matrix(years)
    assert issue.periods == tuple(str(2008 + n) for n in range(12))
    assert len(issue.holders[0].positions) == 20


def test_issues_on_which_most_hold_a_position_come_first() -> None:
    found = matrix(
        [
            row("Helk", None, "for", "barley"),
            row("Helk", None, "for", "trade"),
            row("Roon", None, "for", "trade"),
        ]
    )
    assert [(issue.label, len(issue.holders)) for issue in found] == [("trade", 2), ("barley", 1)]
