"""One sentence laid out for finding acts: who does it, and to whom."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.naming import FUNCTION, PHRASE, Naming
from communique.extract.acts.party import Party

_REACH = 40  # items back to a subject
_JOINED = 8  # names in one coordination


class Clause(Naming):
    """A sentence with its parties."""

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
        return self._people_at(at)

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

    def subject(self, start: int) -> Party | None:
        """Return the subject of the verb group that begins at ``start``.

        ``None`` where it is a thing, or stands too far to tell.
        """
        at = self._before_inserts(start)
        if at < 0:
            return None
        if self.has(at, "relative") and self.items[at].word != "where":
            at -= 1
            at -= self.word(at) == ","
            found = self._ending_at(at)
            return found if found and found.actors else None  # "workers who …" are anybody
        item = self.items[at]
        if item.word in ("and", "but", "or", "then") or item.word == ",":
            return self._farther(at)
        found = self._ending_at(at)
        if found is not None and self._is_some(found):  # they stand for no state
            return replace(found, actors=())
        return found

    def _is_some(self, party: Party) -> bool:
        """Tell whether a state is named for some of its people only: "some Luthans"."""
        words = party.raw.lower().split()
        some = words[:1] and words[0] in self.frames.words.get("some", ())
        one = self.view.actors.get(party.actor or "")
        state = one is not None and one.kind == "state"
        return "people" in words or bool(some and state)

    def _before_inserts(self, start: int) -> int:
        """Return the item before a verb group, adverbs and dates passed over."""
        at = start - 1
        while at >= 0 and self.items[at].ref is None:
            opens_date = at + 1 < start and self.dated(at + 1)
            inserted = self.dated(at) or self.has(at, "adverb")
            if not inserted and not (opens_date and self.has(at, "preposition")):
                break
            at -= 1
        return at

    def _ending_at(self, at: int) -> Party | None:
        """Return the party whose noun phrase ends at ``at`` and is a clause's subject."""
        if at < 0:
            return None
        if self.items[at].ref is None and self.person_at(at) is None:
            return self._plain_ending_at(at)
        first = self.start_of_name(at)
        if (office := self.start_of_office(at)) < first:
            party = None if self._governs(office - 1) else self.party_at(first, self.skip(at + 1))
            return self._with_office(party, office) if party else None
        alone = self.items[at].ref is None or self.items[at].ref.form == "pronoun"  # type: ignore[union-attr]
        opens = (",", "and") if self.word(at) == "we" else (",",)  # "the League, and we urge"
        if alone and self.word(first - 1) in opens:  # "Ana, I thank you"
            return self.party_at(first)
        listed = False  # a comma joins names only where "and" follows
        while self.word(first - 1) in ("of", "in", "from", "for", "with", "and", "to") or (
            listed and self.word(first - 1) == "," and self.names(first - 2)
        ):
            listed = listed or self.word(first - 1) == "and"
            if self.word(first - 1) == "and" and self.word(first - 2) == ",":
                joined = self._joined_before(first)
                if joined is None:
                    break
                first = self.start_of_name(joined)
                continue
            if self.word(first - 1) == "," and self._tells_occasion(first - 2):
                break
            if self.word(first - 1) in ("with", "to", "for"):
                return self._farther(first - 1)
            found = self._described_by(first, at)
            if found is not None:
                return found
            if not self.names(first - 2):
                break
            first = self.start_of_name(first - 2)
        if self._governs(first - 1) or self.word(first - 1) == "&":
            return None
        if self.is_finite(first - 1) and self.word(first - 1) != "and":
            first = self.start_of_name(at)  # "Lind thanked Ana and Ruiz announced"
        if self._is_seat(first, at):
            return None
        return self.party_at(first, self.skip(at + 1))

    def _tells_occasion(self, at: int) -> bool:
        """Tell whether the name at ``at`` ends "During the May 2031 Lake Forum" in front."""
        first = self.start_of_name(at) - 1
        while self.dated(first) or self.has(first, "determiner"):
            first -= 1
        return self._governs(first) and self.begins(first)

    def _is_seat(self, first: int, at: int) -> bool:
        """Tell whether a state only says where another stands: "Lakeside, Lutha, banned …"."""
        ref = self.items[at].ref
        if ref is None or ref.form == "pronoun" or self.view.actors[ref.actor].kind == "person":
            return False
        if self.word(first) in ("a", "an"):  # "Kelp Mills, a Luthan firm, signed"
            return self.view.actors[ref.actor].kind == "state"
        apposed = self.word(first - 1) == "," and first > 1 and self.items[first - 2].upper
        opens = self.dated(first - 2) or self.is_adverb(first - 2)  # "However, Lutha, …"
        return first == at and apposed and not opens and self.word(at + 1) == ","

    def _governs(self, at: int) -> bool:
        """Tell whether what stands at ``at`` makes the next phrase an object: a preposition."""
        return at >= 0 and self.has(at, "preposition") and not self.has(at, "subordinator")

    def _described_by(self, first: int, at: int) -> Party | None:
        """Read "the government of Borduria" backwards from the name."""
        head = first - 2
        begin = self.start_of_name(head)
        if self.word(first - 1) == "of" and self.listed(head, "people"):
            if self.person_at(begin - 2) is not None and self.word(begin - 1) == ",":
                return self._ending_at(begin - 2)
            return self._described(begin, head)
        if self.word(first - 1) == "in" and self.listed(head, "people"):
            seat = self.items[at].ref
            state = seat is not None and self.view.actors[seat.actor].kind == "state"
            who = self._metonym(head, self.person_at(at) or ()) if state else ()
            return Party(who, self.raw(begin, at + 1), begin, at + 1)  # "the government in Oyo"
        return None

    def _plain_ending_at(self, at: int) -> Party | None:
        """Return the party that a plain noun before the verb names, if it stands for people."""
        if not self.listed(at, "people"):
            joint = at > 3 and self.word(at) == ")" and self.word(at - 2) == "("
            both = self._ending_at(at - 3) if joint else None  # "Lutha and the Agency (RA) have"
            if both is not None and len(both.actors) > 1:
                return both
            return self._farther(at) if self.word(at) in (")", "”", '"') else None
        first = at
        while first > 0 and at - first < PHRASE:
            if self.owns(first - 1):
                who, begin = self.person_at(first - 2), first - 2
                head = begin - 1
                head -= self.has(head, "determiner", "possessive") or self.is_possessive(head)
                if self.word(head) == "of" and self.listed(head - 1, "people_or_heads"):
                    begin = head - 1 - self.has(head - 2, "determiner")
                    return Party((), self.raw(begin, at + 1), begin, at + 1)
                return Party(self._metonym(at, who or ()), self.raw(begin, at + 1), begin, at + 1)
            if self.word(first - 1) in ("both", "all"):
                first -= 1
                break
            if self._closes(first - 1) or self.dated(first - 1) or self.has(first - 1, "adverb"):
                break
            first -= 1
            if self.has(first, "determiner"):
                break
        if self._governs(first - 1) or (first == at and self.is_bare(at)):
            return None
        if first == at and self.items[at - 1].ref is not None and at > 0:
            first = self.start_of_name(at - 1)
            return Party((), self.raw(first, at + 1), first, at + 1)  # "the Lind administration"
        if self.word(first - 1) == "and":
            before = first - 2 - (self.word(first - 2) == ",")
            if self.names(before):
                return self._ending_at(before)
        return self._described(first, at)

    def _farther(self, at: int) -> Party | None:
        """Return the subject of the clause that goes on over ``at``: the one that opens it."""
        crossed = False  # over "that", behind which another subject may stand
        apart = False  # behind a dash that opens no insertion
        for ref in range(at - 1, max(-1, at - _REACH), -1):
            if self.word(ref) in (";", ":", ".", "?", "!") or self.listed(ref, "turns"):
                return None
            if self.word(ref) in ("because", "although") and self.word(ref + 1) != "of":
                return None  # "Lind left because Ruiz will win and name a judge"
            apart ^= self.word(ref) in ("—", "–")
            crossed = crossed or (self.word(ref) == "that" and self.items[ref].ref is None)
            if self.goes_on(ref, at):
                return None  # "a law that will come in May, will cut fees"
            if self.person_at(ref) is None or self.owns(ref + 1) or self.is_parted(ref, at):
                continue
            if self.word(ref) in ("me", "us", "him", "them") or self.is_possessive(ref):
                continue
            if apart or (ref == at - 1 and self.word(at) in ("and", "but", "or")):
                continue  # it has no verb itself
            first = self.start_of_name(ref)
            while (joined := self._joined_before(first)) is not None:
                first = self.start_of_name(joined)
            found = self.party_at(first)
            told = self.is_past(ref + 1) or (found is not None and self.is_past(found.last))
            if not told and self.word(first - 1) in ("before", "after", "since", "until"):
                continue  # "spoke before the Council, promising to …"
            if crossed and not told:  # "I think that many left and sold …"
                return None
            if self.word(first) in ("a", "an") and first < ref:
                continue  # "a Lutha Times poll … would support"
            if self._is_seat(first, ref):
                return None
            office = self.start_of_office(ref) if first == self.start_of_name(ref) else first
            if self.opens(office) and not self.has(office - 1, "relative"):
                whole = found is not None and office < first
                return self._with_office(found, office) if found and whole else found
        return None

    def _with_office(self, party: Party, office: int) -> Party:
        """Return a party with the words of the office that stand before its name."""
        return replace(party, raw=self.raw(office, party.last), first=office)

    def _joined_before(self, first: int) -> int | None:
        """Return where the name before ``first`` ends that it is joined to: "A, B, and C"."""
        if self.word(first - 1) not in ("and", ","):
            return None
        last = first - 2 - (self.word(first - 1) == "and" and self.word(first - 2) == ",")
        return last if self.names(last) else None

    def opens(self, first: int) -> bool:
        """Tell whether a phrase at ``first`` stands where subjects stand."""
        at = self._before_inserts(first)
        if at < 0:
            return True
        if self.items[at].ref is not None or self.word(at) == "-":
            return False
        if self.word(at) == ",":
            return not self.names(at - 1)
        if not self.word(at)[:1].isalnum():
            return not self.owns(at) and self.word(at) != "$"
        if self.listed(at, "telling"):
            return False
        return self.has(at, "conjunction", "subordinator", "relative", "conditional", "reporting")
