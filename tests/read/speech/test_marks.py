"""Quotation marks: pairs, nesting, apostrophes, forgotten and mixed-up marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.read.layers import Quoted
from communique.read.speech.marks import find_quotations
from communique.read.text import paragraphs


def quoted(text: str) -> list[str]:
    return [q.content.of(text) for q in find(text)]


def find(text: str) -> tuple[Quoted, ...]:
    return find_quotations(text, paragraphs(text))


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We met,” she said. “We will meet again.”", ["We met,", "We will meet again."]),
        ('"We met," she said, "and we parted."', ["We met,", "and we parted."]),
        ("''We met,'' she said. ''Twice.''", ["We met,", "Twice."]),
        ("„Wir kommen“, sagte sie. „Morgen.“", ["Wir kommen", "Morgen."]),
        ("»Wir kommen«, sagte sie.", ["Wir kommen"]),
        ("«Мы едем», — сказала она.", ["Мы едем"]),
        ("« Nous venons », dit-elle.", ["Nous venons"]),
        ("”Vi kommer”, sade hon. ”I morgon.”", ["Vi kommer", "I morgon."]),
        ("她说：「我们会来。」", ["我们会来。"]),
        ("“Hello,“ she said. “Bye,“ he said.", ["Hello,", "Bye,"]),
        ("She said:“yes”.He left.", ["yes"]),
    ],
)
def test_all_kinds_of_marks(text: str, contents: list[str]) -> None:
    assert quoted(text) == contents


def test_marks_in_marks_are_nested() -> None:
    text = "“I told him: ‘We’re the states’ ally.’ He left,” she said."
    outer, inner = find(text)
    assert outer.parent is None
    assert inner.parent == 0
    assert inner.content.of(text) == "We’re the states’ ally."


def test_straight_marks_in_straight_marks_are_nested() -> None:
    text = '"He signed it "Orr." That is rare," the envoy explained.'
    assert quoted(text) == ['He signed it "Orr." That is rare,', "Orr."]


def test_one_guillemet_closes_two() -> None:
    assert quoted("Завод «Имени «Труда» открыт.") == ["Имени «Труда", "Труда"]


@pytest.mark.parametrize(
    "text",
    [
        "The parties’ wish and the states' plan of the ’90s aren't new.",
        "He is 6'2\" tall.",
        'a 27" screen',
        "rock ’n’ roll",
        "don't can't won't",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_does_not_close() -> None:
    text = "“She spoke of ‘the parties’ wish for peace’ and left,” he said."
    assert quoted(text)[1] == "the parties’ wish for peace"


def test_each_paragraph_may_open_anew() -> None:
    text = "“One.\n“Two.\n“Three,” she said."
    assert quoted(text) == ["One.", "Two.", "Three,"]
    assert [q.close is None for q in find(text)] == [True, True, False]


def test_a_quotation_runs_through_paragraphs_that_do_not_open_anew() -> None:
    text = "“One.\nTwo.\nThree,” she said."
    assert quoted(text) == ["One.\nTwo.\nThree,"]


def test_a_forgotten_mark_does_not_turn_the_next_paragraph_inside_out() -> None:
    text = "“One, she said.\nShe said: “Two.” He nodded."
    assert quoted(text)[-1] == "Two."


def test_a_missing_opening_mark() -> None:
    text = "We will come,” she said."
    (found,) = find(text)
    assert found.open is None
    assert found.content.of(text) == "We will come,"


def test_editors_elision_is_an_apostrophe() -> None:
    assert quoted("In the ‘90s they met.") == []


MARKS = "\"'“”‘’«»„‚‹›「」`′″\n .,aS5—["


@given(st.text(alphabet=MARKS, max_size=80))
def test_any_heap_of_marks_gives_proper_nesting(text: str) -> None:
    found = find(text)
    for number, one in enumerate(found):
        assert one.content.end <= len(text)
        assert one.open is not None or one.close is not None
        if one.parent is not None:
            assert one.parent < number
            assert found[one.parent].content.covers(one.content)


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "’", "«", "s’ ", '" ', "‘a’ ", "'' "])
def test_ten_thousand_marks_take_linear_time(mark: str) -> None:
    begun = time.process_time()
    find(mark * 10_000)
    assert time.process_time() - begun < 3


def test_a_dash_opens_speech_where_a_tag_shows_it() -> None:
    text = "— Мы встретились, — сказал Орр, — и расстались.\n— Когда?\n— Вчера."
    assert quoted(text) == ["Мы встретились,", "и расстались.", "Когда?", "Вчера."]


def test_a_dash_opens_the_items_of_a_list() -> None:
    assert quoted("The talks:\n– trade,\n– borders,\n– prisoners.") == []
