"""The reports of a dossier: their text with every claim highlighted, and notes beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from communique.model import Span, merged
from communique.model.citation import extent
from communique.model.rows import ShownReport
from communique.publish.index import Index, cite, cited, depths, short
from communique.publish.markup import Highlight, Segment, paragraphs, segments
from communique.publish.phrases import count, published_in_words
from communique.publish.views import Note, Paragraph, Piece, ReportView

#: Nesting deeper than this looks like this.
DEEPEST = 3
#: Layers that link where no closer claim does, but are no claim's own words.
_LESSER = ("cue", "name")


def report_view(report: ShownReport, index: Index, *, with_text: bool = True) -> ReportView:
    """Return a report as it is shown, with its text or (``with_text=False``) without."""
    row = report.row
    claims = ", ".join(count(number, kind) for kind, number in sorted(row.claims.items()))
    return ReportView(
        id=row.id,
        label=row.title or short(row.label),
        facts=tuple((name, value) for name, value in _facts(report) if value),
        url=row.url if row.url and row.url.startswith(("https://", "http://")) else "",
        lang=row.language or "",
        paragraphs=tuple(_paragraphs(report, index)) if with_text else (),
        claims=claims,
    )


def _facts(report: ShownReport) -> Iterator[tuple[str, str]]:
    row = report.row
    yield "Published", published_in_words(row.published, row.published_basis)
    yield "Publisher", row.publisher or ""
    yield "Credits", row.source or ""
    yield "Passed on by", row.distributor or ""
    yield "From", row.url or (row.path or "").rsplit("/", 1)[-1]
    yield "Same text as", ", ".join(row.copies)


def _paragraphs(report: ShownReport, index: Index) -> Iterator[Paragraph]:
    text = report.account.report.text
    stretches = paragraphs(text)
    notes = _Notes(report, index)
    spread = _spread((*_highlights(report), *_furniture(report)), stretches)
    for stretch, marks in zip(stretches, spread, strict=True):
        cut = segments(stretch, marks)
        pieces = tuple(_piece(segment, text, index) for segment in cut)
        begun = (key for segment in cut for key in segment.begins)
        beside = tuple(note for key in begun if (note := notes.get(key)))
        yield Paragraph(_kind(report, stretch), pieces, beside)


def _spread(marks: Iterable[Highlight], stretches: list[Span]) -> list[list[Highlight]]:
    """Return for each of the ``stretches``, which are in order, the highlights over it."""
    starts = [stretch.start for stretch in stretches]
    over: list[dict[int, Highlight]] = [{} for _ in stretches]
    for number, mark in enumerate(marks):
        for span in mark.spans:
            first = max(0, bisect_right(starts, span.start) - 1)
            for place in range(first, bisect_left(starts, span.end)):
                over[place][number] = mark
    return [list(found.values()) for found in over]


def _highlights(report: ShownReport) -> Iterator[Highlight]:
    depth = depths(report.account)
    for key, kind, claim in cited(report):
        layer = f"say-{min(depth[claim.id], DEEPEST)}" if kind == "statement" else kind
        if spans := extent(claim):
            yield Highlight(key, layer, spans)
    for statement in report.account.statements:
        key = cite(report, "statement", statement.id)
        if spans := merged((*statement.cue, *statement.source)):
            yield Highlight(key, "cue", spans, anchored=False)
    for actor in report.account.actors:
        if actor.mentions:
            key = cite(report, "actor", actor.id)
            yield Highlight(key, "name", actor.mentions, anchored=False)


def _furniture(report: ShownReport) -> Iterator[Highlight]:
    """Yield what is no word of the report's own; it belongs to no claim, so it has no key."""
    for span in report.account.report.furniture:
        yield Highlight("", "furniture", (span,), anchored=False)


def _piece(segment: Segment, text: str, index: Index) -> Piece:
    words = segment.span.of(text)
    if not segment.over:
        return Piece(words)
    classes = " ".join(dict.fromkeys(mark.layer for mark in segment.over))
    claims = [mark for mark in segment.over if mark.key]
    if not claims:
        return Piece(words, classes)
    closest = _closest(claims, segment.begins)
    keys = " ".join(dict.fromkeys(mark.key for mark in claims))
    href = index.entry(closest.key)
    return Piece(
        text=words,
        classes=classes,
        href=href,
        keys="" if href == f"#{keys}" else keys,
        hint=index.names.get(closest.key, "") if closest.layer == "name" else "",
        anchors=segment.begins,
        stop=closest.key in segment.begins,
    )


def _closest(over: list[Highlight], begins: tuple[str, ...]) -> Highlight:
    """Return the highlight whose words these are before all.

    That is the narrowest, but a name or a cue gives way to a claim that begins here.
    """
    begun = [mark for mark in over if mark.anchored and mark.key in begins]
    return begun[0] if begun and over[0].layer in _LESSER else over[0]


def _kind(report: ShownReport, span: Span) -> str:
    body = report.account.report
    words = " ".join(span.of(body.text).split())
    is_heading = any(s.start <= span.end and words == s.heading.strip() for s in body.sections)
    return "heading" if is_heading or words == body.title else "words"


class _Notes:
    """The margin notes of a report, by the claim they are about."""

    def __init__(self, report: ShownReport, index: Index) -> None:
        self.report = report
        self.index = index
        self.claims = {key: (kind, claim) for key, kind, claim in cited(report)}

    def get(self, key: str) -> Note | None:
        """Return the note about a claim, if its entry is on the page."""
        href = self.index.entry(key)
        if key not in self.claims or not href:
            return None
        kind, claim = self.claims[key]
        layer = f"{kind} deep" if getattr(claim, "parent", None) else kind
        return Note(href, layer, _LABELS[kind](claim), self._who(kind, claim))

    def _who(self, kind: str, claim: object) -> str:
        slot = {"statement": "speaker", "figure": "claimant", "act": "actor", "position": "actor"}
        if kind == "contact":
            parties = (p.actor for p in getattr(claim, "participants", ()))
            return ", ".join(self.index.actor(self.report, actor)[1] for actor in parties)
        who = self.index.actor(self.report, getattr(claim, slot.get(kind, "by"), None))[1]
        return who or ("somebody not named" if kind == "statement" else "")


_LABELS: dict[str, Callable[[Any], str]] = {
    "statement": lambda s: f"{'speech' if s.form == 'direct' else f'{s.form} speech'} of",
    "contact": lambda c: c.kind if c.status == "held" else f"{c.kind}, {c.status}",
    "figure": lambda f: f"figure {f.raw}",
    "act": lambda a: a.type,
    "position": lambda p: f"position: {p.polarity}",
    "forecast": lambda f: "forecast",
    "proposal": lambda p: "proposal",
}
