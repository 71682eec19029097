"""Which state a visit goes to where only its place tells: "travelled to Azul, Ruritania"."""

from __future__ import annotations

import re

from communique.extract.view import View
from communique.model import Participant, Place, Span

_COMMA = 2  # characters between a city and its state
_FURTHER = re.compile(r"\s+and(?:\s+[A-Z][\w.’'-]*){1,3},\s")
"""What may stand between: "(Krasna) and Dorn, (Borduria)"."""


def with_host(
    view: View, people: tuple[Participant, ...], place: Place | None
) -> tuple[Participant, ...]:
    """Return those who take part in a visit, with the state of its place where none is host."""
    if place is None or not place.evidence or any(one.role == "host" for one in people):
        return people
    own = {one.represents for one in people} | {one.actor for one in people}
    begin, end = place.evidence[0].start, place.evidence[-1].end
    sentence = view.sentence_at(begin)
    for item in view.items(sentence) if sentence is not None else ():
        ref = item.ref
        if ref is None or view.actors[ref.actor].kind != "state" or ref.actor in own:
            continue
        between = view.text[end : item.start]
        behind = between.strip() in ("", ",") and item.start - end <= _COMMA
        behind = behind or _FURTHER.fullmatch(between) is not None
        if begin <= item.start and (item.start < end or behind):
            span = Span(item.start, item.end)
            return (*people, Participant(actor=ref.actor, role="host", evidence=(span,)))
    return people
