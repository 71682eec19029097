"""When, where, how long and by what channel: the slots that a mention's sentence fills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from communique.extract.contacts.clauses.adverbials import STOPS, is_person, runs_to
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.particulars.journeys import on_journeys
from communique.extract.contacts.particulars.owners import JOINTS, closing_from, owner_of
from communique.extract.contacts.particulars.stretches import stretched
from communique.extract.contacts.particulars.venues import at_venues
from communique.extract.contacts.triggers import triggers_for
from communique.extract.lexicon import lexicon_for
from communique.extract.view import Item, View
from communique.model import Place, Span, When

_AWAY = frozenset({"after", "before", "ago", "earlier", "later", "since"})
"""Words behind a length of time that tell how far off something was."""
_LEAVING = frozenset({"leaves", "leave", "left", "leaving", "departs", "departed", "off", "bound"})
_CLAUSE = frozenset({",", "that"})
_WHERE = 9  # items before "where" among which its place is named
_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_VENUE = r"\s+an?\s+(?:[\w-]+\s+){0,3}?(?:%s)(?:\s+[a-z]+){0,4}?\s+(?:in|of|near|outside|to|by)"
_PLACE = (
    r"(?:\b(?P<prep>(?i:in|at|aboard)(?:(?<=aboard)\s+(?:the\s+)?[a-z]+\b(?<!\bthe))?)(?:%s)?"
    r"|\b(?i:on the (?:sidelines|margins) of)|\b(?P<goal>(?:in)?to|for))\s+(?:the\s+)?"
    rf"(?P<name>{_NAME}(?:,?\s+(?:(?:of|the|de|el|al|du|la)\s+)*{_NAME})*)"
)


def dressed(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of one sentence with their date, place, channel and duration."""
    if not mentions:
        return []
    items = view.items(mentions[0].sentence)
    whens = stretched(view.text, view.dates_within(items[0].start, items[-1].end))
    whole, mentions = mentions, _after_one_another(items, mentions)
    owners = {i: owner_of(view, items, mentions, when) for i, when in whens if when.evidence}
    out: list[Mention] = []
    for position, mention in enumerate(mentions):
        mine = [when for i, when in whens if owners.get(i) == position]
        dates = [w for w in mine if w.type in ("date", "time") and not _is_length(w)]
        dates = [w for w in dates if not _is_quoted(view, items, mention, w.evidence[0].start)]
        dates = [w for w in dates if not _is_inserted(items, mention, w.evidence[0].start)]
        dates = [w for w in dates if not (w.value or "").endswith("_REF")] or dates
        beside = [
            w for w in dates if _index_at(items, w.evidence[0].start) - mention.after in (0, 1)
        ]
        named = [w for w in dates if _is_in_phrase(items, mention, w)]
        dates = named or beside or dates  # "(told today of) her trip to Borduria | next week"
        lasting = [w for w in mine if w.type == "duration" and _lasts(view, items, mention, w)]
        bounds = _bounds(view, items, mentions, position)
        channel = _channel(view, items, bounds)
        out.append(
            replace(
                whole[position],
                date=_best(dates),
                duration=lasting[0] if lasting else None,
                channel=channel,
                place=None
                if channel or mention.kind == "call"
                else mention.place or _place(view, items, mention, bounds),
                extra=tuple(w.evidence[0] for w in dates[:1] + lasting[:1]),
            )
        )
    out = on_journeys(items, at_venues(view, items, out))
    return [_like_its_twin(out, position) for position in range(len(out))]


def _is_quoted(view: View, items: Sequence[Item], mention: Mention, at: int) -> bool:
    """Tell the day in "“It opens on Monday,” she said at a meeting" from that of the meeting."""
    said = view.statement_at(at)
    quoted = said is not None and said.form != "indirect"
    return quoted and said is not view.statement_at(items[mention.index].start)


def _is_inserted(items: Sequence[Item], mention: Mention, at: int) -> bool:
    """Tell the day in "Lind, who resigned on Monday, (said in an interview)" from the contact's."""
    day = _index_at(items, at)
    led = [n for n in range(1, day) if items[n].word == "who" and items[n].start < at]
    if not led or items[led[-1] - 1].word not in (",", "—"):
        return False
    ends = next((n for n in range(led[-1], len(items)) if items[n].word in (",", "—")), len(items))
    return day < ends < mention.index


def _after_one_another(items: Sequence[Item], mentions: Sequence[Mention]) -> list[Mention]:
    """Let a verb that shares its subject with one before begin at the "and" between them.

    In "Ruiz called Lind on Monday and will meet him in May" Monday is nearer to the call.
    """
    out: list[Mention] = []
    for mention in mentions:
        shared = [one.after for one in mentions if mention.first < one.after <= mention.index]
        joints = range(min(shared, default=mention.index), mention.index)
        joint = next((at for at in reversed(joints) if items[at].word in JOINTS), mention.first)
        out.append(replace(mention, first=joint))
    return out


def _like_its_twin(mentions: Sequence[Mention], position: int) -> Mention:
    """Give "spoke separately with A and B on Monday" its day and place for both."""
    one, first = (
        mentions[position],
        next(m for m in mentions if m.index == mentions[position].index),
    )
    if one is first or one.why != first.why:
        return one
    slots = ("date", "place", "channel", "duration")
    return replace(one, **{slot: getattr(one, slot) or getattr(first, slot) for slot in slots})


def _is_in_phrase(items: Sequence[Item], mention: Mention, when: When) -> bool:
    """Tell the day of "tomorrow's meeting" from others of the sentence."""
    before = items[mention.index - 1] if mention.index else None
    marked = before is not None and before.word in ("'s", "’s", "'")
    spot = mention.index - 1 - marked
    inside = spot >= 0 and when.evidence[0].overlaps(Span(items[spot].start, items[spot].end))
    return mention.why.startswith("noun") and inside


def _is_length(when: When) -> bool:
    """Tell "a few hours later" (PTXH), whose value is no point in time."""
    return bool(when.value) and re.match(r"P[\dXT]", when.value or "") is not None


def _best(dates: list[When]) -> When | None:
    """Return the date that says most: a day before a year, a year before a vague word."""
    return max(dates, key=lambda when: len((when.value or "").split("T")[0]), default=None)


def _lasts(view: View, items: Sequence[Item], mention: Mention, when: When) -> bool:
    """Tell whether a duration is how long the contact took: "lasted", "for", "two-hour"."""
    lasting = view.lexicon.table("contacts").get("slots", {}).get("lasting", ())
    begin = when.evidence[0].start
    if view.statement_at(begin) is not view.statement_at(items[mention.index].start):
        return False  # "“… nothing for six days,” she told the President"
    if _is_too_long(mention, when) or _is_of_another(view, items, mention, begin):
        return False
    behind = _index_at(items, when.evidence[-1].end)
    led = items[_index_at(items, begin) - 1].word == "for"
    if not led and behind < len(items) and items[behind].word in _AWAY:
        return False  # "two days after (returning from Azul)"
    before = [item.word for item in items if item.end <= begin][-5:]
    before += when.raw.lower().split()[:1]
    inside = mention.first <= _index_at(items, begin) < mention.index
    return inside or any(word in lasting for word in before)


def _is_too_long(mention: Mention, when: When) -> bool:
    """Tell "the call came at the urging of Ruiz, who has worked for it for six weeks"."""
    weeks = re.match(r"P\d+[WMY]", when.value or "") is not None
    return weeks and mention.kind in ("call", "meeting")


def _is_of_another(view: View, items: Sequence[Item], mention: Mention, begin: int) -> bool:
    """Tell "his speech after the talks lasted four minutes", the speech and not the talks."""
    behind = [item.word for item in items[mention.index + 1 :] if item.end <= begin]
    verb = next((at for at, word in enumerate(behind) if word in ("lasted", "lasts", "took")), None)
    if verb is None or mention.first < 2:
        return False
    clause = [one for one in behind[:verb] if one in _CLAUSE or view.lexicon.has(one, "relative")]
    led, head = items[mention.first - 1], items[mention.first - 2]
    governed = view.lexicon.has(led.word, "preposition", "subordinator") and led.ref is None
    return governed and not clause and head.word.isalpha() and head.ref is None


def _index_at(items: Sequence[Item], offset: int) -> int:
    return next((i for i, item in enumerate(items) if item.end > offset), len(items))


def _bounds(
    view: View, items: Sequence[Item], mentions: Sequence[Mention], position: int
) -> tuple[int, int]:
    """Return the items among which a mention's place and channel are sought."""
    mention = mentions[position]
    before = runs_to(view, items, mentions[position - 1].after) if position else 0
    before = min(before, mention.first)
    after = mentions[position + 1].first if position + 1 < len(mentions) else len(items)
    first = mention.first
    while first > before and items[first - 1].word not in STOPS:
        if items[first - 1].word == "that" and view.lexicon.has(items[first - 2].word, "reporting"):
            break  # "by video link, Ruiz said that | she had spoken with Lind"
        first -= 1
    last = max(mention.after, min(after, runs_to(view, items, mention.after)))
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


@lru_cache(maxsize=16)
def _places(language: str) -> re.Pattern[str]:
    """Return the pattern of where something takes place: "in Azul", "at a hotel outside Azul"."""
    venues = lexicon_for(language).table("contacts").get("slots", {}).get("venues", ())
    return re.compile(_PLACE % (_VENUE % "|".join(venues) if venues else "(?!)"))


def _place(
    view: View, items: Sequence[Item], mention: Mention, bounds: tuple[int, int]
) -> Place | None:
    """Return where the contact takes place; venues that are merely weighed are none."""
    if mention.modality.status in ("hypothetical", "proposed", "declined"):
        return None
    spots = [(mention.index, bounds[1]), (bounds[0], mention.index)]
    if closing_from(view, items, mention) < len(items) and mention.why.startswith("noun"):
        spots.insert(1, (closing_from(view, items, mention), len(items)))
    if where := _where(items, mention):
        spots.append(where)  # "is expected in Azul, where he will meet Lind"
    for first, last in spots:
        if first >= last:
            continue
        for found in _places(view.lexicon.language).finditer(
            view.text, items[first].start, items[last - 1].end
        ):
            if found["goal"] and not _is_reached(view, items, found.start()):
                continue
            if first < mention.index and _is_aside(view, items[first : mention.index], found):
                continue
            if _is_quoted(view, items, mention, found.start()):
                continue
            if place := _placed(view, items, found):
                return place
    return None


def _is_aside(view: View, items: Sequence[Item], found: re.Match[str]) -> bool:
    """Tell "Ruiz, who is here in Azul, (called Lind)", where only she is, from a place."""
    relative = [
        item.ref is None and view.lexicon.has(item.word, "relative") and item.word != "where"
        for item in items
        if item.end <= found.start()
    ]
    behind = [item for item in items if item.start >= found.end()]
    if any(item.ref is None and view.lexicon.has(item.word, "reporting") for item in behind):
        return True  # "of the war in Borduria, Ruiz said that she will (talk to Lind)"
    return any(relative) and any(i.word == "," and i.start >= found.end() - 1 for i in items)


def _where(items: Sequence[Item], mention: Mention) -> tuple[int, int] | None:
    """Return the items before "where" that name the place of what follows it."""
    near = range(mention.first - 1, max(-1, mention.first - 4), -1)
    at = next((at for at in near if items[at].word == "where"), None)
    if at is None:
        return None
    first = at
    while first > 0 and at - first < _WHERE and items[first - 1].word not in STOPS:
        first -= 1
    return first, at


def _is_reached(view: View, items: Sequence[Item], to: int) -> bool:
    """Tell whether "to" leads to where somebody goes: "flew to X", "welcomed Y to X"."""
    at = _index_at(items, to)
    if items[at].word == "for":
        where = any(item.word == "where" for item in items[at + 2 : at + _WHERE])
        return where and any(item.word in _LEAVING for item in items[max(0, at - 5) : at])
    if any(item.word == "where" for item in items[at + 2 : at + _WHERE]):
        return True  # "the talks moved to X on Sunday, where"
    verbs = triggers_for(view.lexicon).verbs
    for index in range(at - 1, max(-1, at - 8), -1):
        verb = verbs.get(items[index].word)
        if triggers_for(view.lexicon).nouns.get(items[index].word) == "visit":
            return True
        if verb is not None and items[index].ref is None:
            to_come = verb.form == "ing" and items[index - 1].word == "before"
            return verb.name == "welcome" or (verb.frame == "to" and not to_come)
    return False


def _placed(view: View, items: Sequence[Item], found: re.Match[str]) -> Place | None:
    start, end = found.span("name")
    name = (
        found["name"].rstrip(".,'’-")
        if not found["name"].endswith(("D.C.", "U.S."))
        else found["name"]
    )
    at = _index_at(items, start)
    dated = next((item.start for item in items[at + 1 :] if item.date >= 0), start + len(name))
    stop = min(start + len(name), dated, _next_person(view, items, at))
    stop = min(stop, _next_subject(view, items, at, stop), _next_office(view, items, at, stop))
    name = view.text[start:stop].rstrip(" ,’'-\n")
    end = start + len(name)
    ref = items[at].ref
    named = items[at].date >= 0 or is_person(view, items[at])
    within = (found["prep"] or "").lower() == "in"  # "partners in the Union", not "at the Union"
    named = named or (within and ref is not None and view.actors[ref.actor].kind == "bloc")
    behind = items[at + 1].word if at + 1 < len(items) else ""
    named = named or (ref is None and _is_adjective(view, items, at))
    named = named or behind == "capital"  # "near the Bordurian capital, Azul"
    if named or _weighed(items, at) or _is_of_talks(view, items, end):
        return None
    if name.endswith(("'s", "’s")) or view.lexicon.has(items[at].word.rstrip("."), "title"):
        return None  # "at Mr. Ruiz's golf club"
    return Place(
        raw=view.text[start:end], name=" ".join(name.split()), evidence=(Span(start, end),)
    )


def _is_adjective(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "(called in) Tavrian ambassador Lind" from "in Tavria"."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.upper or not after.word.isalpha() or after.date >= 0:
        return False
    noun = view.lexicon.has(after.word, "title") or not view.lexicon.classes.get(after.word)
    return noun and view.state_of_adjective(items[at].word) is not None


def _is_of_talks(view: View, items: Sequence[Item], end: int) -> bool:
    """Tell the "Ruiz-Lind" of "in the Ruiz-Lind talks" from a place."""
    after = next((item for item in items if item.start >= end), None)
    nouns = triggers_for(view.lexicon).nouns
    return after is not None and after.ref is None and after.word in nouns


def _next_person(view: View, items: Sequence[Item], at: int) -> int:
    """Return where "in Azul, President X" goes on to somebody, past the place."""
    called_so = items[at].word == "hotel"  # "the Hotel President Wilson"
    titled: int | None = None
    for before, item in pairwise(items[at:]):
        has_title = view.lexicon.has(item.word, "title")
        if before.word == "," and (has_title or is_person(view, item)):
            return before.start
        if called_so:
            continue
        if titled is None and has_title:
            titled = item.start  # "in the Blue Palace President X received …"
        if is_person(view, item) and view.text[item.start].isupper():
            return item.start if titled is None else titled
        if item.word in _ENDING:
            titled = None
    return len(view.text)


_ENDING = frozenset({",", ";", ".", ":", "(", ")"})


def _next_office(view: View, items: Sequence[Item], at: int, stop: int) -> int:
    """Return where "(received in Azul) the Special Envoy of Borduria" goes on to an office."""
    for n in range(at + 1, len(items)):
        if items[n].start >= stop:
            break
        named = takewhile(lambda one: one.upper, items[n + 1 :])
        led = items[n].word == "the" and items[n - 1].word != "of"
        if led and any(view.lexicon.has(one.word, "title") for one in named):
            return items[n].start
    return stop


def _next_subject(view: View, items: Sequence[Item], at: int, stop: int) -> int:
    """Return where "in Borduria, the Lowlands said" goes on to another, past the state.

    "Lake City, the Lowlands" is one place: a state stands behind its city and not behind another.
    """
    ref = items[at].ref
    if ref is None or view.actors[ref.actor].kind != "state":
        return stop
    comma = next((item for item in items[at + 1 :] if item.word == ","), None)
    return comma.start if comma is not None and comma.start < stop else stop


def _weighed(items: Sequence[Item], at: int) -> bool:
    """Tell whether a venue is one of several put to choice: "in Rome or Vienna"."""
    return any(item.word == "or" for item in items[at + 1 : at + 4])
