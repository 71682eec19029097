"""Patterns that are compiled when first used are patterns like any other."""

from __future__ import annotations

import copy
import re

import pytest

from communique.extract.lazily import lazily
from communique.extract.lexicon import languages, lexicon_for
from communique.extract.proposals.words import words_for


def test_what_is_found_is_what_the_pattern_finds() -> None:
    pattern = lazily(r"(?P<what>barge)s?\b")
    found = pattern.search("Two Barges and a barge", 8)
    assert found
    assert (found["what"], found.start()) == ("barge", 17)
    assert [each.group() for each in pattern.finditer("Barges, barge")] == ["Barges", "barge"]
    assert pattern.sub("x", "a barge") == "a x"
    assert pattern.pattern == r"(?P<what>barge)s?\b"
    assert copy.copy(pattern).match("barge")


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda s, flags=0: compiled.append(s) or real(s, flags))
    pattern = lazily("bar(ge|que)")
    assert compiled == []
    assert pattern.match("barque")
    assert not pattern.match("boat")
    assert compiled == ["bar(ge|que)"]


@pytest.mark.parametrize("language", languages())
def test_every_idiom_of_plans_is_a_pattern(language: str) -> None:
    words = words_for(lexicon_for(language))
    for name in words.idioms:
        assert words.says(name, "") is (name == "sentence_opening")  # which may be nothing
