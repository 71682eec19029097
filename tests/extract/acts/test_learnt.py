"""Acts told with verbs that were mined from a corpus and reviewed, and that ``why`` says so."""

from __future__ import annotations

import pytest

from communique.extract import extract
from extract.acts.test_act_cases import Told, told
from extract.build import reading

CASES: list[tuple[str, list[Told]]] = [
    ("[p1 Ruiz] defended the decision to close the lock.", [("support", "p1", None, "stated")]),
    ("[p1 Ruiz] mocked [p2 Lind] for his silence.", [("criticise", "p1", "p2", "stated")]),
    ("[s1 Lutha] questioned the legality of the tolls.", [("criticise", "s1", None, "stated")]),
    (
        "[p1 Ruiz] charged that [s2 Bordavia] had moved the buoys.",
        [("accuse", "p1", None, "stated")],
    ),
    ("[s1 Lutha] disputed the account of the raid.", [("deny", "s1", None, "stated")]),
    ("[p1 Ruiz] distanced herself from the remarks on tolls.", [("reject", "p1", None, "stated")]),
    ("[p1 Ruiz] floated the idea of a joint ferry.", [("propose", "p1", None, "stated")]),
    ("[p1 Ruiz] vouched for [p2 Lind].", [("support", "p1", "p2", "stated")]),
    ("[p1 Ruiz] defended the harbour against the flood.", []),
    ("[s1 Lutha] attacked [s2 Bordavia].", []),
    ("[p1 Ruiz] asked a question on the outline.", []),
    ("[p1 Ruiz] charged the battery.", []),
]


@pytest.mark.parametrize(("words", "want"), CASES)
def test_verbs_that_a_corpus_gave(words: str, want: list[Told]) -> None:
    assert [told(act) for act in extract(reading(words)).acts] == want


def test_the_claim_says_that_its_verb_was_learnt() -> None:
    (act,) = extract(reading("[p1 Ruiz] mocked [p2 Lind] for his silence.")).acts
    assert act.why == "learnt:mock"


def test_what_is_asked_tells_the_mode_and_not_when() -> None:
    words = (
        "[p1 Ruiz] refused to hand over the keys of the harbour office during a meeting. "
        "[p1 Ruiz] refused to meet [p2 Lind]."
    )
    codes = [act.plover for act in extract(reading(words)).acts]
    assert [(code.event, code.mode) for code in codes if code] == [
        ("REJECT", None),
        ("REJECT", "meet"),
    ]
