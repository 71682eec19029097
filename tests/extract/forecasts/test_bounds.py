"""Where a forecast begins and ends, by when it is, and whether it breaks off."""

from __future__ import annotations

import pytest

from extract.forecasts.test_forecast_cases import forecasts_of

# words -> what is foreseen
WHOLE: list[tuple[str, str]] = [
    ("[o1 Harbour Board] was angered by the toll and predicted it would ruin the yards.",
     "Harbour Board was angered by the toll and predicted it would ruin the yards"),
    ("<<p1|Sales have trebled and the price of tin is likely to fall>>, [p1 Ruiz] said.",
     "the price of tin is likely to fall"),
    ("<<p1|The fair was lost in {2029|May} and prices will rise>>, [p1 Ruiz] said.",
     "prices will rise"),
    ("<<p1|But dredging that channel will take years>>, [p1 Ruiz] said.",
     "dredging that channel will take years"),
    ("Yards for barges and tugs are expected to collapse.",
     "Yards for barges and tugs are expected to collapse"),
    ("<<p1|The lack of tin, wool, and dry salt could ruin the towns>>, [p1 Ruiz] said.",
     "The lack of tin, wool, and dry salt could ruin the towns"),
    ("<<p1|[s2 Lutha] is old and small and will collapse>>, [p1 Ruiz] said.",
     "Lutha will collapse"),
    ("<<p1|I think it will take a little while for prices to settle>>, [p1 Ruiz] said.",
     "it will take a little while for prices to settle"),
    ("<<p1|And the junta will collapse>>, [p1 Ruiz] said.", "the junta will collapse"),
]  # fmt: skip

# words -> by when
BY: list[tuple[str, str | None]] = [
    ("[p1 Ruiz] expects output to fall over {P5Y|the next five years}.", "the next five years"),
    ("<<p1|It will take {P1D|some time} for the town to recover>>, [p1 Ruiz] said.", None),
    ("<<p1|The town will {2040|one day} flourish>>, [p1 Ruiz] said.", None),
    ("<<p1|The new ferry is likely to fall apart {P3Y|three years} earlier than the old>>, "
     "[p1 Ruiz] said.", None),
    ("<<p1|[s2 Lutha] is the driest in {P4D|four decades} and will collapse>>, "
     "[p1 Ruiz] said.", None),
    ("<<p1|The yard is likely to lose the most men in {P5Y|five decades}>>, [p1 Ruiz] said.", None),
    ("<<p1|The harvest will fail in {P2Y|two years}>>, [p1 Ruiz] said.", "two years"),
    ("<<p1|And {2032|this year}, prices are likely to fall>>, [p1 Ruiz] said.", "this year"),
    ("<<p1|Output is likely to recover by {2032|next year} instead of {2034|2034}>>, "
     "[p1 Ruiz] said.", "next year"),
    ("<<p1|It's going to take {P1M|a long time} to mend the pier>>, [p1 Ruiz] said.", None),
    ("<<p1|Rain is likely to ruin the Good {2031-05-02|Friday} Accord>>, [p1 Ruiz] said.", None),
    ("<<p1|In {2032|2032} and beyond, prices are likely to fall>>, [p1 Ruiz] said.", "2032"),
    ("<<p1|The siege will last for {PXY|years}>>, [p1 Ruiz] said.", None),
    ("Over {P20Y|the next 20 years}, output is likely to fall.", "the next 20 years"),
    ("In {2035|2035}, when the toll ends, most yards are projected to fail.", "2035"),
    ("Output is likely to fall {2032|this month} after {2032|the summer}.", "this month"),
    ("These {P5Y|5-year} grants are likely to bring ruin.", None),
    ("<<p1|[s2 Lutha] is likely to lose nine million {P1Y|a year}>>, [p1 Ruiz] said.", None),
    ("<<p1|[s2 Lutha] is likely to lose its {2031|2031} harvest>>, [p1 Ruiz] said.", None),
    ("<<p1|Prices will rise faster than in {P50Y|the last 50 years}>>, [p1 Ruiz] said.", None),
    ("<<p1|The junta is likely to lose {2031-05-06|Tuesday}'s vote>>, [p1 Ruiz] said.", "Tuesday"),
]  # fmt: skip

BROKEN: list[str] = [
    "<<p1|They will make it harder for the>> — listen to this, [p1 Ruiz] said.",
    "<<p1|I predict that the price will go fur- — further down>>, [p1 Ruiz] said.",
    "<<p1|It is likely that several towns may be — or so we hope>>, [p1 Ruiz] said.",
    "<<p1|The shelling will lead to, you know, a mess>>, [p1 Ruiz] said.",
]


@pytest.mark.parametrize(("words", "what"), WHOLE)
def test_the_whole_clause_is_foreseen_and_no_other(words: str, what: str) -> None:
    assert [f.what for f in forecasts_of(words)] == [what]


@pytest.mark.parametrize(("words", "by"), BY)
def test_by_when(words: str, by: str | None) -> None:
    assert [f.horizon.raw if f.horizon else None for f in forecasts_of(words)] == [by]


@pytest.mark.parametrize("words", BROKEN)
def test_what_breaks_off_is_no_forecast(words: str) -> None:
    assert [f.what for f in forecasts_of(words)] == []


def test_a_subject_apart_from_its_verb_is_evidence_of_its_own() -> None:
    (forecast,) = forecasts_of("<<p1|[s2 Lutha] is old and will collapse>>, [p1 Ruiz] said.")
    assert len(forecast.evidence) == 2
