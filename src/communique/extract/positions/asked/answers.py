"""Stands taken by a word: "Do you support the treaty?" – "Yes, I do." """

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.clauses import QUOTES, span_of, words_of
from communique.extract.modality import Items
from communique.extract.positions.asked.questions import put_to
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.labels import issue_of
from communique.extract.positions.issue_names.printed import due
from communique.extract.positions.making import side_on
from communique.extract.positions.stand import FLIPPED, Stand
from communique.extract.view import View
from communique.model import Position, merged
from communique.model.claims import Polarity

_WHO = frozenset({"i", "we", "it", "they", "he", "she", "that", "there", "this"})
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
    said = says_yes(view, cues, items)
    if said is None:
        return
    before = view.statement_at(asked[-2].start) if len(asked) > 1 else None
    if before is None or before.id == statement.id or before.speaker == statement.speaker:
        return
    stand = put_to(view, cues, asked, statement.speaker)
    if stand is None or (not said and stand.why in ("answer:rule out", "answer:exclude")):
        return  # who does not rule a thing out is not for it
    issue = issue_of(view, cues, scheme, asked, stand) or named(view, asked, stand)
    if issue is None:
        return
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
        polarity=side_of(cues, stand, issue, items, said),
        reported_by=None,
        statement=statement.id,
        evidence=merged(span for span in spans if span is not None),
    )


def named(view: View, asked: Items, stand: Stand) -> Heading | None:
    """Return the words of a question as an issue: "do you think | we should join the pact"."""
    return due(view, asked, stand) if stand.firm else None


def side_of(cues: Cues, stand: Stand, issue: Heading, items: Items, said: bool) -> Polarity:
    """Return the side that an answer of ``items`` takes which opens with "yes", or with "no"."""
    if any(item.word in cues.lists["answers.terms"] for item in items):
        return "conditional"
    return side_on(issue, stand.polarity if said else FLIPPED[stand.polarity])


def says_yes(view: View, cues: Cues, items: Items) -> bool | None:
    """Tell what an answer opens with: "yes", "no", "of course", "I do", "it is not"."""
    first = _past_name(items)
    words = [item.word for item in items[first : first + 8] if item.word not in QUOTES]
    while len(words) > 1 and words[0] in cues.lists["answers.filling"]:
        words = words[1 + (words[1] == ",") :]
    told = " ".join(words)
    for name, said in (("no", False), ("yes", True)):
        for one in sorted(cues.lists[f"answers.{name}"], key=len, reverse=True):
            if told == one or told.startswith((f"{one} ,", f"{one} .", f"{one} !", f"{one} ;")):
                return said
    if words[:2] == ["of", "course"] or words[:2] in (["i", "think"], ["i", "believe"]):
        words = words[2 + (words[2:3] == ["that"]) :]
    return _by_auxiliary(view, words)


def _past_name(items: Items) -> int:
    """Return where an answer begins behind the name of whoever gives it: "MR. LIND : | no"."""
    near = range(min(4, len(items)))
    return next((at + 1 for at in near if items[at].word == ":"), 0)


def _by_auxiliary(view: View, words: list[str]) -> bool | None:
    """Read "it is", "they should not", "we will never": a pronoun, a verb that helps, a "not"."""
    if len(words) < 2 or words[0] not in _WHO:
        return None
    short = words[1].endswith("n't")
    if not short and not view.lexicon.has(words[1], "be", "have", "do", "modal", "future"):
        return None
    rest = words[2:]
    denied = short or (bool(rest) and rest[0] in ("not", "never"))
    rest = rest[1:] if denied and not short else rest
    return None if rest and rest[0][:1].isalnum() else not denied
