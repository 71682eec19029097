"""Claims of reports in other languages than English.

:func:`extractors_for` returns the extractors for a language, or ``None`` where only the English
ones are there. One mechanism serves all of them; what differs between languages are the word
lists of ``data/LANGUAGE.toml`` and a few facts of grammar that they state.
"""

from communique.extract.tongues.extractors import extractors_for

__all__ = ["extractors_for"]
