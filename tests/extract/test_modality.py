"""Whether events are told as held, planned, proposed … or denied, apart from any extractor."""

from __future__ import annotations

import pytest

from communique.extract import modality
from communique.extract.modality import Modality, VerbForm
from communique.extract.view import View
from extract.build import reading

FORMS: dict[str, VerbForm] = {"met": "past", "meet": "base", "meets": "third", "meeting": "ing"}

VERBS = [
    ("[p1 Ruiz] met Lind.", "held", False),
    ("[p1 Ruiz] did meet Lind.", "held", False),
    ("[p1 Ruiz] did not meet Lind.", "held", True),
    ("[p1 Ruiz] has never met Lind.", "held", True),
    ("[p1 Ruiz] will meet Lind.", "planned", False),
    ("[p1 Ruiz] will not meet Lind.", "declined", False),
    ("[p1 Ruiz] may meet Lind.", "hypothetical", False),
    ("[p1 Ruiz] would have met Lind.", "hypothetical", False),
    ("[p1 Ruiz] is to meet Lind.", "planned", False),
    ("[p1 Ruiz] plans to meet Lind.", "planned", False),
    ("[p1 Ruiz] agreed in principle to meet Lind.", "planned", False),
    ("[p1 Ruiz] offered to meet Lind.", "proposed", False),
    ("[p1 Ruiz] invited [p2 Lind] to meet.", "invited", False),
    ("[p1 Ruiz] refused to meet Lind.", "declined", False),
    ("[p1 Ruiz] failed to meet Lind.", "held", True),
    ("[p1 Ruiz] managed to meet Lind.", "held", False),
    ("[p1 Ruiz] may agree to meet Lind.", "hypothetical", False),
    ("[p3 Venn] denied that [p1 Ruiz] met Lind.", "held", True),
    ("[p3 Venn] hopes that [p1 Ruiz] will meet Lind.", "hypothetical", False),
    ("[p3 Venn] said [p1 Ruiz] would meet Lind.", "planned", False),
    ("If [p1 Ruiz] meets Lind, the port opens.", "hypothetical", False),
    ("[p1 Ruiz] left after meeting Lind.", "held", False),
    ("[p1 Ruiz] ruled out meeting Lind.", "declined", False),
    ("[p1 Ruiz] left without meeting Lind.", "held", True),
    ("Did [p1 Ruiz] meet Lind?", "hypothetical", False),
]

NOUNS = [
    ("the meeting took place in May.", "held", False),
    ("the meeting was cancelled.", "declined", False),
    ("the meeting will take place in May.", "planned", False),
    ("the meeting may take place in May.", "hypothetical", False),
    ("the meeting did not take place.", "held", True),
    ("the planned meeting drew crowds.", "planned", False),
    ("a possible meeting drew crowds.", "hypothetical", False),
    ("[p1 Ruiz] proposed a meeting.", "proposed", False),
    ("[p1 Ruiz] rejected a meeting.", "declined", False),
    ("[p1 Ruiz] smiled during the meeting.", "held", False),
    ("[p1 Ruiz] spoke ahead of the meeting.", "planned", False),
    ("About five meetings took place.", "held", False),
]


def told(marked: str, *words: str) -> tuple[View, Modality]:
    view = View(reading(marked))
    items = view.items(0)
    index = next(i for i, item in enumerate(items) if item.word in words)
    if words[0].startswith("meeting"):
        return view, modality.of_noun(view, items, index, index + 1)
    return view, modality.of_verb(view, items, index, FORMS[items[index].word])


@pytest.mark.parametrize(("marked", "status", "negated"), VERBS)
def test_verbs(marked: str, status: str, negated: bool) -> None:
    view = View(reading(marked))
    items = view.items(0)
    index = next(i for i, item in enumerate(items) if item.word in FORMS)
    found = modality.of_verb(view, items, index, FORMS[items[index].word])
    assert found.negated == negated
    if not negated:
        assert found.status == status


@pytest.mark.parametrize(("marked", "status", "negated"), NOUNS)
def test_nouns(marked: str, status: str, negated: bool) -> None:
    _, found = told(marked, "meeting", "meetings")
    assert (found.status, found.negated) == (status, negated)


def test_a_condition_makes_a_plan_hypothetical_and_keeps_its_words() -> None:
    view, found = told("[p1 Ruiz] will meet Lind if the port opens.", "meet")
    assert found.status == "hypothetical"
    assert found.condition is not None
    assert found.condition.of(view.text) == "if the port opens"


def test_an_event_is_reported_by_the_speaker_of_the_innermost_statement() -> None:
    _, found = told("<<p1|Lind said: <<p2|I met her>>>>", "met")
    assert (found.statement, found.reported_by) == ("s1", "p2")


def test_the_reports_own_voice_has_no_reporter() -> None:
    _, found = told("[p1 Ruiz] met Lind.", "met")
    assert (found.statement, found.reported_by) == (None, None)
