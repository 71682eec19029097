"""Acts that say whom, what and on which condition, and words that say too little to be one."""

from __future__ import annotations

import pytest

from communique.model import Act, Reading
from extract.acts.scene import acts_behind

_LEAD = (
    "Borduria, Kelmara, Norland and Tavria share a lake. Eva Strand, Prime Minister of Norland, "
    "met Radek Holm, Foreign Minister of Borduria.\n\n"
)

#: What says too little: it breaks off, only points elsewhere, or nobody knows who is thanked.
NOTHING = [
    '"And, Magda, thank you for the soup," Eva Strand said.',
    "Eva Strand dismissed it.",
    "Eva Strand made that announcement a year ago.",
    '"We will fight. We will win," Eva Strand said.',
    '"We kept the mills open and intend to do so for years to come," Eva Strand said.',
    '"That is unacceptable," Eva Strand said.',
    '"These are the things that we agreed to do in spring," Eva Strand said.',
    '"I am going to cut, by half, the tolls," Eva Strand said.',
    "Eva Strand spoke of threats coming from Tavria.",
    '"We are prepared to once again defend the lake," Eva Strand said.',
    "Norland spoke of the current and proposed export curbs of Tavria.",
    "Norland spoke of Tavria's growing demand for clean coal.",
    '"With Norland support it will remain a port," Eva Strand said.',
    '"We — this bill is going to help the mills," Eva Strand said.',
    '"I am going to give you a piece of advice," Eva Strand said.',
    '"I will hand it over to Sam," Eva Strand said.',
    '"We will build a brighter future for our nation," Eva Strand said.',
    '"I promised myself to keep it together," Eva Strand said.',
    '"It is her decision to make," Eva Strand said of Magda Fenn.',
    "The fund pays for training and community support efforts of Norland.",
    '"We are ready to meet the competition," Eva Strand said.',
    '"Magda, I would ask you to come up," Eva Strand told the crowd.',
    "A vote will get the lake back closer to normal.",
]

#: Sentence -> condition.
CONDITIONS = {
    '"If the five are freed, we are ready to discuss the port," Radek Holm said.': (
        "If the five are freed"
    ),
    "Norland is willing to talk, provided that the guns fall silent, Eva Strand said.": (
        "provided that the guns fall silent"
    ),
    "Borduria would lift the ban on condition that inspectors are let in, Radek Holm said.": (
        "on condition that inspectors are let in"
    ),
    '"We will recognise the island only if its people vote for it," Eva Strand said.': (
        "only if its people vote for it"
    ),
    '"Unless Tavria withdraws its guns, we will close the border," Eva Strand said.': (
        "Unless Tavria withdraws its guns"
    ),
}

#: Sentence -> type, who, with whom together, to whom.
SIDES = [
    ("Borduria and Kelmara swapped 40 prisoners.", "release", "Borduria", ["Kelmara"], None),
    ("Norland and Tavria jointly announced a loan.", "announce", "Norland", ["Tavria"], None),
    ("Radek Holm thanked Eva Strand and Tavria announced a loan.", "announce", "Tavria", [], None),
    ('"Madam Prime Minister, I ask you to free our sailors," Radek Holm said at a meeting with '
     "Eva Strand.", "request", "Radek Holm", [], "Eva Strand"),
    ('"I want to thank you, Doctor Fenn, for the walk," Eva Strand said.', "thank", "Eva Strand",
     [], "Fenn"),
    ("Radek Holm said that his talks with Eva Strand went well, but denied that a deal had been "
     "reached.", "deny", "Radek Holm", [], None),
    ("Kelmara summoned the Bordurian ambassador over the raid.", "criticise", "Kelmara", [],
     "Borduria"),
    ("Norland revoked the visas of twelve officials.", "sanction", "Norland", [], None),
    ("Tavria extradited the former general Osk Tarn to Norland.", "release", "Tavria", [],
     "Norland"),
]  # fmt: skip

MATTERS = {
    "Eva Strand thanked the divers.": "thanked the divers",
    "Eva Strand pledged to renew the Norland–Tavria fund.": "renew the Norland–Tavria fund",
    "Eva Strand welcomed the vote on tolls and looked forward to the fair.": "the vote on tolls",
    "Eva Strand announced that Norland, in the coming months, will open a school.": (
        "Norland, in the coming months, will open a school"
    ),
    "Eva Strand called for a tax on large, profitable firms.": "a tax on large, profitable firms",
    "Eva Strand signed the [Harbour Act](https://example.org/acts/harbour) in May.": (
        "signed the Harbour Act"
    ),
}


def _acts(words: str) -> tuple[Reading, tuple[Act, ...]]:
    return acts_behind(_LEAD, words)


@pytest.mark.parametrize("words", NOTHING)
def test_what_says_too_little_is_no_act(words: str) -> None:
    assert [(act.why, act.what) for act in _acts(words)[1]] == []


@pytest.mark.parametrize("words", CONDITIONS)
def test_the_condition_of_an_act(words: str) -> None:
    reading, acts = _acts(words)
    assert len(acts) > 0
    assert acts[0].condition is not None
    assert acts[0].condition[0].of(reading.report.text) == CONDITIONS[words]
    assert acts[0].status in ("conditional", "planned")


@pytest.mark.parametrize(("words", "type_", "who", "others", "whom"), SIDES)
def test_who_acts_and_towards_whom(
    words: str, type_: str, who: str, others: list[str], whom: str | None
) -> None:
    reading, acts = _acts(words)
    names = {actor.id: actor.name for actor in reading.actors}
    assert (type_, who, others, whom) in [
        (
            act.type,
            names.get(act.actor or ""),
            [names[one] for one in act.joint],
            names.get(act.towards or ""),
        )
        for act in acts
    ]


@pytest.mark.parametrize("words", MATTERS)
def test_what_an_act_is_about(words: str) -> None:
    assert [act.what for act in _acts(words)[1]] == [MATTERS[words]]
