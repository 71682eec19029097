"""The acts of a reading in a language other than English: asks, offers, thanks, refusals …"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from msgspec.structs import replace as replaced

from communique.extract.acts.plover import code_of_act
from communique.extract.tongues.groups import Group
from communique.extract.tongues.lexicon import Frame, Tongue
from communique.extract.tongues.matters import (
    behind_subject,
    led_matter,
    matter_of,
    said_before,
    split_condition,
    tag_edge,
    tagged,
    target_of,
)
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.tongues.sides import (
    has_passive,
    is_anothers,
    is_verb_at,
    subjects,
    with_groups,
)
from communique.extract.tongues.slots import date_of
from communique.extract.tongues.together import together
from communique.extract.tongues.ways import asked_deed
from communique.extract.view import View
from communique.model import Act, Claims, Span
from communique.model.claims import ActStatus, ActType

_PRO_DROP = 3  # words before a verb that has no subject of its own
_FAR_WHAT = 16  # words between a verb of asking and what is asked
_NEAR = 7  # words between a verb and whom it is done to
_BEHIND = 3  # words behind a verb in which its subject stands

#: Types of which a clause with "if" behind them is the condition.
_CONDITIONAL = (
    "offer",
    "promise",
    "agree",
    "threaten",
    "release",
    "aid",
    "support",
    "lift-sanction",
)

#: Types of which "not" makes a refusal; other acts that were not done are none.
_REFUSABLE = ("promise", "agree", "support", "offer", "release", "lift-sanction", "aid", "concede")


class TongueActs:
    """Finds the acts of a reading with the words of its language."""

    gives: ClassVar[str] = "acts"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``acts`` filled, in the order of the text."""
        found: list[Act] = []
        before: str | None = None
        for scene in scenes_of(view, self._tongue):
            found += _acts_in(scene, before)
            before = subject_of(scene) or before
        acts = (replaced(act, id=f"x{n}") for n, act in enumerate(found, start=1))
        coded = (replaced(act, plover=code_of_act(view.lexicon, act)) for act in acts)
        return replaced(claims, acts=tuple(coded))


def subject_of(scene: Scene) -> str | None:
    """Return the first person or body of a sentence that can be its subject."""
    able = (g for g in scene.groups if g.is_bare and g.form != "obl" and not g.genitive)
    return next((g.actor for g in able), None)


def _acts_in(scene: Scene, before: str | None) -> Iterator[Act]:
    taken, last = -1, None
    semitic = bool(scene.tongue.raw.get("semitic") or scene.tongue.raw.get("runs"))
    for at in range(len(scene.lows)):
        if at < taken:
            continue
        for frame in _frames_at(scene, at):
            length = frame.forms.at(scene.lows, at)
            base = 0 if length else frame.base.at(scene.lows, at)
            if not (length or base):
                continue
            act = act_of(scene, frame, at, length or base, before, is_base=not length)
            if act is not None and not (last and _is_asked(act, last, semitic=semitic)):
                taken, last = at + (length or base), act
                yield act
                break


def _is_asked(act: Act, last: Act, *, semitic: bool) -> bool:
    """Tell an act that somebody asks others for from one that is to come: "called to release"."""
    if semitic and last.evidence[-1].covers(act.evidence[-1]):
        return True  # "ثمّن | دعم إسبانيا": a noun that looks like a verb
    asks = last.type in ("request", "demand", "propose", "invite")
    inside = last.evidence[-1].end >= act.evidence[-1].start
    return asks and inside and act.status == "planned" and act.actor == last.actor


def _frames_at(scene: Scene, at: int) -> tuple[Frame, ...]:
    frames = scene.tongue.acts.begun_by(scene.lows[at])
    return frames if frames and is_verb_at(scene, at) else ()


def act_of(
    scene: Scene,
    frame: Frame,
    at: int,
    length: int,
    before: str | None,
    *,
    is_base: bool,
    denied: bool = False,
) -> Act | None:
    """Return the act that a verb tells of, or ``None`` where its frame is not filled.

    With ``denied`` a verb that the sentence denies is taken as one that it does not.
    """
    end = at + length
    first, last = scene.bounds(at)
    if frame.heads is not None and frame.heads.find(scene.lows, max(first, at - 12), last) is None:
        return None
    standing = _standing(scene, frame, at, is_base=is_base, denied=denied)
    if "others" in frame.flags and _is_oneself(scene, at):
        return None
    tag = tagged(scene, frame, at, end)
    who, agentless = ([tag], False) if tag is not None else _doers(scene, frame, at)
    if standing is None or (not who and agentless and "alone" not in frame.flags):
        return None
    actor, raw = (who[0].actor, scene.words_of(who[0].first, who[0].last)) if who else (None, None)
    if actor is None and not agentless:
        actor, raw = _unnamed(scene, at, before)
    if actor is None and raw is None and not agentless:
        return None
    joint: tuple[str, ...] = ()
    if actor is None and raw is not None and (met := together(scene, at)):
        actor, *others = (person.actor for person in met)
        joint = tuple(others)
    target = target_of(scene, frame, at, end, who) if tag is None else None
    target = None if target is not None and target.actor == actor else target
    told = _told(scene, frame, (at, end), who, target, tag)
    if told is None:
        return None
    begin, stop, condition = told
    spans = [scene.span_of(at, end), *(g.core for g in (*who, *([target] if target else [])))]
    if stop > begin:
        spans.append(scene.span_of(begin, stop))
    kind, status = standing
    speaker = scene.view.speaker_at(scene.words[at].start)
    return Act(
        id="x",
        why=f"verb:{frame.name}",
        type="request" if kind == "invite" and asked_deed(scene, at) is not None else kind,
        actor=actor,
        actor_raw=raw,
        joint=joint or tuple(g.actor for g in who[1:]),
        towards=target.actor if target else None,
        what=scene.words_of(begin, stop) or scene.words_of(at, end),
        status="conditional" if condition else status,
        condition=(condition,) if condition is not None else None,
        reported_by=speaker if speaker != actor else None,
        when=date_of(scene, at) if frame.material else None,
        evidence=(Span(min(s.start for s in spans), max(s.end for s in spans)),),
    )


def _is_oneself(scene: Scene, at: int) -> bool:
    """Tell "s'est félicitée", was glad, from congratulating somebody."""
    return any(scene.lows[n] in scene.tongue.some("reflexive") for n in range(max(0, at - 2), at))


def _told(
    scene: Scene,
    frame: Frame,
    verb: tuple[int, int],
    who: list[Group],
    target: Group | None,
    tag: Group | None,
) -> tuple[int, int, Span | None] | None:
    """Return which words say what an act is about, and its condition; ``None`` if they lack."""
    at, end = verb
    last = scene.bounds(at)[1]
    if tag is not None:
        return said_before(scene, at), tag_edge(scene, at), None
    if "towards" in frame.flags and target is None:
        led = led_matter(scene, frame, end, last)
        return (*led, None) if led is not None else None
    begin, stop = matter_of(scene, frame, at, behind_subject(scene, end, who), target)
    condition = None
    if frame.type in _CONDITIONAL:
        stop, condition = split_condition(scene, begin, stop)
    others = scene.tongue.some("and") | scene.tongue.some("but")
    joined = begin < stop and scene.lows[begin] in others
    if joined and frame.type == "refuse":
        return begin, begin, None  # "refused, but …"
    if "what" in frame.flags and (stop - begin < 1 or joined):
        return None
    if "led" in frame.flags and not _is_led(scene, frame, end, stop):
        return None
    return begin, stop, condition


def _is_led(scene: Scene, frame: Frame, end: int, last: int) -> bool:
    """Tell "called on X | to …" from "called X on Monday at …": a word for what, and no name."""
    phone = scene.tongue.word("phone").words
    for n in range(end, min(last, end + _FAR_WHAT)):
        after = scene.words[n + 1] if n + 1 < len(scene.words) else None
        if after and frame.what.at(scene.lows, n) and not (after.capital or after.low in phone):
            return True
    return False


def _standing(
    scene: Scene, frame: Frame, at: int, *, is_base: bool, denied: bool
) -> tuple[ActType, ActStatus] | None:
    """Return type and standing of an act; ``None`` where it was not done."""
    first, last = scene.bounds(at)
    tongue, lows = scene.tongue, scene.lows
    kind: ActType = frame.type  # type: ignore[assignment]
    negation = tongue.some("negation")
    reach = range(max(first, at - 3), at)
    is_denied = any(lows[n] in negation for n in reach)
    if tongue.raw.get("verb_last"):
        is_denied = is_denied or any(lows[n] in negation for n in range(at, last))
    if tongue.word("if").find(lows, first, at) is not None:
        return (kind, "conditional") if frame.type in ("offer", "promise", "threaten") else None
    declined = tongue.word("declined").last(lows, max(first, at - 4), at)
    joining = tongue.some("and") | tongue.some("but")
    if declined is not None and not any(lows[n] in joining for n in range(declined, at)):
        return None
    if is_denied and not denied:
        future = tongue.word("future_act").find(lows, max(first, at - 3), at + 1) is not None
        return ("refuse", "refused") if frame.type in _REFUSABLE and future else None
    if is_base:
        will = tongue.word("will").find(lows, first, last if tongue.raw.get("verb_last") else at)
        must = tongue.word("hypothetical").last(lows, first, at)
        if must is not None:
            return (kind, "conditional")
        return (
            (kind, "planned")
            if will is not None and frame.material
            else ((kind, "stated") if will is not None else None)
        )
    if tongue.word("hypothetical").last(lows, max(first, at - 2), at) is not None:
        return (kind, "conditional")
    if not frame.material:
        return kind, "stated"
    future = tongue.word("future_act").at(lows, at) > 0
    return kind, ("planned" if future else _done(kind))


def _done(kind: str) -> Literal["done", "refused"]:
    return "refused" if kind in ("refuse", "reject") else "done"


def _doers(scene: Scene, frame: Frame, at: int) -> tuple[list[Group], bool]:
    """Return who does it, and whether the verb stands in a passive that names nobody."""
    tongue = scene.tongue
    first, last = scene.bounds(at)
    passive = tongue.word("passive_act").at(scene.lows, at) or (
        has_passive(scene, at) and tongue.word("participle").at(scene.lows, at)
    )
    active = frame.type == "agree" and "passive" not in frame.flags  # "sont convenues"
    if passive and not active:
        by = tongue.some("by")
        return (with_groups(scene, by, first, last) if by else []), True
    quale = first + 1 < last and scene.lows[first + 1] in tongue.some("quale")
    if first and (quale or scene.lows[first] in tongue.some("relative")):
        named = [g for g in scene.groups if g.last <= first]
        return named[-1:], False  # "Hoxha, | che ha accusato …"
    if _is_ours(scene, first, at):
        return [], False
    if tongue.word("participles").at(scene.lows, at):
        return _earlier(scene, at), False
    who = subjects(scene, at)
    behind = bool(who) and who[0].first > at and not tongue.raw.get("verb_first")
    behind = behind and not (tongue.raw.get("nouns") and who[0].form == "nom")
    if behind and not tongue.inflected and frame.direct:
        # It is whom it is done to; who does it was named in the clause before.
        return ([] if _starts(scene, at) else _earlier(scene, at)), False
    if not who and not _starts(scene, at):
        who = _earlier(scene, at)
    return who, False


def _unnamed(scene: Scene, at: int, before: str | None) -> tuple[str | None, str | None]:
    """Return who does it where no subject is named: the speaker, or the subject of before.

    "The leaders agreed" names nobody, but its words are kept.
    """
    tongue = scene.tongue
    first, last = scene.bounds(at)
    last_verb = bool(tongue.raw.get("verb_last"))
    runs = bool(tongue.raw.get("runs"))  # "双方 … 交换了意见， | 同意 …", "呼吁 | 各方 …"
    for n in range(0 if runs else first, at if runs else last):
        if runs and tongue.word("others").at(scene.lows, n):
            continue
        if tongue.word("collective").at(scene.lows, n) and (
            runs or last_verb or abs(n - at) < _NEAR
        ):
            return None, scene.words_of(n, n + 1)
    speaker = scene.view.speaker_at(scene.words[at].start)
    if tongue.word("own").at(scene.lows, at) or _is_ours(scene, first, at):
        return speaker, None
    plural = tongue.word("plural")
    aided = at > first and scene.lows[at - 1] in tongue.some("auxiliary")
    if plural.at(scene.lows, at) or (aided and plural.at(scene.lows, at - 1)):
        return None, None  # "in the embassy they refused": nobody who is named
    if is_anothers(scene, at):
        return speaker, None
    if at - first > _PRO_DROP or _is_somebody_unknown(scene, first, at):
        return speaker, None
    return speaker or before, None


def _is_ours(scene: Scene, first: int, at: int) -> bool:
    """Tell whether "we" is the subject before a verb, in languages that name it: "wir danken"."""
    ours = scene.tongue.some("nominative") & scene.tongue.some("we")
    return any(scene.lows[n] in ours for n in range(first, at))


def _is_somebody_unknown(scene: Scene, first: int, at: int) -> bool:
    """Tell whether a name that refers to nobody known stands between two words."""
    if scene.tongue.word("house").find(scene.lows, first, at) is not None:
        return True  # "Министерство | опровергло": a ministry of which no state is told
    if scene.tongue.raw.get("verb_first"):  # "ورفضت | قوات المعارضة | …"
        return scene.tongue.word("house").find(scene.lows, at + 1, at + _BEHIND) is not None
    if scene.tongue.raw.get("nouns"):  # as in German, where they have capitals
        return False
    return any(
        scene.words[n].capital and not any(g.first <= n < g.last for g in scene.groups)
        for n in range(first + 1, at)
    )


def _starts(scene: Scene, at: int) -> bool:
    return scene.bounds(at)[0] == 0


def _earlier(scene: Scene, at: int) -> list[Group]:
    """Return the subject of the clause before, which a later verb of the sentence shares."""
    before = [
        g for g in scene.groups
        if g.last <= at and g.is_bare and g.form != "obl" and not g.genitive
    ]  # fmt: skip
    return before[:1]
