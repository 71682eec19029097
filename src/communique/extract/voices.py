"""Whose words a clause is, also where the reading has no statement around it.

A reading tells who speaks by its statements. Where it has none, because the words are told
without a mark that the reader knows, the sentence often says it all the same: "according to
X", "X said the dam will hold", "the dam will hold, X said".
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, subject_of, teller_of, verb_start
from communique.extract.modality import Items
from communique.extract.view import View

_REACH = 30  # items between a verb of telling and what it tells
_NEAR = 6  # items between "according to" and a name
_TAIL = 6  # items of ", the envoy Lind said"


def voice_at(view: View, items: Items, index: int) -> str | None:
    """Return who says what stands at ``items[index]``; ``None`` is the report's own voice.

    Somebody whom the reader could not name is ``None`` as well.
    """
    statement = view.statement_at(items[index].start)
    if statement is not None:
        return statement.speaker
    return (
        _credited(view, items, index)
        or _told_before(view, items, index)
        or (_told_behind(view, items, index))
    )


def teller_at(view: View, items: Items, index: int, actor: str | None) -> str | None:
    """Return who tells of ``actor`` what stands at ``items[index]``: nobody for the actor."""
    offset = items[index].start
    if view.statement_at(offset) is not None:
        return teller_of(view, offset, actor)
    voice = voice_at(view, items, index)
    return voice if voice != actor else None


def _credited(view: View, items: Items, index: int) -> str | None:
    """Read "according to X" before or behind the clause."""
    for at in range(len(items) - 2):
        if items[at].word != "according" or items[at + 1].word != "to":
            continue
        between = items[min(at, index) : max(at, index)]
        if any(item.word in ";:" for item in between):
            continue
        ref = next((i.ref for i in items[at + 2 : at + 2 + _NEAR] if i.ref is not None), None)
        if ref is not None and not items[at].start <= items[index].start < ref.end:
            return ref.actor
    return None


def _told_before(view: View, items: Items, index: int) -> str | None:
    """Read "X said (that) …" before the clause."""
    for at in range(index - 1, max(0, index - _REACH), -1):
        word = items[at].word
        told = view.statement_at(items[at].start) is not None
        if told or word in STRONG or word in QUOTES:
            return None  # what is told ended before
        if items[at].ref is None and view.lexicon.has(word, "reporting"):
            start = verb_start(view, items, at)
            if any(view.lexicon.has(i.word, "not", "modal", "future") for i in items[start:at]):
                return None
            subject = subject_of(view, items, start)
            return subject.actor if subject is not None else None
    return None


def _told_behind(view: View, items: Items, index: int) -> str | None:
    """Read "…, X said" and "…, said X" behind the clause."""
    for at in range(index + 1, len(items) - 2):
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
