"""From a report to its reading: the parts of ``read/`` in their order."""

from __future__ import annotations

from communique.model import Origin, Reading, Report
from communique.read.dates import find_dates
from communique.read.learnt.layers import Layers
from communique.read.speech.find import Speech, find_quoted
from communique.read.text import paragraphs, segment, tokenize
from communique.read.tongue import tongue_of
from communique.read.who import build_cast, resolve_pronouns


def assemble(report: Report, origin: Origin, seen: Layers | None = None) -> Reading:
    """Return the reading of ``report``: by rules, and by what the trained model has ``seen``.

    Each part needs what the ones before it found. Speech is looked at twice: who "he" is
    depends on who speaks, and who speaks may be "he"; the first pass knows names and epithets
    only, the second pronouns as well.
    """
    text = report.text
    language = report.language or tongue_of(text)
    sentences = segment(text, language, report.furniture)
    tokens = tokenize(text, sentences)
    quotations = find_quoted(text, paragraphs(text, report.furniture))
    said = seen.attributions if seen else ()
    speech = Speech(text, sentences, tokens, quotations, report.furniture, language, said)
    credits = tuple(name for name in (report.publisher, report.source) if name)
    cast = build_cast(
        text, sentences, tokens, quotations, report.furniture, language, credits=credits
    )
    cast = resolve_pronouns(cast, text, sentences, speech.statements(cast))
    # A header's date is a date of the report, though its line is no sentence.
    lines = sorted((*sentences, *report.furniture))
    order = _date_order(report)
    return Reading(
        report=report,
        sentences=sentences,
        tokens=tokens,
        actors=tuple(cast.actors.values()),
        statements=speech.statements(cast),
        dates=find_dates(text, lines, report.published, report.sections, language, order),
        origin=origin,
    )


def _date_order(report: Report) -> str | None:
    """Return which of day and month comes first in the report's figures, if it was decided."""
    basis = report.published_basis or ""
    return next((order for order in ("day-first", "month-first") if basis.startswith(order)), None)
