"""Deeds whose object goes somewhere, or is to do something: "returning schools to towns".

A verb of sending, placing or taking for something tells too little with its object alone. What
follows belongs to the name, and where it cannot be read the name is cut.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.positions.issue_names.deeds import Deeds
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.issue_names.words import MOST


class Carried(Deeds):
    """Reads deeds with where their object goes and what it is to do."""

    def _deed(self, at: int, last: int) -> Name | None:
        """Read "(to) return schools | to towns", "(to) allow towns | to levy tolls"."""
        verb = self._past_manner(at, last)
        if verb >= last:
            return None
        told = self._let_do(verb, last)
        if told is not None:
            return told
        name = super()._deed(verb, last)
        joints = self._wording.sent_on.get(self._gerund(self._word(verb)))
        passed_on = (
            name is not None and not name.deed and self._word(verb) not in self._list("light")
        )
        if name is None or name.ends or joints is None or passed_on:
            return name
        return self._sent_where(name, verb, last, joints)

    def _joined(
        self, end: int, last: int, head: str, joint: str, count: int, wants: bool
    ) -> tuple[str, ...]:
        """Return what is joined to a noun, with what is to be done: "of miners | to join"."""
        words = super()._joined(end, last, head, joint, count, wants)
        if joint == "to" and len(words) == 2 and end + 2 < last and self._word(end + 2) == "and":
            both = self._past_joined(end + 1, last)
            shared = end + 1 < both < last - 1 and not self._has(both + 1, "preposition")
            thing = self._thing(both + 1, last, 2) if shared else None
            more = (*words, *thing.words) if thing is not None else words
            return more if count + len(more) <= MOST else words
        if not words or joint != "of" or head not in self._list("of_doers"):
            return words
        of = self._end(self._start(end + 1, last), last)
        if of + 1 >= last or self._word(of) != "to" or not self._is_verb(of + 1):
            return words
        tail = self._tail(of, "to", last)
        return (*words, *tail) if count + len(words) + len(tail) <= MOST else words

    def _past_manner(self, at: int, last: int) -> int:
        while at + 1 < last and (
            self._has(at, "not", "adverb", "do")
            or self._is_manner(at)
            or self._word(at) in ("further", "better", "more", "than")
            or (self._word(at) == "to" and self._word(at - 1) == "more")
        ):
            at += 1
        return at

    def _let_do(self, verb: int, last: int) -> Name | None:
        """Read "allow towns | to levy tolls" by what they are let do."""
        if self._gerund(self._word(verb)) not in self._list("letting"):
            return None
        first = self._object(verb + 1, last)
        if first >= last or self._has(first, "to"):
            return None
        end = self._end(self._start(first, last), last)
        led = first < end < last - 1 and self._word(end) == "to" and self._is_verb(end + 1)
        if not led or not self._are_doers(end - 1):
            return None
        return self._asked((first, end), end + 1, last)

    def _are_doers(self, at: int) -> bool:
        """Tell whether those stand there who can do something: "towns", "Lutha"."""
        word = self._word(at)
        known = self._items[at].ref is not None or word in self._list("asked")
        return known or (word.endswith("s") and not word.endswith("ss")) or word == "people"

    def _sent_where(self, name: Name, verb: int, last: int, joints: list[str]) -> Name:
        """Return a name with where its object goes, ``cut`` where that cannot be read."""
        first = self._object(verb + 1, last)
        if first >= last or self._has(first, "to", "pronoun"):
            return name
        end = self._past_object(first, last)
        back = end < last and self._word(end) in ("back", "home", "aside")
        joint = self._word(end + back) if end + back < last else ""
        if joint not in joints or end + back + 1 >= last:
            return replace(name, cut=name.cut or (back and joint == "aside"))
        thing = self._thing(first, end, 2)
        if thing is None:
            return name
        tail = self._tail(end + back, joint, last)
        words = (self._gerund(self._word(verb)), *thing.words[: thing.head], *tail)
        if not tail or len(words) > MOST:
            return replace(name, cut=True)
        return Name(words, len(words), deed=True, cut=thing.cut)

    def _past_object(self, first: int, last: int) -> int:
        """Return where an object ends, with what is joined to it by "of"."""
        end = self._end(self._start(first, last), last)
        if end + 1 < last and self._word(end) == "of":
            end = self._end(self._start(end + 1, last), last)
        return end

    def _tail(self, at: int, joint: str, last: int) -> tuple[str, ...]:
        """Return the words for where an object goes: "to towns", "to fight in hills"."""
        if joint == "to" and self._is_verb(at + 1):
            while at + 3 < last and self._word(at + 2) == "to" and self._is_verb(at + 3):
                at += 2  # "to seek | to join"
            led = at + 2
            while led < last and self._has(led, "preposition", "determiner"):
                led += 1
            thing = self._thing(led, last, 2) if led < last else None
            joins = tuple(self._word(n) for n in range(at + 2, led) if self._has(n, "preposition"))
            return ("to", self._word(at + 1), *joins, *thing.words) if thing is not None else ()
        place = self._thing(at + 1, last, 2)
        return (joint, *place.words) if place is not None else ()
