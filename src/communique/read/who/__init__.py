"""Who acts and speaks: names, offices, epithets and pronouns, told apart and put together.

::

    cast = build_cast(text, sentences, tokens, quotes, report.furniture, language="en")
    ...  # statements are found with the cast at hand
    cast = resolve_pronouns(cast, text, sentences, statements)

:func:`find_names` gives the raw candidates. :func:`build_cast` makes actors of them: persons,
states, organisations, blocs and groups, with offices, aliases and mentions, in the order of
their first mention (``a1``, ``a2`` …). :func:`resolve_pronouns` adds what only the speaker of
a statement makes clear. None of them raises on any text, and all take time in proportion to
its length.
"""

from communique.read.who.cast import build_cast
from communique.read.who.names import find_names
from communique.read.who.printed.datelines import behind_datelines
from communique.read.who.pronouns import resolve_pronouns
from communique.read.who.reference.labelled import with_labelled

__all__ = ["behind_datelines", "build_cast", "find_names", "resolve_pronouns", "with_labelled"]
