"""To whom an act is addressed: by its words, by the occasion, by what it answers."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Report, body_id
from communique.read.rules import RuleReader
from extract.build import reading
from extract.states import states_known

# words -> type (any of), actor, towards; written down before the first of them was read
CASES: list[tuple[str, tuple[str, str, str | None]]] = [
    ("[s1 Kelmara] called on [s2 Tavria] to open its dams.", ("request", "s1", "s2")),
    ("[p1 Adeyi] appealed to [o1 the League] for boats.", ("request", "p1", "o1")),
    ("[p1 Adeyi] wrote to [p2 Holm], urging [~p2 him] to free the crew.", ("request", "p1", "p2")),
    ("In a letter to [p2 Holm], [p1 Adeyi] demanded an apology.", ("demand", "p1", "p2")),
    ("[p1 Adeyi] promised [g1 the miners] a pay rise.", ("promise", "p1", "g1")),
    ("[p1 Adeyi] pledged to [p2 Holm] that the road would stay open.", ("promise", "p1", "p2")),
    ("[p1 Adeyi] congratulated [p2 Holm] on his election.", ("congratulate", "p1", "p2")),
    ("[s1 Kelmara] agreed with [s2 Tavria] to reopen the line.", ("agree", "s1", "s2")),
    ("[p1 Adeyi] blamed [s2 Tavria] for the flood.", ("accuse", "p1", "s2")),
    ("[p1 Adeyi] took [s2 Tavria] to task over the flood.", ("criticise", "p1", "s2")),
    ("[p1 Adeyi] was thanked by [p2 Holm] for the boats.", ("thank", "p2", "p1")),
    ("[p1 Adeyi] assured [p2 Holm] of her support.", ("support|promise", "p1", "p2")),
    ("[p1 Adeyi] warned [s2 Tavria] against crossing the line.", ("warn", "p1", "s2")),
    ("[p1 Adeyi] issued a warning to [s2 Tavria].", ("warn", "p1", "s2")),
    ("[s1 Kelmara] sent [s2 Tavria] 40 tonnes of flour.", ("aid", "s1", "s2")),
    ("[s1 Kelmara] delivered tents to [s2 Tavria].", ("aid", "s1", "s2")),
    ("<<p1|I ask [p2 Holm] to come back>>, [p1 Adeyi] said.", ("request", "p1", "p2")),
    ("<<p1|[s2 Tavria] should free the crew>>, [p1 Adeyi] told reporters.",
     ("request|demand", "p1", "s2")),
    ("[p1 Adeyi] handed [p2 Holm] a proposal for a truce.", ("propose", "p1", "p2")),
    ("[p1 Adeyi] put a plan for the river to [s2 Tavria].", ("propose", "p1", "s2")),
    ("[s1 Kelmara] slapped tariffs on [s2 Tavria].", ("sanction", "s1", "s2")),
    ("[s1 Kelmara] handed over six sailors to [s2 Tavria].", ("release", "s1", "s2")),
    ("[p1 Adeyi] turned down a request from [p2 Holm].", ("reject|refuse", "p1", "p2")),
    ("[p1 Adeyi] denied [p2 Holm]'s claim that she had paid.", ("deny", "p1", "p2")),
    ("[p1 Adeyi] conceded to [p2 Holm] that the map was wrong.", ("concede", "p1", "p2")),
    ("[p1 Adeyi] ordered [g1 the coast guard] to turn back.", ("order", "p1", "g1")),
    ("[p1 Adeyi] threatened [s2 Tavria] with a boycott.", ("threaten", "p1", "s2")),
    ("[p1 Adeyi] vowed support for [s2 Tavria].", ("support|promise", "p1", "s2")),
    ("At a meeting with [p2 Holm], [p1 Adeyi] proposed a joint patrol.", ("propose", "p1", "p2")),
    ("[p1 Adeyi] rejected [s2 Tavria]'s demand for a recount.", ("reject", "p1", "s2")),
    ("[p1 Adeyi] voiced displeasure to [p2 Holm] over the raid on Oyo.", ("criticise", "p1", "p2")),
    ("[p1 Adeyi] and [p2 Holm] thanked [p3 Veen] for her patience.", ("thank", "p1", "p3")),
    ("[p1 Adeyi] told [p2 Holm] to stop the raids.", ("demand|order|request", "p1", "p2")),
    ("Speaking to [g1 the farmers], [p1 Adeyi] promised lower tolls.", ("promise", "p1", "g1")),
    ("[p1 Adeyi] thanked [s2 the people of Tavria].", ("thank", "p1", "s2")),
    ("[p1 Adeyi] demanded that [s2 Tavria] open its dams.", ("demand", "p1", "s2")),
    ("[s1 Kelmara] offered to ship coal to [s2 Tavria].", ("offer", "s1", "s2")),
    ("<<p1|[p2 Holm] promised me that the road would stay open>>, [p1 Adeyi] said.",
     ("promise", "p2", "p1")),
    ("[p1 Adeyi] handed [p2 Holm] a letter in which [~p1 she] proposed a truce.",
     ("propose", "p1", "p2")),
    ("[p1 Adeyi] announced [p2 Holm]'s name.", ("announce", "p1", None)),
    ("[p1 Adeyi] offered a preview of [p2 Holm]'s plans.", ("", "p1", None)),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "want"), CASES)
def test_to_whom_it_is_addressed(marked: str, want: tuple[str, str, str | None]) -> None:
    types, actor, towards = want
    acts = extract(reading(marked)).acts
    if types:
        assert any(
            act.type in types.split("|") and (act.actor, act.towards) == (actor, towards)
            for act in acts
        ), acts
    else:
        assert acts == ()


# plain text -> type, actor, towards; read by the rules
TOLD = {
    "Ana Ruiz told Bo Lind that she would not lift the embargo.": ("refuse", "Ana Ruiz", "Bo Lind"),
    "Norland said it would rebuild the bridge at Krasna.": ("promise", "Norland", None),
    "Kelmaran Foreign Minister Amina Sule met her Bordurian counterpart, Ilse Haug, in Oyo on "
    "Monday. Sule proposed that the commission meet in May.": (
        "propose",
        "Amina Sule",
        "Ilse Haug",
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_who_is_addressed_in_plain_reports(text: str) -> None:
    report = Report(
        id=body_id(text), publication=body_id(text)[:16], text=text, published="2031-05-14",
        language="en",
    )  # fmt: skip
    with states_known():
        (read,) = RuleReader().read([report])
        acts = extract(read).acts
    names = {actor.id: actor.name for actor in read.actors}
    found = [(a.type, names.get(a.actor or ""), names.get(a.towards or "")) for a in acts]
    assert TOLD[text] in found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[p1 Adeyi] asked [p2 Holm] for help. [p2 Holm] agreed.", ["request", "agree"]),
        ("[p2 Holm] agreed. [p1 Adeyi] left.", []),
        ("[p1 Adeyi] offered [p2 Holm] a loan. [p2 Holm] declined.", ["offer", "reject"]),
        ("[p1 Adeyi] offered [p2 Holm] a loan. [p3 Moss] declined.", ["offer"]),
    ],
)
def test_short_answers_count_only_as_answers(marked: str, found: list[str]) -> None:
    assert [act.type for act in extract(reading(marked)).acts] == found
