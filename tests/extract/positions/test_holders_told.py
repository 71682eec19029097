"""Stands in other words: told of others, of readiness, red lines, praise, blame and terms.

Interviews, readouts and agency style; states and people are invented.
"""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str | None]

# words -> holder, polarity, teller
INTERVIEWS: list[tuple[str, list[Found]]] = [
    ("<<p1|[~s1 They] don't want a truce>>, [p1 Ruiz] said.", [("s1", "against", "p1")]),
    ("<<p1|[~p2 He] is ready for talks at any level>>, [p1 Ruiz] said.", [("p2", "for", "p1")]),
    ("<<p1|[~p2 He] has no interest in a ceasefire>>, [p1 Ruiz] said.",
     [("p2", "against", "p1")]),
    ("<<p1|[~s2 They] are interested in ending the war>>, [p1 Ruiz] said.",
     [("s2", "for", "p1")]),
    ("<<p1|[p2 Lind] is doing everything to end the war>>, [p1 Ruiz] said.",
     [("p2", "for", "p1")]),
    ("<<p1|[p2 Lind] is trying to stop the war>>, said [p1 Ruiz].", [("p2", "for", "p1")]),
    ("<<p1|[~p2 He] sincerely tries to reach a peace settlement>>, said [p1 Ruiz].",
     [("p2", "for", "p1")]),
    ("<<p1|[s2 Lutha] keeps rejecting the truce>>, [p1 Ruiz] said.", [("s2", "against", "p1")]),
    ("<<p1|[s2 Bordavia] has always been against the war>>, [p1 Ruiz] said.",
     [("s2", "against", "p1")]),
    ("<<p1|[~s2 They] will not give up the occupied valleys>>, [p1 Ruiz] said.",
     [("s2", "against", "p1")]),
    ("<<p1|[p2 Lind] does not care about human rights>>, [p1 Ruiz] said.",
     [("p2", "against", "p1")]),
    ("<<p1|I fully share [~p2 his] view on sanctions>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|We agree with [p2 Lind]'s proposal to freeze the border dispute>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|[p2 Lind] did the right thing when [~p2 he] freed the hostages>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|I like the idea of a joint customs union>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|I don't like the tariffs>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|We are fed up with sanctions>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|We are tired of this war>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|We have no plans to join the alliance>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|We do not need foreign bases>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|Peace is more important to us than territory>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|A partition is unthinkable>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|I have always said that the war had to end>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|We stand for dialogue>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|Our position is that the embargo must go>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|There is nothing to negotiate about>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|I see nothing wrong with a referendum>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|It is time [s2 Lutha] lifted the embargo>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("<<p1|We do not recognise the annexation>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|It would be right if [s2 Lutha] released the prisoners>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|The embargo has brought nothing but misery>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|Not one prisoner will be handed over>>, [p1 Ruiz] said.", [("p1", "against", None)]),
    ("<<p1|No recognition without a vote>>, [p1 Ruiz] said.", [("p1", "conditional", None)]),
]  # fmt: skip

AGENCIES: list[tuple[str, list[Found]]] = [
    ("[s1 Lutha] has always stood for the peaceful settlement of disputes.",
     [("s1", "for", None)]),
    ("[p1 Ruiz] spoke highly of the mediation.", [("p1", "for", None)]),
    ("[p1 Ruiz] shares [p2 Lind]'s view that the embargo should go.",
     [("p1", "against", None), ("p2", "against", None)]),
    ("[p1 Ruiz] threw her weight behind the referendum.", [("p1", "for", None)]),
    ("[p1 Ruiz] gave her blessing to the pipeline.", [("p1", "for", None)]),
    ("[s1 Lutha] vetoed the accession of [s2 Bordavia].", [("s1", "against", None)]),
    ("[s1 Lutha] vowed to block the sanctions.", [("s1", "against", None)]),
    ("[p1 Ruiz] took issue with the tariffs.", [("p1", "against", None)]),
    ("[p1 Ruiz] railed against the embargo.", [("p1", "against", None)]),
    ("[p1 Ruiz] will not hear of a partition.", [("p1", "against", None)]),
    ("[p1 Ruiz] is not averse to a swap of prisoners.", [("p1", "for", None)]),
    ("[s1 Lutha] is bent on annexing the valley.", [("s1", "for", None)]),
    ("[p1 Ruiz] dropped her objections to the pipeline.", [("p1", "for", None)]),
    ("[p1 Ruiz] made the truce conditional on the return of the children.",
     [("p1", "conditional", None)]),
    ("[s2 Lutha] demanded that the sanctions be lifted.", [("s2", "against", None)]),
    ("[p1 Ruiz] is pushing [s2 Lutha] to hold elections.", [("p1", "for", None)]),
    ("[p1 Ruiz] made it clear that without security guarantees there would be no ceasefire.",
     [("p1", "conditional", None)]),
    ("[s1 Lutha] remains firm on the return of the prisoners.", [("s1", "for", None)]),
    ("[p1 Ruiz] is in no hurry to lift the embargo.", [("p1", "for", None)]),
    ("[p1 Ruiz] blamed [s2 Lutha] for the failure of the peace talks.",
     [("p1", "against", None)]),
]  # fmt: skip

# Judgements, aims, and what one is called.
JUDGEMENTS: list[tuple[str, list[Found]]] = [
    ("<<p1|I fully agree with what [~p2 he] wrote>>, [p1 Ruiz] said.", [("p1", "for", None)]),
    ("The truce was called a lie. <<p1|I fully disagree with those conclusions>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|It would be a mistake to lend them the icebreaker>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|We will never tolerate such insolence>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("[p1 Ruiz] spoke of the exiles. <<p1|[o1 They] [the exile council] want sanctions>>, "
     "[p1 Ruiz] said.", [("o1", "for", "p1")]),
    ("<<p1|I have nothing to discuss with that council at the table>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("[s1 Lutha] intends to normalise relations with [s2 Bordavia].", [("s1", "for", None)]),
    ("<<p1|[~p2 His] main task is the settlement of the war>>, said [p1 Ruiz].",
     [("p2", "for", "p1")]),
    ("<<p1|Our goal is to lift the embargo>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("[s2 Lutha]'s position is that the sanctions are to stay.", [("s2", "for", None)]),
    ("<<p1|[s2 Lutha] is the aggressor>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|[p2 Lind] is an honest broker>>, said [p1 Ruiz].", [("p1", "for", None)]),
    ("[s1 Bordavia] calls [s2 Lutha] an aggressor.", [("s1", "against", None)]),
    ("[p2 Lind] thanked [p1 Ruiz] for the decision to release nine young men.",
     [("p2", "for", None)]),
    ("[p1 Ruiz] said that it was necessary to stop the shelling first.", [("p1", "for", None)]),
    ("<<p1|[s2 Lutha] is violating the ceasefire>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|[s2 Lutha] started this war>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|I am glad that the sanctions were lifted>>, said [p1 Ruiz].", [("p1", "against", None)]),
    ("<<p1|[p2 Lind] understands that the war has to end>>, said [p1 Ruiz].",
     [("p2", "for", "p1")]),
    ("<<p1|The main thing is to stop the war>>, said [p1 Ruiz].", [("p1", "for", None)]),
    ("[p1 Ruiz] cast doubt on the truce.", [("p1", "against", None)]),
    ("[p1 Ruiz] does not want to organise such talks.", [("p1", "against", None)]),
    ("<<p1|It is not a good idea to sail to Varn as dockers>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|We are going to restore the ceasefire step by step>>, [p1 Ruiz] said.",
     [("p1", "for", None)]),
    ("<<p1|I have nothing to discuss with that council>>, [p1 Ruiz] said.",
     [("p1", "against", None)]),
    ("<<p1|on the whole [s2 Lutha] is intent on a peaceful outcome>>, said [p1 Ruiz].",
     [("s2", "for", "p1")]),
    ("[p1 Ruiz] said <<p1|several paths are open>>. But the most important thing now is to stop "
     "the war. In other words, it is necessary to end the embargo.",
     [("p1", "for", None), ("p1", "against", None)]),
    ("<<p1|On the whole, [s2 Lutha] is intent on a peaceful outcome>>, said [p1 Ruiz].",
     [("s2", "for", "p1")]),
]  # fmt: skip

READOUTS: list[tuple[str, list[Found]]] = [
    ("[p1 Ruiz] noted that [s1 Lutha] remains committed to a negotiated settlement.",
     [("s1", "for", "p1")]),
    ("[p1 Ruiz] underscored that [s1 Lutha] would not recognise the referendum.",
     [("s1", "against", "p1")]),
    ("[p1 Ruiz] expressed hope for an early end to the war.", [("p1", "for", None)]),
    ("[p1 Ruiz] lent her support to the peace process.", [("p1", "for", None)]),
    ("[p1 Ruiz] reiterated that [s1 Lutha] does not seek regime change or war.",
     [("s1", "against", "p1")]),
    ("[p1 Ruiz] conveyed that [s1 Lutha] stands ready to resume negotiations.",
     [("s1", "for", "p1")]),
]  # fmt: skip

LOOK_ALIKES = [
    "[p1 Ruiz] is ready for dinner.",
    "<<p1|[~p2 He] wants a word with you>>, [p1 Ruiz] said.",
    "[p1 Ruiz] praised the cook for the soup.",
    "[p1 Ruiz] has no plans to visit the border.",
    "<<p1|I like the jackets of the border guards>>, [p1 Ruiz] said.",
    "[p1 Ruiz] tries to sleep before the vote.",
    "<<p1|I am tired after the talks>>, [p1 Ruiz] said.",
    "<<p1|It is time for the next question on trade>>, [p1 Ruiz] said.",
    "[p1 Ruiz] hopes to fly home before the election.",
    "<<p1|No election takes place without posters>>, [p1 Ruiz] said.",
    "[p1 Ruiz] dropped her keys at the border.",
    "It was necessary to stop the shelling.",
    "[s2 Lutha] started the talks.",
    "<<p1|[s2 Lutha] is back at the negotiating table>>, said [p1 Ruiz].",
    "<<p1|It is hard to explain trade to people back east>>, said [p1 Ruiz].",
    "<<p1|We were saddened by the news from the border>>, said [p1 Ruiz].",
    "<<p1|We do not want to negotiate in public>>, said [p1 Ruiz].",
    "<<p1|We stopped [~p1 our] support for the raid on the border>>, said [p1 Ruiz].",
    "<<p1|We will never give up the fight for the border towns>>, said [p1 Ruiz].",
    "[p1 Ruiz] suggests that she is under attack by migrants.",
    "<<p1|There is no reason to believe that the vaccine harms>>, said [p1 Ruiz].",
    "<<p1|There will be harsh sanctions should [~s2 they] invade>>, said [p1 Ruiz].",
    "<<p1|[p2 Lind] broke the record in the border run>>, said [p1 Ruiz].",
    "<<p1|[p2 Lind] is a lawyer>>, said [p1 Ruiz].",
    "<<p1|Our goal is a bigger kitchen>>, said [p1 Ruiz].",
    "<<p1|We will not allow flash photography of it>>, said [p1 Ruiz].",
    "<<p1|We do not need a vote count before noon>>, [p1 Ruiz] said.",
]

LABELS = [
    ("<<p1|[s2 Lutha] must withdraw>>, said [p1 Ruiz].", "withdrawal of troops"),
    ("<<p1|[s2 Lutha] must sweep the pier>>, said [p1 Ruiz].", "sweeping pier"),
    ("[p1 Ruiz] supports negotiated prices for insulin.", "negotiated prices for insulin"),
    (
        "[p1 Ruiz] opposes a law that lets clinics negotiate drug prices.",
        "law that lets clinics negotiate drug prices",
    ),
    ("[p1 Ruiz] supports negotiations on the border.", "talks"),
    (
        "[p1 Ruiz] welcomed the peace of mind of the new insurance.",
        "peace of mind of new insurance",
    ),
]


@pytest.mark.parametrize(("words", "want"), INTERVIEWS + AGENCIES + JUDGEMENTS + READOUTS)
def test_holder_and_teller(words: str, want: list[Found]) -> None:
    assert [(p.actor, p.polarity, p.reported_by) for p in positions_of(words)] == want


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_no_side_is_taken(words: str) -> None:
    assert positions_of(words) == ()


@pytest.mark.parametrize(("words", "label"), LABELS)
def test_the_issue_is_that_of_the_words_in_their_sense(words: str, label: str) -> None:
    assert [p.issue for p in positions_of(words)] == [label]
