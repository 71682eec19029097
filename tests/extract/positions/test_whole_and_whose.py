"""Names that are told to their end or not at all, and holders that pronouns may hide."""

from __future__ import annotations

import pytest

from communique.extract.positions import PositionExtractor
from communique.extract.view import View
from communique.model import Claims, Report, body_id
from communique.read.rules import RuleReader
from extract.positions.test_position_cases import positions_of

# words -> side and issue; none: no stand
SAID: list[tuple[str, list[tuple[str, str]]]] = [
    ("[s1 Lutha] condemns in the strongest terms the attack on the hospital.",
     [("against", "attack on hospital")]),
    ("For [s1 Lutha] the handover of the port is a red line.", [("against", "handover of port")]),
    ("[p1 Ruiz] raised concerns regarding the grave human rights abuses being committed there.",
     [("for", "human rights")]),
    ("[s1 Lutha] agreed to call out human rights abuses.", [("for", "human rights")]),
    ("The bishops want the death penalty abolished and prison terms shortened.",
     [("against", "death penalty")]),
    ("[p1 Ruiz] opposes boots on the ground.", [("against", "boots on ground")]),
    ("[p1 Ruiz] is committed to maximizing linkages between the programmes and the mills.",
     [("for", "maximizing linkages between programmes and mills")]),
    ("[p1 Ruiz] is committed to ensuring that children everywhere have a chance.", []),
    ("[p1 Ruiz] backs the nascent “Hawks for Lind” movement.", []),
    ("[p1 Ruiz] opposes the lake committee making any changes.", []),
    ("[p1 Ruiz] expressed concern about subsequent violent attacks.", []),
    ("<<p1|It would be good for the cause of peace>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] reaffirmed the commitment to address common regional threats.",
     [("for", "addressing common regional threats")]),
    ("[p1 Ruiz] is fully behind the plan to freeze rents.", [("for", "freezing rents")]),
    ("<<p1|A federation is not on offer>>, [p1 Ruiz] said.", [("against", "federation")]),
    ("[p1 Ruiz] supports the efforts of [p2 Lind] as they go on.", []),
    ("The miners' union opposes the toll.", [("against", "tolls")]),
    ("Those miners oppose the toll.", []),
    ("<<p1|We must not let the talks in Varn fail>>, [p1 Ruiz] said.", [("for", "talks")]),
    ("[s1 Lutha] will fight the milk levy.", [("against", "milk levy")]),
    ("[p1 Ruiz] reaffirmed her support for the work to swiftly combat this virus.", []),
    ("[p1 Ruiz] called for extending this critical levy.", []),
    ("[s1 Lutha] is seeking emergency relief from the court.", []),
    ("[p1 Ruiz] supports the applications from [s1 Lutha] and [s2 Bordavia].",
     [("for", "applications from lutha and bordavia")]),
    ("[s1 Lutha] fought the fire under the bridge.", []),
    ("[p1 Ruiz] deemed it necessary and proper to impose the tariffs.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), SAID, ids=[words for words, _ in SAID])
def test_names_are_whole(words: str, want: list[tuple[str, str]]) -> None:
    assert [(p.polarity, p.issue) for p in positions_of(words)] == want


# text -> holders as the reader of plain text finds them, by their name or words
HELD: list[tuple[str, list[str]]] = [
    ("The spokesman Brian Moll expressed his general support for the port treaty.", ["Brian Moll"]),
    ("Miners in Germany struck. They oppose the toll.", ["Miners"]),
    ("Vera Palme met reporters in Oyo. The actress said she opposed the toll.", []),
    ("Senator Fred Palme came. At a rally in Varn, France, he opposed the toll.", ["Fred Palme"]),
    ("The miners' union opposes the toll.", ["The miners' union"]),
    ("Those miners oppose the toll.", ["Those miners"]),
]


@pytest.mark.parametrize(("text", "want"), HELD, ids=[text for text, _ in HELD])
def test_holders(text: str, want: list[str]) -> None:
    report = Report(id=body_id(text), publication="1" * 16, text=text, language="en")
    read = next(iter(RuleReader().read([report])))
    names = {one.id: one.name for one in read.actors}
    found = PositionExtractor().extract(View(read), Claims()).positions
    assert [names.get(p.actor or "", p.actor_raw) for p in found] == want


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("43% of the miners support the coal levy.", ["43% of the miners"]),
        (
            "People on both sides of the dispute oppose the coal levy.",
            ["People on both sides of the dispute"],
        ),
        ("[p2 Lind], who once served as a guard, opposes the coal levy.", []),
    ],
)
def test_a_holder_is_told_with_how_many_they_are(words: str, whose: list[str]) -> None:
    assert [p.actor_raw for p in positions_of(words, plain=True) if p.actor is None] == whose
