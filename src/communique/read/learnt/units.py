"""Units: the words and marks that the learnt reader labels.

A unit is a run of letters, a number, an abbreviation such as ``U.S.``, a web address
or one mark. Units carry code-point offsets into the text they were cut from, so a
label on a unit is always a place in the original text; nothing is normalised
before the offsets are taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Letters keep the marks that combine with them (Arabic vowels, accents), which
# ``\w`` alone does not count as part of a word.
_COMBINING = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff"
_BREAKS_ADDRESS = r"""\s()\[\]<>"\u201c\u201d\u00ab\u00bb"""


@cache
def _unit(han: str) -> re.Pattern[str]:
    """The pattern of a unit, where each of the characters in ``han`` is one by itself."""
    letter = rf"[^\W\d_{han}]"
    return re.compile(
        rf"(?P<address>https?)://[^{_BREAKS_ADDRESS}]*[^{_BREAKS_ADDRESS}.,;:!?*'\u2019]"
        + (rf"|[{han}]" if han else "")
        + rf"|(?:{letter}\.){{2,}}"
        r"|['\u2019](?:s|S|re|ve|ll|d|m)(?![^\W_])"
        rf"|{letter}(?:{letter}|[{_COMBINING}])*"
        r"|\d+(?:[.,:]\d+)*"
        r"|[^\s]"
    )


_FIRST_HAN = "\u3040"
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_STOPS, _OPENS = frozenset(".!?"), frozenset("\u201c\u00ab")
_CLOSES = frozenset('.!?:;"\u201d\u00bb\u3002\u061f')


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: ``text[start:end]`` in code points, and what stands before it.

    ``word`` is those letters; of a web address, only ``http`` or ``https``, since the rest
    tells nothing of who says what and would fill the windows of a report with many links.
    ``spaced`` is true where white space or the start of the text precedes it, or should do so:
    a sentence that follows the last one's full stop without a blank ("… port.According to");
    ``opens`` is true where it begins a paragraph.
    """

    start: int
    end: int
    word: str
    spaced: bool
    opens: bool


def cut(text: str) -> list[Unit]:
    """The units of ``text`` in order; white space belongs to none.

    A paragraph begins at the start of the text, after an empty line, and after
    a line that ends with a mark that closes a sentence.
    """
    units: list[Unit] = []
    end = 0
    # Without wide ranges the pattern is compiled in a fraction of the time; most texts need none.
    pattern = _unit("" if max(text, default="") < _FIRST_HAN else _HAN)
    for found in pattern.finditer(text):
        start = found.start()
        spaced = start > end or end == 0 or _runs_on(text, start)
        opens = end == 0 or (start > end and _breaks(text, end, start))
        word = found["address"] or found.group()
        units.append(Unit(start, found.end(), word, spaced, opens))
        end = found.end()
    return units


def _runs_on(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``, right behind the full stop of the last."""
    if text[start - 1] not in _STOPS or not text[max(0, start - 3) : start - 1].isalpha():
        return False
    at = start + (text[start] in _OPENS)
    return text[at : at + 1].isupper() and text[at + 1 : at + 2].islower()


def _breaks(text: str, end: int, start: int) -> bool:
    """Whether the white space ``text[end:start]`` parts two paragraphs."""
    gap = text[end:start]
    return "\n" in gap and (text[end - 1] in _CLOSES or _EMPTY_LINE.search(gap) is not None)


def case_of(word: str) -> int:
    """A word's letters: 0 small or none, 1 initial capital, 2 all capitals, 3 other."""
    if word.islower() or not word[0].isalpha():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word[0].isupper() and word[1:].islower():
        return 1
    return 3 if word != word.lower() else 0
