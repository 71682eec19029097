"""More short cases of positions: idioms of stance, other people's telling, and look-alikes."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str | None]

# words -> actor, polarity, reported by
CASES: list[tuple[str, list[Found]]] = [
    ("[s1 Lutha] stands by the grain accord.", [("s1", "for", None)]),
    ("<<p1|A retreat of the fleet is not on the table>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|Partition is a red line for us>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|There can be no truce without the return of the islands>>, said [p1 Ruiz].",
     [("p1", "conditional", None)]),
    ("[s2 Bordavia] sees no need for a new treaty on the canal.", [("s2", "against", None)]),
    ("[p1 Ruiz] is open to a swap of prisoners, provided that observers are let in.",
     [("p1", "conditional", None)]),
    ("According to [p1 Ruiz], [s2 Lutha] does not want peace.", [("s2", "against", "p1")]),
    ("According to [p1 Ruiz], <<p1|[s2 Lutha] does not want peace>>.", [("s2", "against", "p1")]),
    ("<<p1|We prefer a lasting peace to a short ceasefire>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|I am for direct talks with the rebels>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|[p2 Lind] does not want to end the war>>, [p1 Ruiz] told reporters.",
     [("p2", "against", "p1")]),
    ("[p1 Ruiz] ruled out any concession over the strait.", [("p1", "against", None)]),
    ("<<p1|We have no objection to a summit>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|We need peace>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("[p1 Ruiz] urged a return to the negotiating table.", [("p1", "for", None)]),
    ("<<p1|There is no alternative to diplomacy>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|We agreed that the war has to stop>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("[s1 Lutha] backed away from the plan for joint patrols at the border.",
     [("s1", "against", None)]),
    ("[s2 Bordavia] wants [s1 Lutha] to recognise the border.", [("s2", "for", None)]),
    ("[p1 Ruiz] told [p2 Lind] that <<p1|[s1 Lutha] would agree to a ceasefire only if convoys "
     "were let through>>.", [("s1", "conditional", "p1")]),
    ("<<p1|Only a political settlement can last>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|The war must not drag on>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("[p1 Ruiz] is not going to allow foreign bases.", [("p1", "against", None)]),
    ("<<p1|I don't think we need new elections>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("[s1 Lutha] and [s2 Bordavia] oppose the pipeline.",
     [("s1", "against", None), ("s2", "against", None)]),
    ("Neither [s1 Lutha] nor [s2 Bordavia] wants a wider war.",
     [("s1", "against", None), ("s2", "against", None)]),
    ("[p1 Ruiz] spoke in favour of an early vote.", [("p1", "for", None)]),
    ("[s1 Lutha] is said to favour a ceasefire.", [("s1", "for", None)]),
    ("[s1 Lutha] turned down the ceasefire.", [("s1", "against", None)]),
    ("<<p1|For us, the return of the prisoners is the top priority>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|We are in favour of elections, but against foreign observers at the vote>>, "
     "[p1 Ruiz] said.", [("p1", "for", None), ("p1", "against", None)]),
    ("[p1 Ruiz] says that <<p1|[p2 Lind] supports the annexation>>, but [p2 Lind] rejects the "
     "annexation.", [("p2", "for", "p1"), ("p2", "against", None)]),
    ("<<p1|The sooner the war ends, the better>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|It is in our interest to end the blockade and the sanctions>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|What we want is peace>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("[s1 Lutha] refuses to talk about the border.", [("s1", "against", None)]),
    ("<<p1|Sanctions do not work>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|They have signed the truce. We are against it>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("[s1 Lutha] took the miners. <<p1|They want them in prison>>, [p1 Ruiz] said of "
     "[s1 Lutha].", []),
    ("<<p1|[s1 Lutha] wants them in prison>>, [p1 Ruiz] said.", [("s1", "for", "p1")]),
    ("<<p1|We do not want the border to be closed>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|We not only reject terrorism, we fight it>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p2|[p1 Ruiz] continues to believe that the army must leave>>, [p2 Lind] said.",
     [("p1", "for", "p2")]),
    # None of these takes a side.
    ("The bridge over the border is supported by steel cables.", []),
    ("[p1 Ruiz] wants a cup of tea.", []),
    ("[p1 Ruiz] asked whether [s1 Lutha] opposes the truce.", []),
    ("It remains unclear who supports the truce.", []),
    ("<<p1|He must be at the border by now>>, [p1 Ruiz] said.", []),
    ("<<p1|I should add that the talks ran late>>, [p1 Ruiz] said.", []),
    ("The army stood by the river.", []),
    ("<<p1|You have to see the market of the old town>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] welcomed [p2 Lind] at the border.", []),
    ("<<p1|Do we want war?>>, asked [p1 Ruiz].", []),
    ("<<p1|I want to hand the floor to the army>>, [p1 Ruiz] said.", []),
    ("[o1 The Road Fund] is supporting repairs of the bridge at the border.", []),
    ("[p1 Ruiz] asked [p2 Lind] whether it is necessary to keep the sanctions.", []),
    ("<<p1|The harbour has the ships that [s1 Lutha] needs to reach the border>>, [p1 Ruiz] "
     "said.", []),
    ("[p1 Ruiz] and [p2 Lind] agreed to stay in touch on the border.", []),
    ("[s1 Lutha] did not condemn the attack on the border.", []),
    ("The clinic supports children who fled the war.", []),
    ("<<p1|She said we should talk about the weather>>, [p1 Ruiz] recalled.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_stances(words: str, want: list[Found]) -> None:
    found = [(p.actor, p.polarity, p.reported_by) for p in positions_of(words)]
    assert found == want
