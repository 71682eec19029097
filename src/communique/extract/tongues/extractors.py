"""The extractors for a language other than English."""

from __future__ import annotations

from functools import lru_cache

from communique.extract.extractor import Extractor
from communique.extract.tongues.acts import TongueActs
from communique.extract.tongues.contacts import TongueContacts
from communique.extract.tongues.figures import TongueFigures
from communique.extract.tongues.forecasts import TongueForecasts
from communique.extract.tongues.lexicon import tongue_for
from communique.extract.tongues.positions import TonguePositions
from communique.extract.tongues.proposals import TongueProposals


@lru_cache(maxsize=16)
def extractors_for(language: str | None) -> tuple[Extractor, ...] | None:
    """Return the extractors for a BCP 47 tag, or ``None`` where there are no words for it."""
    tongue = tongue_for(language)
    if tongue is None:
        return None
    return (
        TongueContacts(tongue),
        TongueFigures(tongue),
        TongueActs(tongue),
        TonguePositions(tongue),
        TongueForecasts(tongue),
        TongueProposals(tongue),
    )
