"""Stands in cleft sentences, of nobody, and where another verb is joined."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> whose, side and issue
CASES: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    ("<<p1|What the strait needs is a truce>>, [p1 Ruiz] said.", [("p1", "for", "ceasefire")]),
    ("<<p1|What the strait needs is not sanctions but a truce>>, [p1 Ruiz] said.",
     [("p1", "against", "sanctions")]),
    ("<<p1|What [s1 Lutha] wants is a truce>>, [p1 Ruiz] said.", [("s1", "for", "ceasefire")]),
    ("<<p1|The worst thing we could do now is to lift the sanctions>>, [p1 Ruiz] said.",
     [("p1", "for", "sanctions")]),
    ("<<p1|I wonder what the strait needs>>, [p1 Ruiz] said.", []),
    ("<<p1|What it would be like to have a truce is anyone's guess>>, [p1 Ruiz] said.", []),
    ("<<p1|Nobody needs this war>>, [p1 Ruiz] said.", [("p1", "against", "war")]),
    ("<<p1|No one is interested in sanctions>>, [p1 Ruiz] said.", [("p1", "against", "sanctions")]),
    ("<<p1|Nobody needs a reminder>>, [p1 Ruiz] said.", []),
    ("<<p1|They should sit down at the negotiating table>>, [p1 Ruiz] said.",
     [("p1", "for", "talks")]),
    ("<<p1|It's wrong to close the border>>, [p1 Ruiz] said.", [("p1", "for", "open borders")]),
    ("<<p1|It makes no sense to negotiate with raiders>>, [p1 Ruiz] said.",
     [("p1", "against", "talks")]),
    ("<<p1|It is wrong to ask the villages to pay>>, [p1 Ruiz] said.",
     [("p1", "against", "asking villages to pay")]),
    ("<<p1|It is vital to reopen the reef>>, [p1 Ruiz] said.", [("p1", "for", "reopening reef")]),
    ("<<p1|The answer is yes>>, [p1 Ruiz] said.", []),
    ("<<p1|It is wrong to say that>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] denied being against a truce.", [("p1", "for", "ceasefire")]),
    ("[s1 Lutha] condemned the embargo and voiced concern.", [("s1", "against", "sanctions")]),
    ("Fishing groups condemned the ban on nets.", [(None, "against", "ban on nets")]),
    ("Asked whether [s1 Lutha] would recognise the vote, [p1 Ruiz] said: <<p1|Absolutely not>>.",
     [("p1", "against", "vote")]),
    ("Asked whether she favoured a truce, [p1 Ruiz] said it was raining.", []),
    ("[s1 Lutha] backs the truce and is to send an envoy.", [("s1", "for", "ceasefire")]),
    ("[s1 Lutha] opposes the ban on nets and considers its options.",
     [("s1", "against", "ban on nets")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_stands_in_cleft_sentences(words: str, want: list[tuple[str | None, str, str]]) -> None:
    assert [(p.actor, p.polarity, p.issue) for p in positions_of(words)] == want
