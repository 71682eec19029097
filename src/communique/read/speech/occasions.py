"""The occasion that stands between a verb of saying and its subject: "said at a briefing Orr"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.apposed import past_times
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.streams import Word


def past_occasion(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return where "на пресс-конференции", "after the talks" and the like end; else ``at``.

    Languages whose subject may stand behind have a list ``occasions``: the nouns, and the words
    that may be around them. The phrase opens with a preposition, and more must follow.
    """
    known, prepositions = lex.words("occasions"), lex.words("prepositions")
    end = at
    while known and end < len(words) and words[end].low in known:
        end += 1
    opens = end > at + 1 and words[at].low in prepositions
    if not opens or end >= len(words) or not words[end].raw[0].isalpha():
        return at
    return past_times(words, end, lex)
