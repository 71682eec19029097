"""Whose "we" a text is that a body issues as its own statement."""

from __future__ import annotations

import pytest

from communique.extract.view import View
from extract.build import reading

_HEADING = "Statement by [o1 the Harbour Ministry of Lutha]\n\n"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (_HEADING + "We demand that the gates be opened.", "o1"),
        (_HEADING + "The gates were opened.", None),
        (_HEADING + "<<p1|We opened the gates>>, [p1 Ruiz] said.", None),
        ("[o1 The Harbour Ministry] met. We went home.", None),
    ],
)
def test_who_says_we_in_a_statement(text: str, issuer: str | None) -> None:
    view = View(reading(text))
    assert view.issuer == issuer
    assert view.speaker_at(len(view.text) - 3) == issuer


def test_quoted_words_of_nobody_known_are_not_the_issuers() -> None:
    view = View(reading(_HEADING + "We regret it. <<|You lied>>, somebody said."))
    assert view.speaker_at(view.text.index("lied")) is None
