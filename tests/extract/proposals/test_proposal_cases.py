"""Short cases of proposals: steps in order, who put them forward, and what is no plan."""

from __future__ import annotations

import pytest

from communique.extract.positions import PositionExtractor
from communique.extract.proposals import ProposalExtractor
from communique.extract.view import View
from communique.model import Claims, Proposal, verify
from extract.build import reading

Found = tuple[str | None, tuple[str, ...]]

# words -> by, steps
CASES: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] said <<p1|first the guns must fall silent, then the prisoners must come "
     "home, and finally a treaty should be signed>>.",
     [("p1", ("the guns must fall silent", "the prisoners must come home",
              "a treaty should be signed"))]),
    ("[p1 Ruiz] proposed a three-stage plan. First, the mines are cleared. Second, the "
     "ships return. Third, the customs house opens.",
     [("p1", ("the mines are cleared", "the ships return", "the customs house opens"))]),
    ("First [p1 Ruiz] met [p2 Lind], then she flew home.", []),
    ("<<p1|The army must leave before talks begin>>, [p1 Ruiz] said.",
     [("p1", ("The army must leave", "talks begin"))]),
    ("<<p1|The ceasefire must come first, then talks about the port>>, [p1 Ruiz] said.",
     [("p1", ("The ceasefire must come", "talks about the port"))]),
    ("[p1 Ruiz] set out her plan:\n\n1. Open the port.\n2. Clear the mines.\n3. Sign a treaty.",
     [("p1", ("Open the port", "Clear the mines", "Sign a treaty"))]),
    ("<<p1|The blockade can be lifted only after the troops have left>>, [p1 Ruiz] said.",
     [("p1", ("the troops have left", "The blockade can be lifted"))]),
    ("The first ship arrived, then the second ship sank.", []),
    ("<<p1|Firstly, we should stop the war. Secondly, we should rebuild the bridges.>>",
     [("p1", ("we should stop the war", "we should rebuild the bridges"))]),
    ("He was first, then came the others.", []),
    ("<<p1|I was there first, and then I left>>, [p1 Ruiz] said.", []),
    ("Under the roadmap, the first stage is a truce. The second stage is a vote. The "
     "final stage is a treaty.",
     [(None, ("a truce", "a vote", "a treaty"))]),
    ("<<p1|Step one: open the road. Step two: open the pass.>>",
     [("p1", ("open the road", "open the pass"))]),
    ("The ferry has two decks. First, it is old. Second, it leaks.", []),
    ("<<p1|To begin with, they should pull back. After that, observers should come.>>",
     [("p1", ("they should pull back", "observers should come"))]),
    ("[s1 Ruritania] suggested a sequence: first a pause, then a census, finally a vote.",
     [("s1", ("a pause", "a census", "a vote"))]),
    ("The results:\n\n1. Ruritania won.\n2. Lutha lost.", []),
    ("Her favourite books:\n\n1. A plain tale.\n2. A long tale.", []),
    ("<<p1|First of all, thank you. Then let me say that it was good.>>", []),
    ("<<p1|The prisoners should be freed before the summit opens>>, said [p1 Ruiz].",
     [("p1", ("The prisoners should be freed", "the summit opens"))]),
    ("The prisoners should be freed before the summit opens.", []),
    ("<<p1|They must submit it before {2031-06-01|1 June}>>, said [p1 Ruiz].", []),
    ("<<p1|First, they must disarm. Second, they must vote.>>\n\n<<p2|Third, they must pay.>>",
     [("p1", ("they must disarm", "they must vote"))]),
    ("<<p1|In the first phase, the roads will open. In the second phase, the schools will open.>>",
     [("p1", ("the roads will open", "the schools will open"))]),
    ("The talks lasted an hour. They then had lunch.", []),
    ("[p1 Ruiz] advocated a phased approach. The first step is a pause, the next step is a census.",
     [("p1", ("a pause", "a census"))]),
    ("For the first time they spoke. For the second time they wept.", []),
    ("<<p1|First we will clear the mines, after that we will open the road, and lastly we "
     "will build the school>>, [p1 Ruiz] said.",
     [("p1", ("we will clear the mines", "we will open the road", "we will build the school"))]),
    ("[p1 Ruiz] presented a four-point initiative:\n\n1. A pause.\n2. A census.\n3. A "
     "vote.\n4. A treaty.",
     [("p1", ("A pause", "A census", "A vote", "A treaty"))]),
    ("First, the sea was calm. Then, the wind rose. Finally, the mast was broken.", []),
    ("", []),
]  # fmt: skip


def proposals_of(words: str) -> tuple[Proposal, ...]:
    view = View(reading(words))
    claims = PositionExtractor().extract(view, Claims())
    found = ProposalExtractor().extract(view, claims).proposals
    for proposal in found:
        verify(proposal.evidence, len(view.text))
        assert proposal.why
        assert proposal.title
    return found


@pytest.mark.parametrize(("words", "want"), CASES)
def test_proposals(words: str, want: list[Found]) -> None:
    found = [(p.by, tuple(step.what for step in p.steps)) for p in proposals_of(words)]
    assert found == want


def test_steps_count_up_and_have_evidence() -> None:
    (plan,) = proposals_of(CASES[1][0])
    assert [step.order for step in plan.steps] == [1, 2, 3]
    assert all(step.evidence for step in plan.steps)
    assert plan.title == "three-stage plan"


def test_who_backs_a_plan_and_who_wants_another_order() -> None:
    (plan,) = proposals_of(
        "[p1 Ruiz] proposed a plan. First, the mines are cleared. Second, the ships return. "
        "[p2 Lind] supports the plan. [p3 Venn] rejected the proposal. "
        "[p4 Moss] said <<p4|both stages can be combined>>."
    )
    assert plan.by == "p1"
    assert plan.backed_by == ("p2",)
    assert plan.opposed_by == ("p3", "p4")


def test_a_plan_without_a_name_is_called_by_whole_steps() -> None:
    (plan,) = proposals_of(
        "[p1 Ruiz] proposed that all the prisoners of both sides be freed before the talks resume."
    )
    assert plan.title == "all the prisoners of both sides be freed, then the talks resume"


def test_who_rejects_a_plan_does_not_propose_it() -> None:
    (plan,) = proposals_of(
        "[s1 Lutha] rejected the plan, under which it would hand over the mines and only then "
        "receive compensation."
    )
    assert (plan.by, plan.opposed_by) == (None, ("s1",))
