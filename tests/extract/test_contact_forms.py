"""More forms of contacts: who began it, where, how long, about what, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading
from extract.test_contact_cases import OF, slot, told

# marked-up words -> the contacts: kind, status, participants; slots of the first of them
CASES: list[tuple[str, list[tuple[str, str, str]], dict[str, Any]]] = [
    ("[p1 Ruiz] told [p2 Lind] by phone that the drawbridge stays up.",
     [("call", "held", "p1 p2")], {"channel": "by phone"}),
    ("[p1 Ruiz] is due to meet [p2 Lind] in Port Azul {2031-06-01|on 1 June}.",
     [("meeting", "planned", "p1 p2")], {"place": "Port Azul", "date": "2031-06-01"}),
    ("[p2 Lind] accepted [p1 Ruiz]'s invitation to visit [s1 Ruritania].",
     [("visit", "planned", "p1 p2 s1")], {}),
    ("[p2 Lind] turned down an invitation from [p1 Ruiz] to visit [s1 Ruritania].",
     [("visit", "declined", "p1 p2 s1")], {}),
    ("The meeting between [p1 Ruiz] and [p2 Lind] was put off until {2031-05|May}.",
     [("meeting", "planned", "p1 p2")], {"date": "2031-05"}),
    ("[p1 Ruiz]'s trip to [s2 Borduria], planned for {2031-07|July}, has been called off.",
     [("visit", "declined", "p1 s2")], {}),
    ("The summit of [p1 Ruiz] and [p2 Lind] has been postponed.",
     [("summit", "planned", "p1 p2")], {}),
    ("A phone call took place {2031-05-02|today} between [p1 Ruiz] and [p2 Lind] at the request "
     "of the Bordurian side. [s2 Borduria] has asked for it twice.",
     [("call", "held", "p1 p2")], {"initiator": "s2", "date": "2031-05-02"}),
    ("[p1 Ruiz] and [p2 Lind] held a video conference requested by [p2 Lind].",
     [("call", "held", "p1 p2")], {"initiator": "p2"}),
    ("Consultations between [p1 Ruiz] and [p2 Lind] were held in Lake City on the initiative "
     "of [p1 Ruiz].",
     [("talks", "held", "p1 p2")], {"initiator": "p1", "place": "Lake City"}),
    ("During their conversation, [p1 Ruiz] assured [p2 Lind] that the ferries would run.",
     [("call", "held", "p1 p2")], {}),
    ("In a call with [p2 Lind], [p1 Ruiz] asked for rain water.",
     [("call", "held", "p1 p2")], {}),
    ("[p1 Ruiz] sat down with [p2 Lind] at the Lake House {2031-05-02|on Friday}.",
     [("meeting", "held", "p1 p2")], {"place": "Lake House", "date": "2031-05-02"}),
    ("[p1 Ruiz] welcomed [p2 Lind] to [s1 Ruritania] {2031-05-02|on Friday}.",
     [("meeting", "held", "p1 p2")], {"date": "2031-05-02", "place": "Ruritania"}),
    ("[p1 Ruiz] travelled to [s2 Borduria] {2031-04|in April} at the invitation of [p2 Lind].",
     [("visit", "held", "p1 p2 s2")], {"initiator": "p2", "date": "2031-04"}),
    ("[p1 Ruiz] will travel to Port Azul {2031-W20|next week} for talks with [p2 Lind].",
     [("talks", "planned", "p1 p2")], {"place": "Port Azul", "date": "2031-W20"}),
    ("[p1 Ruiz] had talks with [p2 Lind] for {PT2H|two hours}.",
     [("talks", "held", "p1 p2")], {"duration": "PT2H"}),
    ("[p1 Ruiz] spoke with [p2 Lind] {PT30M|for about half an hour}.",
     [("call", "held", "p1 p2")], {"duration": "PT30M"}),
    ("In a letter to [p2 Lind], [p1 Ruiz] asked for rain water.",
     [("letter", "held", "p1 p2")], {"initiator": "p1"}),
    ("A letter from [p1 Ruiz] reached [p2 Lind] {2031-05-02|on Friday}.",
     [("letter", "held", "p1 p2")], {"initiator": "p1"}),
    ("[p1 Ruiz] sent [p2 Lind] a letter.", [("letter", "held", "p1 p2")], {"initiator": "p1"}),
    ("[p1 Ruiz] called [p2 Lind] back an hour later.",
     [("call", "held", "p1 p2")], {"initiator": "p1"}),
    ("<<p2|[p1 Ruiz] phoned me {2031-05-01|last night}>>, said [p2 Lind].",
     [("call", "held", "p1 p2")], {"initiator": "p1", "date": "2031-05-01"}),
    ("[p1 Ruiz] refused to take a call from [p2 Lind].",
     [("call", "declined", "p1 p2")], {"initiator": "p2"}),
    ("[p1 Ruiz] and [p2 Lind] considered meeting in Port Azul or in Lake City.",
     [("meeting", "hypothetical", "p1 p2")], {"place": None}),
    ("[p1 Ruiz] and [p2 Lind] are expected to speak by phone {2031-05-03|tomorrow}.",
     [("call", "planned", "p1 p2")], {"channel": "by phone", "date": "2031-05-03"}),
    ("[p1 Ruiz] offered to host talks between [p2 Lind] and [p3 Cora Venn].",
     [("talks", "proposed", "p1 p2 p3")], {}),
    ("There was no phone call between [p1 Ruiz] and [p2 Lind].", [], {}),
    ("[p2 Lind] paid a working visit to [s1 Ruritania] {2031-04-03|on 3 April}, where [~p2 he] "
     "was received by [p1 Ruiz].",
     [("visit", "held", "p2 s1"), ("meeting", "held", "p1 p2")], {"date": "2031-04-03"}),
    ("[p1 Ruiz], accompanied by [p3 Cora Venn], received [p2 Lind].",
     [("meeting", "held", "p1 p2 p3")], {}),
    ("[p1 Ruiz] and [p2 Lind] have held about five meetings.",
     [("meeting", "held", "p1 p2")], {"series": 5}),
    ("[p1 Ruiz] spoke with [p2 Lind] by phone. [g1 The two leaders] also discussed fishing "
     "quotas. [g1 They] reviewed the state of the ferry line.",
     [("call", "held", "p1 p2")], {"topics": ["fishing quotas", "the state of the ferry line"]}),
    ("[p1 Ruiz] met [p2 Lind]. The agenda of the meeting included customs duties, student "
     "exchanges and a new drawbridge.",
     [("meeting", "held", "p1 p2")],
     {"topics": ["customs duties", "student exchanges", "a new drawbridge"]}),
    ("The talks between [p1 Ruiz] and [p2 Lind] focused on grain transit.",
     [("talks", "held", "p1 p2")], {"topics": ["grain transit"]}),
    ("[p1 Ruiz] met [p2 Lind] {2031-05-02|on Friday}. The conversation touched upon visas. Views "
     "were exchanged on lighthouse fees.",
     [("meeting", "held", "p1 p2")], {"topics": ["visas", "lighthouse fees"]}),
    ("[p1 Ruiz] raised the fate of the detained sailors with [p2 Lind] when they met "
     "{2031-05-02|on Friday}.",
     [("meeting", "held", "p1 p2")], {"topics": ["the fate of the detained sailors"]}),
    ("[p1 Ruiz] met [p2 Lind] {2031-05-02|on Friday} to discuss the salt trade.",
     [("meeting", "held", "p1 p2")], {"topics": ["the salt trade"]}),
    ("The issue of lighthouse fees was raised during a call between [p1 Ruiz] and [p2 Lind].",
     [("call", "held", "p1 p2")], {"topics": ["The issue of lighthouse fees"]}),
    ("[p1 Ruiz] met [p2 Lind] {2031-05-02|on Friday}. <<p1|We talked about the salt trade and "
     "the ferries>>, [p1 Ruiz] said.",
     [("meeting", "held", "p1 p2")], {"topics": ["the salt trade", "the ferries"]}),
    ("[p1 Ruiz] met [p2 Lind]. They discussed not only tolls but also how to mend the pier.",
     [("meeting", "held", "p1 p2")], {"topics": ["tolls", "how to mend the pier"]}),
    ("[p1 Ruiz] met [p2 Lind]. Tolls were also on the agenda, including harbour dues.",
     [("meeting", "held", "p1 p2")], {"topics": ["Tolls", "harbour dues"]}),
    ("[p1 Ruiz]'s first meeting was with [p2 Lind].", [("meeting", "held", "p1 p2")], {}),
    ("[o1 The Harbour Guild] shall, as it sees fit, consult with [p2 Lind].", [], {}),
    ("[o1 The Harbour Guild] will consult with [o2 the Ferry Board] on permits.", [], {}),
    ("In consultation with [p2 Lind], [p1 Ruiz] may close the pier.", [], {}),
    ("[p1 Ruiz] met with Tola and other poets.", [], {}),
    ("What came of [p1 Ruiz]'s visit to [s2 Borduria]?", [("visit", "held", "p1 s2")], {}),
    ("Did [p1 Ruiz] meet [p2 Lind]?", [("meeting", "hypothetical", "p1 p2")], {}),
    ("When did [p1 Ruiz] meet [p2 Lind]?", [("meeting", "held", "p1 p2")], {}),
    ("What changed when [p1 Ruiz] met [p2 Lind]?", [("meeting", "held", "p1 p2")], {}),
    ("[p1 Ruiz] will be meeting with [p2 Lind].", [("meeting", "planned", "p1 p2")], {}),
    ("[p1 Ruiz] may write or speak to [p2 Lind].", [("talks", "hypothetical", "p1 p2")], {}),
    ("[p1 Ruiz] has yet to meet [p2 Lind].", [], {}),
    ("[p1 Ruiz] was the first to visit [s2 Borduria].", [("visit", "held", "p1 s2")], {}),
    ("<<p1|I want to welcome [p2 Lind] and everyone here>>, [p1 Ruiz] said.", [], {}),
    ("<<p1|We are having talks with [s2 Borduria]>>, [p1 Ruiz] of [s1 Ruritania] said.",
     [("talks", "held", "s1 s2")], {}),
    ("We expect a broad discussion of [s1 Ruritania] and [s2 Borduria].", [], {}),
    ("Do you expect that [p1 Ruiz] will meet [p2 Lind]?",
     [("meeting", "hypothetical", "p1 p2")], {}),
    ("<<p1|[p2 Lind] spoke to us about the fares>>, [p1 Ruiz] said.", [], {}),
    ("Every time [p1 Ruiz] lands, [p2 Lind] meets [~p1 her].", [], {}),
    ("[p1 Ruiz] will raise it when [~p1 she] meets [p2 Lind].",
     [("meeting", "planned", "p1 p2")], {}),
    ("Preparations are under way for the meeting between [p1 Ruiz] and [p2 Lind].",
     [("meeting", "planned", "p1 p2")], {}),
    ("[p1 Ruiz] flew to Port Azul and later met [p2 Lind].",
     [("meeting", "held", "p1 p2")], {}),
    ("Following [p1 Ruiz]'s call with [p3 Venn], [p2 Lind] met [o1 the Harbour Guild].",
     [("call", "held", "p1 p3"), ("meeting", "held", "o1 p2")], {"main": False}),
    ("[p1 Ruiz] met [p2 Lind], Secretary for Ports and Tolls [p3 Venn] and [p4 Odo Tarr].",
     [("meeting", "held", "p1 p2 p3 p4")], {}),
    ("[p1 Ruiz], while the ferry was late, also spoke with [p2 Lind].",
     [("call", "held", "p1 p2")], {}),
    ("[o1 The Ferry Guild] welcomes the [p2 Lind] administration's ban on tolls.", [], {}),
    ("[o2 The Harbour Fair], which was hosted by [s2 Borduria], went well.", [], {}),
    ("[p1 Ruiz] was late. It rained. [p3 Venn] sang. Ships came. [~p1 She] met [p2 Lind].", [], {}),
    ("[p1 Ruiz] was late. [~p1 She] met [p2 Lind].", [("meeting", "held", "p1 p2")], {}),
    ("What will [p1 Ruiz] say when [g1 they] meet {2031-05-05|on Monday}?", [], {}),
    ("[p1 Ruiz] is hosting a dinner with [p2 Lind] {2031-05-05|on Monday}.",
     [("meeting", "planned", "p1 p2")], {}),
    ("The meeting between [p1 Ruiz] and [p2 Lind] is going to be about salt.",
     [("meeting", "planned", "p1 p2")], {}),
    ("[p1 Ruiz] is the highest official to visit [s2 Borduria].",
     [("visit", "held", "p1 s2")], {}),
    ("Does [p1 Ruiz] plan to meet [p2 Lind] or —", [("meeting", "hypothetical", "p1 p2")], {}),
    ("They do not rule out that [p1 Ruiz] will meet [p2 Lind].",
     [("meeting", "hypothetical", "p1 p2")], {}),
    ("This is part of the preparations for [p1 Ruiz]'s visit to [s2 Borduria].",
     [("visit", "planned", "p1 s2")], {}),
    ("[p1 Ruiz] spoke to [o1 the Senate].", [], {}),
    ("[p1 Ruiz] and [p2 Lind] went to the pier to talk about salt.", [], {}),
    ("[p1 Ruiz] started a college tour {2031-04|in April}.", [], {}),
    ("[p1 Ruiz] has nothing to say on any talks with [s2 Borduria].", [], {}),
    ("[p1 Ruiz] called out [p2 Lind] for it.", [], {}),
    ("[p1 Ruiz] and [p2 Lind] met [p3 Venn]'s call for calm.", [], {}),
    ("[p1 Ruiz] has not had a chance to speak to [p2 Lind].", [], {}),
    ("[p1 Ruiz] did have a chance to speak to [p2 Lind].", [("call", "held", "p1 p2")], {}),
    ("That is one reason that [p1 Ruiz] met [p2 Lind].", [("meeting", "held", "p1 p2")], {}),
    ("[p1 Ruiz] noted that [~p1 she] would be meeting [p2 Lind].",
     [("meeting", "planned", "p1 p2")], {}),
    ("Let me preview the meeting of [p1 Ruiz] and [p2 Lind].",
     [("meeting", "planned", "p1 p2")], {}),
    ("[p1 Ruiz] made cheap travel to [s2 Borduria] a rule.", [], {}),
    ("[p1 Ruiz] held a rally in Port Azul and signed the Harbour Act.", [], {}),
    ("[p1 Ruiz] met a crowd of farmers.", [], {}),
    ("Senior officials from both sides will meet in Lake City.", [], {}),
    ("[p1 Ruiz] told [o1 the Senate] that taxes must fall.", [], {}),
    ("[p1 Ruiz] visited Port Azul and met the moment.", [("visit", "held", "p1")], {}),
    ("<<p1|We will meet with our neighbours whatever [s2 Borduria] says>>, [p1 Ruiz] said.",
     [], {}),
    ("{2031-04-30|Two days before the talks}, [p1 Ruiz] called [p2 Lind].",
     [("call", "held", "p1 p2")], {"date": "2031-04-30"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "contacts", "slots"), CASES)
def test_contacts(marked: str, contacts: list[tuple[str, str, str]], slots: dict[str, Any]) -> None:
    read = reading(marked, of=OF, members={"g1": ("p1", "p2")}, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    assert [told(contact) for contact in claims.contacts] == contacts
    if contacts:
        first = claims.contacts[0]
        assert {name: slot(first, name) for name in slots} == slots


def test_headings_are_what_an_interview_was_about() -> None:
    talk = "She spoke at length and said that the guild would think of it again in the spring."
    read = reading(
        "[p1 Ruiz] gave an interview to [o1 Harbour Radio]. It was long.\n"
        + "".join(
            f"{head}\n{talk} {talk}\n" for head in ("Ferry fares", "The pier", "Tolls at sea")
        )
    )
    (contact,) = ContactExtractor().extract(View(read), Claims()).contacts
    assert slot(contact, "topics") == ["Ferry fares", "The pier", "Tolls at sea"]
