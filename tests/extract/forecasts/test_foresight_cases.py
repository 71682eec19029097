"""More short cases of forecasts: words of foresight, other readers' statements, look-alikes."""

from __future__ import annotations

import pytest

from extract.forecasts.test_forecast_cases import forecasts_of

Found = tuple[str | None, str | None, str]

# words -> by, horizon, outcome
CASES: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] believes that <<p1|the blockade will end by {2031-04|April}>>.",
     [("p1", "April", "open")]),
    ("[p1 Ruiz] is convinced that <<p1|the junta won't last>>.", [("p1", None, "open")]),
    ("[p1 Ruiz] is convinced that the junta won't last.", [("p1", None, "open")]),
    ("Economists reckon that prices could double by {2031-03|March}.",
     [(None, "March", "open")]),
    ("<<p1|Sooner or later the rebels will sit down at the table>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("<<p1|I think the talks are going to fail>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|If they attack, the whole coast will burn>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("<<p1|By {2031|the end of the year} there will be no fuel left>>, [p1 Ruiz] said.",
     [("p1", "the end of the year", "open")]),
    ("<<p1|Unless the dykes are raised, the town will be under water>>, said [p1 Ruiz].",
     [("p1", None, "open")]),
    ("<<p1|He told me: <<p2|you will regret this>>>>, [p1 Ruiz] said.", [("p2", None, "open")]),
    ("[p1 Ruiz] doubts that the cabinet will survive.", [("p1", None, "open")]),
    ("[p1 Ruiz] warned that <<p1|a breach of the dam would flood the valley>>.",
     [("p1", None, "open")]),
    ("[p1 Ruiz] does not expect an agreement {2031-W20|this week}.",
     [("p1", "this week", "open")]),
    ("An agreement is unlikely before {2031-05|May}.", [(None, "May", "open")]),
    ("It is likely that the vote will be close.", [(None, None, "open")]),
    ("<<p1|There is a good chance that the rebels will accept the offer>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("[o1 The Port Bank] forecasts growth of two per cent {2032|next year}.",
     [("o1", "next year", "open")]),
    ("Output is projected to fall {2032|next year}.", [(None, "next year", "open")]),
    ("Three years ago [p1 Ruiz] predicted that the mine would close. He was right.",
     [("p1", None, "stated-correct")]),
    ("<<p1|It will take years to rebuild trust>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|{2032|Next year} will be harder than this one>>, [p1 Ruiz] said.",
     [("p1", "Next year", "open")]),
    ("[p1 Ruiz] said <<p1|that the levee will break>>.", [("p1", None, "open")]),
    ("[p1 Ruiz] said the levee will break.", [("p1", None, "open")]),
    ("The levee will break, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("According to [p1 Ruiz], the levee will break {2031-05|in May}.",
     [("p1", "in May", "open")]),
    ("<<p1|[p2 Lind] will come back to the table sooner or later>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("<<p1|The war could be over {2031-06|in June}>>, [p1 Ruiz] said.",
     [("p1", "in June", "open")]),
    ("[p1 Ruiz] fears that the fire may spread to the port.", [("p1", None, "open")]),
    ("<<p1|The south is headed for a famine>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|Without a truce, thousands will die>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|I told them then that the line would not hold. And it did not hold>>, "
     "[p1 Ruiz] said.", [("p1", None, "happened")]),
    ("<<p2|[p1 Ruiz] thinks the talks will fail>>, [p2 Lind] said.", [("p1", None, "open")]),
    ("<<p1|A reform of the ports will make life harder for smugglers>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("[p1 Ruiz] was right about the dam. [p2 Lind] expects prices to fall. She was wrong.",
     [("p2", None, "stated-wrong")]),
    # Promises, plans, schedules, wishes, rules and questions are none.
    ("<<p1|I hope the talks will succeed>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] hopes that the talks will succeed.", []),
    ("<<p1|The conference will open {2031-05-06|on Tuesday}>>, [p1 Ruiz] said.", []),
    ("The train will leave {T12:00|at noon}.", []),
    ("<<p1|[p2 Lind] will visit us {2031-05|in May}>>, [p1 Ruiz] said.", []),
    ("<<p1|The new law will require farmers to register>>, [p1 Ruiz] said.", []),
    ("<<p1|We expect [s2 Lutha] to honour its word>>, [p1 Ruiz] said.", []),
    ("<<p1|We will not rest until the road is open>>, [p1 Ruiz] said.", []),
    ("<<p1|I will be brief>>, [p1 Ruiz] said.", []),
    ("<<p1|My deputy will answer your questions>>, [p1 Ruiz] said.", []),
    ("<<p1|The centre will offer courses to nurses>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] asked if the talks would fail.", []),
    ("<<p1|Nobody knows whether the dam will hold>>, [p1 Ruiz] said.", []),
    ("<<p1|We want a treaty that will last>>, [p1 Ruiz] said.", []),
    ("<<p1|She will never stop fighting>>, [p1 Ruiz] said.", []),
    ("<<p1|There will be a briefing later>>, [p1 Ruiz] said.", []),
    ("<<p1|I am not saying that the dam will break>>, [p1 Ruiz] said.", []),
    ("<<p1|It will fall on the towns to pay>>, [p1 Ruiz] said.", []),
    ("People expect their leaders to govern.", []),
    ("[p1 Ruiz] promised that the port will flourish.", []),
    ("The prize will be awarded {2031-05|in May}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_foresight(words: str, want: list[Found]) -> None:
    found = [(f.by, f.horizon.raw if f.horizon else None, f.outcome) for f in forecasts_of(words)]
    assert found == want
