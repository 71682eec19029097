"""What is told as a contact, and as what, where the words around it decide."""

from __future__ import annotations

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading

OF = {"p1": "s1", "p2": "s2"}

CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # who takes part
    ("{2031-05-06|On Tuesday} President [p1 Ana Ruiz] hosted Prime Minister [p2 Lind] of "
     "[s2 Borduria].", [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] landed. [~p1 She] is scheduled to meet Secretary [p2 Lind].",
     [("meeting", "planned", "p1 p2")]),
    ("[s2 Borduria]'s [p2 Lind] met [p1 Ana Ruiz].", [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] met with the [s2 Bordurian] delegation led by Envoy [p3 Venn].",
     [("meeting", "held", "p1 p3")]),
    ("[p1 Ruiz] had a chat with the [s2 Borduria] troops.", []),
    ("[p1 Ruiz] spoke with the [p2 Lind] family.", []),
    ("[p1 Ruiz], a week after the storm, drew up a plan, and several deputies wrote to "
     "[p2 Lind].", []),
    ("[p1 Ruiz] flew to Port Azul, [s1 Ruritania], and met [p2 Lind].",
     [("meeting", "held", "p1 p2")]),
    ("[g1 The Bordurian delegation] held talks with [p1 Ruiz].", [("talks", "held", "g1 p1")]),
    ("The call between [p1 Ruiz] and [p2 Lind] was conducted by [p3 Venn].",
     [("call", "held", "p1 p2 p3")]),
    ("[p1 Ruiz] met yesterday with democratic opposition leader [p2 Lind] of [s2 Borduria].",
     [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] hosted diplomatic representatives from [s1 Ruritania] and [s2 Borduria] to "
     "discuss tolls.", [("meeting", "held", "p1 s1 s2")]),
    ("[p1 Ruiz] and [p2 Lind] met with first responders.", []),
    ("After a meeting with [p1 Ruiz] and [p2 Lind], prices fell.", []),
    ("[p1 Ruiz] will attend {2031-05-06|on Tuesday} a meeting of the [o1 Harbour Board].", []),
    ("[p1 Ruiz] praised [s2 Borduria]'s continued talks with [s1 Ruritania].",
     [("talks", "held", "s1 s2")]),
    ("[p1 Ruiz] will thank the crews during her visit to [s2 Borduria].",
     [("visit", "planned", "p1 s2")]),
    # what is to come, or was not
    ("[p1 Ruiz] called off [~p1 her] visit to [s2 Borduria].", [("visit", "declined", "p1 s2")]),
    ("[p1 Ruiz] declined a request to speak with [p2 Lind].", [("talks", "declined", "p1 p2")]),
    ("If [p1 Ruiz], {2031-05-06|on Tuesday}, meets [p2 Lind], prices will fall.",
     [("meeting", "hypothetical", "p1 p2")]),
    ("[p1 Ruiz] is going to continue to hold talks with [p2 Lind].",
     [("talks", "planned", "p1 p2")]),
    ("[p1 Ruiz] plans to raise tolls at the meeting with [p2 Lind].",
     [("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz] and [p2 Lind] want to conclude the negotiations.",
     [("talks", "held", "p1 p2")]),
    ("Tolls were discussed in the conversation between [p1 Ruiz] and [p2 Lind].",
     [("call", "held", "p1 p2")]),
    # no contacts
    ("[p1 Ruiz] has sent a clear message to [p2 Lind].", []),
    ("[p1 Ruiz] and [p2 Lind] agreed to stay in regular contact.", []),
    ("<<p1|I have nothing to read out on any calls or conversation with [p2 Lind]>>, "
     "[p1 Ruiz] said.", []),
    ("[p1 Ruiz] and [p3 Venn] held talks with their counterparts.", []),
    ("[p1 Ruiz] meets with [p2 Lind] twice a year.", []),
    ("[p1 Ruiz] has a ferry in [s2 Borduria] called [p3 Halcyon].", []),
    ("[p1 Ruiz] called [p2 Lind] onto the stage.", []),
    ("[p1 Ruiz] called [p2 Lind], a former pilot, an outstanding leader.", []),
    ("[s1 Ruritania] meets [s2 Borduria] {2031-05-06|on Tuesday}.", []),
    ("Neither the guild nor [p1 Ruiz] met with [p2 Lind].", []),
    ("[p1 Ruiz] praised her ability to negotiate with [s2 Borduria].", []),
    ("<<p1|I have no conversations with [p2 Lind] to report>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] and [p2 Lind] sent [p3 Venn] a negotiated text.", []),
    ("[p1 Ruiz] called [p2 Lind] our best friend.", []),
    ("[p1 Ruiz] keeps discussion channels with [p2 Lind] open.", []),
    ("[p1 Ruiz] will speak about [p2 Lind]'s travel to [s2 Borduria].", []),
    ("<<p1|I am honoured to welcome you to the palace>>, [p1 Ruiz] said.", []),
    ("<<p1|That is what I asked at my next meeting>>, [p1 Ruiz] said.", []),
    ("In close consultation with [s2 Borduria], [p1 Ruiz] drew up a plan.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "contacts"), CASES)
def test_told(marked: str, contacts: list[tuple[str, str, str]]) -> None:
    read = reading(marked, of=OF, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    found = [
        (one.kind, one.status, " ".join(sorted(p.actor for p in one.participants)))
        for one in claims.contacts
    ]
    assert found == contacts


def test_what_is_told_is_the_topic_where_none_is_named() -> None:
    read = reading("[p1 Ruiz] told [p2 Lind] that the pier was closed for good.", of=OF)
    (told,) = ContactExtractor().extract(View(read), Claims()).contacts
    assert [label.label for label in told.topics] == ["the pier was closed for good"]
    assert told.initiator == "p1"


def test_an_answer_takes_the_place_of_its_question() -> None:
    read = reading("Did [p1 Ruiz] call [p2 Lind]? [p1 Ruiz] called [p2 Lind] {2031-05-01|then}.")
    (told,) = ContactExtractor().extract(View(read), Claims()).contacts
    assert told.status == "held"


def test_counted_meetings_are_of_those_for_whom_people_stand() -> None:
    marked = (
        "[p1 Ruiz] of [s1 Ruritania] called [p2 Lind] of [s2 Borduria]. "
        "Five meetings had preceded the call."
    )
    contacts = ContactExtractor().extract(View(reading(marked, of=OF)), Claims()).contacts
    assert [(one.series, [p.actor for p in one.participants]) for one in contacts] == [
        (None, ["p1", "p2"]),
        (5, ["s1", "s2"]),
    ]


def test_nothing_is_made_up_where_a_text_only_repeats_itself() -> None:
    words = "Ruiz, Lind and Venn met in Azul and, during talks, told the two that they had. " * 400
    assert ContactExtractor().extract(View(reading(words)), Claims()).contacts == ()
