"""How far what two accounts say differs, slot by slot."""

from __future__ import annotations

import pytest
from tests.reconcile.making import HELK, MIRA, actor, contact

from communique.model import Label, Place, When
from communique.model.rows import ContactRow, ParticipantRow
from communique.reconcile.accounts.lengths import minutes
from communique.reconcile.accounts.slots import agree, content, difference, greatest, sided

NORLAND = actor("Norland", "state")


def day(value: str) -> dict[str, object]:
    return {"date": When(raw=value, value=value)}


def length(value: str, raw: str = "") -> dict[str, object]:
    return {"duration": When(raw=raw or value, type="duration", value=value)}


def channel(words: str) -> dict[str, object]:
    return {"channel": words}


def place(name: str) -> dict[str, object]:
    return {"place": Place(raw=name, name=name, evidence=())}


def topics(*labels: str) -> dict[str, object]:
    return {"topics": tuple(Label(label=label, evidence=()) for label in labels)}


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("date", day("2031-05-17"), day("2031-05-17"), None),
        ("date", day("2031-05-17"), day("2031-05"), "precision"),
        ("date", day("2031-05-17"), day("2031-05-18"), "contradiction"),
        ("date", day("2031-05-17"), day("XXXX-05-17"), "precision"),
        ("date", day("2031-05-17"), day("XXXX-05-19"), "contradiction"),
        ("duration", length("PT60M"), length("PT1H"), "spelling"),
        ("duration", length("PT40M"), length("PT1H"), "contradiction"),
        ("duration", length("PT50M"), length("PT1H~"), "precision"),
        ("duration", length("PT20M"), length("PT1H~"), "contradiction"),
        ("duration", length("PT45M"), length("PT30M", "more than half an hour"), "precision"),
        ("duration", length("PT20M"), length("PT30M", "more than half an hour"), "contradiction"),
        ("duration", length("PT50M"), length("PT1H", "nearly an hour"), "precision"),
        ("duration", length("PT75M"), length("PT1H", "nearly an hour"), "contradiction"),
        ("channel", channel("by phone"), channel("over the telephone"), "spelling"),
        ("channel", channel("by telephone"), channel("by video link"), "contradiction"),
        ("place", place("Varn"), place("the town hall of Varn"), "precision"),
        ("place", place("Velmora"), place("Wellmora"), "spelling"),
        ("place", place("Varn"), place("Ostrel"), "contradiction"),
        ("kind", {"kind": "talks"}, {"kind": "meeting"}, "precision"),
        ("kind", {"kind": "talks"}, {"kind": "call"}, "precision"),
        ("kind", {"kind": "other"}, {"kind": "letter"}, "precision"),
        ("kind", {"kind": "visit"}, {"kind": "talks"}, "precision"),
        ("kind", {"kind": "visit"}, {"kind": "call"}, "contradiction"),
        ("kind", {"kind": "call"}, {"kind": "meeting"}, "contradiction"),
        ("status", {"status": "planned"}, {"status": "held"}, "time"),
        ("status", {"status": "declined"}, {"status": "held"}, "contradiction"),
        ("topics", topics("Grain quotas"), topics("grain quotas"), None),
        ("topics", topics("ferries"), topics("ferries", "grain"), "more"),
        ("series", {"series": 3}, {"series": 5}, "contradiction"),
        ("initiator", {"initiator": MIRA}, {"initiator": HELK}, "contradiction"),
    ],
)
def test_a_slot(
    name: str, one: dict[str, object], other: dict[str, object], expected: str | None
) -> None:
    mine, theirs = content(name, contact(1, **one)), content(name, contact(2, **other))
    assert mine is not None
    assert theirs is not None
    assert difference(name, mine, theirs) == expected
    assert difference(name, theirs, mine) == expected


def test_who_started_it_may_be_told_by_the_state() -> None:
    parts = (ParticipantRow(actor=MIRA, represents=NORLAND), ParticipantRow(actor=HELK))
    person = content("initiator", contact(1, participants=parts, initiator=MIRA))
    state = content("initiator", contact(2, initiator=NORLAND))
    assert person is not None
    assert state is not None
    assert difference("initiator", person, state) == "precision"


def test_for_whom_somebody_stands_may_be_told_by_another_account() -> None:
    told = contact(1, participants=(ParticipantRow(actor=MIRA, represents=NORLAND),))
    untold = contact(2, participants=(ParticipantRow(actor=MIRA),), initiator=MIRA)
    person = content("initiator", sided(untold, [told, untold]))
    state = content("initiator", contact(3, initiator=NORLAND))
    assert person is not None
    assert state is not None
    assert difference("initiator", person, state) == "precision"


def test_dates_agree_only_if_one_day_may_be_all_of_them() -> None:
    said = [content("date", contact(n, **day(v))) for n, v in enumerate(["2031-05", "2031-05-03"])]
    found = [each for each in said if each]
    assert agree("date", found)
    later = content("date", contact(9, **day("2031-05-04")))
    assert later is not None
    assert greatest("date", [*found, later]) == "contradiction"
    assert not agree("date", [*found, later])


def test_states_and_who_spoke_for_them_are_the_same_sides() -> None:
    spoke = ParticipantRow(actor=MIRA, role="party", represents=NORLAND, evidence=())
    named = ParticipantRow(actor=NORLAND, role="party", evidence=())
    other = ParticipantRow(actor=HELK, role="party", evidence=())

    def apart(*participants: ParticipantRow) -> str | None:
        said = [
            content("participants", contact(number, participants=people))
            for number, people in enumerate(((spoke, other), participants), 1)
        ]
        return greatest("participants", [each for each in said if each])

    assert apart(named, other) == "precision"
    assert apart(named) == "more"


def test_lists_agree_if_one_has_all_of_the_other() -> None:
    def said(*labels: str) -> ContactRow:
        return contact(1, **topics(*labels))

    def agrees(*rows: ContactRow) -> bool:
        return agree("topics", [c for row in rows if (c := content("topics", row))])

    assert agrees(said("grain"), said("grain", "ferries"))
    assert not agrees(said("grain"), said("ferries"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("PT1H30M", 90), ("P2D", 2880), ("PT40M~", 40), ("P1W", 10080), ("P", None), ("XX", None)],
)
def test_minutes(value: str, expected: float | None) -> None:
    assert minutes(When(raw="", type="duration", value=value)) == expected
