"""What a question says of whom it names: the verb, and the thing of which it asks how many."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ask.lexicon import Lexicon
from communique.ask.question.naming import Token
from communique.ask.wording import wording
from communique.ask.words import folded, irregular, stem

_WORDING = wording("question/predicate")

#: Words of a question in the passive, at least ("What was promised …?").
_PASSIVE = 2


def verb_of(tokens: list[Token], used: set[int], known: Lexicon) -> str | None:
    """Return the stem of the verb behind the first name, if a word for doing is before that.

    In the passive it stands behind the first words ("What was promised …?").
    """
    if (
        len(tokens) > _PASSIVE
        and tokens[1].text.lower() in _WORDING.words("being")
        and not tokens[2].capital
    ):
        word = folded(tokens[2].text)
        if word not in known.passed and tokens[2].start not in used:
            return stem(word)
        if tokens[0].text.lower() not in ("when", "where"):  # "When was the treaty signed?"
            return None
    at = _being_done(tokens)
    if at:
        done = [token for token in tokens[at:] if _is_participle(token) and token.start not in used]
        if done and done[-1].text.lower() not in known.passed:
            return stem(done[-1].text)
    asks = _asking(tokens)
    if asks:
        tokens = tokens[asks - 1 :]
        behind = next(
            (t for t in tokens[1:] if t.text.lower() not in _WORDING.words("auxiliaries")), None
        )
        plain = behind is not None and behind.start not in used and not behind.capital
        return (
            stem(behind.text)
            if behind and plain and folded(behind.text) not in known.passed
            else None
        )
    first = next((at for at, token in enumerate(tokens) if token.start in used), None)
    if first is None:
        return None
    before = {token.text.lower() for token in tokens[max(first - 2, 0) : first]}
    behind = next((t for t in tokens[first:] if t.start not in used), None)
    if before.isdisjoint(_WORDING.words("auxiliaries")) or behind is None or behind.capital:
        return None
    word = folded(behind.text)
    return None if word in known.passed else stem(word)


def _being_done(tokens: Sequence[Token]) -> int:
    """Return where the words stand behind that by which a question is in the passive, or 0."""
    if len(tokens) > 1 and tokens[1].text.lower() in _WORDING.words("being"):
        return 2
    if tokens and tokens[0].text.lower() == "how":
        return next(
            (at + 1 for at, t in enumerate(tokens) if t.text.lower() in _WORDING.words("being")), 0
        )
    return 0


def _is_participle(token: Token) -> bool:
    """Tell whether a word is a verb's form of what was done."""
    word = token.text.lower()
    return word.endswith("ed") or (stem(word) != word and word in irregular())


def _asking(tokens: Sequence[Token]) -> int:
    """Return how many words ask who did something ("who", "which side"), or 0."""
    if tokens and tokens[0].text.lower() == "who":
        return 1
    sides = len(tokens) > 1 and tokens[0].text.lower() in ("which", "what")
    return 2 if sides and stem(tokens[1].text) in _WORDING.stems("sides") else 0


def thing_of(text: str, known: Lexicon) -> str | None:
    """Return the stem of what stands behind ``how many`` or ``number of``: the last noun there."""
    match = _COUNTED.search(text)
    if match is None:
        return None
    found: list[str] = []
    for word in match[1].split():
        plain = folded(word.strip("?,.;"))
        if plain == "of" and not found:  # "how many of the maps"
            continue
        if plain in _WORDING.words("auxiliaries") or (
            found and (plain in known.passed or _is_done(word))
        ):
            return found[-1] if found else None
        if plain and plain not in known.passed and not word[0].isupper():
            found.append(stem(plain))
    return found[0] if found else None


def _is_done(word: str) -> bool:
    """Tell whether a word behind a noun is a verb's form of what was done."""
    plain = word.lower().strip("?,.;")
    return plain.endswith("ed") or plain in irregular()


_COUNTED = _WORDING.pattern("counted")
