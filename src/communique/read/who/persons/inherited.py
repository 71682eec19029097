"""Offices that are of another's state: "his foreign minister, Ann Lee", "Reik's envoy Jo Venn"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from communique.model import Actor, Office, Span
from communique.read.layers import Mention
from communique.read.who.found import Title
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import office_class
from communique.read.who.words.ranks import HIGH

_NEAR = 60  # characters from an owner's name to the office
_JOINED = re.compile(r"(?:\s+of\s+(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+)?)?,?\s+and\s+(?:his|her)\s+$")
"""What stands between them: "(President Mroz) of Poland and his | foreign minister"."""
_Owner = Callable[[Span], str | None]

_OWNING = frozenset({"his", "her"})
_MARKS = ("'s", "’s")
_SERVING = frozenset(
    {"foreign-minister", "minister", "ambassador", "envoy", "representative", "spokesperson"}
    | {"head-of-government", "adviser"}
)
"""Offices whose holder acts for the state of whoever appoints him."""


def inherit(text: str, persons: Iterable[Person]) -> None:
    """Give persons the state of offices whose owner stands right before them, by name.

    This is known before any pronoun is: "Poland's President Jan Mroz and his foreign minister,
    Ewa Lis", "Mroz's envoy Ewa Lis". Their titles are replaced.
    """
    known = list(persons)
    names = [(name.span, person) for person in known for name in person.names]
    by_start = {span.start: (span.end, person) for span, person in names}
    by_end = {span.end: person for span, person in names}
    for person in known:
        person.titles[:] = [_owned(text, title, by_start, by_end) for title in person.titles]


def _owned(
    text: str,
    title: Title,
    by_start: Mapping[int, tuple[int, Person]],
    by_end: Mapping[int, Person],
) -> Title:
    """Return a title with the state of its owner, where that is named right before it."""
    if title.states or title.body or title.evidence is None or title.office not in _SERVING:
        return title
    start = title.evidence.start
    owner = None
    if start in by_start and text.startswith(_MARKS, by_start[start][0]):
        owner = by_start[start][1]
    elif (joined := _JOINED.search(text, max(0, start - _NEAR), start)) is not None:
        owner = by_end.get(joined.start())
    states = {
        state
        for held in (owner.titles if owner else ())
        if held.office in HIGH and not held.past
        for state in held.states[:1]
    }
    return msgspec.structs.replace(title, states=tuple(states)) if len(states) == 1 else title


def inherited(text: str, actors: Iterable[Actor], mentions: Sequence[Mention]) -> list[Actor]:
    """Return the actors with the state of offices that only their owner tells.

    The owner holds a high office of one state; ``mentions`` are those of owners: names,
    epithets and pronouns.
    """
    known = list(actors)
    states = {actor.id: state for actor in known if (state := _state_of(actor)) is not None}
    by_end = {m.span.end: m.actor for m in mentions if m.span.of(text).casefold() in _OWNING}
    by_start = {m.span.start: m for m in mentions if m.actor in states}

    def owner(evidence: Span) -> str | None:
        before = len(text[max(0, evidence.start - 8) : evidence.start].rstrip())
        by_pronoun = by_end.get(max(0, evidence.start - 8) + before)
        named = by_start.get(evidence.start)
        owned = named is not None and text.startswith(_MARKS, named.span.end)
        return named.actor if named is not None and owned else by_pronoun

    return [_with_states(actor, states, owner) for actor in known]


def _with_states(actor: Actor, states: Mapping[str, str], owner: _Owner) -> Actor:
    """Return the actor with a state for each office that has none, where its owner has one."""
    offices = tuple(_of_owner(office, actor, states, owner) for office in actor.offices)
    return actor if offices == actor.offices else msgspec.structs.replace(actor, offices=offices)


def _of_owner(office: Office, actor: Actor, states: Mapping[str, str], owner: _Owner) -> Office:
    if office.of is not None or office_class(office.title) not in _SERVING:
        return office
    owners = {one for span in office.evidence if (one := owner(span)) not in (None, actor.id)}
    found = {states[one] for one in owners if one in states}
    return msgspec.structs.replace(office, of=found.pop()) if len(found) == 1 else office


def _state_of(actor: Actor) -> str | None:
    """Return the one state or body that somebody holds high offices of."""
    found = {office.of for office in actor.offices if office_class(office.title) in HIGH}
    found.discard(None)
    return found.pop() if len(found) == 1 else None
