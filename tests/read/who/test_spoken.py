"""Whom "the President" means in the mouth of one who has just named a president."""

import pytest

from communique.model import Span
from communique.read.speech.marks import find_quotations
from communique.read.text import segment, tokenize
from communique.read.who import build_cast

MET = "French President Emil Roche received German envoy Ann Lee. "


def called(said: str) -> list[str]:
    """Return what President Bo Dahl is called."""
    text = MET + said
    sentences = segment(text, "en")
    marks = find_quotations(text, (Span(0, len(text)),))
    cast = build_cast(text, sentences, tokenize(text, sentences), quotes=marks, language="en")
    dahl = next(actor for actor in cast.actors.values() if actor.name == "Bo Dahl")
    return [span.of(text) for span in dahl.mentions]


def test_who_is_named_with_the_office_is_meant_by_the_office() -> None:
    said = "“I saw President Bo Dahl. The President told me to wait,” Lee said."
    assert called(said) == ["Bo Dahl", "The President"]


@pytest.mark.parametrize(
    "said",
    [
        "“I saw President Bo Dahl,” Lee said. “The President is kind,” Roche said.",
        "“The President spoke to President Bo Dahl. The President told him so,” Lee said.",
    ],
)
def test_another_quotation_or_one_said_before_is_of_another(said: str) -> None:
    assert called(said) == ["Bo Dahl"]
