"""What an office is of in words that no list has: "envoy | for the canal | , Ann Lee,".

Such words are read only up to a name that the office stands beside, which tells where they end.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import names, word_class

_LONGEST = 10
"""Chunks that say what an office is of, at most."""
_TITLES = 4  # chunks of a title before a name
_ENDS = frozenset((",", ".", ")", ";", "]", "—", "–"))
_OPENING = frozenset(("office", "state", "adjective", "body", "people", "place", "region"))
_OWN_WORDS = frozenset(
    ("word", "field", "body", "state", "adjective", "region", "place", "seat", "name")
)


def described(chunks: Sequence[Chunk], at: int, after: int) -> int:
    """Return the index past the words that say what an office is of.

    The office ends before chunk ``at``, and what lists tell of it before ``after``, which comes
    back if no name stands beside the office and what else is said of it.
    """
    entry = chunks[at - 1].entry
    if (after < len(chunks) and chunks[after].low in _ENDS) or (entry and entry.plural):
        return after
    end = _words(chunks, after, goes_on=after > at)
    if end == after or not (_has_name_behind(chunks, end) or _has_name_before(chunks, at, end)):
        return after
    return end


def _words(chunks: Sequence[Chunk], after: int, *, goes_on: bool) -> int:
    """Return where a run of words that may say what an office is of comes to a comma or a stop.

    It begins with a preposition, unless it ``goes_on``: "secretary of the security | council".
    """
    opens = (*word_class("links"), "at", "with", "under", "between")
    if after >= len(chunks) or not (goes_on or chunks[after].low in opens):
        return after
    fine = (
        word_class("determiners")
        | word_class("links")
        | {"and", "&", "at", "with", "against", "between"}
    )
    for end in range(after, min(after + _LONGEST, len(chunks))):
        chunk = chunks[end]
        if chunk.low in _ENDS:
            return after if chunks[end - 1].low in fine else end
        if chunk.low in fine or chunk.kind in ("possessive", "people") or _is_of_many(chunk):
            continue
        if chunk.kind == "name" and names().gender(chunk.words[0].low) is not None:
            return after  # "Secretary of Ports | Ann Lee"
        if chunk.kind not in _OWN_WORDS or chunk.low in names().joining:
            return after
        if not chunk.low[0].isalpha() or chunk.low in word_class("pronouns"):
            return after
    return after


def _is_of_many(chunk: Chunk) -> bool:
    """Tell whether a word is for many who have a head: "the leader of the opposition"."""
    office = chunk.entry if chunk.kind == "office" else None
    return office is not None and (office.key == "collective" or bool(office.plural))


def _is_in_place(chunks: Sequence[Chunk], end: int) -> bool:
    """Tell whether a run ends in a place whose name may follow: "in the capital | , Port Varn,"."""
    first = end - 2 if chunks[end - 2].low in word_class("determiners") else end - 1
    return chunks[first - 1].low in ("in", "at") and chunks[end - 1].low in word_class(
        "settlements"
    )


def _has_name_behind(chunks: Sequence[Chunk], comma: int) -> bool:
    """Tell whether a name between commas follows: "… | , | Ann Lee | ,"."""
    if comma >= len(chunks) or chunks[comma].low != ",":
        return False
    at = titled(chunks, comma + 1)
    ended = at + 1 >= len(chunks) or chunks[at + 1].low in _ENDS
    if not ended or not _is_full_name(chunks, at):
        return False
    is_person = names().gender(chunks[at].words[0].low) is not None
    return is_person or not _is_in_place(chunks, comma)


def titled(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index past titles before a name: "(, ) H.E. | Ann Lee", "ex-judge | Ann Lee"."""
    name = at
    while name < min(at + _TITLES, len(chunks)) and _is_of_title(chunks[name]):
        name += 1
    told = any(chunk.kind in ("office", "courtesy") for chunk in chunks[at:name])
    return name if told and name < len(chunks) and chunks[name].kind == "name" else at


def _is_of_title(chunk: Chunk) -> bool:
    kinds = ("office", "courtesy", "adjective", "state")
    return chunk.kind in kinds or chunk.low in names().modifiers


def _has_name_before(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Tell whether a name and a comma stand before the office: "Ann Lee, the envoy | …"."""
    for comma in range(at - 1, max(at - _LONGEST, 0), -1):
        if chunks[comma].low in _ENDS:
            listed = end + 1 < len(chunks) and chunks[end + 1].low == "and"
            opens = chunks[comma + 1].kind in _OPENING or (
                chunks[comma + 1].low in word_class("determiners") | names().modifiers
            )
            return (
                chunks[comma].low == ","
                and opens
                and not listed
                and _is_full_name(chunks, comma - 1)
            )
        if chunks[comma].low in names().joining - word_class("determiners"):
            return False
    return False


def _is_full_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a chunk is a name of several words: one alone may be a town's."""
    return at < len(chunks) and chunks[at].kind == "name" and len(chunks[at].words) > 1
