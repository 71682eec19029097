"""Staged plans as agencies tell them: set phrases of order, conditions, who puts them forward."""

from __future__ import annotations

import pytest

from extract.proposals.test_proposal_cases import proposals_of

Found = tuple[str | None, tuple[str, ...]]

# words -> by, steps
CASES: list[tuple[str, list[Found]]] = [
    ("Under [s1 Lutha]'s plan, both armies would first stop shelling the towns. They would "
     "then pull heavy guns back. In the third stage, observers would be sent to the "
     "valley.",
     [("s1", ("stop shelling the towns", "pull heavy guns back",
              "observers would be sent to the valley"))]),
    ("<<p1|First the guns have to be silent, then we sit down>>, [p1 Ruiz] said.",
     [("p1", ("the guns have to be silent", "we sit down"))]),
    ("<<p1|That is the right order: guns first, politics later>>, [p1 Ruiz] said.",
     [("p1", ("guns", "politics"))]),
    ("[p1 Salas] said that <<p1|the status of the valley had to be settled before any gun "
     "was moved>>.",
     [("p1", ("the status of the valley had to be settled", "any gun was moved"))]),
    ("[p2 Lind] proposed that the mission be halved in a first phase, then put under "
     "civilian command, and finally closed.",
     [("p2", ("the mission be halved", "put under civilian command", "closed"))]),
    ("<<p1|When our people are home, we'll talk about the rest>>, [p1 Ruiz] said.",
     [("p1", ("our people are home", "we'll talk about the rest"))]),
    ("<<p1|A quota can be discussed only after a survey of the river has been carried "
     "out>>, [p1 Ruiz] said.",
     [("p1", ("a survey of the river has been carried out", "A quota can be discussed"))]),
    ("[s1 Lutha] will recognise the province only when a referendum has been held.",
     [("s1", ("a referendum has been held", "recognise the province"))]),
    ("[s1 Lutha] demanded that part of the sanctions be eased before the first camera was "
     "turned on.",
     [("s1", ("part of the sanctions be eased", "the first camera was turned on"))]),
    ("[p1 Ruiz] proposed a three-step approach:\n\n1. The guards halt the filling.\n2. "
     "Experts agree on a timetable.\n3. The presidents sign an arrangement.",
     [("p1", ("The guards halt the filling", "Experts agree on a timetable",
              "The presidents sign an arrangement"))]),
    ("<<p1|Step one is a pause. Step two is a swap. Step three is a treaty>>, "
     "[p1 Ruiz] said.", [("p1", ("a pause", "a swap", "a treaty"))]),
    ("[p1 Ruiz] suggests a step-by-step approach: a pause in the shelling, followed by an "
     "exchange of prisoners and, finally, a treaty.",
     [("p1", ("a pause in the shelling", "an exchange of prisoners", "a treaty"))]),
    ("[p1 Ruiz] wants to begin with the release of the crews, to continue with the mines "
     "and to end with the border.",
     [("p1", ("the release of the crews", "the mines", "the border"))]),
    ("<<p1|Once the mines are cleared, the ferries can run again. After that we can speak "
     "about tolls>>, [p1 Ruiz] said.",
     [("p1", ("the mines are cleared", "the ferries can run again", "we can speak about tolls"))]),
    ("Phase one of the plan by [p1 Ruiz] provides for a truce. Phase two covers the return "
     "of refugees. Phase three is an election.",
     [("p1", ("a truce", "the return of refugees", "an election"))]),
    ("<<p1|We need a ceasefire before there can be negotiations>>, [p1 Ruiz] said.",
     [("p1", ("a ceasefire", "negotiations"))]),
    ("[p1 Ruiz] said that <<p1|elections could be held only after the troops had gone>>.",
     [("p1", ("the troops had gone", "elections could be held"))]),
    ("<<p1|The hostages must be freed first. Only then will we open the crossing>>, [p1 "
     "Ruiz] said.", [("p1", ("The hostages must be freed", "will we open the crossing"))]),
    ("[s1 Lutha] insists the return of the prisoners comes first and talks on trade "
     "second.", [("s1", ("the return of the prisoners", "talks on trade"))]),
    ("[p1 Ruiz] set out a roadmap: in May the guns fall silent, in June the crews go home, "
     "in July the border opens.",
     [("p1", ("the guns fall silent", "the crews go home", "the border opens"))]),
    ("<<p1|No talks until the blockade is lifted>>, [p1 Ruiz] said.",
     [("p1", ("the blockade is lifted", "talks"))]),
    ("<<p1|There will be no summit until the ministers have met>>, [p1 Ruiz] said.",
     [("p1", ("the ministers have met", "summit"))]),
    ("[p1 Ruiz]'s proposal: a pause now, a swap within two weeks, a treaty by the autumn.",
     [("p1", ("a pause now", "a swap within two weeks", "a treaty by the autumn"))]),
    ("<<p1|The withdrawal has to come first, and the lifting of sanctions will follow>>, "
     "[p1 Ruiz] said.", [("p1", ("The withdrawal", "the lifting of sanctions"))]),
    ("Under the deal proposed by [p1 Ruiz], the rebels would lay down their arms, after "
     "which an amnesty would be declared.",
     [("p1", ("the rebels would lay down their arms", "an amnesty would be declared"))]),
    ("<<p1|To start with, open the corridor. Next, let the monitors in. Last, withdraw>>, "
     "[p1 Ruiz] told them.", [("p1", ("open the corridor", "let the monitors in", "withdraw"))]),
    ("<<p1|The embargo will be lifted as soon as the tolls are scrapped>>, [p1 Ruiz] said.",
     [("p1", ("the tolls are scrapped", "The embargo will be lifted"))]),
    ("[p1 Ruiz] offered a swap in return for a truce.", [("p1", ("a swap", "a truce"))]),
    ("[p1 Ruiz] is demanding a retreat of the fleet prior to any negotiations.",
     [("p1", ("a retreat of the fleet", "any negotiations"))]),
    ("[p1 Ruiz] called for a ceasefire as a first step towards a settlement.",
     [("p1", ("a ceasefire", "a settlement"))]),
    ("[p1 Ruiz] made a truce a precondition for talks.", [("p1", ("a truce", "talks"))]),
    ("[p1 Ruiz] said the first ship had left, then the second.", []),
    ("[p1 Ruiz] left before the talks began.", []),
    ("<<p1|I will call you once I have landed>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] first denied the report, then confirmed it and finally resigned.", []),
    ("The first phase of the match ended in a draw, the second will begin at noon.", []),
    ("[p1 Ruiz] said the deal was closed after the vote had been counted.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_plans_in_agency_reports(words: str, want: list[Found]) -> None:
    found = [(one.by, tuple(step.what for step in one.steps)) for one in proposals_of(words)]
    assert found == want
