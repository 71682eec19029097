"""Contacts of which the words name one side only, and what only looks like them."""

from __future__ import annotations

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading

# marked-up words -> kind, status and participants of the contacts
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("<<p1|The pier is shut>>, [p1 Ruiz] said in a telephone interview.",
     [("interview", "held", "p1")]),
    ("[p1 Ruiz] told the weekly Lantern: <<p1|The pier is shut>>.", [("interview", "held", "p1")]),
    ("[p1 Ruiz] told a news conference that <<p1|the pier was shut>>.",
     [("briefing", "held", "p1")]),
    ("[p1 Ruiz] will give a press briefing in Azul.", [("briefing", "planned", "p1")]),
    ("[p1 Ruiz], ending a {P2D|two-day} visit to [s2 Borduria], slept.",
     [("visit", "held", "p1 s2")]),
    ("<<p1|The pier is shut>>, [p1 Ruiz] wrote in a letter to farmers.",
     [("letter", "held", "p1")]),
    ("Ferries stop before the [o1 Lake Union] summit in Azul.", [("summit", "held", "o1")]),
    ("[p1 Ruiz] told [o1 Harbour Radio] host [p2 Bo Lind] that she slept.",
     [("interview", "held", "p1 p2")]),
    ("[p1 Ruiz] said so in a [o1 Lantern News] interview.", [("interview", "held", "p1 o1")]),
    ("[p1 Ruiz] said so in an interview. [p2 Lind] gave her some credit in the interview.",
     [("interview", "held", "p1")]),
    # What is none
    ("[p1 Ruiz] was blamed for her remarks in interviews.", []),
    ("[p1 Ruiz] fans told Harbour Radio that she slept.", []),
    ("[p1 Ruiz] blamed [p2 Lind] for shouting at a news conference.", []),
    ("A meeting of [o1 Lind Works] and [o2 Lind Works Corp.] took place in Azul on Monday.", []),
    ("<<p1|[~p1 He] met [p2 Lind]>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] signed a letter of intent to buy the pier.", []),
    ("[p1 Ruiz] met with her top aides.", []),
    ("[p1 Ruiz] met with success.", []),
    ("[p1 Ruiz] spoke to supporters.", []),
    ("[p1 Ruiz] should talk to the farmers.", []),
    ("[p1 Ruiz] never met with farmers.", []),
    ("[p1 Ruiz] spoke of a meeting with farmers.", []),
    ("A source told Harbour Radio that [p1 Ruiz] slept.", []),
    ("[p1 Ruiz] met the demand, as [p2 Lind] put it.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "contacts"), CASES)
def test_one_side(marked: str, contacts: list[tuple[str, str, str]]) -> None:
    read = reading(marked, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    told = [
        (one.kind, one.status, " ".join(p.actor for p in one.participants))
        for one in claims.contacts
    ]
    assert told == contacts
