"""Names in languages other than English: inflected forms, titles, states and bodies.

:func:`tongue_for` returns the grammar of a language, :func:`find` what its lines hold.
"""

from communique.read.who.tongues.finder import find
from communique.read.who.tongues.grammar import Tongue, tongue_for

__all__ = ["Tongue", "find", "tongue_for"]
