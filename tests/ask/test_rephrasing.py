"""Roundabout ways of asking are understood as plain ones."""

from __future__ import annotations

import time

import pytest

from communique.ask.question.rephrasing import plainly
from communique.ask.question.understanding import understand


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("What made Norland leave the union?", "Why did Norland leave the union?"),
        ("Whose idea was the swap of captives?", "Who proposed the swap of captives?"),
        ("Who came up with the idea of a toll?", "Who proposed a toll?"),
        ("What are Helk's demands?", "What does Helk demand?"),
        ("What threat did Helk make?", "What did Helk threaten?"),
        ("Who took part besides the two ministers?", "Who else took part?"),
        ("Can you tell me when Helk arrived?", "when Helk arrived?"),
        ("Who is the chairwoman of the commission?", "Who heads the commission?"),
        ("What is the cause of the delay in Oduvan's view?", "Why the delay according to Oduvan?"),
        ("Where were the peace talks held?", "Where were the talks held?"),
        ("Did Helk let a doctor in?", "Did Helk allow a doctor in?"),
        ("Who is to go with Helk to Azul?", "Who will accompany Helk to Azul?"),
        ("How many times did Helk call?", "How often did Helk call?"),
        ("To what extent has trade fallen?", "By how much has trade fallen?"),
        ("Who first came up with the idea of a toll?", "Who proposed a toll?"),
        ("Why did Norland put a tax on salt?", "Why did Norland impose a tax on salt?"),
        ("Who is the head of the Government?", "Who is the head of the Government?"),
    ],
)
def test_the_same_is_asked_plainly(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


def test_the_kind_is_that_of_the_plain_question() -> None:
    assert understand("What reason did Norland give for the closure?").kind == "why"
    assert set(understand("What was Norland's proposal?").acts) == {"propose", "offer"}


def test_a_condition_names_no_deed_that_is_asked_for() -> None:
    assert understand("What will Norland do if Sarovia refuses?").acts == ()


def test_what_is_counted_ends_before_what_was_done() -> None:
    assert understand("How many people marched in Dale?").thing == "person"


def test_a_long_question_is_no_trouble() -> None:
    began = time.process_time()
    for words in ("what are ", "why in the opinion of ", "who had the idea of ", "what made A "):
        plainly(words * 200)
    assert time.process_time() - began < 5
