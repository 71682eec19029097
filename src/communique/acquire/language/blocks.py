"""Tells the language of a text from its paragraphs, or that it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from communique.acquire.language.model import letters_of, told
from communique.acquire.language.quoted import without_quotations

#: Of longer texts so much of the beginning and of the end is looked at.
HEAD = 40_000
TAIL = 20_000
#: Pieces of plain text: this many, of this length, spread over it.
PIECES = 5
PIECE = 360
#: Paragraphs of a text in several languages that are looked at: the first, and the last.
FIRST = 32
LAST = 16
#: Fewer letters say too little (a Chinese character counts as three).
FEWEST = 24
#: What stands about a quotation may be as short where it ends with a stop and is this certain.
TAGGED = 14
TAGGED_CERTAIN = 0.9
#: Share of the pieces' certainty that the winner must have, and certainty of a paragraph.
CERTAIN = 0.6
SURE = 0.6
#: What a line that is no sentence (a title, a label) weighs.
TITLE = 0.25
#: The language that begins a text is its language if it is that much of the longest one's
#: telling; less is needed where it ends the text too, or where it announces the other.
FIRST_OF_TWO = 0.6
AROUND = 0.2
ANNOUNCING = 0.08

_NOISE = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|\]\([^)\s]*\)|[!-~]{48,}|[\d*_#>|`]+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_STOPS = frozenset(".!?:…,;。！？：؟।")
_CLOSERS = " \u00a0)]”“»«\"'’›」』–—-"
_ENDS = _STOPS | frozenset(_CLOSERS)
_INDENTED = re.compile(r"[ ]{3,}|\t|[ ]*>")


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph without its quotations: what it weighs and what language it is in."""

    language: str | None
    letters: int
    weight: float
    is_sentence: bool
    announces: bool


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language ``text`` is told in, or ``None`` if that is unsure.

    Words in quotation marks, indented, behind ``>`` or announced by a colon count only where
    there is nothing else. Of a text in two languages one after the other it is the first,
    unless that is much the shorter. Short texts and lists of names give ``None``.
    """
    text = _ends_of(text)
    own = without_quotations(text)
    kept = _unindented(own)
    for telling in dict.fromkeys((kept, own, text)):
        language = _language(telling) or (None if telling == text else _tagged(telling))
        if language is not None:
            return language
    return None


def _tagged(telling: str) -> str | None:
    """Return the language of the few words about a quotation: "…", she said on Monday."""
    cleaned = _clean(telling[:PIECE])
    if not TAGGED <= letters_of(cleaned) < FEWEST or not _is_sentence(cleaned):
        return None
    language, certainty = told(cleaned)
    return language if certainty >= TAGGED_CERTAIN else None


def beside(text: str, language: str) -> str | None:
    """Return the other language that about as much of ``text`` is told in as in ``language``."""
    telling = _unindented(without_quotations(_ends_of(text)))
    weights, _ = _votes(telling)
    paragraphs = _paragraphs(telling)
    if not {*weights} - {language} and _is_framed(paragraphs, language):
        return None
    blocks = _blocks(paragraphs)
    weights = _weights(block for block in blocks if block.is_sentence and not block.announces)
    own = weights.pop(language, 0.0)
    other = max(weights, key=lambda tag: weights[tag], default=None)
    return other if other and weights[other] >= FIRST_OF_TWO * own > 0 else None


def _language(text: str) -> str | None:
    weights, letters = _votes(text)
    if letters < FEWEST or not weights:
        return None
    language = max(weights, key=lambda tag: weights[tag])
    is_sure = weights[language] >= CERTAIN * letters
    paragraphs = _paragraphs(text)
    if is_sure and len(weights) == 1 and _is_framed(paragraphs, language):
        return language
    return _of_several(_blocks(paragraphs)) or (language if is_sure else None)


def _votes(text: str) -> tuple[dict[str, float], int]:
    """Return what pieces spread over ``text`` weigh by language, and how many letters they have."""
    weights: dict[str, float] = {}
    letters = 0
    for piece in _pieces(text):
        count = letters_of(piece)
        letters += count
        language, certainty = told(piece) if count else (None, 0.0)
        if language is not None:
            weights[language] = weights.get(language, 0.0) + certainty * count
    return weights, letters


def _is_framed(paragraphs: Sequence[str], language: str) -> bool:
    """Tell whether the first and the last paragraph, as far as it shows, are in ``language``."""
    ends = {paragraph: _block(paragraph) for paragraph in (*paragraphs[:2], *paragraphs[-1:])}
    return all(block.language in (None, language) for block in ends.values())


def _of_several(blocks: Sequence[Block]) -> str | None:
    """Return the language of a text whose paragraphs are in several."""
    every = sum(block.letters for block in blocks)
    sure = sum(block.letters for block in blocks if block.language)
    if sure < SURE * every:
        return None
    weights = _weights(blocks)
    most = max(weights.values(), default=0.0)
    sentences = [block for block in blocks if block.language and block.is_sentence]
    order = dict.fromkeys(block.language for block in sentences or blocks if block.language)
    for language in order:
        share = weights[language] / most
        if share >= FIRST_OF_TWO or (
            share >= AROUND and sentences[-1:] and _ends(sentences, language)
        ):
            return language
        if share >= ANNOUNCING and _announces(blocks, language):
            return language
    return None


def _ends(sentences: Sequence[Block], language: str) -> bool:
    return sentences[0].language == sentences[-1].language == language


def _announces(blocks: Sequence[Block], language: str) -> bool:
    """Tell whether what is in other languages stands behind colons of ``language``'s."""
    known = [block for block in blocks if block.language]
    other = [pair for pair in pairwise(known) if pair[1].language != language == pair[0].language]
    return bool(other) and all(before.announces for before, _ in other)


def _weights(blocks: Iterable[Block]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for block in blocks:
        if block.language is not None:
            weights[block.language] = weights.get(block.language, 0.0) + block.weight
    return weights


def _blocks(paragraphs: Sequence[str]) -> list[Block]:
    pieces = [part for paragraph in paragraphs for part in _parts(paragraph)]
    if len(pieces) > FIRST + LAST:
        pieces = [*pieces[:FIRST], *pieces[-LAST:]]
    return [_block(piece) for piece in pieces]


def _block(paragraph: str) -> Block:
    cleaned = _clean(paragraph[: 2 * PIECE])
    letters = letters_of(cleaned)
    language, certainty = told(cleaned[:PIECE]) if letters >= FEWEST // 2 else (None, 0.0)
    is_sentence = _is_sentence(paragraph)
    return Block(
        language=language if certainty >= SURE else None,
        letters=letters,
        weight=letters * certainty * (1.0 if is_sentence else TITLE),
        is_sentence=is_sentence,
        announces=paragraph.rstrip().endswith((":", "：")),
    )


def _is_sentence(paragraph: str) -> bool:
    """Tell whether a stop is the last of ``paragraph``, or stands before marks and brackets."""
    end = paragraph.rstrip()[-8:]
    return bool(_STOPS & {*end[len(end.rstrip(_CLOSERS)) - 1 :]})


def _parts(paragraph: str) -> Iterable[str]:
    """Yield a long paragraph in pieces, cut between words."""
    while len(paragraph) > 2 * PIECE:
        cut = paragraph.find(" ", PIECE)
        if not 0 < cut <= 2 * PIECE:
            cut = PIECE
        yield paragraph[:cut] + "."
        paragraph = paragraph[cut:]
    yield paragraph


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: at blank lines, behind sentences that end a line, and titles."""
    found: list[str] = []
    for part in _BLANK_LINE.split(text):
        lines: list[str] = []
        for line in filter(str.strip, part.split("\n")):
            if lines and (not found or lines[-1].rstrip()[-1] in _ENDS):
                found.append("\n".join(lines))
                lines = []
            lines.append(line)
        if lines:
            found.append("\n".join(lines))
    return found


def _unindented(text: str) -> str:
    """Return ``text`` without paragraphs that are indented or marked with ``>`` as quoted.

    Where the text begins indented, that is how it is set.
    """
    paragraphs = _BLANK_LINE.split(text)
    if not text.strip() or _INDENTED.match(paragraphs[0]):
        return text
    found = re.split(r"\n", text)
    return "\n".join("" if _INDENTED.match(line) else line for line in found)


def _ends_of(text: str) -> str:
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n\n{text[-TAIL:]}"


def _pieces(text: str) -> list[str]:
    if len(text) <= PIECES * PIECE:
        cleaned = _clean(text)
        return [cleaned[at : at + PIECE] for at in range(0, len(cleaned), PIECE)]
    step = (len(text) - PIECE) // (PIECES - 1)
    return [_clean(text[at : at + PIECE]) for at in range(0, step * PIECES, step)]


def _clean(text: str) -> str:
    words = " ".join(_NOISE.sub(" ", text).split())
    return words.encode("utf-8", "ignore").decode("utf-8")
