"""What somebody is told to call a thing, or to say of it: "called the toll useless"."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, clause_end, verb_start
from communique.extract.modality import Items, noun_start, of_verb
from communique.extract.positions.cues import Cues
from communique.extract.positions.plain.frames import Frame, Frames
from communique.extract.positions.plain.whose import Holder, holder_before, main_subject
from communique.extract.positions.stand import (
    FLIPPED,
    Stand,
    polarity_of,
)
from communique.extract.view import View
from communique.model.claims import Polarity

_PREDICATE = 6  # items of "an utterly pointless and costly mistake"
_LED = 3  # items of "a fundamental mistake" before its last word
_OBJECT = 14  # items of what is called something
_MARKS = QUOTES | {"``", "''", "'", "‘", "’"}


def side_of(cues: Cues, frames: Frames, word: str, outright: bool) -> Polarity | None:
    """Return the side that a word of judgement takes; ``outright`` where a thing is called so."""
    weak = frames.lists["telling_facts"]
    if word in frames.lists["bad"] or word in cues.lists["evaluate.against"] - weak:
        return "against"
    if word in cues.lists["evaluate.always_against"] - weak:
        return "against"
    if word in frames.lists["good"] or word in cues.lists["evaluate.for"] - weak:
        return "for"
    if not outright:
        return None
    if word in frames.lists["bad_called"] or word in cues.lists["evaluate.bad"] - weak:
        return "against"
    return "for" if word in frames.lists["good_called"] else None


def by_calling(
    view: View, cues: Cues, frames: Frames, items: Items, index: int, frame: Frame
) -> Stand | None:
    """Read "called the toll useless", "a toll which X called useless", "what X called a trap"."""
    start = verb_start(view, items, index)
    after = index + len(frame.words)
    if not index or items[index].upper or after >= len(items):
        return None
    if any(view.lexicon.has(item.word, "be") for item in items[start:index]):
        return None
    if items[index - 1].word in ("so", "the", "a"):
        return None
    found = _judgement(view, cues, frames, items, after, frame)
    if found is None:
        return None
    opens, side, end = found
    governed = items[start - 1].word == "to" and start > 2
    begin = verb_start(view, items, start - 2) if governed else start
    holder = holder_before(view, frames, items, begin)
    if holder is None and frame.form == "ing" and items[start - 1].word == ",":
        holder = main_subject(view, frames, items, start)
    quoted = next((n for n in range(after + 1, opens) if items[n].word in ('"', "“")), opens)
    about = (after, quoted)
    ref = items[after].ref
    if ref is not None and ref.form == "mention" and _is_name_alone(view, items, after, opens):
        about = (after, after + 1)  # "called Lind | the “ultimate” coward"
    if holder is not None and opens <= after + (items[after].word == "as"):
        about = _called_before(view, items, holder, opens, end)
    modality = of_verb(view, items, index, frame.form)
    polarity = polarity_of(side, modality, items, index)
    if holder is None or polarity is None or about[1] <= about[0]:
        return None
    if items[about[0]].word in ("himself", "herself", "itself", "themselves"):
        return None
    if modality.negated:
        return None
    actors = holder.actors
    return Stand(
        actors[-1] if actors else None, None if actors else holder.raw, polarity, holder.first,
        holder.last, min(start, about[0]) if about[0] < holder.first else start, index, end, about,
        f"calling:{frame.name}", joint=actors[:-1], firm=True,
    )  # fmt: skip


def _judgement(
    view: View, cues: Cues, frames: Frames, items: Items, after: int, frame: Frame
) -> tuple[int, Polarity, int] | None:
    """Return where the words begin that judge, their side, and where they end."""
    end = clause_end(view, items, after)
    end = max(end, next((n for n in range(after, len(items)) if items[n].word in STRONG), end))
    for at in range(after, min(end, after + _OBJECT)):
        word = items[at].word
        if word in ("that", "because", "who", "which", "to", "after") and at > after:
            return None
        if items[at].ref is not None:
            continue
        side = side_of(cues, frames, word, outright=True)
        if side is None:
            continue
        opens = at
        while opens > after and (
            items[opens - 1].word in _MARKS
            or view.lexicon.has(items[opens - 1].word, "article", "adverb", "not")
            or items[opens - 1].word.endswith("ly")
            or items[opens - 1].word in ("as", "most", "so", "very", "absolutely")
            or side_of(cues, frames, items[opens - 1].word, outright=True) is not None
        ):
            opens -= 1
        article = next(
            (n for n in range(opens - 1, max(after, opens - _LED) - 1, -1) if _is_a(items, n)), None
        )
        opens = article if article is not None else opens
        led = {item.word for item in items[opens:at]}
        plain = opens == at and opens > after and frame.takes == (("as",),)
        if plain or (frame.takes == (("as",),) and "as" not in led):
            continue
        if opens > after and view.lexicon.has(items[opens].word, "article") and at == opens:
            continue
        attributive = (
            opens < at
            and items[opens].word in ("the", "this")
            and at + 1 < end
            and items[at + 1].word.isalpha()
        )
        if opens == after and not (items[after].word in _MARKS or led or after == at):
            continue
        if attributive or (opens == after and items[after].word == "the"):
            continue
        if any(view.lexicon.has(item.word, "not") for item in items[opens:at]):
            side = FLIPPED[side]
        return opens, side, min(end, at + _PREDICATE)
    return None


def _is_name_alone(view: View, items: Items, at: int, opens: int) -> bool:
    after = items[at + 1].word if at + 1 < opens else ""
    return after in _MARKS - {"'", "’"} or view.lexicon.has(after, "article")


def _is_a(items: Items, at: int) -> bool:
    return items[at].word in ("a", "an") and items[at].ref is None


def _called_before(
    view: View, items: Items, holder: Holder, opens: int, end: int
) -> tuple[int, int]:
    """Return what is called so before its holder: "the toll, which X called", "what X called"."""
    at = holder.first - 1
    if at >= 0 and items[at].word == "what":
        return (opens, end)
    at -= at >= 0 and items[at].word in ("which", "that")
    at -= at >= 0 and items[at].word == ","
    if at < 0 or at >= holder.first - 1:
        return (0, 0)
    return (noun_start(view.lexicon, items, at), at + 1)
