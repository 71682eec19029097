"""Forecasts in many words, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.forecasts.test_forecast_cases import forecasts_of

Found = tuple[str | None, str | None, str]

# words -> by, horizon, outcome; all but the last group were written down before they were read
CASES: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] expects the first report by {2031-06|June}.", [("p1", "June", "open")]),
    ("<<p1|[o1 The Harbour Bank] is bound to raise its rates {2031|this year}>>, [p1 Pell] said.",
     [("p1", "this year", "open")]),
    ("<<p1|The junta will not survive {2031-12|the winter}>>, according to [p1 Pell].",
     [("p1", "the winter", "open")]),
    ("<<p1|There is a fair chance that the talks resume {2031-06|in June}>>, [p1 Stolz] said.",
     [("p1", "in June", "open")]),
    ("<<p1|It's a matter of time before the dam gives way>>, [p1 Holm] said.",
     [("p1", None, "open")]),
    ("<<p1|I don't think the rebels will come to talks>>, [p1 Holm] said.", [("p1", None, "open")]),
    ("Analysts put the odds of a deal at forty per cent.", [(None, None, "open")]),
    ("[p1 Veen] warned that food would run out {P2W|within two weeks}.",
     [("p1", "within two weeks", "open")]),
    ("[p1 Adeyi] sees a breakthrough {P3W|within weeks}.", [("p1", "within weeks", "open")]),
    ("[o1 The Lake Institute] forecasts a drop of a tenth in wheat exports {2032|next year}.",
     [("o1", "next year", "open")]),
    ("Economists polled by [o1 the Gazette] expect inflation to top 30 per cent "
     "{2031-12|by December}.", [(None, "by December", "open")]),
    ("<<p1|Mark my words: the border will be closed {2031-06|by June}>>, [p1 Oy] said.",
     [("p1", "by June", "open")]),
    ("[p1 Oy] is convinced the coalition will fall apart {2031-09|before September}.",
     [("p1", "before September", "open")]),
    ("<<p1|The harvest looks set to be the worst in a decade>>, [p1 Stolz] said.",
     [("p1", None, "open")]),
    ("[p1 Ruiz] doubts whether [s2 Lutha] will ever ratify the treaty.", [("p1", None, "open")]),
    ("<<p1|Sooner or later [s1 Lutha] is going to come back to the table>>, [p1 Ruiz] said.",
     [("p1", None, "open")]),
    ("Few diplomats believe that the truce will hold {2031-06|beyond June}.",
     [(None, "beyond June", "open")]),
    ("[p1 Ruiz] predicted a swift victory for the rebels.", [("p1", None, "open")]),
    ("[o1 The ministry] expects up to 4,000 refugees to cross the river {2031-06|next month}.",
     [("o1", "next month", "open")]),
    ("[p1 Moss] reckons the ministers will need until {2031-10|October}.",
     [("p1", "October", "open")]),
    ("<<p1|The worst is yet to come>>, [p1 Moss] said.", [("p1", None, "open")]),
    ("[p1 Moss] saw no chance of an agreement {2031|this year}.", [("p1", "this year", "open")]),
    ("<<p1|It could take a decade to clear the mines>>, [p1 Holm] said.", [("p1", None, "open")]),
    ("In [p1 Holm]'s view, the embargo will hurt [s1 Lutha] more than anybody else.",
     [("p1", None, "open")]),
    ("<<p1|If the pipeline is shut, prices will double {P1W|within a week}>>, [p1 Holm] said.",
     [("p1", "within a week", "open")]),
    ("Observers say the vote is likely to be close.", [(None, None, "open")]),
    ("[p1 Pell] cautioned that the ceasefire might not last.", [("p1", None, "open")]),
    ("A third round is unlikely {2031-07|before July}, diplomats said.",
     [(None, "before July", "open")]),
    ("[p1 Ruiz] warned {2031-03|in March} that the dyke would break. It broke "
     "{2031-04|in April}.", [("p1", None, "happened")]),
    ("[p1 Lind] predicted that the strike would be over {2031-05-09|by Friday}. It is still "
     "going on.", [("p1", "by Friday", "failed")]),
    ("<<p1|We will sign the treaty {2031-05-16|on Friday}>>, [p1 Lind] said.", []),
    ("Under the law, the fee will be paid by the owner.", []),
    ("[p1 Ruiz] will chair the session {2031-05-19|on Monday}.", []),
    ("<<p1|Will the truce hold?>>, [p1 Ruiz] asked.", []),
    ("<<p1|The panel will have seven members, who will be elected every two years>>, "
     "[p1 Ruiz] said.", []),
    ("[p1 Ruiz] hopes that the talks will succeed.", []),
    ("Applicants are expected to show a passport.", []),
    ("<<p1|You will find the text on our page>>, [p1 Ruiz] said.", []),
    ("<<p1|Our forces will defend every inch of the land>>, [p1 Ruiz] said.", []),
    # What aides tell of the office they serve, what is bound by rule and what is not sure.
    ("<<p1|I'm sure [p2 the President] will take your questions>>, [p1 Pell] said.", []),
    ("<<p1|I think [p2 the President] is going to choose a woman>>, [p1 Pell] said.", []),
    ("<<p1|If they ask, [p2 the President] will listen to them>>, [p1 Pell] said.", []),
    ("<<p1|Those who cross without leave will be promptly sent back>>, [p1 Pell] said.", []),
    ("<<p1|He put the country back on track to reach its goals>>, [p1 Pell] said.", []),
    ("[o1 The Harbour Bank] is poised to open a branch.", []),
    ("[g1 The voters] expect their leaders to come together.", []),
    ("<<p1|I would not be surprised if she had not asked>>, [p1 Pell] said.", []),
    ("<<p1|I'm not sure the boat will fit>>, [p1 Pell] said.", []),
    ("<<p1|I did not see that reporting>>, [p1 Pell] said.", []),
    ("Small firms are more likely than others to fail.", []),
    ("[p2 Oy] says [~p3 she] won't say how she will vote.", []),
    ("<<p1|It is likely that this is one of them>>, [p1 Pell] said.", []),
    ("Output will likely decline by a fifth, the figures show.", [(None, None, "open")]),
    ("<<p1|The longer he waits, the higher the price is going to be>>, [p1 Pell] said.",
     [("p1", None, "open")]),
    ("<<p1|I don't see her surviving the congress>>, [p1 Pell] said.", [("p1", None, "open")]),
    ("<<p1|My hunch is that we will be back to shelling {2031-06|by June}>>, [p1 Pell] said.",
     [("p1", "by June", "open")]),
    (
        "[p1 Nadia Brandt], a historian, said the Greens will make her sweat.",
        [("p1", None, "open")],
    ),
    ("<<p1|The Greens will make her sweat>>, said [p1 Nadia Brandt], an economist.",
     [("p1", None, "open")]),
    ("Traders are braced for further rises.", [(None, None, "open")]),
    ("<<p1|Defeat is inevitable if the ships do not come>>, [p1 Pell] said.",
     [("p1", None, "open")]),
    ("<<p1|Without seed, one family in three will go hungry>>, [p1 Pell] said.",
     [("p1", None, "open")]),
    ("<<p1|We expect those calls to happen on the way back>>, [p1 Pell] said.", []),
    ("[p1 Pell] expects that every state will cooperate.", []),
    ("<<p1|Our expectation is that it will be remote>>, [p1 Pell] said.", []),
    ("<<p1|You guys would probably love that>>, [p1 Pell] said.", []),
    ("<<p1|I'm confident in the role that the managers will play>>, [p1 Pell] said.", []),
    ("<<p1|[p2 Lind] will become the new director>>, [p1 Pell] said.", []),
    ("The pupils, who are likely in their classrooms now, sang.", []),
    ("[p1 Pell] said the strike would end {2031-06|in June}. That hasn't happened since 1976.",
     [("p1", "in June", "open")]),
    ("[p1 Oy] is expected to resign {2031-06|by June}.", [(None, "by June", "open")]),
    ("<<p1|Two thirds of the springs will have vanished {2036|by 2036}>>, [p1 Pell] said.",
     [("p1", "by 2036", "open")]),
    ("<<p1|[s2 Lutha] won't sign anything {2031|this year}>>, [p1 Pell] said.",
     [("p1", "this year", "open")]),
    ("[o1 The Harbour Bank] itself forecasts inflation of six per cent {2032|next year}.",
     [("o1", "next year", "open")]),
    ("It is unlikely the talks will resume {2031-06|in June}.", [(None, "in June", "open")]),
    ("<<p1|The best is yet to come>>, [p1 Pell] said.", []),
    ("<<p1|But none of this is inevitable>>, [p1 Pell] said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_what_is_foreseen(words: str, want: list[Found]) -> None:
    found = [
        (one.by, one.horizon.raw if one.horizon else None, one.outcome)
        for one in forecasts_of(words)
    ]
    assert found == want


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("[p1 Ruiz] doubts that the truce will hold.", "doubts that the truce will hold"),
        (
            "<<p1|I don't think the rebels will come>>, [p1 Ruiz] said.",
            "don't think the rebels will come",
        ),
    ],
)
def test_a_doubt_is_part_of_what_is_foreseen(words: str, what: str) -> None:
    assert [one.what for one in forecasts_of(words)] == [what]
