"""Questions to the record: what one asks, where the reports say it, and whether they do."""

from communique.ask.answering import answer
from communique.ask.looking import like, sought
from communique.ask.reports.concordance import concordance
from communique.ask.reports.meanings import meanings
from communique.ask.shelf import Shelf

__all__ = ["Shelf", "answer", "concordance", "like", "meanings", "sought"]
