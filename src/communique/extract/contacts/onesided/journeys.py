"""Visits to places: "will then travel to Port Azul", "ending a two-day visit to Kelmara"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract import modality
from communique.extract.contacts.clauses.idioms import is_opposed
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.onesided.wording import (
    Words,
    doers_before,
    form_of,
    is_paper,
    leading,
    told,
    verb_told,
    who,
    words_for,
)
from communique.model import Participant

_OF_LAND = ("country", "region", "capital", "area", "city", "state", "island", "kingdom")


def journeys_in(scene: Scene) -> Iterator[Mention]:
    """Yield the visits of a sentence."""
    words = words_for(scene.lexicon)
    for index, item in enumerate(scene.items):
        if item.ref is not None:
            continue
        word = item.word
        found = None
        if word in words["travel.nouns"] and not item.upper:
            found = _noun(scene, words, index)
        if found is None and any(
            word in words[f"travel.{n}"] for n in ("going", "came", "visiting")
        ):
            found = _verb(scene, words, index)
        if found is not None:
            yield found


def _verb(scene: Scene, words: Words, index: int) -> Mention | None:
    word = scene.word(index)
    before = scene.word(index - 1)
    if before != "to" and scene.lexicon.has(before, "determiner", "preposition", "possessive"):
        return None
    if scene.word(index + 1) == "back":
        return None
    at, visiting = index + 1, word in words["travel.visiting"]
    while at < len(scene.items) and (
        scene.items[at].date >= 0
        or scene.lexicon.has(scene.word(at), "adverb")
        or (scene.word(at) == "on" and scene.is_dated(at + 1))
    ):
        at += 1
    if not visiting:
        if scene.word(at) == "here":
            end = at + 1
            at -= 1
        elif scene.word(at) not in words["travel.goal"] and not (
            scene.word(at) == "in" and word in words["travel.arriving"]
        ):
            return None
        at += 1
    end = _place_end(scene, words, at, known=word in words["travel.came"])
    if not end:
        return None
    start = modality.group_start(scene.lexicon, scene.items, index)
    if not _is_verb(scene, words, start, index):
        return None
    how = verb_told(scene, index, form_of(words, "travel", word))
    subject = scene.subject(start)
    people = _travellers(scene, who(scene, subject, "guest"))
    if subject is not None and is_opposed(scene, index, index, subject):
        return None
    if how is None or not people:
        return None
    return told(scene, index, start, end, "visit", "onesided:travel", how, people)


def _is_verb(scene: Scene, words: Words, start: int, index: int) -> bool:
    """Tell "Ruiz visits Azul" from "future visits here", "is flying to" from "ships flying to"."""
    form = form_of(words, "travel", scene.word(index))
    if form == "ing":
        return start < index
    if form != "third" or start < index:
        return True
    near = scene.group_before(index)
    return (near is not None and near.last == index) or scene.word(index - 1) in ("and", "who", ",")


def _noun(scene: Scene, words: Words, index: int) -> Mention | None:
    """Read "ending a two-day visit to Kelmara", "Ruiz's four-day state visit"."""
    start = modality.noun_start(scene.lexicon, scene.items, index)
    at = index + 1
    end = _place_end(scene, words, at + 1, known=False) if scene.word(at) in ("to", "in") else 0
    owner = scene.group_before(start + 1)
    people: list[Participant] = []
    if owner is not None and owner.possessive and start - owner.last <= 1:
        people = _travellers(scene, who(scene, owner, "guest"))
    elif scene.word(start) in ("the", "that", "this", "those"):
        return None
    elif scene.word(start - 1) in words["travel.making"] and end:
        people = _travellers(scene, doers_before(scene, start) or leading(scene))
    if not people or not (end or _is_of_state(scene, start, index)):
        return None
    end = end or index + 1
    how = modality.of_noun(scene.view, scene.items, index, end, start)
    if how.negated:
        return None
    return told(scene, index, start, end, "visit", "onesided:visit", how, people)


def _is_of_state(scene: Scene, start: int, index: int) -> bool:
    """Tell a "state visit", a "two-day official visit", from "his visit"."""
    inside = [scene.items[at] for at in range(start, index)]
    return any(item.word in ("state", "official") or item.date >= 0 for item in inside)


def _travellers(scene: Scene, people: list[Participant]) -> list[Participant]:
    """Return those who are people: states and bodies do not travel."""
    kinds = scene.view.actors
    return [one for one in people if kinds[one.actor].kind in ("person", "group")]


def _place_end(scene: Scene, words: Words, at: int, *, known: bool) -> int:
    """Return where the place that begins at ``at`` ends; 0 where there is none."""
    first = at
    while at < len(scene.items) and scene.lexicon.has(scene.word(at), "determiner"):
        at += 1
    if at >= len(scene.items):
        return 0
    if scene.word(at - 1) == "here":
        return at
    item = scene.items[at]
    if item.ref is not None:
        kind = scene.view.actors[item.ref.actor].kind
        hyphen = scene.view.text[item.end : item.end + 1] in ("-", "–")
        if hyphen or is_paper(scene, item.ref.actor):
            return 0  # "Borduria-based yards", "visited Harbour TV"
        if kind == "state" or (kind in ("bloc", "organisation") and not known):
            return at + 1
        return 0
    if scene.word(at) in _OF_LAND and at > first:
        return at + 1
    if known or item.date >= 0:
        return 0
    end = at
    while end < len(scene.items) and (
        scene.items[end].upper and scene.items[end].date < 0 and scene.items[end].ref is None
    ):
        end += 1
    return 0 if scene.word(at) in words["travel.no_place"] else (end if end > at else 0)
