from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import EvidenceError
from communique.model import (
    PREFIXES,
    Account,
    Actor,
    Claims,
    Form,
    Origin,
    Reading,
    Report,
    Span,
    Statement,
    When,
    account_of,
    body_id,
    claim_id,
    from_json,
    publication_id,
    to_json,
    verify_account,
)

TEXT = "“We agree,” Ana Ruiz said on Monday."
ORIGIN = Origin(program="communique", version="0", settings="0" * 64)


def report(text: str = TEXT) -> Report:
    body = body_id(text)
    return Report(id=body, publication=publication_id(body, "a.txt"), path="a.txt", text=text)


SPANS = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).map(
    lambda cuts: tuple(
        Span(a, b) for a, b in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)
    )
)
STATEMENTS = st.builds(
    Statement,
    id=st.from_regex(r"s[1-9]", fullmatch=True),
    form=st.sampled_from(get_args(Form)),
    content=SPANS,
    cue=SPANS,
    speaker=st.none() | st.just("a1"),
)
DATES = st.builds(When, raw=st.text(), value=st.none() | st.text(), evidence=SPANS)


@given(st.lists(STATEMENTS), st.lists(DATES))
def test_the_wire_form_round_trips(statements: list[Statement], dates: list[When]) -> None:
    account = Account(
        report=report(), statements=tuple(statements), dates=tuple(dates), origin=ORIGIN
    )
    assert from_json(to_json(account)) == account


def test_a_span_is_a_pair_on_the_wire() -> None:
    actor = Actor(id="a1", name="Ana Ruiz", kind="person", mentions=(Span(12, 20),))
    line = to_json(account_of(Reading(report=report(), actors=(actor,), origin=ORIGIN), Claims()))
    wire = json.loads(line)
    assert wire["actors"][0]["mentions"] == [[12, 20]]
    assert wire["contacts"] == wire["proposals"] == []
    assert "sentences" not in wire


def test_an_empty_span_on_the_wire_is_refused() -> None:
    line = to_json(
        Account(report=report(), dates=(When(raw="x", evidence=(Span(1, 2),)),), origin=ORIGIN)
    )
    with pytest.raises(EvidenceError):
        from_json(line.replace(b"[[1,2]]", b"[[2,2]]"))
    with pytest.raises(msgspec.ValidationError):
        from_json(line.replace(b'"raw":"x"', b'"raw":7'))


def test_verify_finds_a_span_beyond_the_text_at_any_depth() -> None:
    beyond = When(raw="x", evidence=(Span(1, len(TEXT) + 1),))
    with pytest.raises(EvidenceError, match="ends after the body"):
        verify_account(Account(report=report(), dates=(beyond,), origin=ORIGIN))


def test_copies_share_a_body_and_differ_as_publications() -> None:
    body = body_id(TEXT)
    assert publication_id(body, "a.txt") != publication_id(body, "b.txt")
    assert body_id("\ud800") != body_id("?")


def test_claim_ids_tell_kinds_places_and_words_apart() -> None:
    ids = {
        claim_id(kind, "p", (Span(start, 9),), says)
        for kind in PREFIXES
        for start in (1, 2)
        for says in ("x", "y")
    }
    assert len(ids) == 4 * len(PREFIXES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)
