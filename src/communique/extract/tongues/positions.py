"""The positions of a reading in a language other than English: clear stands only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.tongues.acts import act_of, subject_of
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.view import View
from communique.model import Claims, Position
from communique.model.claims import Polarity

_FLIPPED: dict[Polarity, Polarity] = {
    "for": "against", "against": "for", "conditional": "conditional", "neutral": "neutral",
}  # fmt: skip


class TonguePositions:
    """Finds who is for or against what, where the scheme of issues knows the matter."""

    gives: ClassVar[str] = "positions"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``positions`` filled, in the order of the text."""
        found: list[Position] = []
        before: str | None = None
        for scene in scenes_of(view, self._tongue):
            found += _positions_in(scene, before)
            before = subject_of(scene) or before
        return replaced(
            claims, positions=tuple(replaced(p, id=f"p{n}") for n, p in enumerate(found, start=1))
        )


def _positions_in(scene: Scene, before: str | None) -> Iterator[Position]:
    taken = -1
    for at in range(len(scene.lows)):
        if at < taken:
            continue
        for frame in scene.tongue.positions.begun_by(scene.lows[at]):
            length = frame.forms.at(scene.lows, at)
            if not length:
                continue
            polarity: Polarity = frame.type  # type: ignore[assignment]
            negation = scene.tongue.some("negation")
            first, last = scene.bounds(at)
            near = range(max(first, at - 2), at)
            denied = any(scene.lows[n] in negation for n in near)
            if scene.tongue.raw.get("verb_last"):
                denied = denied or any(scene.lows[n] in negation for n in range(first, last))
            if scene.tongue.word("if").find(scene.lows, first, at) is not None:
                continue
            plain = replaced(frame, type="announce")
            act = act_of(scene, plain, at, length, before, is_base=False, denied=True)
            issue = scene.tongue.issue_of(act.what) if act else None
            if act is None or issue is None:
                continue
            taken = at + length
            yield Position(
                id="p",
                why=f"verb:{frame.name}",
                actor=act.actor,
                actor_raw=act.actor_raw,
                issue=issue.label,
                stance=act.what,
                polarity=_FLIPPED[polarity] if denied != issue.turned else polarity,
                reported_by=act.reported_by,
                statement=_statement(scene, at),
                evidence=act.evidence,
            )
            break


def _statement(scene: Scene, at: int) -> str | None:
    statement = scene.view.statement_at(scene.words[at].start)
    return statement.id if statement else None
