"""A sentence in any language: its words, who is named in it, and how they stand to each other.

A *group* is one noun phrase that refers to somebody, with the title before it or the apposition
behind it ("mit dem Präsidenten von Velorien, Anton Beres,"), the preposition before it, and
whether its form shows that it is a subject or cannot be one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

from communique.extract.tongues.behind import case_behind
from communique.extract.tongues.cities import uncased
from communique.extract.tongues.forms import form_of, head_of
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.pieces import pieces
from communique.extract.tongues.spelling import plain
from communique.extract.view import View
from communique.model import Actor, Span

_CUT = "'’ʼ"
_LONGEST = 400  # words; what is longer is a list or a table and no sentence
_APART = 4  # characters between a title and its name


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark. ``low`` is in lower case; ``group`` the index of the group it is in."""

    start: int
    end: int
    low: str
    capital: bool


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


_SCENES: WeakKeyDictionary[View, list[Scene]] = WeakKeyDictionary()


def scenes_of(view: View, tongue: Tongue) -> list[Scene]:
    """Return the sentences of a reading as scenes; made once for all extractors."""
    found = _SCENES.get(view)
    if found is None:
        found = [Scene(view, tongue, n) for n in range(len(view.reading.sentences))]
        _SCENES[view] = found
    return found


class Scene:
    """One sentence of a reading, as the extractors look at it."""

    def __init__(self, view: View, tongue: Tongue, sentence: int) -> None:
        self.view = view
        self.tongue = tongue
        self.sentence = sentence
        self.span = view.reading.sentences[sentence]
        words = tuple(_words(view, tongue, self.span))
        self.words = words if len(words) <= _LONGEST else ()
        self.lows = tuple(word.low for word in self.words)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Who is named, in order."""
        return tuple(_led(self, list(_groups(self))))

    @cached_property
    def group_at(self) -> dict[int, Group]:
        """The group that each word in one belongs to."""
        return {n: group for group in self.groups for n in range(group.first, group.last)}

    def words_of(self, first: int, last: int) -> str:
        """Return the text of some words, white space made single."""
        if first >= last:
            return ""
        return self.view.words(self.words[first].start, self.words[last - 1].end)

    def is_verb(self, n: int) -> bool:
        """Tell whether a word looks like a verb by its ending."""
        if self.tongue.raw.get("nouns") and self.words[n].capital:
            return False
        return bool(self.tongue.word("verb").at(self.lows, n))

    def text_after(self, at: int) -> str:
        """Return the characters right behind a word, up to the next space."""
        end = self.words[at].end
        return self.view.text[end : end + 3].split(" ")[0]

    def span_of(self, first: int, last: int) -> Span:
        """Return the span of some words."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def bounds(self, at: int) -> tuple[int, int]:
        """Return the clause around a word: from the last boundary to the next."""
        edges = self._edges
        n = bisect_left(edges, at)
        first = edges[n - 1] + 1 if n else 0
        n += n < len(edges) and edges[n] == at
        return first, edges[n] if n < len(edges) else len(self.lows)

    @cached_property
    def _edges(self) -> list[int]:
        return [n for n in range(len(self.lows)) if self.is_edge(n)]

    def is_edge(self, n: int) -> bool:
        """Tell whether a word or mark parts two clauses."""
        low = self.lows[n]
        if low in (";", ":", "(", ")", "—", "–", "!", "?", "…", '"') or low in _MARKS:
            return True
        if self.tongue.raw.get("verb_first") and n and low in self.tongue.some("clause"):
            return True  # Arabic sets no comma before a clause
        if low == "," and self.tongue.raw.get("runs"):
            return True
        if low != "," or n + 3 >= len(self.lows):
            return False
        if self.lows[n + 1] in self.tongue.some("clause"):
            return not self._lists(n)
        return self._resumes(n)

    def _lists(self, n: int) -> bool:
        """Tell an article behind a comma from a relative pronoun: ", den | Ausbau der Bahn"."""
        if not self.tongue.raw.get("nouns") or self.lows[n + 1] not in self.tongue.some("skip"):
            return False
        ahead = n + 2
        return self.words[ahead].capital or bool(self.tongue.word("adjective").at(self.lows, ahead))

    def _resumes(self, n: int) -> bool:
        """Tell where the main clause goes on after one with "that": "…, that X, | and offered"."""
        tongue = self.tongue
        if self.lows[n + 1] not in tongue.some("and") or not self.is_verb(n + 2):
            return False
        return any(
            self.lows[m] == "," and self.lows[m + 1] in tongue.some("clause") for m in range(n)
        )

    def item_at(self, offset: int) -> int:
        """Return the index of the word at or behind an offset."""
        return bisect_left([word.end for word in self.words], offset + 1)


_MARKS = frozenset('«»“”„"')


def _words(view: View, tongue: Tongue, span: Span) -> Iterator[Word]:
    tokens = view.reading.tokens
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    last = bisect_left(tokens, span.end, key=lambda t: t.start)
    elided, named = tongue.some("elided"), uncased(tongue.code)
    for token in tokens[first:last]:
        for piece in pieces(view, tongue, token):
            text = view.text[piece.start : piece.end]
            cut = _cut_at(text, elided)
            if cut:
                yield _word(piece.start, text[:cut], named)
            yield _word(piece.start + cut, text[cut:], named)


def _cut_at(text: str, elided: frozenset[str]) -> int:
    if not elided or not text[0].isalpha():
        return 0
    at = next((n for n, letter in enumerate(text) if letter in _CUT), -1)
    if at <= 0 or at + 1 >= len(text):
        return 0
    if text[:at].lower() in elided:
        return at + 1
    return at if "'" in elided and text[0].isupper() else 0


def _word(start: int, text: str, named: frozenset[str]) -> Word:
    low = plain(text.lower())
    low = low[:-1] if len(low) > 1 and low.endswith("'") else low
    return Word(start, start + len(text), low or text, text[:1].isupper() or low in named)


def _groups(scene: Scene) -> Iterator[Group]:
    view, words = scene.view, scene.words
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    floor = 0
    found = list(_phrases(view, scene.span))
    for actor, core, begin, end in found:
        if any(a <= core.start and core.end <= b and c != core for _, c, a, b in found):
            continue  # the state of somebody's title
        first = bisect_left(ends, begin + 1)
        last = bisect_left(starts, end)
        first = max(first, floor)
        if first >= last:
            continue
        left = _skipped(scene, first, floor)
        prep = _prep_before(scene, left, floor)
        form = form_of(scene, actor, core, first, left) if not prep else "obl"
        represents = state_for(view, actor)
        genitive = not prep and _is_genitive(scene, core, first, left)
        if (case := case_behind(scene, last)) is not None:
            prep, form, genitive, last = case
        floor = last
        yield Group(actor.id, represents, first, last, prep, form, core, genitive)


def _led(scene: Scene, groups: Sequence[Group]) -> Iterator[Group]:
    """Yield groups, a delegation and who leads it as one: "делегацию Литвы во главе с | X"."""
    marker = scene.tongue.word("led_by")
    before: Group | None = None
    for group in groups:
        if before is not None and before.last == group.first and _is_skipped(scene, before):
            before = None  # "та | його | чеської колеги Яни": a possessive of what follows
        if before is not None and scene.view.actors[group.actor].kind == "person":
            at = marker.find(scene.lows, before.last, group.first)
            of = scene.view.actors[before.actor]
            if at is not None and at - before.last < _BESIDE and of.kind != "person":
                state = of.id if of.kind == "state" else state_for(scene.view, of)
                state = group.represents or state
                group = replace(
                    before, actor=group.actor, represents=state, last=group.last, core=group.core
                )
                before = None
        if before is not None:
            yield before
        before = group
    if before is not None:
        yield before


def _is_skipped(scene: Scene, group: Group) -> bool:
    skip = scene.tongue.some("skip")
    return all(scene.lows[n] in skip for n in range(group.first, group.last))


def _phrases(view: View, span: Span) -> Iterator[tuple[Actor, Span, int, int]]:
    """Yield who is named in a sentence: the mention, and the ends of the phrase around it."""
    for ref in view.refs[view.first_ref(span.start) :]:
        if ref.start >= span.end:
            break
        actor, core = view.actors[ref.actor], Span(ref.start, ref.end)
        yield actor, core, *_phrase(view, actor, core)


def _phrase(view: View, actor: Actor, core: Span) -> tuple[int, int]:
    """Return where the phrase around a mention begins and ends: its titles are of it."""
    start, end = core.start, core.end
    spans = _titles(view).get(actor.id)
    if not spans:
        return start, end
    at = bisect_left(spans, core)
    for span in reversed(spans[max(0, at - _BESIDE) : at]):
        between = view.text[span.end : start] if span.end <= start else "-"
        if len(between.strip(" ,\n")) <= _APART and "." not in between[:-1]:
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
        if low in scene.tongue.some("prepositions") or (left > 1 and scene.words[left - 1].capital):
            break
        title = low == "," and left == first and left - 2 >= floor  # "his Polish colleague, | X"
        if title and not (scene.lows[left - 2] in skip or adjective.at(scene.lows, left - 2)):
            break
        if title or low in skip or adjective.at(scene.lows, left - 1):
            left -= 1
        else:
            break
    return left


def _prep_before(scene: Scene, left: int, floor: int) -> str:
    """Return the preposition before a phrase; one that holds for the phrase before "and"."""
    tongue = scene.tongue
    if left - 1 < 0:
        return ""
    low = scene.lows[left - 1]
    if low in tongue.some("prepositions"):
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
    low = scene.lows[left] if left < len(scene.lows) else ""
    return low in scene.tongue.some("genitive")


def state_for(view: View, actor: Actor) -> str | None:
    """Return the state that somebody is in office for; ``None`` where the report does not say."""
    for office in actor.offices:
        of = view.actors.get(office.of or "")
        if of is not None and of.kind == "state":
            return of.id
    return None
