"""When, where, how long and by what channel: the slots that a mention's sentence fills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from communique.extract.contacts.mention import Mention
from communique.extract.lexicon import lexicon_for
from communique.extract.view import Item, View
from communique.model import Place, Span, When

_STOPS = frozenset(";:.!?—…()")
_PLACES = frozenset({"in", "at", "aboard", "by", "via", "over", "sidelines", "margins", "through"})
_TIMES = frozenset({"on", "in", "at", "during", "late", "early", "of", "for", "since", "until"})
_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_PLACE = re.compile(
    rf"(?:\b(?P<prep>in|at|aboard)|\bon the (?:sidelines|margins) of)\s+(?:the\s+)?"
    rf"(?P<name>{_NAME}(?:,?\s+(?:(?:of|the|de|el|al|du|la)\s+)*{_NAME})*)"
)


def dressed(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of one sentence with their date, place, channel and duration."""
    if not mentions:
        return []
    items = view.items(mentions[0].sentence)
    whens = view.dates_within(items[0].start, items[-1].end)
    owners = {i: _owner(view, items, mentions, when) for i, when in whens if when.evidence}
    out: list[Mention] = []
    for position, mention in enumerate(mentions):
        mine = [when for i, when in whens if owners.get(i) == position]
        dates = [w for w in mine if w.type in ("date", "time")]
        lasting = [w for w in mine if w.type == "duration" and _lasts(view, items, mention, w)]
        bounds = _bounds(view, items, mentions, position)
        channel = _channel(view, items, bounds)
        out.append(
            replace(
                mention,
                date=_best(dates),
                duration=lasting[0] if lasting else None,
                channel=channel,
                place=None
                if channel or mention.kind == "call"
                else _place(view, items, mention, bounds),
                extra=tuple(w.evidence[0] for w in dates[:1] + lasting[:1]),
            )
        )
    return out


def _best(dates: list[When]) -> When | None:
    """Return the date that says most: a day before a year, a year before a vague word."""
    return max(dates, key=lambda when: len((when.value or "").split("T")[0]), default=None)


def _owner(
    view: View, items: Sequence[Item], mentions: Sequence[Mention], when: When
) -> int | None:
    """Return which mention of the sentence a temporal expression belongs to."""
    at = next((i for i, item in enumerate(items) if item.end > when.evidence[0].start), None)
    if at is None:
        return None
    near = [
        (_distance(mention, at), position)
        for position, mention in enumerate(mentions)
        if not _barred(view, items, mention, at, when)
    ]
    return min(near)[1] if near else None


def _distance(mention: Mention, at: int) -> int:
    if mention.first <= at < mention.after:
        return abs(at - mention.index) // 4
    return min(abs(at - mention.first), abs(at - mention.after + 1))


def _barred(view: View, items: Sequence[Item], mention: Mention, at: int, when: When) -> bool:
    """Tell whether a clause lies between a mention and a temporal expression."""
    if mention.first <= at < mention.after:
        return False
    if at < mention.first:
        between = items[at : mention.first]
        return any(item.word in _STOPS for item in between) or (
            at > 0 and _opens(view, items, at + 1, mention.first)
        )
    if when.type == "duration":
        return any(item.word in _STOPS for item in items[mention.after : at])
    return _runs_to(view, items, mention.after) < at


def _runs_to(view: View, items: Sequence[Item], at: int) -> int:
    """Return how far adverbials of time, place and channel run on from ``at``."""
    passive = view.lexicon.table("contacts").get("links", {}).get("passive", ())
    while at < len(items) and (
        items[at].word in passive
        or view.lexicon.has(items[at].word, "be", "have", "future", "modal")
    ):
        at += 1
    within = False  # a phrase of place or channel, in which any noun may stand
    while at < len(items) and _runs_on(view, items, at, within):
        within = within or items[at].word in _PLACES
        at += 1
    return at


def _runs_on(view: View, items: Sequence[Item], at: int, within: bool) -> bool:
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    if item.word == "in" and after is not None and after.date < 0 and not after.upper:
        return view.lexicon.has(after.word, "determiner") or after.word == "person"
    if item.ref is not None:
        return not _is_person(view, item)
    word, lexicon = item.word, view.lexicon
    if item.date >= 0 or word in _PLACES or word in _TIMES or word in (",", "(", ")"):
        return True
    if word in _STOPS or lexicon.has(
        word, "conjunction", "relative", "reporting", "to", "preposition"
    ):
        return False
    return (within and word != "that") or (
        lexicon.has(word, "adverb", "determiner") and word != "that"
    )


def _opens(view: View, items: Sequence[Item], first: int, last: int) -> bool:
    """Tell whether a subordinate clause begins between two items."""
    return any(
        items[i].ref is None and view.lexicon.has(items[i].word, "relative", "reporting")
        for i in range(first, last)
    )


def _lasts(view: View, items: Sequence[Item], mention: Mention, when: When) -> bool:
    """Tell whether a duration is how long the contact took: "lasted", "for", "two-hour"."""
    lasting = view.lexicon.table("contacts").get("slots", {}).get("lasting", ())
    begin = when.evidence[0].start
    before = [item.word for item in items if item.end <= begin][-5:]
    inside = mention.first <= _index_at(items, begin) < mention.index
    return inside or any(word in lasting for word in before)


def _index_at(items: Sequence[Item], offset: int) -> int:
    return next((i for i, item in enumerate(items) if item.end > offset), len(items))


def _bounds(
    view: View, items: Sequence[Item], mentions: Sequence[Mention], position: int
) -> tuple[int, int]:
    """Return the items among which a mention's place and channel are sought."""
    mention = mentions[position]
    before = mentions[position - 1].after if position else 0
    after = mentions[position + 1].first if position + 1 < len(mentions) else len(items)
    first = mention.first
    while first > before and items[first - 1].word not in _STOPS:
        first -= 1
    last = max(mention.after, min(after, _runs_to(view, items, mention.after)))
    return first, last


@lru_cache(maxsize=16)
def _channels(language: str) -> re.Pattern[str] | None:
    patterns = lexicon_for(language).table("contacts").get("slots", {}).get("channel", ())
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE) if patterns else None


def _channel(view: View, items: Sequence[Item], bounds: tuple[int, int]) -> str | None:
    pattern = _channels(view.lexicon.language)
    start, end = items[bounds[0]].start, items[bounds[1] - 1].end
    found = pattern.search(view.text, start, end) if pattern else None
    return " ".join(found.group().split()) if found else None


def _place(
    view: View, items: Sequence[Item], mention: Mention, bounds: tuple[int, int]
) -> Place | None:
    """Return where the contact takes place; venues that are merely weighed are none."""
    if mention.modality.status in ("hypothetical", "proposed", "declined"):
        return None
    spots = [(mention.index, bounds[1]), (bounds[0], mention.index)]
    for first, last in spots:
        if first >= last:
            continue
        for found in _PLACE.finditer(view.text, items[first].start, items[last - 1].end):
            if place := _placed(view, items, mention, found):
                return place
    return None


def _placed(
    view: View, items: Sequence[Item], mention: Mention, found: re.Match[str]
) -> Place | None:
    start, end = found.span("name")
    name = (
        found["name"].rstrip(".,'’-")
        if not found["name"].endswith(("D.C.", "U.S."))
        else found["name"]
    )
    end = start + len(name)
    at = _index_at(items, start)
    if items[at].date >= 0 or _is_person(view, items[at]) or _weighed(view, items, at):
        return None
    return Place(
        raw=view.text[start:end], name=" ".join(name.split()), evidence=(Span(start, end),)
    )


def _is_person(view: View, item: Item) -> bool:
    return item.ref is not None and view.actors[item.ref.actor].kind in ("person", "group")


def _weighed(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell whether a venue is one of several put to choice: "in Rome or Vienna"."""
    return any(item.word == "or" for item in items[at + 1 : at + 4])
