"""Roundabout ways of asking, turned into plain ones ("What made X leave?" into "Why did X leave?").

The rules stand in ``data/rephrased.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from communique.ask.question.shorthand import in_full


def plainly(question: str) -> str:
    """Return a question as it is asked plainly; names and the other words stay as they are."""
    text = " ".join(in_full(question).split())
    for asks, plain in _rules():
        text = asks.sub(plain, text, count=1)
    return " ".join(text.split())


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the rules in order, read once."""
    data = resources.files("communique.ask") / "data" / "rephrased.toml"
    table = tomllib.loads(data.read_text(encoding="utf-8"))
    return tuple((_compiled(rule["asks"]), rule["plainly"]) for rule in table["rule"])


def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that pays no regard to case, but where it asks for capitals."""
    return re.compile(pattern, 0 if "[A-ZÀ-Þ]" in pattern else re.IGNORECASE)
