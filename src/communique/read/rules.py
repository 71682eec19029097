"""The reader that works by grammar and word lists alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import communique
from communique.model import Origin, Reading, Report
from communique.read.dates import find_dates
from communique.read.speech.find import Speech, find_quoted
from communique.read.text import paragraphs, segment, tokenize
from communique.read.tongue import tongue_of
from communique.read.who import build_cast, resolve_pronouns


class RuleReader:
    """Reads reports with grammar and word lists: no model, no network, the same every time."""

    @property
    def name(self) -> str:
        """The engine's name."""
        return "rules"

    @property
    def origin(self) -> Origin:
        """Program and version; rules have no model and no settings."""
        return Origin(program="communique", version=communique.__version__, settings="rules")

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading per report, in order, as soon as it is there."""
        for report in reports:
            yield self._reading(report)

    def _reading(self, report: Report) -> Reading:
        """Run the parts in order: each needs what the ones before it found.

        Speech is looked at twice. Who "he" is depends on who speaks, and who speaks may be
        "he": the first pass knows names and epithets only, the second pronouns as well.
        """
        text = report.text
        language = report.language or tongue_of(text)
        sentences = segment(text, language, report.furniture)
        tokens = tokenize(text, sentences)
        quotations = find_quoted(text, paragraphs(text, report.furniture))
        speech = Speech(text, sentences, tokens, quotations, report.furniture, language)
        cast = build_cast(text, sentences, tokens, quotations, report.furniture, language)
        cast = resolve_pronouns(cast, text, sentences, speech.statements(cast))
        # A header's date is a date of the report, though its line is no sentence.
        lines = sorted((*sentences, *report.furniture))
        return Reading(
            report=report,
            sentences=sentences,
            tokens=tokens,
            actors=tuple(cast.actors.values()),
            statements=speech.statements(cast),
            dates=find_dates(
                text, lines, report.published, report.sections, language, _date_order(report)
            ),
            origin=self.origin,
        )


def _date_order(report: Report) -> str | None:
    """Return which of day and month comes first in the report's figures, if it was decided."""
    basis = report.published_basis or ""
    return next((order for order in ("day-first", "month-first") if basis.startswith(order)), None)
