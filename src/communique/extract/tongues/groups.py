"""Who is named in a sentence: each with the words around that are of the phrase.

A *group* is one noun phrase that refers to somebody, with the title before it or the apposition
behind it ("mit dem Präsidenten von Velorien, Anton Beres,"), the preposition before it, and
whether its form shows that it is a subject or cannot be one. Those whom somebody sends count for
who sends them ("a delegation of …"), or for who leads them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from communique.extract.tongues.behind import case_behind
from communique.extract.tongues.forms import form_of, head_of
from communique.extract.view import View
from communique.model import Actor, Span

if TYPE_CHECKING:
    from communique.extract.tongues.scene import Scene

_APART = 4  # characters between a title and its name


@dataclass(frozen=True, slots=True)
class Group:
    """Words ``first`` to ``last`` (exclusive) of a scene that refer to an actor.

    ``prep`` is the preposition before it. ``form`` is ``nom`` for what can be a subject,
    ``obl`` for what cannot, "" where the form does not tell. ``core`` is the mention itself.
    """

    actor: str
    represents: str | None
    first: int
    last: int
    prep: str
    form: str
    core: Span
    genitive: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether no preposition stands before it."""
        return not self.prep


def groups_of(scene: Scene) -> tuple[Group, ...]:
    """Return who is named in a sentence, in order."""
    return tuple(_led(scene, list(_groups(scene))))


def _groups(scene: Scene) -> Iterator[Group]:
    view, words = scene.view, scene.words
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    floor = 0
    found = list(_phrases(view, scene.span, scene.tongue.some("skip")))
    for actor, core, begin, end in found:
        if any(a <= core.start and core.end <= b and c != core for _, c, a, b in found):
            continue  # the state of somebody's title
        first = bisect_left(ends, begin + 1)
        last = bisect_left(starts, end)
        first = max(first, floor)
        if first >= last:
            continue
        left = _skipped(scene, first, floor)
        if (sent := _sent_by(scene, actor, first, floor)) < first:
            first, left = sent, _skipped(scene, sent, floor)
        prep = _prep_before(scene, left)
        form = form_of(scene, actor, core, first, left) if not prep else "obl"
        represents = state_for(view, actor)
        genitive = not prep and _is_genitive(scene, core, first, left)
        if (case := case_behind(scene, last)) is not None:
            prep, form, genitive, last = case
        group = Group(actor.id, represents, first, last, prep, form, core, genitive)
        floor = floor if _is_skipped(scene, group) else last
        yield group


def _led(scene: Scene, groups: Sequence[Group]) -> Iterator[Group]:
    """Yield groups, a delegation and who leads it as one: "делегацию Литвы во главе с | X"."""
    before: Group | None = None
    for group in groups:
        if before is not None and before.last == group.first and _is_skipped(scene, before):
            before = None  # "та | його | чеської колеги Яни": a possessive of what follows
        if scene.view.actors[group.actor].kind == "person":
            whole = _of_leader(scene, group, before)
            before = before if whole is group else None
            group = whole
        if before is not None:
            yield before
        before = group
    if before is not None:
        yield before


def _of_leader(scene: Scene, leader: Group, before: Group | None) -> Group:
    """Return a delegation with who leads it, as one who leads it; else the group as it is."""
    floor = before.last if before else 0
    at = scene.tongue.word("led_by").find(scene.lows, floor, leader.first)
    if at is None:
        return leader
    if before is not None and at - floor < _BESIDE:
        sender = scene.view.actors[before.actor]
        if sender.kind == "person":
            return leader
        state = sender.id if sender.kind == "state" else state_for(scene.view, sender)
        return replace(
            before,
            actor=leader.actor,
            represents=leader.represents or state,
            last=leader.last,
            core=leader.core,
        )
    if at == floor or not scene.tongue.word("sent").at(scene.lows, at - 1):
        return leader
    left = _skipped(scene, at - 1, floor)
    prep = _prep_before(scene, left)
    form = (
        "obl"
        if prep
        else form_of(scene, scene.view.actors[leader.actor], leader.core, at - 1, left)
    )
    return replace(leader, first=at - 1, prep=prep, form=form)


def _sent_by(scene: Scene, actor: Actor, first: int, floor: int) -> int:
    """Return where "a delegation of …" begins, else ``first``: who sends people meets by them."""
    if actor.kind == "person":
        return first
    of, at = scene.tongue.some("of"), first
    adjective = scene.tongue.word("adjective")
    between = (*of, *scene.tongue.some("skip"))
    while at > floor and (scene.lows[at - 1] in between or adjective.at(scene.lows, at - 1)):
        at -= 1
    sent = at > floor and scene.tongue.word("sent").at(scene.lows, at - 1)
    joined = scene.lows[at] in of or not of or _is_genitive_at(scene, at)
    return at - 1 if sent and joined else first


def _is_skipped(scene: Scene, group: Group) -> bool:
    skip = scene.tongue.some("skip")
    return all(scene.lows[n] in skip for n in range(group.first, group.last))


def _phrases(
    view: View, span: Span, skip: frozenset[str]
) -> Iterator[tuple[Actor, Span, int, int]]:
    """Yield who is named in a sentence: the mention, and the ends of the phrase around it."""
    for ref in view.refs[view.first_ref(span.start) :]:
        if ref.start >= span.end:
            break
        actor, core = view.actors[ref.actor], Span(ref.start, ref.end)
        yield actor, core, *_phrase(view, actor, core, skip)


def _phrase(view: View, actor: Actor, core: Span, skip: frozenset[str]) -> tuple[int, int]:
    """Return where the phrase around a mention begins and ends: its titles are of it.

    A form of address may stand between: "le président, M. | Ionescu".
    """
    start, end = core.start, core.end
    spans = _titles(view).get(actor.id)
    if not spans:
        return start, end
    at = bisect_left(spans, core)
    for span in reversed(spans[max(0, at - _BESIDE) : at]):
        between = view.text[span.end : start] if span.end <= start else "-"
        plain = between.strip(" ,\n").lower()
        if plain in skip or (len(plain) <= _APART and "." not in between[:-1]):
            start = min(start, span.start)
    for span in spans[at : at + _BESIDE]:
        near = end <= span.start <= end + 6
        if near and view.text[end : span.start].strip(" ") in _APPOSED:
            end = max(end, span.end)
    return start, end


def _titles(view: View) -> dict[str, list[Span]]:
    """Return the words that give each actor an office, in order."""
    found = _TITLES.get(view)
    if found is None:
        found = {
            actor.id: sorted({span for office in actor.offices for span in office.evidence})
            for actor in view.reading.actors
            if actor.offices
        }
        _TITLES[view] = found
    return found


_BESIDE = 3  # titles before and behind a mention that are looked at
_TITLES: WeakKeyDictionary[View, dict[str, list[Span]]] = WeakKeyDictionary()
_APPOSED = frozenset((",", ", der", ", die", ", le", ", la", ", el", ", il", "("))


def _skipped(scene: Scene, first: int, floor: int) -> int:
    """Return where a phrase begins with its articles, possessives and adjectives."""
    skip, adjective = scene.tongue.some("skip"), scene.tongue.word("adjective")
    left = first
    while left - 1 >= floor and first - left < 5:
        low = scene.lows[left - 1]
        known = low in skip and not scene.tongue.inflected  # "mit seinem | Amtskollegen X", "Mme X"
        capital = left > 1 and scene.words[left - 1].capital and not known
        if low in scene.tongue.some("prepositions") or capital:
            break
        title = low == "," and left == first and left - 2 >= floor  # "his Polish colleague, | X"
        if title and not (scene.lows[left - 2] in skip or adjective.at(scene.lows, left - 2)):
            break
        if title or low in skip or adjective.at(scene.lows, left - 1):
            left -= 1
        else:
            break
    return left


def left_of(scene: Scene, group: Group) -> int:
    """Return where a group begins with its articles and "his colleague,"."""
    before = [other.last for other in scene.groups if other.last <= group.first]
    return _skipped(scene, group.first, max(before, default=0))


def _prep_before(scene: Scene, left: int) -> str:
    """Return the preposition before a phrase; one that holds for the phrase before "and"."""
    tongue = scene.tongue
    if left - 1 < 0:
        return ""
    low = scene.lows[left - 1]
    if low in tongue.some("articles") & tongue.some("prepositions") and left > 1:
        governing = scene.lows[left - 2]  # "avec | des représentants de …"
        if governing in tongue.some("prepositions"):
            return governing
    opens = low in tongue.some("clause") and left > 1 and scene.lows[left - 2] == ","
    if low in tongue.some("prepositions") and not opens:  # ", um | den Präsidenten zu treffen"
        return low
    if left - 2 >= 0 and f"{scene.lows[left - 2]} {low}" in tongue.raw.get("long_prepositions", ()):
        return f"{scene.lows[left - 2]} {low}"
    first = scene.lows[left] if left < len(scene.lows) else ""
    return first if first in tongue.some("contracted") else ""


def _is_genitive(scene: Scene, core: Span, first: int, left: int) -> bool:
    """Tell whether an article in the genitive stands before a phrase, or its head is in it."""
    endings = tuple(str(scene.tongue.raw.get("genitive_endings", "")).split())
    if endings and head_of(scene, core, first).endswith(endings):
        return True
    return _is_genitive_at(scene, left)


def _is_genitive_at(scene: Scene, left: int) -> bool:
    """Tell whether a phrase begins with an article in the genitive."""
    return left < len(scene.lows) and scene.lows[left] in scene.tongue.some("genitive")


def state_for(view: View, actor: Actor) -> str | None:
    """Return the state that somebody is in office for; ``None`` where the report does not say."""
    for office in actor.offices:
        of = view.actors.get(office.of or "")
        if of is not None and of.kind == "state":
            return of.id
    return None
