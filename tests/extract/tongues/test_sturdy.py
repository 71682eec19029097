"""Any text in any language is read; long ones take time in proportion to their length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extract.tongues.lexicon import Pattern, languages, tongue_for
from extract.tongues.cases import FOLDER, account, cases_of

_LANGUAGES = sorted(languages())


def test_every_language_with_words_has_cases() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == _LANGUAGES


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_words_of_a_language_are_well_formed(language: str) -> None:
    tongue = tongue_for(language)
    assert tongue is not None
    assert tongue.contact_verbs
    assert tongue.contact_nouns
    assert tongue.acts
    assert tongue.positions
    assert tongue.issues


@pytest.mark.parametrize("language", _LANGUAGES)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_any_words_can_be_read(language: str, data: st.DataObject) -> None:
    words = sorted({word for case in cases_of(language) for word in case.text.split()})
    marks = st.sampled_from([",", ".", "«", "»", '"', "–", "(", ":", "d'", "\n\n", "14", "%"])
    picked = data.draw(st.lists(st.one_of(st.sampled_from(words), marks), max_size=40))
    account(" ".join(picked), language)


@pytest.mark.parametrize("language", ["ru", "de", "fr", "tr", "ar", "zh"])
def test_a_long_text_takes_time_in_proportion(language: str) -> None:
    text = "\n\n".join(case.text for case in cases_of(language))
    taken = []
    for times in (2, 8):
        begun = time.process_time()
        account("\n\n".join([text] * times), language)
        taken.append(time.process_time() - begun)
    assert taken[1] < taken[0] * 16 + 0.5


def test_a_sentence_without_end_is_left_out() -> None:
    assert account("встреча с президентом и " * 600, "ru").contacts == ()


def test_a_pattern_is_a_run_of_words_of_which_some_may_lack() -> None:
    pattern = Pattern("снял[аи]?_~все_санкции мир")
    assert pattern.at(["сняла", "все", "санкции"], 0) == 3
    assert pattern.at(["сняли", "санкции"], 0) == 2
    assert pattern.at(["сняли", "часть", "санкций"], 0) == 0
    assert pattern.find(["был", "мир"], 0, 2) == 1
