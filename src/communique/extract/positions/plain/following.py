"""What follows the words of a plain stand: a thing, somebody who is asked, what is to be done."""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
)
from communique.extract.modality import Items, is_manner
from communique.extract.positions.caution.lookalikes import head_of
from communique.extract.positions.issue_names.wholeness import is_verb
from communique.extract.positions.plain.frames import Frame, Frames
from communique.extract.view import View

_OBJECT = 10  # items between whom one asks and what is asked

_ASTRAY = frozenset({"along", "down", "off", "away"})
_SHAPES = frozenset(
    {"np", "to", "whom-to", "whom-for", "whom-against", "done", "ing", "any", "decided"}
)


def complement(
    view: View, frames: Frames, items: Items, after: int, frame: Frame
) -> tuple[int, int | None] | None:
    """Return where a complement begins, and the verb of what is to be done, if any is told."""
    while (
        after + 1 < len(items)
        and items[after].ref is None
        and (is_manner(view.lexicon, items[after].word) or items[after].word == "hard")
    ):
        after += 1
    if after >= len(items):
        return None
    for take in frame.takes:
        at = after
        for word in take[:-1] if take[-1] in _SHAPES else take:
            if at >= len(items) or items[at].word != word or word in _SHAPES:
                break
            at += 1
        else:
            found = _shaped(view, frames, items, at, take[-1] if take[-1] in _SHAPES else "any")
            if found is not None:
                return found
    return None


def _shaped(
    view: View, frames: Frames, items: Items, at: int, shape: str
) -> tuple[int, int | None] | None:
    if at >= len(items):
        return None
    if shape == "to":
        fits = items[at].word == "to" and at + 1 < len(items) and _is_verb(view, items, at + 1)
        return (at, at + 1) if fits else None
    if shape == "whom-to":
        to = _to_behind(view, items, at)
        return (at, to + 1) if to is not None else None
    if shape in ("whom-for", "whom-against"):
        joint = _joint_behind(view, items, at, shape.removeprefix("whom-"))
        return (joint + 1, None) if joint is not None else None
    if shape == "decided":
        thing = items[at].ref is None or at + 1 < len(items)
        return (at, None) if thing and _head(view, items, at) in frames.lists["decided"] else None
    if shape == "done":
        done = next((n for n in range(at + 1, min(len(items), at + 6)) if _is_done(items, n)), None)
        whom = _is_thing(view, items, at) or items[at].word in ("him", "her", "them", "it")
        return (at, None) if done is not None and whom else None
    if shape == "ing":
        return (at, at) if items[at].word.endswith("ing") and items[at].ref is None else None
    return (at, None) if _is_thing(view, items, at) else None


def _to_behind(view: View, items: Items, at: int) -> int | None:
    """Return "to" behind whom one asks: "urged | the two states to talk"."""
    if not _is_thing(view, items, at) and items[at].word not in ("them", "us", "him", "her"):
        return None
    for n in range(at + 1, min(len(items) - 1, at + _OBJECT)):
        if items[n].word in STRONG or items[n].word in QUOTES or items[n].word == "that":
            return None
        if n + 1 < len(items) and is_verb(view.lexicon, items[n].word) and items[n].ref is None:
            return None
        if items[n].word == "to" and _is_verb(view, items, n + 1):
            return n
    return None


def _joint_behind(view: View, items: Items, at: int, word: str) -> int | None:
    """Return where it is told what somebody is blamed for: "blamed | Lutha for the raid"."""
    if not _is_thing(view, items, at):
        return None
    near = range(at + 1, min(len(items) - 1, at + _OBJECT))
    end = next((n for n in near if items[n].word in STRONG or items[n].word == ","), near.stop)
    return next((n for n in near if n < end and items[n].word == word), None)


def _is_verb(view: View, items: Items, at: int) -> bool:
    word = items[at].word
    return word.isalpha() and items[at].ref is None and not view.lexicon.has(
        word, "determiner", "preposition", "pronoun", "conjunction", "have", "not", "adverb"
    ) and not items[at].upper  # fmt: skip


def _is_done(items: Items, at: int) -> bool:
    word = items[at].word
    return items[at].ref is None and word.isalpha() and word.endswith(("ed", "wn", "back", "out"))


def _is_thing(view: View, items: Items, at: int) -> bool:
    item = items[at]
    if item.ref is not None:
        return True
    if item.word in QUOTES or item.word in ("``", "''", "'", "‘"):
        return at + 1 < len(items) and items[at + 1].word[:1].isalnum()
    if not item.word[:1].isalnum() or item.date >= 0 or item.word in _ASTRAY:
        return False
    if item.word == "that" and at + 1 < len(items):
        return view.lexicon.has(items[at + 1].word, "np_inside") or items[at + 1].word in ("kind",)
    if view.lexicon.has(item.word, "determiner") or item.word in ("what", "how", "whether"):
        return True
    return not view.lexicon.has(
        item.word, "preposition", "conjunction", "pronoun", "be", "modal", "have", "subordinator",
        "future", "do", "to", "not",
    )  # fmt: skip


def _head(view: View, items: Items, at: int) -> str:
    """Return the head of the phrase at ``items[at]``, past whose it is: "Ruiz's | remarks"."""
    for n in range(at, min(len(items), at + _OBJECT)):
        if view.lexicon.has(items[n].word, "genitive"):
            return head_of(view, items, n + 1)
        if view.lexicon.has(items[n].word, "preposition") or items[n].word in STRONG:
            break
    return head_of(view, items, at)
