"""Who "the President" is where reporters ask, and who "you" is there."""

from typing import Any

import pytest

from communique.model import Report, body_id
from communique.read.rules import RuleReader
from communique.read.who.printed.front import letterhead

ASKED = (
    "Q Did the President call President Devi of Peru?\n\n"
    "MS. FELL: The President spoke with President Devi on Monday.\n\n"
    "Q And what will President Tassel do next?\n\n"
    "MS. FELL: President Tassel is proud of the Tassel administration. The President will wait.\n\n"
    "Q And former President Oduya?\n\n"
    "MS. FELL: The President does not answer former President Oduya.\n"
)


def whom(text: str, words: str, title: str | None = None) -> list[str | None]:
    """Return who each place of these words goes to."""
    report = Report(id=body_id(text), publication="p", text=text, title=title, language="en")
    reading = next(iter(RuleReader().read([report])))
    found: dict[int, str | None] = {}
    at = text.find(words)
    while at >= 0:
        found[at] = None
        at = text.find(words, at + 1)
    for actor in reading.actors:
        for span in (*actor.mentions, *actor.pronouns):
            if span.start in found and span.of(text) == words:
                found[span.start] = actor.name
    return list(found.values())


def test_the_president_is_who_is_named_as_such_now() -> None:
    assert whom(ASKED, "The President") == ["Tassel", "Tassel", "Tassel"]
    assert whom(ASKED, "the President") == ["Tassel"]


@pytest.mark.parametrize(
    "said",
    [
        "President Tassel and the First Lady will travel.",
        "The Tassel administration is working. President Tassel and President Tassel’s team are.",
        "President Tassel wants it. President Tassel said so. President Tassel will sign.",
    ],
)
def test_what_tells_the_incumbent(said: str) -> None:
    text = (
        "Q Did the President call?\n\nMS. FELL: He had a call with President Devi.\n\n"
        f"Q And?\n\nMS. FELL: {said}\n\nQ And when?\n\nMS. FELL: The President is glad.\n"
    )
    assert whom(text, "The President") == ["Tassel"]


def test_the_headline_tells_the_incumbent() -> None:
    text = (
        "Q Will you sign?\n\nTHE PRESIDENT: Yes.\n\nQ And President Devi?\n\n"
        "THE PRESIDENT: President Devi is kind. I like President Devi.\n\nQ And when?\n"
    )
    title = "Remarks by President Tassel Before Departure"
    assert whom(text, "THE PRESIDENT", title) == ["Tassel", "Tassel"]


@pytest.mark.parametrize(
    "said",
    [
        "He spoke to President Devi. The President called President Devi twice.",
        "President Devi of Peru called. President Devi of Peru is a friend.",
        "Former President Devi and former President Roe were there.",
    ],
)
def test_others_with_the_title_are_not_the_incumbent(said: str) -> None:
    text = (
        f"Q Did the President call?\n\nMS. FELL: {said}\n\nQ And?\n\n"
        "MS. FELL: I have nothing.\n\nQ And when?\n\nMS. FELL: The President is glad.\n"
    )
    assert "Devi" not in str(whom(text, "The President")[-1])


def test_a_president_is_not_the_president() -> None:
    text = (
        "Q Would a President do that?\n\nMS. FELL: A President works hard. The President does.\n\n"
        "Q And?\n\nMS. FELL: The President is glad.\n\nQ And when?\n\nMS. FELL: Soon.\n"
    )
    assert whom(text, "The President") == ["The President", "The President"]


ROOM = (
    "Q Can you say more?\n\nMS. FELL: As you saw, we did. Ann Orr can tell you more.\n\n"
    "MR. ORR: Thank you. I told you that it is, you know, a start.\n\n"
    "Q Mr. Orr, did you call?\n\nMR. ORR: I did. You will hear more.\n\nQ Thank you.\n"
)


def test_you_in_a_question_is_who_answers() -> None:
    assert whom(ROOM, "you")[0] == "FELL"


def test_you_in_an_answer_is_not_the_other_who_answers() -> None:
    asked = whom(ROOM, "you")
    assert asked == ["FELL", None, None, None, None, None, "ORR", None]
    assert whom(ROOM, "You") == [None]


def test_what_was_said_to_workers_of_a_state_was_not_said_to_the_state() -> None:
    text = "“I have your back,” Premier Lena Marsh told Peru steel workers."
    assert whom(text, "your") == [None]


def test_you_know_is_said_to_nobody(read: Any) -> None:
    text = "Lena Marsh met Ann Orr. “It is, you know, cold. I told you,” Marsh told Orr."
    assert whom(text, "you") == [None, "Ann Orr"]


def test_thanks_for_the_floor_make_nobody_the_listener_of_a_whole_turn() -> None:
    more = "We will come back to it when there is more to say, and not before that. " * 5
    text = (
        "MS. FELL: Good morning. Here is Tom Orr.\n\nMR. ORR: Thank you, Fell. I want to tell you "
        f"of the port. {more}\n\nQ Will it open?\n\nMR. ORR: Yes.\n\nQ When?\n\nMR. ORR: In May.\n"
    )
    assert whom(text, "you")[-1] is None


READOUT = (
    "President Alvar Sten spoke by telephone with the President of the Republic of Latvia, Laura "
    "Kalns.\n\nThe President wants an answer. He reminded Ms Kalns of the treaty.\n\n"
    "The President thanked her.\n"
)


@pytest.mark.parametrize("over", ["", "Statement by the Spokesman of the President, Jan Roe\n\n"])
def test_the_president_is_that_of_the_office_that_puts_the_report_out(over: str) -> None:
    title = "Office of the President of the Republic of Finland"
    assert whom(over + READOUT, "The President", title) == ["Alvar Sten", "Alvar Sten"]


def test_a_headline_that_names_an_office_among_others_is_no_letterhead() -> None:
    assert letterhead("Office of the President of Finland denies a report") == ()
    assert letterhead("Government of Finland") == ("Government of Finland",)


def test_who_is_named_late_and_seldom_is_another() -> None:
    """In the room "the President" needs no name; who is named once, later, is one they talk of."""
    text = (
        "Q Will the President travel?\n\nMS. FELL: The President will travel on Monday.\n\n"
        "Q And then?\n\nMS. FELL: The President will meet the mayors. The President is glad.\n\n"
        "Q And when did President Devi call?\n\nMS. FELL: The President was asleep then.\n"
    )
    assert "Devi" not in whom(text, "The President")


def test_one_year_beside_a_name_makes_nobody_of_long_ago() -> None:
    text = (
        "Q Is the bridge of 1956 safe, as President Tassel says?\n\n"
        "MS. FELL: President Tassel saw it in May 2031. President Tassel is glad.\n\n"
        "Q And what will be done?\n\nMS. FELL: President Tassel pays. The President will wait.\n"
    )
    assert whom(text, "The President") == ["Tassel"]
