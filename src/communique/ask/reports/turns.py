"""What an interviewer says to be answered though it is no question ("The Minister denies it.")."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ask.wording import wording
from communique.model.span import Spans

_WORDING = wording("reports/turns")

#: Questions of one voice, at least, by which it is known as the one that asks.
_ASKS = 2


def put_as_told(text: str, spans: Spans, asks: Sequence[int]) -> list[int]:
    """Return the numbers of the sentences with which one who asks hands over to who answers.

    Voices are known by the labels before what they say ("MARSH: …").
    """
    labels = {
        number: match[1]
        for number, span in enumerate(spans)
        if (match := _LABEL.match(text, span.start, span.end))
    }
    voices: list[str] = []
    for number in range(len(spans)):
        voices.append(labels.get(number, voices[-1] if voices else ""))
    asking = {voice for voice in voices if sum(voices[n] == voice for n in asks) >= _ASKS}
    asking -= {"", *_answering(voices, asks)}
    return [
        number - 1
        for number in labels
        if number and voices[number - 1] in asking - {voices[number]} and number - 1 not in asks
    ]


def _answering(voices: Sequence[str], asks: Sequence[int]) -> set[str]:
    """Return the voices of more than half of whose turns no question is the end."""
    turns: dict[str, list[bool]] = {}
    for number, voice in enumerate(voices):
        if number + 1 == len(voices) or voices[number + 1] != voice:
            turns.setdefault(voice, []).append(number in asks)
    return {voice for voice, some in turns.items() if 2 * sum(some) < len(some)}


_LABEL = _WORDING.pattern("label")
