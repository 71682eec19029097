"""Whose a stand is, and on which side: some of a people, "wants no", "not ready for"."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Report, body_id
from communique.read.rules import RuleReader
from extract.positions.test_position_cases import positions_of
from extract.states import states_known

# words -> side and issue; none: no position
SAID: list[tuple[str, list[tuple[str, str]]]] = [
    ("[s1 Lutha] wants no early elections.", [("against", "elections")]),
    ("[s1 Lutha] wants no less than a ceasefire.", [("for", "ceasefire")]),
    ("[s1 Lutha] is not ready for membership in the alliance.", []),
    ("[s1 Lutha] is not ready to lift the embargo.", [("for", "sanctions")]),
    ("[s1 Lutha] will not recognise the outcome of the river poll.",
     [("against", "outcome of river poll")]),
    ("[s1 Lutha] will not recognise the junta.", [("against", "recognition")]),
    ("[s1 Lutha] cannot agree to any formula that leaves the valley without guards.",
     [("against", "formula that leaves the valley without guards")]),
    ("[s1 Lutha] cannot agree to the draft without guarantees.", [("conditional", "draft")]),
    ("[s1 Lutha] remains committed to peace and is prepared to host the next round of talks.",
     [("for", "peace"), ("for", "talks")]),
    ("[s1 Lutha] protests the expulsion of two envoys.", [("against", "expulsion of two envoys")]),
    ("[s1 Lutha] would welcome a river mission.", [("for", "river mission")]),
    ("<<p1|A buffer zone does not suit us>>, [p1 Ruiz] said.", [("against", "buffer zone")]),
    ("<<p1|Let them lift the blockade first>>, [p1 Ruiz] said.", [("against", "blockade")]),
    ("[s1 Lutha] demands that the board cut the toll.", [("against", "tolls")]),
    ("[s1 Lutha] objects to the decision of the river court.",
     [("against", "decision of river court")]),
    ("[s1 Lutha] condemned [s2 Borduria] for its closure of the mill.",
     [("against", "closure of mill")]),
    ("[s1 Lutha] supports [p1 Ana Lind] for river commissioner.", [("for", "Ana Lind")]),
    ("[s1 Lutha] is committed to the safety of [s2 Borduria] and [s3 Tavria].",
     [("for", "safety of borduria and tavria")]),
    ("<<p1|We want the war to end>>, [p1 Ruiz] said.", [("for", "peace")]),
    ("<<p1|We do not want this war>>, [p1 Ruiz] said.", [("against", "war")]),
    ("<<p1|The embargo has to stay>>, [p1 Ruiz] said.", [("for", "sanctions")]),
    ("<<p1|It is important for us that the embargo stays>>, [p1 Ruiz] said.",
     [("for", "sanctions")]),
    ("<<p1|We cannot give up the valley>>, [p1 Ruiz] said.", [("against", "giving up valley")]),
    ("<<p1|There will be no talks while they sit in jail>>, [p1 Ruiz] said.",
     [("conditional", "talks")]),
    ("<<p1|I am ready to meet [p2 Lind]>>, [p1 Ruiz] said.", [("for", "talks")]),
    ("<<p1|We are fighting for our independence>>, [p1 Ruiz] said.", [("for", "independence")]),
    ("<<p1|Threats against our sailors are unacceptable>>, [p1 Ruiz] said.",
     [("against", "threats against sailors")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), SAID, ids=[words for words, _ in SAID])
def test_side_and_issue(words: str, want: list[tuple[str, str]]) -> None:
    assert [(p.polarity, p.issue) for p in positions_of(words)] == want


# words -> whose words they are; None: the stand of somebody named
HOLDERS = [
    ("Many Tavrians oppose the embargo. The Tavrians want a truce.", ["Many Tavrians", None]),
    ("Statement by Ana Ruiz\n\nI am glad. Tavrians support the truce.", ["Tavrians"]),  # at home
    ("Tavrians support the truce. So do the Luthans, the envoy wrote.", [None]),  # a side
    ("The Tavrian people oppose the embargo.", ["The Tavrian people"]),
    ("The people of Tavria oppose the embargo.", ["The people of Tavria"]),
    ("Tavria opposes the embargo.", [None]),
    ("On Monday, G9 countries called for a truce.", ["countries"]),
    ("Most NWU members support the truce.", ["Most NWU members"]),
]


@pytest.mark.parametrize(("text", "want"), HOLDERS)
def test_some_of_a_people_are_not_its_state(text: str, want: list[str | None]) -> None:
    report = Report(id=body_id(text), publication=body_id(text)[:16], text=text, language="en")
    with states_known():
        read = next(iter(RuleReader().read([report])))
    groups = {one.id: one.name for one in read.actors if one.kind == "group"}
    claims = extract(read)
    found = [p.actor_raw or groups.get(p.actor or "") for p in claims.positions]
    assert found == want


# words -> how many stands: "they" is no state that a sentence only touches on
THEY = [
    ("[p1 Ruiz] met envoys who had fled to [s1 Lutha]. [~s1 They] support the truce.", 0),
    ("[s1 Lutha] wrote to the board. [~s1 They] support the truce.", 1),
    ("[s1 Lutha] said [~s1 they] support the truce.", 1),
]


@pytest.mark.parametrize(("text", "count"), THEY)
def test_they_are_somebody_told_of(text: str, count: int) -> None:
    assert len(positions_of(text)) == count
