"""Every way of naming a side beside every way of telling of a contact, in plain sentences."""

from __future__ import annotations

from itertools import cycle

import pytest

from communique.extract import extract
from communique.model import Report, body_id
from communique.read.rules import RuleReader

OPENING = "The Republic of Karsava and the Kingdom of Pelmar share a lake.\n\n"
#: Words for one side, with a part of its name.
ONE = (
    ("President Ilze Bertan", "Bertan"),
    ("The Karsavan president, Ilze Bertan,", "Bertan"),
    ("Oto Vilks, the foreign minister of Karsava,", "Vilks"),
    ("Foreign Minister Oto Vilks of Karsava", "Vilks"),
    ("The secretary of the security council, Oto Vilks,", "Vilks"),
    ("The mediator, Oto Vilks,", "Vilks"),
    ("A Karsavan delegation led by Oto Vilks", "Vilks"),
    ("Karsavan diplomats", "Karsava"),
    ("The Karsavan side", "Karsava"),
    ("The speaker of parliament Oto Vilks", "Vilks"),
    ("His Majesty King Oto II", "Oto II"),
)
#: Words for the other.
OTHER = (
    ("Pelmari President Tomas Reik", "Reik"),
    ("Pelmar's foreign minister, Ada Norling,", "Norling"),
    ("the Minister of Foreign Affairs of Pelmar, Ada Norling,", "Norling"),
    ("the UN special envoy for the lake region, Hans Gruber,", "Gruber"),
    ("the Pelmari ambassador in Varn, Ada Norling,", "Norling"),
    ("the head of the Pelmari delegation, Ada Norling,", "Norling"),
    ("EU foreign policy chief Hans Gruber", "Gruber"),
    ("the leader of the Pelmari opposition, Ada Norling,", "Norling"),
    ("the rebel commander Hans Gruber", "Gruber"),
    ("representatives of the Pelmari government", "Pelmar"),
    ("the crown prince of Pelmar, Ali bin Reik,", "Reik"),
    ("Her Excellency Ada Norling, Minister for Trade of the Republic of Pelmar,", "Norling"),
    ("the presidents of Pelmar and Sund", "Pelmar"),
)
#: What they did, and what contact that is.
TOLD = (
    ("met {} in Varn", "meeting"),
    ("met with {}", "meeting"),
    ("received {}", "meeting"),
    ("held talks with {}", "talks"),
    ("spoke by phone with {}", "call"),
    ("had a telephone conversation with {}", "call"),
    ("telephoned {}", "call"),
    ("held a telephone call with {}", "call"),
    ("hosted {} for talks", "meeting"),
    ("sat down with {}", "meeting"),
    ("had a meeting with {}", "meeting"),
    ("spoke to {} by telephone", "call"),
    ("held a bilateral meeting with {} on the margins of the forum", "meeting"),
    ("had a working breakfast with {}", "meeting"),
    ("wrote to {}", "letter"),
    ("sent a letter to {}", "letter"),
    ("had a video call with {}", "call"),
    ("welcomed {} to the palace", "meeting"),
    ("exchanged views with {} by phone", "call"),
    ("paid a courtesy call on {}", "meeting"),
    ("concluded two days of talks with {}", "talks"),
)


def sentences() -> list[tuple[str, str, str, str]]:
    """Return sentences in which each way of telling meets three pairs of sides."""
    ones, others = cycle(ONE), cycle(OTHER)
    return [
        (f"{one} {told.format(other)} on Monday.", mine, theirs, kind)
        for told, kind in (*TOLD, *TOLD, *TOLD)
        for (one, mine), (other, theirs) in [(next(ones), next(others))]
    ]


@pytest.mark.parametrize(("sentence", "mine", "theirs", "kind"), sentences())
def test_two_sides_are_read_of_any_wording(
    sentence: str, mine: str, theirs: str, kind: str
) -> None:
    text = f"{OPENING}{sentence} They discussed the lake.\n"
    report = Report(
        id=body_id(text), publication=body_id(text)[:16], text=text, published="2031-05-14",
        language="en",
    )  # fmt: skip
    (reading,) = RuleReader().read([report])
    names = {actor.id: actor.name for actor in reading.actors}
    told = [
        (
            contact.kind,
            " ".join(
                names[actor]
                for part in contact.participants
                for actor in (part.actor, part.represents)
                if actor in names
            ),
        )
        for contact in extract(reading).contacts
    ]
    assert any(each == kind and mine in sides and theirs in sides for each, sides in told), told
