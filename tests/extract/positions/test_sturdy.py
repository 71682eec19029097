"""Positions, forecasts and proposals of any text: no error, sound evidence, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extract.forecasts import ForecastExtractor
from communique.extract.positions import PositionExtractor
from communique.extract.proposals import ProposalExtractor
from communique.extract.view import View
from communique.model import Claims, Reading, account_of, verify_account
from extract.build import reading


def claims_of(read: Reading) -> Claims:
    view = View(read)
    claims = PositionExtractor().extract(view, Claims())
    claims = ForecastExtractor().extract(view, claims)
    return ProposalExtractor().extract(view, claims)


PIECES = st.sampled_from(
    [
        "[p1 Ruiz] ",
        "[s1 Ruritania] ",
        "[~p1 she] ",
        "we ",
        "I ",
        "must ",
        "should ",
        "supports ",
        "the ceasefire ",
        "will never ",
        "accept ",
        "is ready to ",
        "if ",
        "not ",
        "expects ",
        "that ",
        "will ",
        "be ",
        "likely to ",
        "fail ",
        "as ",
        "had predicted ",
        "first ",
        "second ",
        "then ",
        "finally ",
        "1. ",
        "2. ",
        ", ",
        ". ",
        "? ",
        "\n\n",
        "<<p1|",
        ">>",
        "before ",
        "only after ",
        "proposed ",
        "a plan ",
        "'s ",
        "support for ",
        "{2031|next year} ",
        "was rejected by ",
        "”",
        "(",
        "the prediction ",
        "proved wrong ",
        "are ridiculous ",
        "considers ",
        "there ",
        "no one ",
    ]
)


def balanced(pieces: list[str]) -> str:
    depth = 0
    out: list[str] = []
    for piece in pieces:
        if piece == ">>" and (not depth or out[-1] == "<<p1|"):
            continue
        depth += (piece == "<<p1|") - (piece == ">>")
        out.append(piece)
    return "".join(out) + " x>>" * depth


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_claims_about_any_words_verify(pieces: list[str]) -> None:
    marked = balanced(pieces)
    read = reading(marked)
    verify_account(account_of(read, claims_of(read)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    read = reading(text.translate(str.maketrans("", "", "[]{}<>|")))
    verify_account(account_of(read, claims_of(read)))


@pytest.mark.parametrize(
    "unit",
    ["and ", "must ", "supports ", "first, ", "will be ", "1. ", "plan ", "as ", "is ", "a, "],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    read = reading("<<p1|" + unit * 10_000 + ">>")
    began = time.process_time()
    claims_of(read)
    assert time.process_time() - began < 6
