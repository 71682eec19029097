"""Whose a plain stand is: somebody named, or people told of by what they are."""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.clauses import QUOTES, STRONG, joined_with, listed, verb_start, words_of
from communique.extract.modality import Items
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.holder.peoples import holder_words, is_lost_they, is_people
from communique.extract.positions.issue_names.wholeness import is_verb
from communique.extract.positions.plain.frames import Frames
from communique.extract.view import View

_MOST = 14  # items of a noun phrase
_WORDS = 9  # words of a holder without a name
_INNER = frozenset({"of", "in", "from", "at", "on", "for", "across", "with", "near", "around"})
_ASIDE = 4  # items of ", in particular,"
_ASIDES = frozenset({"fact", "particular", "instance", "example", "however", "though", "too"})
_SHORT = 5  # letters of a word that may name people by its end


@dataclass(frozen=True, slots=True)
class Holder:
    """Items ``[first, last)`` that name a holder, by actors or, without a name, by words."""

    first: int
    last: int
    actors: tuple[str, ...] = ()
    raw: str | None = None


def holder_before(view: View, frames: Frames, items: Items, start: int) -> Holder | None:
    """Return the subject of the verb group at ``items[start]``."""
    if start < 1:
        return None
    subject = holder_at(view, items, start)
    if subject is not None and subject.person == "nobody":
        return None
    if subject is not None and subject.actor is not None and subject.last <= start:
        if is_lost_they(view, items, subject):
            return None
        if is_people(view, items, subject):
            return Holder(subject.first, subject.last, (), holder_words(view, items, subject))
        others, denied = joined_with(view, items, subject)
        if denied:
            return None
        actors = (*reversed(others), subject.actor)
        return Holder(subject.first, subject.last, actors)
    if subject is not None and subject.person in ("pronoun", "first"):
        return None
    at = start - 1
    while at > 0 and (
        items[at].word in ("who", "which", "that", ",", "also", "now") or items[at].date >= 0
    ):
        at -= 1
    return phrase_ending(view, frames, items, at)


def past_aside(view: View, items: Items, start: int) -> int:
    """Return where a verb group begins before an aside: "have, in fact, | praised"."""
    if start < _ASIDE or items[start - 1].word != ",":
        return start
    near = range(start - 2, max(0, start - 2 - _ASIDE), -1)
    comma = next((at for at in near if items[at].word == ","), None)
    words = {item.word for item in items[comma or start : start]}
    if comma is None or comma < 1 or words.isdisjoint(_ASIDES):
        return start
    return verb_start(view, items, comma)


def phrase_ending(view: View, frames: Frames, items: Items, at: int) -> Holder | None:
    """Return the people whom the noun phrase names that ends at ``items[at]``."""
    first = at
    while first > max(0, at - _MOST) and not _parts(view, items, first - 1):
        first -= 1
        begins = view.lexicon.has(items[first].word, "determiner")
        if begins and first and items[first - 1].word not in _INNER:
            break  # "worked | the crowd"
    while first < at and view.lexicon.has(items[first].word, "preposition"):
        first += 1
    return phrase_at(view, frames, items, first, at + 1)


def phrase_at(view: View, frames: Frames, items: Items, first: int, last: int) -> Holder | None:
    """Return the people whom ``items[first:last]`` name, by the head of the phrase."""
    head = _head(items, first, last)
    while head + 2 < last and items[head].word in frames.lists["counts"]:
        head = _head(items, head + 2, last)  # "tens of thousands of | bakers"
    item = items[head]
    if item.ref is not None:
        if item.ref.form == "pronoun" and view.lexicon.has(item.word, "possessive"):
            return None
        actor = view.actors.get(item.ref.actor)
        if actor is None:
            return None
        return Holder(first, head + 1, (actor.id,))
    if not are_people(view, frames, item.word):
        return None
    raw = words_of(view, items, first, last, _WORDS)
    return Holder(first, last, (), raw) if raw else None


def _head(items: Items, first: int, last: int) -> int:
    head = first
    while head + 1 < last and items[head + 1].word not in _INNER:
        head += 1
    return head


def are_people(view: View, frames: Frames, word: str) -> bool:
    """Tell whether a word names people, or a body of people."""
    if any(word in listed(view, name) for name in _PEOPLE):
        return True
    if word in frames.lists["people"]:
        return True
    ends = tuple(frames.lists["people_ends"])
    return len(word) > _SHORT and word.endswith(ends) and word not in frames.lists["no_people"]


_PEOPLE = ("crowds", "unions", "office_holders", "bodies", "peoples", "belonging")


def _parts(view: View, items: Items, at: int) -> bool:
    """Tell whether a noun phrase cannot go on to the left over ``items[at]``."""
    item = items[at]
    if item.ref is not None or item.word in _INNER or item.word in ("'s", "'", "-"):
        return False
    if item.word in STRONG or item.word in QUOTES or not item.word[:1].isalnum():
        return True
    if view.lexicon.has(item.word, "determiner"):
        return False
    if is_verb(view.lexicon, item.word):
        return True
    return view.lexicon.has(
        item.word, "be", "have", "do", "modal", "future", "reporting", "relative", "subordinator",
        "conjunction", "to", "preposition", "pronoun",
    )  # fmt: skip


def holders_behind(view: View, frames: Frames, items: Items, first: int) -> Holder | None:
    """Return those whom "by" or "from" before ``items[first]`` names: "by Lutha and Bordavia"."""
    actors: list[str] = []
    last = first
    at = first
    while at < len(items) and at < first + _MOST:
        item = items[at]
        if item.ref is not None:
            if view.lexicon.has(item.word, "possessive"):
                break
            if at + 1 < len(items) and view.lexicon.has(items[at + 1].word, "genitive"):
                break
            actors.append(item.ref.actor)
            last = at + 1
            at += 1
        elif item.word in (",", "and") and actors:
            at += 1
            continue
        elif view.lexicon.has(item.word, "article") or (item.upper and not actors):
            at += 1
        else:
            break
    if actors:
        return Holder(first, last, tuple(dict.fromkeys(actors)))
    end = first
    while end < min(len(items), first + _MOST) and not (
        items[end].word in STRONG
        or items[end].word in (",", "and", "who", "that", "to", "over", "for", "after", "as")
        or view.lexicon.has(items[end].word, "be", "have", "do", "modal", "future", "relative")
    ):
        end += 1
    return phrase_at(view, frames, items, first, end) if end > first else None


def main_subject(view: View, frames: Frames, items: Items, before: int) -> Holder | None:
    """Return whose the main clause is before ``items[before]``: "Lutha left, calling for"."""
    for at in range(before):
        ref = items[at].ref
        if ref is None or ref.form != "mention":
            continue
        actor = view.actors.get(ref.actor)
        led = at > 0 and view.lexicon.has(items[at - 1].word, "preposition", "genitive")
        owns = view.lexicon.has(items[at + 1].word, "genitive") if at + 1 < len(items) else True
        if actor is not None and not led and not owns:
            return Holder(at, at + 1, (actor.id,))
    verb = next((at for at in range(1, before) if _is_finite(view, items, at)), None)
    return phrase_at(view, frames, items, 0, verb) if verb is not None else None


def _is_finite(view: View, items: Items, at: int) -> bool:
    """Tell whether a verb stands there, behind which no subject goes on."""
    word = items[at].word
    if items[at].ref is not None:
        return False
    done = word.endswith("ed") and at > 1 and not view.lexicon.has(items[at - 1].word, "determiner")
    return done or view.lexicon.has(word, "be", "have", "do", "modal", "future")
