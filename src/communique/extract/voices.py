"""Whose words a clause is, also where the reading has no statement around it.

A reading tells who speaks by its statements. Where it has none, because the words are told
without a mark that the reader knows, or where words are told inside a statement, the sentence
often says it all the same: "according to X", "X said the dam will hold", "X doubts that it
will", "the dam will hold, X said".
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.clauses import QUOTES, STRONG, listed, subject_of, teller_of, verb_start
from communique.extract.modality import Items, group_start
from communique.extract.view import View
from communique.model import Statement

_REACH = 30  # items between a verb of telling and what it tells
_NEAR = 6  # items between "according to" and a name
_GOING_ON = frozenset(
    tuple(words.split())
    for words in (
        "in other words", "besides ,", "moreover ,", "furthermore ,", "after that ,", "in addition",
        "therefore ,", "that is why", "this is why", "in this case", "in that case", "at the same",
        "first of all", "secondly ,", "thirdly ,", "in his opinion", "in her opinion",
        "the most important", "the main thing",
        "in their opinion", "in his view", "in her view", "certainly ,", "otherwise ,",
    )
)  # fmt: skip
_JOINING = frozenset({"but", "and", "so", "yet"})
_STATES = frozenset({"two", "both", "three", "the", "member", "these", "those", "other", "many"})
_BACK = 3  # sentences back to what a paraphrase goes on from
_TAIL = 6  # items of ", the envoy Lind said"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a clause. ``actor`` is ``None`` for somebody without a name.

    ``verb`` is the word of telling or thinking, "" where a statement alone says who speaks.
    ``crowd`` tells that people without a name are known to speak ("analysts fear").
    """

    actor: str | None
    verb: str = ""
    crowd: bool = False


def voice_at(view: View, items: Items, index: int) -> str | None:
    """Return who says what stands at ``items[index]``; ``None`` is the report's own voice.

    Somebody whom the reader could not name is ``None`` as well.
    """
    voice = voice_of(view, items, index)
    return voice.actor if voice is not None else None


def voice_of(view: View, items: Items, index: int) -> Voice | None:
    """Return whose words ``items[index]`` are; ``None`` is the report's own voice."""
    statement = view.statement_at(items[index].start)
    told = _told_before(view, items, index)
    if told is not None:
        return told
    if statement is not None and not _is_past_deed(view, statement, items[index].start):
        return Voice(view.speaker_at(items[index].start))
    if view.issuer is not None:
        return Voice(view.issuer)
    actor = _credited(view, items, index) or _told_behind(view, items, index)
    actor = actor or _gone_on(view, items)
    return Voice(actor, "according") if actor is not None else None


def _is_past_deed(view: View, statement: Statement, offset: int) -> bool:
    """Tell whether a sentence goes on behind what somebody means to do: "refusing to come, | it".

    A reading takes all that follows "refusing" for what is told.
    """
    start = statement.content[0].start
    opens = view.text.startswith("to ", start) and statement.form == "indirect"
    return opens and "," in view.text[start:offset]


def _gone_on(view: View, items: Items) -> str | None:
    """Return whose words a sentence goes on to paraphrase: "In other words, it is necessary …".

    Only behind a statement in the same paragraph, at most two sentences after it, and with words
    that tie it to what was said.
    """
    first = int(items[0].word in _JOINING)
    opening = tuple(item.word for item in items[first : first + 3])
    if not any(opening[: len(words)] == words for words in _GOING_ON):
        return None
    number = view.sentence_at(items[0].start)
    if not number:
        return None
    for last in reversed(view.reading.sentences[max(0, number - _BACK) : number]):
        if "\n\n" in view.text[last.end : items[0].start]:
            return None
        statement = view.statement_at(max(last.start, last.end - 3))
        before = statement.speaker if statement is not None else None
        if (speaker := before or view.speaker_at(last.start)) is not None:
            return speaker
    return None


def teller_at(view: View, items: Items, index: int, actor: str | None) -> str | None:
    """Return who tells of ``actor`` what stands at ``items[index]``: nobody for the actor."""
    offset = items[index].start
    if view.statement_at(offset) is not None:
        return teller_of(view, offset, actor)
    voice = voice_at(view, items, index)
    return voice if voice != actor else None


def _credited(view: View, items: Items, index: int) -> str | None:
    """Read "according to X" before or behind the clause."""
    for at in range(max(0, index - _REACH), min(len(items) - 2, index + _REACH)):
        if not _credits(view, items, at):
            continue
        if any(item.word in ";:" for item in items[min(at, index) : max(at, index)]):
            continue
        if (owner := _owner(view, items, at)) is not None:
            return owner
        ref = next((i.ref for i in items[at + 2 : at + 2 + _NEAR] if i.ref is not None), None)
        if ref is not None and not items[at].start <= items[index].start < ref.end:
            return ref.actor
    return None


def _credits(view: View, items: Items, at: int) -> bool:
    """Tell whether "according to", "in the view of" or "in X's view" begins or ends at ``at``."""
    if items[at].word == "according":
        return items[at + 1].word == "to"
    if items[at].word not in listed(view, "views") or items[at].ref is not None:
        return False
    of = items[at + 1].word == "of" and items[max(0, at - 2)].word == "in"
    return of or _owner(view, items, at) is not None


def _owner(view: View, items: Items, at: int) -> str | None:
    """Return whose view it is in "in X's view" that ends at ``items[at]``."""
    before = items[max(0, at - 3) : at]
    if items[at].word not in listed(view, "views") or len(before) < 2:
        return None
    if view.lexicon.has(before[-1].word, "possessive") and before[-2].word == "in":
        return before[-1].ref.actor if before[-1].ref is not None else None
    owned = len(before) > 2 and view.lexicon.has(before[2].word, "genitive")
    owner = before[1].ref
    return owner.actor if owned and before[0].word == "in" and owner is not None else None


def _told_before(view: View, items: Items, index: int) -> Voice | None:
    """Read "X said (that) …" and "X doubts that …" before the clause."""
    statement = view.statement_at(items[index].start)
    comma = False
    for at in range(index - 1, max(0, index - _REACH), -1):
        word = items[at].word
        if view.statement_at(items[at].start) is not statement:
            return None  # the words of somebody else
        if word in STRONG or word in QUOTES:
            return None
        if word == "," and items[at + 1].word in ("and", "but", "so", "who", "which"):
            return None
        comma = comma or word == ","
        if word == "states" and items[at - 1].word in _STATES:
            continue  # "the two states are likely to"
        if word.endswith("s") and view.lexicon.has(items[at - 1].word, "genitive"):
            continue  # "Ruiz's comments could"
        if items[at].ref is None and word in listed(view, "telling"):
            near = items[max(0, at - _NEAR) : at]
            if comma and any(view.lexicon.has(item.word, "conditional") for item in near):
                return None  # "if Lutha thinks so, it will be sorry"
            return _teller(view, items, at)
        if word in listed(view, "held_views") and items[at + 1].word == "that":
            verb = _holding_verb(view, items, at)
            return _teller(view, items, verb) if verb is not None else None
    return None


def _holding_verb(view: View, items: Items, at: int) -> int | None:
    """Return the verb of "made clear that", "is of the opinion that" and "takes the view that"."""
    for before in range(at - 1, max(-1, at - 5), -1):
        word = items[before].word
        if items[before].ref is not None or word in STRONG or word == ",":
            return None
        if word in listed(view, "holding_views"):
            return before
        if view.lexicon.has(word, "be") and items[at].word != "clear":
            return before + 1
    return None


def _teller(view: View, items: Items, at: int) -> Voice | None:
    """Return whose words are told with the verb at ``items[at]``, if it tells any."""
    word = items[at].word
    start = verb_start(view, items, at)
    if start and items[start - 1].word == "to":  # "continues to believe"
        start = verb_start(view, items, group_start(view.lexicon, items, at))
    if any(view.lexicon.has(i.word, "modal", "future") for i in items[start:at]):
        return None
    subject = subject_of(view, items, start)
    if subject is None or subject.last > at:
        return None
    if subject.person == "first" and subject.actor is not None:
        return Voice(subject.actor, word)
    if subject.person == "first" or items[subject.last - 1].word in ("you", "it", "that", "this"):
        return None
    return Voice(subject.actor, word, subject.crowd and subject.person == "third")


def _told_behind(view: View, items: Items, index: int) -> str | None:
    """Read "…, X said" and "…, said X" behind the clause."""
    for at in range(index + 1, min(len(items) - 2, index + _REACH)):
        if items[at].word in STRONG or items[at].word in QUOTES:
            return None
        if items[at].word != ",":
            continue
        tail = items[at + 1 : at + 1 + _TAIL]
        verb = next((n for n, i in enumerate(tail) if _tells(view, items, at + 1 + n)), None)
        ref = next((i.ref for i in tail if i.ref is not None), None)
        if verb is None or ref is None:
            continue
        after = items[at + 2 + verb].word if at + 2 + verb < len(items) else "."
        if tail[verb].word != "told" and after[:1].isalnum() and verb > 0:
            continue  # another clause: "the dam will hold, X said it was new"
        return ref.actor
    return None


def _tells(view: View, items: Items, at: int) -> bool:
    return items[at].ref is None and view.lexicon.has(items[at].word, "reporting")
