"""A sentence is chosen by weights that were learnt where no finding answers, or none is."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.ask.learnt.closeness import closest
from communique.ask.learnt.verbs import main_verb
from communique.ask.learnt.wanted import wanted
from communique.ask.learnt.weights import valued, weights
from communique.ask.question.understanding import understand
from communique.ask.words import stem
from communique.model.asking import QuestionKind
from communique.service import Service

REPORT = """Radio Dale: the harbour of Sund, 12 May 2031

The harbour master of Sund, Ole Brandt, put up forty tents on the pier on Monday. Norland will \
make available 30 divers and two cranes. The harbour will open once the wreck has been lifted. \
The fire in the grain silo was put out within six hours. Interior Minister Mira Oduvan was \
called to the harbour in the morning by the commander of the coast guard, Jan Verle.

Question: And the insurers? Will they pay for the wreck?

Brandt: They will pay a third of it. The rest is for Norland.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("harbour"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("How many divers will Norland provide?", "30 divers"),
        ("How much time did it take to extinguish the fire?", "within six hours"),
        ("When will the harbour open?", "once the wreck"),
    ],
)
def test_a_sentence_answers_in_other_words(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


@pytest.mark.parametrize(
    "asked",
    [
        "How many cranes did Sund sell?",
        "What did Verle promise Oduvan?",
        "Why did Brandt resign?",
        "Where was Mira Oduvan born?",
        "Did Brandt apologise to Verle?",
    ],
)
def test_what_only_shares_words_does_not(service: Service, asked: str) -> None:
    assert service.ask(asked).declined


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("How much did the repair of the bridge cost?", "cost"),
        ("How long did Todorin and Minkova talk?", "talk"),
        ("When will the final report come out?", "come"),
        ("Who owns the tanker?", "own"),
        ("How many jobs depend on the ferries?", "depend"),
        ("Why was Helk expelled?", "expelled"),
    ],
)
def test_the_verb_of_a_question(asked: str, verb: str) -> None:
    assert main_verb(asked) == stem(verb)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Which diplomat has to leave?", "person"),
        ("What is the deadline for the payment?", "date"),
        ("Which port will be closed?", "place"),
        ("What share of the grain is lost?", "number"),
        ("How much time is left?", "length"),
        ("Why did Helk resign?", "reason"),
        ("What happened to the ferry?", "words"),
    ],
)
def test_what_kind_of_thing_is_asked_for(asked: str, kind: str) -> None:
    assert wanted(understand(asked)) == kind


def test_a_weight_counts_in_its_group_of_kinds_alone() -> None:
    features = {"soft": 0.5, "names": 0.4}
    assert valued("soft*names", "who", features) == pytest.approx(0.2)
    assert valued("who:soft", "who", features) == 0.5
    assert valued("when:soft", "who", features) == 0.0
    assert valued("who:", "who", features) == 1.0


def test_every_kind_of_question_is_in_a_group() -> None:
    assert set(weights().groups) == set(QuestionKind.__args__)


def test_words_that_stand_in_like_places_are_close(service: Service) -> None:
    from communique.ask.looking import looked_up

    search = looked_up(understand("Who purchased the divers?"), service._store)
    (page,) = search.pages
    (close,) = closest(page, [stem("accessible")])
    assert any("make available" in page.lines[number].span.of(page.text) for number in close)
