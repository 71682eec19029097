"""In which sentences of a text its words stand, by their stems."""

from __future__ import annotations

from communique.ask.words import stems_of
from communique.model.span import Span, Spans


def whole(text: str) -> Spans:
    """Return all of a text as its one sentence; none if there is nothing in it."""
    return (Span(0, len(text)),) if text else ()


def concordance(text: str, sentences: Spans) -> dict[str, str]:
    """Return the numbers of the sentences with each stem, in order and parted by spaces.

    They are strings since few of them are ever looked at: see :func:`numbers`.
    """
    found: dict[str, list[int]] = {}
    for number, span in enumerate(sentences or whole(text)):
        for each in stems_of(span.of(text)):
            places = found.get(each)
            if places is None:
                found[each] = [number]
            else:
                places.append(number)
    return {each: " ".join(map(str, places)) for each, places in found.items()}


def numbers(places: str) -> list[int]:
    """Return the numbers of sentences that stand in a concordance under one stem."""
    return list(map(int, places.split()))
