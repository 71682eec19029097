"""The positions of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.clauses import is_tangled, words_of
from communique.extract.genres import tells_news
from communique.extract.modality import Items
from communique.extract.positions.asked.answers import answered
from communique.extract.positions.asked.asked_about import asked_about
from communique.extract.positions.asked.told_answers import told_answer
from communique.extract.positions.caution.guards import on_terms
from communique.extract.positions.caution.joints import told_of
from communique.extract.positions.caution.misread import is_bare_verb
from communique.extract.positions.caution.told_right import told_right
from communique.extract.positions.cues import Cues, cues_for
from communique.extract.positions.issue_names.issues import Scheme, scheme_from
from communique.extract.positions.issue_names.labels import issue_of
from communique.extract.positions.issue_names.printed import due, printed
from communique.extract.positions.making import position_of, side_on
from communique.extract.positions.plain.finding import told_plainly
from communique.extract.positions.plain.frames import frames_for
from communique.extract.positions.plain.stories import is_story
from communique.extract.positions.spoken.outright import told_outright
from communique.extract.positions.stand import Stand
from communique.extract.positions.stands import stand_at
from communique.extract.view import View
from communique.model import Claims, Position
from communique.model.claims import Polarity

_ASKED = frozenset({"asked"})
_FAR = 8  # items between a subject and its verb that are left out of the evidence


class PositionExtractor:
    """Finds the positions of a reading.

    Args:
        issues: A file with labels and words of the user's own; see
            :func:`~communique.extract.positions.issue_names.issues.scheme_from`, which also says
            what it raises. It is read when the first reading comes.
        plain: Whether stories are also read for stands in plain words, whatever they are on.
    """

    gives: ClassVar[str] = "positions"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, issues: Path | None = None, *, plain: bool = True) -> None:
        self.issues = issues
        self.plain = plain

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``positions`` filled, in the order of the text."""
        cues = cues_for(view.lexicon)
        scheme = _scheme(self.issues, view.lexicon.language)
        found: list[Position] = []
        frames = frames_for(view.lexicon)
        news = tells_news(view)
        story = self.plain and news and is_story(view)
        for number in range(len(view.reading.sentences)):
            before = len(found)
            told: list[Position] = []
            unnamed: list[Stand] = []
            if view.has_any(number, cues.hint):
                told.extend(_positions(view, cues, scheme, number, unnamed, news))
            if news:
                told.extend(told_outright(view, cues, scheme, number, told))
            found.extend(told)
            if story and view.has_any(number, frames.hint):
                items = view.items(number)
                found += told_plainly(view, cues, frames, scheme, items, found[before:], unnamed)
            if view.has_any(number, cues.lists["answers.opening"]):
                found.extend(answered(view, cues, scheme, number))
            if view.has_any(number, _ASKED):
                found.extend(told_answer(view, cues, scheme, number))
            if news and len(found) > before:
                items = view.items(number)
                right = [
                    told_right(view, cues, scheme.labels, items, each) for each in found[before:]
                ]
                found[before:] = [each for each in right if each is not None]
        numbered = tuple(replaced(p, id=f"p{n}") for n, p in enumerate(found, start=1))
        return replaced(claims, positions=numbered)


@lru_cache(maxsize=16)
def _scheme(path: Path | None, language: str) -> Scheme:
    return scheme_from(path, language)


def _positions(
    view: View, cues: Cues, scheme: Scheme, number: int, unnamed: list[Stand], news: bool
) -> Iterator[Position]:
    """Give the positions of a sentence; stands on what has no name go to ``unnamed``."""
    taken: dict[str | None, int] = {}
    items = view.items(number)
    owned = 0  # where what is told of somebody's aim ends
    for index in range(len(items)):
        for cue in cues.at(items, index):
            if is_tangled(view, items, index):
                break
            stand = stand_at(view, cues, items, index, cue)
            if stand is not None and index < owned and stand.why.startswith("prescribe"):
                continue  # "Lutha's position is that the gates must open" is Lutha's
            if stand is None or (
                index < taken.get(stand.actor, -1) and not _is_joined(items, stand)
            ):
                continue
            position = _position(view, cues, scheme, items, stand, news)
            if position is not None:
                taken[stand.actor] = stand.end
                owned = stand.end if stand.why.startswith("aim") else owned
                yield from (replaced(position, actor=actor) for actor in stand.joint)
                yield position
                break
            unnamed.append(stand)


def _is_joined(items: Items, stand: Stand) -> bool:
    """Tell whether another stand goes on: "… and refused to …", "… and those who … must …"."""
    at = stand.start if stand.why.startswith(("verb", "predicate")) else stand.first
    if stand.why.startswith("noun:"):
        noun = stand.about[0] - len(stand.why.partition(":")[2].split())
        if noun > 1 and items[noun - 2].word == "and":
            return True  # "support for the accord and its | concern over the raids"
    return at > 0 and items[at - 1].word in ("and", "but") and stand.first <= at


def _position(
    view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand, news: bool
) -> Position | None:
    issue = issue_of(view, cues, scheme, told_of(view, cues, items, stand), stand)
    if news:
        issue = printed(view, scheme, items, stand.about, stand.actor, issue)
    issue = issue or asked_about(view, cues, scheme, items, stand)
    issue = due(view, items, stand) if news and issue is None else issue
    if issue is None or is_bare_verb(view, items, stand, issue.label):
        return None
    stance = words_of(view, items, min(stand.start, stand.cue, stand.about[0]), stand.end)
    polarity = side_on(issue, _polarity(view, cues, items, stand))
    if polarity == "for" and _is_evil(cues, scheme, issue.label, stance, stand.why):
        return None
    return position_of(view, items, stand, issue.label, stance, polarity, _FAR)


def _is_evil(cues: Cues, scheme: Scheme, label: str, stance: str, why: str) -> bool:
    """Tell whether nobody takes that side in such words: "denouncing hatred" is not for it."""
    if label not in cues.lists["guards.evils"]:
        return False
    named = scheme.label_in(stance) == label
    return not named or why.split(":", 1)[1] not in cues.lists["guards.evil_for"]


def _polarity(view: View, cues: Cues, items: Items, stand: Stand) -> Polarity:
    taken = stand.why.startswith(("verb", "predicate", "noun"))
    if taken and stand.polarity == "for" and on_terms(cues, items, stand.cue, stand.end):
        return "conditional"
    if stand.polarity == "against" and _is_denied_on_terms(view, cues, items, stand):
        return "conditional"
    return stand.polarity


def _is_denied_on_terms(view: View, cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether a stand falls with its terms: "does not back it without a plan"."""
    denied = any(view.lexicon.has(i.word, "not") for i in items[stand.start : stand.cue + 3])
    words = [item.word for item in items[stand.cue : stand.end]]
    relative = next((n for n, word in enumerate(words) if word in ("that", "which", "who")), None)
    return denied and not cues.lists["guards.lacking"].isdisjoint(words[:relative])
