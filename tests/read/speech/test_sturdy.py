"""Any text is read: nothing raises, every span lies in the text, time grows with length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import spans_lists, verify

from .scene import said

WORDS = [
    "Orr",
    "said",
    "that",
    "told",
    "him",
    "to",
    "and",
    "who",
    "according",
    "in",
    "his",
    "words",
    ":",
    ",",
    ".",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "—",
    "(",
    ")",
    "[",
    "]",
    "was",
    "accused",
    "by",
    "claim",
    "of",
    "“We",
    "she’s",
    "5'",
    "\n",
    "\n\n",
    "Q:",
    "A:",
    "ORR:",
    "—",
    "«",
    "»",
    "说",
    "，",
    "：",
    "сказал",
    "что",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.sampled_from(["en", "ru", "tr", "ar", "zh"]),
)
def test_any_order_of_the_words_of_attribution(text: str, language: str) -> None:
    check(text, language)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    check(text, "en")


def check(text: str, language: str) -> None:
    statements = said(text, language)
    ids = {s.id for s in statements}
    assert len(ids) == len(statements)
    for statement in statements:
        assert statement.content
        for spans in spans_lists(statement):
            verify(spans, len(text))
        assert {statement.parent, statement.continues} <= ids | {None}
    assert statements == said(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "ORR SAID THAT THE TALKS FAILED. " * 300,
        "word " * 20_000 + "Orr said.",
        "“Yes,” he said. " * 1_000,
        "Orr, who said " * 1_500,
        "according to Orr " * 1_000,
        "Orr said: " * 2_000,
        '" ' * 5_000,
        "“Yes.”\n" * 2_000,
        "🙂 said “🙂” \u200b\u202eOrr said that \u200d" * 300,
    ],
)
def test_long_and_odd_texts_take_linear_time(text: str) -> None:
    begun = time.process_time()
    said(text)
    assert time.process_time() - begun < 8
