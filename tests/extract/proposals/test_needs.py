"""The words without which a pattern cannot match, so that other sentences are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from communique.extract.lexicon import lexicon_for, word_set
from communique.extract.proposals.orders import READERS, orders_in
from communique.extract.proposals.words import words_for
from communique.extract.view import View
from extract.build import reading

_TABLE = lexicon_for("en").table("proposals")


def _matched(pattern: Any) -> list[str]:
    """What a pattern matches, one text for each way through it; "x" is any letter."""
    return ["".join(parts) for parts in product(*(list(_ways(*each)) for each in pattern))]


def _ways(kind: Any, value: Any) -> Iterator[str]:
    if kind is sre.LITERAL:
        yield chr(value)
    elif kind is sre.BRANCH:
        for branch in value[1]:
            yield from _matched(branch)
    elif kind is sre.SUBPATTERN:
        yield from _matched(value[-1])
    elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        if value[0] == 0:
            yield ""
        yield from _matched(value[2])
    elif kind is sre.IN and all(each[0] is sre.LITERAL for each in value):
        yield from (chr(each[1]) for each in value)
    elif kind is sre.AT or (kind is sre.IN and all(_parts_words(*each) for each in value)):
        yield " "
    else:
        yield "" if kind in (sre.ASSERT, sre.ASSERT_NOT) else "x"


def _parts_words(kind: Any, value: Any) -> bool:
    """Whether a part of a class of letters is white space or a mark."""
    if kind is sre.LITERAL:
        return not chr(value).isalnum()
    return kind is sre.CATEGORY and value is sre.CATEGORY_SPACE


@pytest.mark.parametrize(
    ("table", "name"),
    [(table, name) for table in ("needs", "needs_also") for name in sorted(_TABLE[table])],
)
def test_a_pattern_matches_nothing_without_its_words(table: str, name: str) -> None:
    needed = frozenset(_TABLE[table][name])
    ways = _matched(parser.parse(_TABLE["idioms"][name], re.IGNORECASE))
    assert len(ways) > 0
    assert [way for way in ways if not needed & word_set(way)] == []


def test_every_reader_of_a_sentence_says_what_its_pattern_needs() -> None:
    words = words_for(lexicon_for("en"))
    assert [name for name, _ in READERS if not words.needs[name]] == []


def test_patterns_are_tried_only_where_their_words_stand() -> None:
    view = View(reading("Ruiz waved. Nothing came of it. The sea was calm."))
    words = words_for(view.lexicon)
    assert not list(orders_in(view, words))
    assert not words.sentences("before", view)
    either = View(reading("Sail if it is calm. They will sail. They will sail if it is calm."))
    assert words.sentences("then_if", either) == {2}
    assert view.sentences_with(frozenset({"it", "calm", "never"})) == [1, 2]
