"""Who does what a participle tells: ", thanking Lind", "were searching the docks and urging"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.mentions.plain_doers import plain_doer

_JOINED = 16  # items of "were searching the docks and urging"
_OPENING = 30  # items of a participle clause that opens the sentence
_OF_SUBJECT = ("by", "while", "after", "before", "in", "without", "through", "when")
_JUDGING = ("thank", "congratulate", "welcome", "criticise", "support", "accuse", "reject")


def of_participle(clause: Clause, start: int, outer: Draft | None = None) -> Party | None:
    """Return the subject of ", thanking X" or "by thanking X": that of the main clause.

    People right before it are it: "protesters demanding his release"; so are those of whom
    ``outer`` tells what they are judged for: "thanked Lind for proposing".
    """
    before = clause.word(start - 1)
    if clause.listed(start - 1, "people"):
        return clause.subject(start)
    if clause.is_plain(start - 1) and (people := plain_doer(clause, start)) is not None:
        return people
    if (attended := _with_whom(clause, start)) is not None:
        return attended
    if clause.dated(start - 1) and not clause.has(start, "adverb"):
        return clause.subject_before(start)  # "arrived on Monday vowing to"
    if before in ("and", "or"):
        return _joined(clause, start, outer)
    if before == "for":
        return _judged(outer, start)
    if (clause.begins(start) or clause.begins(start - 1)) and before not in (",", "by"):
        return _behind(clause, start)
    if before in _OF_SUBJECT:
        return clause.subject_before(start - 1)
    if before != "," and not clause.has(start - 1, "preposition", "conjunction"):
        return None
    found = clause.subject(start) if before == "," else None
    return None if found and clause.word(found.last - 1) == "you" else found  # "you know, …"


def _judged(outer: Draft | None, start: int) -> Party | None:
    """Return who is thanked or blamed for what he did: "thanked Lind | for proposing talks"."""
    told = outer is not None and outer.frame.type in _JUDGING and outer.what is not None
    if outer is None or outer.what is None or not told or start != outer.what[0]:
        return None
    return outer.towards if outer.towards is not None and outer.towards.actors else None


def _with_whom(clause: Clause, start: int) -> Party | None:
    """Return those of whom "with" tells something aside: "with Lind vowing to stay"."""
    if clause.person_at(start - 1) is None:
        return None
    first = clause.start_of_name(start - 1)
    return clause.party_at(first) if clause.word(first - 1) == "with" else None


def _behind(clause: Clause, start: int) -> Party | None:
    """Return the subject behind the participle that opens a sentence: "Citing floods, | Lind"."""
    for comma in range(start + 2, min(start + _OPENING, len(clause.items))):
        if clause.word(comma) in STRONG:
            return None
        party = clause.party_at(comma + 1) if clause.word(comma) == "," else None
        if party is not None and party.actors and clause.is_finite(party.last):
            return party
    return None


def _joined(clause: Clause, start: int, outer: Draft | None) -> Party | None:
    """Return who does the first of two: "were searching the docks and | urging people to leave".

    "By mocking Lind and | accusing him".
    """
    for at in range(start - 2, max(-1, start - _JOINED), -1):
        if clause.word(at) in STRONG and clause.word(at) not in ("“", "”"):
            return None
        if clause.has(at, "relative"):
            return None
        if clause.has(at, "be"):
            verb = clause.skip(at + 1)
            progressive = clause.word(verb).endswith("ing") and verb < start - 1
            return clause.subject(at) if progressive else None
        if clause.word(at).endswith("ing") and clause.items[at].ref is None:
            led = clause.word(at - 1) == "," or clause.word(at - 1) in _OF_SUBJECT
            if led or _with_whom(clause, at) is not None:
                return of_participle(clause, at, outer)
    return None
