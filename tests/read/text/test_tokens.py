"""What counts as one token."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import verify
from communique.read.text import segment, tokenize


def tokens(text: str) -> list[str]:
    return [token.of(text) for token in tokenize(text, segment(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orr’s cease-fire", "Orr ’s cease-fire"),
        ("the ministers' plan", "the ministers ' plan"),
        ("They don't; we’ll see.", "They don't ; we’ll see ."),
        ("U.S. Gen. J. O'Hare", "U.S. Gen. J. O'Hare"),
        ("1,250.5 marks (35th)", "1,250.5 marks ( 35th )"),
        ("on 2031-02-03 at 08:29", "on 2031-02-03 at 08:29"),
        ("“No!” he said…", "“ No ! ” he said …"),
        ("https://veltia.example/a.", "https://veltia.example/a ."),
        ("press@veltia.example", "press@veltia.example"),
        ("50% or $3.2bn", "50 % or $ 3.2 bn"),
        ("双方会谈，顺利。", "双方会谈 ， 顺利 。"),
        ("दूत नमस्ते।", "दूत नमस्ते ।"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


@given(st.text(alphabet=st.sampled_from("aZ.s'’ 3-,:@/w我\n“"), max_size=200))
def test_every_character_is_in_one_token(text: str) -> None:
    found = tokenize(text, segment(text))
    verify(found, len(text))
    covered = {i for token in found for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in set(range(len(text))) - covered)


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "1,", "'s", "@", "http://", "a@", "a'"])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    tokenize(text, segment(text))
    assert time.process_time() - started < 8


def test_titles_in_capitals_keep_their_stop_and_hidden_marks_split_no_word() -> None:
    assert tokens("MS. ORR s\u200baid so.") == ["MS.", "ORR", "s\u200baid", "so", "."]
