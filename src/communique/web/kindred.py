"""Issues whose names share words: "end of wars" and "war in the north"."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from communique.model.threads import IssueCount

#: Words of so few letters tell nothing; the letters by which words are compared.
_SHORT, _BEGIN = 2, 6
#: Issues that are named beside one.
_MOST = 12


def kindred(label: str, issues: Sequence[IssueCount]) -> list[IssueCount]:
    """Return the issues that share words with one, those first that share most and rarest.

    A word counts the more, the fewer issues have it (inverse document frequency).
    """
    words = {issue.label: _words(issue.label) for issue in issues}
    times = Counter(word for some in words.values() for word in some)
    mine = _words(label)

    def shared(issue: IssueCount) -> float:
        common = mine & words[issue.label]
        return sum(math.log((1 + len(issues)) / times[word]) for word in common)

    near = [(shared(issue), issue) for issue in issues if issue.label != label]
    found = sorted(
        (each for each in near if each[0] > 0),
        key=lambda each: (-each[0], -each[1].positions, each[1].label),
    )
    return [issue for _, issue in found[:_MOST]]


def _words(label: str) -> frozenset[str]:
    """Return what a name's words begin with, without the ending of a plural."""
    words = re.findall(r"[^\W_]+", label.casefold())
    told = (word.removesuffix("s") for word in words if len(word) > _SHORT)
    return frozenset(word[:_BEGIN] for word in told)
