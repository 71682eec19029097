"""Who is still meant where nobody is named: "he" some sentences on, "we" of an interview."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from communique.ask.wording import wording

if TYPE_CHECKING:
    from communique.ask.reports.pages import Page

_WORDING = wording("reports/still_meant")

#: Sentences over which nobody need be named or meant by a pronoun.
_APART = 4


def still_meant(page: Page) -> dict[str, frozenset[int]]:
    """Return, by the ids of persons, the sentences in which "he" or "she" may still mean one.

    It is the first one whom the last sentence with a person names; whoever writes, or answers an
    interview, is "I" and not meant by it.
    """
    pronouns = page.with_any(_WORDING.words("third-person"))
    found: dict[str, set[int]] = defaultdict(set)
    last, at = "", 0
    for line in page.lines:
        named = [
            (span.start, ref.id)
            for span, actor in page.named_in(line)
            if actor.kind == "person" and (ref := page.who(actor.id)) is not None
            if ref.id not in page.authors
        ]
        if named:
            last, at = min(named)[1], line.number
        elif last and line.number in pronouns and line.number - at <= _APART:
            found[last].add(line.number)
            at = line.number
    return {id: frozenset(numbers) for id, numbers in found.items()}


def speaking_for(page: Page) -> frozenset[int]:
    """Return the sentences in which one whose words a report is speaks as "we", or is asked so.

    In a question "you" may be all for whom that one speaks.
    """
    if not page.authors:
        return frozenset()
    asked = {
        number
        for number in page.with_any(_WORDING.words("second-person"))
        if page.put.get(number, (-1,))[0] == number
    }
    return frozenset(page.with_any(_WORDING.words("together")) | asked)
