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
