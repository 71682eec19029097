"""Officers of one state named together: "Chile's President Ann Lee and Foreign Minister Jo Roe"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.read.who.found import Title
from communique.read.who.offices.phrases import OfficePhrase
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.ranks import HIGH

_LINKS = frozenset({"and", ","})
_FULL_NAME = 2  # words


def share_state(chunks: Sequence[Chunk], before: OfficePhrase | None, phrase: OfficePhrase) -> None:
    """Give an office the state of the one named right before it, in front of which it stands."""
    title = phrase.title
    if before is None or not (before.named and phrase.named) or before.realms or phrase.realms:
        return
    same = title.office == before.title.office  # two presidents are of two states
    if (
        same
        or title.office not in HIGH
        or title.states
        or title.body
        or title.past
        or phrase.determiner
    ):
        return
    if len(chunks[phrase.named[0]].words) < _FULL_NAME:
        return  # who is named in short has been told of before
    last = before.named[-1]
    between = [chunk for chunk in chunks[last + 1 : phrase.named[0]] if chunk.end <= phrase.start]
    if not between or any(chunk.low not in _LINKS for chunk in between):
        return
    first = chunks[before.named[0]].start
    ahead = {
        chunk.key
        for chunk in chunks[:last]
        if before.start <= chunk.start < first and chunk.kind in ("state", "adjective", "people")
    }
    if len(before.title.states) == 1 and before.title.states[0] in ahead:
        phrase.title = msgspec.structs.replace(title, states=before.title.states, shared=True)


def unshared(titles: Sequence[Title]) -> list[Title]:
    """Return somebody's titles without a shared state, where others tell another state."""
    told = {state for title in titles if not title.shared for state in title.states}
    return [
        msgspec.structs.replace(title, states=(), shared=False)
        if title.shared and told and told.isdisjoint(title.states)
        else title
        for title in titles
    ]
