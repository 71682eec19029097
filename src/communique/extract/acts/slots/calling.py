"""What follows a verb by which a thing is given a name: "called the plan a disgrace"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.frames import Frame
from communique.extract.acts.slots.matters import Slots, modifies

_REACH = 18  # items from the verb to the word that judges
_QUOTES = frozenset(['"', "“", "”", "''", "``", "‘", "’", "'"])


def judged_after(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Return what is judged from ``at`` on, and the words that judge it; ``None`` if none do."""
    if clause.word(at) in ("any", "no", "for", "on"):
        return None  # "considers any threat unacceptable", "called for strong curbs"
    last = min(at + _REACH, len(clause.items))
    called, word = frame.what == frozenset(), at
    while word < last:
        here = clause.word(word)
        stops = here in STRONG and here not in _QUOTES
        if stops or (here == "," and not _goes_on(clause, word)) or _stops(clause, word, at):
            return None
        called = called or here in frame.what
        if called and clause.listed(word, frame.judged) and _is_complement(clause, frame, at, word):
            break
        word += 1
    else:
        return None
    end = max(word + 1, clause.end(word))
    party = clause.party_at(at)
    whom = party if party and party.actors and not modifies(clause, party) else None
    return Slots(whom, (at, end), end)


def _stops(clause: Clause, word: int, at: int) -> bool:
    """Tell whether another clause opens before anything is judged."""
    return word > at and (
        clause.has(word, "relative", "conditional", "modal", "future")
        or (clause.has(word, "be", "do") and not clause.owns(word))
        or clause.word(word) in ("because", "while", "after", "before")
    )


def _goes_on(clause: Clause, comma: int) -> bool:
    """Tell whether words that judge stand on both sides of a comma: "stupid, useless"."""
    return clause.in_phrase(comma) or clause.word(comma + 1) in _QUOTES


def _is_complement(clause: Clause, frame: Frame, at: int, word: int) -> bool:
    """Tell "called the strike illegal" from "called an illegal strike"."""
    if "as" in frame.what or frame.object == "none":
        return True  # "was called reckless by Lind"
    near = word - 1
    while near >= at and (
        clause.word(near) in _QUOTES
        or clause.word(near) in (",", "and", "of", "one", "most", "more", "our", "no")
        or clause.has(near, "determiner", "adverb")
        or clause.is_adverb(near)
        or clause.listed(near, "degrees")
        or clause.is_adjectival(near)
        or clause.listed(near, "short_adjectives")
        or clause.listed(near, "predicate_words")
    ):
        near -= 1
    if near >= at:
        return True
    if any(clause.has(n, "relative") or clause.word(n) == "what" for n in range(at - 8, at - 2)):
        return True  # "whom Lind calls a traitor", "what he called cruel raids"
    quoted = any(clause.word(n) in _QUOTES for n in range(at, word))
    alone = clause.word(at) in ("it", "this", "that", "these", "those")
    return quoted or alone
