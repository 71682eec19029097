"""What an issue is called: the thing that is stood for or against, in the words of the report."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# what a label is made of -> words -> label
NAMES: dict[str, list[tuple[str, str]]] = {
    "a noun with what tells it apart": [
        ("[s1 Lutha] supports the free and open seas initiative.",
         "free and open seas initiative"),
        ("[s1 Lutha] opposes the base on the islands.", "base on islands"),
        ("[s1 Lutha] welcomed the decision to reopen the harbour.", "reopening harbour"),
        ("[p1 Ruiz] rejects the deal with the shipowners on the grain.",
         "agreement with shipowners"),
        ("[p1 Ruiz] defended the ban, and criticised [s2 Borduria]'s grain policy.",
         "borduria's grain policy"),
        ("[p1 Ruiz] underlined the importance of the right of miners to strike.",
         "right of miners to strike"),
    ],
    "what only leads to it is left out": [
        ("[s1 Lutha] favours a number of new lighthouses.", "lighthouses"),
        ("[p1 Ruiz] called for progress in the construction of the canal.",
         "canal"),
        ("[s1 Lutha] is opposed to any kind of foreign tutelage.", "foreign tutelage"),
    ],
    "a deed": [
        ("[s1 Lutha] refuses to recognise the junta.", "recognition"),
        ("<<p1|[s2 Borduria] must hand over the archives>>, [p1 Ruiz] said.",
         "handing over archives"),
        ("[p1 Ruiz] insists that the archives be opened.", "opening archives"),
        ("[p1 Ruiz] urged [s2 Borduria] to cut its herring quota.", "cutting its herring quota"),
        ("[s1 Lutha] demands that [s2 Borduria] withdraw its gunboats.", "withdrawal of troops"),
    ],
    "whose captives they are does not part the issue": [
        ("[s1 Lutha] calls on [s2 Borduria] to release the crew of the barge Marta.",
         "release of prisoners"),
        ("[s1 Lutha] demanded the release of the crew of the barge Marta.", "release of prisoners"),
    ],
    "what is protected, held or reached is the issue itself": [
        ("<<p1|[s2 Borduria] must protect the rights of miners>>, [p1 Ruiz] said.",
         "rights of miners"),
        ("[s1 Lutha] is ready to hold talks on fish.", "talks"),
        ("[s1 Lutha] insists on keeping its lighthouse fees.", "lighthouse fees"),
    ],
    "an end": [
        ("[p1 Ruiz] called for an end to the blockade of Varn.", "blockade"),
        ("[p1 Ruiz] urged [s2 Borduria] to lift the sanctions.", "sanctions"),
        ("[p1 Ruiz] wants the raids to stop.", "raids"),
        ("[p1 Ruiz] insists that the tolls be scrapped.", "tolls"),
        ("[p1 Ruiz] called for a halt to the fighting.", "ceasefire"),
    ],
    "one label for what many words name": [
        ("[p1 Ruiz] backs an immediate truce.", "ceasefire"),
        ("[p1 Ruiz] backs the ceasefire deal.", "ceasefire"),
        ("[p1 Ruiz] called for freeing all hostages.", "release of hostages"),
        ("<<p1|The captives must be released>>, [p1 Ruiz] said.", "release of prisoners"),
        ("[p1 Ruiz] supports the territorial integrity of [s2 Borduria].",
         "sovereignty and territorial integrity"),
    ],
    "a word that only goes with another": [
        ("[p1 Ruiz] criticised the head of the sanctions office.", "head of sanctions office"),
        ("[p1 Ruiz] condemned the election rigging in Varn.", "election rigging in varn"),
        ("[p1 Ruiz] supports peaceful elections.", "elections"),
    ],
    "many wordings of one issue": [
        ("[p1 Ruiz] rejected the lasting and just treaty on the lake.", "lake agreement"),
        ("[p1 Ruiz] supports the lake deal.", "lake agreement"),
        ("[p1 Ruiz] criticised the introduction of transit fees.", "tolls"),
        ("[p1 Ruiz] backs the plan to send blue helmets.", "peacekeepers and observers"),
        ("[p1 Ruiz] welcomes the offer of [s1 Lutha] to mediate.", "mediation"),
        ("[p1 Ruiz] called on [s1 Lutha] to keep the border open.", "open borders"),
        ("[p1 Ruiz] is against the closure of the border.", "open borders"),
        ("[p1 Ruiz] condemned violations of the truce.", "ceasefire"),
        ("[p1 Ruiz] is committed to ensuring [s1 Lutha] never gets a nuclear weapon.",
         "nuclear weapons"),
        ("[s1 Lutha] welcomes the telephone conversation of [p1 Ruiz] and [p2 Lind].", "talks"),
        ("[p1 Ruiz] is in favour of the plan for the Harrow bridge.", "harrow bridge"),
    ],
}  # fmt: skip

# Words that name no issue.
NAMELESS = [
    "[p1 Ruiz] is unhappy with the way.",
    "[p1 Ruiz] supports it.",
    "<<p1|Officials should be able to tell you>>, [p1 Ruiz] said.",
    "[p1 Ruiz] applauded along with the rest.",
    "<<p1|Common sense should not stop at the gate>>, [p1 Ruiz] said.",
    "[p1 Ruiz] stressed the importance of a free, fair, and open process.",
    "[p1 Ruiz] welcomes [p2 Lind]'s visit.",
    "[p1 Ruiz] welcomed the participation.",
]


@pytest.mark.parametrize(("words", "label"), [case for group in NAMES.values() for case in group])
def test_what_an_issue_is_called(words: str, label: str) -> None:
    assert [position.issue for position in positions_of(words)][-1:] == [label]


@pytest.mark.parametrize("words", NAMELESS)
def test_what_names_nothing_is_no_issue(words: str) -> None:
    assert [position.issue for position in positions_of(words)] == []


# Who ends, prevents or breaks a thing is on the other side of it.
SIDES = [
    ("[p1 Ruiz] wants the sanctions lifted.", "against"),
    ("[p1 Ruiz] opposes lifting the sanctions.", "for"),
    ("[p1 Ruiz] condemned violations of the truce.", "for"),
    ("[p1 Ruiz] insists that [s1 Lutha] must not get nuclear weapons.", "against"),
    ("[p1 Ruiz] is committed to ensuring [s1 Lutha] never gets a nuclear weapon.", "against"),
    ("[p1 Ruiz] criticised the closure of the border.", "for"),
    ("[p1 Ruiz] is against the end of the truce.", "for"),
]


@pytest.mark.parametrize(("words", "side"), SIDES)
def test_the_side_is_that_on_the_thing_itself(words: str, side: str) -> None:
    assert [position.polarity for position in positions_of(words)] == [side]
