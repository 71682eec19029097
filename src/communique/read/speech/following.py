"""What follows a cue: a clause, an infinitive, a quotation, the person that is told."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.clauses import Group, is_punctuation, is_quote_mark
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.passed_on import past_aside
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Word

#: How far behind a cue its conjunction may stand: "said on Tuesday in Lorvik that …".
_REACH = 14
#: Within how many words the verb of a German clause stands mostly.
_CLAUSE = 24


def follows(
    words: Sequence[Word], group: Group, lex: Lexicon
) -> tuple[str, int, tuple[int, int] | None]:
    """Say what follows the cue (a letter of the lexicon, or c: a colon), and where."""
    at = group.end
    while at < len(words) and (
        words[at].low in lex.words("times") or words[at].low in ("also", "only", "again")
    ):
        at += 1
    if at >= len(words):
        return "e", at, None
    low = words[at].low
    comma = low in (",", "،", "，") and at + 1 < len(words)
    if comma and (words[at + 1].low in lex.conjunctions or lex.pattern == "run"):
        return "t", at + 1, None
    if (clause := past_aside(words, at, lex)) is not None:
        return "t", clause, None
    if comma and lex.apposed and (clause := _past_adverbial(words, at, lex)) is not None:
        return "t", clause, None
    if comma and _is_reported(words, at + 1, lex):
        return "t", at + 1, None
    if low in (":", "："):
        return "c", at + 1, None
    if low in lex.conjunctions:
        return "t", at, None
    if is_quote_mark(words[at]):
        return "q", at, None
    if is_punctuation(words[at]):
        return "e", at, None
    if low in lex.words("wh"):
        colon = _colon(words, at) if low in ("when", "where") else None
        return ("w", at, None) if colon is None else ("c", colon, None)
    if low == "to":
        return (
            ("i" if _infinitive(words, at, lex) else _conjunction(words, at, lex)[0]),
            (at if _infinitive(words, at, lex) else _conjunction(words, at, lex)[1]),
            None,
        )
    if "a" in group.cue.after:
        return after_addressee(words, at, lex)
    if not lex.english and "t" in group.cue.after:
        clause = _far_clause(words, at, lex)
        if clause is not None:
            named = (at, clause - 1) if low not in lex.words("prepositions") else None
            return "t", clause, named
    if low in lex.words("prepositions"):
        kind, start = _conjunction(words, at, lex)
        return kind, start, None
    if "t" in group.cue.after:
        kind, start = _conjunction(words, at, lex, near=3)
        between = lex.words("times") | lex.words("adverbs")
        if kind == "t" and words[start - 1].low in between:
            return kind, start, None
    return "x", at, None


def _past_adverbial(words: Sequence[Word], comma: int, lex: Lexicon) -> int | None:
    """Return where a clause begins behind words between commas: "a affirmé, lors de …, | que"."""
    for place in range(comma + 1, min(len(words) - 1, comma + _REACH)):
        if words[place].low == ",":
            return place + 1 if words[place + 1].low in lex.conjunctions else None
        if words[place].low in lex.verbs or is_punctuation(words[place]):
            return None
    return None


def _is_reported(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell whether a clause without a conjunction has a verb in the mood of reported speech."""
    moods = lex.words("subjunctive")
    return bool(moods) and any(word.low in moods for word in words[at : at + _CLAUSE])


def _colon(words: Sequence[Word], at: int) -> int | None:
    """Return what a colon further on leads up to: "told us when we met: …"."""
    return next((k + 1 for k in range(at, len(words) - 1) if words[k].low == ":"), None)


def _infinitive(words: Sequence[Word], to: int, lex: Lexicon) -> bool:
    if to + 1 >= len(words):
        return False
    after = words[to + 1]
    return (
        after.raw[0].islower()
        and after.low not in lex.words("determiners")
        and after.low not in lex.words("objects")
        and not after.low.endswith("ing")
    )


def _far_clause(words: Sequence[Word], at: int, lex: Lexicon) -> int | None:
    """Return where a clause begins that a comma and a conjunction open further on.

    So it is where whom or what it was said to stands between: "сообщил журналистам, | что …",
    "заявил в интервью газете «Маяк», | что …".
    """
    for place in range(at, min(len(words) - 1, at + _REACH)):
        low = words[place].low
        if low == ",":
            return place + 1 if words[place + 1].low in lex.conjunctions else None
        if low in lex.verbs or (is_punctuation(words[place]) and not is_quote_mark(words[place])):
            return None
    return None


def _conjunction(
    words: Sequence[Word], at: int, lex: Lexicon, near: int = _REACH
) -> tuple[str, int]:
    """Look for the conjunction that opens the clause behind an adverbial."""
    for place in range(at, min(len(words), at + near)):
        low = words[place].low
        if low in lex.conjunctions:
            return "t", place
        if low == ":":
            return "c", place + 1
        if (clause := past_aside(words, place, lex)) is not None:
            return "t", clause
        if is_punctuation(words[place]) or low in lex.words("auxiliaries"):
            break
    return "p", at


def after_addressee(
    words: Sequence[Word], at: int, lex: Lexicon
) -> tuple[str, int, tuple[int, int] | None]:
    """Say what follows the person that is told: "told the envoy | that …"."""
    end = phrase_after(words, at, lex)
    addressee = (at, end)
    while end < len(words) and words[end].low in lex.words("times"):
        end += 1
    if end >= len(words):
        return "p", end, addressee
    low = words[end].low
    if low in lex.conjunctions:
        return "t", end, addressee
    if low in lex.words("wh"):
        colon = _colon(words, end) if low in ("when", "where") else None
        return ("w", end, addressee) if colon is None else ("c", colon, addressee)
    if low == "to":
        return "i", end, addressee
    if low == ":":
        return "c", end + 1, addressee
    if is_quote_mark(words[end]):
        return "q", end, addressee
    if low in ("about", "of") and end + 1 < len(words):
        return "x", end + 1, addressee
    if low in lex.words("prepositions") or low in lex.words("adverbs") or low == "word":
        kind, start = _conjunction(words, end, lex)
        colon = _colon(words, end) if kind == "p" else None
        return (kind, start, addressee) if colon is None else ("c", colon, addressee)
    if is_punctuation(words[end]):
        return "p", end, addressee
    return "x", end, addressee
