"""Stands taken by a word: "Do you support the treaty?" – "Yes, I do." """

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.clauses import QUOTES, span_of, words_of
from communique.extract.modality import Items
from communique.extract.positions.complements import takes
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.issues import Scheme
from communique.extract.positions.labels import issue_of
from communique.extract.positions.stand import FLIPPED, Stand
from communique.extract.view import View
from communique.model import Position, merged
from communique.model.claims import Polarity

_ASKED = 4  # items between "you" and what one is asked to be for
_LONG = 36  # items of a question


def answered(view: View, cues: Cues, scheme: Scheme, number: int) -> Iterator[Position]:
    """Yield the stand that sentence ``number`` takes by "yes" or "no" to the one before."""
    items = view.items(number)
    asked = view.items(number - 1) if number else ()
    if not items or not asked or asked[-1].word != "?" or len(asked) > _LONG:
        return
    statement = view.statement_at(items[-1].start)
    if statement is None or statement.speaker is None or statement.form != "direct":
        return
    items = tuple(item for item in items if view.statement_at(item.start) == statement)
    said = _yes_or_no(cues, items)
    if said is None:
        return
    before = view.statement_at(asked[-2].start) if len(asked) > 1 else None
    if before is None or before.id == statement.id or before.speaker == statement.speaker:
        return
    stand = _asked(view, cues, asked, statement.speaker)
    issue = issue_of(view, cues, scheme, asked, stand) if stand is not None else None
    if stand is None or issue is None:
        return
    polarity: Polarity = stand.polarity if said else FLIPPED[stand.polarity]
    polarity = FLIPPED[polarity] if issue.turned else polarity
    if any(item.word in cues.lists["answers.terms"] for item in items):
        polarity = "conditional"
    spans = (
        span_of(view, asked, stand.first, stand.end),
        span_of(view, items, 0, len(items)),
    )
    yield Position(
        id="p",
        why=stand.why,
        actor=statement.speaker,
        actor_raw=None,
        issue=issue.label,
        stance=words_of(view, asked, stand.cue, stand.end),
        polarity=polarity,
        reported_by=None,
        statement=statement.id,
        evidence=merged(span for span in spans if span is not None),
    )


def _yes_or_no(cues: Cues, items: Items) -> bool | None:
    """Tell what an answer opens with: "yes", "no", "of course", "I do", "I am not"."""
    words = [item.word for item in items[:5] if item.word not in QUOTES]
    told = " ".join(words)
    for name, said in (("no", False), ("yes", True)):
        for one in sorted(cues.lists[f"answers.{name}"], key=len, reverse=True):
            if told == one or told.startswith((f"{one} ,", f"{one} .", f"{one} !")):
                return said
    return None


def _asked(view: View, cues: Cues, items: Items, speaker: str) -> Stand | None:
    """Return the stand that a question puts to somebody: "are you | for a truce"."""
    you = next((at for at, item in enumerate(items) if item.word == "you"), None)
    if you is None or not you or items[you - 1].word not in cues.lists["answers.asking"]:
        return None
    if any(item.word in ("or", "not") or item.word.endswith("n't") for item in items):
        return None
    for at in range(you + 1, min(len(items) - 1, you + _ASKED)):
        for cue in cues.at(items, at):
            after = at + len(cue.words)
            if _puts(view, cues, items, after, cue):
                return Stand(
                    speaker, None, cue.polarity, you - 1, you + 1, at, at, len(items) - 1,
                    (after, len(items) - 1), f"answer:{cue.name}", cue.kind == "ready",
                )  # fmt: skip
    return None


def _puts(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a cue with what follows ``items[after]`` is one to say yes or no to."""
    if cue.polarity not in ("for", "against") or after >= len(items) - 1:
        return False
    if cue.kind in ("predicate", "ready"):
        return cue.name in cues.lists["answers.predicates"]
    verb = cue.kind == "verb" and cue.form == "base" and not (cue.own or cue.judged)
    return verb and any(takes(view, cues, items, after, take, cue.own) for take in cue.takes)
