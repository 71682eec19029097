"""Whom an office leads to: "Ruritania's President X", "Adviser to the President for Ports X"."""

from __future__ import annotations

from communique.extract.contacts.parties.phrases import INSIDE, POSSESSIVE, WITHIN_OFFICE, Phrases
from communique.extract.contacts.triggers import triggers_for

_PLAIN = 4
"""Plain words of an office, with its head: "foreign policy | chief"."""


class OfficeHolders(Phrases):
    """Offices spelt out before names, and for whom their holders stand."""

    def modified(self, at: int) -> int | None:
        """Return the head that the mention at ``at`` only modifies.

        That is a state or body ("Ruritania's President X", "President of Ruritania X"), or
        somebody in the name of an office ("Adviser to the President for Ports X").
        """
        kind = self.kind(at)
        if kind == "person" and self.word(at - 1) == "to" and self.word(at + 1) == "for":
            head = self.head_from(at + 2)
            return head if head is not None and self.kind(head) == "person" else None
        if kind == "person" and (head := self._served(at)) is not None:
            return head
        if kind not in ("state", "organisation", "bloc"):
            return self._owned(at)
        possessive = self.word(at + 1) in POSSESSIVE
        start = at + 2 if possessive else at + 1
        if possessive and self.kind(start) == "person" and self.is_name(start):
            return start  # "Borduria's Bo Lind", "the Harbour Board's Bo Lind"
        in_office = self._in_office(at)
        head = self.office_holder(start, in_office)
        return head if head is not None and (head > start or possessive or in_office) else None

    def _in_office(self, at: int) -> bool:
        """Tell whether the body at ``at`` is part of an office: "Head of the Harbour Board"."""
        if self.lexicon.has(self.word(at - 2), "title"):
            return True
        back = at - 1
        while back > at - INSIDE and self.word(back) != "the":
            if not (self.inside(back) or self.word(back) == "of"):
                break
            back -= 1
        of = self.word(back) == "the" and self.word(back - 1) == "of"
        return of and self.lexicon.has(self.word(back - 2), "title")

    def _served(self, at: int) -> int | None:
        """Return whom "Adviser to the Bordurian President, Ambassador X," names."""
        office = self.lexicon.has(self.word(at - 2), "title")
        if self.word(at - 1) != "to" or not office or self.word(at + 1) != ",":
            return None
        head = self.head_from(at + 2)
        told = head is not None and self.kind(head) == "person" and self.inside(at + 2)
        return head if told and self.ref_actor(head or 0) != self.ref_actor(at) else None

    def _owned(self, at: int) -> int | None:
        """Return whom "her counterpart, Minister X" or "Ruiz's adviser X" names."""
        if self.word(at + 1) in POSSESSIVE:
            start = at + 2
        elif self.is_possessive_word(at):
            start = at + 1
        else:
            return None
        behind = self._past_origin(start)
        head = self.office_holder(behind, behind > start)
        return head if head is not None and self.ref_actor(head) != self.ref_actor(at) else None

    def _past_origin(self, at: int) -> int:
        """Return where "(her) counterpart from Borduria, | Ms. Lind," names somebody."""
        if self.word(at) != "counterpart" or self.word(at + 1) not in ("from", "in", "of"):
            return at
        ahead = range(at + 2, min(at + _PLAIN + 2, len(self.items) - 1))
        comma = next((n for n in ahead if self.word(n) == ","), None)
        return at if comma is None else comma + 1

    def office_holder(self, start: int, titled: bool) -> int | None:
        """Return the person whose office is spelt out from ``start`` on, over its small words."""
        after = start
        for index in range(start, min(start + 2 * INSIDE, len(self.items))):
            if index < after:
                continue
            if self.word(index) == "that":
                return None
            if self.word(index) == "(" and (close := self.closing(index)) is not None:
                after = close + 1  # "the Harbour Union (HU) envoy X"
                continue
            if self.refers(index):
                if self.kind(index) == "person":
                    return index if titled or index > start else None
                if index == start and self.kind(index) == "state" and not titled:
                    return None  # "(a visit to) Borduria Ruritanian President X"
                if self.items[index].ref is None or self.kind(index) == "group":
                    return None
            elif self._are_people(index):
                return None  # "the Harbour Union leaders and President X"
            elif self.lexicon.has(self.word(index), "title"):
                titled = True
            elif self.word(index) == "and" and self.is_name(index + 1):
                if titled and index > start and self._in_office_of_a_body(index + 1):
                    continue  # "Medical Adviser and | Harbour Institute Director X"
                return None  # "(between) a Bordurian official and | Lind"
            elif self.word(index) in WITHIN_OFFICE:
                if index == start and not (titled and self._joins_office(index)):
                    return None
                if self.word(index) == "," and not titled:
                    return None
            elif not (
                self.inside(index) or self.word(index) in POSSESSIVE or self._names_office(index)
            ):
                return None
        return None

    def _in_office_of_a_body(self, at: int) -> bool:
        """Tell the body of "Harbour Institute Director X", an office, from one that is named."""
        office = self.lexicon.has(self.word(at + 1), "title")
        return office and self.kind(at) == "organisation"

    def _names_office(self, at: int) -> bool:
        """Tell whether a plain word is of an office before a name: "(EU) foreign policy chief"."""
        verbs = triggers_for(self.lexicon).verbs
        for index in range(at, min(at + _PLAIN, len(self.items) - 1)):
            word = self.word(index)
            if self.lexicon.has(word, "title"):
                return index > at and self.kind(index + 1) == "person"
            if not word.isalpha() or self.items[index].upper or self.lexicon.classes.get(word):
                return False
            if word in verbs:
                return False  # "(Venn), met Premier Lind"
        return False

    def _joins_office(self, at: int) -> bool:
        """Tell whether a further office follows: "Head of the Board | and Envoy"."""
        return self.word(at) in (",", "of") or (
            self.word(at) == "and" and self.lexicon.has(self.word(at + 1), "title")
        )

    def _are_people(self, at: int) -> bool:
        """Tell "leaders and …" from a title: a plural before "and" is no title of one name."""
        plural = self.word(at).endswith("s") and self.lexicon.has(self.word(at), "group_noun")
        return plural and self.word(at + 1) in ("and", ",", "of")

    def closing(self, at: int) -> int | None:
        """Return where the bracket closes that opens at ``at``, if it does so soon."""
        for index in range(at + 1, min(at + 10, len(self.items))):
            if self.word(index) == ")":
                return index
        return None

    def office_state(self, actor: str) -> str | None:
        """Return the state or body of which the actor holds an office, where it is an actor."""
        known = self.view.actors.get(actor)
        for office in known.offices if known else ():
            whose = self.view.actors.get(office.of or "")
            if whose is not None and whose.kind != "person":
                return office.of  # nobody stands for whoever comes next in a list
        return None

    def narrowed(self, at: int, stands_for: str | None) -> str | None:
        """Return the state of an office where the words before the name lead to its body only.

        Nothing, where the state is no actor of the report: then the office alone names it.
        """
        actor = self.ref_actor(at)
        if stands_for is None or actor is None or self.view.actors[stands_for].kind == "state":
            return stands_for
        told = {office.of for office in self.view.actors[actor].offices if office.of}
        states = {
            of for of in told if of in self.view.actors and self.view.actors[of].kind == "state"
        }
        if states:
            return min(states)
        body = self.view.actors[stands_for].name.lower()
        elsewhere = [of for of in told - set(self.view.actors) if of.lower() not in body]
        return None if elsewhere else stands_for
