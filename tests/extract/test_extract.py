"""The run as a whole: order of extractors, any text, long texts."""

from __future__ import annotations

import time
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import InternalError
from communique.extract import EXTRACTORS, extract
from communique.extract.extractor import check_order, faults_of
from communique.extract.lexicon import languages, lexicon_for
from communique.extract.view import View
from communique.model import Claims, account_of, verify_account
from extract.build import reading


class Needy:
    gives: ClassVar[str] = "acts"
    needs: ClassVar[frozenset[str]] = frozenset({"contacts", "figures"})

    def extract(self, view: View, claims: Claims) -> Claims:
        return claims


class Strange(Needy):
    gives: ClassVar[str] = "rumours"
    needs: ClassVar[frozenset[str]] = frozenset()


def test_the_shipped_order_holds() -> None:
    check_order(EXTRACTORS)


def test_all_faults_of_an_order_come_at_once() -> None:
    faults = faults_of([Needy(), Strange(), Needy()])
    assert len(faults) == 6
    with pytest.raises(InternalError, match=r"rumours.*Needy gives 'acts' again"):
        check_order([Needy(), Strange(), Needy()])


def test_ids_count_up_in_the_order_of_the_text() -> None:
    claims = extract(
        reading(
            "[p1 Ruiz] met [p2 Lind]. [p3 Venn] called [p2 Lind] and sold 40 boats and 7 piers."
        )
    )
    assert [contact.id for contact in claims.contacts] == ["c1", "c2"]
    assert [figure.id for figure in claims.figures] == ["f1", "f2"]


def test_at_most_one_contact_is_the_main_one() -> None:
    claims = extract(reading("[p1 Ruiz] met [p2 Lind]. [p3 Venn] met [p4 Moss] {2030|last year}."))
    assert [contact.main for contact in claims.contacts] == [True, False]


def test_a_readout_that_names_no_day_is_of_about_the_day_it_came_out() -> None:
    (contact,) = extract(reading("[p1 Ruiz] met [p2 Lind].", published="2031-05-02")).contacts
    assert contact.date is not None
    assert (contact.date.value, contact.date.basis) == ("2031-05-02~", "from-publication")


def test_no_day_is_made_up_without_a_publication_date() -> None:
    (contact,) = extract(reading("[p1 Ruiz] met [p2 Lind].")).contacts
    assert contact.date is None


def test_an_unknown_language_is_read_with_the_english_lists() -> None:
    assert lexicon_for("qx-QX").language == "en"
    assert "en" in languages()


PIECES = st.sampled_from(
    [
        "[p1 Ruiz] "
         "", "[p2 Lind] ", "[~p1 she] ", "[s1 Ruritania] ", "[g1 the two] ", "met ", "with ",
        "called "
         "", "the call ", "a meeting ", "between ", "and ", ", ", ". ", "? ", "'s ", "of ", "to ",
        "will "
         "", "if ", "that ", "denied ", "40 ", "$3 billion ", "seven, six ", "about ", "half a ",
        "{2031|last year} ", "{PT1H|an hour} ", "in Port Azul ", "discussed ", "agreed to ", "\n\n",
        "President "
         "", "(", ")", "\u201c", "\u2060", "\u00a0", "\U0001f91d", "of the ", "visit ", "letter ",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_claims_about_any_words_verify(pieces: list[str]) -> None:
    read = reading("".join(pieces), members={"g1": ("p1", "p2")}, of={"p1": "s1"})
    verify_account(account_of(read, extract(read)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    plain = text.translate(str.maketrans("", "", "[]{}<>|"))
    read = reading(plain)
    verify_account(account_of(read, extract(read)))


@pytest.mark.parametrize(
    "unit", ["and ", "1,1", "1 ", "a hundred ", "met with ", "the call of ", ", "]
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    read = reading(unit * 4_000)
    began = time.process_time()
    extract(read)
    assert time.process_time() - began < 8


STANDING = [
    # A pair, and what one side declares for its own state.
    "President [p1 Ruiz] spoke with Prime Minister [p2 Lind]. [p1 Ruiz] reaffirmed "
    "[s1 Ruritania]'s commitment to the treaty between [s1 Ruritania] and [s2 Borduria].",
    # What is declared to the other side, whatever other states are named.
    "President [p1 Ruiz] met Prime Minister [p2 Lind] in [s3 Syldavia]. [p1 Ruiz] affirmed "
    "[s1 Ruritania]'s support for [s2 Borduria] after the flood in [s3 Syldavia].",
]


@pytest.mark.parametrize("marked", STANDING)
def test_the_states_of_the_sides_are_told_elsewhere(marked: str) -> None:
    main = extract(reading(marked)).contacts[0]
    stands = {person.actor: person.represents for person in main.participants}
    assert {actor: stands[actor] for actor in ("p1", "p2")} == {"p1": "s1", "p2": "s2"}
    assert "states:from-context" in main.why
    assert all(len(p.evidence) == 2 for p in main.participants if p.represents)


def test_no_state_is_given_where_the_words_do_not_tell() -> None:
    marked = (
        "President [p1 Ruiz] spoke with Prime Minister [p2 Lind]. They discussed the war of "
        "[s1 Ruritania] against [s2 Borduria]. [p3 Venn], a singer, met [p4 Olm]."
    )
    for contact in extract(reading(marked)).contacts:
        assert all(person.represents is None for person in contact.participants)


def test_a_contact_named_for_a_later_day_is_planned() -> None:
    marked = "The talks between [p1 Ruiz] and [p2 Lind] {2031-05-09|on Friday} matter."
    before, after = reading(marked, published="2031-05-04"), reading(marked, published="2031-05-12")
    assert [extract(one).contacts[0].status for one in (before, after)] == ["planned", "held"]


def test_the_order_of_two_states_named_apart_tells_nothing() -> None:
    marked = (
        "President [p1 Ruiz] and Prime Minister [p2 Lind] met to praise the friendship between "
        "[s1 Ruritania] and [s2 Borduria]."
    )
    main = extract(reading(marked)).contacts[0]
    assert [person.represents for person in main.participants] == [None, None]
