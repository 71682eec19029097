"""Whether a question is in another language than English."""

from __future__ import annotations

import re

from communique.ask.lexicon import Lexicon


def is_foreign(plain: str, known: Lexicon) -> bool:
    """Tell whether a question is in another language than English, as far as its words tell."""
    words = _WORDS.findall(plain)
    if not known.english.isdisjoint(words):
        return False
    if _IDEOGRAPHS.search(plain) or "¿" in plain:
        return True
    if len(words) > 1 and not known.foreign.isdisjoint(words):
        return True
    return len(words) >= _SENTENCE and not _LATIN.search(plain)


_LATIN = re.compile("[a-z]")
#: Words that are a sentence rather than names.
_SENTENCE = 4
_WORDS = re.compile(r"[^\W\d_]+")
#: Letters of languages that are written without spaces.
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
