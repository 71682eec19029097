"""Sentences: a paragraph is cut where a stop ends one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.model import Span, Spans, trimmed
from communique.read.text.abbreviations import Abbreviations, abbreviations
from communique.read.text.paragraphs import paragraphs

_STOP = re.compile(
    r"""(?P<stop>[.!?…‽։؟।॥。！？｡܀።]+)
        (?P<closers>(?:
            [”’»›)\]」』】）〉》]
          | ["'“*_](?![^\W_])          # a straight mark before a letter opens
          | [\u00a0\u202f ][»›]
          | [ ]?\[\d{1,3}\]           # a footnote's number
        )*)""",
    re.VERBOSE,
)
_FULL_WIDTH = frozenset("。！？｡।॥።")
#: Tabs of a row in a table: one alone may stand behind the name of who speaks.
_ROW = 2
_CELL = re.compile(r"[^\t]+")
_GAP = re.compile(r"\s*")
_OPENERS = re.compile(r"""(?:[\s"'“‘«‹„‚(\[¿¡「『（《*_—–-]|\.\.\.|…)*""")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»„(\[/]+$")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"://|@|^www\.")
#: How far a word is looked at; a longer run of letters is no word.
REACH = 48


def segment(text: str, language: str | None = None, furniture: Iterable[Span] = ()) -> Spans:
    """Return the sentences of ``text``, in order, apart, without white space at their edges.

    Headings, list items, cells of a table and speakers' turns are sentences of their own. The
    closing marks and brackets after a stop belong to the sentence that they close. A line
    break inside a wrapped paragraph ends nothing; a stop without a space after it ends a
    sentence where a capitalised word follows (``leader.The``).

    Args:
        text: The body; offsets are its code points.
        language: BCP 47 tag; decides which abbreviations are known. ``None`` means English,
            or Russian where the text is mostly Cyrillic.
        furniture: Header and footer lines, which belong to no sentence.
    """
    known = abbreviations(language or _script_language(text))
    found: list[Span] = []
    for paragraph in _cells(text, paragraphs(text, furniture)):
        start = paragraph.start
        for end in _ends(text, paragraph, known):
            if sentence := trimmed(text, start, end):
                found.append(sentence)
            start = end
        if sentence := trimmed(text, start, paragraph.end):
            found.append(sentence)
    return tuple(found)


def _cells(text: str, pieces: Iterable[Span]) -> Iterator[Span]:
    """Yield the paragraphs; of a table's row of three cells or more each cell by itself."""
    for piece in pieces:
        if text.count("\t", piece.start, piece.end) < _ROW:
            yield piece
        else:
            yield from (Span(*m.span()) for m in _CELL.finditer(text, piece.start, piece.end))


def _script_language(text: str) -> str:
    letters = text[:2000]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    return "ru" if cyrillic * 3 > len(letters) else "en"


def _ends(text: str, paragraph: Span, known: Abbreviations) -> Iterator[int]:
    """Yield the offsets within the paragraph at which a sentence ends."""
    begin = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if end < paragraph.end and _is_end(text, match, begin, paragraph.end, known):
            begin = end
            yield end


def _is_end(text: str, match: re.Match[str], begin: int, limit: int, known: Abbreviations) -> bool:
    """Tell whether the stop ends a sentence that began at ``begin``."""
    end = match.end()
    after_gap = _skipped(_GAP, text, end, limit)
    if match["stop"][-1] in _FULL_WIDTH:
        return not text[after_gap].islower()
    if match.start() == begin and match["stop"][0] in ".…":
        return False  # "… and so" begins with the ellipsis
    word_at = _skipped(_OPENERS, text, after_gap, min(limit, after_gap + 8))
    word = _WORD.match(text, word_at, min(limit, word_at + REACH))
    before = _word_before(text, match.start(), begin)
    if after_gap == end:
        return _is_glued_end(text, match, before, word)
    if word is None:
        return _before_other(text, match, word_at, limit, before, known)
    if word[0][0].islower():
        return False
    if match["closers"]:
        return match["stop"] == "." or not _is_tagged(text, word_at, limit, known)
    if match["stop"] == ".":
        alone = _is_first_word(text, begin, match)
        return _before_capital(before, word[0], word_at > after_gap, alone, known)
    return True


def _skipped(pattern: re.Pattern[str], text: str, start: int, limit: int) -> int:
    """Return where ``pattern``, which may match nothing, ends."""
    match = pattern.match(text, start, limit)
    return match.end() if match else start


def _is_tagged(text: str, at: int, limit: int, known: Abbreviations) -> bool:
    """Tell whether a name and a verb of saying follow: "Why?” Orr asked"."""
    words = _WORD.findall(text, at, min(limit, at + REACH))[:4]
    for word in words[1:]:
        if word in known.tags:
            return True
        if not word[0].isupper():
            return False
    return False


def _is_first_word(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether nothing but one word stands between ``begin`` and the stop."""
    return " " not in text[begin : min(match.start(), begin + REACH)].strip()


def _word_before(text: str, stop: int, begin: int) -> str:
    match = _WORD_BEFORE.search(text, max(begin, stop - REACH), stop)
    return match[0].lstrip("*_") if match else ""


def _is_glued_end(text: str, match: re.Match[str], before: str, word: re.Match[str] | None) -> bool:
    """Tell whether a stop without a space after it ends a sentence (``leader.The``)."""
    if word is None or not word[0][0].isupper():
        return False
    if match["stop"] == "." and not match["closers"]:
        ends_in_word = len(before) > 1 and before[-2:].islower() and "." not in before
        ends_in_year = before[-4:].isdigit()
        if not (ends_in_word or ends_in_year) or _ADDRESS.search(before):
            return False
    # "Node.Js", "Booking.Com": a domain or file name; "leader.The", "leader.A" are not.
    follower = text[word.end() : word.end() + 1]
    return follower in {"", " ", ",", "’", "'", "\n", "-", "\u00a0", ".", ":"} and (
        len(word[0]) == 1 or not word[0].isupper() or len(before) > 3
    )


def _before_other(
    text: str, match: re.Match[str], at: int, limit: int, before: str, known: Abbreviations
) -> bool:
    """Tell whether a stop ends a sentence where no word follows it, but a number or mark."""
    if at >= limit or not text[at].isdigit():
        return at > match.end() or at >= limit
    if match["stop"] != "." or match["closers"]:
        return True
    if before.isdigit() and len(before) <= 2 and known.ordinals:
        return False
    return not (before in known or before.lower() in known or _INITIALISM.match(before))


def _before_capital(
    before: str, word: str, opened: bool, alone: bool, known: Abbreviations
) -> bool:
    """Tell whether a full stop ends a sentence before a capitalised word."""
    starts = word in known.starters or opened
    if before in known.titles or before[:1].lower() + before[1:] in known.titles:
        return False
    if before.isupper() and before.capitalize() in known.titles:
        return False  # "MS. ORR: …"
    if before.replace(".", "").isdigit():
        is_marker = alone and len(before) <= 5 and not (len(before) == 4 and before.isdigit())
        return not (is_marker or (known.ordinals and len(before) <= 2 and not starts))
    is_initial = len(before) == 1 and before.isalpha() and before != "I"
    if is_initial or _INITIALISM.match(before) or before in known.others:
        return starts and not (is_initial and opened)
    return before.rsplit("-", 1)[-1] not in known.titles
