"""Sentences and tokens: where they begin and end, in any script and layout.

::

    sentences = segment(text, language="en", furniture=report.furniture)
    tokens = tokenize(text, sentences)

Both return spans in the order of the text that never overlap. Neither changes the text,
neither raises, and both take time in proportion to its length.
"""

from communique.read.text.paragraphs import paragraphs
from communique.read.text.sentences import segment
from communique.read.text.tokens import tokenize

__all__ = ["paragraphs", "segment", "tokenize"]
