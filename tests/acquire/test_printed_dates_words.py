"""Full dates that are followed by the word for "year", and datelines that end in a full stop."""

from __future__ import annotations

import pytest

from communique.acquire.dating.printed import only_date
from communique.acquire.imprint.dateline import dateline_at


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("14 мая 2031 года", "ru"),
        ("14 мая 2031 г.", "ru"),
        ("14 травня 2031 року", "uk"),
        ("14 мая 2031 года", "be"),
        ("14 maja 2031 r.", "pl"),
        ("14 maja 2031 roku", "pl"),
        ("2031 m. gegužės 14", "lt"),
    ],
)
def test_the_word_for_year_belongs_to_the_date(printed: str, language: str) -> None:
    found = only_date(printed, language=language)
    assert found is not None
    assert found.readings == ("2031-05-14",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("НОРСК, 14 мая 2031 года. Состоялась встреча.", "ru"),
        ("Norsk (14. Mai 2031) – Der Präsident reist ab.", "de"),
        ("NORSK, 14 de mayo de 2031. El presidente viajó.", "es"),
    ],
)
def test_a_dateline_may_end_in_a_full_stop(text: str, language: str) -> None:
    found = dateline_at(text, 0, language)
    assert found is not None
    assert found.date is not None
    assert found.date.readings == ("2031-05-14",)


def test_a_sentence_that_begins_with_a_place_is_no_dateline() -> None:
    assert dateline_at("Norsk, 14 de mayo de 2031 y el puerto.", 0, "es") is None
