from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from communique.model.lineage import SharedPassage
from communique.reconcile.copying.lineage import (
    GUARANTEE,
    copied_passages,
    fingerprints,
)

READOUT = (
    "The ministers of Norvia and Estamar met in the port of Velm on Tuesday to review the ferry "
    "treaty. They agreed to reopen two berths before the winter and to name a joint inspector. "
    "Minister Lind thanked the mediator for her patience and asked that the survey be published."
)
OTHER = (
    "Harvests in the upper valley were poor this year, and the growers' union has asked for help "
    "with seed and fodder. Officials said a decision would be taken once the figures were in, "
    "while the opposition called the delay a scandal and demanded a debate in the assembly."
)


def passage(text: str, other: str) -> SharedPassage:
    (found,) = copied_passages(text, other)
    return found


def test_a_plain_copy_is_one_passage_of_equal_words() -> None:
    found = passage(OTHER + "\n\n" + READOUT, READOUT)
    assert found.alike == 1.0
    assert found.span.of(OTHER + "\n\n" + READOUT) == READOUT.rstrip(".")


def test_case_marks_and_line_breaks_do_not_matter() -> None:
    wrapped = READOUT.upper().replace(" ", "\n> ").replace(",", " —")
    assert passage(wrapped, READOUT).alike == 1.0


def test_a_light_edit_stays_one_passage_and_shows() -> None:
    edited = READOUT.replace("winter", "spring thaw").replace("thanked", "once more thanked")
    found = passage(edited, READOUT)
    assert 0.8 < found.alike < 1.0


def test_passages_that_changed_places_are_found_apart() -> None:
    first, second = READOUT[:160], OTHER[:160]
    found = copied_passages(second + " " + first, first + " " + second)
    assert len(found) == 2
    assert found[0].origin.start > found[1].origin.start


def test_unrelated_texts_share_nothing() -> None:
    assert copied_passages(READOUT, OTHER) == ()
    assert not fingerprints(READOUT).keys() & fingerprints(OTHER).keys()


@given(
    st.lists(st.sampled_from(["ebb", "tide", "keel", "mast", "rope"]), max_size=60),
    st.lists(st.integers(100, 999).map(str), min_size=GUARANTEE, max_size=GUARANTEE + 20),
    st.lists(st.sampled_from(["oak", "ash", "elm", "fir", "yew"]), max_size=60),
)
def test_a_shared_run_of_guaranteed_length_leaves_a_shared_fingerprint(
    before: list[str], shared: list[str], after: list[str]
) -> None:
    one, two = " ".join(before + shared), " ".join(shared + after)
    assert fingerprints(one).keys() & fingerprints(two).keys()


@given(st.text(), st.text())
def test_any_text_can_be_compared(one: str, two: str) -> None:
    for found in copied_passages(one, two, min_words=1):
        assert found.span.end <= len(one)
        assert found.origin.end <= len(two)


def test_a_text_of_one_repeated_phrase_takes_no_time() -> None:
    text = "and so it goes on and on for ever " * 3_000
    began = time.process_time()
    copied_passages(text, text)
    assert time.process_time() - began < 5
