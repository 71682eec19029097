"""Short cases of contacts, in varied words: what one sentence or two tell."""

from __future__ import annotations

from typing import Any

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, Contact, account_of, verify_account
from extract.build import reading

OF = {"p1": "s1", "p2": "s2"}

# marked-up words -> the contacts: kind, status, participants, and other slots that matter
CASES: list[tuple[str, list[tuple[str, str, str]], dict[str, Any]]] = [
    ("[p1 Ana Ruiz] called [p2 Bo Lind] {2031-05-02|on Friday}.",
     [("call", "held", "p1 p2")], {"initiator": "p1", "date": "2031-05-02"}),
    ("President [p1 Ana Ruiz] of [s1 Ruritania] met with Prime Minister [p2 Bo Lind] "
     "of [s2 Borduria] in Port Azul to review the fisheries accord.",
     [("meeting", "held", "p1 p2")], {"place": "Port Azul"}),
    ("[p1 Ruiz] and [p2 Lind] spoke by phone {2031-05|in May}.",
     [("call", "held", "p1 p2")], {"date": "2031-05", "channel": "by phone"}),
    ("[p1 Ruiz] received a telephone call from [p2 Lind].",
     [("call", "held", "p1 p2")], {"initiator": "p2"}),
    ("[p1 Ruiz] and [p2 Lind] may meet in a submarine.",
     [("meeting", "hypothetical", "p1 p2")], {"place": None}),
    ("[p3 Cora Venn] denied that [p1 Ruiz] met [p2 Lind].", [], {}),
    ("[p1 Ruiz] has never met [p2 Lind].", [], {}),
    ("[p1 Ruiz] will meet [p2 Lind] in Port Azul {2031-06-01|on 1 June}.",
     [("meeting", "planned", "p1 p2")], {"date": "2031-06-01", "place": "Port Azul"}),
    ("[p1 Ruiz] invited [p2 Lind] to visit [s1 Ruritania].",
     [("visit", "invited", "p1 p2 s1")], {}),
    ("[p1 Ruiz] met [p2 Lind] {2031-03-03|on Monday}. It was raining. Grain prices were "
     "discussed. Special attention was paid to ferry links.",
     [("meeting", "held", "p1 p2")], {"topics": ["Grain prices", "ferry links"]}),
    ("[p1 Ruiz] met [p2 Lind] {2031-03-03|on Monday}. [g1 The two leaders] discussed ferry "
     "links, because [p1 Ruiz] will meet [p3 Venn] {2031-07|in July}.",
     [("meeting", "held", "p1 p2"), ("meeting", "planned", "p1 p3")],
     {"topics": ["ferry links"]}),
    ("[p1 Ruiz] is not doing interviews with [p2 Lind].", [], {}),
    ("[p2 Lind] was invited by [p1 Ruiz] to Port Azul.", [("visit", "invited", "p1 p2")], {}),
    ("[p2 Lind] was invited by [p1 Ruiz] to sing.", [], {}),
    ("[o1 Harbour Guild] sells stamps for purposes of travel to [s2 Borduria].", [], {}),
    ("[p1 Ruiz] returned a call from [p2 Lind].", [("call", "held", "p1 p2")],
     {"initiator": "p2"}),
    ("[p1 Ruiz] met [p2 Lind] aboard the frigate Nansen.", [("meeting", "held", "p1 p2")],
     {"place": "Nansen"}),
    ("The talks between [p1 Ruiz] and [p2 Lind] were held behind closed doors in the Harbour "
     "Palace.", [("talks", "held", "p1 p2")], {"place": "Harbour Palace"}),
    ("[p1 Ruiz] had a chance to talk to [p2 Lind].", [("call", "held", "p1 p2")], {}),
    ("[o1 Harbour Guild] and [o2 Ferry Guild] sell milk that meets [s2 Borduria] hygiene rules.",
     [], {}),
    ("[p1 Ruiz] received a [p2 Lind] Medal.", [], {}),
    ("<<p1|There are needs that we have to meet>>, [p1 Ruiz] said.", [], {}),
    ("<<p1|We are talking about early ferries>>, [p1 Ruiz] said.", [], {}),
    ("[p1 Ruiz] invited [p2 Lind] to Port Azul.", [("visit", "invited", "p1 p2")], {}),
    ("[p1 Ruiz] invited [p2 Lind] to sign the accord.", [], {}),
    ("<<p1|[p2 Lind] came to see me before the talks>>, [p1 Ruiz] said.",
     [("meeting", "held", "p1 p2")], {}),
    ("[p1 Ruiz] and [p2 Lind] have met seven times.", [("meeting", "held", "p1 p2")],
     {"series": 7}),
    ("[p1 Ruiz] had been to [s2 Borduria].", [("visit", "held", "p1 s2")], {}),
    ("Minister [p1 Ruiz] arrived in Port Azul for talks with [p2 Lind].",
     [("talks", "held", "p1 p2")], {}),
    ("[p1 Ruiz] spoke of a meeting with [o1 Harbour Radio] and [p3 Venn].", [], {}),
    ("[p1 Ruiz] refused to meet with [p2 Lind].", [("meeting", "declined", "p1 p2")], {}),
    ("[p1 Ruiz] proposed a meeting with [p2 Lind].", [("meeting", "proposed", "p1 p2")], {}),
    ("[p1 Ruiz] had a telephone conversation with [p2 Lind]. The call lasted "
     "{PT40M|forty minutes}.",
     [("call", "held", "p1 p2")], {"duration": "PT40M"}),
    ("Talks between [s1 Ruritania] and [s2 Borduria] were held in Lake City "
     "{2031-04-03|on 3 April}.",
     [("talks", "held", "s1 s2")], {"place": "Lake City", "date": "2031-04-03"}),
    ("[p1 Ruiz] wrote a letter to [p2 Lind].", [("letter", "held", "p1 p2")], {"initiator": "p1"}),
    ("[p1 Ruiz] hosted [p2 Lind] at the Harbour Palace {2031-02-02|today}.",
     [("meeting", "held", "p1 p2")], {"place": "Harbour Palace", "date": "2031-02-02"}),
    ("[p1 Ruiz] visited [s2 Borduria] {2030|last year}. {2031-01-07|On Tuesday} [~p1 "
     "she] spoke with [p2 Lind] over the phone.",
     [("visit", "held", "p1 s2"), ("call", "held", "p1 p2")], {}),
    ("[p1 Ruiz] met [p2 Lind] {2031-03-03|on Monday}. During the meeting, [g1 the two "
     "leaders] discussed grain prices, ferry links and visas.",
     [("meeting", "held", "p1 p2")], {"topics": ["grain prices", "ferry links", "visas"]}),
    ("<<p1|I called [p2 Lind] {2031-03-03|yesterday}>>, [p1 Ruiz] said.",
     [("call", "held", "p1 p2")], {"initiator": "p1"}),
    ("<<p1|[p2 Lind] called me {2031-03-03|on Monday}>>, [p1 Ruiz] said.",
     [("call", "held", "p1 p2")], {"initiator": "p2"}),
    ("[p1 Ruiz] called [p2 Lind] a coward.", [], {}),
    ("[p1 Ruiz] called on [p2 Lind] to open the border.", [], {}),
    ("If [p1 Ruiz] meets [p2 Lind], the markets will calm down.",
     [("meeting", "hypothetical", "p1 p2")], {}),
    ("[p1 Ruiz]'s meeting with [p2 Lind] was cancelled.", [("meeting", "declined", "p1 p2")], {}),
    ("[p3 Cora Venn], the president's envoy, held talks with [p1 Ruiz] and [p2 Lind] "
     "via video conference.",
     [("talks", "held", "p1 p2 p3")], {"channel": "via video conference"}),
    ("In a call with [p2 Lind], [p1 Ruiz] promised more buses.", [("call", "held", "p1 p2")], {}),
    ("[p2 Lind] was received by [p1 Ruiz] {2031-03-03|on Monday}.",
     [("meeting", "held", "p1 p2")], {"date": "2031-03-03"}),
    ("[p1 Ruiz] spoke with [p2 Lind]. The conversation was initiated by the Bordurian "
     "side. [s2 Borduria] wants peace.",
     [("call", "held", "p1 p2")], {"initiator": "s2"}),
    ("[p1 Ruiz] gave an interview to [o1 Harbour Radio].", [("interview", "held", "o1 p1")], {}),
    ("[p1 Ruiz] thanked [p2 Lind] for the rice.", [], {}),
    ("[p1 Ruiz] is to travel to [s2 Borduria] {2031-07|in July}.",
     [("visit", "planned", "p1 s2")], {"date": "2031-07"}),
    ("[p1 Ruiz] and [p2 Lind] agreed to meet again {2032|next year}.",
     [("meeting", "planned", "p1 p2")], {"date": "2032"}),
    ("[p1 Ruiz] met [p2 Lind] {2031-03-03|on Monday} and [p3 Cora Venn] {2031-03-04|on Tuesday}.",
     [("meeting", "held", "p1 p2"), ("meeting", "held", "p1 p3")], {}),
    ("[p1 Ruiz] spoke with [p2 Lind] {2031-03-03|on Monday}, before [~p1 her] meeting "
     "with [p3 Venn] {2031-03-05|on Wednesday}.",
     [("call", "held", "p1 p2"), ("meeting", "planned", "p1 p3")], {}),
    ("[p1 Ruiz] called [p2 Lind], and [p2 Lind] called [~p1 her] back.",
     [("call", "held", "p1 p2"), ("call", "held", "p1 p2")], {}),
    ("<<p1|In our conversation, I told [p2 Lind] to wait>>, [p1 Ruiz] said.",
     [("call", "held", "p1 p2")], {}),
    ("[p1 Ruiz] flew home after [~p1 her] visit to [s2 Borduria].",
     [("visit", "held", "p1 s2")], {"place": "Borduria"}),
    ("[p1 Ruiz] called [p2 Lind]. About five meetings had preceded the call.",
     [("call", "held", "p1 p2"), ("meeting", "held", "p1 p2")], {"series": None}),
    ("[s1 Ruritania] and [s2 Borduria] will meet the target.", [], {}),
    ("[p1 Ruiz] repeated [~p1 her] call for [p2 Lind] to resign.", [], {}),
    ("[p1 Ruiz] lives in a place called [s2 Borduria].", [], {}),
    ("There will be a meeting between [p1 Ruiz] and [p2 Lind].",
     [("meeting", "planned", "p1 p2")], {}),
    ("[p1 Ruiz] spoke in favour of closer ties with [p2 Lind].", [], {}),
    ("[p1 Ruiz] heard a report from [p3 Venn].", [("briefing", "held", "p1 p3")], {}),
    ("Talks between the Ruritanian and Bordurian delegations opened {2031-04-03|on 3 April}. "
     "[s1 Ruritania] thanked [s2 Borduria].",
     [("talks", "held", "s1 s2")], {"date": "2031-04-03"}),
]  # fmt: skip


def told(contact: Contact) -> tuple[str, str, str]:
    people = " ".join(sorted(p.actor for p in contact.participants))
    return contact.kind, contact.status, people


def slot(contact: Contact, name: str) -> object:
    value = getattr(contact, name)
    if name in ("date", "duration"):
        return value and value.value
    if name == "place":
        return value and value.name
    if name in ("topics", "outcome"):
        return [label.label for label in value]
    return value


@pytest.mark.parametrize(("marked", "contacts", "slots"), CASES)
def test_contacts(marked: str, contacts: list[tuple[str, str, str]], slots: dict[str, Any]) -> None:
    read = reading(marked, of=OF, members={"g1": ("p1", "p2")})
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    assert [told(contact) for contact in claims.contacts] == contacts
    if contacts:
        first = claims.contacts[0]
        assert {name: slot(first, name) for name in slots} == slots
