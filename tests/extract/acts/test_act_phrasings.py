"""Acts that no single verb tells: promises as "we will", asks as "should", thanks as "grateful" …

The cases of ``test_act_cases`` name a verb or noun of the act; these go round it.
"""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import account_of, verify_account
from extract.acts.test_act_cases import Told, told
from extract.build import reading

# ruff: noqa: E501
PROMISED: list[tuple[str, list[Told]]] = [
    ("<<p1|We will open a second crossing by autumn>>, [p1 Ruiz] said.", [("promise", "p1", None, "stated")]),
    ("<<p1|[~p1 I] am going to send the engineers>>, [p1 Ruiz] told [p2 Lind].", [("promise", "p1", None, "stated")]),
    ("[s1 Ruritania] stands ready to host the delegations.", [("offer", "s1", None, "stated")]),
    ("[p2 Lind] is prepared to return the archive.", [("offer", "p2", None, "stated")]),
    ("[p1 Ruiz] undertook to repair the dam.", [("promise", "p1", None, "stated")]),
    ("[s2 Borduria] has committed itself to remove the mines.", [("promise", "s2", None, "stated")]),
    ("[p1 Ruiz] gave [p2 Lind] her word that the port would stay open.", [("promise", "p1", "p2", "stated")]),
    ("<<p1|We will never recognise the seizure of the islands>>, [p1 Ruiz] said.", [("reject", "p1", None, "refused")]),
    ("<<p1|We are not going to hand over the archive>>, [p1 Ruiz] said.", [("refuse", "p1", None, "refused")]),
    ("<<p1|If they shell the port again, we will be forced to respond>>, [p1 Ruiz] said.", [("warn", "p1", None, "conditional")]),
    ("<<p1|We will retaliate against every raid>>, [p1 Ruiz] said.", [("threaten", "p1", None, "stated")]),
    ("<<p1|If both sides ask us, we can host the talks>>, [p1 Ruiz] said.", [("offer", "p1", None, "conditional")]),
    ("<<p1|A blockade of the lake is unacceptable>>, [p1 Ruiz] said.", [("reject", "p1", None, "refused")]),
    ("[s2 Bordurians] are dead set against the new posts.", [("reject", "s2", None, "refused")]),
    ("[p2 Lind] is firmly against the new border posts.", [("reject", "p2", None, "refused")]),
    ("[p2 Lind]'s unwillingness to meet the miners worried nobody.", [("refuse", "p2", None, "refused")]),
    ("[p1 Ruiz] is committed to a free, open, safe, and busy lake.", [("promise", "p1", None, "stated")]),
    ("[p1 Ruiz] invited the citizens of our city to a walk on the dam.", [("invite", "p1", None, "stated")]),
    ("[s1 Ruritania] stands ready to promptly process the requests.", [("offer", "s1", None, "stated")]),
    ("<<p1|We condemn in the strongest terms the raid on the port>>, [p1 Ruiz] said.", [("criticise", "p1", None, "stated")]),
    ("<<p1|So, thank you for the work>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] announced that [s1 Ruritania] and [s2 Borduria] will share the lock.", [("announce", "p1", None, "done")]),
    ("[p1 Ruiz] is gravely concerned about the arrests in Oyo.", [("criticise", "p1", None, "stated")]),
    ("<<p1|We will give [s2 Borduria] two pilots>>, [p1 Ruiz] said.", [("promise", "p1", "s2", "stated")]),
    ("<<p1|We will work with [p2 Lind] on the lake>>, [p1 Ruiz] said.", [("promise", "p1", "p2", "stated")]),
    ("<<p1|We will never give up>>, [p1 Ruiz] said.", [("promise", "p1", None, "stated")]),
    ("<<p1|We never asked for a loan>>, [p1 Ruiz] said.", [("deny", "p1", None, "stated")]),
    ("<<p1|We will not rest until the divers are home>>, [p1 Ruiz] said.", [("promise", "p1", None, "stated")]),
    ("<<p1|If [p2 Lind] frees the crew, we will lift the embargo>>, [p1 Ruiz] said.",
     [("lift-sanction", "p1", None, "conditional")]),
]  # fmt: skip
ASKED: list[tuple[str, list[Told]]] = [
    ("<<p1|Please let the convoy through>>, [p1 Ruiz] said.", [("request", "p1", None, "stated")]),
    ("<<p1|[s2 Borduria] must withdraw its boats>>, [p1 Ruiz] said.", [("demand", "p1", "s2", "stated")]),
    ("<<p1|[p2 Lind] should sit down with the miners>>, [p1 Ruiz] said.", [("request", "p1", "p2", "stated")]),
    ("<<p1|We want [s2 Borduria] to stop the raids>>, [p1 Ruiz] said.", [("request", "p1", "s2", "stated")]),
    ("<<p1|Could you free the two fishermen?>> [p1 Ruiz] asked [p2 Lind].", [("request", "p1", None, "stated")]),
    ("[p1 Ruiz] wants [p2 Lind] to reopen the valley.", [("request", "p1", "p2", "stated")]),
    ("[p1 Ruiz] told [p2 Lind] to pull back the tanks.", [("order", "p1", "p2", "done")]),
    ("[p1 Ruiz] said that <<p1|[s2 Borduria] must free the crew>>.", [("demand", "p1", "s2", "stated")]),
    ("<<p1|It is important that [s2 Borduria] keep the lock open>>, [p1 Ruiz] said.", [("request", "p1", "s2", "stated")]),
    ("[p1 Ruiz] asked [p2 Lind] not to send the boats.", [("request", "p1", "p2", "stated")]),
    ("<<p1|The two editors should be released>>, [p1 Ruiz] said.", [("request", "p1", None, "stated")]),
    ("[p1 Ruiz] stressed the need for [s2 Borduria] to open its books.", [("request", "p1", "s2", "stated")]),
]  # fmt: skip
FELT: list[tuple[str, list[Told]]] = [
    ("<<p1|We are grateful to [p2 Lind] for the blankets>>, [p1 Ruiz] said.", [("thank", "p1", "p2", "stated")]),
    ("[p1 Ruiz] was grateful for the quick answer.", [("thank", "p1", None, "stated")]),
    ("<<p1|[~p1 I] appreciate the efforts of [s2 Borduria]>>, [p1 Ruiz] said.", [("thank", "p1", "s2", "stated")]),
    ("<<p1|Thank you, [p2 Bo], for the harbour pilots>>, [p1 Ruiz] said.", [("thank", "p1", "p2", "stated")]),
    ("<<p1|And we’re gravely alarmed about the dam in Oyo>>, [p1 Ruiz] said.", [("criticise", "p1", None, "stated")]),
    ("Thank you to [p2 Lind] for the pilots.", [("thank", None, "p2", "stated")]),
    ("<<p1|Many thanks to [s2 Borduria] for the grain>>, [p1 Ruiz] said.", [("thank", "p1", "s2", "stated")]),
    ("<<p1|Congratulations to [p2 Lind] on the vote>>, [p1 Ruiz] said.", [("congratulate", "p1", "p2", "stated")]),
    ("[p1 Ruiz] thanked [p2 Lind] for the decision to reopen the road.",
     [("thank", "p1", "p2", "stated"), ("decide", "p2", None, "done")]),
    ("[p1 Ruiz] is deeply concerned about the arrests in [s2 Borduria].", [("criticise", "p1", None, "stated")]),
    ("[p2 Lind] said [~p2 he] was sorry for the collision.", [("concede", "p2", None, "stated")]),
    ("[p2 Lind] took responsibility for the sinking.", [("concede", "p2", None, "stated")]),
    ("<<p1|We stand with the people of [s2 Borduria]>>, [p1 Ruiz] said.", [("support", "p1", "s2", "stated")]),
]  # fmt: skip
DONE: list[tuple[str, list[Told]]] = [
    ("{2031-06-01|On 1 June} fourteen prisoners were released.", [("release", None, None, "done")]),
    ("Sanctions on the ferry line were eased {2031-06-02|a day later}.", [("lift-sanction", None, None, "done")]),
    ("[s2 Borduria] set the two pilots free.", [("release", "s2", None, "done")]),
    ("[s1 Ruritania] took the potash company off its blacklist.", [("lift-sanction", "s1", None, "done")]),
    ("[s1 Ruritania] froze the assets of two shipowners.", [("sanction", "s1", None, "done")]),
    ("[p1 Ruiz] gave the order to open the locks.", [("order", "p1", None, "done")]),
    ("[p1 Ruiz] gave her consent to the visit.", [("agree", "p1", None, "done")]),
    ("[p1 Ruiz] signed a fishing treaty with [s2 Borduria].", [("agree", "p1", "s2", "done")]),
    ("[p2 Lind] signed a decree on the ferries.", [("decide", "p2", None, "done")]),
    ("[p1 Ruiz] announced plans to build {2031|this year} a new lock.", [("announce", "p1", None, "done")]),
    ("[o1 The Treasury], in concert with [o2 the League], [s1 Ruritania], and [s2 Borduria], froze the assets of a bank.",
     [("sanction", "o1", None, "done")]),
    ("[p2 Lind] gave in and withdrew the claim.", [("concede", "p2", None, "stated")]),
    ("[p2 Lind] turned down the proposal of [p1 Ruiz].", [("reject", "p2", "p1", "refused")]),
    ("The decision of [p1 Ruiz] to lift the tolls surprised everybody.", [("decide", "p1", None, "done")]),
    ("[p1 Ruiz] made it clear that any raid would bring a blockade.", [("warn", "p1", None, "stated")]),
    ("[p1 Ruiz] spoke out against the trial of the editors.", [("criticise", "p1", None, "stated")]),
    ("[p2 Lind] said yes to the invitation.", [("agree", "p2", None, "done")]),
    ("[p2 Lind] said no to a second bridge.", [("reject", "p2", None, "refused")]),
    ("[p1 Ruiz] thanked [p2 Lind] for the pilots and asked [~p2 him] to send more.",
     [("thank", "p1", "p2", "stated"), ("request", "p1", "p2", "stated")]),
]  # fmt: skip
#: Words that look like an act and are none.
NONE = [
    "<<p1|We will see>>, [p1 Ruiz] said.",
    "<<p1|You should have seen the crowd>>, [p1 Ruiz] said.",
    "<<p1|We will be at the harbour at noon>>, [p1 Ruiz] said.",
    "The prisoners were not released.",
    "<<p1|[p2 Lind] must have been tired>>, [p1 Ruiz] said.",
    "[p1 Ruiz] was ready for lunch.",
    "[s2 Borduria] will play in the final.",
    "<<p1|Do you know the way?>> [p1 Ruiz] asked.",
    "<<p1|It is an agenda that we will bring home>>, [p1 Ruiz] said.",
    "[p1 Ruiz] made clear that the ferry leaves at noon.",
    "Not every minister welcomed the plan.",
    "<<p1|We have no reason to believe that>>, [p1 Ruiz] said.",
    "Thanks to [s2 Borduria]'s rain, the lake is full.",
    "<<p1|[~p1 I]’ll end with a word on the ferries>>, [p1 Ruiz] said.",
    "<<p1|Thanks for taking the question>>, [p1 Ruiz] said.",
    "[p1 Ruiz] saw no threat to the harbour.",
    "<<p1|[s2 Borduria] needs to defend itself>>, [p1 Ruiz] said.",
    "[p1 Ruiz] backed up the files of the port.",
    "<<p1|You order a boat online>>, [p1 Ruiz] said.",
    "[p1 Ruiz] never asked for or announced a toll.",
    "The storm set us back in the race.",
    "[p1 Ruiz] has no plans for the weekend.",
    "<<p1|Let me ask you a question>>, [p1 Ruiz] said.",
    "[p1 Ruiz] is concerned about the weather.",
    "[p1 Ruiz] was told by [p2 Lind] that the dam holds.",
    "[p1 Ruiz] gave the divers the support they need.",
    "<<p1|[~p1 I] don't think we will open the port>>, [p1 Ruiz] said.",
    "<<p1|We will not let it go>>, [p1 Ruiz] said.",
    "A grateful crowd left the pier.",
    "<<p1|We will stop there>>, [p1 Ruiz] said.",
    "<<p1|It's not that we oppose the toll>>, [p1 Ruiz] said.",
    "[p1 Ruiz] brought the crews back home to their families.",
    "[p1 Ruiz] fears more rain as more sailors are released.",
    "<<p1|We do not support a military — a foreign military post>>, [p1 Ruiz] said.",
    "<<p1|[~p1 I] will give a little bit of background>>, [p1 Ruiz] said.",
    "<<p1|If [~p1 I] have to do it or [p2 Lind] has to do it, so be it>>, [p1 Ruiz] said.",
    "[p1 Ruiz] urged [s2 Borduria] to open the — well, the gates were open.",
    "<<p1|[~p1 I] am going to stay right here>>, [p1 Ruiz] said.",
    "[p1 Ruiz] expressed concern that the port — that both ports stay shut.",
]


@pytest.mark.parametrize(("marked", "acts"), [*PROMISED, *ASKED, *FELT, *DONE])
def test_what_no_single_verb_tells(marked: str, acts: list[Told]) -> None:
    read = reading(marked + " [s2 Borduria] and [s1 Ruritania] are neighbours.")
    claims = extract(read)
    verify_account(account_of(read, claims))
    assert [told(act) for act in claims.acts] == acts


@pytest.mark.parametrize("marked", NONE)
def test_what_only_looks_like_an_act_is_none(marked: str) -> None:
    assert extract(reading(marked)).acts == ()
