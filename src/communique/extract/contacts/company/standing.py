"""For which states the sides of a contact stand, where their names do not say it.

"President Ruiz spoke with Prime Minister Lind. She reaffirmed Ruritania's commitment to the
Ruritania-Borduria ferry treaty" tells which state each stands for. Three kinds of evidence
speak: two states named as a pair ("between Ruritania and Borduria"), what a participant
declares for a state ("reaffirmed Ruritania's support"), and what is declared to the other
side ("support for Borduria", "welcomed Borduria's new law"). The states are given to the
two sides so that most of it agrees; where two ways agree equally well, none is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product, takewhile

from msgspec.structs import replace

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import groups_of
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View
from communique.model import Participant, Span, merged

_REACH = 40  # sentences in which evidence is sought
_PAIR, _OWN, _OTHER = 2, 3, 1
"""What a pair, a declaration for one's own state and one to the other side weigh.

A pair in one word ("the Ruritania-Borduria treaty") weighs one more for the order in which the
sides are named: who is told of first mostly stands for the state that is named first. In
"Ruritania and Borduria" the order tells nothing.
"""
_NEED = 0.5
"""The same for "the need for Borduria to act", which may be about a third state."""
_TERM = 8
_LEAVING = ("to", "with", "in", "on", "at", "that", "which", "who")
"""Words with which something else begins: "talks with Kelmara | to resolve concerns"."""
_DASHES = frozenset({"-", "–", "‑"})


@dataclass(slots=True)
class _Evidence:
    """Weights by side (0 or 1) and state, and where each state was first told of."""

    weights: dict[tuple[int, str], float] = field(default_factory=lambda: defaultdict(int))
    where: dict[str, Span] = field(default_factory=dict)

    def add(self, side: int, state: str, weight: float, item: Item) -> None:
        self.weights[side, state] += weight
        self.where.setdefault(state, Span(item.start, item.end))


def standing_for(
    view: View, mention: Mention, people: Sequence[Participant]
) -> tuple[Participant, ...]:
    """Return ``people`` with the states for which they stand, as far as the report tells.

    ``mention`` is the first of the contact; who is named before its verb or noun is on one
    side, who is named after it on the other. Only people with a title get a state.
    """
    sides = _sides(view, mention, people)
    if sides is None or all(one.represents for one in people if one.actor in sides):
        return tuple(people)
    known = _known(people, sides)
    if any(state and view.actors[state].kind != "state" for state in known):
        return tuple(people)  # who speaks with an alliance speaks of third states
    evidence = _gathered(view, mention.sentence, sides)
    for side, state in list(evidence.weights):
        if _is_led_by_another(view, state, people):
            del evidence.weights[side, state]
    given = _best(evidence, known)
    return tuple(_given(view, one, sides, given, evidence) for one in people)


def _is_led_by_another(view: View, state: str, people: Sequence[Participant]) -> bool:
    """Tell whether the report names a leader of the state who takes no part."""
    known = {one.actor for one in people}
    leading = triggers_for(view.lexicon).words["leading"]
    return any(
        office.of == state and not leading.isdisjoint(office.title.lower().split())
        for actor in view.actors.values()
        if actor.kind == "person" and actor.id not in known
        for office in actor.offices
    )


def _sides(view: View, mention: Mention, people: Sequence[Participant]) -> dict[str, int] | None:
    """Return on which of two sides each person is; ``None`` where there are no two sides."""
    items = view.items(mention.sentence)
    at, last = items[mention.index].start, items[-1].end
    persons = [
        one
        for one in people
        if view.actors[one.actor].kind == "person"
        and one.evidence
        and items[0].start <= one.evidence[0].start < last  # who joined them later is on no side
    ]
    sides = {one.actor: int(one.evidence[0].start > at) for one in persons}
    if len(set(sides.values())) == 2:
        return sides
    if len(persons) != 2:
        return None
    return {one.actor: number for number, one in enumerate(persons)}


def _known(people: Sequence[Participant], sides: dict[str, int]) -> list[str | None]:
    known: list[str | None] = [None, None]
    for one in people:
        if one.actor in sides and one.represents:
            known[sides[one.actor]] = one.represents
    return known


def _gathered(view: View, first: int, sides: dict[str, int]) -> _Evidence:
    """Return what the sentences from ``first`` on tell of the sides' states."""
    evidence = _Evidence()
    for sentence in range(first, min(first + _REACH, len(view.reading.sentences))):
        items = view.items(sentence)
        states = [(at, state) for at, item in enumerate(items) if (state := _state(view, item))]
        if not states:
            continue
        for at, pair, is_one_word in _pairs(view, items, states):
            for side, state in product((0, 1), pair):
                parallel = is_one_word and pair[side] == state
                evidence.add(side, state, _PAIR + parallel, items[at])
        speaker = _speaker(view, sentence, sides)
        if speaker is not None:
            for at, state in states:
                _declared(view, items, at, state, speaker, evidence)
    return evidence


def _state(view: View, item: Item) -> str | None:
    if item.ref is None or item.ref.form != "mention":
        return None
    actor = view.actors[item.ref.actor]
    return actor.id if actor.kind == "state" else None


def _pairs(
    view: View, items: Sequence[Item], states: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, tuple[str, str], bool]]:
    """Yield the states of "between X and Y" and "the X-Y treaty", and whether in one word."""
    for at, one in states:
        if at + 1 < len(items) and items[at + 1].word in _DASHES:
            other = _adjective(view, items, at + 2)
            if other is not None and other != one:
                yield at, (one, other), True
    for (at, one), (after, other) in pairwise(states):
        words = [item.word for item in items[at + 1 : after]]
        joined = words == ["and"] and at > 0 and items[at - 1].word in ("between", "of")
        if joined and _is_of_others(view, items, at - 1):
            continue
        is_one_word = len(words) == 1 and words[0] in _DASHES
        if one != other and (joined or is_one_word):
            yield at, (one, other), is_one_word


def _is_of_others(view: View, items: Sequence[Item], between: int) -> bool:
    """Tell "discussed the talks between Kelmara and Tavria", which two others hold."""
    words = triggers_for(view.lexicon).words
    near = {item.word for item in items[max(0, between - 3) : between]}
    before = {item.word for item in items[:between]}
    return bool(near & words["of_others"]) and bool(before & words["treated_of"])


def _adjective(view: View, items: Sequence[Item], at: int) -> str | None:
    """Return the state of "Bordurian" in "the Ruritania-Bordurian treaty"."""
    item = items[at] if at < len(items) else None
    if item is None or item.ref is not None or not item.upper:
        return None
    return view.state_of_adjective(item.word)


def _speaker(view: View, sentence: int, sides: dict[str, int]) -> int | None:
    """Return the side of the sentence's subject."""
    for group in groups_of(view, sentence):
        if group.preposition is None and not group.possessive:
            found = {sides.get(actor, -1) for actor in group.actors}
            only = found.pop() if len(found) == 1 else -1
            return only if only >= 0 else None
    return None


def _declared(
    view: View, items: Sequence[Item], at: int, state: str, speaker: int, evidence: _Evidence
) -> None:
    """Weigh a state that the side ``speaker`` names in a sentence of its own."""
    words = triggers_for(view.lexicon).words
    before = {item.word for item in items[max(0, at - 4) : at]}
    follows = (item.word for item in items[at + 1 : at + 5])
    ends = (*("and", ",", "or"), *_LEAVING)
    after = list(takewhile(lambda word: word not in ends, follows))
    possessive = after[:1] in (["'s"], ["'"]) or "'s " in items[at].word
    entered = words["entering"] & {item.word for item in items[max(0, at - _TERM) : at]}
    if entered and (words["praising"] | words["thanking"]) & {item.word for item in items[:at]}:
        evidence.add(1 - speaker, state, _OWN, items[at])
        return  # "congratulated him on his election as President of Borduria"
    if words["blaming"] & {item.word for item in items[max(0, at - _TERM) : at]}:
        return  # "concerns about support for Latvia"
    if before & words["towards"] and items[at - 1].word in words["towards_links"]:
        evidence.add(1 - speaker, state, _OTHER, items[at])
    elif not words["declared"].isdisjoint(after) and not before & words["praising"]:
        evidence.add(speaker, state, _OWN, items[at])
    elif possessive and before & words["praising"]:
        evidence.add(1 - speaker, state, _OTHER, items[at])
    elif {items[n].word for n in range(max(0, at - 2), at)} & words["thanking"]:
        evidence.add(1 - speaker, state, _OTHER, items[at])  # "thanked Borduria for"
    elif before & words["needing"] and after[:1] == ["to"]:
        evidence.add(1 - speaker, state, _NEED, items[at])  # "the need for Borduria to act"


def _best(evidence: _Evidence, known: Sequence[str | None]) -> tuple[str | None, str | None]:
    """Return the states that agree best with the evidence, a side's ``None`` where it is open."""
    states = sorted({state for _, state in evidence.weights})
    choices = [[own] if own else [None, *states] for own in known]
    scored = [
        (sum(evidence.weights.get((side, s), 0) for side, s in enumerate(pair) if s), pair)
        for pair in product(*choices)
        if pair[0] != pair[1] or pair[0] is None
    ]
    top = max((score for score, _ in scored), default=0)
    leading = [pair for score, pair in scored if score == top]
    result: list[str | None] = []
    for side in (0, 1):
        values = {pair[side] for pair in leading}
        only = values.pop() if len(values) == 1 else None
        told = evidence.weights.get((side, only), 0) if only else 0
        result.append(only if told > _NEED else None)
    return result[0], result[1]


def _given(
    view: View,
    one: Participant,
    sides: dict[str, int],
    given: tuple[str | None, str | None],
    evidence: _Evidence,
) -> Participant:
    """Return a participant with the state given to its side, and the words that tell of it."""
    state = given[sides[one.actor]] if one.actor in sides else None
    if one.represents or state is None or not _has_title(view, one):
        return one
    if any(office.of not in (None, state) for office in view.actors[one.actor].offices):
        return one  # in office for another state, or a body
    return replace(one, represents=state, evidence=merged((*one.evidence, evidence.where[state])))


def _has_title(view: View, one: Participant) -> bool:
    """Tell whether the name is led by a title: "Prime Minister Lind"."""
    start = one.evidence[0].start
    sentence = view.sentence_at(start)
    items = view.items(sentence) if sentence is not None else ()
    before = [item.word for item in items if item.end <= start][-3:]
    return any(view.lexicon.has(word, "title") for word in before) or bool(
        view.actors[one.actor].offices
    )
