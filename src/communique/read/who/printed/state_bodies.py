"""Bodies of a state that only their office names: "the Polish foreign ministry".

"the Foreign Ministry of X", "X's foreign ministry" and "the Xan Foreign Ministry" are one body.
The press service of somebody is a body as well; it belongs to the state of whoever that is.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.model import Span
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import Lexicon, word_class


class StateBody(msgspec.Struct, frozen=True):
    """A body from chunk ``first`` to ``last``; ``title`` is its name without the state.

    ``state`` is its state's code, None where the phrase does not tell.
    """

    span: Span
    title: str
    state: str | None
    first: int
    last: int

    @property
    def field(self) -> str:
        """What is the same however it is put: "foreign ministry"."""
        lows = {low for low in self.title.casefold().split() if low not in _FILLING}
        return " ".join(sorted(lows))


_FILLING = frozenset(("of", "the", "and", "for", "affairs", "state", "'s", "’s", "republic"))


def state_body(chunks: Sequence[Chunk], n: int, known: Lexicon) -> StateBody | None:
    """Return the body of a state whose head word chunk ``n`` holds, if it is one."""
    chunk = chunks[n]
    heads = word_class("body_heads")
    if chunk.kind == "name":
        return _named(chunks, n, known) if any(w.low in heads for w in chunk.words) else None
    if chunk.kind != "word" or chunk.low not in heads:
        return None
    first, last = n, n
    while first and _is_field(chunks[first - 1]):
        first -= 1
    title = _print(chunks[first : last + 1])
    if title.casefold() in ("service", "office", "department", "administration"):
        return None  # nobody's in particular
    state, first = _owner_before(chunks, first)
    if state is None:
        after = _field_after(chunks, last)
        if after > last:
            title += " " + _print(chunks[last + 1 : after + 1])
            last = after
        state, last = _owner_after(chunks, last)
    if state is None and not _serves(chunks, last) and not _is_definite(chunks, first):
        return None
    start = chunks[first - 1] if _is_definite(chunks, first) else chunks[first]
    return StateBody(Span(start.start, chunks[last].end), title, state, first, last)


def _named(chunks: Sequence[Chunk], n: int, known: Lexicon) -> StateBody | None:
    """Read a body written with capitals: "Xan Foreign Ministry", "Ministry of Trade of X"."""
    words = chunks[n].words
    state, kept, at = None, list[str](), 0
    while at < len(words):
        length, entries = known.match(words, at)
        told = [e for e in entries if e.kind in ("state", "adjective")]
        if told and state is None:
            state = told[0].key
            while kept and kept[-1].casefold() in ("of", "the"):
                kept.pop()
            at += length
            continue
        kept.append(words[at].text)
        at += 1
    while kept and kept[0].casefold() in ("of", "the"):
        kept.pop(0)
    first = last = n
    if state is None:
        state, first = _owner_before(chunks, n)
    if state is None:
        state, last = _owner_after(chunks, n)
    alone = len(kept) == 1 and _is_definite(chunks, first)  # "the Ministry", named before
    if not kept or (state is None and not alone):
        return None
    start = chunks[first - 1] if _is_definite(chunks, first) else chunks[first]
    return StateBody(Span(start.start, chunks[last].end), " ".join(kept), state, first, last)


def _is_field(chunk: Chunk) -> bool:
    return chunk.kind == "word" and (
        chunk.low in word_class("fields") or chunk.low in word_class("body_fields")
    )


def _print(chunks: Sequence[Chunk]) -> str:
    return " ".join(word.text for chunk in chunks for word in chunk.words).replace(" ,", ",")


def _is_definite(chunks: Sequence[Chunk], first: int) -> bool:
    return first > 0 and chunks[first - 1].low == "the"


def _owner_before(chunks: Sequence[Chunk], first: int) -> tuple[str | None, int]:
    n = first - 1
    if n >= 0 and chunks[n].kind == "possessive":
        n -= 1
    if n >= 0 and chunks[n].kind in ("state", "adjective") and chunks[n].key:
        return chunks[n].key, n
    return None, first


def _owner_after(chunks: Sequence[Chunk], last: int) -> tuple[str | None, int]:
    n = last + 1
    if n + 1 >= len(chunks) or chunks[n].low not in word_class("links"):
        return None, last
    n += 2 if chunks[n + 1].low == "the" and n + 2 < len(chunks) else 1
    if chunks[n].kind == "state" and chunks[n].key:
        return chunks[n].key, n
    return None, last


def _field_after(chunks: Sequence[Chunk], last: int) -> int:
    """Go over what a ministry is for: "of foreign affairs"."""
    n = last + 1
    if n >= len(chunks) or chunks[n].low != "of":
        return last
    end = n
    while end + 1 < len(chunks) and (_is_field(chunks[end + 1]) or chunks[end + 1].low == "and"):
        end += 1
    return end if end > n else last


def _serves(chunks: Sequence[Chunk], last: int) -> bool:
    """Tell whether the body is an office's own: "press service of the leader"."""
    ahead = [chunk.kind for chunk in chunks[last + 1 : last + 5]]
    return bool(ahead) and chunks[last + 1].low == "of" and "office" in ahead
