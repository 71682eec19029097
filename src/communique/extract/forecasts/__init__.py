"""Forecasts: who foresees what by when, and whether the report says that it came true."""

from communique.extract.forecasts.extractor import ForecastExtractor

__all__ = ["ForecastExtractor"]
