"""Noun phrases around an office: "the Belmarian deputy foreign minister", "envoy of …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.model import Span
from communique.read.who.found import FoundEpithet, Title
from communique.read.who.offices.apposition import apposed
from communique.read.who.offices.complements import Complement, look_right
from communique.read.who.offices.lists import bearers
from communique.read.who.offices.owned import Left, own
from communique.read.who.offices.predicates import predicate
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.derived import listed_adjective
from communique.read.who.words.lexicon import Names, single_offices, singular, word_class
from communique.read.who.words.ranks import is_bare_office, may_be_a_side
from communique.read.who.words.words import PAST_PREFIXES

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}


class OfficePhrase(msgspec.Struct, kw_only=True):
    """An office with what belongs to it.

    ``named`` are the indexes of the chunks of names it is the title of, ``realms`` the states of
    those that have one of their own, ``apposed`` the index of
    a name set beside it. ``after`` is the index of the first chunk past it.
    """

    start: int
    end: int
    after: int
    title: Title
    determiner: str = ""
    count: int | None = None
    owner: Span | None = None
    named: tuple[int, ...] = ()
    realms: dict[int, str] = {}
    apposed: int | None = None
    predicate: bool = False
    chained: bool = False
    is_mention: bool = False


def office_phrase(
    chunks: Sequence[Chunk],
    at: int,
    floor: int,
    names: Names,
    ends: Mapping[int, FoundEpithet],
) -> OfficePhrase:
    """Return the phrase whose head is the office chunk ``at``.

    Nothing left of chunk ``floor`` belongs to it. ``ends`` gives the epithets that end
    before a chunk; one followed by "'s" owns the office after it.
    """
    head = at
    while head + 1 < len(chunks) and _is_compound(chunks, head):
        head += 1
    left = _look_left(chunks, at, floor, names, ends)
    if (inner := _inner_state(chunks, head)) is not None:
        left.states.append(inner)
        head += 2
    right = look_right(chunks, head + 1)
    first, last = chunks[left.first], chunks[right.after - 1]
    phrase = OfficePhrase(
        start=first.start,
        end=last.end,
        after=right.after,
        title=_title(chunks, at, head, left, right),
        determiner=left.determiner,
        count=left.count,
        owner=left.owner,
    )
    _relate(phrase, chunks, left)
    bare = not (phrase.determiner or phrase.named or phrase.predicate)
    phrase.is_mention = phrase.is_mention or (bare and may_be_a_side(chunks[head].low))
    return phrase


def _is_compound(chunks: Sequence[Chunk], head: int) -> bool:
    """Tell whether the next chunk makes one office with this: "Deputy | Foreign Minister"."""
    here, following = chunks[head], chunks[head + 1]
    if following.kind == "office":
        return bool(here.entry and not here.entry.plural)
    if following.kind != "name" or head + 2 >= len(chunks) or len(following.words) > 2:
        return False
    return chunks[head + 2].kind == "office" and here.low in ("deputy", "assistant", "first")


def _inner_state(chunks: Sequence[Chunk], head: int) -> str | None:
    """Return the state inside an office: "the chief | Peruvian | negotiator"."""
    if head + 2 >= len(chunks) or chunks[head].low not in ("chief", "lead", "head", "deputy"):
        return None
    inside = chunks[head + 1]
    is_office = inside.kind == "adjective" and chunks[head + 2].kind == "office"
    return inside.key if is_office else None


def _look_left(
    chunks: Sequence[Chunk],
    at: int,
    floor: int,
    names: Names,
    ends: Mapping[int, FoundEpithet],
) -> Left:
    left = Left(first=at)
    while left.first > floor:
        n = left.first - 1
        chunk = chunks[n]
        if chunk.kind == "possessive" and not left.owned:
            if not own(chunks, n, floor, left, ends):
                break
        elif chunk.kind == "state" and any(left.states):
            break  # another state ends before this one: "(to) Chile | Polish President …"
        elif (chunk.kind in ("adjective", "state", "region") or _is_either(chunk)) and chunk.entry:
            left.states.append(chunk.key if chunk.kind != "region" else "")
            left.first = n
        elif chunk.kind == "body" and chunk.entry:
            left.body = chunk.entry.name
            left.first = n
        elif chunk.kind == "place" and n and _opens(chunks[n - 1]):
            left.first = n  # "Ann Lee, | Africa director at …"
        elif _is_abbreviated(chunks, n) and n - 2 > floor:
            left.first = n - 2
        elif chunk.low in names.modifiers and not left.owned:
            left.past = left.past or chunk.low in names.past
            left.first = n
        elif _is_modifier(chunks, n, at, names) or (
            not left.owned and _described(chunks, n, floor, at, names)
        ):
            left.first = n
            if (of := listed_adjective(chunk.words[0].low)) and len(chunk.words) > 1:
                left.states.append(of)  # "Peruvian Foreign Ministry | spokesman"
        else:
            break
    head = chunks[at]
    _determine(chunks, floor, left, plural=bool(head.entry and head.entry.plural))
    left.states.reverse()
    return left


def _opens(chunk: Chunk) -> bool:
    """Tell whether a place behind the chunk is what an office is for, and not where it acts."""
    return chunk.low in (",", "the") or chunk.kind == "possessive"


def _is_abbreviated(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether "(RK)" ends at chunk ``n`` and the state in full stands before it."""
    bracketed = n > 2 and chunks[n].low == ")" and chunks[n - 2].low == "("
    return bracketed and chunks[n - 3].kind == "state" and chunks[n - 1].kind != "word"


def _is_either(chunk: Chunk) -> bool:
    """Tell "Chinese", which is an adjective as well as a people, from "Germans"."""
    return chunk.kind == "people" and chunk.low.endswith(("ese", "sh", "ch", "ss"))


def _described(chunks: Sequence[Chunk], n: int, floor: int, at: int, names: Names) -> bool:
    """Tell whether a plain word describes an office: a determiner or a state is before it.

    Between an article and an office with a capital there is none: "the order | President …".
    """
    if chunks[at].words[0].capital and not chunks[n].words[0].capital:
        return False
    for k in range(n, max(floor, n - 2) - 1, -1):
        chunk = chunks[k]
        if k < n and (chunk.low in word_class("determiners") or chunk.kind == "adjective"):
            return True
        if chunk.kind != "word" or not chunk.low[0].islower() or chunk.low in names.joining:
            return False
        if chunk.low in NUMBERS:
            return False
    return False


_STATES_OWN = ("head-of-state", "royal")  # no field comes before them


def _is_modifier(chunks: Sequence[Chunk], n: int, at: int, names: Names) -> bool:
    """Tell whether a capitalised run before an office belongs to it: "Economy Minister"."""
    words = chunks[n].words
    if chunks[n].kind != "name":
        return False
    if not chunks[at].words[0].capital or chunks[at].key in _STATES_OWN:
        if _is_unknown_state(chunks, n, names):
            return True
        if not chunks[at].words[0].capital:
            return words[-1].low in word_class("body_heads")  # "Foreign Ministry | spokesman"
    if len(words) > 3 or names.gender(words[0].low):
        return False
    if chunks[at].key in _STATES_OWN and not any(w.low in names.organisation for w in words):
        return False
    if all(word.low in names.common for word in words):
        return True
    before = chunks[n - 1] if n else None
    return before is None or before.kind in ("adjective", "state", "possessive", "body")


def _is_unknown_state(chunks: Sequence[Chunk], n: int, names: Names) -> bool:
    """Tell whether a word is made of a state's name that nothing else tells: "the Xan premier"."""
    word = chunks[n].words[0]
    alone = len(chunks[n].words) == 1 and n > 0 and names.gender(word.low) is None
    derived = word.low.endswith(tuple(word_class("derived"))) and not word.text.isupper()
    before = chunks[n - 1].low
    return alone and derived and (before in word_class("determiners") or before in names.past)


def _determine(chunks: Sequence[Chunk], floor: int, left: Left, *, plural: bool) -> None:
    """Take a number and a determiner into the phrase."""
    n = left.first - 1
    if n >= floor and chunks[n].low in NUMBERS:
        left.count = NUMBERS[chunks[n].low]
        left.determiner = chunks[n].low
        left.first = n
        n -= 1
    if (
        n >= floor
        and chunks[n].low in word_class("determiners")
        and not (plural and chunks[n].low in ("that", "this", "a", "an"))
    ):
        left.determiner = chunks[n].low
        left.first = n
        if chunks[n].low == "both":
            left.count = 2


def _title(chunks: Sequence[Chunk], at: int, head: int, left: Left, right: Complement) -> Title:
    """Return the title: the words of the office with its field, without the state."""
    entry = chunks[head].entry
    first = at
    while first > left.first and _is_own_word(chunks[first - 1], chunks[first]):
        first -= 1
    words = [word.text for chunk in chunks[first : head + 1] for word in chunk.words]
    last = chunks[head]
    if right.body:
        last = chunks[right.after - 1]
    begin = chunks[left.first]
    if left.determiner and left.first + 1 < len(chunks):
        begin = chunks[min(left.first + 1, at)]
    end = chunks[right.after - 1] if right.states else last
    own_states = [] if right.sent else right.states
    return Title(
        office=entry.key if entry else "",
        name=singular(" ".join(words)) if entry and entry.plural else " ".join(words),
        states=tuple(code for code in (*left.states, *own_states) if code),
        body=left.body or right.body or left.said,
        evidence=Span(begin.start, end.end),
        plural=bool(entry and entry.plural),
        past=left.past or chunks[at].low.startswith(PAST_PREFIXES),
        gender=entry.gender if entry else None,
    )


def _is_own_word(chunk: Chunk, following: Chunk) -> bool:
    """Tell whether a word is of the office that follows; "the Xan premier" is of a state Xa."""
    lower = not following.words[0].capital or following.key in _STATES_OWN
    if lower and chunk.kind == "name" and chunk.low.endswith(tuple(word_class("derived"))):
        return False
    return (
        chunk.kind == "word"
        and chunk.low not in word_class("determiners")
        and chunk.low not in NUMBERS
        and chunk.low not in word_class("address")
    ) or (chunk.kind == "name" and chunk.low not in word_class("address"))


def _relate(phrase: OfficePhrase, chunks: Sequence[Chunk], left: Left) -> None:
    """Find the names that the phrase belongs to, and whether it is a mention itself."""
    after = phrase.after
    named, phrase.realms = bearers(chunks, after, plural=phrase.title.plural)
    if _is_to_act(phrase, chunks, left) or (named and _is_no_title(phrase, chunks, left)):
        return
    if named:
        phrase.named = named
        if not phrase.realms:
            _add_state_after(phrase, chunks, named[-1] + 1)
        return
    before = left.first - 1
    previous = chunks[before].low if before >= 0 else ""
    phrase.chained = _is_chained(phrase, chunks)
    owned = left.owned or bool(phrase.owner) or phrase.determiner in _OWNERS
    phrase.apposed = apposed(
        chunks, left.first, after, phrase.title, phrase.determiner, owned=owned
    )
    if (said := predicate(chunks, before, after)) is not None:
        phrase.predicate = True
        phrase.apposed = phrase.apposed if said.holder is None else said.holder
        phrase.title = msgspec.structs.replace(phrase.title, past=phrase.title.past or said.past)
    acts = phrase.title.plural and chunks[after - 1].low in word_class("acts_or_offices")
    if phrase.determiner in word_class("nobody") or (
        acts and (phrase.title.body or not is_bare_office(phrase.title))
    ):
        return  # "the Palace | hosts"
    if phrase.determiner == "both" and _goes_on(phrase, chunks):
        return
    if after < len(chunks) and chunks[after].low in word_class("compounds"):
        return  # "the King family"
    known = bool(phrase.determiner or phrase.owner or left.owned)
    owns = after < len(chunks) and chunks[after].kind == "possessive"  # "Peru's President | 's"
    phrase.is_mention = known or bool(phrase.title.states and (phrase.title.plural or owns))
    if previous == "(" or (phrase.title.states and phrase.apposed is not None):
        phrase.is_mention = True
    headline = chunks[-1].low not in _STOPS and previous in word_class("before_bare_offices")
    if headline and phrase.title.states:
        phrase.is_mention = True  # "meets | President of Norland"


def _is_to_act(phrase: OfficePhrase, chunks: Sequence[Chunk], left: Left) -> bool:
    """Tell the verb of "will host Peru's President" and "to head the mission" from an office."""
    word = chunks[left.first].low
    if phrase.title.plural or f"{word}s" not in word_class("acts_or_offices"):
        return False
    return left.first > 0 and chunks[left.first - 1].low in word_class("before_verbs")


def _is_no_title(phrase: OfficePhrase, chunks: Sequence[Chunk], left: Left) -> bool:
    """Tell whether a word in lower case is no title of the name after it: "major Trade Talks"."""
    words = phrase.title.name.split()
    if len(words) > 1 or not words[0].islower():
        return False
    if words[0] in word_class("no_titles"):
        return True
    bare = chunks[left.first].low == words[0] or phrase.determiner
    return bool(bare) and words[0] in word_class("seldom_titles")


def _is_chained(phrase: OfficePhrase, chunks: Sequence[Chunk]) -> bool:
    """Tell whether another office of the same holder follows: "Premier and | Minister of …".

    "The Premier and President Lee" are two people.
    """
    n = phrase.after + 1
    if n >= len(chunks) or chunks[n - 1].low != "and" or not chunks[n].words[0].capital:
        return False
    if chunks[n].kind not in ("office", "name", "adjective"):
        return False
    if phrase.determiner not in word_class("definite"):
        return True
    office = next((c for c in chunks[n : n + 4] if c.kind == "office"), None)
    if phrase.title.states and phrase.title.body and office and office.key == "foreign-minister":
        return True  # "Chile's Head of the Harbour Board and Foreign Minister Ann Lee"
    return office is None or office.key not in (*single_offices(), "royal")


_STOPS = frozenset((".", "!", "?", ";", ":", "…", "”", '"'))
_OWNERS = frozenset(("his", "her", "its", "their", "our", "my", "your"))


def _goes_on(phrase: OfficePhrase, chunks: Sequence[Chunk]) -> bool:
    """Take the second of two kinds of people into the phrase: "both envoys | and experts"."""
    after = phrase.after
    if after + 1 >= len(chunks) or chunks[after].low != "and":
        return False
    other = chunks[after + 1]
    if other.kind != "office" or not (other.entry and other.entry.plural):
        return False
    phrase.end, phrase.after = other.end, after + 2
    phrase.determiner, phrase.count, phrase.is_mention = "", None, True
    return True


def _add_state_after(phrase: OfficePhrase, chunks: Sequence[Chunk], at: int) -> None:
    """Read the state after a titled name: "President Ann Lee of Belmaria"."""
    if at + 1 >= len(chunks) or chunks[at].low != "of" or phrase.title.states:
        return
    n = at + 2 if chunks[at + 1].low == "the" else at + 1
    if n < len(chunks) and chunks[n].kind == "state":
        phrase.title = msgspec.structs.replace(phrase.title, states=(chunks[n].key,))
