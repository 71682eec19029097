"""How far speech without marks of its own goes on inside a quotation.

"“I told him: you have seen the lists. You were glad of them. Why do you sulk? He kept
quiet.”" Nothing closes what was told, but it shows: the teller's words are for those who
listen to him now, the words that he retells were for another. So the speech goes on while a
sentence speaks to that other ("you", an order) or keeps the subject and the tense, and what
lies between two such sentences belongs to it; it ends where somebody else is reported, and
where its own speaker is spoken of ("he kept quiet").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from communique.model import Span
from communique.read.speech.attribution import Attribution
from communique.read.speech.clauses import groups
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.streams import Segment, Word

#: Sentences that may lie between two that surely belong to it.
_BRIDGE = 2
#: Sentences looked at.
_MOST = 12
#: How far into a sentence its subject is looked for, in words.
_NEAR = 3
_STOPS = frozenset("?!")


def gone_on(
    one: Attribution, segment: Segment, rest: Iterable[Segment], lex: Lexicon
) -> Attribution:
    """Return the attribution of speech without marks with all that belongs to it.

    Args:
        one: What a rule found in ``segment``.
        segment: The sentence, or what of it lies between two quotations.
        rest: The segments behind it, in the order of the text.
        lex: The language.
    """
    if one.marked or not one.content or one.quotations:
        return one
    content = one.content[-1]
    told = [word for word in segment.words if content.start <= word.start < content.end]
    if not told or any(w.raw[0].isalnum() for w in segment.words if w.start >= content.end):
        return one
    source = {w.low for w in segment.words for s in one.source if s.covers(Span(w.start, w.end))}
    last = _last(told, source, segment, rest, lex)
    end = max(content.end, _end(last.words))
    return msgspec.structs.replace(one, content=(*one.content[:-1], Span(content.start, end)))


def _last(
    told: Sequence[Word],
    source: set[str],
    segment: Segment,
    rest: Iterable[Segment],
    lex: Lexicon,
) -> Segment:
    """Return the last segment that belongs to the speech that begins with the words ``told``."""
    last, before, open_since = segment, told, 0
    addressed = _addresses(told, lex)
    for following in _behind(segment, rest):
        words = _without_opening(following.words, lex)
        if len(words) < 2 or _is_back(words, told, source, lex):
            break
        if _keeps(words, told, lex) or (
            addressed and (_addresses(words, lex) or _follows(following.words, before, lex))
        ):
            last, open_since, before = following, 0, words
        else:
            open_since += 1
        if open_since > _BRIDGE:
            break
    return last


def _behind(segment: Segment, rest: Iterable[Segment]) -> Iterable[Segment]:
    """Yield the sentences behind ``segment`` in the same quotation and paragraph."""
    if segment.after >= 0:
        return
    for following in islice(rest, _MOST):
        apart = following.level != segment.level or following.paragraph != segment.paragraph
        if apart or following.before >= 0:
            return
        yield following
        if following.after >= 0:
            return


def _is_back(words: Sequence[Word], told: Sequence[Word], source: set[str], lex: Lexicon) -> bool:
    """Tell whether the sentence is the teller's again.

    It is where it speaks of those who spoke or listened ("they are silent"), or reports another.
    """
    first = words[0].low
    if first in lex.words("others") and (
        first in source or all(first != word.low for word in told)
    ):
        return True
    if first in lex.words("orders"):
        return False
    if first in lex.words("addressing") and words[1].low in lex.words("asides"):
        return True  # "You see, …" is for those who listen
    return any(
        group.cue.says
        and group.form in ("finite", "passive")
        and group.subject is not None
        and words[group.subject].low not in lex.words("addressing")
        and not _is_asking(words, group.subject)
        for group in groups(words, lex)
    )


def _is_asking(words: Sequence[Word], subject: int) -> bool:
    """Tell whether the sentence is a question in which the subject is not the first word."""
    return words[-1].raw == "?" and subject > 0


def _addresses(words: Sequence[Word], lex: Lexicon) -> bool:
    """Tell whether the words speak to somebody: "you", an order."""
    if any(word.low in lex.words("addressing") for word in words):
        return True
    at = next((k for k, word in enumerate(words) if word.raw[0].isalnum()), 0)
    first, second = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if first in lex.words("orders"):
        return second not in lex.words("pronouns")
    return (
        second in lex.words("objects") - {"you", "it"} or (second == "it" and len(words) > at + 1)
    ) and _may_be_order(first, lex)


def _may_be_order(first: str, lex: Lexicon) -> bool:
    known = ("auxiliaries", "prepositions", "conjunctions", "leading", "pronouns", "wh", "if")
    return bool(lex.words("orders")) and not (
        first in lex.verbs or any(first in lex.words(name) for name in known)
    )


def _follows(words: Sequence[Word], before: Sequence[Word], lex: Lexicon) -> bool:
    """Tell whether the sentence says what comes of an order: "Then we can talk."."""
    return words[0].low in lex.words("then") and _addresses(before, lex)


def _keeps(words: Sequence[Word], told: Sequence[Word], lex: Lexicon) -> bool:
    """Tell whether the sentence keeps the subject of the words told, and speaks of no past."""
    subject = next((w.low for w in told[:_NEAR] if w.low in lex.words("pronouns")), None)
    if subject is None or words[0].low != subject or len(words) < 3:
        return False
    return words[1].low in lex.words("now")


def _without_opening(words: Sequence[Word], lex: Lexicon) -> Sequence[Word]:
    """Return the words behind "But", "And", "Then"."""
    at = 0
    while at < len(words) and (
        words[at].low in lex.words("leading") or not words[at].raw[0].isalnum()
    ):
        at += 1
    return words[at:]


def _end(words: Sequence[Word]) -> int:
    """Return where the words end: without the full stop, with a question mark."""
    end = 0
    for word in words:
        if word.raw[0].isalnum() or word.raw[-1] in ")]%" or set(word.raw) <= _STOPS:
            end = word.end
    return end
