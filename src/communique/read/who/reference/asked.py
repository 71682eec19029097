"""Answers take up whom the question is about: "Has Mr. Lee agreed?" — "He has.\""""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from communique.model import Statement

#: How many sentences back the question is: a courtesy or a name may stand between.
_NEAR = 2
#: How many sentences of an answer may take up whom it is about: "I did. I called her."
_OPENING = 3
_CLOSING = " \t\n\"'”’»)"


def question_before(
    text: str, starts: Sequence[int], answer: Statement | None, at: int
) -> int | None:
    """Return the number of the sentence that asks what ``answer``, said at ``at``, replies to.

    ``starts`` are where the sentences begin. ``None`` unless ``at`` is in the answer's first
    sentences, and somebody else has just asked.
    """
    if answer is None or not answer.content:
        return None
    begin = answer.content[0].start
    first = bisect_right(starts, begin) - 1
    if bisect_right(starts, at) - 1 >= first + _OPENING:
        return None
    for number in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if text[starts[number] : starts[number + 1]].rstrip(_CLOSING).endswith("?"):
            return number
    return None
