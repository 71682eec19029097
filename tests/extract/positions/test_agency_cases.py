"""Positions as agencies tell them: idioms of stance, roles, terms, and look-alikes."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str | None]

# words -> actor, polarity, reported by
CASES: list[tuple[str, list[Found]]] = [
    ("[s1 Lutha] has long insisted on a binding quota for the river.", [("s1", "for", None)]),
    ("[s1 Lutha] came out strongly against the sanctions.", [("s1", "against", None)]),
    ("[p1 Ruiz] cast doubt on the armistice.", [("p1", "against", None)]),
    ("[s1 Lutha] balks at a foreign force in the strait.", [("s1", "against", None)]),
    ("[s1 Lutha] is wary of a wider war.", [("s1", "against", None)]),
    ("[p1 Ruiz] bristled at the idea of a partition.", [("p1", "against", None)]),
    ("[s1 Lutha] is pressing for a ceasefire.", [("s1", "for", None)]),
    ("[s1 Lutha] has given its blessing to the pipeline.", [("s1", "for", None)]),
    ("<<p1|The islands are not for sale>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("[s1 Lutha] has no objection to [s2 Bordavia] acting as a mediator.", [("s1", "for", None)]),
    ("<<p1|I've nothing against a summit, so long as the shelling stops>>, [p1 Ruiz] said.",
     [("p1", "conditional", None)]),
    ("[p1 Ruiz] made the release of the crews a condition for talks.",
     [("p1", "conditional", None)]),
    ("[s1 Lutha] will recognise the province only when a referendum has been held.",
     [("s1", "conditional", None)]),
    ("[s1 Lutha] voiced scepticism about the truce.", [("s1", "against", None)]),
    ("<<p1|A foreign force would make things worse>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|Lifting the embargo now would be a mistake>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("[p1 Ruiz] called the annexation illegal.", [("p1", "against", None)]),
    ("[p1 Ruiz] described the blockade as a crime.", [("p1", "against", None)]),
    ("[s1 Lutha] dismissed the draft as naive.", [("s1", "against", None)]),
    ("[s1 Lutha] softened its opposition to the treaty.", []),
    ("[s2 Bordavia] and [s1 Lutha] have both ruled out recognition.",
     [("s2", "against", None), ("s1", "against", None)]),
    ("<<p1|It would be better to hold the vote in spring>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("[p1 Ruiz] believes that <<p1|a referendum is the only way out>>.", [("p1", "for", None)]),
    ("[p1 Ruiz] is adamant that the border must stay open.", [("p1", "for", None)]),
    ("[p1 Ruiz] stands behind the peace plan.", [("p1", "for", None)]),
    ("[p1 Ruiz] would rather see a civilian mission than an army.", [("p1", "for", None)]),
    ("[s1 Lutha] considers the tolls a breach of the treaty.", [("s1", "against", None)]),
    ("[s1 Lutha] is at odds with [s2 Bordavia] over the dam.", [("s1", "against", None)]),
    ("[s1 Lutha] voiced its dislike of the pact.", [("s1", "against", None)]),
    ("[p1 Ruiz] brushed aside calls for a ceasefire.", [("p1", "against", None)]),
    ("[p1 Ruiz] reaffirmed her support for the territorial integrity of [s2 Bordavia].",
     [("p1", "for", None)]),
    ("[p1 Ruiz] warned against lifting the sanctions too early.", [("p1", "for", None)]),
    ("[p1 Ruiz] deems new elections unnecessary.", [("p1", "against", None)]),
    ("[p1 Ruiz] argued that <<p1|the sanctions should stay in place>>.", [("p1", "for", None)]),
    ("[p1 Ruiz] is in two minds about the treaty.", [("p1", "neutral", None)]),
    ("[s1 Lutha] has yet to take a position on the treaty.", [("s1", "neutral", None)]),
    ("[p1 Ruiz] on {2031-05-07|Wednesday} rejected the treaty.", [("p1", "against", None)]),
    ("[p1 Ruiz] {2031-05-07|Wednesday} backed the truce.", [("p1", "for", None)]),
    ("[s1 Lutha], which favours a swap of prisoners, sent an envoy.", [("s1", "for", None)]),
    ("[s1 Lutha] sees the base as a threat.", [("s1", "against", None)]),
    ("[p1 Ruiz], a long-time opponent of the treaty, did not attend.", [("p1", "against", None)]),
    ("[p1 Ruiz], a supporter of the ceasefire, did not attend.", [("p1", "for", None)]),
    ("[p1 Ruiz] would not say whether she backed the truce.", []),
    ("[p1 Ruiz] was asked if she favoured recognition.", []),
    ("[p1 Ruiz] stood behind the desk.", []),
    ("[p1 Ruiz] is against the clock.", []),
    ("[p1 Ruiz] called the ministers to her office.", []),
    ("[s1 Lutha] considers its options.", []),
    ("The house is not for sale.", []),
    ("<<p1|We will insist that the truce is kept>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("[p1 Ruiz] insists that the truce was kept.", []),
    ("<<p1|We urge you to visit the border>>, [p1 Ruiz] said.", []),
    ("<<p1|Those who need to be tried for the siege are in the north>>, [p1 Ruiz] said.", []),
    ("<<p1|We should not become complacent over the truce>>, [p1 Ruiz] said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_stances_in_agency_reports(words: str, want: list[Found]) -> None:
    assert [(p.actor, p.polarity, p.reported_by) for p in positions_of(words)] == want
