from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reconcile.over_time.outcomes import bearing, keys
from communique.reconcile.wording import (
    COMMON,
    NAME,
    ORDINARY,
    coverage,
    is_negated,
    names_harm,
    numbers,
    shared,
    stem,
    stems_of,
    wording,
)


@pytest.mark.parametrize(
    "forms",
    [
        ("release", "released", "releasing", "releases"),
        ("negotiate", "negotiation", "negotiations", "negotiating"),
        ("withdraw", "withdrew", "withdrawal"),
        ("ferry", "ferries"),
        ("permit", "permitted", "permits"),
        ("delivery", "deliveries", "delivered"),
        ("extradite", "extradition"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms[:-1]} | {stem(forms[-1])}) <= 2
    assert stem(forms[0]) == stem(forms[1])


def test_uncommon_words_and_names_weigh_more() -> None:
    words = wording("continue to support the dredging of the Lume at Helm")
    assert words[stem("support")] == COMMON
    assert words[stem("dredging")] == ORDINARY
    assert words[stem("Lume")] == NAME
    assert "the" not in words


def test_names_of_the_parties_say_nothing_of_the_matter() -> None:
    words = wording("Norlandic coal for Norland", stems_of(["Norland"]))
    assert list(words) == [stem("coal")]


def test_numbers_negations_and_harm() -> None:
    assert numbers("1,200 tonnes in 2 ships.") == {"1200", "2"}
    assert numbers("four ferries, COVID-19 and one pier") == {"4"}
    assert is_negated("would never sell it")
    assert is_negated("doesn’t sell it")
    assert not is_negated("will sell it")
    assert names_harm("the violation of the truce")
    assert not names_harm("the truce")


def test_how_much_is_shared() -> None:
    one, other = wording("the coal pier at Helm"), wording("a pier for coal")
    assert set(shared(one, other)) == {stem("coal"), stem("pier")}
    assert coverage(one, other) == 1.0
    assert coverage(one, {}) == 0.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_can_be_compared(one: str, other: str) -> None:
    assert 0.0 <= coverage(wording(one), wording(other)) <= 1.0
    assert coverage(wording(one), wording(other)) == coverage(wording(other), wording(one))
    keys(one)
    bearing(one, other)


def test_long_passages_take_no_long_time() -> None:
    text = "n't, 1,1,1 ’ " * 40_000
    start = time.process_time()
    wording(text), numbers(text), is_negated(text), names_harm(text)
    assert time.process_time() - start < 5


DROUGHT = "the Lume will run dry at Helm before harvest"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The Lume ran dry at Helm weeks ahead of harvest.", "happened"),
        ("The Lume has run dry at Helm, and harvest is near.", "happened"),
        ("The Lume did not run dry at Helm this harvest.", "failed"),
        ("As predicted, the Lume has run dry at Helm this harvest.", "stated-correct"),
        ("The Lume may run dry at Helm during harvest.", None),
        ("Has the Lume run dry at Helm this harvest?", None),
        ("Helm celebrated its harvest.", None),
        ("If the Lume has run dry at Helm by harvest, we pay.", None),
    ],
)
def test_what_a_later_sentence_says_of_a_forecast(sentence: str, outcome: str | None) -> None:
    found = bearing(DROUGHT, sentence)
    assert (found[0] if found else None) == outcome


def test_other_states_and_other_numbers_are_other_matters() -> None:
    states = stems_of(["Norland", "Sudmark"])
    what = "Norland will sink 30 barges off the skerries of Brem"
    assert bearing(what, "Norland sinks 30 barges off the skerries of Brem.", states)
    assert bearing(what, "Sudmark sinks 30 barges off the skerries of Brem.", states) is None
    assert bearing(what, "Norland sinks 50 barges off the skerries of Brem.", states) is None


def test_a_forecast_is_looked_up_by_words_that_a_later_report_has() -> None:
    found = keys("the price of tin would fall by a tenth before June")
    assert set(found) <= {"pric", "tin", "tenth"}
    assert len(found) >= 2
