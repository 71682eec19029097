"""Tells the language of a report: that of its own telling, not of whom it quotes."""

from __future__ import annotations

from communique.acquire.language.blocks import FEWEST, beside, language_of

__all__ = ["FEWEST", "beside", "language_of"]
