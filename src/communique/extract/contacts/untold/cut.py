"""Contacts of whose people the words name more than were read, or other than they were.

Somebody whom the reading knows nobody by, in a list ("met Ruiz and Vel'nae", "Governor Moss and
Lind spoke"), leaves the contact with one too few; a name that goes on in front of what was read of
it or behind ("the Lake | Board Secretary") with somebody else. Neither contact is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.contacts.untold.unread import is_unread
from communique.extract.view import Item, View
from communique.model import Participant

_CLASSES = (
    "asking",
    "pronoun",
    "determiner",
    "preposition",
    "conjunction",
    "be",
    "have",
    "do",
    "adverb",
)
_MARKED = re.compile(r"[*_]{1,3}\w")
_HEADLINE = 0.85  # share of words with a capital in a line that is no sentence
_OF_TWO = frozenset({"talks", "conversation", "call"})
_REACH = 10  # items behind a contact in which "with" may stand
_LISTING = frozenset({",", "of", "for", "to", "the", "and"})
_APART = frozenset({"visit", "letter", "gift", "interview", "briefing"})
"""Kinds whose last words are places and things."""


def is_cut(view: View, cluster: Cluster) -> bool:
    """Tell whether the words of a contact name somebody more than those who were read."""
    if is_unread(view, cluster):
        return True
    first = cluster.mentions[0]
    items = view.items(first.sentence)
    if _is_headline(items):
        return False
    alone = len(cluster.people) == 1
    if alone and (_is_with_stranger(view, items, first) or _is_with_nobody(view, items, first)):
        return True
    spots = _spots(items, first.participants)
    if not spots:
        return False
    begin, end = min(spots), max(spots)
    if _is_joined_by_another(items, spots, first.index) or _leads_list(view, items, spots):
        return True
    if any(_is_half(view, items, at) or _is_another(view, items, at) for at in spots):
        return True
    if _is_second(view, items, spots):
        return True
    return _goes_on(view, items, first, end) or _began_before(view, items, begin)


def _spots(items: Sequence[Item], people: Sequence[Participant]) -> list[int]:
    """Return at which items the people of a mention are named."""
    starts = [one.evidence[0].start for one in people if one.evidence]
    return [
        at
        for at, item in enumerate(items)
        if any(item.start <= start < item.end for start in starts)
    ]


def _is_headline(items: Sequence[Item]) -> bool:
    words = [item for item in items if item.word[:1].isalpha()]
    return sum(item.upper for item in words) > _HEADLINE * len(words)


def _is_name(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell a word with a capital that is no mention, no date and no word of grammar."""
    if not 0 <= at < len(items):
        return False
    item = items[at]
    plain = item.upper and item.ref is None and item.date < 0 and item.word[:1].isalpha()
    return plain and not view.lexicon.has(item.word, *_CLASSES)


def _is_half(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "the Lake | Board", "Board | Secretary" of a longer name."""
    ref = items[at].ref
    if ref is None or ref.form != "mention":
        return False
    person = view.actors[ref.actor].kind == "person"
    if _is_hyphenated(items, at) or _is_broken_off(view, items, at):
        return True
    if person and " " in items[at].word:
        return False
    behind = _is_name(view, items, at + 1) and items[at + 1].start - items[at].end <= 1
    ahead = at > 1 and _is_name(view, items, at - 1) and items[at].start - items[at - 1].end <= 1
    return behind or (ahead and view.actors[ref.actor].kind not in ("state", "person"))


def _is_hyphenated(items: Sequence[Item], at: int) -> bool:
    """Tell "Borduria" of "the Borduria-Kelmara Group" from the state."""
    dash = at + 1 < len(items) and items[at + 1].word in ("-", "–")
    return dash and at + 2 < len(items) and items[at + 2].upper


def _is_broken_off(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "Andr**é**s Lind", broken off by marks, and "Ferry Fraud (FF) | Task Force"."""
    if _MARKED.match(view.text, items[at].end):
        return True
    close = at + 3
    bracket = close < len(items) and (items[at + 1].word, items[close].word) == ("(", ")")
    return bracket and _is_name(view, items, close + 1)


def _is_with_stranger(view: View, items: Sequence[Item], mention: Mention) -> bool:
    """Tell "her conversation with Vel'nae", whom nobody knows, from "with leaders"."""
    at = mention.index + 1
    if mention.kind in _APART or at >= len(items):
        return False
    if items[at].word not in triggers_for(view.lexicon).words["with"]:
        return False
    end = at + 1
    near = {item.word for item in items[end : end + 4]}
    if not near.isdisjoint(triggers_for(view.lexicon).words["others_alike"]):
        return True  # "spoke with his counterpart", whoever that is
    while _is_name(view, items, end):
        end += 1
    if end == at + 1 or items[end - 1].word.endswith("s"):
        return False
    item = items[end] if end < len(items) else None
    plain = item is not None and item.word.isalpha() and item.date < 0
    return not plain or (item is not None and view.lexicon.has(item.word, *_CLASSES))


def _is_with_nobody(view: View, items: Sequence[Item], mention: Mention) -> bool:
    """Tell "Lind held talks in Azul", of which the other side is not even spoken of."""
    led = [one for one in mention.participants if one.role == "host"]
    if mention.kind not in _OF_TWO or led or mention.series or mention.unnamed:
        return False
    near = items[mention.index : mention.index + _REACH]
    return not any(item.word in triggers_for(view.lexicon).words["with"] for item in near)


def _goes_on(view: View, items: Sequence[Item], mention: Mention, at: int) -> bool:
    """Tell whether "and Vel'nae", "and daughter" follows the last who are named.

    People who were met one by one ("separately") are told of apart.
    """
    words = triggers_for(view.lexicon).words
    apart = any(item.word in words["separately"] for item in items)
    if mention.kind in _APART or apart or at <= mention.index or at + 2 >= len(items):
        return False
    joint = at + 1 + (items[at + 1].word == ",")
    if joint > at + 1 and _ends_list(view, items, at + 2):
        return True
    if items[joint].word != "and" or joint + 1 >= len(items):
        return False
    if items[joint + 1].word in words["relatives"]:
        return True
    if view.lexicon.has(items[joint + 1].word, "possessive") and (
        _is_name(view, items, joint + 2) or _are_counterparts(view, items, joint + 2)
    ):
        return True  # "met Lind and his War Cabinet", "Lind and their counterparts in Azul"
    office = view.lexicon.has(items[joint + 1].word, "title")
    office = office and not items[joint + 1].word.endswith("s")
    if office and joint + 2 < len(items) and items[joint + 2].word == "of":
        return True  # "the governor of Hald and mayor of Dorn"
    several = items[joint + 1].word.endswith("s") and view.lexicon.has(
        items[joint + 1].word, "title"
    )
    return (
        not several and _is_name(view, items, joint + 1) and not _has_verb(view, items, joint + 2)
    )


def _are_counterparts(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "counterparts in Azul", whom nobody names, from "counterpart Bo Lind"."""
    words = triggers_for(view.lexicon).words["others_alike"]
    if at + 1 >= len(items) or items[at].word not in words:
        return False
    return not (items[at + 1].ref or items[at + 1].upper or items[at + 1].word in (",", "from"))


def _ends_list(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "(reached out to Lind), Governor Moss to make clear", a list without "and"."""
    begin = at
    while at < len(items) and view.lexicon.has(items[at].word, "title"):
        at += 1
    ref = items[at].ref if at + 1 < len(items) else None
    if at == begin or ref is None:
        return False
    person = view.actors[ref.actor].kind == "person"
    return person and view.lexicon.has(items[at + 1].word, "to", "preposition")


def _is_joined_by_another(items: Sequence[Item], spots: Sequence[int], index: int) -> bool:
    """Tell "Ruiz and Commission President van Moss | hosted", where the second was not read."""
    subject = max((at for at in spots if at < index), default=None)
    if subject is None or subject + 2 >= index or items[subject + 1].word != "and":
        return False
    ref = items[subject + 2].ref
    return items[subject + 2].upper or (ref is not None and ref.form == "mention")


def _is_second(view: View, items: Sequence[Item], spots: Sequence[int]) -> bool:
    """Tell "Ruiz and Commission President van | Moss hosted", where only the second was read."""
    begin = min(spots)
    particles = triggers_for(view.lexicon).words["particles"]
    while begin > 0 and (
        view.lexicon.has(items[begin - 1].word, "title")
        or items[begin - 1].word in particles
        or items[begin - 1].word in ("of", "the")
        or _is_body(view, items[begin - 1])
    ):
        begin -= 1
    if begin < 2 or items[begin - 1].word != "and" or begin == min(spots):
        return False
    ref = items[begin - 2].ref
    person = ref is not None and view.actors[ref.actor].kind == "person"
    first = begin == 2 or not items[begin - 3].word.isalpha() or items[begin - 3].upper
    return person and first and ref is not None and ref.actor not in _actors(items, spots)


def _is_body(view: View, item: Item) -> bool:
    ref = item.ref
    return ref is not None and view.actors[ref.actor].kind in ("organisation", "state", "bloc")


def _leads_list(view: View, items: Sequence[Item], spots: Sequence[int]) -> bool:
    """Tell "Sorn, Board Director, | Haug, and Venn met", of whom the first was not read."""
    begin = at = min(spots)
    commas = 0
    while at > 0 and (items[at - 1].upper or items[at - 1].ref or items[at - 1].word in _LISTING):
        at -= 1
        commas += items[at].word == ","
        ref = items[at].ref
        named = ref is not None and ref.form == "mention" and items[at].upper
        if not named or ref is None or view.actors[ref.actor].kind != "person":
            continue
        opens = at == 0 or (items[at - 1].word == "," and (at < 2 or items[at - 2].date >= 0))
        opens = opens or items[at - 1].date >= 0  # "Today | Sorn, Board Director, Haug, and Venn"
        if opens and commas > 1 and begin > at:
            return ref.actor not in _actors(items, spots)
    return False


def _actors(items: Sequence[Item], spots: Sequence[int]) -> set[str]:
    refs = (items[at].ref for at in spots)
    return {ref.actor for ref in refs if ref is not None}


def _has_verb(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "and Vel'nae | said", "and Vel'nae and I" from "and Vel'nae."."""
    while at < len(items) and (_is_name(view, items, at) or items[at].ref is not None):
        at += 1
    if at >= len(items):
        return False
    item = items[at]
    if item.word == "and" and at + 1 < len(items):
        return view.lexicon.has(items[at + 1].word, "first_singular", "first_plural")
    plain = item.word.isalpha() and item.date < 0
    return plain and not view.lexicon.has(item.word, "preposition", "conjunction")


def _began_before(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "Vel'nae and | Lind met Ruiz", of which the first is nobody who was read.

    Offices may hold an "and" themselves ("Minister of Health and | Welfare Lind").
    """
    begin = at
    while begin > 0 and view.lexicon.has(items[begin - 1].word, "title"):
        begin -= 1
    office = begin
    while office > 0 and _is_name(view, items, office - 1):
        office -= 1
    if [item.word for item in items[max(0, office - 3) : office]] == ["first", "lady", "and"]:
        return True
    if begin < 2 or items[begin - 1].word != "and":
        return False
    apart = begin == 2 or items[begin - 3].word in (",", "both", '"', "“", "that")
    titled = view.lexicon.has(items[begin - 2].word, "title")
    return apart and not titled and _is_name(view, items, begin - 2)


def _is_another(view: View, items: Sequence[Item], at: int) -> bool:
    """Tell "the President, | Speaker Moss, and …", read as one person, from an apposition."""
    ref = items[at].ref
    if ref is None or not items[at].word.startswith("the ") or at + 1 >= len(items):
        return False
    end = at + 2
    if items[at + 1].word != ",":
        return False
    while end < len(items) and items[end].ref is None and items[end].upper:
        end += 1
    named = items[end].ref if end + 1 < len(items) else None
    if named is None or end == at + 2:
        return False
    same = named.actor == ref.actor and items[end + 1].word == ","
    words = triggers_for(view.lexicon).words
    if any(item.word in words["separately"] for item in items):
        return False  # "with the Minister, General Moss, and, separately, with Venn"
    head = items[at].word.split()[-1]
    office = {item.word for item in items[at + 2 : end]}
    if office <= words["honorifics"]:
        return False  # "the Minister of Mines, Ms. Moss, and …"
    return same and head not in office and _is_listed(items, end + 2)


def _is_listed(items: Sequence[Item], at: int) -> bool:
    """Tell whether a list goes on to an "and" with nothing but names and offices before it."""
    while at < len(items) and (items[at].upper or items[at].ref or items[at].word == ","):
        at += 1
    return at < len(items) and items[at].word == "and"
