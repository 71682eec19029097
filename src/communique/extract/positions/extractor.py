"""The positions of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.clauses import QUOTES, is_tangled, span_of, words_of
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues, cues_for
from communique.extract.positions.guards import on_terms
from communique.extract.positions.issues import Scheme, scheme_from
from communique.extract.positions.stand import Stand
from communique.extract.positions.stands import stand_at
from communique.extract.view import View
from communique.extract.voices import teller_at
from communique.model import Claims, Position, Span, merged
from communique.model.claims import Polarity

_FAR = 8  # items between a subject and its verb that are left out of the evidence
_ASKED = 8  # items that name whom one asks: "urged the parties to …"
_POINTING = frozenset({"it", "this", "these", "those"})  # to what was told before
_BEYOND = frozenset(
    {",", "and", "or", "by", "with", "in", "at", "from", "to", "during", "after", "before"}
)
_BACK = 2  # sentences back to what "it" stands for
_OBJECT = 16  # words in which a stand names its issue
_HEAD = 8  # words in which a broad issue has to be named
_CLAUSE = 30  # words in which a weak stand does
_LABEL = 5  # words of an issue that the scheme does not know


class PositionExtractor:
    """Finds the positions of a reading.

    Args:
        issues: A file with labels and words of the user's own; see
            :func:`~communique.extract.positions.issues.scheme_from`, which also says what
            it raises. It is read when the first reading comes.
    """

    gives: ClassVar[str] = "positions"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, issues: Path | None = None) -> None:
        self.issues = issues

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``positions`` filled, in the order of the text."""
        cues = cues_for(view.lexicon)
        scheme = _scheme(self.issues, view.lexicon.language)
        found: list[Position] = []
        for number in range(len(view.reading.sentences)):
            if view.has_any(number, cues.hint):
                found.extend(_positions(view, cues, scheme, view.items(number)))
        numbered = tuple(replaced(p, id=f"p{n}") for n, p in enumerate(found, start=1))
        return replaced(claims, positions=numbered)


@lru_cache(maxsize=16)
def _scheme(path: Path | None, language: str) -> Scheme:
    return scheme_from(path, language)


def _positions(view: View, cues: Cues, scheme: Scheme, items: Items) -> Iterator[Position]:
    taken: dict[str | None, int] = {}
    for index in range(len(items)):
        for cue in cues.at(items, index):
            if is_tangled(view, items, index):
                break
            stand = stand_at(view, cues, items, index, cue)
            if stand is None or index < taken.get(stand.actor, -1):
                continue
            position = _position(view, cues, scheme, items, stand)
            if position is not None:
                taken[stand.actor] = stand.end
                yield from (replaced(position, actor=actor) for actor in stand.joint)
                yield position
                break


def _position(
    view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand
) -> Position | None:
    evidence = _evidence(view, items, stand)
    label = _label(view, cues, scheme, items, stand)
    if not evidence or label is None:
        return None
    stance = words_of(view, items, min(stand.start, stand.cue, stand.about[0]), stand.end)
    if not stance:
        return None
    offset = items[stand.cue].start
    statement = view.statement_at(offset)
    return Position(
        id="p",
        why=stand.why,
        actor=stand.actor,
        actor_raw=stand.actor_raw,
        issue=label,
        stance=stance,
        polarity=_polarity(cues, items, stand),
        reported_by=teller_at(view, items, stand.cue, stand.actor),
        statement=statement.id if statement else None,
        evidence=evidence,
    )


def _polarity(cues: Cues, items: Items, stand: Stand) -> Polarity:
    taken = stand.why.startswith(("verb", "predicate", "noun"))
    if taken and stand.polarity == "for" and on_terms(cues, items, stand.cue, stand.end):
        return "conditional"
    return stand.polarity


def _label(view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand) -> str | None:
    """Return the issue: a label of the scheme, or else the words that name it.

    What a pronoun stands for ("we are against it") is looked for before it, in the sentence and
    in the one before. Without an issue there is no position.
    """
    first, last = stand.about
    if stand.why.startswith("named:"):
        return _name(view, items, first, last)
    broad = cues.lists["guards.broad"]
    if stand.called:
        return scheme.label_in(stand.called)
    fine = stand.why.split(":", 1)[1] in cues.lists["guards.fine"] and not stand.firm
    whole = min(first, stand.cue) if stand.why.startswith("verb:have") else first
    near = _until_mark(items, whole, last)
    if stand.why == "verb:stand":  # "stands with Lutha | in the face of terror"
        near = next((at for at in range(whole + 2, near) if _parts_off(view, items, at)), near)
        last = near
    label = scheme.label_in(words_of(view, items, whole, near, most=_OBJECT))
    if label is None and (stand.weak or fine or near == whole):
        label = scheme.label_in(words_of(view, items, whole, last, most=_CLAUSE))
    if label in broad and not (stand.weak or fine):
        opening = words_of(view, items, whole, near, most=_HEAD)
        label = label if scheme.label_in(opening) == label else None
    if label:
        return None if fine and label in broad else label
    if fine:
        return None
    kind, _, words = stand.why.partition(":")
    if kind == "prescribe" or (kind == "impersonal" and first == stand.cue):
        first = _deed(view, items, stand.cue + len(words.split()), last)
    asked = range(first, min(_until_mark(items, first, last), first + _ASKED))
    to = next((at for at in asked if items[at].word == "to"), first)
    if stand.firm and kind == "prescribe":
        to, last = stand.first, stand.subject_end  # "the mission" that has to be wound up
    elif stand.firm and items[to].word == "that":
        to += 1
    named = words_of(view, items, *_phrase(view, items, (to, last)), most=_LABEL).lower()
    bare = kind in ("prescribe", "impersonal") or (named != "" and words.endswith(" to"))
    named = _without_preposition(view, named)
    if " " not in named and bare and not stand.weak:
        named = words_of(view, items, _deed(view, items, to, last), last, most=_LABEL).lower()
    if named.endswith(("-", "–", "—")) or view.lexicon.has(named.split(" ")[-1], "determiner"):
        return None  # broken off
    if named in cues.lists["firm.vague"] or named.endswith(("'s", "’s")):
        return None
    if len(named) > 2 and not _is_vague(view, named):
        points = any(item.word in _POINTING for item in items[first:last])
        if not (stand.weak and points):
            return None if stand.weak else named
    if not stand.weak and items[min(first + 1, last - 1)].word in cues.lists["guards.clausal"]:
        return words_of(view, items, first + 1, last, most=_LABEL).lower()  # "with what he wrote"
    return None if stand.weak else _label_before(view, broad, scheme, items, stand)


def _until_mark(items: Items, first: int, last: int) -> int:
    """Return where the words end, from ``items[first]`` on, that no comma parts."""
    return next((at for at in range(first + 1, last) if items[at].word == ","), last)


def _without_preposition(view: View, words: str) -> str:
    """Return the words without the prepositions at their end: "act on"."""
    found = words.split(" ")
    while found and view.lexicon.has(found[-1], "preposition"):
        found.pop()
    return " ".join(found)


def _parts_off(view: View, items: Items, at: int) -> bool:
    """Tell whether the words behind whom one stands with begin at ``items[at]``."""
    word = items[at].word
    return word == "and" or (word != "of" and view.lexicon.has(word, "preposition"))


def _deed(view: View, items: Items, first: int, last: int) -> int:
    """Return where what has to be done begins: "must not be | rebuilt"."""
    while first < last - 1 and view.lexicon.has(
        items[first].word, "be", "have", "not", "adverb", "to"
    ):
        first += 1
    return min(first, last)


def _name(view: View, items: Items, first: int, last: int) -> str | None:
    """Return the name of the one whom a stand is on."""
    ref = next((item.ref for item in reversed(items[first:last]) if item.ref is not None), None)
    actor = view.actors.get(ref.actor) if ref is not None else None
    return actor.name if actor is not None else None


def _label_before(
    view: View, broad: frozenset[str], scheme: Scheme, items: Items, stand: Stand
) -> str | None:
    number = view.sentence_at(items[stand.cue].start) or 0
    before = [items[: stand.about[0]]]
    for back in range(1, min(number, _BACK) + 1):
        earlier = view.items(number - back)
        apart = back > 1 and earlier and "\n\n" in view.text[earlier[-1].end : items[0].start]
        if not earlier or apart:
            break
        before.append(earlier)
    for some in before:
        label = scheme.label_in(words_of(view, some, 0, len(some), most=60)) if some else None
        if label is not None and label not in broad:
            return label
    return None


def _is_vague(view: View, words: str) -> bool:
    """Tell whether words name nothing: "it", "that", "this again"."""
    return all(
        view.lexicon.has(
            word, "pronoun", "determiner", "adverb", "preposition", "be", "conjunction"
        )
        for word in words.split()
    )


def _phrase(view: View, items: Items, about: tuple[int, int]) -> tuple[int, int]:
    """Return the phrase that names an issue, without determiner and what follows its noun."""
    first, last = about
    while first < last and (
        view.lexicon.has(items[first].word, "determiner", "to", "preposition")
        or items[first].word in QUOTES
        or items[first].word in cues_for(view.lexicon).lists["guards.empty"]
    ):
        first += 1
    for at in range(first, last):
        if view.lexicon.has(
            items[at].word,
            "subordinator",
            "relative",
            "pronoun",
            "be",
            "have",
            "modal",
            "future",
            "to",
        ) or (at > first and items[at].word in _BEYOND):
            return first, at
    return first, last


def _evidence(view: View, items: Items, stand: Stand) -> tuple[Span, ...]:
    """Return the clause; a subject that stands far off has a span of its own."""
    if stand.first < stand.start - _FAR:
        parts = [
            span_of(view, items, stand.first, stand.subject_end),
            span_of(view, items, stand.start, stand.end),
        ]
    else:
        parts = [span_of(view, items, min(stand.first, stand.start), stand.end)]
    return merged(part for part in parts if part is not None)
