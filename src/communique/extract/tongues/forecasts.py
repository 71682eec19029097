"""The forecasts of a reading in a language other than English: who foresees what, by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.tongues.acts import act_of, subject_of
from communique.extract.tongues.lexicon import Frame, Tongue
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.view import View
from communique.model import Act, Claims, Forecast, When

_OPENING = 2  # words of what is foreseen, up to its subject


class TongueForecasts:
    """Finds verbs of foreseeing, with who foresees and what."""

    gives: ClassVar[str] = "forecasts"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``forecasts`` filled, in the order of the text."""
        found: list[Forecast] = []
        before: str | None = None
        for scene in scenes_of(view, self._tongue):
            found += list(_forecasts_in(scene, before)) or _credited(scene)
            before = subject_of(scene) or before
        numbered = (replaced(f, id=f"o{n}") for n, f in enumerate(found, start=1))
        return replaced(claims, forecasts=tuple(numbered))


def _forecasts_in(scene: Scene, before: str | None) -> Iterator[Forecast]:
    past = 0
    for at in range(len(scene.lows)):
        if at < past:
            continue
        for frame in scene.tongue.forecasts.begun_by(scene.lows[at]):
            length = frame.forms.at(scene.lows, at)
            act = _foreseen(scene, frame, at, length, before) if length else None
            if act is None:
                continue
            past = at + length
            yield Forecast(
                id="o",
                why=f"verb:{frame.name}",
                by=act.actor or act.reported_by,
                what=act.what,
                horizon=_horizon(scene, at, act),
                evidence=act.evidence,
            )
            break


def _credited(scene: Scene) -> Iterator[Forecast]:
    """Yield what is to come "according to" somebody: "selon X, | les pourparlers finiront"."""
    lows, future = scene.lows, scene.tongue.word("to_come")
    marker = scene.tongue.word("credit")
    at = marker.find(lows, 0, len(lows))
    if at is None or not scene.tongue.raw.get("inverts"):
        return
    end = at + marker.at(lows, at)
    source = next((g for g in scene.groups if end - 1 <= g.first <= end + _CREDIT), None)
    if source is None or source.last >= len(lows) or lows[source.last] != ",":
        return
    first = source.last + 1
    last = next((n for n in range(first, len(lows)) if lows[n] in (".", ";", ":")), len(lows))
    if at or future.find(lows, first, last) is None:
        return
    spans = (scene.span_of(at, source.last), scene.span_of(first, last))
    when = (w for _, w in scene.view.dates_within(spans[1].start, spans[1].end))
    yield Forecast(
        id="o",
        why="credit",
        by=source.actor,
        what=scene.words_of(first, last),
        horizon=next((w for w in when if w.type in ("date", "time")), None),
        evidence=spans,
    )


_CREDIT = 3  # words between "according to" and whom


def _foreseen(scene: Scene, frame: Frame, at: int, length: int, before: str | None) -> Act | None:
    """Return what a verb of foreseeing tells, if it speaks of what is to come and of who says so.

    "Expects" and "believes" foresee only where their clause has a verb in the future.
    """
    plain = replaced(frame, type="announce")
    behind = at + length
    asked = scene.tongue.word("asked_of").find(scene.lows, behind, behind + 1)
    if frame.name == "expect" and asked is not None:
        return None  # "erwartet von Kadar, dass …"
    act = act_of(scene, plain, at, length, before, is_base=False)
    if act is None or not (act.actor or act.reported_by):
        return None
    opening = (act.what or "").lower().split()[:_OPENING]
    if not scene.tongue.some("own_subject").isdisjoint(opening):
        return None  # "warnte, er werde den Hafen schließen"
    first, last = scene.bounds(at)
    end = next((n for n in range(last, len(scene.lows)) if scene.lows[n] in (".", ";")), last)
    future = scene.tongue.word("to_come")
    told = (first, at) if scene.tongue.matter_first else (behind, end)
    if "sure" not in frame.flags and future.find(scene.lows, *told) is None:
        return None
    return act


def _horizon(scene: Scene, at: int, act: Act) -> When | None:
    """Return by when it is foreseen: the first day told with it that is not yet past."""
    published = (scene.view.reading.report.published or "")[:10]
    begin, end = scene.words[at].end, act.evidence[-1].end
    if scene.tongue.matter_first:
        begin = scene.words[scene.bounds(at)[0]].start
    for _, when in scene.view.dates_within(begin, end):
        coming = when.interval is not None and when.interval[1] >= published
        if when.type in ("date", "time") and coming:
            return when
    return None
