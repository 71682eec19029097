"""Whether a stand in a story is told right, whichever way it was found.

Stories tell much in the words of a stand: what somebody is expected to back, once backed, or goes
about doing. Such a stand is left out, and so is one on an issue whose name stops before its words
do ("a request to question | her"). A holder of whom a pronoun tells whose it is ("his campaign") is
told with the name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

from msgspec.structs import replace

from communique.extract.clauses import listed
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.view import View
from communique.model import Position

_BEFORE = 10  # items from a noun of fear or hope to what is feared or hoped
_LEAD = 5  # words of "are now widely expected to"
_SHARE = 4  # items of "a strong and growing majority of"
_DONE = 2  # words of "bringing back"
_JOINED = 6  # items of a phrase with "of"
_OWN = re.compile(r" and (?:his|her|their|its) ")
_FOR = re.compile(r" for (?=\w+ing\b)")
_OTHERS = ("he", "she")
_OBJECTS = ("her", "him", "us", "me")
_CALLED = ("calling", "considers", "named", "verb:make")


def told_right(
    view: View, cues: Cues, labels: Container[str], items: Items, position: Position
) -> Position | None:
    """Return ``position`` with holder and issue told whole, or ``None`` where no side is told.

    ``labels`` are the issues that the scheme knows; their names, and those of actors, are whole.
    """
    if _is_deed(cues, position) or _is_thought_by_others(view, cues, items, position):
        return None
    if _is_told_of_another(view, items, position):
        return None
    named = position.issue in labels or position.issue[:1].isupper()
    whole = position if named else _named(view, cues, items, position)
    if (
        whole is not None
        and whole.polarity == "conditional"
        and whole.why in cues.lists["story.mild"]
    ):
        whole = replace(whole, polarity="for")  # "would prefer the toll to fall"
    whole = _whose(view, cues, items, whole) if whole is not None else None
    return _by_whom(view, whole) if whole is not None else None


def _by_whom(view: View, position: Position) -> Position:
    """Return ``position`` without a teller where the story tells it: "Lind, a backer of X"."""
    first, last = position.evidence[0].start, position.evidence[-1].end
    aside = (position.why or "").startswith("role") and "," in view.text[first:last]
    own = position.reported_by is not None and position.reported_by == position.actor
    return replace(position, reported_by=None) if aside or own else position


def _is_deed(cues: Cues, position: Position) -> bool:
    """Tell whether something is done, felt or aimed at, and no side taken."""
    words = position.stance.lower().split()
    lists = cues.lists
    if position.why in lists["story.deeds"] or position.issue in lists["story.vague"]:
        return True
    if _is_no_name(cues, position.issue.split()):
        return True
    if (position.why or "").endswith("support") and not lists["story.lessening"].isdisjoint(words):
        return True
    if position.why in lists["story.aimed"]:
        return position.polarity == "for"
    if position.why in cues.lists["story.told_that"]:
        return "that" in words[1:3]
    if position.why == "verb:suggest":
        return not any(word.endswith("ing") for word in words[1:3])
    if position.why == "verb:want":
        return words[0] == "wanting" or words[:2] == ["not", "wanting"]
    if position.why == "spoken:be":
        return cues.lists["story.sides"].isdisjoint(words)
    return position.why == "verb:defend" and position.issue.startswith("decision")


def _is_no_name(cues: Cues, issue: list[str]) -> bool:
    """Tell whether a name is left open or stops too soon: "whoever wins", "bringing back"."""
    done = len(issue) > _DONE and issue[0].endswith("ing")
    if issue[0] in cues.lists["story.open_names"]:
        return True
    if issue[-1] in cues.lists["story.left_open"]:
        return True
    if issue[-1] in cues.lists["story.cut_names"] and not done:
        return True
    if issue[0] == "what":
        return not cues.lists["story.thought_so"].isdisjoint(issue)
    return issue[1:2] == ["both"] and "and" not in issue


def _is_thought_by_others(view: View, cues: Cues, items: Items, position: Position) -> bool:
    """Tell whether the stand is expected, feared, or one of former days."""
    words = position.stance.lower().split()[:_LEAD]
    if any(
        word in cues.lists["story.expected"] and words[at + 1 : at + 2] == ["to"]
        for at, word in enumerate(words)
    ):
        return True
    first = _first(items, position)
    before = [item.word for item in items[max(0, first - _BEFORE) : first + 1]]
    if before[-3:-1] == ["the", "past"] or before[-4:-2] == ["the", "past"]:
        return True
    that = next((n for n in (-1, -2) if before[n:][:1] == ["that"]), None)
    return that is not None and not cues.lists["story.thoughts"].isdisjoint(before[:that])


def _is_told_of_another(view: View, items: Items, position: Position) -> bool:
    """Tell whether a speaker charges another with a wish: ""She wants to scare us", he said"."""
    first = items[min(_first(items, position), len(items) - 1)].word
    if not (position.why or "").startswith(("spoken:", "verb:want")) or first not in _OTHERS:
        return False
    statement = view.statement_at(position.evidence[0].start)
    return statement is not None and statement.form != "indirect"


def _first(items: Items, position: Position) -> int:
    return bisect_left(items, position.evidence[0].start, key=lambda item: item.start)


def _named(view: View, cues: Cues, items: Items, position: Position) -> Position | None:
    """Return ``position`` with its issue to its end, ``None`` where it stays cut."""
    position = replace(position, issue=_OWN.split(position.issue)[0])
    if (name := _blamed(view, items, position)) is not None:
        return replace(position, issue=name)
    at = _end_of_name(items, position)
    if at is None or at >= len(items) or view.text[items[at - 1].end : items[at].start].strip():
        return position
    if items[at].word == "of" or (
        items[at].word == "for" and items[at - 1].word in cues.lists["story.with_to"]
    ):
        return _completed(view, items, position, at)
    return None if _goes_on(view, cues, items, position, at) else position


def _blamed(view: View, items: Items, position: Position) -> str | None:
    """Return who is named where only the deed is told with it: "mill chief Bo Lind | for lying"."""
    who = _FOR.split(position.issue)[0]
    at = _end_of_name(items, replace(position, issue=who)) if who != position.issue else None
    ref = items[at - 1].ref if at is not None else None
    if ref is None or ref.form != "mention" or view.actors[ref.actor].kind != "person":
        return None
    return view.actors[ref.actor].name


def _goes_on(view: View, cues: Cues, items: Items, position: Position, at: int) -> bool:
    """Tell whether the words of a name go on at ``items[at]``."""
    word, lists = items[at].word, cues.lists
    if view.lexicon.has(word, "genitive") or word in lists["story.going_on"]:
        return True
    if (position.why or "").startswith(_CALLED):
        return False
    if view.lexicon.has(word, "possessive", "article") or word in _OBJECTS:
        return items[at - 1].date < 0
    if word != "to":
        return False
    printed = position.issue.split()[0] in position.stance.lower().replace("-", " ").split()
    asked = printed and position.why in lists["story.asking"]
    return asked or items[at - 1].word in lists["story.with_to"]


def _completed(view: View, items: Items, position: Position, at: int) -> Position | None:
    """Return ``position`` with what "of" or "for" at ``items[at]`` joins to its issue."""
    first = end = at + 1
    while end < len(items) and end - first < _JOINED and _is_of_name(view, items, first, end):
        end += 1
    if first < len(items) and items[first].word in ("at", "more", "up", "about", "over"):
        return position  # "a tax | of at least a tenth"
    words = [i.word for i in items[first:end] if not view.lexicon.has(i.word, "article")]
    if not words:
        return position if items[at].word == "for" else None
    return replace(position, issue=" ".join((position.issue, items[at].word, *words)))


def _is_of_name(view: View, items: Items, first: int, at: int) -> bool:
    item = items[at]
    if at > first and view.text[items[at - 1].end : item.start].strip():
        return False
    if item.ref is not None:
        return item.ref.form == "mention"
    return item.word[:1].isalnum() and not view.lexicon.has(
        item.word, "preposition", "conjunction", "pronoun", "possessive", "be", "have", "do",
        "modal", "to", "future", "not", "adverb", "subordinator", "relative", "reporting",
    )  # fmt: skip


def _end_of_name(items: Items, position: Position) -> int | None:
    """Return the item behind the last word of the issue's name, where its words are printed."""
    named = position.issue.replace("'s", " ").replace("'", "").replace("-", " ").split()
    for at in range(_first(items, position), len(items)):
        words = items[at].word.removesuffix("'s").replace("-", " ").split()
        near = " ".join(item.word for item in items[max(0, at - 3) : at])
        before = (*near.replace("-", " ").split(), *words[:-1])
        if words[-1:] == named[-1:] and (len(named) == 1 or named[-2] in before):
            return at + 1
    return None


def _whose(view: View, cues: Cues, items: Items, position: Position) -> Position | None:
    """Return ``position`` with names for what its holder leaves open, or ``None``."""
    actor = view.actors.get(position.actor or "")
    raw = _of_somebody(view, items, position) or position.actor_raw
    raw = raw or (actor.name if actor is not None else "")
    opening, _, rest = raw.partition(" ")
    opening, first = opening.lower(), _first(items, position)
    if opening in cues.lists["story.nobodys"] or _is_theirs(view, position):
        return None
    if not rest:
        return position
    if opening in cues.lists["story.strays"]:
        raw = rest
    elif view.lexicon.has(opening, "possessive"):
        owner = _owner(view, items, first, opening)
        raw = f"{owner}'s {rest}" if owner else ""
    elif opening in cues.lists["story.shares"]:
        raw = _counted(view, items, first, raw)
    elif raw == (position.actor_raw or (actor.name if actor is not None else "")):
        return position
    return replace(position, actor=None, actor_raw=raw) if raw else None


def _is_theirs(view: View, position: Position) -> bool:
    """Tell whether one person was taken for those of whom "their support" is told."""
    actor = view.actors.get(position.actor or "")
    way, _, cue = (position.why or "").partition(":")
    if actor is None or actor.kind != "person" or way not in ("noun", "possessed"):
        return False
    told = view.text[position.evidence[0].start : position.evidence[-1].end].lower()
    return f"their {cue.split()[0]}" in told and " and " not in told


def _of_somebody(view: View, items: Items, position: Position) -> str | None:
    """Return those who belong to somebody, with the name: "Ruiz's | advisers", "his | aides"."""
    first = _first(items, position)
    own = items[first - 1] if first and position.actor is None else None
    if own is not None and own.ref is not None and view.lexicon.has(own.word, "possessive"):
        return f"{view.actors[own.ref.actor].name}'s {position.actor_raw}"
    ref = items[first].ref if first + 2 < len(items) else None
    if ref is None or ref.form != "mention" or ref.actor != position.actor:
        return None
    if (position.why or "").startswith(("possessed", "noun")):
        return None
    if not view.lexicon.has(items[first + 1].word, "genitive"):
        return None
    theirs = items[first + 2].word in listed(view, "belonging")
    return view.text[items[first].start : items[first + 2].end] if theirs else None


def _counted(view: View, items: Items, first: int, raw: str) -> str:
    """Return how many there are of ``raw``, from the article: "a strong | majority of weavers"."""
    head = raw.split()[0].lower()
    start = next((n for n in range(first, len(items)) if items[n].word.startswith(head)), 0)
    near = range(start, max(-1, start - _SHARE), -1)
    at = next((n for n in near if view.lexicon.has(items[n].word, "article")), None)
    return (
        ""
        if at is None
        else " ".join(f"{view.text[items[at].start : items[start].start]}{raw}".split())
    )


def _owner(view: View, items: Items, first: int, word: str) -> str | None:
    at = next((n for n in range(first, len(items)) if items[n].word.split()[:1] == [word]), None)
    ref = items[at].ref if at is not None else None
    name = view.actors[ref.actor].name if ref is not None and ref.actor in view.actors else ""
    return name if name and name.split()[0].lower() != word else None
