"""What quotation marks are for: speech that stands on its own, words taken up, a title.

Speech stands on its own where a clause could stand: at the start of a sentence, behind a
colon, or behind a comma and a verb of saying. Marks in the middle of a sentence take up
words: a piece of somebody's speech, a term the report keeps at arm's length, or a name.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.model import Spans
from communique.read.layers import Quoted

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "for",
        "to",
        "with",
        "by",
        "from",
        "de",
        "la",
        "le",
        "der",
        "die",
        "das",
        "und",
        "van",
        "von",
    ]
)
#: A piece of speech has more words than this; a term has fewer.
_TERM = 5
#: A tag that cuts a sentence is not longer.
_TAG = 160
_STOP = re.compile(r"[a-z][.!?] ?[A-Z“\"]|\n")
#: Blanks, stars of Markdown, and marks without width, which bidirectional text is full of.
_BLANK = (
    " \t\u00a0*_\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_STOPS = ".!?…。！？؟"
_DASHES = "—–―-"
_CLOSING = "\"”’'»)]」』“"


def sort_uses(text: str, quotations: tuple[Quoted, ...], paragraphs: Spans) -> tuple[Quoted, ...]:
    """Return the quotations with ``use`` and ``alone`` decided."""
    starts = {p.start for p in paragraphs}
    out: list[Quoted] = []
    last: Quoted | None = None
    for quoted in quotations:
        words = _words(text, quoted)
        if stands_alone(text, quoted, words, starts) or _resumes(text, last, quoted):
            out.append(quoted)
            last = quoted
        elif _titled(words) and len(words) <= 12:
            out.append(replace(quoted, use="title", alone=False))
        elif len(words) <= _TERM:
            out.append(replace(quoted, use="scare", alone=False))
        else:
            out.append(replace(quoted, alone=False))
    return tuple(out)


def stands_alone(text: str, quoted: Quoted, words: list[str], paragraph_starts: set[int]) -> bool:
    """Tell whether the quotation is a clause of its own and not a piece of one."""
    if quoted.open is None or text[quoted.open.start] in _DASHES:
        return True
    content = quoted.content.of(text)
    if not words:
        return False
    before = text[max(0, quoted.open.start - 40) : quoted.open.start].rstrip(_BLANK)
    left = before[-1:] or "\n"
    if quoted.open.start in paragraph_starts or left == "\n":
        return _heads(text, quoted, content, words)
    if left in "([":
        return False
    if left in ":：":
        return True
    if left in _STOPS + _CLOSING + "—–-;":
        return _heads(text, quoted, content, words)
    if left in ",،，、":
        return _begins(content) and (_ends(text, quoted) or len(words) > _TERM + 2)
    if left in "=<>/":
        return False
    return _begins(content) and len(words) > 3 and not _titled(words) and _ends(text, quoted)


def _resumes(text: str, last: Quoted | None, quoted: Quoted) -> bool:
    """Tell whether the quotation goes on where its tag cut it: "A,” she said, “b."."""
    if last is None or last.close is None or quoted.open is None or quoted.parent != last.parent:
        return False
    if not 4 < quoted.open.start - last.close.end < _TAG:
        return False
    tag = text[last.close.end : quoted.open.start]
    cut = text[last.content.end - 1] in ",?!—–-" or tag.lstrip()[:1] in ("—", "–", "-", ",")
    return cut and tag.rstrip()[-1:] in (",", "—", "–", "-", ":") and not _STOP.search(tag)


def _heads(text: str, quoted: Quoted, content: str, words: list[str]) -> bool:
    """Judge a quotation at the head of a sentence: speech, or the sentence's first words?"""
    if final_character(content) in _STOPS + ",،，;—–-" or quoted.close is None or len(words) > 7:
        return True
    after = text[quoted.close.end : quoted.close.end + 3]
    return after.lstrip(" \u00a0\t")[:1] in (
        "",
        ",",
        "—",
        "–",
        "-",
        "，",
        "،",
        ".",
        "!",
        "?",
        "\n",
    ) or (_begins(content) and len(words) > _TERM)


def _ends(text: str, quoted: Quoted) -> bool:
    """Tell whether the sentence can end, or a tag begin, behind the quotation."""
    content = quoted.content.of(text)
    if final_character(content) in _STOPS + ",":
        return True
    if quoted.close is None:
        return True
    after = text[quoted.close.end : quoted.close.end + 1]
    return not after or after in _STOPS + ",،，\n"


def final_character(content: str) -> str:
    """Return the last character that is no closing mark; nothing if there is none."""
    return content.rstrip(_CLOSING)[-1:] or "."


def _begins(content: str) -> bool:
    """Tell whether the content begins as a sentence does (scripts without case: always)."""
    for char in content[:4]:
        if char.isalpha():
            return not char.islower()
        if char.isdigit() or char in "…[":
            return True
    return False


def _words(text: str, quoted: Quoted) -> list[str]:
    end = min(quoted.content.end, quoted.content.start + 200)
    return _WORD.findall(text, quoted.content.start, end)


def _titled(words: list[str]) -> bool:
    """Tell whether all words that can have a capital have one, and there are two of them."""
    big = [word for word in words if word.lower() not in _SMALL]
    return len(big) > 1 and all(word[0].isupper() or word[0].isdigit() for word in big)
