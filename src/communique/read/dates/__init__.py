"""Temporal expressions: found, and normalised against the right anchor."""

from communique.read.dates.find import find_dates
from communique.read.dates.lexicon import known_languages

__all__ = ["find_dates", "known_languages"]
