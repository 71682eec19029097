"""Words of order that tell no plan, and plans told as exchanges, conditions and skipped stages."""

from __future__ import annotations

import pytest

from extract.proposals.test_proposal_cases import proposals_of

Found = tuple[str | None, tuple[str, ...]]

NONE = {
    "titles and names that begin with First": [
        "[p1 Ruiz] and First Lady Ana Moss will open the fair. They will then plant a tree.",
        "<<p1|The Prince and First Gentleman Bo Lind should be there. The choir should then "
        "sing.>>",
        "The grant will go to First Harbour Bank. It will then be paid out.",
        "<<p1|Put Lutha FIRST. We must then stand up to the smugglers.>>",
        "On Friday [p1 Ruiz] will meet First Minister Anna Brack. She will then fly home.",
    ],
    "programmes of a visit": [
        "<<p1|First the Queen will attend a concert, then she will visit a school, and finally "
        "she will deliver remarks at the docks.>>",
        "<<p1|First we will have a short briefing, then the minister will take questions.>>",
        "[p1 Ruiz] will first tour the plant. She will then participate in a ceremony.",
        "<<p1|Her speech will be followed by a reception at the embassy>>, [p1 Ruiz] said.",
        "<<p1|We will do the press line before the minister departs>>, [p1 Ruiz] said.",
    ],
    "points of an argument": [
        "<<p1|There are three reasons. First, they should trust us. Second, they must eat. "
        "Third, it will rain.>>",
        "<<p1|Let us be clear about two things: first, the law should be kept; second, the fees "
        "should be paid.>>",
        "<<p1|We pursue four lines of effort with respect to the delta: first, to dredge it; "
        "second, to guard it.>>",
        "Good farming requires two things of a state. First, it has to save water. Second, it "
        "has to pay for seed.",
        "<<p1|I see three challenges. Firstly, we must train more nurses. Secondly, we must keep "
        "them.>>",
        "<<p1|But first, I should begin with the next matter on the list.>>",
    ],
    "lists that are announced as no stages": [
        "I direct the registrar to take the steps needed to provide to sailors: (1) a deferral "
        "of dues; and (2) a permit to work.",
        "The board shall draw up a plan to install alarms, which shall include: (1) the Harbour "
        "Code; (2) the Mining Code.",
        "The goal is to name useful steps to: (1) keep bees, (2) plant lime trees.",
        "A roadmap on tools was agreed through expert groups that work on:\n\n1. Terms and "
        "names.\n2. Norms for wool.",
        "The strategy of the plan calls for four other habits:\n\n1. Write to parents.\n2. Visit "
        "them.",
        "The signatories of the plan pledge to: (1) help Lutha; (2) train its pilots.",
    ],
    "haste and dread": [
        "<<p1|The senate must act quickly before more sailors drown>>, [p1 Ruiz] said.",
        "<<p1|We have to stop this before the whole valley is lost>>, [p1 Ruiz] said.",
        "<<p1|We need to repair the dyke before another storm hits>>, [p1 Ruiz] said.",
        "<<p1|You can see the ships before the fog comes down>>, [p1 Ruiz] said.",
        "<<p1|Loyalty to the crew must come before any private gain, it always did>>, "
        "[p1 Ruiz] said.",
        "<<p1|They should have thought of that before in their time>>, [p1 Ruiz] said.",
        "<<p1|We will not rest until every child has a bed>>, [p1 Ruiz] said.",
        "<<p1|You must not give up hope until the last goal is shot>>, [p1 Ruiz] said.",
    ],
    "what is asked, denied or only told of": [
        "<<p1|Would you be willing to cut the tax in exchange for a higher toll?>>",
        "<<p1|At no point was there an offer of grain in return for the hostages>>, "
        "[p1 Ruiz] said.",
        "<<p1|We never offered to open the port in exchange for the treaty>>, [p1 Ruiz] said.",
        "<<p1|Must the army leave before talks begin?>>",
        "<<p1|At what point do you think that they should act, and that they must pay before a "
        "vote is held?>>",
        "<<p1|We did not propose to free the miners in return for an end to the embargo>>, "
        "[p1 Ruiz] said.",
    ],
    "chores on the way": [
        "<<p1|There are details that need to be settled before we have a final text>>, "
        "[p1 Ruiz] said.",
        "<<p1|There is paperwork that has to be done before the bill gets here>>, [p1 Ruiz] said.",
        "<<p1|It is a form which should be filled in before the fee falls due>>, [p1 Ruiz] said.",
        "<<p1|I can't rest until it actually happens>>, [p1 Ruiz] said.",
        "<<p1|We will not know until the count is done, and we cannot say until it is>>, "
        "[p1 Ruiz] said.",
        "The effort put staff on the ground to first understand the needs of the towns and then "
        "to find the money.",
    ],
    "what is announced, under way or played": [
        "<<p1|We know who is on first, and who is on second>>, [p1 Ruiz] said.",
        "<<p1|I want to give an overview. First, at the fair, we will show a loom. Second, we will "
        "speak of wool. Third, the weavers will sing.>>",
        "<<p1|Today we are announcing two important steps. First, Lutha is opening its books. "
        "Second, we are renewing our vow.>>",
        "[s1 Lutha] announced some useful steps in this direction. First, there will now be two "
        "lanes for carts. The second, a coast road, will take more of them.",
        "<<p1|They want to put the south first, followed by the north>>, [p1 Ruiz] said.",
    ],
    "needs inside a clause, and days": [
        "<<p1|Her plan to dredge the bay is the kind of deed we need to do before the window "
        "shuts for good>>, [p1 Ruiz] said.",
        "<<p1|A miner has dug all day and needs to rest before that, too>>, [p1 Ruiz] said.",
        "<<p1|We should have another debate before Polling Day>>, [p1 Ruiz] said.",
        "<<p1|They have to finish before the weekend>>, [p1 Ruiz] said.",
        "<<p1|The roof is a thing the school must have before the winter>>, [p1 Ruiz] said.",
    ],
    "mottoes, programmes and presentations": [
        "<<p1|We believe that people should come, people before profits>>, [p1 Ruiz] said.",
        "<<p1|It can't wait until a decision is made>>, [p1 Ruiz] said.",
        "The fund eases the burden by offering tax credits in exchange for shares.",
        "<<p1|Let me outline three core principles of our work.\n\nFirst, threats have grown, and "
        "we need to keep pace. Second, we need to match means to ends.>>",
        "<<p1|We have a plan for the winter. First, by making vaccines free. Second, we are doing "
        "our part by printing leaflets.>>",
        "<<p1|I will ask them. First, tell me how it should work. And then tell me how it will "
        "end.>>",
    ],
    "what a service does, dates and causes": [
        "<<p1|Once a miner completes the form, they can expect a reply within weeks>>, [p1 Ruiz] "
        "said.",
        "<<p1|They need to settle the debt before the due date>>, [p1 Ruiz] said.",
        "<<p1|Lutha should be helped in its crises, starting with the flood, and then the fire>>, "
        "[p1 Ruiz] said.",
    ],
    "phases that are past or belong to something else": [
        "The phase one results have come through. The phase two inquiry will then be opened.",
        "<<p1|In the first phase the bridge was cleaned. In the second phase it was painted.>>",
        "<<p1|The first stage of the rocket should hold. The second stage is smaller.>>",
        "The next step of the stairs was broken. The final step was missing.",
        "<<p1|First came the flood. Then the locusts should have warned us.>>",
    ],
}  # fmt: skip

# words -> by, steps
PLANS: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] proposed lifting the blockade in exchange for the release of the crew.",
     [("p1", ("lifting the blockade", "the release of the crew"))]),
    ("[s1 Lutha] offers to withdraw its guards in return for the opening of the market.",
     [("s1", ("to withdraw its guards", "the opening of the market"))]),
    ("[p2 Lind] suggested that the tolls be halved in exchange for free passage.",
     [("p2", ("the tolls be halved", "free passage"))]),
    ("[p1 Ruiz] had put forward a swap of islands in return for a lasting truce.",
     [("p1", ("a swap of islands", "a lasting truce"))]),
    ("<<p1|We propose to free the miners in exchange for an end to the embargo>>, [p1 Ruiz] said.",
     [("p1", ("to free the miners", "an end to the embargo"))]),
    ("<<p1|Once the guns are silent, we can discuss the border>>, [p1 Ruiz] said.",
     [("p1", ("the guns are silent", "we can discuss the border"))]),
    ("<<p1|As soon as the prisoners are home, talks on the ports should begin>>, [p1 Ruiz] said.",
     [("p1", ("the prisoners are home", "talks on the ports should begin"))]),
    ("<<p1|After the last troops have left, a vote must be held>>, [p1 Ruiz] said.",
     [("p1", ("the last troops have left", "a vote must be held"))]),
    ("<<p1|Once a truce holds, sanctions will be lifted step by step>>, said [p1 Ruiz].",
     [("p1", ("a truce holds", "sanctions will be lifted step by step"))]),
    ("[p1 Ruiz] wants a vote to be held as soon as the troops have left.",
     [("p1", ("the troops have left", "a vote to be held"))]),
    ("[p1 Ruiz] believes it is possible to skip the first stages and go straight to a treaty.",
     [("p1", ("skip the first stages", "go straight to a treaty"))]),
    ("[p2 Lind] would like to merge the two phases and move directly to a census.",
     [("p2", ("merge the two phases", "move directly to a census"))]),
    ("[s1 Lutha] suggested combining both steps and proceeding at once to a vote.",
     [("s1", ("combining both steps", "proceeding at once to a vote"))]),
    ("<<p1|We should leave out the second stage and pass directly to the exchange>>, [p1 Ruiz] "
     "said.", [("p1", ("leave out the second stage", "pass directly to the exchange"))]),
    ("[p1 Ruiz] thinks they can drop the interim phases and jump right to elections.",
     [("p1", ("drop the interim phases", "jump right to elections"))]),
]  # fmt: skip

# The same words where nobody plans anything.
NO_ORDERS = [
    "[p1 Ruiz] was given a medal in exchange for her silence.",
    "The firm traded wool in return for salt.",
    "<<p1|Once you have seen the lake, you will love it>>, [p1 Ruiz] said.",
    "<<p1|Once again, we should thank the crew>>, [p1 Ruiz] said.",
    "<<p1|As soon as I know more, I will tell you>>, [p1 Ruiz] said.",
    "<<p1|After the war, life was hard>>, [p1 Ruiz] said.",
    "<<p1|After twelve years of drought, we must save water>>, [p1 Ruiz] said.",
    "[p1 Ruiz] skipped the first stages of the race and went straight to the finish.",
]


@pytest.mark.parametrize("words", [words for group in NONE.values() for words in group])
def test_no_plan(words: str) -> None:
    assert proposals_of(words) == ()


@pytest.mark.parametrize(("words", "want"), PLANS)
def test_plans_in_other_words(words: str, want: list[Found]) -> None:
    found = [(p.by, tuple(step.what for step in p.steps)) for p in proposals_of(words)]
    assert found == want


@pytest.mark.parametrize("words", NO_ORDERS)
def test_no_order_of_steps(words: str) -> None:
    assert proposals_of(words) == ()
