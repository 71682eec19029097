"""Whose office somebody holds, where the reading of a report does not say so.

"Its foreign minister, Mira Orlo" is of the state named right before, "the Norlandic envoy Helk" of
Norland: the words around a name tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from communique.ask.lexicon import lexicon
from communique.ask.question.naming import Named
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import folded
from communique.ask.words import words as words_in
from communique.model.actor import Actor
from communique.model.rows import ActorRef

_WORDING = wording("reports/officers")
_OFFICER = _WORDING.pattern("officer")


def officers(words: Set[str], pages: Iterable[Page]) -> frozenset[str]:
    """Return the ids of those whose office stands behind one of some words, right before a name.

    ``words`` are the stems of a state's name and adjectives ("the Norlandic envoy Helk").
    """
    return frozenset(
        id
        for page in pages
        for number in page.with_any(words)
        for actor in _behind(page, page.lines[number], words)
        for id in page.ids(actor.id)
    )


def _behind(page: Page, line: Line, words: Set[str]) -> Iterator[Actor]:
    """Yield the persons in a sentence who are named behind such a word and an office."""
    text, start = line.span.of(page.text), line.span.start
    ends = [word.end for word in words_in(text) if word.stem in words]
    for span, actor in page.named_in(line) if ends else ():
        last = max((end for end in ends if end < span.start - start), default=None)
        if actor.kind != "person" or last is None:
            continue
        match = _OFFICER.fullmatch(text, last, span.start - start)
        if match and not {folded(word) for word in match[1].split()}.isdisjoint(_titles()):
            yield actor


def _titles() -> frozenset[str]:
    known = lexicon()
    return known.titles - known.kinds_of_office | _WORDING.words("offices")


def holders_near(
    named: Named, own: Set[str], others: Set[str], pages: Sequence[Page]
) -> dict[str, ActorRef]:
    """Return who holds an office of which no report says whose it is, if one alone may be meant.

    Of the states in the sentence that names the holder first, or else in the one before, or over
    the report, what the office is of must stand first. ``own`` are the stems of its name and
    adjectives, ``others`` those of other states.
    """
    elsewhere = {
        ref.id
        for page in pages
        for actor, ref in page.cast.everybody
        if any(office.of is not None for office in actor.offices)
    }
    found = {
        ref.id: ref
        for page in pages
        for actor, ref in page.cast.everybody
        if actor.kind == "person"
        and ref.id not in elsewhere
        and _may_hold(named, actor)
        and _first_state(page, actor, own, own | others) in own
    }
    return found if len({_family(ref) for ref in found.values()}) == 1 else {}


def _first_state(page: Page, actor: Actor, own: Set[str], states: Set[str]) -> str:
    """Return the stem of the state that a report names first where it first names somebody."""
    at = min((span.start for span in actor.mentions), default=0)
    number = page.number_at(at)
    here = page.lines[number]
    texts = [page.text[here.span.start : at]]
    texts += [line.span.of(page.text) for line in page.lines[max(number - 1, 0) : number]]
    for text in texts:
        if named := [word.stem for word in words_in(text) if word.stem in states]:
            return named[0]
    over = page.opening & states
    return next(iter(over)) if over and over <= own else ""


def _may_hold(named: Named, actor: Actor) -> bool:
    """Tell whether somebody holds an office of a title, of nobody that is told."""
    title = set(named.title)
    return any(
        office.of is None and title <= {folded(word) for word in office.title.split()}
        for office in actor.offices
    )


def _family(ref: ActorRef) -> str:
    return folded(ref.name.split()[-1])
