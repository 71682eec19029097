"""Short cases of forecasts: who foresees what by when, and what is none."""

from __future__ import annotations

import pytest

from communique.extract.forecasts import ForecastExtractor
from communique.extract.view import View
from communique.model import Claims, Forecast, verify
from extract.build import reading
from extract.forecasts.by_grammar import by_grammar

Found = tuple[str | None, str | None, str]

# words -> by, horizon, outcome
CASES: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] expects the talks to fail {2031-06|by June}.", [("p1", "by June", "open")]),
    ("<<p1|The dam will collapse>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|[s2 Lutha] may resume the shelling {2031-06|in June}>>, [p1 Ruiz] said.",
     [("p1", "in June", "open")]),
    ("[p1 Ruiz] warned that <<p1|otherwise we will lose the port>>.", [("p1", None, "open")]),
    ("<<p1|Nobody will be able to stop this war>>, [p1 Ruiz] said. "
     "The prediction turned out to be correct.",
     [("p1", None, "stated-correct")]),
    ("The ice is likely to melt {2031-06|in June}.", [(None, "in June", "open")]),
    ("As [p1 Ruiz] had predicted, the bridge was never built.", [("p1", None, "stated-correct")]),
    ("[p1 Ruiz] said <<p1|we will build a bridge>>.", []),
    ("[p1 Ruiz] said <<p1|the ministers will meet on Monday>>.", []),
    ("<<p1|The rebels are going to lose the election>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("[p1 Ruiz] predicted a hard winter. That forecast proved wrong.",
     [("p1", None, "stated-wrong")]),
    ("Will the dam collapse?", []),
    ("The ministers will meet {2031-06|in June}.", []),
    ("[p1 Ruiz] expects to travel {2031-06|in June}.", []),
    ("<<p1|Prices will double {2032|next year}>>, said [p1 Ruiz].", [("p1", "next year", "open")]),
    ("Prices are expected to rise.", [(None, None, "open")]),
    ("Analysts predict a collapse of the market.", [(None, None, "open")]),
    ("[p1 Ruiz] did not predict the storm.", []),
    ("<<p1|If the dam will break, we go>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] foresaw the end of the siege. That is exactly what happened.",
     [("p1", None, "happened")]),
    ("[p1 Ruiz] forecast a truce {2031-05|within weeks}. It never happened.",
     [("p1", "within weeks", "failed")]),
    ("[p1 Ruiz] forecast a truce {2031-05|within weeks}. And this did not happen by accident.",
     [("p1", "within weeks", "open")]),
    ("<<p1|The blockade could lead to a famine>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|You could see the lake>>, [p1 Ruiz] said.", []),
    ("<<p1|My office will publish the list>>, [p1 Ruiz] said.", []),
    ("<<p1|There will be no peace without the islands>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("<<p1|[s1 Ruritania] will send ships>>, [p1 Ruiz] said.", []),
    ("<<p1|The front is bound to collapse {2031-06|in June}>>, [p1 Ruiz] said.",
     [("p1", "in June", "open")]),
    ("[p1 Ruiz] said that <<p1|no one will win this war>>.", [("p1", None, "open")]),
    ("The harbour was rebuilt {2029|in 2029}.", []),
    ("<<p1|The currency will fall and never recover>>, [p1 Ruiz] said.", [("p1", None, "open")]),
    ("The crews will be fed.", []),
    ("[s1 Ruritania] anticipates a rise in exports.", [("s1", None, "open")]),
]  # fmt: skip


def forecasts_of(words: str, published: str | None = None) -> tuple[Forecast, ...]:
    read = reading(words, published=published, of={"p1": "s1"})
    found = by_grammar(ForecastExtractor().extract(View(read), Claims()).forecasts)
    for forecast in found:
        verify(forecast.evidence, len(read.report.text))
        assert forecast.why
    return found


@pytest.mark.parametrize(("words", "want"), CASES)
def test_forecasts(words: str, want: list[Found]) -> None:
    found = [(f.by, f.horizon.raw if f.horizon else None, f.outcome) for f in forecasts_of(words)]
    assert found == want


def test_a_forecast_was_made_when_the_report_came_out() -> None:
    (forecast,) = forecasts_of("[p1 Ruiz] predicts a flood.", published="2031-05-02")
    assert forecast.made is not None
    assert (forecast.made.value, forecast.made.basis) == ("2031-05-02", "from-publication")


def test_no_day_is_made_up() -> None:
    (forecast,) = forecasts_of("[p1 Ruiz] predicts a flood.")
    assert forecast.made is None
