"""Positions: who is for or against what, on which condition, in whose telling.

:mod:`~communique.extract.positions.cues` holds the words with which a stand is taken,
:mod:`~communique.extract.positions.stands` reads who takes it and on what,
:mod:`~communique.extract.positions.issue_names.issues` names the issue.
"""

from communique.extract.positions.extractor import PositionExtractor
from communique.extract.positions.issue_names.issues import Scheme, scheme_from

__all__ = ["PositionExtractor", "Scheme", "scheme_from"]
