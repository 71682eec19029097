"""What counts as speech where it is told inside other speech: a verb of saying and a clause.

In the report's own voice a stance or a wish is worth a statement. Inside what somebody says,
nearly every sentence holds such a verb ("we see", "I understand", "they criticise"); there
only words that somebody is said to have said are.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.speech.clauses import Group
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Word

#: How many words an object may have before the verb that would make it a subject.
_REACH = 12


def is_retold(
    words: Sequence[Word],
    group: Group,
    kind: str,
    content: tuple[int, int],
    addressed: bool,
    lex: Lexicon,
) -> bool:
    """Tell whether the cue reports words that were said.

    The cue must be a verb of saying that is no performative ("I suggest that …") and not
    merely possible ("they will say …"), and a clause must follow it; ``addressed`` (somebody
    is named to whom it was said) lets an infinitive or "about" stand for the clause.

    Args:
        words: The segment.
        group: The cue.
        kind: What follows it, by the letters of ``data/speech.toml``.
        content: Which words are its content.
        addressed: Whether the person told is named.
        lex: The language.
    """
    if kind == "c" and group.cue.lemma in lex.words("thinking"):
        return not _is_unsaid(words, group, lex)
    if not group.cue.says or (kind != "c" and _is_unsaid(words, group, lex)):
        return False
    if kind in "cqtw":
        return True
    if kind == "e":
        return not _is_idiom(words, group, lex)
    if kind == "i":
        return addressed
    start, end = content
    about = start > 0 and words[start - 1].low in lex.words("about")
    return kind == "x" and ((addressed and about) or opens_clause(words, start, end, lex))


def _is_unsaid(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell whether nothing was said: the speaker says it now, or somebody may or must say it."""
    inside = {word.low for word in words[group.start : group.verb]}
    if inside & lex.words("modals"):
        return True
    if group.form == "participle":
        return group.verb > 0 and words[group.verb - 1].low == "to"
    subject = words[group.subject].low if group.subject is not None else ""
    now = group.cue.kind in ("base", "present") and not inside & lex.words("perfect")
    return now and subject in lex.words("speaking")


def _is_idiom(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell "as they say", which names nobody."""
    at = group.subject
    if at is None or at == 0:
        return False
    return words[at - 1].low == "as" and words[at].low in lex.words("pronouns")


def opens_clause(words: Sequence[Word], start: int, end: int, lex: Lexicon) -> bool:
    """Tell whether a finite clause begins at ``words[start]``: a subject and then a verb.

    In a language without a list of auxiliaries that cannot be told, and counts as true.
    """
    auxiliaries = lex.words("auxiliaries")
    if not auxiliaries:
        return True
    if start >= end or words[start].low in lex.words("objects") - {"you", "it"}:
        return False
    if words[start].low in lex.words("if"):
        return True
    at = start
    if words[at].low not in lex.words("subjects") | {"there"}:
        at = phrase_after(words, start, lex, plain=True) - 1
    at += 1
    while at < end and words[at].low in lex.words("adverbs") and at - start < _REACH:
        at += 1
    if at >= end or at == start:
        return False
    verb = words[at]
    plain = verb.raw[0].islower() and verb.low.endswith(("ed", "s")) and not _is_noun(words, at)
    return verb.low in auxiliaries or verb.low in lex.verbs or verb.low in lex.cues or plain


def _is_noun(words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or not words[at + 1].raw[0].isalnum()
