"""Names of issues in stories are whole, as they are printed."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

NAMES = [
    ("[p1 Ruiz] is prepared for a fight at the miners' congress.", "fight at the miners' congress"),
    ("[p1 Ruiz] criticised [p2 Lind]'s use of private letters.", "lind's use of private letters"),
    ("[p1 Ruiz] wants to reshape her image.", "reshaping her image"),
    (
        "[p1 Ruiz] called for a ban on salt imports makes him angry.",
        "ban on salt imports",
    ),
    (
        "[p1 Ruiz] backed a proposal to limit miners' leave.",
        "limiting miners' leave",
    ),
    ("[p1 Ruiz] supports the Harrow bridge in the north.", "harrow bridge"),
    ("[p1 Ruiz] is committed to river rules.", "river rules"),
    (
        "[p1 Ruiz] called for tighter rules for the “shadow mining” that goes on at night.",
        "tighter rules for shadow mining that goes on at night",
    ),
    (
        "[p1 Ruiz] criticised the millers she has spent years attacking.",
        "millers she has spent years attacking",
    ),
    ("[p1 Ruiz] denounced the pact signed by the millers.", "pact signed by millers"),
    ("[p1 Ruiz] proposed a tax on boats bringing salt.", "tax on boats bringing salt"),
    ("[p1 Ruiz] agreed to a phone call.", "phone call"),
    (
        "[p1 Ruiz] urged the guild to share any steps it is taking to update the coal targets.",
        "sharing any steps it is taking to update the coal targets",
    ),
    ("[p1 Ruiz] backs former mill governor [p2 Bo Lind], and left.", "Bo Lind"),
    ("[p1 Ruiz] praised [p2 Lind]'s history with the millers.", "lind's history with millers"),
    ("[p1 Ruiz]'s support for the new mill board wore off quickly.", "mill board"),
    ("The board raised a tax on salt, which [p1 Ruiz] criticised.", "tax on salt"),
    ("[p1 Ruiz] blasted [p2 Lind] almost daily.", "Lind"),
]


@pytest.mark.parametrize(("words", "name"), NAMES, ids=[words for words, _ in NAMES])
def test_a_name_is_read_from_its_first_word_to_its_last(words: str, name: str) -> None:
    assert [p.issue for p in positions_of(words, plain=True)] == [name]


@pytest.mark.parametrize(
    "words",
    ["[p1 Ruiz] proposed giving them work.", "[p1 Ruiz] hopes to prevent him from mining salt."],
)
def test_who_is_left_open_names_nothing(words: str) -> None:
    assert not positions_of(words, plain=True)


DUE = [
    ("<<p1|[s1 Lutha] should share the lake's water>>, [p1 Ruiz] said.", ["sharing lake's water"]),
    ("<<p1|Our tax code should reward work>>, [p1 Ruiz] said.", []),
    ("<<p1|Everyone in the country should be worried>>, [p1 Ruiz] said.", []),
]


@pytest.mark.parametrize(("words", "names"), DUE, ids=[words for words, _ in DUE])
def test_what_ought_to_be_done_is_told_with_who_does_it(words: str, names: list[str]) -> None:
    assert [p.issue for p in positions_of(words, plain=True)] == names


PASSIVES = [
    ("A court blocked the mill tax, opposed by [p1 Ruiz].", [("mill tax", "against")]),
    ("[p2 Lind] sought a compromise plan endorsed by [p1 Ruiz].", [("compromise plan", "for")]),
    ("The boat recommended by [p1 Ruiz] sank.", []),
    ("[p1 Ruiz] was blasted by some of his own rivals.", []),
]


@pytest.mark.parametrize(("words", "stands"), PASSIVES, ids=[words for words, _ in PASSIVES])
def test_what_is_opposed_by_somebody_is_the_noun_before(
    words: str, stands: list[tuple[str, str]]
) -> None:
    told = positions_of(words, plain=True)
    assert [(p.issue, p.polarity) for p in told if p.actor == "p1"] == stands


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("[p1 Ruiz] tried to make her mark.", 0),
        ("[p1 Ruiz] struggled to gain traction.", 0),
        ("[p1 Ruiz] agrees with [p2 Lind].", 0),
        ("[p1 Ruiz] agrees with [p2 the Harbour Party].", 0),
        ("[p1 Ruiz] had opposing views on salt.", 0),
        ("[p1 Ruiz] was backing down from the coal levy.", 0),
        ("The changes [p1 Ruiz] wanted to make in the mill are known.", 0),
        ("[p1 Ruiz] tried to block the coal levy.", 1),
    ],
)
def test_what_one_only_strives_for_is_no_stand(words: str, count: int) -> None:
    assert len(positions_of(words, plain=True)) == count
