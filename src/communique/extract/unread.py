"""What is taken from a report in a language that there are no word lists for: percentages.

Any other number may be part of a larger one ("12 miljoen"), a day or a time, and the English
words for what is done would be found where they mean something else.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from communique.extract.figures import FigureExtractor
from communique.extract.view import View
from communique.model import Claims


class UnreadFigures:
    """Finds the percentages of a reading, whose sign says what they are."""

    gives: ClassVar[str] = "figures"
    needs: ClassVar[frozenset[str]] = frozenset()

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with percentages as ``figures``, of nothing and by nobody."""
        found = FigureExtractor().extract(view, claims).figures
        sure = [
            replace(figure, id="f", thing=None, claimant=None)
            for figure in found
            if figure.unit == "percent" and figure.raw.rstrip().endswith("%")
        ]
        numbered = tuple(replace(figure, id=f"f{n}") for n, figure in enumerate(sure, start=1))
        return replace(claims, figures=numbered)
