"""In an interview also what is no question is answered."""

from __future__ import annotations

from pathlib import Path

from tests.ask.one_report import check_first, record_of

from communique.ask.reports.turns import put_as_told
from communique.model.span import Span

TEXT = """Radio Varn, 3 May 2031. Guest: Ann Lindqvist, Prime Minister of Sudmark.

HOLM: Prime Minister, have you read the letter?

LINDQVIST: I have.

HOLM: The president says that you have agreed to pay 3 million crowns.

LINDQVIST: That is not so. We have agreed to nothing.

HOLM: Will you go to Dale?

LINDQVIST: Not this year.
"""


def test_a_remark_of_who_asks_is_put_to_who_answers() -> None:
    turns = ["A: Have you?", "B: I have.", "A: They deny it.", "B: Let them.", "A: Will you?"]
    text, spans = " ".join(turns), []
    for each in turns:
        start = text.index(each)
        spans.append(Span(start, start + len(each)))
    assert put_as_told(text, tuple(spans), [0, 4]) == [2]


def test_what_it_says_is_answered(tmp_path: Path) -> None:
    service = record_of(TEXT, tmp_path)
    check_first(service, "Has Lindqvist agreed to pay 3 million crowns?", "That is not so")
