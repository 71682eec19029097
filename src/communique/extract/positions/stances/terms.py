"""Stands on terms: "no truce without observers", "will recognise it only when they vote"."""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    asks,
    clause_end,
    subject_of,
    verb_start,
    words_of,
)
from communique.extract.modality import Items
from communique.extract.positions.caution.complements import seeks_talks
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import Stand, is_somebody
from communique.extract.view import View
from communique.extract.voices import voice_at
from communique.model.claims import Polarity

_REACH = 8  # items between "only" and its verb
_BEFORE = 16  # items of a clause before its terms


def by_only(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "only a settlement can last" in somebody's mouth."""
    deed = _only_deed(view, cues, items, index)
    if deed is not None:
        return deed
    actor = voice_at(view, items, index)
    if actor is None or (index and items[index - 1].word not in (*STRONG, *QUOTES, "that", ",")):
        return None
    for at in range(index + 1, min(len(items) - 1, index + _REACH)):
        word = items[at].word
        if word in STRONG or word == "," or items[at].ref is not None:
            return None
        if word in ("can", "will"):
            end = clause_end(view, items, at + 1)
            return Stand(
                actor, None, "for", index, at, index, index, max(end, at + 1),
                (index + 1, at), f"only:{word}", True,
            )  # fmt: skip
    return None


def _only_deed(view: View, cues: Cues, items: Items, index: int) -> Stand | None:
    """Read "Lutha will only withdraw once …": the terms of whoever would do it."""
    if not index or items[index - 1].word not in cues.lists["terms.modals"]:
        return None
    end = clause_end(view, items, index + 1)
    at = next(
        (n for n in range(index + 2, end) if items[n].word in cues.lists["terms.opening"]), None
    )
    subject = subject_of(view, items, verb_start(view, items, index))
    if at is None or subject is None or subject.actor is None or subject.person == "pronoun":
        return None
    if asks(view, items, subject.first):
        return None
    return Stand(
        subject.actor, None, "conditional", subject.first, subject.last, index - 1, index + 1,
        end, (index + 1, at), f"limit:only {items[at].word}",
        called="talks" if seeks_talks(items, index + 1) else "",
    )  # fmt: skip


def by_terms(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "no truce without observers" and "yes to a truce" in somebody's mouth."""
    actor = voice_at(view, items, index)
    opens = not index or items[index - 1].word in STRONG or items[index - 1].word in QUOTES
    if actor is None or not opens:
        return None
    if index + 2 < len(items) and items[index + 1].word == "to":
        end = clause_end(view, items, index + 2)
        if end <= index + 2:
            return None
        side: Polarity = "for" if items[index].word == "yes" else "against"
        return Stand(
            actor, None, side, index, index + 1, index, index, end, (index + 2, end),
            f"terms:{items[index].word} to",
        )  # fmt: skip
    if items[index].word != "no":
        return None
    for at in range(index + 2, min(len(items) - 1, index + _REACH)):
        word = items[at].word
        if word in cues.lists["guards.lacking"]:
            end = clause_end(view, items, at + 1)
            return Stand(
                actor, None, "conditional", index, at, index, index, max(end, at + 1),
                (index + 1, at), f"terms:{word}", True,
            )  # fmt: skip
        if word in STRONG or word == "," or word in cues.lists["guards.happening"]:
            return None
        if view.lexicon.has(word, "be", "have", "do", "modal"):
            return None
    return None


def by_limit(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X will recognise Y only when …" and "Y can be discussed only after …".

    It is the stand of the one who will do it, else of whoever says so.
    """
    verb = _deed_before(view, cues, items, index)
    after = index + len(cue.words)
    if verb is None or (after < len(items) and items[after].word == "possible"):
        return None  # "as soon as possible"
    start = verb_start(view, items, verb)
    subject = subject_of(view, items, start)
    if subject is None or subject.last > verb or subject.person == "pronoun":
        return None
    if asks(view, items, subject.first):
        return None
    passive = any(view.lexicon.has(item.word, "be") for item in items[start:verb])
    speaker = voice_at(view, items, index)
    actor = subject.actor if subject.actor is not None and not passive else speaker
    end = clause_end(view, items, index + len(cue.words))
    body = actor is None and not passive and is_somebody(view, items, subject)
    raw = words_of(view, items, subject.first, subject.last, 8) if body else None
    if (actor or raw) is None or end <= index + len(cue.words):
        return None
    about = (subject.first, index) if passive else (verb, index)
    return Stand(
        actor, raw, "conditional", subject.first, subject.last, start, verb, end, about,
        f"limit:{cue.name}", not cue.name.startswith("only"),
    )  # fmt: skip


def _deed_before(view: View, cues: Cues, items: Items, index: int) -> int | None:
    """Return the verb behind "will", "would", "can" or "could" that the terms are for."""
    for at in range(index - 1, max(-1, index - _BEFORE), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word == ",":
            return None
        if items[at].ref is None and word in cues.lists["terms.modals"]:
            verb = at + 1
            while verb < index and view.lexicon.has(items[verb].word, "adverb", "be"):
                verb += 1
            return verb if verb < index and items[verb].word.isalpha() else None
    return None
