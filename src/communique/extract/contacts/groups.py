"""Who stands together in a sentence: "President Ana Ruiz of Ruritania and her counterpart".

A group is a noun phrase, or several joined by "and", that refers to actors. It knows for
whom each of them stands ("of Ruritania", "Ruritania's President"), which preposition
governs it and whether it is a possessor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.extract.view import Item, View
from communique.model import Span

_INSIDE = 10  # tokens of titles and adjectives that may precede a name
#: What may follow a name without being taken into the mention: "Ruiz II", "Lind, Jr.".
_SUFFIX = re.compile(r"[ivx]{1,4}|[js]r\.?")
_GENERATION = re.compile(r"[js]r\.?")
_WITHIN_OFFICE = frozenset({"of", "for", "to", "and", "in", ","})
_POSSESSIVE = frozenset({"'s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Party:
    """One actor of a group, for whom, and the words that name the actor."""

    actor: str
    represents: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Items ``[first, last)`` that refer to ``parties`` together.

    ``plural`` is set for several actors, also where none of them is known ("the sides").
    """

    first: int
    last: int
    parties: tuple[Party, ...]
    preposition: str | None = None
    possessive: bool = False
    plural: bool = False

    @property
    def actors(self) -> frozenset[str]:
        """The ids of the actors."""
        return frozenset(party.actor for party in self.parties)


def groups_of(view: View, sentence: int) -> tuple[Group, ...]:
    """Return the groups of a sentence, in order, none overlapping."""
    return _Parser(view, view.items(sentence)).groups()


class _Parser:
    def __init__(self, view: View, items: tuple[Item, ...]) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.items = items

    def groups(self) -> tuple[Group, ...]:
        found: list[Group] = []
        at = 0
        while at < len(self.items):
            if not self._refers(at):
                at += 1
                continue
            first = self._left_edge(at, found[-1].last if found else 0)
            group = self._group(first)
            found.append(group)
            at = max(group.last, at + 1)
        return tuple(found)

    def _group(self, first: int) -> Group:
        parties, at, plural = self._phrase(first)
        possessive = self._word(at) in _POSSESSIVE or self._is_possessive_word(at - 1)
        members = 1
        while not possessive and (follows := self._next_phrase(at, members)) is not None:
            more, at, _ = self._phrase(follows)
            parties, plural, members = parties + more, True, members + 1
            possessive = self._word(at) in _POSSESSIVE
        before = self._word(first - 1)
        preposition = before if self.lexicon.has(before, "preposition") else None
        unique = tuple({party.actor: party for party in reversed(parties)}.values())[::-1]
        return Group(first, at, unique, preposition, possessive, plural or len(unique) > 1)

    def _phrase(self, first: int) -> tuple[tuple[Party, ...], int, bool]:
        """Parse one noun phrase: its parties, where it ends, and whether it is plural."""
        at, stands_for = first, None
        while not self._refers(at):
            at += 1
        while (head := self._modified(at)) is not None:
            if self._kind(at) in ("state", "organisation", "bloc"):
                stands_for = self._ref_actor(at)
            at = head
        parties, plural = self._parties(at, stands_for)
        if not parties and self.items[at].ref is None:
            parties = self._by_adjective(first, at)
        if stands_for is None and self.lexicon.has(self._word(at - 1), "title"):
            parties = self._sided(parties, first, at)
        head = at
        at, named = self._after_head(at + 1, parties)
        if named and not parties and self.items[head].ref is None:
            parties = (self._party_of(named, head, at),)  # "the leaders of Ruritania"
        elif named:
            named = self._state_of(named)
            parties = tuple(Party(p.actor, p.represents or named, p.span) for p in parties)
        return parties, at, plural

    def _parties(self, at: int, stands_for: str | None) -> tuple[tuple[Party, ...], bool]:
        item = self.items[at]
        span = Span(item.start, item.end)
        plural = self.lexicon.has(item.word, "first_plural", "group_noun") or item.word in (
            "they",
            "them",
            "their",
        )
        if item.ref is None:
            speaker = self._first_person(item)
            return ((Party(speaker, None, span),) if speaker else ()), plural
        actor = self.view.actors[item.ref.actor]
        if actor.kind == "group":
            members = [m for m in actor.members if m in self.view.actors]
            return tuple(Party(m, self._office_state(m), span) for m in members), True
        stands = self._state_of(stands_for or self._office_state(actor.id))
        return (Party(actor.id, stands if actor.kind == "person" else None, span),), plural

    def _state_of(self, actor: str | None) -> str | None:
        """Return the state of a ministry or council that has it in its name, else the actor."""
        if actor is None or self.view.actors[actor].kind != "organisation":
            return actor
        return self.view.state_in(self.view.actors[actor].name) or actor

    def _sided(self, parties: tuple[Party, ...], first: int, head: int) -> tuple[Party, ...]:
        """Let "her Ruritanian counterpart X" stand for Ruritania."""
        side = self._by_adjective(first, head)[:1]
        return tuple(
            Party(p.actor, p.represents or (side[0].actor if side else None), p.span)
            for p in parties
        )

    def _by_adjective(self, first: int, head: int) -> tuple[Party, ...]:
        """Return the states of "the Ruritanian and Bordurian delegations"."""
        found: list[Party] = []
        for item in self.items[first:head]:
            if item.upper and (state := self.view.state_of_adjective(item.word)):
                found.append(Party(state, None, Span(item.start, item.end)))
        return tuple(found)

    def _party_of(self, actor: str, head: int, last: int) -> Party:
        for item in self.items[head:last]:
            if item.ref is not None and item.ref.actor == actor:
                return Party(actor, None, Span(item.start, item.end))
        return Party(actor, None, Span(self.items[head].start, self.items[head].end))

    def _office_state(self, actor: str) -> str | None:
        """Return the state or body of which the actor holds an office, where it is an actor."""
        for office in self.view.actors[actor].offices:
            if office.of in self.view.actors and office.of is not None:
                return office.of
        return None

    def _after_head(self, at: int, parties: tuple[Party, ...]) -> tuple[int, str | None]:
        """Skip what follows a name: "of Ruritania", "(RUR)", ", the foreign minister,"."""
        named: str | None = None
        while True:
            if _SUFFIX.fullmatch(self._word(at)) or self._goes_on_as_name(at):
                at += 1
            elif self._word(at) == "," and _GENERATION.fullmatch(self._word(at + 1)):
                at += 2
            elif self._word(at) == "of" and (state := self._state_after(at + 1)) is not None:
                named, at = named or self._ref_actor(state), state + 1
            elif self._word(at) == "(" and (close := self._closing(at)) is not None:
                at = close + 1
            elif self._word(at) == "," and (close := self._apposition(at, parties)) is not None:
                named = named or self._state_within(at, close)
                at = close
            else:
                return at, named

    def _goes_on_as_name(self, at: int) -> bool:
        """Tell whether a capitalised word continues a name that was not taken in whole."""
        if not self._inside(at) or not self.items[at].upper:
            return False
        return not self.lexicon.has(self._word(at), "title", "determiner")

    def _state_after(self, at: int) -> int | None:
        """Return the index of the state or body that "of …" leads to."""
        for index in range(at, min(at + 8, len(self.items))):
            if self.items[index].ref is not None:
                return index if self._kind(index) in ("state", "organisation", "bloc") else None
            if not (self._inside(index) or self._word(index) in ("of", *_POSSESSIVE)):
                return None
        return None

    def _state_within(self, first: int, last: int) -> str | None:
        for index in range(first, last):
            if self._kind(index) in ("state", "organisation", "bloc"):
                return self._ref_actor(index)
        return None

    def _closing(self, at: int) -> int | None:
        for index in range(at + 1, min(at + 10, len(self.items))):
            if self._word(index) == ")":
                return index
        return None

    def _apposition(self, comma: int, parties: tuple[Party, ...]) -> int | None:
        """Return where the apposition after ``comma`` ends, or ``None`` if there is none."""
        titled, closing = False, comma
        for index in range(comma + 1, min(comma + 16, len(self.items) + 1)):
            if index <= closing:
                continue
            word = self._word(index)
            if word == "(" and titled and (close := self._closing(index)) is not None:
                closing = close
                continue
            if word in (",", ".", "", ";") and titled:
                return index + 1 if word == "," else index
            other = self._ref_actor(index)
            if other is not None:
                known = {party.actor for party in parties}
                whose = (titled and self._word(index - 1) in ("to", "of")) or (
                    index == comma + 1 and word.startswith(("the ", "his ", "her "))
                )
                if self._kind(index) == "person" and other not in known and not whose:
                    return None
                titled = titled or other in known or word.startswith(("the ", "his ", "her "))
            elif not (self._inside(index) or word in ("of", "for", "and", "to", *_POSSESSIVE)):
                return None
            titled = titled or self.lexicon.has(word, "title")
        return None

    def _next_phrase(self, at: int, members: int) -> int | None:
        """Return where a further phrase of the same group begins, after "and" or a comma."""
        start = at
        listed = self._word(at) == ","
        while (
            self._word(start)
            in (",", "and", "&", "as", "well", "along", "together", "with", "plus")
            and start < at + 4
        ):
            if self._word(start) == "with" and self._word(start - 1) not in ("along", "together"):
                return None
            start += 1
        if start == at or (
            self._word(start - 1) in ("as", "well", "along", "together")
            and self._word(start - 2) == ","
        ):
            return None
        head = self._head_from(start)
        if head is None or (self._word(start - 1) == "," and not self._list_goes_on(head)):
            return None
        if listed and members == 1 and start == at + 2 and self._opens_clause(head):
            return None
        return start

    def _list_goes_on(self, head: int) -> bool:
        """Tell whether a list continues after the phrase of ``head``: "A, B and C"."""
        for index in range(head + 1, min(head + 12, len(self.items))):
            word = self._word(index)
            if word == "and":
                return self._head_from(index + 1) is not None
            if not (self._refers(index) or self._inside(index) or word in ("of", ",", "for")):
                return False
        return False

    def _opens_clause(self, head: int) -> bool:
        """Tell whether "X, and Y …" goes on with a clause of Y's: a word like a verb follows."""
        word = self._word(head + 1)
        return word.isalpha() and not self.lexicon.has(word, "preposition", "conjunction")

    def _head_from(self, start: int) -> int | None:
        for index in range(start, min(start + _INSIDE, len(self.items))):
            if self._refers(index):
                return index
            if not self._inside(index):
                return None
        return None

    def _left_edge(self, at: int, floor: int) -> int:
        """Return where the phrase begins whose first mention is at ``at``.

        Offices run over several small words: "Assistant Secretary for Trade and Ports X".
        """
        first = at
        while first > floor and at - first < 2 * _INSIDE:
            if first == at and self._word(at - 1) in ("that", "this"):
                break  # "after that Ruiz called"
            if self._word(first - 1) == "'s" and self._word(first - 2) == "people":
                first -= 2  # "the People's Republic of …"
            elif self._inside(first - 1):
                first -= 1
            elif self._joins_adjectives(first - 1, at):
                first -= 2
            elif self._word(first - 1) in _WITHIN_OFFICE and self._office_word(first - 2, floor):
                if first == at and self._word(first - 1) in (",", "and"):
                    break
                first -= 2
            else:
                break
        return self._past_adjectives(first, floor) if first < at else first

    def _joins_adjectives(self, at: int, head: int) -> bool:
        """Tell the "and" of "the Ruritanian and Bordurian delegations"."""
        if self._word(at) != "and" or self.items[head].ref is not None or at + 1 == head:
            return False
        return all(self._inside(i) and self.items[i].upper for i in (at - 1, at + 1))

    def _office_word(self, at: int, floor: int) -> bool:
        """Tell whether an office begins or goes on at ``at``, which is no mention."""
        if at < floor or not self._inside(at):
            return False
        if self._word(at + 1) == ",":
            return self.lexicon.has(self._word(at), "title") and self._led_by(at, floor)
        back = at
        while back > floor and self._inside(back - 1):
            back -= 1
        return any(self.lexicon.has(self._word(i), "title") for i in range(back, at + 1))

    def _led_by(self, at: int, floor: int) -> bool:
        """Tell whether the phrase that ends at ``at`` follows "with" or the like."""
        while at > floor and (self._inside(at) or self._word(at) == "of"):
            at -= 1
        return self._word(at) in ("with", "by", "between")

    def _past_adjectives(self, first: int, floor: int) -> int:
        """Return the start of "with democratic opposition leader X": just past the "with"."""
        at = first
        while at > floor and first - at < 5:
            word = self._word(at - 1)
            if self.lexicon.has(word, "preposition"):
                return at
            known = self.lexicon.classes.get(word, frozenset()) - {"title", "np_inside"}
            if self.items[at - 1].ref or not word.isalpha() or known:
                break
            at -= 1
        return first

    def _modified(self, at: int) -> int | None:
        """Return the head that the mention at ``at`` only modifies.

        That is a state or body ("Ruritania's President X", "President of Ruritania X"), or
        somebody in the name of an office ("Adviser to the President for Ports X").
        """
        kind = self._kind(at)
        if kind == "person" and self._word(at - 1) == "to" and self._word(at + 1) == "for":
            head = self._head_from(at + 2)
            return head if head is not None and self._kind(head) == "person" else None
        if kind not in ("state", "organisation", "bloc"):
            return self._owned(at)
        possessive = self._word(at + 1) in _POSSESSIVE
        start = at + 2 if possessive else at + 1
        in_office = self.lexicon.has(self._word(at - 2), "title") or (
            self._word(at - 1) == "the" and self.lexicon.has(self._word(at - 3), "title")
        )
        head = self._office_holder(start, in_office)
        return head if head is not None and (head > start or possessive or in_office) else None

    def _owned(self, at: int) -> int | None:
        """Return whom "her counterpart, Minister X" or "Ruiz's adviser X" names."""
        if self._word(at + 1) in _POSSESSIVE:
            start = at + 2
        elif self._is_possessive_word(at):
            start = at + 1
        else:
            return None
        head = self._office_holder(start, False)
        return head if head is not None and self._ref_actor(head) != self._ref_actor(at) else None

    def _office_holder(self, start: int, titled: bool) -> int | None:
        """Return the person whose office is spelt out from ``start`` on, over its small words."""
        for index in range(start, min(start + 2 * _INSIDE, len(self.items))):
            if self._refers(index):
                if self._kind(index) == "person":
                    return index if titled or index > start else None
                if self.items[index].ref is None or self._kind(index) == "group":
                    return None
            elif self.lexicon.has(self._word(index), "title"):
                titled = True
            elif self._word(index) in _WITHIN_OFFICE:
                if index == start and not (titled and self._word(index) == ","):
                    return None
                if self._word(index) == "," and not titled:
                    return None
            elif not (self._inside(index) or self._word(index) in _POSSESSIVE):
                return None
        return None

    def _inside(self, at: int) -> bool:
        """Tell whether the item may stand inside a noun phrase before its head."""
        if at < 0 or at >= len(self.items):
            return False
        item = self.items[at]
        if item.ref is not None or item.date >= 0 or self._refers(at):
            return False
        if self.lexicon.has(item.word, "title", "determiner", "np_inside"):
            return True
        return item.upper and not self.lexicon.has(
            item.word,
            "preposition",
            "conjunction",
            "subordinator",
            "adverb",
            "be",
            "have",
            "pronoun",
            "relative",
        )

    def _refers(self, at: int) -> bool:
        if at < 0 or at >= len(self.items):
            return False
        item = self.items[at]
        if item.ref is not None:
            return True
        if self.lexicon.has(item.word, "first_singular", "first_plural"):
            return True
        return item.word in ("they", "them", "their") or self.lexicon.has(item.word, "group_noun")

    def _first_person(self, item: Item) -> str | None:
        if self.lexicon.has(item.word, "first_singular", "first_plural"):
            return self.view.speaker_at(item.start)
        return None

    def _is_possessive_word(self, at: int) -> bool:
        """Tell "her" before a noun from "her" as an object."""
        after = self._word(at + 1)
        return (
            self.lexicon.has(self._word(at), "possessive")
            and after[:1].isalnum()
            and not (
                self.lexicon.has(after, "preposition", "conjunction", "adverb", "determiner", "to")
            )
        )

    def _ref_actor(self, at: int) -> str | None:
        ref = self.items[at].ref if 0 <= at < len(self.items) else None
        return ref.actor if ref else None

    def _kind(self, at: int) -> str | None:
        actor = self._ref_actor(at)
        return self.view.actors[actor].kind if actor else None

    def _word(self, at: int) -> str:
        return self.items[at].word if 0 <= at < len(self.items) else ""
