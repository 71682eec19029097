"""Short cases of acts, in varied words: what one sentence or two tell."""

from __future__ import annotations

from typing import Any

import pytest

from communique.extract import extract
from communique.model import Act, account_of, verify_account
from extract.build import reading

Told = tuple[str, str | None, str | None, str]

# marked-up words -> the acts: type, actor, towards, status; and slots of the first that matter
# ruff: noqa: E501
CASES: list[tuple[str, list[Told], dict[str, Any]]] = [
    ("<<p1|[~p1 I] thank [~p2 you] for the safe passage>>, [p1 Ana Ruiz] told [p2 Bo Lind].",
     [("thank", "p1", "p2", "stated")], {"reported_by": "p1", "what": "the safe passage"}),
    ("President [p1 Ana Ruiz] thanked Prime Minister [p2 Bo Lind] for his help with the ferries {2031-05-02|on Friday}.",
     [("thank", "p1", "p2", "stated")], {"when": "2031-05-02"}),
    ("[p1 Ruiz] called on [s2 Borduria] to reopen the canal.",
     [("request", "p1", "s2", "stated")], {"what": "reopen the canal"}),
    ("[p1 Ruiz] asked [p2 Lind] to free the two sailors.",
     [("request", "p1", "p2", "stated")], {"what": "free the two sailors"}),
    ("[s1 Ruritania] offered [s2 Borduria] a loan if the strike ends.",
     [("offer", "s1", "s2", "conditional")], {"condition": "if the strike ends", "what": "a loan"}),
    ("[p2 Lind] agreed to withdraw the boats.",
     [("agree", "p2", None, "done")], {"what": "withdraw the boats"}),
    ("[p2 Lind] rejected [p1 Ruiz]'s offer of mediation.",
     [("reject", "p2", "p1", "refused"), ("offer", "p1", "p2", "stated")], {}),
    ("[p2 Lind] refused to apologise for the raid.",
     [("refuse", "p2", None, "refused")], {"what": "apologise for the raid"}),
    ("[p1 Ruiz] condemned the shelling of Lake City.",
     [("criticise", "p1", None, "stated")], {"what": "the shelling of Lake City"}),
    ("[p1 Ruiz] accused [s2 Borduria] of smuggling.",
     [("accuse", "p1", "s2", "stated")], {"what": "smuggling"}),
    ("[p1 Ruiz] accused opposition leader [p2 Lind] of smuggling.",
     [("accuse", "p1", "p2", "stated")], {"what": "smuggling"}),
    ("[p1 Ruiz] accused the rebel commander [p2 Lind] of smuggling.",
     [("accuse", "p1", "p2", "stated")], {"what": "smuggling"}),
    ("[p1 Ruiz] accused businessman [p2 Lind] of smuggling.",
     [("accuse", "p1", "p2", "stated")], {"what": "smuggling"}),
    ("[p1 Ruiz] warned that the truce might collapse.",
     [("warn", "p1", None, "stated")], {"what": "the truce might collapse"}),
    ("[p2 Lind] threatened to close the strait.",
     [("threaten", "p2", None, "stated")], {"what": "close the strait"}),
    ("[p1 Ruiz] expressed her gratitude to [p2 Lind] for the grain.",
     [("thank", "p1", "p2", "stated")], {"what": "the grain"}),
    ("[o1 The Council] voiced concern over the arrests in Oyo.",
     [("criticise", "o1", None, "stated")], {}),
    ("[s1 Ruritania] imposed sanctions on [s2 Borduria] {2030-09|last September}.",
     [("sanction", "s1", "s2", "done")], {"when": "2030-09"}),
    ("Sanctions against [s2 Borduria] were lifted by [s1 Ruritania].",
     [("lift-sanction", "s1", "s2", "done")], {}),
    ("[s2 Borduria] released 12 fishermen {2031-04-01|yesterday}.",
     [("release", "s2", None, "done")], {"what": "12 fishermen", "when": "2031-04-01"}),
    ("[s1 Ruritania] pledged $40 million in aid to [s2 Borduria].",
     [("promise", "s1", "s2", "stated")], {"what": "$40 million in aid"}),
    ("[p2 Lind] was invited by [p1 Ruiz] to the harvest festival.",
     [("invite", "p1", "p2", "stated")], {}),
    ("[p2 Lind] did not promise anything.", [], {}),
    ("[s1 Ruritania] may offer a truce.", [("offer", "s1", None, "conditional")], {"what": "a truce"}),
    ("<<p1|We demand the return of the archive>>, [p1 Ruiz] said.",
     [("demand", "p1", None, "stated")], {"what": "the return of the archive", "reported_by": "p1"}),
    ("At the request of [p2 Lind], the session was postponed.",
     [("request", "p2", None, "stated")], {}),
    ("[p1 Ruiz] announced that the consulate would open {2032|next year}.",
     [("announce", "p1", None, "done")], {"what": "the consulate would open next year"}),
    ("[p1 Ruiz]'s decision to recall the envoy was no surprise.",
     [("decide", "p1", None, "done")], {"what": "recall the envoy"}),
    ("[p1 Ruiz] congratulated [p2 Lind] on his re-election and welcomed the new trade pact.",
     [("congratulate", "p1", "p2", "stated"), ("welcome", "p1", None, "stated")], {}),
    ("[s2 Borduria] will release the crew provided that the fine is paid.",
     [("release", "s2", None, "conditional")], {"condition": "provided that the fine is paid"}),
    ("[p2 Lind] denied having ordered the raid.", [("deny", "p2", None, "stated")], {}),
    ("The market rejected the new coin, and the old film promises little.", [], {}),
    ("<<p1|[~p1 I] want to thank your President for the vaccines>>, [p1 Ruiz] said.",
     [("thank", "p1", None, "stated")], {"what": "the vaccines"}),
    ("[p1 Ruiz] ordered the navy to stand down.",
     [("order", "p1", None, "done")], {}),
    ("[p1 Ruiz] reaffirmed [s1 Ruritania]'s commitment to the treaty.",
     [("promise", "p1", None, "stated")], {}),
    ("[p1 Ruiz] said [~p1 she] had asked the Bordurian side for more time.",
     [("request", "p1", "s2", "stated")], {"what": "more time"}),
    ("[s2 Borduria] conceded that the map was wrong. [p1 Ruiz] proposed a joint survey.",
     [("concede", "s2", None, "stated"), ("propose", "p1", None, "stated")], {}),
    # --- classes of faults met in real reports, in invented words
    ("[s1 Ruritania] is ready to host the talks.",
     [("offer", "s1", None, "stated")], {"what": "host the talks"}),
    ("[s1 Ruritania] is not ready to host the talks.", [], {}),
    ("<<p1|[~p1 I] do not know if [p2 Lind] agreed to the plan>>, [p1 Ruiz] said.", [], {}),
    ("[s1 Ruritania] may supply boats and medicine.", [], {}),
    ("The ship, sent by the port to support the divers, sank.", [], {}),
    ("Did [p2 Lind] promise to resign — or not —", [], {}),
    ("[p1 Ruiz], whom [p2 Lind] often calls a friend, refused to close the port and thanked the crew.",
     [("refuse", "p1", None, "refused"), ("thank", "p1", None, "stated")], {}),
    ("The first proposal had come from [s2 Borduria].", [("propose", "s2", None, "stated")], {}),
    ("[p1 Ruiz] offered [p2 Lind] boats, nets, and ice.", [("offer", "p1", "p2", "stated")], {}),
    ("[p1 Ruiz]'s budget request provides ten ferries for the islands.", [], {}),
]  # fmt: skip


def told(act: Act) -> Told:
    return act.type, act.actor, act.towards, act.status


def slot(act: Act, name: str, text: str) -> object:
    value = getattr(act, name)
    if name == "when":
        return value and value.value
    if name == "condition":
        return value and " ".join(span.of(text) for span in value)
    return value


@pytest.mark.parametrize(("marked", "acts", "slots"), CASES)
def test_acts(marked: str, acts: list[Told], slots: dict[str, Any]) -> None:
    read = reading(marked + " [s2 Borduria] and [s1 Ruritania] are neighbours.")
    claims = extract(read)
    verify_account(account_of(read, claims))
    assert [told(act) for act in claims.acts] == acts
    if acts:
        first = claims.acts[0]
        text = read.report.text
        assert {name: slot(first, name, text) for name in slots} == slots
    assert all(act.plover or act.type in ("announce", "decide") for act in claims.acts)
