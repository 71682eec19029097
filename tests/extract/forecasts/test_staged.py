"""What a speech or a briefing tells flatly, and what of it is foreseen all the same."""

from __future__ import annotations

from communique.extract.forecasts import ForecastExtractor
from communique.extract.view import View
from communique.model import Claims, Report, body_id
from communique.read.rules import RuleReader
from extract.forecasts.by_grammar import by_grammar

BRIEFING = """Press Briefing by Press Secretary Mira Holm

Port Lind, 2:04 P.M.

MS. HOLM: Good afternoon. The old quarter will become the pride of the coast.

Q Thanks, Mira. What of bread?

MS. HOLM: Prices will fall by June. And bakers thought the mills would close.

Q And the war?

MS. HOLM: If they attack, the whole coast will burn. Experts predicted a slump, and look at us.

Q And the talks?

MS. HOLM: I think the rebels will sign in the end. That could take weeks.
"""


def _whats(text: str) -> list[str]:
    report = Report(
        id=body_id(text),
        publication=body_id(text)[:16],
        text=text,
        published="2031-05-14",
        language="en",
    )
    (reading,) = RuleReader().read([report])
    found = ForecastExtractor().extract(View(reading), Claims()).forecasts
    return [one.what for one in by_grammar(found)]


def test_a_briefing_foretells_what_falls_burns_or_is_thought() -> None:
    assert _whats(BRIEFING) == [
        "Prices will fall by June",
        "If they attack, the whole coast will burn",
        "the rebels will sign in the end",
    ]


def test_a_condition_is_told_with_what_comes_of_it() -> None:
    words = "If the vote fails, in a month or two, prices are likely to rise, Ana Relk said."
    assert _whats(words) == ["If the vote fails, in a month or two, prices are likely to rise"]
    words = "Without a truce, it is likely that the port will close, Ana Relk said."
    assert _whats(words) == ["Without a truce, it is likely that the port will close"]


def test_what_had_its_day_is_no_forecast_any_more() -> None:
    assert _whats("The Harbour Bank predicted a slump in 2029.") == []
    assert _whats("There are still going to be storms, Ana Relk said.") == []
    assert len(_whats("The Harbour Bank predicted a slump in 2033.")) == 1
