"""How an event stands that there is said to be: "there will be a meeting", "no talks"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.followers import ASIDE
from communique.extract.governors import Items, Status, first_of
from communique.extract.lexicon import Lexicon


def of_existence(
    lexicon: Lexicon, items: Items, first: int, at: int
) -> tuple[Status, bool, str | None] | None:
    """Return what the verb group from ``first`` on says, whose "be" is ``items[at]``."""
    words = [item.word for item in items[first:at]]
    if first > 1 and lexicon.has(items[first - 2].word, "conditional"):
        return "hypothetical", False, items[first - 2].word  # "if that was a conversation"
    denied = first_of(lexicon, words, "not")
    expected = [item.word for item in items[max(0, at - ASIDE) : at]]
    if lexicon.table("modality").get("expecting") and _is_unexpected(lexicon, expected):
        return "held", True, "expect"
    if future := first_of(lexicon, words, "future"):
        return ("declined" if denied else "planned"), False, future
    if "going" in words:
        return "planned", denied is not None, "going"
    if modal := first_of(lexicon, words, "modal"):
        foretold = modal == "would" and not denied and _is_reported(lexicon, items, first)
        return ("planned" if foretold else "hypothetical"), denied is not None, modal
    return ("held", True, denied) if denied else None


def _is_reported(lexicon: Lexicon, items: Items, first: int) -> bool:
    """Tell "confirmed that there would be a meeting", which is to come, from "there would be"."""
    that = first - 2 if items[first - 1].word == "there" else first - 1
    told = that - (that >= 0 and items[that].word == "that")
    confirmed = lexicon.table("modality").get("controls", {}).get("planned", ())
    word = items[told].word if told >= 0 else ""
    return lexicon.has(word, "reporting") or word in confirmed


def _is_unexpected(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Tell "we do not expect that there will be talks"."""
    expecting = lexicon.table("modality")["expecting"]["words"]
    return any(
        one in expecting and first_of(lexicon, words[max(0, n - 3) : n], "not")
        for n, one in enumerate(words)
    )
