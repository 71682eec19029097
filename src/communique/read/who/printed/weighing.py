"""What the words of a name tell about whether it is a person, a body, a place or a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.read.who.found import FoundName
from communique.read.who.printed.chunk import Chunk
from communique.read.who.printed.stand_ins import follows_name
from communique.read.who.words.lexicon import Names, table, word_class
from communique.read.who.words.orders import gender_of, is_family_first
from communique.read.who.words.states import state_entry


def weigh(name: FoundName, kind: str, weight: float) -> None:
    """Add to the evidence that the name is of a kind."""
    name.weights = {**name.weights, kind: name.weights.get(kind, 0) + weight}


def describes(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell "(met) Pelmari exile leader Ann Lee", an adjective, from "(met) Pelmari"."""
    ahead = chunks[n + 1 : n + 4]
    office = next((k for k, chunk in enumerate(ahead) if chunk.kind == "office"), 0)
    plain = all(chunk.kind == "word" and chunk.low.isalpha() for chunk in ahead[:office])
    named = office + 1 < len(ahead) and ahead[office + 1].kind == "name"
    return len(chunks[n].words) == 1 and office > 0 and plain and named


_PARTIES = frozenset(("R-", "D-", "I-"))
"""What a legislator's party is in short, before where he is elected."""


class Neighbours(msgspec.Struct, frozen=True):
    """Words that tell what a name beside them is of: verbs, those of telling, and of places."""

    verbs: frozenset[str]
    telling: frozenset[str]
    place_cues: frozenset[str]

    @classmethod
    def listed(cls) -> Neighbours:
        """Return the words of ``data/names.toml``."""
        lists = table("names")
        return cls(
            verbs=frozenset(lists["verbs"].split()),
            telling=frozenset(lists["telling"].split()),
            place_cues=frozenset(lists["places_after"]),
        )


def weigh_neighbours(name: FoundName, chunks: Sequence[Chunk], n: int, known: Neighbours) -> None:
    """Weigh what stands beside a name, which is chunk ``n`` of its line."""
    before = chunks[n - 1] if n else None
    after = chunks[n + 1] if n + 1 < len(chunks) else None
    if before and before.kind == "courtesy" and before.entry:
        name.gender = before.entry.gender
        weigh(name, "person", 5)
    elif before and before.low in known.place_cues:
        weigh(name, "place", 2.5)
    elif before and before.low in word_class("ships"):
        weigh(name, "thing", 9)
    elif before and _is_kind_of_body(chunks, n - 1, name):
        weigh(name, "organisation", 6)
    elif before and before.low == "the":
        given = len(name.words) == 1 and name.gender
        weigh(name, "thing", 5 if given else 3.5 if len(name.words) > 2 else 2.5)
    if after and after.low in known.verbs:
        name.subject = True
        weigh(name, "person", 0.5 if after.low in word_class("auxiliaries") else 1)
    elif after and after.low in ("who", "whose", "whom"):
        weigh(name, "person", 3)
    elif after and (after.low in word_class("deeds") or after.low.endswith("ed")):
        weigh(name, "person", 0.5)
    if before and before.low in known.verbs:
        weigh(name, *(("thing", 5) if describes(chunks, n) else ("person", 1)))
    if before and (before.low == "between" or follows_name(chunks, n)):
        weigh(name, "person", 0.5)
    if _speaks(name, chunks, n, known):
        weigh(name, "organisation", _SPEAKS)
    if is_told_as_body(chunks, n):
        weigh(name, "organisation", 6)
        name.initial = False
    of_party = name.words[-1][:2] in _PARTIES and name.words[-1][2:3].isupper()
    if (name.words[-1].casefold() in word_class("postal") and name.words[-1].isupper()) or of_party:
        _weigh_postal(name, chunks, n)
    if after and _is_of_two(name, after):
        weigh(name, "thing", 9)


def _is_kind_of_body(chunks: Sequence[Chunk], n: int, name: FoundName) -> bool:
    """Tell whether what stands before a name says that it is a body's: "the firm", "the aid
    group"."""
    if chunks[n].low in word_class("companies"):
        return True
    told = name.gender is None and n > 0 and chunks[n].low in word_class("kinds_of_bodies")
    return told and chunks[n - 1].low in word_class("helping")


_MOST_TOLD = 5
"""How many words may say what kind of body it is, before the word for one."""


def is_told_as_body(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether words behind a name say that it is a body's: "Hamrun | , an aid group that"."""
    told = chunks[n + 1 : n + 4 + _MOST_TOLD]
    if len(told) < 3 or told[0].low != "," or told[1].low not in ("a", "an"):
        return False
    for at, chunk in enumerate(told[2:], 2):
        ends = at + 1 == len(told) or not told[at + 1].low[0].isalpha()
        if chunk.low in word_class("told_bodies"):
            return ends or told[at + 1].low in word_class("behind_bodies")
        if chunk.kind not in ("word", "adjective", "people", "state", "place", "seat", "region"):
            return False
        if not chunk.low[0].isalnum() or chunk.low in word_class("determiners"):
            return False
    return False


def _weigh_postal(name: FoundName, chunks: Sequence[Chunk], n: int) -> None:
    """Weigh a part of a state behind a town or legislator: "Varn, GA", "Sen. Ann Lee, R-N.C."."""
    if len(name.words) == 1 and n > 1 and chunks[n - 1].low == ",":
        weigh(name, "place", 9)


def _is_of_two(name: FoundName, after: Chunk) -> bool:
    """Tell whether two are named for what they have in common: "the Lee-Roe | administration"."""
    halves = name.words[0].split("-")
    capitals = len(halves) == 2 and all(half[:1].isupper() and len(half) > 2 for half in halves)
    return capitals and len(name.words) == 1 and after.low in word_class("of_two")


def _speaks(name: FoundName, chunks: Sequence[Chunk], n: int, known: Neighbours) -> bool:
    """Tell whether plain words with capitals say something: "Open Harbour | said".

    What "the" stands before is a paper or a talk as often.
    """
    if len(name.words) < 2 or name.risen or name.weights.get("thing", 0) < _PLAIN:
        return False
    before = chunks[n - 1].low if n else ""
    quoted = before == "to" and n > 1 and chunks[n - 2].low == "according"
    says = n + 1 < len(chunks) and chunks[n + 1].low in known.telling
    return (says or quoted) and before not in word_class("determiners")


#: What plain words of a name weigh, each time they stand there, and that they once say something.
_PLAIN, _SPEAKS = 3, 15


def weigh_words(name: FoundName, lists: Names, doubtful: frozenset[str]) -> None:
    """Weigh what the words of a name tell by themselves.

    ``doubtful`` are words that may be states, and are no persons by a verb alone.
    """
    lows = [word.casefold() for word in name.words]
    if len(lows) == 1 and lows[0] in doubtful:
        weigh(name, "place", 2.5)
    if _are_peoples(lows) or _is_nobody(name.words):
        weigh(name, "thing", 9)
    given = len(lows) > 1 and (lows[0] in lists.men or lows[0] in lists.women)
    if not given and _is_of_states(name.words):
        weigh(name, "thing", 9)
    if (
        (given or is_family_first(name.words))
        and lows[-1] not in lists.organisation
        and lows[-1] not in lists.thing
        and not _is_named_after(lows, lists)
    ):
        name.gender = gender_of(name.words)
        weigh(name, "person", 4.5)
    elif any(low in lists.organisation for low in lows):
        weigh(name, "organisation", 6)
    elif any(low in lists.thing for low in lows) or lows[0] in lists.named_things:
        weigh(name, "thing", 6)
    elif lows[-1] in lists.place:
        weigh(name, "place", 6)
    elif len(lows) == 1 and name.words[0].isupper() and len(lows[0]) < 7:
        weigh(name, "acronym", 2)
    elif any(_is_firm(word) for word in name.words):
        weigh(name, "organisation", 4)
    else:
        name.gender = gender_of(name.words)
        given = lows[0] in lists.men or lows[0] in lists.women
        weigh(name, "person", 3 if given else 0)
        common = sum(low in lists.common for low in lows)
        if len(lows) == 2 and common == 1 and lows[1] in word_class("common_surnames"):
            common = 0  # "Selma Young"
        if common and not given and len(lows) > 1:
            weigh(name, "thing", 3 if common == len(lows) or lows[-1] in lists.common else 1)
        elif 1 < len(lows) < 5 and all(word[0].isalpha() for word in name.words):
            weigh(name, "person", 1.5)


def _is_named_after(lows: Sequence[str], lists: Names) -> bool:
    """Tell whether a body's name goes on behind a person's: "Ann Lee | Institute for Peace"."""
    heads = (n for n, low in enumerate(lows[:-1]) if n > 1 and low in lists.organisation)
    return any(lows[n + 1] in ("of", "for", "on") for n in heads)


def _is_of_states(words: Sequence[str]) -> bool:
    """Tell whether a name has two of which one is a state: "(the) Ukraine-Norland (deal)"."""
    halves = words[-1].replace("–", "-").split("-")
    return len(halves) == 2 and all(halves) and any(map(state_entry, halves))


_INNER = re.compile(r"[a-z]{2,}[A-Z]")
"""Capitals inside a word, as firms write them: "BioSolutions"."""
_SURNAMES = re.compile(r"(?:Mac|Mc|Fitz|Della|Vander|Van|Von|De|Di|Du|La|Le|Lo|St|Ter|Ben)[A-Z]")
_MADE = re.compile(
    r"[A-Z][\w.]+[-–‑][a-z]+(?:ed|led|run|made|born|held|built|wide|style|like|era)$"
)
"""What is made of a name and is none: "FDX-approved"."""
_SEAT = re.compile(r"[DRI]-[A-Z]{2}$")
"""A party and the part of a state for which one sits: "(D-XY)"."""


def _is_firm(word: str) -> bool:
    return bool(_INNER.search(word)) and not _SURNAMES.match(word) and "-" not in word


def _are_peoples(lows: Sequence[str]) -> bool:
    """Tell whether words are adjectives of peoples of no state: "Southeast Asian"."""
    peoples = word_class("peoples")
    return lows[-1] in peoples and (peoples | word_class("quarters")).issuperset(lows)


def _is_nobody(words: Sequence[str]) -> bool:
    """Tell whether a word that stands for a name is an adjective, a code, or what a body is for."""
    if len(words) > 1:
        return any(_MADE.match(word) for word in words)
    low = words[0].casefold()
    coded = low[0].isalpha() and any(c.isdigit() for c in low)
    joined = low.endswith(("-american", "-americans", "-tv", "-fm"))
    joined = joined or (low.endswith("ians") and len(low) > 6) or bool(_SEAT.match(words[0]))
    return bool(_MADE.match(words[0])) or coded or joined or low in word_class("nobodies")
