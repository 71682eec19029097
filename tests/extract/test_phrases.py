"""Phrases that share their beginnings match what an alternation of them would."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from communique.extract.phrases import either

_PHRASES = st.lists(st.text("abc ", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1)


@given(_PHRASES, st.text("abc ", max_size=30))
def test_the_longest_of_the_phrases_matches(phrases: list[str], text: str) -> None:
    plain = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
    one = [match.span() for match in re.finditer(rf"(?<!\w)(?:{plain})(?!\w)", text)]
    spaced = text.replace("  ", " ").replace("  ", " ")
    if spaced == text:  # white space may be longer than in the phrase
        shared = re.finditer(rf"(?<!\w)(?:{either(phrases)})(?!\w)", text)
        assert [match.span() for match in shared] == one


def test_white_space_and_apostrophes_may_differ() -> None:
    pattern = re.compile(either(["let's go", "let", "go (home)"]))
    assert pattern.match("let’s\n go")
    assert pattern.fullmatch("go (home)")
    assert pattern.match("lets")[0] == "let"  # type: ignore[index]


def test_no_phrases_make_no_expression() -> None:
    assert either([]) == ""
