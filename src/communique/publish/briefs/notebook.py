"""The notes of a brief while it is written: every citation reads its words off the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from communique.model import Report, Span, Spans
from communique.model.brief import Brief, Note, Part, Subject, Text
from communique.model.rows import Passage, ReportRef
from communique.publish.briefs.naming import file_stem

#: Letters of a report's words that a line quotes; the note has all of them.
LONGEST = 700
#: Accounts of one thing that a line cites.
MOST = 12


class Notebook:
    """Collects notes, numbered from 1.

    Args:
        report_of: Gives a report with its text by its citable id.
    """

    def __init__(self, report_of: Callable[[str], Report]) -> None:
        self._report_of = report_of
        self._read: dict[str, Report] = {}
        self._notes: list[Note] = []
        self._first: dict[tuple[str, Spans, str | None], int] = {}

    def cite(
        self, report: ReportRef, spans: Iterable[Span], claim: str | None = None
    ) -> tuple[int, ...]:
        """Note the words of a report, and return the note's number."""
        return (self._add(report, tuple(spans), claim, is_quoted=False),)

    def quote(
        self, report: ReportRef, spans: Iterable[Span], claim: str | None = None
    ) -> tuple[Text, ...]:
        """Return the words of a report as a quotation with its note, shortened if long."""
        kept = tuple(spans)
        text = self._text(report.id).text
        words = line(" … ".join(span.of(text) for span in kept))
        whole = len(words) <= LONGEST
        number = self._add(report, kept, claim, is_quoted=whole)
        return (Text(text=shortened(words), tone="quote", notes=(number,)),)

    def cite_words(
        self, report: ReportRef, words: str, claim: str | None = None
    ) -> tuple[Text, ...]:
        """Return words quoted from a report whose place is looked up in its text.

        White space may differ. Words that are not there once and whole are quoted
        with a note that names the report alone.
        """
        span = _place_of(words, self._text(report.id).text)
        if span:
            return self.quote(report, (span,), claim)
        number = self._add(report, (), claim, is_quoted=True)
        return (Text(text=shortened(line(words)), tone="quote", notes=(number,)),)

    def cite_passages(
        self, report: ReportRef, passages: Iterable[Passage], claim: str | None = None
    ) -> tuple[int, ...]:
        """Note the marked words of passages, or nothing if none are marked."""
        spans = sorted(
            {
                Span(one.start + mark.start, one.start + mark.end)
                for one in passages
                for mark in one.marks
            }
        )
        return self.cite(report, spans, claim) if spans else ()

    def bound(
        self,
        subject: Subject,
        title: str,
        *,
        lede: str = "",
        facts: Iterable[tuple[str, str]] = (),
        parts: Iterable[Part] = (),
        left_out: Iterable[str] = (),
    ) -> Brief:
        """Return the brief with all notes; parts and facts that hold nothing are left out."""
        kept = _with_something(tuple(parts))
        days = sorted(note.report.published or "" for note in self._notes)
        return Brief(
            subject=subject,
            title=line(title),
            name=file_stem(subject, title),
            lede=lede,
            facts=tuple((name, line(value)) for name, value in facts if value),
            parts=kept,
            notes=tuple(self._notes),
            left_out=tuple(left_out),
            as_of=(days[-1][:10] or None) if days else None,
        )

    def _text(self, id: str) -> Report:
        if id not in self._read:
            self._read[id] = self._report_of(id)
        return self._read[id]

    def _add(self, report: ReportRef, spans: Spans, claim: str | None, *, is_quoted: bool) -> int:
        source = self._text(report.id)
        key = (report.id, spans, claim)
        note = Note(
            report=report,
            words=tuple(span.of(source.text) for span in spans),
            spans=spans,
            claim=claim,
            url=_web(source.url),
            is_quoted=is_quoted,
        )
        earlier = self._first.get(key)
        if earlier is not None and spans:
            note = replace(note, same_as=earlier)
        self._notes.append(note)
        self._first.setdefault(key, len(self._notes))
        return len(self._notes)


def line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def shortened(words: str, most: int = LONGEST) -> str:
    """Return the beginning of long words, cut between two of them, with a mark of omission."""
    if len(words) <= most:
        return words
    cut = words[:most]
    head = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return f"{head} …"


def _web(url: str | None) -> str | None:
    """Return an address if it is one of the web, which alone may become a link."""
    return url if url and url.startswith(("https://", "http://")) else None


def _place_of(words: str, text: str) -> Span | None:
    """Return where ``words`` stand in ``text``, whatever the white space, if only once."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return None
    found = list(re.finditer(r"\s+".join(parts), text))
    return Span(found[0].start(), found[0].end()) if len(found) == 1 else None


def _with_something(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts that hold something themselves, or in a part within them."""
    kept: list[Part] = []
    within = False
    for part in reversed(parts):
        if part.blocks or (part.depth == 1 and within):
            kept.append(part)
        within = part.depth == 2 and (within or bool(part.blocks))
    return tuple(reversed(kept))
