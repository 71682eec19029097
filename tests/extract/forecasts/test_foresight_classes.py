"""Classes of words that look like forecasts and foretell nothing, and foresight that does."""

from __future__ import annotations

import pytest

from communique.extract.forecasts import ForecastExtractor
from communique.extract.view import View
from communique.model import Claims, Report, body_id
from communique.read.rules import RuleReader
from extract.forecasts.by_grammar import by_grammar
from extract.forecasts.test_forecast_cases import forecasts_of

NONE: dict[str, list[str]] = {
    "foresight that is only compared with": [
        "Lutha sold more wool than [p1 Ruiz] had predicted and more tin as well.",
        "<<p1|It is the sort of weather that we've also predicted from the start>>, "
        "[p1 Ruiz] said.",
        "<<p1|It does not always go the way you expect it to go>>, [p1 Ruiz] said.",
        "<<p1|That is better than the three per cent we projected for {2032|next year}>>, "
        "[p1 Ruiz] said.",
        "The queues were longer than people were anticipating over the summer.",
    ],
    "own plans and schedules": [
        "[o1 The Port Board] expects soon to propose a rule on cranes.",
        "New permits are anticipated to be issued in {2032|the autumn}.",
        "The lists are expected to be published {2032|next week}.",
        "The closure is expected to commence on a date that both agree on.",
        "<<p1|He won't unless he has a pledge>>, [p1 Ruiz] said.",
        "[o1 The Port Board] expects later to close the dock.",
    ],
    "resolve": [
        "<<p1|The people of [s2 Lutha] will not walk away from their friends>>, [p1 Ruiz] said.",
        "<<p1|That is something [~p2 he] will never back away from>>, [p1 Ruiz] said of [p2 Lind].",
        "<<p1|No longer will raids on our ships be tolerated>>, [p1 Ruiz] said.",
        "<<p1|[s2 Lutha] will not fade quietly into the night>>, [p1 Ruiz] said.",
        "<<p1|No treaty would change our concerns>>, [p1 Ruiz] said.",
        "<<p1|We'll get there one day>>, [p1 Ruiz] said.",
    ],
    "agenda and credentials": [
        "<<p1|The twelve members will bring great skill to the board>>, [p1 Ruiz] said.",
        "<<p1|[s2 Lutha] will be a topic of the talks>>, [p1 Ruiz] said.",
        "<<p1|Wool will be a focus of the fair>>, [p1 Ruiz] said.",
        "<<p1|The judges will bring wide experience>>, [p1 Ruiz] said.",
        "<<p1|Trade will be a key part of it>>, [p1 Ruiz] said.",
    ],
    "what was not foreseen, or asked": [
        "<<p1|We certainly did not anticipate that the junta would fall so soon>>, "
        "[p1 Ruiz] said.",
        "<<p1|Nobody expected that the bridge would collapse>>, [p1 Ruiz] said.",
        "<<p1|I never predicted that prices would double>>, [p1 Ruiz] said.",
        "<<p1|You could double your goal>>, [p1 Ruiz] said.",
        "<<p1|We did not foresee that the ice would melt>>, [p1 Ruiz] said.",
    ],
    "estimates of what is, and nouns": [
        "Some estimates suggest that the fire took half of the town.",
        "[o1 The Port Board] estimates that nine in ten sailors have seen a decline in pay.",
        "The loss is estimated to be nearly two million.",
        "A two-year [o1 Port Board] project launched in May will directly address the spike in "
        "tolls.",
        "[o1 The Port Board] project will end the queues.",
    ],
    "rhetoric": [
        "<<p1|Hate will not prevail in Lutha>>, [p1 Ruiz] said.",
        "<<p1|Evil will not win>>, [p1 Ruiz] said.",
        "<<p1|We are friends, and that fact will never change>>, [p1 Ruiz] said.",
        "<<p1|Fear will never win>>, [p1 Ruiz] said.",
        "<<p1|Love will prevail>>, [p1 Ruiz] said.",
    ],
    "vows for others, and what is only thought": [
        "<<p1|[p2 Lind] will not interfere in the count>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] will not accept the toll>>, [p1 Ruiz] said.",
        "<<p1|[s2 Lutha] will no longer be a dumping ground>>, [p1 Ruiz] said.",
        "<<p1|If it passes, [~p2 he] will veto the bill>>, [p1 Ruiz] said of [p2 Lind].",
        "<<p1|You assume that prices will rise>>, [p1 Ruiz] said.",
        "<<p1|You might think that the shop will fail>>, [p1 Ruiz] said.",
        "<<p1|It is not likely that they have reached the pass>>, [p1 Ruiz] said.",
        "<<p1|No man can be bound to adore the sea>>, [p1 Ruiz] said.",
        "<<p1|It has not gone as [p2 Lind] had expected, and we know it>>, [p1 Ruiz] said.",
        "Experts estimate the Harbour Plan's size. It will add a quay.",
    ],
    "what a bill contains, praise and vows": [
        "<<p1|The budget would double the harbour dues>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] will never abuse her office>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] will always be a mayor for everybody>>, [p1 Ruiz] said.",
        "<<p1|It is likely that you will find a berth>>, [p1 Ruiz] said.",
    ],
    "praise of somebody's gifts": [
        "<<p1|[p2 Lind] will be a great mayor>>, [p1 Ruiz] said.",
        "<<p1|I know [~p2 she] will bring a steady hand>>, [p1 Ruiz] said of [p2 Lind].",
        "<<p1|Her experience in both chambers will strengthen the council>>, [p1 Ruiz] said.",
        "<<p1|I am confident that under his leadership the port will recover>>, [p1 Ruiz] said.",
        "<<p1|The town will be better for it>>, [p1 Ruiz] said.",
    ],
    "what is announced or vowed": [
        "[o1 The Port Board] announced that the ferry will resume {2032|next year}.",
        "<<p1|[p2 Lind] has made clear that [s2 Lutha] will act on it>>, [p1 Ruiz] said.",
        "<<p1|The supply will now increase to nine barrels a day>>, [p1 Ruiz] said.",
        "<<p1|Lintec Works will increase its output of tin>>, [p1 Ruiz] said.",
        "<<p1|[s2 Lutha] is going to become a partner of the union>>, [p1 Ruiz] said.",
        "<<p1|[o1 The Port Board] gave us three months>>, [p1 Ruiz] said.",
    ],
    "which one is meant, and what was": [
        "<<p1|It is the kind of raid that we predicted early>>, [p1 Ruiz] said.",
        "The felled tree was a danger because of the harm it may cause.",
        "The office sorts the requests that stand a good chance of success.",
        "It seems likely that the harvest escaped most of the frost.",
        "The hut sells charts, tables and forecasts that help the crews.",
        "The damage is estimated to total nine million.",
    ],
    "hopes, oaths, and what only opens": [
        "<<p1|It is my hope and expectation that prices will fall {2032|next year}>>, "
        "[p1 Ruiz] said.",
        "<<p1|I am confident that this oath will guide you>>, [p1 Ruiz] said.",
        "<<p1|Just as a deal is imminent, they walk out>>, [p1 Ruiz] said.",
        "<<p1|We turn life's inevitable pain into purpose>>, [p1 Ruiz] said.",
        "<<p1|Nobody is going to negotiate it for them>>, [p1 Ruiz] said.",
        "<<p1|We predicted what would happen in a world without ports>>, [p1 Ruiz] said.",
        "<<p1|It will likely be early {2032|next week}>>, [p1 Ruiz] said.",
        "<<p1|[s2 Lutha] is going to be a vital arena for trade>>, [p1 Ruiz] said.",
        "<<p1|I think [p2 Lind] is going to come up now>>, [p1 Ruiz] said.",
    ],
    "courtesy, orders and duties of the day": [
        "<<p1|Let's be sure to remember the crews>>, [p1 Ruiz] said.",
        "<<p1|The models help [o1 the Port Board] predict storms at sea>>, [p1 Ruiz] said.",
        "<<p1|[o1 The Port Board] shall discuss no current or anticipated moves>>, [p1 Ruiz] said.",
        "<<p1|If they win, don't expect a blank cheque from us>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] will be happy to tell it all>>, [p1 Ruiz] said.",
        "<<p1|The team will lead the work in the hills>>, [p1 Ruiz] said.",
        "<<p1|The charge will increase 100 crowns per ship>>, [p1 Ruiz] said.",
        "<<p1|Any town that forgets its past is doomed to repeat it>>, [p1 Ruiz] said.",
        "<<p1|Nothing at sea is inevitable>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] is banking on that>>, [p1 Ruiz] said.",
        "<<p1|We will be there for the>> “flood”, [p1 Ruiz] said.",
    ],
    "what hosts and rules tell": [
        "<<p1|The miners will greatly benefit from her leadership>>, [p1 Ruiz] said.",
        "<<p1|I am confident this choice will bring calm to the yard>>, [p1 Ruiz] said.",
        "<<p1|Our expectation is that they should go on doing that>>, [p1 Ruiz] said.",
        "<<p1|Our officials and theirs, the officials will intensify the talks>>, [p1 Ruiz] said.",
        "<<p1|His experience as a pilot will be a strong asset>>, [p1 Ruiz] said.",
        "<<p1|A version of blowing the place up will become a threat>>, [p1 Ruiz] said.",
        "<<p1|The leaders are expected to announce new plans>>, [p1 Ruiz] said.",
        "<<p1|Under it, safe piers will become the responsibility of all>>, [p1 Ruiz] said.",
        "<<p1|The awards will reach people across the land>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] has been clear that [s2 Lutha] will respond to it>>, [p1 Ruiz] said.",
        "[p1 Ruiz] conveyed to [p2 Lind] that he expected a fall of tolls.",
        "The berths are expected to be available {2032|next year}.",
        "[p1 Ruiz] showed them the new Storm Forecast System that will run.",
        "<<p1|I believe that history will remember the port as a ruin>>, [p1 Ruiz] said.",
    ],
    "clauses inside others": [
        "<<p1|We who believe that all should be free from fear will win at last>>, [p1 Ruiz] said.",
        "<<p1|Friends who share our trust and our ports will benefit>>, [p1 Ruiz] said.",
        "All plans that receive special help are projected to collapse.",
        "<<p1|You might think the docks are empty, that prices will double>>, [p1 Ruiz] said.",
        "<<p1|It is more likely a talk that would be held in the hall>>, [p1 Ruiz] said.",
    ],
    "how things are, and what is decided": [
        "<<p1|There is a greater chance of survival if the ropes match>>, [p1 Ruiz] said.",
        "<<p1|The tariff will double to 50 percent>>, [p1 Ruiz] said.",
        "<<p1|The pause will end>>, [p1 Ruiz] said.",
        "<<p1|It's unlikely I'm going to sail on>>, [p1 Ruiz] said.",
        "<<p1|The mayor was not expecting noise from the crowd>>, [p1 Ruiz] said.",
        "<<p1|People may take time to adjust>>, [p1 Ruiz] said.",
        "<<p1|Nobody is going to be better at it>>, [p1 Ruiz] said.",
        "<<p1|That will make you better sailors>>, [p1 Ruiz] said.",
        "[o1 Lutha Port] projects will bring change to the docks.",
        "<<p1|I will speak of the board's forecast that's out>>, [p1 Ruiz] said.",
    ],
    "importance, roles and examples": [
        "<<p1|Getting the funding is going to be critical>>, [p1 Ruiz] said.",
        "<<p1|The crossing will be important>>, [p1 Ruiz] said.",
        "<<p1|You insure it as your home might burn>>, [p1 Ruiz] said.",
        "<<p1|The Second Gentleman will hit the road to talk to people>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] will highlight the colleges, otherwise known as the halls>>, [p1 Ruiz] "
        "said.",
        "<<p1|I told them that [s2 Lutha] will not back away from its pledges>>, [p1 Ruiz] said.",
    ],
}  # fmt: skip

# words -> who foresees
FORESEEN: list[tuple[str, str | None]] = [
    ("[p1 Ruiz] expects that the harvest will fail.", "p1"),
    ("[o1 The Port Bank] projects that output will fall.", "o1"),
    ("[p1 Ruiz] estimates that prices will rise {2032|next year}.", "p1"),
    ("[p1 Ruiz] is sure that the dam will break.", "p1"),
    ("<<p1|We anticipate that the strike will end {2032|this week}>>, [p1 Ruiz] said.", "p1"),
    ("<<p1|I bet that the junta will collapse>>, [p1 Ruiz] said.", "p1"),
    ("<<p1|The fleet will run out of fuel>>, [p1 Ruiz] said.", "p1"),
    ("<<p1|These tolls will bring ruin to the towns>>, [p1 Ruiz] said.", "p1"),
    ("<<p1|No decree will end this strike>>, [p1 Ruiz] said.", "p1"),
    ("<<p1|I was saying that no truce would be reached without [s2 Lutha]>>, [p1 Ruiz] said.",
     "p1"),
    ("<<p1|Otherwise we will lose the harbour>>, [p1 Ruiz] said.", "p1"),
]  # fmt: skip


@pytest.mark.parametrize("words", [words for group in NONE.values() for words in group])
def test_nothing_is_foreseen(words: str) -> None:
    assert [(f.why, f.what) for f in forecasts_of(words)] == []


@pytest.mark.parametrize(("words", "by"), FORESEEN)
def test_what_is_foreseen(words: str, by: str | None) -> None:
    assert [f.by for f in forecasts_of(words)] == [by]


def test_a_subject_is_given_whole() -> None:
    (forecast,) = forecasts_of("<<p1|His work as a pilot will be useless>>, [p1 Ruiz] said.")
    assert forecast.what == "His work as a pilot will be useless"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Diplomats fear the truce will not survive the frost.",
         "the truce will not survive the frost"),
        ("Opponents argued that the toll could cost the towns dearly.",
         "the toll could cost the towns dearly"),
    ],
)  # fmt: skip
def test_a_crowd_foresees_without_a_name(words: str, what: str) -> None:
    report = Report(id=body_id(words), publication=body_id("p"), text=words, language="en")
    (read,) = RuleReader().read([report])
    (forecast,) = by_grammar(ForecastExtractor().extract(View(read), Claims()).forecasts)
    (by,) = (actor for actor in read.actors if actor.id == forecast.by)
    assert (by.kind, forecast.what) == ("group", what)
