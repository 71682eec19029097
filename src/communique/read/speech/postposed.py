"""What stands before the verb that reports it: "the talks failed, Orr said", "…, said Orr"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.clauses import Clause, Group, is_punctuation
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.occasions import past_occasion
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Word

#: Words of what is said, at least.
_SHORT = 3
#: Words of a name in apposition, with the comma before it.
_NAME = 5


def postposed(words: Sequence[Word], group: Group, at: int, lex: Lexicon) -> Clause | None:
    """Return "the talks failed, Orr said" or "…, said Orr": the content stands before."""
    if "e" not in group.cue.after or group.form != "finite":
        return None
    if group.subject is None:
        return inverted(words, group, lex)
    comma = group.subject - 1
    lead = words[comma].low if comma >= 0 else ""
    if lead == "as" and comma > 0 and words[comma - 1].low == ",":
        comma -= 1
        lead = ","
    first = next((k + 1 for k in range(comma - 1, 0, -1) if words[k].low in (":", ";")), 0)
    if lead != "," or comma - first < (1 if at >= len(words) else 3):
        return None
    source = (group.subject, group.start)
    return Clause(group, "e", at, len(words), source, None, (first, comma))


def inverted(words: Sequence[Word], group: Group, lex: Lexicon) -> Clause | None:
    """Return "the talks failed, said Orr": verb and subject stand behind the content."""
    comma = group.start - 1
    if not {"e", "q"} <= set(group.cue.after) or group.form != "finite":
        return None
    if comma < (_SHORT if lex.english else _SHORT - 1) or words[comma].low != ",":
        return None
    if _is_apposed(words, comma, lex):
        return None
    if lex.drops_subjects and all(is_punctuation(word) for word in words[group.end :]):
        return Clause(group, "e", len(words), len(words), None, None, (0, comma))  # "…, dodał."
    if group.end >= len(words):
        return None
    start = past_occasion(words, inside_body(words, group.verb, group.end, lex), lex)
    if start >= len(words):
        return None
    first = words[start]
    end = phrase_after(words, start, lex)
    titled = not lex.english and any(w.raw[0].isupper() for w in words[start:end])
    spoken = not lex.english and first.low in lex.words("subjects")  # "…, сказал | он"
    known = first.raw[0].isupper() or first.low in lex.words("determiners") or titled
    ends = all(is_punctuation(w) or w.low in lex.words("parted") for w in words[end:])
    if not (known or (spoken and ends)):
        return None
    if end == start or len(words) - end > 16 or not _can_follow(words, end, lex):
        return None
    return Clause(group, "e", len(words), len(words), (start, end), None, (0, comma))


def inside_body(words: Sequence[Word], verb: int, at: int, lex: Lexicon) -> int:
    """Return where the body is named in "сообщили в | МИД Армении"; ``at`` if no such stands there.

    A verb in the plural without a subject is what people in that body do.
    """
    if at + 1 >= len(words) or words[at].low not in lex.words("inside"):
        return at
    plural = words[verb].low.endswith(tuple(lex.words("plural_endings")))
    return at + 1 if plural and words[at + 1].raw[0].isalpha() else at


def _is_apposed(words: Sequence[Word], comma: int, lex: Lexicon) -> bool:
    """Tell whether the words before a comma are a subject: "Le président, Jean Roux, | a dit"."""
    before = next((k for k in range(comma - 1, 0, -1) if words[k].low == ","), None)
    if lex.english or before is None or comma - before > _NAME:
        return False
    return all(word.raw[0].isupper() for word in words[before + 1 : comma])


def _can_follow(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Tell whether the clause is over at ``words[at]``, but for time, place and manner."""
    if at >= len(words) or is_punctuation(words[at]):
        return True
    low = words[at].low
    return low in lex.words("prepositions") or low in lex.words("times")
