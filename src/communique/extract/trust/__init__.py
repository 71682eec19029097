"""How surely a claim is right, by what people said of claims like it.

Thousands of claims made from government releases were read and judged right or wrong
(``benchmarks/judged``). From these is learnt what each of some plain features of a claim counts
(:mod:`~communique.extract.trust.features`); :func:`without_doubtful` leaves out claims that are too
likely wrong, in the kind of text that the verdicts are of. The weights are data of the language,
written by ``benchmarks/doubtful.py``; a language without them keeps all its claims.
"""

from communique.extract.trust.doubtful import without_doubtful

__all__ = ["without_doubtful"]
