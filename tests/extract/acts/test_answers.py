"""Acts that answer each other, and in whose words that stands."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Act
from extract.build import reading

# marked-up words -> type of the answer, kind, type of what it answers, basis
LINKED = [
    ("[p1 Ruiz] asked [p2 Lind] to free the sailors. [p2 Lind] agreed to free the sailors.",
     ("agree", "grants", "request", "inferred")),
    ("[p1 Ruiz] asked [p2 Lind] to free the sailors. [p2 Lind] refused to free the sailors.",
     ("refuse", "refuses", "request", "inferred")),
    ("[p1 Ruiz] offered [p2 Lind] a loan. [p2 Lind] accepted the offer from [p1 Ruiz].",
     ("agree", "accepts", "offer", "inferred")),
    ("[p1 Ruiz] invited [p2 Lind] to the harvest fair. [p2 Lind] accepted the invitation.",
     ("agree", "accepts", "invite", "inferred")),
    ("[p2 Lind] promised to release the fishermen. [p2 Lind] released the fishermen.",
     ("release", "fulfils", "promise", "inferred")),
    ("[s2 Borduria] released 12 fishermen, and in return [s1 Ruritania] lifted the sanctions.",
     ("lift-sanction", "exchanges", "release", "stated")),
    ("[p1 Ruiz] asked [p2 Lind] to open the port. In response, [p2 Lind] refused to meet anybody.",
     ("refuse", "refuses", "request", "stated")),
    ("[p1 Ruiz] accused [p2 Lind] of smuggling. [p2 Lind] denied the accusation.",
     ("deny", "denies", "accuse", "inferred")),
    ("Fourteen prisoners were released. In exchange, sanctions on the ferry line were eased.",
     ("lift-sanction", "exchanges", "release", "stated")),
    ("[p1 Ruiz] asked [p2 Lind] to open the canal. <<p2|We will open the canal>>, [p2 Lind] said.",
     ("promise", "grants", "request", "inferred")),
    ("[s1 Ruritania] offered to store the lists. The offer was accepted by [s2 Borduria].",
     ("agree", "accepts", "offer", "inferred")),
    ("[p1 Ruiz] invited [p2 Lind] to pay a visit. The invitation was accepted with gratitude.",
     ("agree", "accepts", "invite", "inferred")),
    ("[p1 Ruiz] urged [s2 Borduria] to open the road. A general rejected the request.",
     ("reject", "refuses", "request", "inferred")),
    ("[p1 Ruiz] demanded a recount. [p2 Lind] ruled out a recount.",
     ("reject", "refuses", "demand", "inferred")),
    ("[s1 Ruritania] offered a swap. [s2 Borduria] swiftly turned down the overture.",
     ("reject", "rejects", "offer", "inferred")),
    ("[s1 Ruritania] freed 30 miners. In response, [s2 Borduria] lifted its ban on grain.",
     ("lift-sanction", "exchanges", "release", "stated")),
    ("<<p1|[p2 Lind] must return the archive>>, [p1 Ruiz] said. <<p2|We will not return the "
     "archive>>, [p2 Lind] said.", ("refuse", "refuses", "demand", "inferred")),
    ("[p1 Ruiz] offered [p2 Lind] a loan. [p2 Lind] said yes to the offer from [p1 Ruiz].",
     ("agree", "accepts", "offer", "inferred")),
    ("[p1 Ruiz] invited [p2 Lind] to the fair. [p2 Lind] turned down the invitation.",
     ("reject", "rejects", "invite", "inferred")),
    ("<<p2|We will lift the embargo>>, [p2 Lind] said. [p2 Lind] lifted the embargo.",
     ("lift-sanction", "fulfils", "lift-sanction", "inferred")),
    ("[p1 Ruiz] accepted [p2 Lind]'s invitation to the fair.",
     ("agree", "accepts", "invite", "stated")),
    ("[p1 Ruiz] granted [p2 Lind]'s request for boats.", ("agree", "grants", "request", "stated")),
    ("[p1 Ruiz] rejected [p2 Lind]'s offer of a loan.", ("reject", "rejects", "offer", "stated")),
    ("At the request of [p1 Ruiz], [s2 Borduria] released the two editors.",
     ("release", "grants", "request", "stated")),
    ("[s1 Ruritania] eased sanctions after [s2 Borduria] had released six sailors.",
     ("lift-sanction", "exchanges", "release", "inferred")),
    ("[p1 Adeyi] asked [p2 Holm] for boats. [p2 Holm] turned [~p1 her] down.",
     ("reject", "refuses", "request", "inferred")),
    ("[p1 Adeyi] offered [p2 Holm] a seat on the board. [p2 Holm] accepted at once.",
     ("agree", "accepts", "offer", "inferred")),
    ("[s1 Kelmara] offered to ship coal to [s2 Tavria]. [s2 Tavria] declined the offer.",
     ("reject", "rejects", "offer", "inferred")),
    ("[p1 Adeyi] called on [s2 Tavria] to free the editors. Hours later [s2 Tavria] freed the "
     "editors.", ("release", "grants", "request", "inferred")),
    ("After [s1 Kelmara] set six monks free, [s2 Tavria] lifted the sanctions on its banks.",
     ("lift-sanction", "exchanges", "release", "inferred")),
    ("[p1 Adeyi] accused [s2 Tavria] of poaching. [s2 Tavria] denied any poaching.",
     ("deny", "denies", "accuse", "inferred")),
]  # fmt: skip


def links(acts: tuple[Act, ...]) -> list[tuple[str, str, str, str]]:
    types = {act.id: act.type for act in acts}
    return [
        (act.type, answer.kind, types[answer.act], answer.basis)
        for act in acts
        for answer in act.answers
    ]


@pytest.mark.parametrize(("marked", "link"), LINKED)
def test_an_answer_is_linked(marked: str, link: tuple[str, str, str, str]) -> None:
    assert links(extract(reading(marked)).acts) == [link]


@pytest.mark.parametrize(
    "marked",
    [
        "[p1 Ruiz] asked [p2 Lind] to free the sailors. [p3 Venn] agreed to sell the ferry.",
        "[p1 Ruiz] thanked [p2 Lind]. [p2 Lind] released a prisoner.",
        "[p1 Ruiz] offered [p2 Lind] a loan. [p1 Ruiz] agreed to open the harbour.",
    ],
)
def test_acts_that_have_nothing_to_do_with_each_other_are_not_linked(marked: str) -> None:
    assert links(extract(reading(marked)).acts) == []


def test_a_stated_link_shows_the_words_that_tie_the_acts() -> None:
    read = reading(LINKED[5][0])
    (answer,) = [a for act in extract(read).acts for a in act.answers]
    assert [span.of(read.report.text) for span in answer.evidence] == ["in return"]


def test_nobody_turns_to_those_with_whom_they_answer() -> None:
    acts = extract(
        reading(
            "[s1 Ruritania] offered [s2 Borduria] a loan. "
            "[s2 Borduria] and [s1 Ruritania] accepted the offer."
        )
    ).acts
    (agreed,) = (act for act in acts if act.type == "agree")
    assert set(agreed.doers) == {"s1", "s2"}
    assert agreed.addressees == ()
