"""What a person types to search for words, taken apart so that it cannot be wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from communique.model import Span

_PIECE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")

#: The most pieces of a search that count; what comes behind them is left out.
_PIECES = 32
#: A word of so many letters without its ending is searched for by its beginning.
_LONG = 4


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words that must stand together, in this order; the last one may go on if ``open``."""

    words: tuple[str, ...]
    open: bool = False


def pieces(typed: str) -> tuple[Piece, ...]:
    """Return what ``typed`` searches for.

    ``"words in quotes"`` (straight or curly) stand together, as do words joined without a
    space (``cease-fire``); ``word*`` is a beginning. What has no letter or digit in it is
    passed over. An empty result means that there is nothing to search for.
    """
    plain = re.sub("[“”„«»]", '"', typed)
    found: list[Piece] = []
    for quoted, star, bare in _PIECE.findall(plain):
        words = tuple(_WORD.findall(quoted or bare))
        if words:
            found.append(Piece(words=words, open=bool(star) or bare.endswith("*")))
    return tuple(found[:_PIECES])


def as_fts(wanted: tuple[Piece, ...]) -> str:
    """Return the search as an FTS5 query: every piece must match."""
    return " AND ".join(f'"{" ".join(p.words)}"{"*" if p.open else ""}' for p in wanted)


def each_as_fts(words: Sequence[str]) -> list[str]:
    """Return the FTS5 queries for texts with each of ``words``, every one once.

    Of a long word its other endings count as well.
    """
    found = dict.fromkeys(part for word in words for part in _WORD.findall(word))
    return list(dict.fromkeys(_with_endings(word) for word in list(found)[:_PIECES]))


def _with_endings(word: str) -> str:
    """Return a word as FTS5 has it; a long one by its beginning, for the sake of its endings."""
    root = re.sub(r"(?:ations?|itions?|ments?|ings?|ied|ies|ed|es|s|e|y)$", "", word)
    return f'"{root}"*' if len(root) >= _LONG else f'"{word}"'


def matches(text: str, wanted: tuple[Piece, ...]) -> list[tuple[int, Span]]:
    """Return where the pieces stand in ``text``: the piece's index and the span, in order."""
    plain = unaccented(text)
    found = [(index, span) for index, piece in enumerate(wanted) for span in _places(piece, plain)]
    return sorted(found, key=lambda each: each[1])


def unaccented(text: str) -> str:
    """Return ``text`` in lower case without accents, of the same length as ``text``.

    What is neither letter nor digit and beyond ASCII (dashes, curly marks) becomes a blank.
    """
    if not text.isascii():
        # Of a long text the few letters beyond ASCII are told fastest by its bytes.
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        bare = {letter: _bare(letter) for letter in set(beyond.decode("utf-8", "surrogatepass"))}
        changed = {letter: plain for letter, plain in bare.items() if plain != letter}
        if len(changed) > _MANY:
            text = text.translate({ord(letter): plain for letter, plain in changed.items()})
        else:
            for letter, plain in changed.items():
                text = text.replace(letter, plain)
    return text.lower()


_ASCII = bytes(range(128))
#: So many letters are replaced one after another faster than all at once.
_MANY = 30


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """Return one letter in lower case without its accent; as it is if it would not be one."""
    if not letter.isalnum():
        return " "
    first, *marks = list(unicodedata.normalize("NFD", letter))
    # A syllable of Hangul is taken apart too, but into letters.
    lower = (first if all(map(unicodedata.combining, marks)) else letter).lower()
    return lower if len(lower) == 1 else letter


def _places(piece: Piece, plain: str) -> Iterator[Span]:
    """Yield where a piece stands in unaccented text."""
    pattern = _pattern(piece)
    match = pattern.search(plain)
    while match:
        start, end = match.span()
        # A look back in the pattern would keep Python from jumping to the first letters.
        if start and plain[start - 1].isalnum():
            match = pattern.search(plain, start + 1)
            continue
        yield Span(start, end)
        match = pattern.search(plain, end)


@lru_cache(maxsize=256)
def _pattern(piece: Piece) -> re.Pattern[str]:
    """Return the pattern of a piece in unaccented text, wherever its first word begins."""
    words = r"[\W_]+".join(re.escape(unaccented(word)) for word in piece.words)
    return re.compile(words + ("" if piece.open else r"(?![^\W_])"))
