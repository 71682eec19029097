"""Who does what a participle tells: ", thanking Lind", "were searching the docks and urging"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.mentions.plain_doers import plain_doer

_JOINED = 16  # items of "were searching the docks and urging"


def of_participle(clause: Clause, start: int) -> Party | None:
    """Return the subject of ", thanking X" or "by thanking X": that of the main clause.

    People right before it are it: "protesters demanding his release".
    """
    if clause.listed(start - 1, "people"):
        return clause.subject(start)
    if clause.is_plain(start - 1) and (people := plain_doer(clause, start)) is not None:
        return people
    if clause.dated(start - 1) and not clause.has(start, "adverb"):
        return clause.subject_before(start)  # "arrived on Monday vowing to"
    if clause.word(start - 1) in ("and", "or") and (be := _progressive(clause, start)) is not None:
        return clause.subject(be)
    if clause.word(start - 1) in ("by", "while", "after", "before"):
        return clause.subject_before(start - 1)
    if clause.word(start - 1) != "," and not clause.has(start - 1, "preposition", "conjunction"):
        return None
    found = clause.subject(start) if clause.word(start - 1) == "," else None
    return None if found and clause.word(found.last - 1) == "you" else found  # "you know, …"


def _progressive(clause: Clause, start: int) -> int | None:
    """Return the "were" of "were searching the docks and | urging people to leave"."""
    for at in range(start - 2, max(-1, start - _JOINED), -1):
        if clause.word(at) in STRONG or clause.has(at, "relative"):
            return None
        if clause.has(at, "be"):
            verb = clause.skip(at + 1)
            return at if clause.word(verb).endswith("ing") and verb < start - 1 else None
    return None
