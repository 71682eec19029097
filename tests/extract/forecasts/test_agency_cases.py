"""Forecasts as agencies tell them: what is seen, feared, given a chance; what came of it."""

from __future__ import annotations

import pytest

from extract.forecasts.test_forecast_cases import forecasts_of

Found = tuple[str | None, str | None, str]

# words -> by, horizon, outcome
CASES: list[tuple[str, list[Found]]] = [
    ("[p1 Nadia Brandt] sees no quick end to the blockade.", [("p1", None, "open")]),
    ("<<p1|Neither side is likely to move before {2031-10|October}>>, said [p1 Brandt].",
     [("p1", "October", "open")]),
    ("Diplomats expect the siege to last until {2031-08|August}.", [(None, "August", "open")]),
    ("[p1 Ruiz] warned that crops in the delta would fail by {2031-08|August}.",
     [("p1", "August", "open")]),
    ("[p1 Ruiz] does not believe that [p2 Lind] will survive {2031|the year}.",
     [("p1", "the year", "open")]),
    ("<<p1|By {2031-12-25|Christmas} we'll be dealing with somebody else>>, [p1 Ruiz] "
     "said.", [("p1", "Christmas", "open")]),
    ("[p1 Pell] thinks [p2 Lind] will outlast her.", [("p1", None, "open")]),
    ("<<p1|My guess is that nothing will move until {2031-07|July}>>, [p1 Ruiz] said.",
     [("p1", "July", "open")]),
    ("[o1 The Harbour Bank] reckons that a closure would cost the country 200 million "
     "crowns.", [("o1", None, "open")]),
    ("[o1 The Harbour Bank] sees growth slowing to two per cent {2032|next year}.",
     [("o1", "next year", "open")]),
    ("[p1 Stolz] foresees a harvest failure in the east.", [("p1", None, "open")]),
    ("<<p1|If the rains do not come by {2031-06|June}, we're going to see queues again>>, "
     "[p1 Stolz] said.", [("p1", "June", "open")]),
    ("<<p1|I don't think there will be peace {2031|this year}>>, [p1 Ruiz] said.",
     [("p1", "this year", "open")]),
    ("<<p1|I give this government three months>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|The days of the junta are numbered>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|This war will end badly>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("[p1 Ruiz] is confident that the judges will annul the vote {2031-05|by the end of "
     "May}.", [("p1", "by the end of May", "open")]),
    ("<<p1|Continued filling will reduce the flow of the river by a third>>, [p1 Ruiz] "
     "said.", [("p1", None, "open")]),
    ("<<p1|The toll will inevitably lead to a crisis in the delta>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("[p1 Ruiz] said the step would only harden attitudes.", [("p1", None, "open")]),
    ("[p1 Ruiz] said that without fresh money the schools would not reopen {2031|this "
     "year}.", [("p1", "this year", "open")]),
    ("<<p1|Lift the embargo now and the mills will raise the tolls again>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("Observers give the coalition little chance of surviving {2031-W30|the summer}.",
     [(None, "the summer", "open")]),
    ("[p1 Ruiz] fears that the truce will collapse.", [("p1", None, "open")]),
    ("[p1 Ruiz] predicted a long war.", [("p1", None, "open")]),
    ("[p1 Ruiz] had predicted that bread prices would triple. They have.",
     [("p1", None, "happened")]),
    ("<<p1|I said then that the embargo would hurt us more than them, and that's exactly "
     "what happened>>, [p1 Ruiz] said.", [("p1", None, "happened")]),
    ("[p1 Ruiz]'s forecast that the corridor would reopen turned out to be wrong.",
     [("p1", None, "stated-wrong")]),
    ("<<p1|We are heading for a long winter>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|The war might well drag on into {2033|2033}>>, [p1 Ruiz] said.",
     [("p1", "2033", "open")]),
    ("[p1 Ruiz] sees little prospect of a deal before {2031-09|September}.",
     [("p1", "September", "open")]),
    ("[p1 Ruiz] put the chances of a deal at one in three.", [("p1", None, "open")]),
    ("<<p1|There won't be a deal before the vote>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|We will open the pass {2031-06|in June}>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] said she would travel to [s1 Lutha].", []),
    ("[p1 Ruiz] wondered whether the truce would hold.", []),
    ("<<p1|I would have lost the match>>, [p1 Ruiz] said.", []),
    ("The ferry is expected to dock {T12:00|at noon}.", []),
    ("<<p1|The treaty will be signed {2031-06|in June}>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] could see the end of the street.", []),
    ("<<p1|They expect us to pay>>, [p1 Ruiz] said.", []),
    # What is seen, guessed or expected of one's own day foretells nothing.
    ("<<p1|We see some signs of movement at the border>>, [p1 Ruiz] said.", []),
    ("<<p1|I expect he will have a statement {2031-05|in May}>>, [p1 Ruiz] said.", []),
    ("<<p1|My guess is he was speaking of the dam>>, [p1 Ruiz] said.", []),
    ("<<p1|I just gave you a hard time>>, [p1 Ruiz] said.", []),
    ("<<p1|We'll see if that goes on>>, [p1 Ruiz] said.", []),
    ("<<p1|The dangers we're going to face {2033|in 2033} are new>>, [p1 Ruiz] said.", []),
    ("<<p1|Most people would agree, I think>>, [p1 Ruiz] said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_forecasts_in_agency_reports(words: str, want: list[Found]) -> None:
    found = [
        (one.by, one.horizon.raw if one.horizon else None, one.outcome)
        for one in forecasts_of(words)
    ]
    assert found == want
