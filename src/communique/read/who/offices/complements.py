"""What an office is of or for: "envoy | of Belmaria", "secretary | of Energy"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.read.who.offices.described import described
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class

_OF_STATES = ("head-of-state", "head-of-government", "royal")
"""Offices that are never to or for anything."""
_SENT = ("ambassador", "envoy", "representative")
"""Those of others to, or for, a state: "the UN envoy | for Belmaria"."""


class Complement(msgspec.Struct):
    """What is said after an office of whom or what it is."""

    after: int
    states: list[str] = []
    body: str | None = None
    #: Whether the states are those to which, or for which, somebody is sent.
    sent: bool = False


def look_right(chunks: Sequence[Chunk], at: int) -> Complement:
    """Return what an office that ends before chunk ``at`` is of."""
    right = Complement(after=at)
    while right.after + 1 < len(chunks):
        link = chunks[right.after]
        if link.kind == "field" and right.after == at:
            right.body, right.after = _print(link), at + 1
            continue
        if link.low in ("and", "&") and chunks[right.after + 1].kind == "field":
            right.body = right.body or _print(chunks[right.after + 1])
            right.after += 2
            continue
        # A genitive, in many languages; English has none: "the president Peru needs".
        if link.kind == "state" and not right.states and not _is_english(chunks, at):
            right.after = _states(chunks, right.after, right)
            continue
        if link.low not in word_class("links"):
            break
        if link.low in ("to", "for") and at and chunks[at - 1].key in _OF_STATES:
            break  # "a message from the President | to the nation"
        n = right.after + 1
        if chunks[n].low in word_class("definite") and n + 1 < len(chunks):
            n += 1
        if chunks[n].low in word_class("realms") and n + 2 < len(chunks):
            n += 2 if chunks[n + 1].low == "of" and chunks[n + 2].kind == "state" else 0
        if _is_of_officer(chunks, n, link.low):
            right.states = right.states or [chunks[n].key]
            break
        told = len(right.states)
        after = _state_body(chunks, n, right) or _complement(chunks, n, link.low, right)
        if not after:
            break
        if link.low in ("to", "for") and not told and at and chunks[at - 1].key in _SENT:
            right.sent = bool(right.states)
        right.after = after
    if right.after == at:
        right.after = _genitives(chunks, at, right)
    if (after := described(chunks, at, right.after)) > right.after:
        first = at if right.body else right.after
        right.body, right.after = _said(chunks, first, after), after
    return right


def _said(chunks: Sequence[Chunk], first: int, after: int) -> str | None:
    """Return the words of what an office is of, without the preposition and the article."""
    before = word_class("links") | word_class("determiners") | {"at", "with"}
    while first < after and chunks[first].low in before:
        first += 1
    said = "".join(
        _print(chunk) if chunk.kind == "possessive" else f" {_print(chunk)}"
        for chunk in chunks[first:after]
    )
    return said.strip() or None


def _is_english(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an English article stands shortly before the office."""
    return any(c.low in ("the", "a", "an", "our", "this") for c in chunks[max(0, at - 4) : at])


def _is_of_officer(chunks: Sequence[Chunk], n: int, link: str) -> bool:
    """Tell whether an office serves another's holder: "press secretary of | Xan President"."""
    if link not in ("of", "to", "for") or n + 1 >= len(chunks):
        return False
    return chunks[n].kind in ("adjective", "state") and chunks[n + 1].kind == "office"


def _state_body(chunks: Sequence[Chunk], n: int, right: Complement) -> int:
    """Read a body of a state: "(spokeswoman for) the Xan foreign ministry"."""
    if chunks[n].kind not in ("adjective", "state") or right.states or right.body:
        return 0
    for end in range(n + 1, min(n + 4, len(chunks))):
        if chunks[end].low in word_class("body_heads") or chunks[end].low == "government":
            right.states.append(chunks[n].key)
            right.body = " ".join(_print(chunk) for chunk in chunks[n + 1 : end + 1])
            return end + 1
        if chunks[end].kind == "body" or chunks[end].words[-1].low in word_class("state_bodies"):
            right.states.append(chunks[n].key)
            right.body = " ".join(_print(chunk) for chunk in chunks[n + 1 : end + 1])
            return end + 1
        ends = chunks[end].low in word_class("links") or chunks[end].low in word_class(
            "determiners"
        )
        if ends or chunks[end].kind not in ("word", "name"):
            return 0  # "the envoy of Peru said | her government would wait"
    return 0


def _genitives(chunks: Sequence[Chunk], at: int, right: Complement) -> int:
    """Read what a minister is for in Slavic languages: "министр | водного хозяйства"."""
    end = at
    while end < len(chunks) and end < at + 3 and chunks[end].low.endswith(_GENITIVE):
        if chunks[end].kind != "word" or not chunks[end].low.isalpha():
            break
        end += 1
    if end == at or end >= len(chunks) or chunks[end].kind not in ("name", "state"):
        return at
    right.body = " ".join(_print(chunk) for chunk in chunks[at:end])
    return _states(chunks, end, right) if chunks[end].kind == "state" else end


_GENITIVE = ("ого", "его", "ой", "ей", "ых", "их", "ства", "ия", "ии", "ки", "ры", "лы", "ны")


def _complement(chunks: Sequence[Chunk], n: int, link: str, right: Complement) -> int:
    """Read what an office is of; return the index past it, 0 if it is nothing of the kind."""
    chunk = chunks[n]
    if chunk.kind == "state" and link != "in" and link != "on":
        return _states(chunks, n, right)
    if chunk.kind == "adjective" and n + 1 < len(chunks) and chunks[n + 1].kind == "word":
        if chunks[n + 1].low in word_class("fields") and link in ("of", "for"):
            right.states.append(chunk.key)
            right.body = chunks[n + 1].low
            return n + 2
        return 0
    if chunk.kind == "office" and chunks[n - 1].low == "the" and chunk.entry:
        right.body = right.body or f"the {_print(chunk)}"
        return n + 1
    if chunk.kind in ("body", "region") and chunk.entry and link != "in":
        right.body = right.body or chunk.entry.name
        return n + 1
    if link in ("of", "for", "to") and not right.body and _is_titled_name(chunks, n):
        right.body = f"{_print(chunk)} {_print(chunks[n + 1])}"
        return n + 2
    if chunk.kind == "place" and link in ("of", "for"):
        return _places(chunks, n, right)
    if chunk.kind == "field" and link != "in" and (right.body or "the ").startswith("the "):
        right.body = _print(chunk)  # "Assistant to the President for | Security Affairs"
        return n + 1
    if chunk.kind == "name" and link in ("of", "for", "to") and not right.body:
        if _is_month(chunk):
            return 0  # "the nominee for the Nov. 8 election"
        right.body = _print(chunk)
        return n + 1
    if chunk.low in word_class("fields") and link in ("of", "for"):
        end = n + 1
        while end < len(chunks) and (
            chunks[end].low in word_class("fields") or chunks[end].low == "and"
        ):
            end += 1
        end -= chunks[end - 1].low == "and"
        right.body = right.body or chunk.low
        return end
    return 0


def _is_titled_name(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whom somebody serves: "an aide to | President Lee", but not "… Lee's party"."""
    if n + 1 >= len(chunks) or chunks[n + 1].kind != "name" or not chunks[n].words[0].capital:
        return False
    owns = n + 2 < len(chunks) and chunks[n + 2].kind == "possessive"
    return chunks[n].kind in ("courtesy", "office") and not owns


def _is_month(chunk: Chunk) -> bool:
    """Tell a month, in short or in full, from a name."""
    low = chunk.low.rstrip(".")
    return len(low) > 2 and any(month.startswith(low) for month in word_class("months"))


def _places(chunks: Sequence[Chunk], n: int, right: Complement) -> int:
    """Read the places that an office is for: "the Middle East and North Africa"."""
    end = n + 1
    while end + 1 < len(chunks) and chunks[end].low in ("and", ","):
        ahead = end + 2 if chunks[end + 1].low == "the" and end + 2 < len(chunks) else end + 1
        if chunks[ahead].kind not in ("place", "region"):
            break
        end = ahead + 1
    right.body = right.body or " ".join(_print(chunk) for chunk in chunks[n:end])
    return end


def _print(chunk: Chunk) -> str:
    return " ".join(word.text for word in chunk.words)


def _states(chunks: Sequence[Chunk], n: int, right: Complement) -> int:
    """Read one state or several: "of Belmaria, Ostrova and the Kesh Republic"."""
    right.states.append(chunks[n].key)
    after = n + 1
    while after + 1 < len(chunks) and (chunks[after].low in ("and", ",")):
        ahead = after + 1
        while ahead < len(chunks) and chunks[ahead].low in ("and", "the", "of"):
            ahead += 1
        if ahead >= len(chunks) or chunks[ahead].kind != "state":
            break
        right.states.append(chunks[ahead].key)
        after = ahead + 1
    return after
