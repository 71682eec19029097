"""From a reading to claims: one module or package per kind of claim.

:func:`extract` runs the extractors of :data:`EXTRACTORS` in their order.
"""

from __future__ import annotations

from functools import cache

from communique.extract.acts import ActExtractor
from communique.extract.contacts import ContactExtractor
from communique.extract.extractor import Extractor, check_order
from communique.extract.figures import FigureExtractor
from communique.extract.forecasts import ForecastExtractor
from communique.extract.positions import PositionExtractor
from communique.extract.proposals import ProposalExtractor
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

__all__ = ["EXTRACTORS", "extract"]


def extract(reading: Reading) -> Claims:
    """Return what a reading claims. Never raises on any reading that is well formed.

    Raises:
        InternalError: :data:`EXTRACTORS` stand in an order that cannot work.
    """
    view = View(reading)
    claims = Claims()
    for extractor in _checked(EXTRACTORS):
        claims = extractor.extract(view, claims)
    return claims


@cache
def _checked(extractors: tuple[Extractor, ...]) -> tuple[Extractor, ...]:
    check_order(extractors)
    return extractors
