"""The verb of a question: what it says that somebody did."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from communique.ask.lexicon import lexicon
from communique.ask.question.naming import Token, named_in, tokens_of
from communique.ask.wording import wording
from communique.ask.words import folded, stem

_WORDING = wording("learnt/verbs")


@lru_cache(maxsize=1000)
def main_verb(text: str) -> str | None:
    """Return the stem of the word that tells what was done, as far as its place shows it.

    It stands behind the auxiliary and whoever does it, who is a name or a noun with its article;
    where there is no auxiliary, behind who or what is asked for.
    """
    tokens = tokens_of(text)
    _, used = named_in(tokens, lexicon())
    words = [token.text.lower() for token in tokens]
    helping = _WORDING.words("auxiliaries")
    at = next((n for n, word in enumerate(words) if n and word in helping), None)
    if at is None:
        return _before_end(tokens, used, 1 if words[:1] in (["who"], ["what"]) else 2)
    done = next((n for n in range(at + 2, len(words)) if words[n - 1] == "be" != words[n]), None)
    if done is not None and words[done - 2] in ("to", "should", "must"):
        return None if tokens[done].start in used else stem(folded(words[done]))
    while at + 1 < len(words) and words[at + 1] in helping:
        at += 1
    if at + 1 < len(tokens) and tokens[at + 1].start in used:
        return _behind_name(tokens, used, at + 1)
    return _before_end(tokens, used, at + 1)


def _behind_name(tokens: Sequence[Token], used: set[int], at: int) -> str | None:
    for token in tokens[at:]:
        word = token.text.lower()
        if token.start in used or word in _WORDING.words("noun"):
            continue
        if word in _WORDING.words("auxiliaries") or token.capital:
            continue
        return None if word in _WORDING.words("ends") else stem(folded(word))
    return None


def _before_end(tokens: Sequence[Token], used: set[int], at: int) -> str | None:
    """Return the last word before a preposition, an article or a name, behind who does it."""
    found: str | None = None
    skipping = at < len(tokens) and tokens[at].text.lower() in _WORDING.words("determiners")
    for token in tokens[at + skipping :]:
        word = token.text.lower()
        if word in _WORDING.words("auxiliaries"):
            continue
        if word in _WORDING.words("noun"):
            skipping, found = True, None
            continue
        if skipping and found is None and word in _WORDING.words("determiners"):
            continue
        if word in _WORDING.words("ends") or token.start in used:
            break
        found = stem(folded(word))
    return found
