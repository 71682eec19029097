"""Whether a sentence tells of another place than the question asks of."""

from __future__ import annotations

from communique.ask.candidates import Search
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import stem

_WORDING = wording("sentences/elsewhere")


def elsewhere(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by its place, where a question asks what was in a town.

    ("How many marched in Port Azul?" is not answered by how many did in Dale.) In which state a
    place lies no report need tell, so of states nothing is made of it.
    """
    places = _places_of(search)
    if not places or any(is_in(each, line) for each in places):
        return 1.0
    asked = {key for each in places for key in each.keys}
    told = (match[1].split() for match in _IN.finditer(line.span.of(page.text)))
    return _ELSEWHERE if any(asked.isdisjoint(map(stem, each)) for each in told) else 1.0


def _places_of(search: Search) -> list[Asked]:
    """Return the towns of which a question asks what was in them."""
    asked = search.question.text
    return [each for each in search.names if not each.actors and f" in {each.text}" in asked]


_IN = _WORDING.pattern("in")
#: What a sentence counts that tells what was in another town.
_ELSEWHERE = 0.6
