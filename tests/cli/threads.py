"""Lines of threads over time, made by hand."""

from __future__ import annotations

from typing import Any

from communique.model import Step, When
from communique.model.claim_rows import ActRow, ForecastRow, PositionRow, ProposalRow
from communique.model.rows import ActorRef, ReportRef
from communique.model.threads import (
    ContactLine,
    Dated,
    ForecastThread,
    Later,
    LedgerEntry,
    Quote,
    Relation,
    Relations,
    Settlement,
    Shift,
)

VENN = ActorRef(id="a-1", name="Asha Venn", kind="person")
NORLAND = ActorRef(id="a-2", name="Norland", kind="state")
SUDMARK = ActorRef(id="a-3", name="Sudmark", kind="state")
WIRE = ReportRef(id="r-1", label="Ferries to sail", publisher="Wire", published="2031-05-02")
POST = ReportRef(id="r-2", label="Ferries sail", publisher="Post", published="2031-06-01")


def lists() -> dict[str, tuple[Any, ...]]:
    """Return a line or two of each list."""
    ask = ActRow(
        id="d-1", report=WIRE, type="request", status="stated", actor=VENN, towards=SUDMARK,
        what="=two ferries", words="Venn asked Sudmark for two ferries",
    )  # fmt: skip
    position = PositionRow(
        id="p-1", report=WIRE, actor=VENN, issue="trade", stance="favours free ferries",
        polarity="for", words="Venn favours free ferries",
    )  # fmt: skip
    forecast = ForecastRow(
        id="o-1", report=WIRE, by=VENN, what="the ferries will sail in June",
        horizon=When(raw="June", value="2031-06"), words="the ferries will sail in June",
    )  # fmt: skip
    return {
        "acts": (ask,),
        "positions": (position,),
        "proposals": (
            ProposalRow(
                id="l-1", report=WIRE, by=VENN, title="ferries",
                steps=(Step(order=1, what="dock", evidence=()),), words="first dock",
            ),
        ),
        "ledger": (
            LedgerEntry(
                id="d-1", sort="ask", status="granted", actor=VENN, towards=SUDMARK,
                what="=two ferries", made_on="2031-05-02", accounts=(ask,),
                settlements=(
                    Settlement(
                        by="d-2", status="granted", basis="inferred", score=0.82, report=POST,
                        why="words in common (ferri)", on="2031-06-01",
                        words="Sudmark sent two ferries",
                    ),
                ),
            ),
        ),
        "shifts": (
            Shift(
                id="p-2", kind="shift", actor=VENN, issue="trade", why="for, then against",
                before=Quote(id="p-1", polarity="for", words="favours free ferries", report=WIRE),
                after=Quote(id="p-2", polarity="against", words="is against them", report=POST),
            ),
        ),
        "forecasts": (
            ForecastThread(
                id="o-1", outcome="happened", due="2031-06-30", forecast=forecast,
                later=(
                    Later(outcome="happened", basis="inferred", score=0.8, why="words in common",
                          report=POST, words="The ferries sailed."),
                ),
            ),
        ),
        "contact_lines": (
            ContactLine(
                id="c-1", first_on="2031-05-01", last_on="2031-05-02", is_disputed=True,
                kinds=("call",),
                status="held", participants=(VENN,), accounts=("c-1", "c-2"), reports=(WIRE, POST),
                words="Venn telephoned",
                dates=(Dated(value="2031-05-01", raw="1 May", reports=(WIRE,)),
                       Dated(value="2031-05-02", raw="2 May", reports=(POST,))),
            ),
        ),
    }  # fmt: skip


def relations() -> Relations:
    """Return the relations of two states in two months."""
    return Relations(
        one=NORLAND,
        other=SUDMARK,
        by="month",
        periods=(
            Relation(
                period="2031-05",
                contacts=2,
                by_kind={"call": 2},
                verbal_cooperation=3,
                tone=1.0,
                ids=("c-1",),
            ),
            Relation(period="2031-06", material_conflict=1, tone=-1.0, ids=("d-9",)),
        ),
    )
