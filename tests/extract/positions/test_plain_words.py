"""Stands in the words of ministries and interviews: "considers it necessary to", "no talk of"."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> side and issue; none: no stand
SAID: list[tuple[str, list[tuple[str, str]]]] = [
    ("[s1 Lutha] considers it expedient to resume consultations.", [("for", "talks")]),
    ("[s1 Lutha] deems it premature to lift the embargo.", [("for", "sanctions")]),
    ("<<p1|There can be no talk of handing over the islands>>, [p1 Ruiz] said.",
     [("against", "handing over islands")]),
    ("<<p1|There is no need for a new commission>>, [p1 Ruiz] said.",
     [("against", "commission")]),
    ("<<p1|The priority is the return of the displaced>>, [p1 Ruiz] said.",
     [("for", "return of displaced")]),
    ("<<p1|What I would like to see is a ceasefire>>, [p1 Ruiz] said.", [("for", "ceasefire")]),
    ("[s1 Lutha] attaches great importance to the safety of shipping.",
     [("for", "safety of shipping")]),
    ("<<p1|We will not put up with a blockade>>, [p1 Ruiz] said.", [("against", "blockade")]),
    ("[p1 Ruiz] is ready to withdraw the guns if [s2 Lutha] opens the road.",
     [("conditional", "withdrawal of troops")]),
    ("[s1 Lutha] is prepared to open the archive provided that the lists stay sealed.",
     [("conditional", "opening archive")]),
    ("[p1 Ruiz] is ready to open the archive.", []),
    ("[s1 Lutha] regretted the closure of the consulate.",
     [("against", "closure of consulate")]),
    ("[p1 Ruiz] regretted the incident.", []),
    ("<<p1|The guns must fall silent>>, [p1 Ruiz] said.", [("for", "ceasefire")]),
    ("<<p1|We need a pause in the shelling>>, [p1 Ruiz] said.", [("for", "ceasefire")]),
    ("<<p1|I do not want a confrontation with [s2 Lutha]>>, [p1 Ruiz] said.",
     [("against", "confrontation with lutha")]),
    ("[p1 Ruiz] is in favour of lifting the embargo step by step.", [("against", "sanctions")]),
    ("<<p1|We want to talk>>, [p1 Ruiz] said.", [("for", "talks")]),
    ("<<p1|I want to talk about prices>>, [p1 Ruiz] said.", []),
    ("<<p1|Let us lift the embargo>>, [p1 Ruiz] said.", [("against", "sanctions")]),
    ("<<p1|Let us talk about prices>>, [p1 Ruiz] said.", []),
    ("<<p1|Who needs this war?>> [p1 Ruiz] asked.", [("against", "war")]),
    ("<<p1|It is a town who needs peace>>, [p1 Ruiz] said.", []),
    ("<<p1|Peace is what we need>>, [p1 Ruiz] said.", [("for", "peace")]),
    ("<<p1|Another war is the last thing we need>>, [p1 Ruiz] said.", [("against", "war")]),
    ("<<p1|The embargo does more harm than good>>, [p1 Ruiz] said.", [("against", "sanctions")]),
    ("[s1 Lutha] voted for a resolution condemning the coup.", [("against", "coup")]),
    ("[s1 Lutha] has no intention of leaving the union.", [("against", "leaving union")]),
    ("[p1 Ruiz] spoke of the inadmissibility of a partition.", [("against", "partition")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), SAID, ids=[words for words, _ in SAID])
def test_plain_words_take_sides(words: str, want: list[tuple[str, str]]) -> None:
    assert [(p.polarity, p.issue) for p in positions_of(words)] == want
