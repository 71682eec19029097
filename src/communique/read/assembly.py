"""From a report to its reading: the parts of ``read/`` in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Origin, Reading, Report, Spans, When
from communique.read.dates import find_dates
from communique.read.layers import Cast, Quoted
from communique.read.speech.find import Speech, find_quoted
from communique.read.text import paragraphs, segment, tokenize
from communique.read.tongue import tongue_of
from communique.read.who import behind_datelines, build_cast, resolve_pronouns, with_labelled

if TYPE_CHECKING:
    from communique.read.learnt.layers import Layers  # numpy takes long to import


def assemble(report: Report, origin: Origin, seen: Layers | None = None) -> Reading:
    """Return the reading of ``report``: by rules, and by what the trained model has ``seen``."""
    return drafted(report).reading(origin, seen)


@dataclass(frozen=True, slots=True)
class Draft:
    """What grammar alone finds in a report; it does not wait for the trained model.

    ``cast`` has names and epithets, no pronouns yet.
    """

    report: Report
    language: str | None
    sentences: Spans
    tokens: Spans
    quotations: tuple[Quoted, ...]
    cast: Cast
    dates: tuple[When, ...]

    def reading(self, origin: Origin, seen: Layers | None = None) -> Reading:
        """Return the reading, with who says what, by rules and by what the model has ``seen``.

        Each part needs what the ones before it found. Speech is looked at twice: who "he" is
        depends on who speaks, and who speaks may be "he"; the first pass knows names and
        epithets only, the second pronouns as well.
        """
        text = self.report.text
        said = seen.attributions if seen else ()
        parts = (text, self.sentences, self.tokens, self.quotations)
        speech = Speech(*parts, self.report.furniture, self.language, said)
        cast = with_labelled(self.cast, text, speech.statements(self.cast))
        cast = resolve_pronouns(cast, text, self.sentences, speech.statements(cast))
        return Reading(
            report=self.report,
            sentences=self.sentences,
            tokens=self.tokens,
            actors=tuple(cast.actors.values()),
            statements=behind_datelines(text, self.sentences, self.tokens, speech.statements(cast)),
            dates=self.dates,
            origin=origin,
        )


def drafted(report: Report) -> Draft:
    """Return what grammar alone finds in ``report``."""
    text, furniture = report.text, report.furniture
    language = report.language or tongue_of(text)
    sentences = segment(text, language, furniture)
    tokens = tokenize(text, sentences)
    quotations = find_quoted(text, paragraphs(text, furniture), language)
    credits = tuple(name for name in (report.publisher, report.source) if name)
    parts = (text, sentences, tokens, quotations, furniture, language)
    cast = build_cast(*parts, credits=credits, title=report.title)
    # A header's date is a date of the report, though its line is no sentence.
    lines = sorted((*sentences, *furniture))
    order = _date_order(report)
    parts_and_title = (report.sections, language, order, report.title)
    dates = find_dates(text, lines, report.published, *parts_and_title)
    return Draft(report, language, sentences, tokens, quotations, cast, dates)


def _date_order(report: Report) -> str | None:
    """Return which of day and month comes first in the report's figures, if it was decided."""
    basis = report.published_basis or ""
    return next((order for order in ("day-first", "month-first") if basis.startswith(order)), None)
