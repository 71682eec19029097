"""Headings and the lines below them, in texts whose paragraphs stand on one line each."""

from __future__ import annotations

from communique.read.text.paragraphs import paragraphs

_LONG = "The envoys of Velland and Kadar met on the island of Sarn to speak of the locks, " * 3


def split(text: str) -> list[str]:
    """Return the paragraphs of a text as words."""
    return [span.of(text) for span in paragraphs(text)]


def test_a_heading_and_the_line_below_it_are_two() -> None:
    head = "Chancellor Wiebeck speaks with President Obren"
    line = "Press release 118 of 13 May 2031"
    assert split(f"{head}\n{line}\n\n{_LONG}")[:2] == [head, line]


def test_two_wrapped_lines_are_one_where_all_is_wrapped() -> None:
    text = "The envoys of Velland and Kadar met on the island of\nSarn to speak of the locks."
    assert split(text) == [text]


def test_an_item_of_a_list_may_run_over_a_line_end() -> None:
    item = "(a) Commission for the Locks; Order of the Council\nof Velland, as amended."
    assert split(f"{item}\n\n{_LONG}")[0] == item
