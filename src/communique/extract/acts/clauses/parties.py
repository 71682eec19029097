"""Whom the noun phrases of a sentence name: people, states, and words that stand for them."""

from __future__ import annotations

from functools import cached_property

from communique.extract.acts.clauses.naming import FUNCTION, PHRASE, Naming
from communique.extract.acts.clauses.party import Party

_JOINED = 8  # names in one coordination


class Parties(Naming):
    """A sentence that knows whom its noun phrases name."""

    def party_at(self, at: int, verb: int | None = None) -> Party | None:
        """Return the party whose noun phrase begins at ``at``: "the visiting President Lind".

        A possessive ("Lind's plan") is none, unless its head stands for people ("Lind's team").
        Whoever is joined by "and" is of it, unless he is the subject of another verb than that
        at ``verb``.
        """
        for ref in range(at, min(at + PHRASE, len(self.items))):
            who = self.person_at(ref)
            if who is not None:
                return self._with_others(at, ref, who, verb=verb)
            if not self.before_name(ref):
                break
        return self._people_at(at) or self._short_at(at)

    def whom_at(self, at: int) -> Party | None:
        """Return the party that an object beginning at ``at`` names, also behind plain words."""
        for ref in range(at, min(at + PHRASE, len(self.items))):
            known = self.items[ref].ref is not None
            if known or not self.before_name(ref):
                named = self._officer(ref if known else ref - 1)
                whom = self.person_at(named) if named is not None else None
                if named is not None and whom:
                    return self._with_others(at, named, whom)
                break
        party = self.party_at(at)  # "welcomed Lutha's leadership" is of no people
        return None if party and self.word(party.last - 1) == "leadership" else party

    def _officer(self, at: int) -> int | None:
        """Return who is named behind an office in plain words: "(EU) foreign policy chief | Lind".

        The words follow the item ``at``; the last one must be a title or a calling.
        """
        for index in range(at + 1, min(at + PHRASE, len(self.items))):
            item = self.items[index]
            if item.ref is not None:
                actor = self.view.actors[item.ref.actor]
                return index if index > at + 1 and item.upper and actor.kind == "person" else None
            if not item.word.isalpha() or self.dated(index) or self.has(index, *FUNCTION):
                return None
            if self.has(index, "determiner") or (item.word.endswith("s") and index > at + 1):
                return None
        return None

    def _with_others(
        self,
        at: int,
        ref: int,
        who: tuple[str, ...],
        more: int = _JOINED,
        verb: int | None = None,
    ) -> Party | None:
        """Return the party named at ``ref``, with up to ``more`` joined to it by "and"."""
        while at < ref and self.listed(at, "leads"):  # "so we", "then Lind"
            at += 1
        last = ref + 1
        if self.is_possessive(ref):
            head = next((at for at in range(last, last + 4) if self.listed(at, "people")), None)
            if head is None:
                return None
            who = () if self.word(ref) in ("our", "my", "your") else self._metonym(head, who)
            return Party(who, self.raw(at, head + 1), at, head + 1)
        if self.owns(last):
            head = self._office(last + 1)
            if head is None:
                return None
            if (called := self._called(head)) is not None:  # "Lutha's prime minister, Bo Lind,"
                return called
            who, last = self._metonym(head, who), head + 1
        elif self.word(last) == "of" and self.names(last + 1):
            last += 2
        joint = last + 1 if self.word(last) in ("and", ",") and self.items[ref].ref else None
        if self.word(ref) == "you" and self.word(last) == ",":  # "thank you, Ana, for …"
            joint = None
        if joint and more and (other := self._joined(joint, more - 1, verb)) is not None:
            listed = {"and", "or", "&"}.intersection(map(self.word, range(last, other.last)))
            if self.word(last) == "," and not listed and not set(other.actors) <= set(who):
                return Party(who, self.raw(at, last), at, last)  # "of Lutha, the Council voted"
            who = (*who, *(a for a in other.actors if a not in who))
            last = other.last
        return Party(who, self.raw(at, last), at, last)

    def _office(self, at: int) -> int | None:
        """Return the head of "prime minister" at ``at``: the people that an office names."""
        while self.has(at, "title") and self.has(at + 1, "title"):
            at += 1
        return at if self.listed(at, "people") else None

    def _called(self, head: int) -> Party | None:
        """Return who is named between commas behind the office at ``head``."""
        if self.word(head + 1) != "," or self.word(head + 3) != ",":
            return None
        who = self.person_at(head + 2)
        return Party(who, self.raw(head, head + 3), head, head + 4) if who else None

    def _joined(self, at: int, more: int, verb: int | None) -> Party | None:
        """Return who is joined at ``at``, unless that is the subject of a clause of its own."""
        at += self.word(at) == "and"
        for ref in range(at, min(at + 4, len(self.items))):
            if self.items[ref].ref is not None:
                pronoun = self.items[ref].ref.form == "pronoun"  # type: ignore[union-attr]
                if pronoun and (verb is None or self.skip(ref + 1) != verb):
                    return None  # no "the President and I have"
                found = self._with_others(at, ref, self.person_at(ref) or (), more, verb)
                own = found and self.is_finite(found.last) and self.skip(found.last) != verb
                return None if own else found
            if not self.before_name(ref):
                return None
        return None

    def _people_at(self, at: int) -> Party | None:
        """Return a party that is described only: "the Bordurian side", "people of Borduria"."""
        for head in range(at, min(at + 5, len(self.items))):
            if self.listed(head, "people") and not self.listed(head + 1, "people"):
                if self.owns(head + 1):
                    return None
                return self._described(at, head)
            if self._closes(head) or (self.word(head) == "that" and head > at):
                return None
        return None

    def _described(self, at: int, head: int) -> Party:
        last = head + 1
        who: tuple[str, ...] = ()
        if self.word(last) in ("of", "in"):  # "the people of Lutha", "the authorities in Lutha"
            near = last + 1 + (self.word(last + 1) in ("the", "our", "your"))
            ref = self.items[near].ref if near < len(self.items) else None
            if ref is not None and (self.word(last) == "of" or self._is_state(ref.actor)):
                who, last = self._metonym(head, self.person_at(near) or ()), near + 1
                more = self.person_at(last + 1) if self.word(last) == "and" else None
                if more and self.word(head) == "governments":  # "of Lutha and Bordavia"
                    who, last = (*who, *more), last + 2
        if not who and self.listed(head, "metonyms"):
            for index in range(at, head):
                state = self.state_adjective(index)
                who = (state,) if state else who
        return Party(who, self.raw(at, last), at, last)

    def _short_at(self, at: int) -> Party | None:
        """Return the body that "the network" at ``at`` means, whose name ends in that word."""
        body = self.short_names.get(self.word(at + 1)) if self.word(at) == "the" else None
        closed = not self.owns(at + 2) and not self.is_plain(at + 2)
        return Party((body,), self.raw(at, at + 2), at, at + 2) if body and closed else None

    @cached_property
    def short_names(self) -> dict[str, str]:
        """By a lone noun the only body whose name ends in it."""
        found: dict[str, set[str]] = {}
        short = self.frames.words["short_bodies"]
        for actor in self.view.actors.values():
            last = actor.name.lower().split()[-1:]
            if actor.kind in ("organisation", "bloc") and last and last[0] in short:
                found.setdefault(last[0], set()).add(actor.id)
        return {noun: next(iter(ids)) for noun, ids in found.items() if len(ids) == 1}

    def _is_state(self, actor: str) -> bool:
        return self.view.actors[actor].kind == "state"

    def state_adjective(self, at: int) -> str | None:
        """Return the state whose adjective stands at ``at``, or ``None``."""
        item = self.items[at]
        if item.ref is not None or not item.upper or len(item.word) < 4:
            return None
        return self.view.state_of_adjective(item.word)

    def _metonym(self, head: int, who: tuple[str, ...]) -> tuple[str, ...]:
        """Return ``who`` where the head stands for it ("Lind's government"), else nobody."""
        return who if self.listed(head, "metonyms") else ()

    def _closes(self, at: int) -> bool:
        """Tell whether no noun phrase goes on over ``at``."""
        word = self.word(at)
        return (
            self.items[at].ref is not None
            or not word[:1].isalnum()
            or self.has(at, "conjunction", "relative", "be", "have", "modal", "future", "to")
            or (self.has(at, "preposition", "subordinator") and not self.has(at, "determiner"))
        )
