"""Forms in which agencies, mediators and interviewers tell a stand."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> (issue, polarity)
FOUND: list[tuple[str, str, str]] = [
    # nouns for what is called for
    ("[s1 Lutha]'s repeated call for a ceasefire was ignored.", "ceasefire", "for"),
    ("[s1 Lutha]'s demand that [s2 Bordavia] withdraw its troops was repeated.",
     "withdrawal of troops", "for"),
    ("[p1 Ruiz] voiced her government's strong objections to the pipeline.", "pipeline", "against"),
    ("[p1 Ruiz] led a campaign against the pipeline.", "pipeline", "against"),
    # pressing, taking, standing up for
    ("[s1 Lutha] is pressing [s2 Bordavia] for a withdrawal of its troops.",
     "withdrawal of troops", "for"),
    ("[p1 Ruiz] has been pushing the union to impose sanctions.", "sanctions", "for"),
    ("[p1 Ruiz] accepted the proposal for a truce.", "ceasefire", "for"),
    ("[p1 Ruiz] has agreed in principle to a prisoner exchange.", "release of prisoners", "for"),
    ("[p1 Ruiz] is backing a referendum.", "referendum", "for"),
    ("[p1 Ruiz] said no to a referendum.", "referendum", "against"),
    ("[p1 Ruiz] wants to see the blockade lifted.", "blockade", "against"),
    # mediators
    ("[p1 Ruiz] offered to mediate between them.", "mediation", "for"),
    ("[p1 Ruiz] is happy to mediate.", "mediation", "for"),
    # refusals and terms
    ("<<p1|We will not talk to terrorists>>, [p1 Ruiz] said.", "talks", "against"),
    ("<<p1|We will not sit down with them until they leave>>, [p1 Ruiz] said.",
     "talks", "conditional"),
    ("<<p1|Without guarantees we will not sign the ceasefire>>, [p1 Ruiz] said.",
     "ceasefire", "conditional"),
    ("[p1 Ruiz] would under no circumstances accept a partition.", "partition", "against"),
    ("[s1 Lutha] is ready to release all prisoners if the sanctions are lifted.",
     "release of prisoners", "conditional"),
    # what is judged by the speaker
    ("<<p1|There is no military solution to this conflict>>, [p1 Ruiz] said.", "war", "against"),
    ("<<p1|The only way to end this is to negotiate>>, [p1 Ruiz] said.", "talks", "for"),
    ("<<p1|Lifting the embargo now would be a mistake>>, [p1 Ruiz] said.", "sanctions", "for"),
    ("[p1 Ruiz] insisted that any deal include security guarantees.", "security guarantees", "for"),
    # bodies without a name
    ("The union backs the embargo.", "sanctions", "for"),
    ("Most members of the union favour the embargo.", "sanctions", "for"),
]  # fmt: skip

# words -> no stand
NONE = [
    "<<p1|I can't talk about the investigation>>, [p1 Ruiz] said.",
    "<<p1|I'd be happy to talk to you about the truce>>, [p1 Ruiz] said.",
    "[p1 Ruiz] asked [p2 Lind] to support the truce.",
    "The army stood by the river.",
    "[p1 Ruiz] rejected the accusations.",
    "[p1 Ruiz] pressed on to the summit.",
]


@pytest.mark.parametrize(("words", "issue", "polarity"), FOUND)
def test_found(words: str, issue: str, polarity: str) -> None:
    assert (issue, polarity) in [(p.issue, p.polarity) for p in positions_of(words)]


@pytest.mark.parametrize("words", NONE)
def test_no_stand(words: str) -> None:
    assert not positions_of(words)
