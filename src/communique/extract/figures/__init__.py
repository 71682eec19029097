"""Figures: numbers that count something, and who claims them."""

from communique.extract.figures.extractor import FigureExtractor

__all__ = ["FigureExtractor"]
