"""Offices of the dead, lines of transcripts, spouses, and names that run on."""

from __future__ import annotations

import pytest
from tests.read.who.test_incumbents import whom

from communique.model import Report, body_id
from communique.read.rules import RuleReader


def names_of(text: str) -> set[str]:
    report = Report(id=body_id(text), publication="p", text=text, language="en")
    return {actor.name for actor in next(iter(RuleReader().read([report]))).actors}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "This year marks 200 years since the birth of President Aldo Marn. Yesterday the "
            "President signed a bill on the jubilee.",
            "the President",
            "the President",
        ),
        (
            "In 1794 President Aldo Marn signed the charter. In 2031 a new one is due, and aides "
            "work on it. Late on Monday the president asked for more time.",
            "the president",
            None,
        ),
        (
            "A history of the harbour. In 1861 Ivo Drahl became president. In May of that year "
            "the president ordered a canal.",
            "the president",
            "Ivo Drahl",
        ),
    ],
)
def test_the_president_is_nobody_of_long_ago(text: str, words: str, who: str | None) -> None:
    assert whom(text, words) == [who]


def test_the_lines_of_a_transcript_are_those_of_its_headline() -> None:
    text = (
        "The Marn Library\n\nTHE PRESIDENT: Thank you. President Aldo Marn built this house, "
        "President Aldo Marn loved it. President Marn wept here.\n\nTHE PRESIDENT: And so do I.\n"
    )
    said = whom(text, "THE PRESIDENT", "Remarks by President Orvo at the Marn Library")
    assert said == ["Orvo", "Orvo"]


def test_a_title_is_not_the_spouses() -> None:
    text = (
        "Vice President Ruda and Second Gentleman Emil Ruda planted a tree. The Second Gentleman "
        "spoke of forests. Later Vice President Ruda left."
    )
    assert whom(text, "The Second Gentleman") == ["Emil Ruda"]
    assert names_of(text) == {"Ruda", "Emil Ruda"}
    brothers = "Governor Oskar Venn met his brother, Mayor Jan Venn. Mayor Venn promised money."
    assert whom(brothers, "Venn")[-1:] == ["Jan Venn"]


def test_names_end_before_offices_forms_of_address_and_verbs() -> None:
    told = "Tara Murno, National Ferry League Senior Vice President for Policy, said so."
    assert "National Ferry League" in names_of(told)
    guests = "Ola Brand, U.S. Department of the Treasury & Dr. Pia Brand came."
    assert "U.S. Department of the Treasury" in names_of(guests)
    line = "President Orvo Protects the Harbours. Today President Orvo said that ferries matter."
    assert names_of(line) == {"Orvo"}
