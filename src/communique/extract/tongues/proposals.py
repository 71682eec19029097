"""The staged proposals of a reading in a language other than English: "first …, then …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec
from msgspec.structs import replace as replaced

from communique.extract.tongues.acts import act_of, subject_of
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.view import View
from communique.model import Claims, Proposal, Span, Step

_FOLLOWING = 4  # sentences in which the steps of a plan may go on
_LONGEST = 30  # words of a step
_SHORT = 8  # words of a step that stands before what counts it
_STOPS = (".", ";", "!", "?", "»", "”", "“", '"')


class _Marked(msgspec.Struct, frozen=True):
    """A step as it stands: the words that count it, and those that say what it is."""

    scene: Scene
    at: int
    first: int
    last: int


class TongueProposals:
    """Finds plans of several steps that somebody puts forward."""

    gives: ClassVar[str] = "proposals"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``proposals`` filled, in the order of the text."""
        scenes = scenes_of(view, self._tongue)
        found: list[Proposal] = []
        number, before = 0, None
        while number < len(scenes):
            scene = scenes[number]
            steps = _steps_from(scenes, number) if _first_at(scene) is not None else []
            by = _proposer(scenes, number, steps[0], before) if len(steps) > 1 else None
            if by is not None:
                found.append(_proposal(by, steps))
                number = steps[-1].scene.sentence
            before = subject_of(scenes[number]) or before
            number += 1
        numbered = (replaced(p, id=f"r{n}") for n, p in enumerate(found, start=1))
        return replaced(claims, proposals=tuple(numbered))


def _first_at(scene: Scene) -> int | None:
    return scene.tongue.word("step_first").find(scene.lows, 0, len(scene.lows))


def _steps_from(scenes: Sequence[Scene], number: int) -> list[_Marked]:
    """Return the steps that begin in a sentence and go on in those behind it."""
    out: list[_Marked] = []
    for scene in scenes[number : number + _FOLLOWING]:
        here = list(_steps_in(scene, first=not out))
        if out and not here:
            break
        out += here
    return out


def _steps_in(scene: Scene, *, first: bool) -> Iterator[_Marked]:
    names = ("step_first", "step_next") if first else ("step_next",)
    marks: list[tuple[int, int]] = []
    for at in range(len(scene.lows)):
        length = max(scene.tongue.word(name).at(scene.lows, at) for name in names)
        begun = bool(marks) or not first or scene.tongue.word("step_first").at(scene.lows, at)
        if length and begun and (not marks or at >= marks[-1][1]):
            marks.append((at, at + length))
    for n, (at, end) in enumerate(marks):
        limit = marks[n + 1][0] if n + 1 < len(marks) else len(scene.lows)
        last = _end_of(scene, end, limit)
        if last <= end and n == 0 and first:  # "open the border first, then lift the tolls"
            last, end = at, _before(scene, at)
        while end < last and not scene.lows[end][0].isalnum():
            end += 1
        if last > end:
            yield _Marked(scene, at, end, last)


def _before(scene: Scene, at: int) -> int:
    """Return where the words begin of a step that stands before what counts it."""
    named = max((group.last for group in scene.groups if group.last <= at), default=0)
    marks = (n + 1 for n in range(named, at) if not scene.lows[n][0].isalnum())
    return max(named, *marks, at - _SHORT)


def _end_of(scene: Scene, first: int, limit: int) -> int:
    """Return where the words of a step end, without the "and" before the next."""
    last = next((n for n in range(first, limit) if scene.lows[n] in _STOPS), limit)
    last = min(last, first + _LONGEST)
    skip = scene.tongue.some("and")
    while last > first and (scene.lows[last - 1] in skip or not scene.lows[last - 1][0].isalnum()):
        last -= 1
    return last


def _proposer(
    scenes: Sequence[Scene], number: int, step: _Marked, before: str | None
) -> str | None:
    """Return who proposes: the actor of a proposal in the sentence or the one before, or whoever
    speaks where a plan is spoken of."""
    for scene in (scenes[number], *scenes[max(0, number - 1) : number]):
        for at in range(len(scene.lows)):
            for frame in scene.tongue.acts.begun_by(scene.lows[at]):
                length = frame.forms.at(scene.lows, at) if frame.type == "propose" else 0
                plain = replaced(frame, flags=frozenset())
                act = act_of(scene, plain, at, length, before, is_base=False) if length else None
                if act is not None and act.actor:
                    return act.actor
    for scene in (scenes[number], *scenes[max(0, number - 1) : number]):
        planned = scene.tongue.word("plan").find(scene.lows, 0, len(scene.lows)) is not None
        at = scene.words[step.first].start if scene is step.scene else scene.span.start
        if by := scene.view.speaker_at(at) or (subject_of(scene) if planned else None):
            return by
    return None


def _proposal(by: str, steps: Sequence[_Marked]) -> Proposal:
    spans = [step.scene.span_of(step.first, step.last) for step in steps]
    return Proposal(
        id="r",
        why="steps:in order",
        by=by,
        title=steps[0].scene.words_of(steps[0].first, steps[0].last),
        steps=tuple(
            Step(order=n, what=step.scene.words_of(step.first, step.last), evidence=(span,))
            for n, (step, span) in enumerate(zip(steps, spans, strict=True), start=1)
        ),
        evidence=(Span(spans[0].start, spans[-1].end),),
    )
