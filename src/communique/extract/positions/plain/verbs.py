"""Stands told with a verb, whoever holds them and whatever they are on."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    listed,
    verb_start,
)
from communique.extract.modality import Items, noun_start, of_verb
from communique.extract.positions.caution.firmness import tells_due
from communique.extract.positions.caution.guards import is_noun
from communique.extract.positions.caution.lookalikes import is_greeting, is_guest, is_help
from communique.extract.positions.caution.misread import is_misread
from communique.extract.positions.caution.turning import is_over, polarity_of_verb
from communique.extract.positions.cues import Cues
from communique.extract.positions.holder.whose import put_right
from communique.extract.positions.plain.aims import aimed, cue_of, held
from communique.extract.positions.plain.following import complement
from communique.extract.positions.plain.frames import Frame, Frames
from communique.extract.positions.plain.whose import (
    Holder,
    holder_before,
    holders_behind,
    main_subject,
    past_aside,
    phrase_ending,
)
from communique.extract.positions.stances.holding import holder_of, is_backwards, past_day
from communique.extract.positions.stand import Stand, held_by, polarity_of
from communique.extract.view import View

_CLAUSE = 16  # items of a clause in which it is told what is due


def by_verb(
    view: View, cues: Cues, frames: Frames, items: Items, index: int, frame: Frame
) -> Stand | None:
    """Read "X opposes Y", "Y, opposed by X", "exiles protesting Y", "wants Y returned"."""
    if not index or items[index].upper:
        return None
    if items[index - 1].word == "'s" and not view.lexicon.has(items[index - 2].word, "pronoun"):
        return None  # "Ruiz's | disparaging remarks"
    after = past_day(items, index + len(frame.words))
    start = verb_start(view, items, index)
    helped = any(view.lexicon.has(i.word, "be") for i in items[start:index])
    if after < len(items) and items[after].word == "by" and frame.form == "past":
        return _passive(view, frames, items, start, index, frame)
    if helped and frame.form == "past":
        return None
    start = past_aside(view, items, start)
    where = complement(view, frames, items, after, frame)
    if _is_noun(view, items, index, frame):
        return None
    if where is None:
        return _behind(view, frames, items, (start, index, after), frame)
    after, deed = where
    cue = cue_of(frame)
    subject, start = _subject(view, cues, frames, items, start, index, frame)
    if is_noun(cues, items, index, subject, cue) or is_over(cues, items, start, index, cue):
        return None
    if frame.that_due and not _is_due(view, cues, frames, items, after, frame):
        return None
    if is_help(view, cues, items, after, cue, subject) or is_greeting(
        view, cues, items, after, cue
    ):
        return None
    if frame.words == ("back",) and is_backwards(view, cues, items, index):
        return None
    if frame.name == "welcome" and is_guest(view, items, after):
        return None
    modality = of_verb(view, items, index, frame.form)
    polarity = polarity_of_verb(view, cues, items, (start, index, after), cue, subject, modality)
    if polarity is None:
        return None
    stand = None
    why = f"{frame.kind}:{frame.name}"
    if subject is not None:
        stand = held_by(view, items, subject, polarity, start, index, after, why, False)
    named = subject is not None and (subject.actor is not None or subject.person != "third")
    if stand is None and subject is not None and subject.person == "pronoun":
        holder = _of_oneself(view, frames, items, subject)
        if holder is not None:
            stand = held(view, items, holder, polarity, (start, index, after), why)
    if stand is None and not named:
        holder = _holder(view, frames, items, start, index, frame)
        if holder is not None:
            stand = held(view, items, holder, polarity, (start, index, after), why)
    stand = aimed(view, cues, frames, items, stand, frame, after, deed)
    if stand is None or is_misread(view, cues, items, index, cue, stand):
        return None
    return put_right(view, cues, items, stand)


def _behind(
    view: View, frames: Frames, items: Items, at: tuple[int, int, int], frame: Frame
) -> Stand | None:
    """Read "a pact, which Ruiz has criticised": what the stand is on goes before its holder."""
    start, index, after = at
    follows = items[after].word if after < len(items) else "."
    left = not follows[:1].isalnum() or follows in ("and", "but", "in", "as", "last", "during")
    if ("np",) not in frame.takes or frame.form == "ing" or not left:
        return None
    holder = holder_before(view, frames, items, start)
    which = holder.first - 1 if holder is not None else 0
    if holder is None or which < 1 or items[which].word not in ("which", "that", "whom"):
        return None
    end = which - (items[which - 1].word in (",", "("))
    first = _done_to(view, items, end, whole=False) if end > 0 else end
    if items[which].word == "that" and (
        items[end - 1].ref is not None or items[end - 1].word in listed(view, "telling")
    ):
        return None  # "said that Ruiz opposes"
    polarity = polarity_of(frame.polarity, of_verb(view, items, index, frame.form), items, index)
    if first >= end or polarity is None or (frame.only and polarity not in frame.only):
        return None
    actors = holder.actors
    return Stand(
        actors[-1] if actors else None, None if actors else holder.raw, polarity, first, end,
        first, index, index + len(frame.words), (first, end), f"verb:{frame.name}",
        joint=actors[:-1], firm=True,
    )  # fmt: skip


def _of_oneself(view: View, frames: Frames, items: Items, subject: Subject) -> Holder | None:
    """Return who tells of oneself: "the weavers said | they would appeal the ruling"."""
    at = subject.last - 1
    told = at - 1 - (at > 0 and items[at - 1].word == "that")
    while told > 0 and items[told].date >= 0 and items[told].ref is None:
        told -= 1  # "said | on Thursday"
    told -= told > 0 and items[told].word == "on"
    if items[at].word not in ("they", "he", "she", "it") or told < 1:
        return None
    if items[told].ref is not None or items[told].word not in listed(view, "telling"):
        return None
    teller = holder_before(view, frames, items, verb_start(view, items, told))
    if teller is None or (items[at].word != "they" and not teller.actors):
        return None
    return replace(teller, first=at, last=at + 1)


def _is_due(view: View, cues: Cues, frames: Frames, items: Items, after: int, frame: Frame) -> bool:
    """Tell whether a clause says what is to be done: "said Lutha should leave"."""
    if frame.name in frames.lists["demanding"]:
        return tells_due(view, cues, items, after)
    for at in range(after + 1, min(len(items) - 1, after + _CLAUSE)):
        if items[at].word in STRONG or items[at].word in ("that", "who", "which", ","):
            return False
        if items[at].word in frames.lists["due"]:
            verb = at + 1 + (items[at + 1].word == "not")
            verb += items[verb].word == "to" if verb < len(items) else 0
            word = items[verb].word if verb < len(items) else ""
            return word not in frames.lists["undue"]
    return False


def _subject(
    view: View, cues: Cues, frames: Frames, items: Items, start: int, index: int, frame: Frame
) -> tuple[Subject | None, int]:
    """Return the subject of a finite verb, and where its group begins."""
    if items[start - 1].word == "to" and frame.form == "base" and start > 2:
        verb = start - 2
        if items[verb].ref is not None or items[verb].word not in frames.lists["governing"]:
            return None, start
        start = verb_start(view, items, verb)
    elif frame.form == "ing" and start == index and items[start - 1].word != ",":
        return None, start
    alone = frame.form == "base" and start == index
    if alone and not _can_be_many(view, items, start):
        return None, start
    return (holder_of(view, cues, items, start) if start else None), start


def _is_noun(view: View, items: Items, index: int, frame: Frame) -> bool:
    """Tell whether a noun stands there: "the attack", "Lutha's plans"."""
    before = items[index - 1] if index else items[index]
    if frame.form == "ing" and view.lexicon.has(before.word, "have"):
        return True  # "had | opposing views"
    if frame.form in ("base", "third", "past") and view.lexicon.has(
        before.word, "determiner", "genitive", "preposition"
    ):
        return before.word != "to" and before.word not in ("that", "all", "both")
    return False


def _holder(
    view: View, frames: Frames, items: Items, start: int, index: int, frame: Frame
) -> Holder | None:
    """Return whose a verb is: its subject, or of a participle the phrase or clause before it."""
    if start < 1:
        return None
    before = items[start - 1].word
    if before == "to" and frame.form == "base":
        return _governor(view, frames, items, start)
    helped = any(view.lexicon.has(i.word, "be") for i in items[start:index])
    if frame.form == "ing" and not helped:
        return _of_participle(view, frames, items, start)
    if frame.form == "base" and start == index and not _can_be_many(view, items, start):
        return None
    return holder_before(view, frames, items, start)


def _can_be_many(view: View, items: Items, start: int) -> bool:
    """Tell whether a bare verb may follow: "the unions | oppose", not "Ruiz | oppose"."""
    ref = items[start - 1].ref
    if ref is None:
        return items[start - 1].word not in ("he", "she", "it", "this")
    actor = view.actors.get(ref.actor)
    word = items[start - 1].word
    single = actor is not None and actor.kind in ("person", "state") and not word.endswith("s")
    return not single or items[start - 2].word == "and" or word in ("they", "we", "i", "you")


def _of_participle(view: View, frames: Frames, items: Items, start: int) -> Holder | None:
    before = items[start - 1]
    if view.lexicon.has(before.word, "genitive"):
        return None  # "Ruiz's | disparaging remarks"
    if before.word == ",":
        found = holder_before(view, frames, items, start)
        object_ = found is not None and found.first > 0 and items[found.first - 1].word != ","
        main = main_subject(view, frames, items, start) if object_ or not found else None
        return main or found
    if before.ref is not None or before.word.isalpha():
        if before.word == "for" and start > 1 and items[start - 2].ref is not None:
            ref = items[start - 2].ref  # "criticised Ruiz | for opposing"
            return Holder(start - 2, start - 1, (ref.actor,)) if ref is not None else None
        if view.lexicon.has(before.word, "preposition"):
            return main_subject(view, frames, items, start) if before.word == "by" else None
        return phrase_ending(view, frames, items, start - 1)
    return None


def _governor(view: View, frames: Frames, items: Items, start: int) -> Holder | None:
    """Return whose "continues to", "vowed to" or "will have to" it is before "to" and a verb."""
    verb = start - 2
    if verb < 1 or items[verb].ref is not None or items[verb].word not in frames.lists["governing"]:
        return None
    begin = verb_start(view, items, verb)
    if begin and items[begin - 1].word == ",":
        found = holder_before(view, frames, items, begin)
        return found or main_subject(view, frames, items, begin)
    return holder_before(view, frames, items, begin)


def _done_to(view: View, items: Items, end: int, whole: bool) -> int:
    """Return where what something is done to begins: a ``whole`` subject, or a noun phrase."""
    first = end
    if whole:
        while first > 0 and not (
            items[first - 1].word in STRONG
            or items[first - 1].word in QUOTES
            or items[first - 1].word in (",", "but", "and")
            or view.lexicon.has(
                items[first - 1].word, "relative", "subordinator", "reporting", "be"
            )
        ):
            first -= 1
        return first
    first = noun_start(view.lexicon, items, end - 1)
    if first > 1 and items[first - 1].word in ("of", "for", "on"):
        first = min(first, noun_start(view.lexicon, items, first - 2))
    marks = (n for n in range(end - 1, first - 1, -1) if items[n].word in (*QUOTES, "and", ","))
    return next(marks, first - 1) + 1


def _passive(
    view: View, frames: Frames, items: Items, start: int, index: int, frame: Frame
) -> Stand | None:
    """Read "the plan was opposed by X", "a plan backed by X" and "Lutha, backed by X"."""
    by = past_day(items, index + len(frame.words))
    holder = holders_behind(view, frames, items, by + 1)
    if holder is None or ("np",) not in frame.takes or frame.name in frames.lists["no_passive"]:
        return None
    at = start
    while at > 1 and (
        items[at - 1].word in (",", "which", "that", "who") or items[at - 1].date >= 0
    ):
        at -= 1
    helped = any(view.lexicon.has(item.word, "be") for item in items[start:index])
    first = _done_to(view, items, at, whole=helped and at == start)
    modality = of_verb(view, items, index, "past")
    polarity = polarity_of(frame.polarity, modality, items, index)
    if first >= at or polarity is None:
        return None
    actors = holder.actors
    return Stand(
        actors[-1] if actors else None, None if actors else holder.raw, polarity, first, at,
        first, index, holder.last, (first, at), f"passive:{frame.name}", joint=actors[:-1],
        firm=True,
    )  # fmt: skip
