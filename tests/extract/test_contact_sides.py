"""Who takes part and who does not: speakers for others, idioms, habits; how contacts stand."""

from __future__ import annotations

import pytest

from communique.extract.contacts import ContactExtractor
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading
from extract.test_contact_cases import told

OF = {"p1": "s1", "p2": "s2"}
TITLES = {"p1": "president", "p2": "prime minister", "p7": "press secretary", "p8": "spokesman"}
Q = "\nQ And then?\n"
ASKED = Q * 3

# marked-up words -> the contacts: kind, status, participants
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # "We" of who only speaks for others
    ("<<p7|We are in talks with Prime Minister [p2 Lind]>>, [p7 Ovi Fell] said.", []),
    ("<<p8|We will go on with our consultations with Minister [p2 Lind]>>, said [p8 Odo].", []),
    ("<<p7|[p3 Cora Venn] will be in Azul to continue our talks with [p2 Lind]>>, [p7 Fell] said.",
     [("talks", "planned", "p2 p3")]),
    ("<<p1|We met [p2 Lind] {2031-05-01|yesterday}>>, [p1 Ruiz] said.",
     [("meeting", "held", "p1 p2")]),
    ("MR. [p9 ODO]: <<p9|We are in touch. We keep up our talks with [p2 Lind].>>" + ASKED, []),
    ("MR. [p9 ODO]: <<p9|I met [p2 Lind] {2031-05-01|yesterday}.>>" + ASKED,
     [("meeting", "held", "p2 p9")]),
    ("MS. [p9 FELL]: So we are in talks with [s2 Borduria] about the lighthouse fees.", []),
    # What is no contact
    ("<<p1|Let me just speak to [p2 Lind] and the pier for a moment>>, [p1 Ruiz] said.", []),
    ("<<p1|Let us talk about [p2 Lind]>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] toured [s2 Borduria]-based boat yards.", []),
    ("[p1 Ruiz] has visited [s1 Ruritania]-made ferries.", []),
    ("[g1 They] speak to [p3 Venn] through a go-between.", []),
    ("<<p1|My family calls me all day>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] liked [p2 Lind]'s breakfast word.", []),
    ("[p1 Ruiz] sat at [p2 Lind]'s dinner table.", []),
    ("[p1 Ruiz] and [p2 Lind] have made over 300 trips.", []),
    ("<<p1|I do not know if every single parcel has arrived in [s2 Borduria]>>, she said.", []),
    ("<<p1|I doubt that the parcels flew to [s2 Borduria]>>, [p1 Ruiz] said.", []),
    ("<<p1|I have nothing more on the talks with [p2 Lind]>>, [p1 Ruiz] said.", []),
    ("<<p1|I am glad that it runs, as [p3 Venn] briefed you all>>, [p1 Ruiz] said.", []),
    ("<<p1|It would be a gift to [s2 Borduria]>>, [p1 Ruiz] said.", []),
    ("<<p1|[~p3 You] called [p2 Lind]>>, [p1 Ruiz] told the crowd.", []),
    ("[p1 Ruiz] will visit [s2 Bordurian] Creek Farms.", [("visit", "planned", "p1")]),
    ("[s1 Ruritania] and [s2 Borduria] intend to adopt a structured, negotiated approach.", []),
    ("[p1 Ruiz] received the final report from [o1 the Harbour Board].", []),
    ("<<p1|I spoke with [p2 Lind] — [p2 Lind]'s wife, at noon>>, [p1 Ruiz] said.", []),
    ("<<p1|Then I would invite [p2 Lind] to say a few words>>, [p1 Ruiz] said.", []),
    ("We do all that [p1 Ruiz] and [p2 Lind] talked about at the summit.", []),
    ("<<p1|I am just speaking to [s2 Borduria]>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] met with [s2 Bordurians] of all kinds. [s2 The Republic of Borduria] slept.", []),
    ("[p1 Ruiz] will meet with the [p2 Lind] family.", []),
    ("[p1 Ruiz] met with East [s2 Borduria] residents.", []),
    ("[p1 Ruiz] met with [s2 Borduria] Border Patrol agents.", []),
    ("[o1 The Harbour Board] runs a course through which twenty fellows will travel to "
     "[s2 Borduria].", []),
    # How it stands
    ("<<p1|I am happy to talk to [p2 Lind] about that>>, [p1 Ruiz] said.", []),
    ("[p2 Lind] will, of course, be meeting with [p1 Ruiz].", [("meeting", "planned", "p1 p2")]),
    ("I want to stress that [p1 Ruiz] will go to Azul to meet with [p2 Lind].",
     [("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz] stopped by the “Harbour Day” to meet with [p2 Lind].",
     [("meeting", "held", "p1 p2")]),
    ("In advance of [p1 Ruiz]'s visit to [s2 Borduria], tolls fell.",
     [("visit", "planned", "p1 s2")]),
    ("The meeting {2031-05-02|later today} between [p1 Ruiz] and [p2 Lind] is about salt.",
     [("meeting", "planned", "p1 p2")]),
    ("Do you support the summit between [p1 Ruiz] and [p2 Lind]?",
     [("summit", "hypothetical", "p1 p2")]),
    ("Can you confirm that [p1 Ruiz] met [p2 Lind]?", [("meeting", "hypothetical", "p1 p2")]),
    ("I have a quick question on [p1 Ruiz]'s trip to [s2 Borduria].",
     [("visit", "held", "p1 s2")]),
    ("She spoke of it during [p1 Ruiz]'s visit to [s2 Borduria] {2031-07|in July}.",
     [("visit", "held", "p1 s2")]),
    ("[p3 Venn] arranged a meeting between [p1 Ruiz] and [p2 Lind].",
     [("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz] will travel to [s2 Borduria] {2031-05-09|next week}. The tolls will be raised "
     "throughout [~p1 her] trip.", [("visit", "planned", "p1 s2")]),
    ("[p1 Ruiz] will meet [p2 Lind] {2031-05-09|next week}. What comes of [p1 Ruiz]'s meeting with "
     "[p2 Lind] is open.", [("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz]'s meeting with [p2 Lind] was cold. They will meet again {2031-05-09|next week}. "
     "[p1 Ruiz] will meet [p2 Lind] in Azul.",
     [("meeting", "held", "p1 p2"), ("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz] was asked about meeting with [p2 Lind].", [("meeting", "hypothetical", "p1 p2")]),
    ("[p1 Ruiz] had been asked about meeting [p2 Lind].",
     [("meeting", "hypothetical", "p1 p2")]),
    ("Is your expectation that [p1 Ruiz] and [p2 Lind] will talk at all?",
     [("talks", "hypothetical", "p1 p2")]),
    ("Is it your understanding that [p1 Ruiz] will visit [s2 Borduria]?",
     [("visit", "hypothetical", "p1 s2")]),
    ("Can you bring us up to speed on talks between [p1 Ruiz] and [p2 Lind]?",
     [("talks", "held", "p1 p2")]),
    ("Could you tell us more of a call between [p1 Ruiz] and [p2 Lind]?",
     [("call", "held", "p1 p2")]),
    ("Can you confirm a call between [p1 Ruiz] and [p2 Lind]?",
     [("call", "hypothetical", "p1 p2")]),
    ("Can you say whether there was a call between [p1 Ruiz] and [p2 Lind]?",
     [("call", "hypothetical", "p1 p2")]),
    ("[p3 Venn] proposed closer ties, including a meeting between [p1 Ruiz] and [p2 Lind].",
     [("meeting", "proposed", "p1 p2")]),
    ("[p1 Ruiz] looks forward to welcoming [p2 Lind]. At that meeting, [p1 Ruiz] and [p2 Lind] "
     "will sign the ferry pact.", [("meeting", "planned", "p1 p2")]),
    ("In the meeting with [p2 Lind], [p1 Ruiz] will raise the tolls.",
     [("meeting", "planned", "p1 p2")]),
    ("[p1 Ruiz] visited Port Azul in haste to meet with [p2 Lind].",
     [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] will also meet with her counterparts from the region. It follows [p1 Ruiz]'s "
     "meeting with [o1 Harbour Union] leaders.",
     [("meeting", "held", "o1 p1")]),
    # Who else
    ("[p1 Ruiz] met with [s2 Bordurian] Salt Party Board Member [p3 Cora Venn].",
     [("meeting", "held", "p1 p3")]),
    ("[p1 Ruiz] spoke with [s2 Borduria] Executive Vice Minister [p3 Cora Venn].",
     [("call", "held", "p1 p3")]),
    ("[p3 Venn] respects [p1 Ruiz]'s decision to travel to [s2 Borduria].",
     [("visit", "planned", "p1 s2")]),
    ("[p1 Ruiz] met today with [p2 Lind] following [~p2 his] address to a meeting of [o1 the "
     "Senate].", [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] held calls with Mayor [p2 Lind] of Port Azul, Mayor [p3 Venn] of St. Ada, and "
     "Mayor [p4 Odo Tarr] of Lake City.", [("call", "held", "p1 p2 p3 p4")]),
    ("<<p1|It was [p3 Cora Venn] who — who had that meeting with [p2 Lind]>>, [p1 Ruiz] said.",
     [("meeting", "held", "p2 p3")]),
    ("[p1 Ruiz] stood by the guild after President [p3 Venn] met {2031-W17|last week} with "
     "Minister [p2 Lind].", [("meeting", "held", "p2 p3")]),
    ("<<p9|[p1 Ruiz] felt it when [~p1 she] hired [p3 Venn] and talked to [p2 Lind]>>, [p9 Odo] "
     "said.", [("call", "held", "p1 p2")]),
    ("[~p1 I] thank you. When I flew to Azul, we met with Minister [p2 Lind].",
     [("meeting", "held", "p1 p2")]),
    ("[p1 Ruiz] spoke with Head of [o1 the Office] of the President [p3 Ada Yerm] and Minister "
     "[p2 Lind].", [("call", "held", "p1 p2 p3")]),
    ("[p1 Ruiz] called and congratulated [p3 Cora Venn].", [("call", "held", "p1 p3")]),
    ("[p1 Ruiz] phoned and warmly thanked [p2 Lind].", [("call", "held", "p1 p2")]),
    ("[p1 Ruiz] and [p2 Lind] spoke to mend old quarrels.", [("call", "held", "p1 p2")]),
    ("[p1 Ruiz] welcomed Minister [p2 Lind] and his accompanying delegation to the Harbour Palace.",
     [("meeting", "held", "p1 p2")]),
    ("<<p1|[s1 Ruritania] and — and [s2 Borduria] have held talks>>, [p1 Ruiz] said.",
     [("talks", "held", "s1 s2")]),
    ("[p1 Ruiz] met with [o1 Harbour Union] leaders and President [p2 Lind].",
     [("meeting", "held", "o1 p1 p2")]),
    ("[p1 Ruiz] spoke with newly appointed [s2 Borduria] Security Advisor [p3 Cora Venn].",
     [("call", "held", "p1 p3")]),
    ("[p1 Ruiz] spoke with Chief Advisor to [p2 the Bordurian President], Ambassador [p3 Cora "
     "Venn], and left.", [("call", "held", "p1 p3")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "contacts"), CASES)
def test_sides(marked: str, contacts: list[tuple[str, str, str]]) -> None:
    members = {"g1": ("p1", "p2")}
    read = reading(marked, of=OF, titles=TITLES, members=members, published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    assert [told(contact) for contact in claims.contacts] == contacts


# what is said behind "President Ruiz met Prime Minister Lind today." -> for whom each stands
STATES: list[tuple[str, str | None, str | None]] = [
    ("She spoke of ties between [s1 Ruritania] and [s2 Borduria] and thanked [s2 Borduria] for it.",
     "s1", "s2"),
    ("She congratulated him on his election as President of [s2 Borduria].", None, "s2"),
    ("She offered congratulations on becoming Minister of [s2 Borduria].", None, "s2"),
    ("She hailed the [s1 Ruritania] – [s2 Borduria] pact and the need for [s2 Borduria] to act.",
     "s1", "s2"),
    ("She made clear the need for [s2 Borduria] to act.", None, None),
    ("She named $3 billion in [s1 Ruritania] commitments to the port.", "s1", None),
    ("She raised concerns about support for [s3 Latvia].", None, None),
    ("She hailed the mission to [s3 Latvia] and its continued contributions.", None, None),
    ("She praised [s2 Borduria’s leadership] at sea.", None, "s2"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "one", "other"), STATES)
def test_states_from_what_is_said(words: str, one: str | None, other: str | None) -> None:
    marked = "President [p1 Ruiz] met Prime Minister [p2 Lind] {2031-05-02|today}. " + words
    read = reading(marked.replace("She ", "[~p1 She] "), published="2031-05-02")
    claims = ContactExtractor().extract(View(read), Claims())
    verify_account(account_of(read, claims))
    stands = {p.actor: p.represents for p in claims.contacts[0].participants}
    assert stands == {"p1": one, "p2": other}
