"""Stands taken by "yes" and "no", and by pointing at what was asked."""

from __future__ import annotations

import pytest

from communique.extract.positions.extractor import PositionExtractor
from communique.extract.view import View
from communique.model import Claims, Report, body_id
from communique.read.rules import RuleReader

TALK = """Interview with Lea Stern, Foreign Minister of Ruritania

Q: {question}

MS. STERN: {answer}

Q: And what comes next?

MS. STERN: We shall see.
"""

# question, answer -> side and issue
ANSWERS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("Do you support the lake treaty?", "Yes, of course.", [("for", "lake agreement")]),
    ("Are you against a truce?", "No.", [("for", "ceasefire")]),
    ("Will you accept the annexation of the valley?", "Never.", [("against", "annexation")]),
    ("Would you back a truce?", "Yes, if the guns are removed.", [("conditional", "ceasefire")]),
    ("Are you for a peacekeeping force in the valley?", "I am for it.",
     [("for", "peacekeepers and observers")]),
    ("Should the sanctions be lifted?", "They should, and soon.", [("against", "sanctions")]),
    ("Should the sanctions stay?", "No, they hurt the poor.", [("against", "sanctions")]),
    ("Is partition an option?", "It is not. It never was.", [("against", "partition")]),
    ("Is it right to close the border?", "No, it is wrong.", [("for", "open borders")]),
    ("Should Norland join the union?", "Well, yes, I think so.",
     [("for", "norland joining union")]),
    ("Do you think we should talk to the guild?", "Of course we should.",
     [("for", "talking to guild")]),
    ("Would you rule out a new mine?", "No, I would not.", []),
    ("So you want a ceasefire?", "Yes, we want it.", [("for", "ceasefire")]),
    ("What is your view of the tariffs?", "They are stupid.", [("against", "tariffs")]),
    ("What do you say of your opposition to the lake treaty?", "They are long texts.", []),
    ("Should we meet in May?", "It should rain.", []),
    ("Is the minister ill?", "It is cold.", []),
    ("Do you see a role for Norland?", "Yes, I see it.", []),
    ("Do you support the treaty or the truce?", "Yes.", []),
    ("Don't you support the truce?", "Yes.", []),
    ("Do you like coffee?", "Yes.", []),
    ("Do you support the lake treaty?", "It is a long text.", []),
    ("Who supports the truce?", "Yes, good question.", []),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "want"), ANSWERS)
def test_yes_and_no_take_a_stand(question: str, answer: str, want: list[tuple[str, str]]) -> None:
    text = TALK.format(question=question, answer=answer)
    report = Report(id=body_id(text), publication=body_id(text)[:16], text=text, language="en")
    [reading] = RuleReader().read([report])
    found = PositionExtractor().extract(View(reading), Claims()).positions
    assert [(p.polarity, p.issue) for p in found] == want
    names = {actor.id: actor.name for actor in reading.actors}
    assert {names[p.actor or ""] for p in found} <= {"Lea Stern"}
