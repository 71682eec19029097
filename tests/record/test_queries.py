from __future__ import annotations

import re
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.record.making import accounts, call

from communique.errors import NotARecord
from communique.model import Account, Span
from communique.model.passages import REACH
from communique.record.names import actor_ids, folded
from communique.record.packing import pack_spans, pack_text, seal, unpack_spans, unpack_text
from communique.record.search.queries import Piece, as_fts, matches, pieces, unaccented
from communique.record.search.searching import snippet


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("grain quotas", (Piece(words=("grain",)), Piece(words=("quotas",)))),
        ('"grain quotas"', (Piece(words=("grain", "quotas")),)),
        ("“grain quotas” now", (Piece(words=("grain", "quotas")), Piece(words=("now",)))),
        ("quot*", (Piece(words=("quot",), open=True),)),
        ('"grain quot"*', (Piece(words=("grain", "quot"), open=True),)),
        ("cease-fire", (Piece(words=("cease", "fire")),)),
        ('"open', (Piece(words=("open",)),)),
        ("- * ! “”", ()),
        ("", ()),
    ],
)
def test_what_is_typed_comes_apart(typed: str, wanted: tuple[Piece, ...]) -> None:
    assert pieces(typed) == wanted


def test_the_query_that_sqlite_gets() -> None:
    assert as_fts(pieces('grain "border crossings" open*')) == (
        '"grain" AND "border crossings" AND "open"*'
    )


@given(st.text())
def test_unaccented_text_is_as_long(text: str) -> None:
    assert len(unaccented(text)) == len(text)


def test_matches_are_whole_words_unless_open() -> None:
    text = "Étape by étape; stages, STAGE."
    assert [s.of(text) for _, s in matches(text, pieces("etape"))] == ["Étape", "étape"]
    assert [s.of(text) for _, s in matches(text, pieces("stage"))] == ["STAGE"]
    assert [s.of(text) for _, s in matches(text, pieces("stag*"))] == ["stag", "STAG"]
    assert [s.of(text) for _, s in matches(text, pieces('"stages stage"'))] == ["stages, STAGE"]


def test_a_match_may_begin_inside_what_is_none() -> None:
    found = matches("xa b a b a", pieces('"a b a"'))
    assert [(s.start, s.end) for _, s in found] == [(5, 10)]


@given(st.text("aAΣσçÇß_ -", max_size=12), st.sampled_from(["a", "sigma a", '"a σ"', "c*", "σ"]))
def test_matches_are_those_that_a_look_back_finds(text: str, typed: str) -> None:
    plain, wanted = unaccented(text), pieces(typed)
    found = [
        (index, match.span())
        for index, piece in enumerate(wanted)
        for match in re.finditer(
            r"(?<![^\W_])" + r"[\W_]+".join(piece.words) + ("" if piece.open else r"(?![^\W_])"),
            plain,
        )
    ]
    assert [(i, (s.start, s.end)) for i, s in matches(text, wanted)] == sorted(
        found, key=lambda each: each[1]
    )


def test_a_snippet_is_where_most_pieces_stand_together() -> None:
    far = "harbour " + "and so on " * 80
    text = f"{far}the harbour dues of the ferry company. {'More of it. ' * 60}"
    passage = snippet(text, (Span(0, len(text)),), pieces("harbour ferry"))
    assert [m.of(passage.text) for m in passage.marks] == ["harbour", "ferry"]
    assert text[passage.start :].startswith(passage.text)
    assert len(passage.text) <= REACH


@given(st.text(min_size=1), st.text())
def test_a_snippet_lies_in_its_text(text: str, typed: str) -> None:
    passage = snippet(text, (Span(0, len(text)),), pieces(typed))
    assert text[passage.start : passage.start + len(passage.text)] == passage.text
    assert all(mark.end <= len(passage.text) for mark in passage.marks)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_unpack_to_what_was_packed(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


def test_what_is_damaged_does_not_unpack() -> None:
    with pytest.raises(NotARecord, match="damaged"):
        unpack_text(pack_text("Some words.")[:-3])
    with pytest.raises(NotARecord, match="damaged"):
        unpack_text(zlib.compress(b"\xff\xfe"))
    with pytest.raises(NotARecord, match="damaged"):
        unpack_spans(b"\x00\x11")


@given(st.lists(st.integers(0, 5000), unique=True).map(sorted))
def test_spans_unpack_to_what_was_packed(edges: list[int]) -> None:
    spans = tuple(Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=False))
    assert unpack_spans(pack_spans(spans)) == spans


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(accounts())
def test_a_seal_is_of_the_words(account: Account) -> None:
    text = account.report.text
    for claim in (*account.statements, *account.contacts):
        assert seal(text, claim) == seal(text + "x", claim)
        assert seal(text, claim) != seal("\x00" * len(text), claim) or set(text) == {"\x00"}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Tomás  HÉLK", "tomas helk"),
        ("U.S.", "us"),
        ("O’Hara-Lund", "ohara lund"),
        ("…", ""),
        ("Тёмкин", "темкин"),
    ],
)
def test_folded_names(text: str, bare: str) -> None:
    assert folded(text) == bare


def test_who_is_one_over_all_reports() -> None:
    account = call()

    def id_of(number: int, **slots: Any) -> str:
        actor = replace(account.actors[1], **slots)
        report = replace(account.report, publication=f"p{number}")
        return actor_ids(replace(account, report=report, actors=(actor,)))[actor.id]

    def same(one: str, other: str, **slots: Any) -> bool:
        return id_of(1, name=one) == id_of(2, name=other, **slots)

    assert same("Mira Oduvan", "MIRA ODUVÁN")
    assert not same("Mira Oduvan", "Mira Odovan")
    assert not same("Norland", "Norland", kind="state")
    assert not same("a senior official", "a senior official")
    assert same("北の国", "北の国")
    group = {"kind": "group", "name": "The Two Presidents"}
    assert id_of(1, **group) != id_of(2, **group)
    assembly = {"kind": "organisation"}
    assert id_of(1, name="The Sudmark Assembly", **assembly) == id_of(
        2, name="Sudmark Assembly", **assembly
    )


def test_letters_of_any_script_lose_their_marks_and_stay_letters() -> None:
    assert unaccented("Ålvik’s İzel — Ёлка 한국 Ω") == "alvik s izel   елка 한국 ω"
    assert unaccented("é" * 3 + "".join(map(chr, range(0xC0, 0x180)))).startswith("eee")


def test_a_snippet_holds_what_repeats_and_passes_over_what_is_too_long() -> None:
    text = "ferry " * 200 + "and a harbour by the ferry. " + "x " * 400 + "harbour " * 3
    passage = snippet(text, (Span(0, len(text)),), pieces("harbour ferry"))
    assert {text[passage.start :][m.start : m.end] for m in passage.marks} == {"harbour", "ferry"}
    long = '"' + " ".join(["x"] * 400) + '"'
    assert snippet(text, (Span(0, len(text)),), pieces(long)).marks == ()
    assert len(snippet(text, (Span(0, len(text)),), pieces(f"{long} harbour")).marks) == 1
