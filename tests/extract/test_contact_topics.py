"""What contacts were about, who began them, and contacts that are told in indirect ways."""

from __future__ import annotations

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading
from extract.test_contact_cases import OF, slot, told

_LEAD = "Ships sank. It rained. It was cold. "

# marked-up words -> the topics of the first contact
TOPICS: list[tuple[str, list[str]]] = [
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] thanked [p2 Lind] for the release of the sailors.",
     ["the release of the sailors"]),
    ("[p1 Ruiz] met [p2 Lind]. [~p1 She] informed [p2 Lind] about the new drawbridge.",
     ["the new drawbridge"]),
    ("[p1 Ruiz] spoke with [p2 Lind]. [p1 Ruiz] briefed Minister [p2 Lind] on the ferry strike.",
     ["the ferry strike"]),
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] expressed deep concern about the harbour dues.",
     ["the harbour dues"]),
    ("[p1 Ruiz] spoke with [p2 Lind]. [p2 Lind] stressed the importance of safe sea lanes.",
     ["safe sea lanes"]),
    ("[p1 Ruiz] met [p2 Lind]. They discussed <<p1|the ferry>>, the pier and the dues.",
     ["the ferry", "the pier", "the dues"]),
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] denied that they had discussed the ferry.", []),
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] and [p2 Lind] did not discuss the ferry.", []),
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] inquired about the lighthouse.", ["the lighthouse"]),
    ("[p1 Ruiz] met [p2 Lind]. [p2 Lind] explained the toll reform.",
     ["the toll reform"]),
    ("[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] congratulated Minister [p2 Lind] on the treaty of Azul.",
     ["the treaty of Azul"]),
    ("[p1 Ruiz] met [p2 Lind]. The conversation touched upon tolls, which were due to rise, and "
     "the fate of the pier.", ["tolls", "the fate of the pier"]),
    ("[p1 Ruiz] and [p2 Lind] held grain talks in Port Azul.", ["grain"]),
    ("The fisheries negotiations between [p1 Ruiz] and [p2 Lind] ended.", ["fisheries"]),
    ("[p1 Ruiz] and [p2 Lind] held productive talks in Port Azul.", []),
    ("[p1 Ruiz] and [p2 Lind] held bilateral consultations.", []),
    ("[p1 Ruiz] and [p2 Lind] held weekend talks.", []),
    ("[p1 Ruiz] told [p2 Lind] about the flooded tunnel.", ["the flooded tunnel"]),
    ("[p3 Venn] slept. [p1 Ruiz] met [p2 Lind]. [p3 Venn] thanked the cook for the soup.", []),
    ("[p1 Ruiz] met [p2 Lind] to talk about these things.", []),
    ("[p1 Ruiz] met [p2 Lind]. [~p1 She] congratulated [p2 Lind] on what she called \"a step.\"",
     ["what she called \"a step.\""]),
    ("The guild kept mum about the timing before [p1 Ruiz] met [p2 Lind].", []),
    ("[p1 Ruiz] gave an interview to [p2 Lind] on Harbour radio.", []),
    # In a story that is about something else
    (_LEAD + "[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] raised the tolls.", ["the tolls"]),
    (_LEAD + "[p1 Ruiz] met [p2 Lind]. [p1 Ruiz] grew up in a house dominated by quarrels.", []),
    (_LEAD + "[p1 Ruiz] met [p2 Lind]. It rained. It snowed. It was cold. It froze. Ships came. "
     "[p1 Ruiz] raised the tolls.", []),
    (_LEAD + "[p1 Ruiz] wrote to [p2 Lind]. It rained. [p1 Ruiz] raised the tolls.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "topics"), TOPICS)
def test_topics(marked: str, topics: list[str]) -> None:
    read = reading(marked, of=OF, members={"g1": ("p1", "p2")}, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    assert slot(claims.contacts[0], "topics") == topics


# marked-up words -> the contacts: kind, status, participants; who began the first
TOLD: list[tuple[str, list[tuple[str, str, str]], str | None]] = [
    ("<<p1|[p2 Lind] and I have discussed it>>, [p1 Ruiz] said.",
     [("talks", "held", "p1 p2")], None),
    ("[p1 Ruiz] rose early. It rained. It was cold. The ships came in. [~p1 Her] visit to "
     "[s2 Borduria] was short.", [("visit", "held", "p1 s2")], None),
    ("[p1 Ruiz] met [p2 Lind]. Some time after that negotiations between [s1 Ruritania] and "
     "[s2 Borduria] took place in Lake City.",
     [("meeting", "held", "p1 p2"), ("talks", "held", "s1 s2")], None),
    ("[p1 Ruiz] returned from [s2 Borduria] {2031-05-01|yesterday}.",
     [("visit", "held", "p1 s2")], None),
    ("[p1 Ruiz] came back from a visit to [s2 Borduria].", [("visit", "held", "p1 s2")], None),
    ("[p1 Ruiz] exchanged letters with [p2 Lind].", [("letter", "held", "p1 p2")], None),
    ("[p1 Ruiz] held talks with a delegation led by [p2 Lind].",
     [("talks", "held", "p1 p2")], None),
    ("[p1 Ruiz] received a delegation headed by Minister [p2 Lind].",
     [("meeting", "held", "p1 p2")], None),
    ("[p1 Ruiz] got in touch with [p2 Lind] by phone.", [("call", "held", "p1 p2")], "p1"),
    ("[p1 Ruiz] had [p2 Lind] on the line.", [], None),
    ("The initiative for the call between [p1 Ruiz] and [p2 Lind] came from [p2 Lind].",
     [("call", "held", "p1 p2")], "p2"),
    ("[p1 Ruiz] spoke with [p2 Lind] by phone. The call took place at [p2 Lind]'s initiative.",
     [("call", "held", "p1 p2")], "p2"),
    ("[p1 Ruiz] spoke with [p2 Lind] by phone. [p2 Lind] had asked for the call.",
     [("call", "held", "p1 p2")], "p2"),
    ("[p1 Ruiz] rang up [p2 Lind].", [("call", "held", "p1 p2")], "p1"),
    ("The leaders of [s1 Ruritania], [s2 Borduria] and [s3 Latvia] met in Port Azul.",
     [("meeting", "held", "s1 s2 s3")], None),
    ("[p1 Ruiz] met with the presidents of [s2 Borduria] and [s3 Latvia].",
     [("meeting", "held", "p1 s2 s3")], None),
    ("[p1 Ruiz] spoke to a reporter of [o1 Harbour Radio].",
     [("interview", "held", "o1 p1")], None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "contacts", "starter"), TOLD)
def test_indirect(marked: str, contacts: list[tuple[str, str, str]], starter: str | None) -> None:
    read = reading(marked, of=OF, members={"g1": ("p1", "p2")}, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    assert [told(contact) for contact in claims.contacts] == contacts
    assert not contacts or claims.contacts[0].initiator == starter
