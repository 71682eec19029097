"""Interviews whose turns are labelled by family names in capitals."""

from __future__ import annotations

import pytest

from communique.model import Reading, Report, body_id
from communique.read.rules import RuleReader

INTERVIEW = """Adair: “We did not want to land”

Ada Marsh of Quay Radio spoke to Colm Adair.

MARSH: Did you call Minister Lund?

ADAIR: I did. I asked her to let us go.

MARSH: Will you fly again?

ADAIR: Never.
"""


@pytest.fixture(scope="module", name="met")
def _met() -> Reading:
    id = body_id(INTERVIEW)
    report = Report(id=id, publication=id[:16], text=INTERVIEW, language="en")
    return next(iter(RuleReader().read([report])))


def test_a_label_in_capitals_is_the_person_of_that_family_name(met: Reading) -> None:
    names = {actor.id: actor.name for actor in met.actors}
    turns = [names.get(one.speaker or "") for one in met.statements if one.form == "direct"]
    assert "MARSH" not in names.values()
    assert turns[1:] == ["Ada Marsh", "Colm Adair", "Ada Marsh", "Colm Adair"]
    assert len(turns) == 5  # the headline is no turn


def test_an_answer_takes_up_whom_the_question_names(met: Reading) -> None:
    lund = next(actor for actor in met.actors if actor.name == "Lund")
    assert [span.of(INTERVIEW) for span in lund.pronouns] == ["her"]


def test_a_label_that_names_nobody_is_who_speaks() -> None:
    text = (
        "MODERATOR: Thank you all.\n\nSENIOR OFFICIAL #1: I met the envoy.\n\n"
        "Q    When?\n\nSENIOR OFFICIAL #1: I forget.\n\nSENIOR PORT BOARD OFFICIAL: In May.\n"
    )
    id = body_id(text)
    report = Report(id=id, publication=id[:16], text=text, language="en")
    met = next(iter(RuleReader().read([report])))
    names = {actor.id: actor.name for actor in met.actors}
    one, two = "senior official #1", "senior port board official"
    spoken = [names.get(said.speaker or "") for said in met.statements if said.why == "turn"]
    assert spoken == [None, one, None, one, two]
    assert [len(actor.pronouns) for actor in met.actors if actor.name == one] == [2]
