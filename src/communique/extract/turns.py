"""Who speaks in turn: the labels of a transcript, and what a reporter asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_QUESTION = re.compile(r"(?m)^[ \t>*]*Q[:.]?[ \t\u2003\xa0*]")
_TURN = re.compile(r"(?m)^[ \t>*]*(?:[A-Z][A-Z'’.-]*[ \xa0]){0,5}[A-Z][A-Z'’-]{2,}:")
_ASKED = 3  # questions that make a press conference, and turns that make a transcript


class Turns:
    """The turns of a transcript: lines such as "MR. LIND: …" and "Q …"."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def is_press_conference(self) -> bool:
        """Whether the text has reporters' questions, on lines that begin with "Q"."""
        return len(_QUESTION.findall(self._text)) >= _ASKED

    @cached_property
    def is_remarks(self) -> bool:
        """Whether the text gives what several say in turn, and nobody asks."""
        return not _QUESTION.search(self._text) and len(_TURN.findall(self._text)) >= _ASKED

    @cached_property
    def voices(self) -> int:
        """How many speakers the labels of a transcript name."""
        return len({match.group().strip(" \t>*:") for match in _TURN.finditer(self._text)})

    def is_question(self, offset: int) -> bool:
        """Tell whether ``offset`` lies in a paragraph that a reporter's "Q" opens."""
        if not self.is_press_conference:
            return False
        return _QUESTION.match(self._text, self.paragraph_at(offset)) is not None

    def is_in_question(self, offset: int) -> bool:
        """Tell whether ``offset`` lies in what a reporter says, whose turn may have paragraphs."""
        starts, asked = self._turns
        if not starts:
            return self.is_question(offset)
        at = bisect_right(starts, offset) - 1
        return at >= 0 and asked[at]

    def paragraph_at(self, offset: int) -> int:
        """Return where the paragraph of ``offset`` begins: behind the last blank line."""
        line = self._text.rfind("\n", 0, offset) + 1
        while line:
            before = self._text.rfind("\n", 0, line - 1) + 1
            if not self._text[before : line - 1].strip():
                break
            line = before
        return line

    @cached_property
    def _turns(self) -> tuple[list[int], list[bool]]:
        """Where turns of a press conference begin, and whether they are a reporter's."""
        named = [(match.start(), False) for match in _TURN.finditer(self._text)]
        if not self.is_press_conference or len(named) < _ASKED:
            return [], []
        asked = [(match.start(), True) for match in _QUESTION.finditer(self._text)]
        turns = sorted(named + asked)
        return [start for start, _ in turns], [own for _, own in turns]
