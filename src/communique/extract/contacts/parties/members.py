"""Who several people are, where names follow: "the envoys, A and B,", "a delegation led by C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.parties.adjectives import adjectives_to
from communique.extract.contacts.parties.appositions import Appositions, Party
from communique.extract.contacts.parties.phrases import POSSESSIVE
from communique.extract.contacts.triggers import triggers_for
from communique.model import Span

_LEADING = frozenset({"led", "headed", "chaired", "represented"})
_DASHES = frozenset({"-", "–", "—"})
_LISTED = 40  # items over which those who are the subject are named
_NO_VERBS = ("preposition", "conjunction", "to", "subordinator", "relative", "adverb")
_CLOSING = frozenset({",", ")", "–", "—"})
_LISTING = frozenset({",", ";", "(", "."})
"""What follows a name in a list of people with their offices behind them."""
_OFFICES = frozenset({"of", "for", "to", "the", "and", "at", ",", "'s", "(", ")"})


class Members(Appositions):
    """Noun phrases of several people, with those who are named behind them."""

    def modified(self, at: int) -> int | None:
        """Return the head that the mention at ``at`` only modifies, "Ruiz adviser | X" too."""
        if (relative := self._relative(at)) is not None:
            return relative
        if (end := self.staff_of(at)) == at + 1:
            return super().modified(at)
        return end if self.kind(end) == "person" and self.is_name(end) else None

    def _relative(self, at: int) -> int | None:
        """Return whom "Ruiz's old rival, Lind", "her brother Lind" names."""
        owned = self.word(at + 1) in POSSESSIVE
        if self.kind(at) != "person" or not (owned or self.is_possessive_word(at)):
            return None
        relatives = triggers_for(self.lexicon).words["relatives"]
        start = at + 1 + owned
        noun = next((n for n in range(start, start + 3) if self.word(n) in relatives), None)
        if noun is None or any(
            self.items[n].ref or self.word(n) == "," for n in range(start, noun)
        ):
            return None
        head = noun + 1 + (self.word(noun + 1) == ",")
        return head if self.kind(head) == "person" and self.is_name(head) else None

    def who_is(self, at: int) -> tuple[Party, int] | None:
        """Return whom "the conference host, Bordurian President Lind," names, and where it ends."""
        told = self.view.actors[self.ref_actor(at) or ""].name if self.ref_actor(at) else ""
        if self.kind(at) != "person" or self.word(at + 1) != "," or not told.startswith("the "):
            return None
        head = self.head_from(at + 2)
        while head is not None and (further := self.modified(head)) is not None:
            head = further
        end = len(self.items) if head is None else head + 1
        joined = self.word(end) == "," and self.word(end + 1) in ("and", "or")
        listed = joined and self.head_from(end + 2) is not None
        if head is None or listed or not self.is_name(head) or self.kind(head) != "person":
            return None
        if self.word(end) not in (",", ".", ";", ""):
            return None
        actor = self.ref_actor(head) or ""
        return Party(actor, self.office_state(actor), self._span(head)), end + (
            self.word(end) == ","
        )

    def staff_of(self, at: int) -> int:
        """Return where "Ruiz aides", "the Ruiz campaign team" ends; behind the name if not such."""
        end, words = at + 1, triggers_for(self.lexicon).words["staff"]
        if self.kind(at) != "person" or not self.is_name(at):
            return end
        while self.word(end) in words and not self.items[end].upper:
            end += 1
        return end

    def past_capital(self, at: int) -> int:
        """Return where the name behind "Ruritania's capital | , Port Azul," ends."""
        end = at + (self.word(at) == ",")
        while end < len(self.items) and self.items[end].upper and self.items[end].ref is None:
            end += 1
        named = end > at + 1 and self.word(at) == ","
        return end + (self.word(end) == ",") if named else at

    def governed_by(self, at: int) -> tuple[Party, ...]:
        """Return the state of "the Ruiz government"; nobody for "Ruiz aides"."""
        governs = self.word(at + 1) in triggers_for(self.lexicon).words["governing"]
        state = self.office_state(self.ref_actor(at) or "") if governs else None
        return (Party(state, None, self._span(at)),) if state else ()

    def past_semicolon(self, at: int) -> int | None:
        """Return where "X, Deputy Secretary, Harbour Board; | Y, envoy; and Z" goes on."""
        for index in range(max(0, at - 1), min(at + _LISTED, len(self.items) - 2)):
            word = self.word(index)
            if word == ";":
                start = index + 1 + (self.word(index + 1) == "and")
                head = self.head_from(start)
                named = head is not None and self.is_name(head) and self.kind(head) == "person"
                return start if named and self.word((head or 0) + 1) in _LISTING else None
            other = self.kind(index) == "person" and self.is_name(index) and index >= at
            if other or not (self.refers(index) or self.inside(index) or word in _OFFICES):
                return None
        return None

    def _each_for(self, at: int, sides: tuple[Party, ...]) -> tuple[tuple[Party, ...], int] | None:
        """Read the names after "the leaders of Ruritania and Borduria, | Ana Ruiz and Bo Lind":

        in the order of their states, and as many as these; or as many as there are, where
        nobody else is told to be meant: "the Bordurian envoys, | Bo Lind and Io Venn,".
        """
        found, end = self._names_behind(at)
        if len(found) < 2:
            return None
        close = end + (self.word(end) in _CLOSING)
        if {one.actor for one in found} == {side.actor for side in sides}:
            stands = {side.actor: side.represents for side in sides}
            return tuple(replace(one, represents=stands[one.actor]) for one in found), close
        lands = adjectives_to(self, at - 1)
        if len(found) == len(lands) > 1:
            pairs = zip(found, lands, strict=True)
            own = (replace(one, represents=s or self.office_state(one.actor)) for one, s in pairs)
            return tuple(own), close
        owners = self._owners_of(at - 1)
        states = owners or tuple(side.actor for side in sides)
        if len(found) == len(states):
            each = zip(found, states, strict=True)
            return tuple(replace(one, represents=state) for one, state in each), close
        counterparts = self.word(at - 1) == "counterparts" and self.items[at - 1].ref is None
        known = self.kind(at - 1) == "group" or counterparts
        set_off = counterparts or self._is_set_off(at - 1, end)
        if not known or len(sides) > 1 or not set_off:
            return None
        side = self._side_of(at - 1) or (sides[0].actor if counterparts and sides else None)
        names = (replace(one, represents=side or self.office_state(one.actor)) for one in found)
        return tuple(names), close

    def _names_behind(self, at: int) -> tuple[list[Party], int]:
        """Return the people named one after another from ``at`` on, and where that ends."""
        found: list[Party] = []
        end = at
        while self.word(end) in (",", "and", "(") or self.word(end) in _DASHES:
            if found and self.word(end) in _DASHES:
                break
            start = end + 1 + (self.word(end + 1) == "and")
            head = self.head_from(start)
            if head is None or self.kind(head) != "person" or not self.is_name(head):
                break
            found.append(Party(self.ref_actor(head) or "", None, self._span(head)))
            end = head + 1
        return found, end

    def _owners_of(self, at: int) -> tuple[str, ...]:
        """Return the states of "Ruritania's and | Borduria's foreign ministers"."""
        own = self.view.states_within(*self._bounds(at))
        twice = self.word(at - 1) == "and" and self.word(at - 2) in POSSESSIVE
        if not twice or len(own) != 1 or self.kind(at - 3) != "state":
            return ()
        return (self.ref_actor(at - 3) or "", own[0][0])

    def _side_of(self, at: int) -> str | None:
        """Return the one state that "the Bordurian envoys", "envoys of Borduria" names."""
        item = self.items[at]
        named = {state for state, _ in self.view.states_within(item.start, item.end)}
        words = self.view.text[item.start : item.end].split()
        adjectives = {
            self.view.state_of_adjective(word.lower()) for word in words if word[:1].isupper()
        }
        states = named or adjectives - {None}
        return states.pop() if len(states) == 1 else None

    def members_of(self, at: int, members: Sequence[str], span: Span) -> tuple[Party, ...]:
        """Return "the ministers of Ruritania and Borduria": for one who is not known, the state."""
        known = tuple(Party(m, self.office_state(m), span) for m in members)
        named = self.view.states_within(*self._bounds(at))
        stands = {one.represents for one in known}
        if len(known) >= len(named) or not stands <= {state for state, _ in named}:
            return known
        rest = tuple(Party(state, None, at) for state, at in named if state not in stands)
        return known + rest

    def _bounds(self, at: int) -> tuple[int, int]:
        return self.items[at].start, self.items[at].end

    def _is_set_off(self, at: int, end: int) -> bool:
        """Tell "the envoys, A and B, met" from a list that goes on, or of which they are first."""
        if self.word(end) not in _CLOSING and end < len(self.items) and self.word(end) != ".":
            return False
        definite = self.word(at).startswith(("the ", "his ", "her ", "its ", "their ", "our "))
        return definite or "'s " in self.word(at) or self.lexicon.has(self.word(at - 1), "definite")

    def closes_opening(self, comma: int) -> bool:
        """Tell the comma of "Following talks with Lind, | Ruiz and Venn signed".

        A verb follows the last of those named behind it, and no comma stands between.
        """
        fronting = triggers_for(self.lexicon).words["fronting"]
        if self.word(0) not in fronting or any(self.word(at) == "," for at in range(comma)):
            return False
        joined = False
        for at in range(comma + 1, min(comma + _LISTED, len(self.items))):
            word = self.word(at)
            if joined and word == ",":
                return False
            joined = joined or word == "and"
            if not (self.refers(at) or self.inside(at) or word in ("of", ",", "for", "and", "'s")):
                plain = self.items[at].date < 0 and word.isalpha() and not word.endswith("ly")
                return joined and plain and not self.lexicon.has(word, *_NO_VERBS)
        return False

    def _may_be_led(self, at: int) -> bool:
        """Tell "a delegation", and "Borduria, represented by", from what nobody leads."""
        if self.word(at + 2) == "represented" and self.kind(at) in (
            "state",
            "organisation",
            "bloc",
        ):
            return True
        return any(self.lexicon.has(word, "group_noun") for word in self.word(at).split())

    def _is_open_list(self, start: int) -> bool:
        """Tell "A, | B and C", of which more must come, from "A, and, separately, | B"."""
        return self.word(start - 1) == "," and self.word(start - 2) != "separately"

    def _led(self, at: int, parties: tuple[Party, ...]) -> tuple[Party, int] | None:
        """Return who leads "a delegation | led by X", for whom, and where that ends.

        A comma before it closes behind the name: "the delegation, headed by X, met".
        """
        apart = self.word(at) == ","
        at += apart
        if self.word(at) not in _LEADING or self.word(at + 1) != "by":
            return None
        owned = self.word(at + 2) in ("its", "their")  # "headed by its director X"
        led = self._leader(at + 2 + owned)
        if led is None:
            return None
        sent = next((p.actor for p in parties if self.view.actors[p.actor].kind == "state"), None)
        stands = sent or self._side_of(at - 1 - apart) or led[0].represents
        return replace(led[0], represents=stands), led[1] + (apart and self.word(led[1]) == ",")

    def _leader(self, at: int) -> tuple[Party, int] | None:
        """Return who is named after "led by" with any offices, and where the name ends."""
        head = self.office_holder(at, False)  # "led by Minister of Trade of Ruritania | Lind"
        if head is None:
            head = self.head_from(at)
        while head is not None and (further := self.modified(head)) is not None:
            head = further  # "led by U.S. | envoy Lind"
        actor = self.ref_actor(head) if head is not None else None
        if head is None or actor is None or self.kind(head) != "person":
            return None
        return Party(actor, self.office_state(actor), self._span(head)), head + 1
