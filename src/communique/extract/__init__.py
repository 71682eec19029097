"""From a reading to claims: one module or package per kind of claim.

:func:`extract` runs the extractors of :data:`EXTRACTORS` in their order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from communique.extract.acts import ActExtractor
from communique.extract.contacts import ContactExtractor
from communique.extract.extractor import Extractor, check_order
from communique.extract.figures import FigureExtractor
from communique.extract.forecasts import ForecastExtractor
from communique.extract.positions import PositionExtractor, scheme_from
from communique.extract.proposals import ProposalExtractor
from communique.extract.trust import without_doubtful
from communique.extract.unread import UnreadFigures
from communique.extract.view import View
from communique.model import Claims, Reading

EXTRACTORS: tuple[Extractor, ...] = (
    ContactExtractor(),
    FigureExtractor(),
    ActExtractor(),
    PositionExtractor(),
    ForecastExtractor(),
    ProposalExtractor(),
)
"""All extractors, in the order in which they run."""

__all__ = ["EXTRACTORS", "extract", "extract_with"]


def extract(
    reading: Reading,
    extractors: tuple[Extractor, ...] = EXTRACTORS,
    *,
    doubtful: bool = False,
) -> Claims:
    """Return what a reading claims. Never raises on any reading that is well formed.

    Claims of releases that are too likely wrong are left out, unless ``doubtful`` is set; see
    :mod:`communique.extract.trust`.

    Raises:
        InternalError: the ``extractors`` stand in an order that cannot work.
    """
    view = View(reading)
    claims = Claims()
    for extractor in _checked(_of_tongue(reading.report.language) or extractors):
        claims = extractor.extract(view, claims)
    return claims if doubtful else without_doubtful(view, claims)


def extract_with(issues: Path | None, *, doubtful: bool = False) -> Callable[[Reading], Claims]:
    """Return :func:`extract` with the issue labels that the file ``issues`` adds.

    ``doubtful`` is as for :func:`extract`.

    Raises:
        UsageError: the file is no scheme of issues; see
            :func:`~communique.extract.positions.issue_names.issues.scheme_from`.
    """
    if issues is None:
        return partial(extract, doubtful=doubtful)
    scheme_from(issues)  # a bad file is told now, and not of each report
    own = PositionExtractor(issues)
    extractors = tuple(own if each.gives == own.gives else each for each in EXTRACTORS)
    return partial(extract, extractors=extractors, doubtful=doubtful)


def _of_tongue(language: str | None) -> tuple[Extractor, ...] | None:
    """Return the extractors of a language other than English, ``None`` for English."""
    if (language or "en").split("-")[0].casefold() == "en":
        return None
    # Imported here: it takes a while, and most who read English read nothing else.
    from communique.extract.tongues import extractors_for

    return extractors_for(language) or (UnreadFigures(),)


@cache
def _checked(extractors: tuple[Extractor, ...]) -> tuple[Extractor, ...]:
    check_order(extractors)
    return extractors
