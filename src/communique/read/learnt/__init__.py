"""The trained reader: one small encoder, several heads, one pass.

``Engine.annotate`` gives for each text the ``Layers`` that the model sees in
it: who says what, mentions and which of them mean the same, temporal
expressions. It knows nothing of reports; ``communique.read`` joins it with
grammar. ``docs/model-card.md`` says what it was trained on and how well it reads.
"""

from communique.read.learnt.engine import Engine
from communique.read.learnt.layers import Attribution, Layers, Link, Mention, Time

__all__ = ["Attribution", "Engine", "Layers", "Link", "Mention", "Time"]
