"""Plans told in more ways: their steps in order, whose they are, and who backs which order."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Proposal, verify
from extract.build import reading

# words -> who proposes, the steps in order (how each begins)
PLANS: list[tuple[str, str | None, list[str]]] = [
    ("The plan of [p1 Ruiz] provides for a ceasefire, the exchange of prisoners and, in the end, "
     "elections.", "p1", ["a ceasefire", "the exchange", "elections"]),
    ("<<p1|Step one is a truce. Step two is the return of the crews. Step three is a treaty>>, "
     "[p1 Ruiz] said.", "p1", ["a truce", "the return", "a treaty"]),
    ("[p1 Ruiz] proposed a two-step plan: a pause in the shelling, and then talks on the border.",
     "p1", ["a pause", "talks"]),
    ("<<p1|First the guns must fall silent; only after that can we talk about the border>>, "
     "[p1 Ruiz] said.", "p1", ["the guns", "can we talk"]),
    ("[s1 Lutha] insists that troops be withdrawn before any talks begin.", "s1",
     ["troops", "any talks"]),
    ("[s2 Bordavia] wants talks first and a withdrawal later.", "s2", ["talks", "a withdrawal"]),
    ("<<p1|We need a ceasefire to begin with. Then the prisoners should come home. At the end "
     "there must be a treaty>>, said [p1 Ruiz].", "p1",
     ["We need a ceasefire", "the prisoners", "there must"]),
    ("[p1 Ruiz] put forward a roadmap in three stages. The first stage envisages a halt to the "
     "raids. The second stage envisages an exchange of crews. The third stage envisages a vote.",
     "p1", ["a halt", "an exchange", "a vote"]),
    ("<<p1|No treaty can be signed until the last soldier has left>>, [p1 Ruiz] said.", "p1",
     ["the last soldier", "treaty"]),
    ("<<p1|Sanctions will be lifted only when the crews are free>>, [p1 Ruiz] said.", "p1",
     ["the crews", "Sanctions will"]),
    ("According to [p1 Ruiz], a truce has to be followed by an exchange of prisoners.", "p1",
     ["a truce", "an exchange"]),
    ("[p1 Ruiz] said that <<p1|it was necessary to stop the shelling first, and to open talks "
     "second>>.", "p1", ["it was necessary to stop", "to open talks"]),
    ("[p1 Ruiz] suggested starting with an exchange of prisoners and moving on to a ceasefire.",
     "p1", ["an exchange", "a ceasefire"]),
    ("<<p1|The sequence is clear: a ceasefire, an exchange, a treaty>>, [p1 Ruiz] said.", "p1",
     ["a ceasefire", "an exchange", "a treaty"]),
    ("<<p1|It is necessary to stop the shooting first. It is necessary to agree on guarantees "
     "second>>, said [p1 Ruiz].", "p1", ["It is necessary to stop", "It is necessary to agree"]),
    ("[p1 Ruiz] explained the order: the ferries resume in May, after which the embargo is "
     "lifted.", "p1", ["the ferries resume", "the embargo"]),
    ("Under the plan of [p1 Ruiz], the troops would first leave the valley, after which "
     "observers would move in.", "p1", ["the troops", "observers"]),
    ("<<p1|We cannot discuss the border before the prisoners are home>>, said [p1 Ruiz].", "p1",
     ["the prisoners", "We cannot discuss"]),
    ("<<p1|Security guarantees come first, then the vote>>, [p1 Ruiz] said.", "p1",
     ["Security guarantees", "the vote"]),
    ("[s1 Lutha] demands guarantees before it signs a ceasefire.", "s1",
     ["guarantees", "it signs"]),
    ("<<p1|Let them first return the children. After that we will discuss the ferry>>, said "
     "[p1 Ruiz].", "p1", ["return the children", "we will discuss"]),
    ("[p1 Ruiz]'s proposal has four points: 1) a truce; 2) an exchange of crews; 3) a vote; "
     "4) a treaty.", "p1", ["a truce", "an exchange", "a vote", "a treaty"]),
    ("In phase one, the plan foresees a pause; in phase two, an exchange of prisoners; in phase "
     "three, a treaty.", None, ["a pause", "an exchange", "a treaty"]),
    ("<<p1|A meeting of ministers has to come before a summit of leaders>>, [p1 Ruiz] said.",
     "p1", ["A meeting of ministers", "a summit"]),
]  # fmt: skip

NO_PLANS = [
    "[p1 Ruiz] said the choir would sing first and the band would play later.",
    "First we were hungry, then we were cold, [p1 Ruiz] recalled.",
    "[p1 Ruiz] was the first to arrive, and [p2 Lind] came second.",
    "The ship must be painted before the autumn.",
    "<<p1|Before I answer, let me thank the hosts>>, [p1 Ruiz] said.",
    "<<p1|I have to eat before I speak>>, said [p1 Ruiz].",
    "The film has three stages: joy, grief, and laughter.",
    "[p1 Ruiz] demanded an apology before the whole chamber.",
    "<<p1|First of all, good morning. Then, a word on the weather>>, said [p1 Ruiz].",
    "The plan provides for ferries, buses and trains.",
]

# words -> who backs, who opposes
SIDES: list[tuple[str, set[str], set[str]]] = [
    ("[p1 Ruiz] proposed a two-step plan: first a truce, then an exchange of prisoners. "
     "[s1 Lutha] supports the plan, while [s2 Bordavia] rejects the plan.", {"s1"}, {"s2"}),
    ("<<p1|First there must be a truce, then an exchange>>, said [p1 Ruiz]. [p2 Lind] agreed with "
     "this order of steps.", {"p2"}, set()),
    ("[p1 Ruiz] proposed a plan: first a truce, then a treaty. [s2 Bordavia] insists on the "
     "reverse order.", set(), {"s2"}),
    ("[p1 Ruiz] proposed a plan: first a truce, then a treaty. [p2 Lind] backed the proposal.",
     {"p2"}, set()),
    ("[p1 Ruiz] proposed a plan: first a truce, then a treaty. [s1 Lutha] turned the plan down.",
     set(), {"s1"}),
    ("[p1 Ruiz] proposed a plan: first a truce, then a treaty. [p2 Lind] would rather skip the "
     "truce and go straight to the second stage.", set(), {"p2"}),
]  # fmt: skip


def proposals_of(words: str) -> tuple[Proposal, ...]:
    read = reading(words)
    found = extract(read).proposals
    for proposal in found:
        verify(proposal.evidence, len(read.report.text))
    return found


@pytest.mark.parametrize(("words", "by", "begins"), PLANS)
def test_steps_in_order(words: str, by: str | None, begins: list[str]) -> None:
    (plan,) = proposals_of(words)
    steps = [step.what for step in sorted(plan.steps, key=lambda step: step.order)]
    assert len(steps) == len(begins), steps
    assert all(a.startswith(b) for a, b in zip(steps, begins, strict=True)), steps
    assert plan.by == by


@pytest.mark.parametrize("words", NO_PLANS)
def test_no_plan(words: str) -> None:
    assert proposals_of(words) == ()


@pytest.mark.parametrize(("words", "backed", "opposed"), SIDES)
def test_who_backs_which_order(words: str, backed: set[str], opposed: set[str]) -> None:
    plan = proposals_of(words)[0]
    assert (set(plan.backed_by), set(plan.opposed_by)) == (backed, opposed)
