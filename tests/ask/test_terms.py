"""The words of a question that must be found: phrases, measures, acts, opposites."""

from __future__ import annotations

import pytest

from communique.ask.lexicon import lexicon
from communique.ask.question.understanding import understand
from communique.ask.words import forms_of, stem


def terms(text: str) -> list[str]:
    return [term.stem for term in understand(text).terms]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Did Oduvan step down?", "step down"),
        ("When were the sailors handed over?", "hand over"),
        ("Why was the visit put off?", "put off"),
        ("Who handed the list over to Helk?", "hand over"),
    ],
)
def test_a_phrase_is_one_term(text: str, phrase: str) -> None:
    assert " ".join(map(stem, phrase.split())) in terms(text)


def test_words_of_a_phrase_apart_are_none() -> None:
    assert terms("Did the step of Norland keep prices down?") == [
        stem("step"),
        stem("keep"),
        "pric",
    ]


def test_a_measure_behind_how_need_not_be_found() -> None:
    assert terms("How far must the guns be moved?") == ["gun", stem("moved")]
    assert stem("far") in terms("Did they go far?")


def test_of_a_broad_family_only_the_first_word_means_all() -> None:
    (weapon,) = understand("How many weapons were found?").terms[:1]
    (tank,) = understand("How many tanks were found?").terms[:1]
    assert "weapon" in weapon.families
    assert "weapon" not in tank.families


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Did Helk accept the offer?", {"agree"}),
        ("Who asked about the call?", {"demand", "request"}),
        ("What did Oduvan call for?", {"demand", "request"}),
        ("How long did the call last?", set()),
        ("Which promises did Helk make?", {"promise", "offer"}),
    ],
)
def test_the_verb_tells_the_acts_asked_for(text: str, types: set[str]) -> None:
    assert set(understand(text).acts) == types


def test_whether_something_was_done_its_opposite_tells() -> None:
    (accept, *_) = understand("Did Helk accept it?").terms
    assert "reject" in accept.families
    (accepted, *_) = understand("Who accepted it?").terms
    assert "reject" not in accepted.families


def test_the_verb_of_the_one_who_is_named() -> None:
    assert understand("How much grain did Norland import last year?").verb == "import"
    assert understand("What was promised to Norland?").verb == stem("promise")
    assert understand("Who is Helk?").verb is None


def test_a_kept_promise_is_looked_for_by_what_was_promised() -> None:
    asked = understand("Did Norland keep its promise to open the border?")
    assert asked.kept
    assert [term.stem for term in asked.terms] == ["open", "border"]
    assert not understand("Was the promise kept?").kept


def test_every_opposite_is_a_family() -> None:
    known = lexicon()
    families = {name for names in known.families.values() for name in names}
    assert families >= set(known.opposites)
    assert all(families >= set(others) for others in known.opposites.values())
    assert families >= set(known.broad)


def test_short_words_are_looked_up_in_all_forms() -> None:
    assert {"die", "died", "dies"} <= set(forms_of("die"))
    assert {"meet", "met"} <= set(forms_of("met"))
    assert forms_of("negotiation") == ("negotiation",)
