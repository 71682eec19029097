"""More short cases of proposals: orders of steps in other words, who backs them, look-alikes."""

from __future__ import annotations

import pytest

from extract.proposals.test_proposal_cases import proposals_of

Found = tuple[str | None, tuple[str, ...]]

# words -> by, steps
CASES: list[tuple[str, list[Found]]] = [
    ("<<p1|First a ceasefire, then an exchange of prisoners, and only after that can we speak "
     "about borders>>, [p1 Ruiz] said.",
     [("p1", ("a ceasefire", "an exchange of prisoners", "can we speak about borders"))]),
    ("<<p1|We must begin with a pause. Then the envoys should draft a text. In the end the "
     "leaders should sign it.>>",
     [("p1", ("a pause", "the envoys should draft a text", "the leaders should sign it"))]),
    ("[p1 Ruiz] wants elections first and disarmament later.",
     [("p1", ("elections", "disarmament"))]),
    ("[p2 Lind] insists that <<p2|disarmament must come before elections>>.",
     [("p2", ("disarmament", "elections"))]),
    ("[p1 Ruiz]'s plan consists of three stages: (1) a pause; (2) an exchange; (3) a vote.",
     [("p1", ("a pause", "an exchange", "a vote"))]),
    ("[p1 Ruiz] proposed starting with the ports and moving on to the mines.",
     [("p1", ("the ports", "the mines"))]),
    ("<<p1|Let us stop the shelling, and after that we will discuss the rest>>, [p1 Ruiz] said.",
     [("p1", ("stop the shelling", "we will discuss the rest"))]),
    ("<<p1|Talks can only begin once the convoys are through>>, [p1 Ruiz] said.",
     [("p1", ("the convoys are through", "Talks can only begin"))]),
    ("The first stage of [p1 Ruiz]'s proposal provides for a pause, the second for an exchange, "
     "the third for a vote.",
     [("p1", ("a pause", "an exchange", "a vote"))]),
    ("<<p1|The order is simple: peace first, elections afterwards>>, [p1 Ruiz] said.",
     [("p1", ("peace", "elections"))]),
    ("<<p1|The sequence should be: a pause, an exchange, a treaty>>, [p1 Ruiz] said.",
     [("p1", ("a pause", "an exchange", "a treaty"))]),
    ("<<p1|Before any summit, the ministers must meet>>, [p1 Ruiz] said.",
     [("p1", ("the ministers must meet", "any summit"))]),
    ("Under [p1 Ruiz]'s roadmap, a pause would be followed by a census.",
     [("p1", ("a pause", "a census"))]),
    ("<<p1|We cannot vote until the mines are cleared>>, [p1 Ruiz] said.",
     [("p1", ("the mines are cleared", "We cannot vote"))]),
    ("<<p1|First they leave, second they pay, and third we will reopen the pass>>, [p1 Ruiz] "
     "said.", [("p1", ("they leave", "they pay", "we will reopen the pass"))]),
    ("<<p1|As a first step, we should open one road. The second step should be a market.>>",
     [("p1", ("we should open one road", "a market"))]),
    ("[p1 Ruiz] put forward a plan in two phases. In the first phase the guns are withdrawn. In "
     "the second phase the wells are reopened.",
     [("p1", ("the guns are withdrawn", "the wells are reopened"))]),
    ("<<p1|First, the guards should go home.\n\nSecond, the gates should open.\n\nFinally, "
     "the trains should run.>>",
     [("p1", ("the guards should go home", "the gates should open", "the trains should run"))]),
    ("[p2 Lind] offered the reverse order: first the vote, then the census.",
     [("p2", ("the vote", "the census"))]),
    ("<<p1|He told me: <<p2|first the islands must be returned, then we will open the "
     "strait>>>>, [p1 Ruiz] said.",
     [("p2", ("the islands must be returned", "we will open the strait"))]),
    ("<<p1|No lifting of the ban before the crews are free>>, [p1 Ruiz] said.",
     [("p1", ("the crews are free", "lifting of the ban"))]),
    ("<<p1|The talks should be held in two rounds: first on fish, then on gas>>, [p1 Ruiz] said.",
     [("p1", ("on fish", "on gas"))]),
    ("[s1 Lutha] demands that <<s1|the tolls be scrapped before the bridge is opened>>.",
     [("s1", ("the tolls be scrapped", "the bridge is opened"))]),
    # Talk, tales, rules and lists are none.
    ("<<p1|First of all I want to thank you, and then our hosts>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] first went to the port, then to the market.", []),
    ("<<p1|I will first make a statement and then take your questions>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] rejected a step-by-step approach.", []),
    ("<<p1|We must act before it is too late>>, [p1 Ruiz] said.", []),
    ("<<p1|You should eat before you travel>>, [p1 Ruiz] said.", []),
    ("The report lists 1. a bridge, 2. a mill.", []),
    ("[p1 Ruiz] was born in the north, then moved to the capital, and finally became mayor.", []),
    ("<<p1|First, they lied. Then they ran away. Finally they were caught.>>", []),
    ("The second stage of the race will start at the harbour.", []),
    ("<<p1|The first question first. Then the second should come.>>", []),
    ("The plan gives guidance on (1) audits, (2) ballots, and (3) appeals.", []),
    ("<<p1|We have never seen that before, and we must stop it>>, [p1 Ruiz] said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), CASES)
def test_plans(words: str, want: list[Found]) -> None:
    found = [(p.by, tuple(step.what for step in p.steps)) for p in proposals_of(words)]
    assert found == want


def test_who_accepts_and_who_turns_down_an_order() -> None:
    (plan,) = proposals_of(
        "[p1 Ruiz] proposed a sequence: first a pause, then a census. [s2 Lutha] accepted the "
        "plan. [s3 Bordavia] turned down the proposal."
    )
    assert plan.by == "p1"
    assert plan.backed_by == ("s2",)
    assert plan.opposed_by == ("s3",)


def test_another_order_is_a_plan_of_its_own() -> None:
    one, other = proposals_of(
        "[p1 Ruiz] said <<p1|first there must be a pause, then a census>>. [p2 Lind] said "
        "<<p2|first there must be a census, then a pause>>."
    )
    assert (one.by, other.by) == ("p1", "p2")
    assert [step.what for step in other.steps] == ["there must be a census", "a pause"]
