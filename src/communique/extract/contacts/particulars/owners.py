"""Which contact of a sentence a day belongs to, or a stretch of time."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.contacts.clauses.adverbials import STOPS, is_person, runs_to
from communique.extract.contacts.mention import Mention
from communique.extract.view import Item, View
from communique.model import When

JOINTS = frozenset({"and", "but", "then"})
"""Words at which a verb begins that shares its subject with one before."""
_SETTLED = frozenset({"agreed", "decided", "promised", "announced", "confirmed", "arranged"})
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_BESIDE = frozenset({"since", "until", "before", "after", "following", "despite", "amid"})
"""Words that lead to another event: "their first call since the raid in May"."""
_CIRCUMSTANCES = frozenset({"in", "at", "on"})
_LEADING = frozenset({"over", "on", "in", "at", "during", "the", "early", "late"})
"""Words before a day, of its own phrase."""
_BEFORE_YEARS = frozenset({"in", "during", "of", "since", "until", "by", "for", "from"})
_OF_THAT_DAY = ([",", "where"], ["where"], ["when"], [",", "when"])
"""What joins a clause to the day on which it was."""
_PLAIN = 8
"""Items at most between a contact and the day that ends its sentence."""


def owner_of(
    view: View, items: Sequence[Item], mentions: Sequence[Mention], when: When
) -> int | None:
    """Return which mention of the sentence a temporal expression belongs to."""
    at = next((i for i, item in enumerate(items) if item.end > when.evidence[0].start), None)
    if at is None or (at and items[at - 1].word == "since") or when.raw.lower().startswith("since"):
        return None  # "the first meeting since 2009"
    if _is_years(items, at, when):
        return None  # "discussed the 2030 budget"
    near = [
        (_distance(mention, at), position)
        for position, mention in enumerate(mentions)
        if not when.evidence[0].start <= items[mention.index].start < when.evidence[-1].end
        and not _barred(view, items, mention, at, when)
    ]
    return min(near)[1] if near else None


def _distance(mention: Mention, at: int) -> int:
    if 0 <= at - mention.after <= 1 and at > mention.index:
        return -1  # "flew to Borduria | on Sunday (to meet Lind)"
    if mention.first <= at < mention.after:
        return abs(at - mention.index) // 4
    return min(abs(at - mention.first), abs(at - mention.after + 1))


def _barred(view: View, items: Sequence[Item], mention: Mention, at: int, when: When) -> bool:
    """Tell whether a clause lies between a mention and a temporal expression."""
    if at < mention.index and _is_of_governor(items, mention, at):
        return True
    if any(_is_away(items, near) for near in range(at + 1, mention.index)):
        return True  # "came on Friday, two days after (meeting Lind)"
    if mention.first <= at < mention.after:
        return False
    if at < mention.first and items[mention.index].word == "and":
        return True  # "met X on Monday | and Y on Tuesday"
    if at < mention.first and items[mention.first].word in JOINTS:
        return True  # "called X on Monday | and will meet Y"
    if at < mention.first:
        ended = next((i for i in range(at, mention.first) if items[i].date < 0), mention.first)
        if ended < mention.first - 1 and items[ended].word == "'s":
            return True  # "today's announcement"
        if _describes(view, items, at, ended) or _is_of_telling(view, items, at, ended):
            return True
        between = items[at : mention.first]
        is_planned = mention.modality.status == "planned"
        joined = [item.word for item in items[ended : mention.first]]
        if joined in _OF_THAT_DAY and not (is_planned and "where" in joined):
            return False  # "flew to Azul on Friday, where he met Lind"
        promised = is_planned and _reports(view, items, at + 1, mention.first)
        return any(item.word in STOPS for item in between) or (
            _opens(view, items, at + 1, mention.first) if at else promised
        )
    if items[at - 1].word == "dated" and mention.kind == "letter":
        return False
    if when.type == "duration":
        return any(item.word in STOPS for item in items[mention.after : at])
    if runs_to(view, items, mention.after) >= at or _closes(view, items, mention, at):
        return False
    return not _ends_plainly(view, items, mention, at, when)


def _is_away(items: Sequence[Item], at: int) -> bool:
    """Tell "two days | after", which leads to another time."""
    led = items[at].word in ("after", "before") and items[at].date < 0
    return led and items[at - 1].date >= 0  # not within "two days before the talks"


def _ends_plainly(view: View, items: Sequence[Item], mention: Mention, at: int, when: When) -> bool:
    """Tell the day that ends "spoke with Lind and some of his mayors | over the weekend", before
    which no other verb stands, nor what they spoke about."""
    led = at
    while led > mention.after and items[led - 1].word in _LEADING:
        led -= 1
    between = items[mention.after : led]
    behind = next((item for item in items if item.start >= when.evidence[-1].end), None)
    if len(between) > _PLAIN or (behind is not None and not _is_mark(view, behind)):
        return False
    return not any(
        one.word in STOPS
        or one.word == ","
        or one.word in _ABOUT
        or one.word in _BESIDE
        or (one.ref is None and not one.upper and one.word.endswith(("ed", "ing")))
        or view.lexicon.has(
            one.word,
            *("be", "have", "future", "modal", "relative", "reporting", "subordinator", "to"),
        )
        for one in between
    )


def _is_mark(view: View, item: Item) -> bool:
    """Tell what may stand behind a day that is nobody's: a mark, or a word such as "to", "in"."""
    return item.word == "," or item.word in STOPS or bool(view.lexicon.classes.get(item.word))


def _is_years(items: Sequence[Item], at: int, when: When) -> bool:
    """Tell "the 2030 budget", which is no day of anything, from "in 2030"."""
    after = items[at + 1] if at + 1 < len(items) else None
    led = at > 0 and items[at - 1].word in _BEFORE_YEARS
    return (
        when.raw.isdigit()
        and len(when.raw) == 4
        and not led
        and after is not None
        and after.word.isalpha()
    )


def _closes(view: View, items: Sequence[Item], mention: Mention, at: int) -> bool:
    """Tell the place and day that close "held talks on fishing quotas | in Azul on Monday"."""
    return (
        mention.why.startswith("noun") and at >= closing_from(view, items, mention) > mention.after
    )


def closing_from(view: View, items: Sequence[Item], mention: Mention) -> int:
    """Return where a sentence's closing places and days begin, behind what talks are about.

    It is the sentence's end where a clause, or somebody, stands between.
    """
    if mention.after >= len(items) or items[mention.after].word not in _ABOUT:
        return len(items)
    end = len(items) - (items[-1].word in STOPS)
    begin = end
    while begin > mention.after and _is_circumstance(view, items, begin - 1):
        begin -= 1
    while begin < end and items[begin].word not in _CIRCUMSTANCES:
        begin += 1
    between = items[mention.after : begin]
    clause = any(
        one.word in STOPS
        or one.word == ","
        or is_person(view, one)
        or view.lexicon.has(one.word, "be", "have", "future", "modal", "relative", "reporting")
        for one in between
    )
    return len(items) if clause else begin


def _is_circumstance(view: View, items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.date >= 0 or item.word in _CIRCUMSTANCES or item.word in ("early", "late"):
        return True
    state = item.ref is not None and view.actors[item.ref.actor].kind == "state"
    return state or (item.upper and item.ref is None and item.word.isalpha())


def _is_of_governor(items: Sequence[Item], mention: Mention, at: int) -> bool:
    """Tell "agreed on Sunday to meet", where the day is that of the agreement."""
    told = mention.modality
    unsettled = told.status in ("proposed", "invited", "declined", "hypothetical")
    settled = unsettled or told.cue in _SETTLED
    ended = next((n for n in range(at, mention.index) if items[n].date < 0), mention.index)
    return settled and items[ended].word == "to"


def _describes(view: View, items: Sequence[Item], at: int, ended: int) -> bool:
    """Tell "the 1 May deadline", which is no day of anything, from "on 1 May"."""
    led = at > 0 and view.lexicon.has(items[at - 1].word, "determiner", "possessive")
    after = items[ended] if ended < len(items) else None
    if not led or after is None or after.ref or after.upper or not after.word.isalpha():
        return False
    return not view.lexicon.classes.get(after.word)


def _is_of_telling(view: View, items: Sequence[Item], at: int, ended: int) -> bool:
    """Tell "as she said on Sunday, (they met)", whose day is that of the telling."""
    before = at - 1 if at and items[at - 1].word in _LEADING else at
    told = before > 0 and _tells(view, items[before - 1].word)
    return told and ended < len(items) and items[ended].word == ","


def _opens(view: View, items: Sequence[Item], first: int, last: int) -> bool:
    """Tell whether a subordinate clause begins between two items."""
    return _reports(view, items, first, last) or any(
        items[i].ref is None
        and view.lexicon.has(items[i].word, "relative", "reporting", "subordinator")
        for i in range(first, last)
    )


def _reports(view: View, items: Sequence[Item], first: int, last: int) -> bool:
    """Tell "announced that (she will travel)", whose day is that of the announcement."""
    return any(
        items[i].word == "that"
        and items[i - 1].ref is None
        and (items[i - 1].word.endswith("ed") or _tells(view, items[i - 1].word))
        for i in range(max(1, first), last)
    )


def _tells(view: View, word: str) -> bool:
    """Tell "(I am pleased to) announce", of which the lexicon has "announced"."""
    past = f"{word}d" if word.endswith("e") else f"{word}ed"
    return view.lexicon.has(word, "reporting") or view.lexicon.has(past, "reporting")
