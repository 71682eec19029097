"""Questions as notes ("Next round: when and where?", "Relk's demands"), put as whole ones.

What a head noun asks for stands in ``data/shorthand.toml``, what notes look like in
``data/wording/question/shorthand.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from communique.ask.lexicon import lexicon
from communique.ask.wording import wording
from communique.ask.words import stem

_WORDING = wording("question/shorthand")

_TOPIC_FIRST = _WORDING.pattern("topic-first")
_TOPIC_LAST = _WORDING.pattern("topic-last")
_ASKING = _WORDING.pattern("asking")
_POINTING = _WORDING.pattern("pointing")
_COUNTING = _WORDING.pattern("counting")
_COUNTED = _WORDING.pattern("counted")
_VERBLESS = _WORDING.pattern("verbless")


def in_full(question: str) -> str:
    """Return a question that is put as a note as a whole one; another one as it is."""
    text = " ".join(question.split()).rstrip("?. ")
    if (match := _TOPIC_FIRST.match(text)) or (match := _TOPIC_LAST.match(text)):
        return f"{_joined(_small(match['topic']), match['asks'])}?"
    if _ASKING.match(text):
        return question
    if (whole := _by_head(text)) is not None:
        return whole
    if _COUNTED.match(text) and not question.rstrip().endswith("?"):
        return f"How many {_small(text)}?"
    return _verbless(question) or question


def _joined(topic: str, asks: str) -> str:
    """Return a question with what it is about, which stood before it."""
    is_name = topic.split()[-1][0].isupper() or topic.startswith(("the ", "a "))
    of = topic if is_name else f"the {topic}"
    if _POINTING.search(asks):
        return _POINTING.sub(lambda _: of, asks, count=1)
    if match := _COUNTING.match(asks):
        return f"{match[0]} {topic}{asks[match.end() :]}"
    bare = " ".join(asks.lower().split())
    for words in _bare():
        if bare == words:
            return _bare()[words].format(of=of)
    return f"{asks} {of}"


def _small(text: str) -> str:
    """Return words with a small letter where they begin with one that is no name."""
    first = text.split(" ", 1)[0]
    known = lexicon()
    plain = first.lower() in known.passed or stem(first) in known.families
    plain = plain or stem(first) in known.contact or first in _WORDING.words("beginning")
    return text[0].lower() + text[1:] if plain else text


def _by_head(text: str) -> str | None:
    """Return what a noun with what it is of asks for ("Relk's demands", "cost of the dam")."""
    for nouns, plain, alone in _heads():
        match = _whole(nouns.pattern).match(text) if nouns.search(text) else None
        if match is not None:
            whose = match["whose"] or match["by"]
            rest = match["of"] or match["rest"] or ""
            if whose is None and alone is None:
                return None
            noun = match["head"].lower()
            said = (plain if whose else alone or "").format(whose=whose, rest=rest, noun=noun)
            return " ".join(f"{said}?".replace(" ?", "?").split())
    return None


def _verbless(question: str) -> str | None:
    """Return what is asked without a verb that asks ("Ransom paid?") as what is asked with one."""
    match = _VERBLESS.match(question.strip())
    return f"Was {_small(match[1])}?" if match else None


Head = tuple[re.Pattern[str], str, str | None]
"""The nouns that a note has, and what is asked by it of somebody, or by itself."""


@lru_cache(maxsize=1)
def _table() -> dict[str, list[dict[str, str]]]:
    data = resources.files("communique.ask") / "data" / "shorthand.toml"
    table: dict[str, list[dict[str, str]]] = tomllib.loads(data.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _heads() -> tuple[Head, ...]:
    """Return the nouns that ask, with what they ask of somebody and by themselves."""
    return tuple(
        (re.compile(rule["nouns"], re.IGNORECASE), rule["plainly"], rule.get("alone"))
        for rule in _table()["head"]
    )


@lru_cache(maxsize=100)
def _whole(nouns: str) -> re.Pattern[str]:
    """Return what a note with one of some nouns looks like; made only where one is met."""
    return re.compile(_WORDING.compiled("head").pattern.replace("HEAD", nouns))


@lru_cache(maxsize=1)
def _bare() -> dict[str, str]:
    """Return what words that only ask are put as, behind what they are about."""
    return {rule["words"]: rule["plainly"] for rule in _table()["bare"]}
