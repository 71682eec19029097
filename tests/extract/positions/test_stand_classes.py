"""Classes of stands in varied words, and classes of words that look like stands and are none."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str]

# class -> words -> holder, polarity, issue
STANDS: dict[str, list[tuple[str, list[Found]]]] = {
    "praise and thanks for what takes a side": [
        ("[p1 Ruiz] praised [s2 Lutha] for its decision to release the prisoners.",
         [("p1", "for", "release of prisoners")]),
        ("[p1 Ruiz] thanked [p2 Lind] for his efforts to bring about a ceasefire.",
         [("p1", "for", "ceasefire")]),
        ("[s1 Lutha] expressed gratitude to [p2 Lind] for mediating the truce.",
         [("s1", "for", "ceasefire")]),
        ("[p1 Ruiz] commended [s2 Lutha] for lifting the embargo.",
         [("p1", "against", "sanctions")]),
        ("[p1 Ruiz] is grateful to [p2 Lind] for the release of the hostages.",
         [("p1", "for", "release of hostages")]),
        ("[p1 Ruiz] lauded the efforts of [p2 Lind] to end the shelling.",
         [("p1", "for", "ceasefire")]),
    ],
    "blame for what takes a side": [
        ("[p1 Ruiz] blamed [s2 Lutha] for the collapse of the ceasefire.",
         [("p1", "for", "ceasefire")]),
        ("[p1 Ruiz] accused [s2 Lutha] of annexing the islands.",
         [("p1", "against", "annexation")]),
        ("[s1 Lutha] complained about the sanctions.", [("s1", "against", "sanctions")]),
        ("[p1 Ruiz] lambasted the embargo.", [("p1", "against", "sanctions")]),
        ("[p1 Ruiz] faulted [s2 Lutha] for breaking the truce.",
         [("p1", "against", "breaking truce")]),
    ],
    "what is proposed, striven for or expected of others": [
        ("[p1 Ruiz] proposed a truce.", [("p1", "for", "ceasefire")]),
        ("[p1 Ruiz] suggested holding negotiations in the north.", [("p1", "for", "talks")]),
        ("[p1 Ruiz] is striving for peace.", [("p1", "for", "peace")]),
        ("[s1 Lutha] expects [s2 Borduria] to ease the sanctions.",
         [("s1", "against", "sanctions")]),
        ("[p1 Ruiz] recommended a prisoner exchange.", [("p1", "for", "release of prisoners")]),
        ("<<p1|We are working towards a ceasefire>>, [p1 Ruiz] said.",
         [("p1", "for", "ceasefire")]),
    ],
    "conditions": [
        ("[s1 Lutha] would accept a truce only if the army withdraws.",
         [("s1", "conditional", "ceasefire")]),
        ("<<p1|We would agree to a ceasefire on condition that the guns are removed>>, "
         "[p1 Ruiz] said.", [("p1", "conditional", "ceasefire")]),
        ("[s1 Lutha] supports the truce as long as the border stays open.",
         [("s1", "conditional", "ceasefire")]),
        ("[p1 Ruiz] is ready for talks provided that the shelling stops.",
         [("p1", "conditional", "talks")]),
        ("<<p1|There can be no peace unless the occupation ends>>, [p1 Ruiz] said.",
         [("p1", "conditional", "peace")]),
    ],
    "what somebody insists on or makes clear": [
        ("[p1 Ruiz] made clear that the sanctions must stay.", [("p1", "for", "sanctions")]),
        ("[p1 Ruiz] insisted that the hostages should be freed first.",
         [("p1", "for", "release of hostages")]),
        ("[p1 Ruiz] is adamant that the occupation must end.",
         [("p1", "against", "occupation")]),
        ("[p1 Ruiz] is of the opinion that the embargo should be lifted.",
         [("p1", "against", "sanctions")]),
        ("In the view of [p1 Ruiz], the embargo should be lifted.",
         [("p1", "against", "sanctions")]),
        ("For [s1 Lutha], recognition of the islands is a red line.",
         [("s1", "against", "recognition")]),
    ],
    "judgements": [
        ("<<p1|It would be unwise to lift the sanctions now>>, [p1 Ruiz] said.",
         [("p1", "for", "sanctions")]),
        ("<<p1|It would be wise to open negotiations>>, [p1 Ruiz] said.",
         [("p1", "for", "talks")]),
        ("<<p1|Life would be better without the embargo>>, [p1 Ruiz] said.",
         [("p1", "against", "sanctions")]),
        ("<<p1|[p2 Lind] deserves credit for the truce>>, [p1 Ruiz] said.",
         [("p1", "for", "ceasefire")]),
        ("<<p1|[s2 Lutha] was right in freeing the prisoners>>, [p1 Ruiz] said.",
         [("p1", "for", "release of prisoners")]),
        ("<<p1|We have nothing against the negotiations>>, [p1 Ruiz] said.",
         [("p1", "for", "talks")]),
        ("[s1 Lutha] does not mind a ceasefire.", [("s1", "for", "ceasefire")]),
    ],
    "worries about harm": [
        ("[p1 Ruiz] is concerned about violence in the camps.", [("p1", "against", "violence")]),
        ("[p1 Ruiz] voiced concern over the escalation of the shelling.",
         [("p1", "against", "fighting")]),
        ("<<p1|We are alarmed by the attacks on the convoy>>, [p1 Ruiz] said.",
         [("p1", "against", "attacks on convoy")]),
        ("[s1 Lutha] expressed concern about the plan to annex the islands.",
         [("s1", "against", "annexation")]),
        ("[s1 Lutha] is concerned about the sovereignty of the islands.",
         [("s1", "for", "sovereignty and territorial integrity")]),
        ("[p1 Ruiz] was outraged by the embargo.", [("p1", "against", "sanctions")]),
    ],
}  # fmt: skip

# class -> words that take no stand
NONE: dict[str, list[str]] = {
    "worries for somebody": [
        "[p1 Ruiz] is concerned about the hostages.",
        "[p1 Ruiz] expressed concern about the health of the prisoners.",
        "<<p1|We are concerned about our troops>>, [p1 Ruiz] said.",
        "[s1 Lutha] is concerned about civilians in the port.",
        "<<p1|I am concerned about jobs at the border>>, [p1 Ruiz] said.",
    ],
    "nouns and adjectives that look like verbs": [
        "<<p1|We saw some welcome relief in prices at the border>>, [p1 Ruiz] said.",
        "[p1 Ruiz] and [p2 Lind] discussed the raids and calls for war.",
        "[p1 Ruiz] described cases of arson, threats and calls for sanctions.",
        "<<p1|It was a welcome truce>>, [p1 Ruiz] said.",
        "The paper reported walkouts and calls for talks.",
    ],
    "small things that are wanted": [
        "<<p1|We want to put one out on the border once it is done>>, [p1 Ruiz] said.",
        "<<p1|We need all hands at the border>>, [p1 Ruiz] said.",
        "<<p1|We do not want to politicise the border>>, [p1 Ruiz] said.",
        "<<p1|I'm not going to negotiate from this podium>>, [p1 Ruiz] said.",
        "<<p1|We're not going to negotiate in public>>, [p1 Ruiz] said.",
        "<<p1|All we have to do is ask the army>>, [p1 Ruiz] said.",
    ],
    "rules": [
        "<<p1|Sixty percent of the funding must go to hospitals>>, [p1 Ruiz] said.",
        "<<p1|Applicants must show a visa>>, [p1 Ruiz] said.",
        "<<p1|Recipients of the grant should report to the court>>, [p1 Ruiz] said.",
        "<<p1|The funds must be spent on health>>, [p1 Ruiz] said.",
        "<<p1|Grantees have to obey the law>>, [p1 Ruiz] said.",
    ],
    "what is denied of something else": [
        "<<p1|Those are not places that we want prisoners to stay in>>, [p1 Ruiz] said.",
        "<<p1|An embargo is not something we're calling for>>, [p1 Ruiz] said.",
        "<<p1|I wonder whether she thinks that towns that dropped the sanctions should restore "
        "them>>, [p1 Ruiz] said.",
        "<<p1|That is not the kind of talks that they want>>, [p1 Ruiz] said.",
        "<<p1|Whether the mayor thinks the truce must hold is another matter>>, [p1 Ruiz] said.",
    ],
}


@pytest.mark.parametrize(("words", "want"), [case for group in STANDS.values() for case in group])
def test_stands(words: str, want: list[Found]) -> None:
    assert [(p.actor, p.polarity, p.issue) for p in positions_of(words)] == want


@pytest.mark.parametrize("words", [words for group in NONE.values() for words in group])
def test_none(words: str) -> None:
    assert [(p.why, p.issue) for p in positions_of(words)] == []


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("[p1 Ruiz] opposes taking the budget hostage.", "taking budget hostage"),
        ("[p1 Ruiz] supports lower prescription drug prices.", "lower prescription drug prices"),
        (
            "[p1 Ruiz] supports a limit on crossings of the southern border.",
            "limit on crossings of southern border",
        ),
        ("[p1 Ruiz] condemns political violence.", "violence"),
        ("[p1 Ruiz] supports a ban on drug cartels.", "ban on drug cartels"),
        ("[p1 Ruiz] welcomes the release of Bo Venn from detention in Varn.", "release of bo venn"),
        ("[p1 Ruiz] opposes the lantern tax.", "lantern tax"),
    ],
)
def test_what_an_issue_is_called(words: str, issue: str) -> None:
    assert [p.issue for p in positions_of(words)] == [issue]


@pytest.mark.parametrize(
    "words",
    [
        "<<p1|I applaud the bi->> — the joint effort, [p1 Ruiz] said.",
        "<<p1|We urge all to com->> — complete it, [p1 Ruiz] said.",
    ],
)
def test_words_that_break_off_name_no_issue(words: str) -> None:
    assert positions_of(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "[p1 Ruiz] remarked that the sanctions need to be lifted.",
        "[p1 Ruiz] pointed out that the sanctions have to be lifted.",
        "[p1 Ruiz] clarified that the sanctions should be lifted.",
        "[p1 Ruiz] reiterated that the sanctions ought to be lifted.",
        "[p1 Ruiz] had stated that one should lift the sanctions.",
        "[p1 Ruiz] spoke about trade. <<p1|I like fairs>>, she said. In other words, it is "
        "necessary to lift the sanctions.",
        "<<p1|I like fairs>>, [p1 Ruiz] said. Besides, the sanctions should be lifted.",
        "<<p1|I like fairs>>, [p1 Ruiz] said. After that, the sanctions must be lifted.",
    ],
)
def test_who_tells_what_has_to_be_done(words: str) -> None:
    assert [(p.actor, p.polarity, p.issue) for p in positions_of(words)] == [
        ("p1", "against", "sanctions")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "<<p1|I like fairs>>, [p1 Ruiz] said. The sanctions should be lifted.",
        "[p1 Ruiz] came home. In other words, it is necessary to lift the sanctions.",
        "<<p1|I like fairs>>, [p1 Ruiz] said.\n\nBesides, the sanctions should be lifted.",
        "<<p1|Which one should lift the sanctions?>>, asked [p1 Ruiz].",
        "<<p1|The one should be here with the sanctions list>>, [p1 Ruiz] said.",
    ],
)
def test_what_nobody_tells(words: str) -> None:
    assert positions_of(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        # what somebody has to do as a matter of fact
        "<<p1|Merchants have to pay a minimum tax>>, [p1 Ruiz] said.",
        "<<p1|The clerks have to report to the court>>, [p1 Ruiz] said.",
        "<<p1|Mothers need to take their children to school>>, [p1 Ruiz] said.",
        "<<p1|Most people still have to make up their mind on the vaccine>>, [p1 Ruiz] said.",
        "<<p1|The registrar has to sign the ballots>>, [p1 Ruiz] said.",
        # back, seek, would like, walk away
        "<<p1|The army is coming back next week>>, [p1 Ruiz] said.",
        "<<p1|It is a treaty going back decades>>, [p1 Ruiz] said.",
        "The clerk may seek the opinion of the court.",
        "<<p1|I would like to now provide three notes on the embargo>>, [p1 Ruiz] said.",
        "<<p1|I walked away from the meeting with all my colleagues>>, [p1 Ruiz] said.",
        # relatives, questions, prepositions left behind
        "<<p1|That is the help [s2 Lutha] needs to reform its courts>>, [p1 Ruiz] said.",
        "<<p1|They came to see the damage, and to ask what additional federal support should be "
        "sent>>, [p1 Ruiz] said.",
        "<<p1|A truce is something [p2 Lind] has been committed to for many years>>, [p1 Ruiz] "
        "said.",
        "<<p1|He told them of the talks. He is open to it>>, [p1 Ruiz] said.",
    ],
)
def test_facts_and_look_alikes(words: str) -> None:
    assert [(p.why, p.issue) for p in positions_of(words)] == []


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("<<p1|The hostages have to be freed>>, [p1 Ruiz] said.", "release of hostages"),
        ("<<p1|[s2 Lutha] needs to keep its embargo>>, [p1 Ruiz] said.", "sanctions"),
        ("[p1 Ruiz] believes that the merchants have to pay more tax.", "paying more tax"),
        (
            "<<p1|We have to end this epidemic of shooting>>, [p1 Ruiz] said.",
            "ceasefire",
        ),
        ("<<p1|The talks need to go on>>, [p1 Ruiz] said.", "talks"),
    ],
)
def test_what_has_to_be(words: str, issue: str) -> None:
    assert [(p.actor, p.polarity, p.issue) for p in positions_of(words)] == [("p1", "for", issue)]


@pytest.mark.parametrize(
    "words",
    [
        "[o1 The Toll Office] shall support the process in matters of trade.",
        "[o1 The Toll Office] shall not allow imports without a stamp.",
        "<<p1|[p2 Lind] has been nothing but kind on trade>>, [p1 Ruiz] said.",
        "<<p1|I'll be back tomorrow to talk about sanctions>>, [p1 Ruiz] said.",
        "<<p1|We sign the pact, which will be a very big agreement on trade>>, [p1 Ruiz] said.",
        "<<p1|I want to thank [p2 Lind] for coming to talk about sanctions>>, [p1 Ruiz] said.",
        "<<p1|[p2 Lind] is committed to a few things>>, [p1 Ruiz] said.",
        "<<p1|They hailed the news>>, [p1 Ruiz] said.",
    ],
)
def test_more_that_is_no_stand(words: str) -> None:
    assert [(p.why, p.issue) for p in positions_of(words)] == []


@pytest.mark.parametrize(
    ("words", "polarity", "issue"),
    [
        ("<<p1|The tariff isn't just fair, it is needed>>, [p1 Ruiz] said.", "for", "tariffs"),
        ("[p1 Ruiz] supports the Fishing Act.", "for", "fishing act"),
        ("<<p1|The council must act on the embargo>>, [p1 Ruiz] said.", "for", "sanctions"),
        (
            "<<p1|The lanterns must be lit accordingly with fuel>>, [p1 Ruiz] said.",
            "for",
            "lanterns",
        ),
    ],
)
def test_more_issues(words: str, polarity: str, issue: str) -> None:
    assert [(p.polarity, p.issue) for p in positions_of(words)] == [(polarity, issue)]
