"""Where a report says that a contact was part of a greater one: "on the margins of the summit"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from communique.model import Span
from communique.model.rows import ContactRow, Passage

#: Letters between the words that tell of a contact and those that say what it was part of.
_NEAR = 70
#: Letters of what the greater one is called.
_LONGEST = 70


class _Heads(msgspec.Struct):
    visit: tuple[str, ...]
    summit: tuple[str, ...]
    talks: tuple[str, ...]


class _Rounds(msgspec.Struct):
    which: frozenset[str]
    of: frozenset[str]


class _Lists(msgspec.Struct):
    beside: tuple[str, ...]
    during: tuple[str, ...]
    heads: _Heads
    rounds: _Rounds


class ToldPart(msgspec.Struct, frozen=True):
    """What a contact is told to be part of.

    ``name`` is what that is called, ``kind`` the kind of contact by this name, ``None`` where it
    does not tell; ``words`` are the place of all that says so, ``whole`` that of the name.
    """

    name: str
    kind: str | None
    words: Span
    whole: Span


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/parts.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the words that say so, and those behind them up to the next mark."""
    beside, during = (
        "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in some)
        for some in (_lists().beside, _lists().during)
    )
    name = rf"\s+(?P<name>[^,.;:()\[\]“”\"?!—–]{{1,{_LONGEST}}})"
    return re.compile(rf"\b(?:(?P<beside>{beside})|(?P<during>{during})){name}", re.IGNORECASE)


@cache
def _kinds() -> dict[str, str]:
    heads = _lists().heads
    return {word: kind for kind in heads.__struct_fields__ for word in getattr(heads, kind)}


def told_parts(contact: ContactRow, sentence: Passage) -> list[ToldPart]:
    """Return what the words of the sentence that tells of a contact say it was part of.

    They stand at the sentence's beginning or shortly behind, or before, the contact.
    """
    if not contact.evidence:
        return []
    first = min(span.start for span in contact.evidence) - sentence.start
    lasts = [span.end - sentence.start for span in contact.evidence]
    found = []
    for match in _pattern().finditer(sentence.text):
        name, kind = _name_of(match)
        opens = not sentence.text[: match.start()].strip()
        behind = any(0 <= match.start() - last <= _NEAR for last in lasts)
        before = 0 <= first - match.end() <= _NEAR
        inside = any(s.start <= match.start() + sentence.start < s.end for s in contact.evidence)
        if name and (opens or behind or before or inside):
            whole = match.start("name") + sentence.start
            told = Span(match.start() + sentence.start, whole + len(name))
            found.append(ToldPart(name, kind, told, Span(whole, whole + len(name))))
    return found


def _name_of(match: re.Match[str]) -> tuple[str, str | None]:
    """Return what the greater one is called, and its kind; no name where that is no contact."""
    words = [*re.finditer(r"[\w'’-]+", match["name"])]
    for word in words:
        if kind := _kinds().get(word[0].casefold()):
            end = word.end() if match["during"] else len(match["name"].rstrip())
            return match["name"][:end], kind
    if match["during"] or not words:
        return "", None
    return match["name"].rstrip(), None


def is_round(contact: ContactRow) -> bool:
    """Tell whether the words say which of several sittings it was ("the second round")."""
    words = [word.casefold() for word in re.findall(r"\w+", contact.words)]
    rounds = _lists().rounds
    return any(
        word in rounds.of and not rounds.which.isdisjoint(words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )
