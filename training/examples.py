"""Training examples: windows of units with the labels that their corpus gives.

A text is kept whole and cut into windows each time it is used, never twice at the same places,
so that the network cannot learn where windows begin and end by heart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from communique.read.learnt.columns import MENTION_KINDS, TAGS, TIME_TAGS, TIME_TYPES
from communique.read.learnt.encode import LONGEST, Cutter, Encoded, Marks, Row, encode, row
from communique.read.learnt.windows import Window, plan
from training.corpora import Document, Span

WORD_CLASSES = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
RELATIONS = (
    "punct",
    "case",
    "nsubj",
    "det",
    "nmod",
    "root",
    "amod",
    "obl",
    "advmod",
    "obj",
    "conj",
    "compound",
    "cc",
    "aux",
    "mark",
    "cop",
    "acl",
    "advcl",
    "xcomp",
    "flat",
    "discourse",
    "parataxis",
    "ccomp",
    "nummod",
    "appos",
    "dep",
    "reparandum",
    "fixed",
    "expl",
    "iobj",
    "csubj",
    "vocative",
    "list",
    "orphan",
    "dislocated",
    "goeswith",
)


@dataclass(frozen=True)
class Labels:
    """What a corpus says of the units of one window; unit numbers count within the window.

    A layer is ``None`` where the corpus has no such annotation. ``content_cue``
    and ``cue_source`` are pairs (unit, unit it belongs to); a source of -1 means
    that none is named. ``mentions`` are (first, last, kind, entity), last included.
    ``arcs`` are (unit, head or -1, relation, word class).
    """

    tags: list[int] | None = None
    content_cue: list[tuple[int, int]] = field(default_factory=list)
    cue_source: list[tuple[int, int]] = field(default_factory=list)
    times: list[int] | None = None
    mentions: list[tuple[int, int, int, int]] | None = None
    arcs: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Example:
    """One window: the encoder's input, its units' words, and its labels."""

    row: Row
    words: list[str]
    labels: Labels


class _Places:
    """Finds units by code points."""

    def __init__(self, encoded: Encoded) -> None:
        self._starts = [unit.start for unit in encoded.units]
        self._ends = [unit.end for unit in encoded.units]

    def units(self, span: Span) -> tuple[int, int]:
        """The units ``first:last`` that a span touches."""
        return bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])

    def at(self, start: int) -> int:
        """The unit that holds a code point, or the next one."""
        return bisect_right(self._ends, start)


@dataclass(frozen=True)
class Text:
    """A whole text, cut into pieces and labelled."""

    encoded: Encoded
    labels: Labels
    marks: Marks

    def run_on(self) -> Text:
        """The same text as if it were one paragraph, as many a pasted report is."""
        units = [replace(unit, opens=False) for unit in self.encoded.units]
        return replace(self, encoded=replace(self.encoded, units=units))

    def examples(self, longest: int = LONGEST) -> list[Example]:
        """Its windows of at most ``longest`` pieces, without overlap."""
        units = self.encoded.units
        opens = [unit.opens for unit in units]
        sizes = [len(p) + o for p, o in zip(self.encoded.pieces, opens, strict=True)]
        return [
            Example(
                row(self.encoded, window, self.marks),
                [unit.word for unit in units[window.first : window.last]],
                _part(self.labels, window),
            )
            for window in plan(sizes, opens, longest, 0)
        ]


def labelled(document: Document, cutter: Cutter, marks: Marks) -> Text:
    """A document of a corpus, ready to be cut into examples."""
    encoded = encode(document.text, cutter, shared=0)
    return Text(encoded, _label(document, encoded), marks)


def _label(document: Document, encoded: Encoded) -> Labels:
    """The labels of a whole document."""
    places, size = _Places(encoded), len(encoded.units)
    labels = Labels(
        tags=None if document.attributions is None else [0] * size,
        times=None if document.times is None else [0] * size,
        mentions=None if document.mentions is None else [],
    )
    _label_attributions(document, places, labels)
    for time in document.times or []:
        if labels.times is not None and time.type in TIME_TYPES:
            kind = TIME_TAGS.index(f"B-{time.type}")
            _paint(labels.times, places.units((time.start, time.end)), kind)
    entities: dict[str, int] = {}
    for mention in document.mentions or []:
        first, last = places.units((mention.start, mention.end))
        if labels.mentions is not None and first < last:
            entity = entities.setdefault(mention.entity, len(entities))
            labels.mentions.append((first, last - 1, MENTION_KINDS.index(mention.kind), entity))
    for arc in document.arcs:
        head = places.at(arc.head) if arc.head >= 0 else -1
        relation, word_class = RELATIONS.index(arc.relation), WORD_CLASSES.index(arc.word_class)
        labels.arcs.append((places.at(arc.start), head, relation, word_class))
    return labels


def _paint(tags: list[int], units: tuple[int, int], first: int) -> None:
    """Label a span: ``first`` on its first unit, the next label on the rest."""
    for at in range(*units):
        tags[at] = first if at == units[0] else first + 1


def _label_attributions(document: Document, places: _Places, labels: Labels) -> None:
    for item in document.attributions or []:
        units = {
            role: [u for u in map(places.units, getattr(item, role)) if u[0] < u[1]]
            for role in ("content", "source", "cue")
        }
        for role, spans in units.items():
            for span in spans:
                if labels.tags is not None:
                    _paint(labels.tags, span, TAGS.index(f"B-{role}"))
        if units["cue"]:
            cue = units["cue"][0][0]
            labels.content_cue.extend((at, cue) for s in units["content"] for at in range(*s))
            labels.cue_source.append((cue, units["source"][0][0] if units["source"] else -1))


def _part(labels: Labels, window: Window) -> Labels:
    """The labels inside a window; links that leave it are dropped."""
    first, last = window.first, window.last

    def inside(*units: int) -> bool:
        return all(first <= unit < last for unit in units)

    return Labels(
        None if labels.tags is None else labels.tags[first:last],
        [(a - first, b - first) for a, b in labels.content_cue if inside(a, b)],
        [
            (a - first, b - first if b >= 0 else -1)
            for a, b in labels.cue_source
            if inside(a) and (b < 0 or inside(b))
        ],
        None if labels.times is None else labels.times[first:last],
        None
        if labels.mentions is None
        else [
            (a - first, b - first, kind, entity)
            for a, b, kind, entity in labels.mentions
            if inside(a, b)
        ],
        [
            (a - first, b - first if inside(b) else -1 if b < 0 else -2, relation, word_class)
            for a, b, relation, word_class in labels.arcs
            if inside(a)
        ],
    )
