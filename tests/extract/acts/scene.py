"""The acts of a sentence that stands behind a lead, which makes its states and people known."""

from __future__ import annotations

from communique.extract import extract
from communique.model import Act, Reading, Report, body_id
from communique.read.rules import RuleReader
from extract.states import states_known


def acts_behind(lead: str, words: str) -> tuple[Reading, tuple[Act, ...]]:
    """Return the reading of ``lead`` and ``words``, by the rules, and the acts of ``words``."""
    text = lead + words
    report = Report(
        id=body_id(text), publication=body_id(text)[:16], text=text, published="2031-05-14",
        language="en",
    )  # fmt: skip
    with states_known():
        (reading,) = RuleReader().read([report])
    return reading, tuple(a for a in extract(reading).acts if a.evidence[0].start >= len(lead))
