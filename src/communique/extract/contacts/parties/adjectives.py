"""Lists of states by their adjectives: "the French, German and UK foreign ministers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.extract.contacts.parties.appositions import Party
from communique.model import Span

if TYPE_CHECKING:
    from communique.extract.contacts.parties.members import Members

_OFFICE = 5  # items between the last adjective and the noun: "foreign and defence ministers"


def first_of_adjectives(phrases: Members, first: int, floor: int) -> int:
    """Return where the list begins whose last adjectives are a mention: "German | and French"."""
    at = first
    while phrases.word(at - 1) in (",", "and"):
        back = at - 1 - (phrases.word(at - 1) == "and" and phrases.word(at - 2) == ",")
        if back - 1 < floor or not _is_of_state(phrases, back - 1):
            break
        at = back - 1
    the = phrases.lexicon.has(phrases.word(at - 1), "definite")
    two = the and phrases.kind(first) == "group" and first - at > 1
    if at == first or not (two or adjective_list(phrases, at)):
        return first
    return at - the


def adjective_list(phrases: Members, first: int) -> tuple[tuple[Party, ...], int] | None:
    """Return the states of "the French, German and UK foreign ministers", and where that ends.

    There are three or more, or two with a comma or an office behind them, and people of an office
    follow. Nobody is returned where the report knows one of the states by no name.
    """
    at = first + phrases.lexicon.has(phrases.word(first), "definite")
    found, joined = [at], False
    while _adjective(phrases, at) is not None or _looks_so(phrases, at):
        after = phrases.word(at + 1)
        if after not in (",", "and") or joined:
            break
        step = 2 + (after == "," and phrases.word(at + 2) == "and")
        joined = after == "and" or step == 3
        at += step
        found.append(at)
    end = _noun_from(phrases, at)
    if not joined or len(found) < 3 or end is None:
        return None
    states = [_adjective(phrases, spot) for spot in found]
    if any(state is None for state in states):
        return (), end
    items = [phrases.items[spot] for spot in found]
    sides = zip(states, items, strict=True)
    return tuple(Party(s, None, Span(i.start, i.end)) for s, i in sides if s is not None), end


def adjectives_to(phrases: Members, head: int) -> tuple[str | None, ...]:
    """Return the states of the adjectives that lead to the noun at ``head``, however many.

    For one that nobody in the report bears the name of, as "Bordurian" in "the Bordurian and
    Tavrian ministers" may be, there is ``None``.
    """
    at, words = head, phrases.word(head).split()
    plural = phrases.lexicon.has(words[-1], "group_noun", "title") or words[-1].endswith("s")
    while at > 0 and phrases.inside(at - 1) and phrases.word(at - 1) != "and" and len(words) == 1:
        at -= 1
        if phrases.items[at].upper:
            break
    if not plural or not (_adjective(phrases, at) or phrases.items[at].upper):
        return ()
    found = [_adjective(phrases, at)]
    while phrases.word(at - 1) in (",", "and") and (
        _adjective(phrases, at - 2) is not None or _looks_so(phrases, at - 2)
    ):
        at -= 2
        found.insert(0, _adjective(phrases, at))
    return tuple(found)


def _is_of_state(phrases: Members, at: int) -> bool:
    return at >= 0 and (_adjective(phrases, at) is not None or _looks_so(phrases, at))


def _adjective(phrases: Members, at: int) -> str | None:
    """Return the state whose adjective or name the item at ``at`` is, or begins with."""
    item = phrases.items[at] if at < len(phrases.items) else None
    led = item is not None and item.word.startswith("the ")
    if item is None or not (item.upper or led):
        return None
    actor = phrases.ref_actor(at)
    if actor is not None and phrases.view.actors[actor].kind == "state":
        return actor
    named = phrases.view.states_within(item.start, item.end)
    words = item.word.removeprefix("the ").split()
    return named[0][0] if named else phrases.view.state_of_adjective(words[0])


def _looks_so(phrases: Members, at: int) -> bool:
    """Tell a word with a capital that may be the adjective of a state nobody knows."""
    if at >= len(phrases.items):
        return False
    item = phrases.items[at]
    return item.upper and item.ref is None and item.word.endswith(("ish", "an", "ese", "ch", "i"))


def _noun_from(phrases: Members, at: int) -> int | None:
    """Return where the people of an office end: "(UK) foreign ministers"."""
    for spot in range(at, min(at + _OFFICE, len(phrases.items))):
        words = phrases.word(spot).split()
        if words and phrases.lexicon.has(words[-1], "group_noun") and words[-1].endswith("s"):
            return spot + 1
        if spot > at and not phrases.inside(spot) and phrases.word(spot) != "and":
            return None
    return None
