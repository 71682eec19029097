"""Who stands together in a sentence: "President Ana Ruiz of Ruritania and her counterpart".

A group is a noun phrase, or several joined by "and", that refers to actors. It knows for
whom each of them stands ("of Ruritania", "Ruritania's President"), which preposition
governs it and whether it is a possessor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.extract.contacts.parties.adjectives import adjective_list, first_of_adjectives
from communique.extract.contacts.parties.appositions import Party
from communique.extract.contacts.parties.members import Members
from communique.extract.contacts.parties.phrases import POSSESSIVE, THIRD
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View
from communique.model import Span

_SUBJECTS = frozenset({"i", "he", "she", "they", "we"})  # never after a preposition
_IN_LIST = frozenset({"of", ",", "for", "and", "'s"})
_LIST = 60  # items over which a list of people with their offices goes on
_QUOTES = frozenset({'"', "“", "”", "«", "»", "'", "‘"})


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
        """Their ids."""
        return frozenset(party.actor for party in self.parties)


def groups_of(view: View, sentence: int) -> tuple[Group, ...]:
    """Return the groups of a sentence, in order, none overlapping."""
    return _Parser(view, view.items(sentence)).groups()


class _Parser(Members):
    def groups(self) -> tuple[Group, ...]:
        found: list[Group] = []
        at = 0
        while at < len(self.items):
            if not self.refers(at):
                at += 1
                continue
            first = self.left_edge(at, found[-1].last if found else 0)
            while first < at and self.word(first) in _QUOTES:
                first += 1  # the marks of a quotation that begins here
            first = first_of_adjectives(self, first, found[-1].last if found else 0)
            group = self._group(first)
            owner = found[-1] if found else None
            if owner is not None and owner.possessive and owner.last == group.first:
                group = replace(group, preposition=owner.preposition)  # "with their | counterparts"
                if owner.last - owner.first == 1 and self._are_owned(owner, group):
                    group = replace(found.pop(), last=group.last, parties=group.parties,
                                    possessive=group.possessive, plural=True)  # fmt: skip
            found.append(group)
            at = max(group.last, at + 1)
        return tuple(found)

    def _are_owned(self, owner: Group, group: Group) -> bool:
        """Tell "his | Bordurian and Kelmaran counterparts" from what else he has."""
        words = [self.word(at) for at in range(group.first, group.last)]
        plural = words[-1].endswith("s") or "counterparts" in words
        return len(group.parties) > 1 and plural and self.is_possessive_word(owner.first)

    def _group(self, first: int) -> Group:
        parties, at, plural = self._phrase(first)
        if plural and not parties:
            parties = self._of_owners(first, at - 1)
        if plural and not parties and (sent := self._sent_from(at)) is not None:
            parties, at = sent.parties, sent.last
            if (led := self._led(at, parties)) is not None:
                parties, at = (led[0],), led[1]
        at = self.past_style(at)
        possessive = self.is_owner(at)
        if possessive and self.word(at + 1) == "capital" and self.kind(at - 1) == "state":
            at, possessive = (
                self.past_capital(at + 2),
                False,
            )  # "Ruritania | 's capital, Azul,"
        members = 1
        governed = self.word(first - 1)
        governed = governed if self.lexicon.has(governed, "preposition") else ""
        while not possessive and (follows := self._further(at, members, governed)) is not None:
            more, at, _ = self._phrase(follows)
            parties, plural, members = parties + more, True, members + 1
            possessive = self.word(at) in POSSESSIVE
        before = self.word(first - 1)
        preposition = before if self.lexicon.has(before, "preposition") else None
        unique = tuple({party.actor: party for party in reversed(parties)}.values())[::-1]
        return Group(first, at, unique, preposition, possessive, plural or len(unique) > 1)

    def _of_owners(self, first: int, head: int) -> tuple[Party, ...]:
        """Return the states of "Ruritania and Borduria's | foreign ministers"."""
        if self.word(first - 1) not in POSSESSIVE or self.items[head].ref is not None:
            return ()
        spots = [first - 2]
        if self.word(first - 3) == "and":
            spots.insert(0, first - 4)
        if first < 2 or not all(at >= 0 and self.kind(at) == "state" for at in spots):
            return ()
        return tuple(Party(self.ref_actor(at) or "", None, self._span(at)) for at in spots)

    def _sent_from(self, at: int) -> Group | None:
        """Return the states of "envoys | from Ruritania, Borduria and Kelmara"."""
        if self.word(at) not in ("from", "of"):
            return None
        head = self.head_from(at + 1)
        if head is None or self.kind(head) not in ("state", "bloc"):
            return None
        lands = self._group(at + 1)
        kinds = {self.view.actors[actor].kind for actor in lands.actors}
        return lands if kinds <= {"state", "bloc"} and not lands.possessive else None

    def _phrase(self, first: int) -> tuple[tuple[Party, ...], int, bool]:
        """Parse one noun phrase: its parties, where it ends, and whether it is plural."""
        at, stands_for = first, None
        if (listed := adjective_list(self, first)) is not None:
            return listed[0], listed[1], True
        while not self.refers(at):
            at += 1
        while (head := self.modified(at)) is not None:
            if self.word(at - 1) == "to" and self.kind(at) == "state":
                pass  # "the Bordurian Ambassador to Ruritania X" does not stand for Ruritania
            elif self.kind(at) in ("state", "organisation", "bloc"):
                stands_for = self.ref_actor(at)
            elif self.word(at - 1) == "to" and (served := self.ref_actor(at)) is not None:
                stands_for = stands_for or self.office_state(served)
            at = head
        if (end := self.staff_of(at)) > at + 1:
            return self.governed_by(at), end, True  # "Ruiz aides"
        if (named := self.who_is(at)) is not None:
            return (named[0],), named[1], False
        parties, plural = self._parties(at, self.narrowed(at, stands_for))
        if not parties and self.items[at].ref is None:
            parties = self._by_adjective(first, at)
        if stands_for is None and self.lexicon.has(self.word(at - 1), "title"):
            parties = self._sided(parties, first, at)
        head = at
        if self.is_possessive_word(at):
            return parties, at + 1, plural  # "our Bordurian counterparts"
        if self._may_be_led(at) and (led := self._led(at + 1, parties)) is not None:
            return (led[0],), led[1], True
        if plural and (each := self._each_for(at + 1, parties)) is not None:
            return each[0], each[1], True
        if (pair := self._paired(at + 1, parties)) is not None:
            parties, at, plural = (*parties, pair[0]), pair[1] - 1, True
        at, side = self._after_head(at + 1, parties)
        if (
            self.kind(head) == "state"
            and self.word(at) in triggers_for(self.lexicon).words["bounds"]
        ):
            return (), at + 1, False  # "the Ruritania-Borduria border"
        leads = self._may_be_led(at - 1) or self._may_be_led(head)
        if leads and (led := self._led(at, parties)) is not None:
            return (led[0],), led[1], True
        if side and not parties and self.items[head].ref is None:
            parties = (self._party_of(side, head, at),)  # "the leaders of Ruritania"
        elif side:
            side = self._state_of(side)
            parties = tuple(Party(p.actor, p.represents or side, p.span) for p in parties)
        return parties, at, plural

    def _parties(self, at: int, stands_for: str | None) -> tuple[tuple[Party, ...], bool]:
        item = self.items[at]
        if (
            self.word(at - 1) in triggers_for(self.lexicon).words["hyphenate"]
            and self.kind(at) == "state"
        ):
            return (), True  # "Arab American leaders" are people of one state
        span = Span(item.start, item.end)
        plural = self.lexicon.has(item.word, "first_plural", "group_noun") or item.word in (
            "they",
            "them",
            "their",
            "two",
            "both",
        )
        if item.ref is None:
            speaker = self.first_person(item)
            if item.word in THIRD:
                speaker = self.view.asked_about(item.start)
            stands = self._state_of(self.office_state(speaker)) if speaker else None
            return ((Party(speaker, stands, span),) if speaker else ()), plural
        actor = self.view.actors[item.ref.actor]
        if actor.kind == "person" and self._are_several(item):
            return (), True  # "the leaders", whoever was read to be so called
        if actor.kind == "group" and self._are_of_others(at):
            return (), True
        if actor.kind == "group":
            members = [m for m in actor.members if m in self.view.actors]
            if not members:
                return self._by_adjectives(at) or self._stood_for(item) or self._acting(at), True
            return self.members_of(at, members, span), True
        if actor.kind in ("organisation", "bloc") and self._is_of_an_officer(at):
            return (), plural
        stands = self._state_of(stands_for or self.office_state(actor.id))
        return (Party(actor.id, stands if actor.kind == "person" else None, span),), plural

    def _are_several(self, item: Item) -> bool:
        """Tell "the leaders" from a name and from "the leader"."""
        words = self.view.text[item.start : item.end].split()
        plain = len(words) < 3 and words[-1].islower() and words[-1].endswith("s")
        return plain and self.lexicon.has(words[-1], "group_noun")

    def _is_of_an_officer(self, at: int) -> bool:
        """Tell "the Harbour Board Chairman", somebody whom the reading knows by no name."""
        end = at + 1
        while end < len(self.items) and self.items[end].upper and self.inside(end):
            end += 1
        if end == at + 1 and self.lexicon.has(self.word(at - 1), "definite"):
            end += self.lexicon.has(self.word(end), "title")  # "the Dorn University president"
        words = [self.word(n) for n in range(at + 1, end)]
        several = any(word.endswith("s") for word in words)  # "G7 Leaders" are its own
        return bool(words) and not several and self.lexicon.has(words[0], "title")

    def _are_of_others(self, at: int) -> bool:
        """Tell "the leaders | of many guilds" from "the leaders", whoever was named before."""
        item = self.items[at]
        return (
            self.word(at + 1) == "of"
            and self._are_several(item)
            and not self.view.states_within(item.start, item.end)
        )

    def _by_adjectives(self, at: int) -> tuple[Party, ...]:
        """Return whom "the Ruritanian and Bordurian presidents" names: them, or their states."""
        item = self.items[at]
        words = item.word.split()
        if not self.lexicon.has(words[-1], "group_noun"):
            return ()
        spots = [item]
        while self.word(at - 1) in ("and", ",") and self.inside(at - 2):
            at -= 2
            spots.insert(0, self.items[at])
        states = [
            (state, Span(spot.start, spot.end))
            for spot in spots
            for word in spot.word.split()
            if spot.upper and (state := self.view.state_of_adjective(word)) is not None
        ]
        if len(states) < 2:
            return ()
        return tuple(self._holder_or(state, words[-1], span) for state, span in states)

    def _holder_or(self, state: str, office: str, span: Span) -> Party:
        """Return the one "president" of a state that the report knows, else the state."""
        holders = [
            actor.id
            for actor in self.view.actors.values()
            if actor.kind == "person"
            and any(
                one.of == state and one.title.lower().endswith(office.removesuffix("s"))
                for one in actor.offices
            )
        ]
        return Party(holders[0], state, span) if len(holders) == 1 else Party(state, None, span)

    def _acting(self, at: int) -> tuple[Party, ...]:
        """Return "the rebels" and their like, who are a side though nobody of them is named."""
        item = self.items[at]
        if item.ref is None or not self.is_collective(at) or self._sent_from(at + 1):
            return ()
        return (Party(item.ref.actor, None, Span(item.start, item.end)),)

    def _stood_for(self, item: Item) -> tuple[Party, ...]:
        """Return the states that "the leaders of Ruritania and Borduria" names."""
        words = item.word.split()
        if not any(self.lexicon.has(w, "group_noun", "title") or w == "members" for w in words):
            return ()
        posted = self.view.text.find(" to ", item.start, item.end)  # "the envoys of A | to B"
        states = self.view.states_within(item.start, posted if posted > 0 else item.end)
        if not states and item.ref is not None and self._is_of_a_side(item):
            return (Party(item.ref.actor, None, Span(item.start, item.end)),)
        return tuple(Party(state, None, span) for state, span in states)

    def _is_of_a_side(self, item: Item) -> bool:
        """Tell "the Bordurian delegation", whose state is no actor, from "both delegations"."""
        words = self.view.text[item.start : item.end].split()
        words = words[self.lexicon.has(words[0].lower(), "determiner") :]
        return len(words) > 1 and any(word[:1].isupper() for word in words)

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

    def _further(self, at: int, members: int, governed: str) -> int | None:
        """Return where a further phrase begins, behind "X, envoy to Borduria," too."""
        follows = self._next_phrase(at, members, governed)
        if follows is not None or (follows := self.past_semicolon(at)) is not None:
            return follows
        apart = self.word(at - 1) == "," and governed in ("with", "to") and self.is_name(at)
        return self._next_phrase(at - 1, members, governed) if apart else None

    def _next_phrase(self, at: int, members: int, governed: str) -> int | None:
        """Return where a further phrase of the same group begins, after "and" or a comma."""
        start = at
        if governed in ("in", "at") and self.word(at) in ("together", "along"):
            return None  # "met in Ruritania | together with Lind"
        listed = self.word(at) == ","
        while (
            self.word(start)
            in (",", "and", "&", "as", "well", "along", "together", "with", "plus", "separately")
            or self.falters(start)
        ) and start < at + 5:
            if self.word(start) == "with" and self.word(start - 1) not in ("along", "together"):
                return None
            start += 1
        if start == at or (
            self.word(start - 1) in ("as", "well", "along", "together")
            and self.word(start - 2) == ","
        ):
            return None
        if self.word(start) == "that" and self.lexicon.has(self.word(start + 1), "determiner"):
            return None  # "spoke with Lind, and that the President"
        head = self.head_from(start)
        if listed and members == 1 and self.is_in_place(at - 1):
            return None  # "in Port Azul, Ruritania, | President X and …"
        if head is None or self.kind(head) not in ("person", "group"):
            holder = self.office_holder(start, False)
            head = holder if holder is not None and holder > start else head
        if head is not None and self.word(head) in ("his", "her") and not governed:
            peer = "counterpart" in (self.word(head + 1), self.word(head + 2))
            if not peer or self._owned(head) is None:
                return None  # "welcomed Lind and his delegation"
        if head is not None and governed and self.word(head) in _SUBJECTS:
            return None  # "spoke with Lind and I think"
        if head is not None and listed and governed and self.word(head + 2) in ("i", "we"):
            return None  # "spoke with Lind, and Venn and I will"
        if head is None or (self._is_open_list(start) and not self._list_goes_on(head)):
            return None
        if listed and members == 1 and start == at + 2 and self._opens_clause(head):
            return None
        last_of_list = listed and members > 1 and self.word(at + 1) == "and"  # "A, B, | and C"
        if governed in ("with", "to") and not last_of_list and self.acts_on(head, listed):
            return None  # "met with Lind and the Vice President met with Venn"
        if listed and (self.closes_opening(at) or (members == 1 and self.is_origin(at - 1, head))):
            return None
        return start

    def _list_goes_on(self, head: int) -> bool:
        """Tell whether a list continues after the phrase of ``head``: "A, B and C"."""
        for index in range(head + 1, min(head + _LIST, len(self.items))):
            word = self.word(index)
            if word == "and" and self.word(index - 1) in (",", *POSSESSIVE):
                return self._someone_from(index + 1)
            if word == "and" and self._someone_from(index + 1):
                return True
            served = word == "to" and (self.word(index + 1) == "the" or self.inside(index + 1))
            if not (self.refers(index) or self.inside(index) or word in _IN_LIST or served):
                return False
        return False

    def _someone_from(self, at: int) -> bool:
        """Tell whether somebody follows, with only an office between."""
        return self.head_from(at) is not None or self.office_holder(at, False) is not None

    def _opens_clause(self, head: int) -> bool:
        """Tell whether "X, and Y …" goes on with a clause of Y's: a word like a verb follows."""
        word = self.word(head + 1)
        return word.isalpha() and not self.lexicon.has(word, "preposition", "conjunction")
