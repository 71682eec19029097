"""Those who just met, named together: "the ministers agreed", "the next round will be in May".

A sentence knows who took part in the last contact that the report told of (``Scene.partners``).
They are meant by a plural word of the language's list (``collective``) that nobody's name or
state stands beside, and by the *next* meeting or round whose sides are not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.tongues.groups import state_for
from communique.extract.tongues.scene import Scene
from communique.model import Participant

_TWO = 2
_STEM = 5  # letters of an office that its plural shares
_NEAR = 8  # words between a verb and those who do it together
_CLOSE = 4  # words between them and an infinitive
_BESIDE = 3  # words behind them that may tell whose they are
_AROUND = 4  # words around a noun in which it is called the next


def together(scene: Scene, at: int, *, is_base: bool = False) -> tuple[Participant, ...]:
    """Return who is meant by the plural subject of the verb at ``at``; nobody if it has none.

    An infinitive (``is_base``) stands close behind: "the sides agreed to | have ministers meet".
    """
    n = collective_at(scene, at)
    if n is None or (is_base and abs(at - n) > _CLOSE):
        return ()
    if not scene.partners:
        both = scene.tongue.word("both").last(scene.lows, max(0, n - _BESIDE), n + 1)
        return _named_last(scene) if both is not None else ()
    fitting = (people for people in scene.partners if _are(scene, people, scene.lows[n]))
    return next(fitting, scene.partners[0])


def _named_last(scene: Scene) -> tuple[Participant, ...]:
    """Return the two officers of two states that were named last: "obaj politycy"."""
    view, found = scene.view, dict[str, Participant]()
    for ref in reversed(view.refs[: view.first_ref(scene.span.start)]):
        actor = view.actors[ref.actor]
        state = state_for(view, actor)
        if actor.kind == "person" and state is not None:
            found.setdefault(state, Participant(actor=actor.id, represents=state))
        if len(found) == _TWO:
            return tuple(reversed(found.values()))
    return ()


def _are(scene: Scene, people: Sequence[Participant], word: str) -> bool:
    """Tell whether all hold the office that a plural word names: "ministers"."""
    stem = word[:_STEM]
    return all(
        any(stem in office.title.lower() for office in scene.view.actors[one.actor].offices)
        for one in people
    )


def collective_at(scene: Scene, at: int) -> int | None:
    """Return where those who act together stand beside a verb, if nobody else's are meant."""
    first, last = scene.bounds(at)
    word, others = scene.tongue.word("collective"), scene.tongue.word("others")
    behind = range(at + 1, min(last, at + _NEAR))
    runs = bool(scene.tongue.raw.get("runs"))  # "双方 … ， | 同意 …"
    far = bool(scene.tongue.raw.get("verb_last"))
    before = range(at - 1, -1 if runs else max(first, 0 if far else at - _NEAR) - 1, -1)
    for n in (*before, *behind):
        if word.at(scene.lows, n) and not others.at(scene.lows, n):
            return n if _is_alone(scene, n, at) else None
    return None


def _is_alone(scene: Scene, n: int, at: int) -> bool:
    """Tell "the ministers agreed" from "the ministers of X agreed" and "X told the ministers"."""
    if n + 1 < len(scene.lows) and scene.tongue.contact_nouns.begun_by(scene.lows[n + 1]):
        return False  # "liderler | zirvesi"
    if not _is_bare(scene, n, at):
        return False
    near = range(n + 1, n + 1 + _BESIDE)
    first, last = min(n, at), max(n, at)
    for group in scene.groups:
        inside = first < group.first < last and group.is_bare
        if inside or group.first < n < group.last:
            return False
        owned = group.genitive or group.prep in scene.tongue.some("of")
        if group.first in near and n + 1 <= group.first and (owned or n > at):
            return False
    return n == 0 or scene.lows[n - 1] not in scene.tongue.some("prepositions")


def _is_bare(scene: Scene, n: int, at: int) -> bool:
    """Tell "the ministers also | agreed" from "the ministers of the region | agreed"."""
    tongue = scene.tongue
    if n > at or tongue.raw.get("verb_last") or tongue.raw.get("runs"):
        return True
    small = tongue.some("beside_plural") | tongue.some("auxiliary") | tongue.some("reflexive")
    small |= tongue.some("skip")
    return all(
        scene.lows[m] in small or any(ch.isdigit() for ch in scene.lows[m]) or scene.is_verb(m)
        for m in range(n + 1, at)
    )


def next_of(scene: Scene, at: int, length: int) -> tuple[Participant, ...]:
    """Return who takes part in "the next round of talks", where nobody is named."""
    first, last = scene.bounds(at)
    near = (max(first, at - _AROUND), min(last, at + length + _AROUND))
    word = scene.tongue.word("next")
    met = word.find(scene.lows, *near) is not None and scene.partners
    return met[0] if met else ()
