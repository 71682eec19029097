"""One sentence laid out for finding acts: who does it, and to whom."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.naming import PHRASE
from communique.extract.acts.clauses.parties import Parties
from communique.extract.acts.clauses.party import Party
from communique.extract.clauses import said_before

_REACH = 40  # items back to a subject
_SEAT = 3  # items of "Port Azul"
_ASIDE = 6  # items of an aside between commas
_SAID_TO_BE = 16  # items of "a former mayor of Port Azul"


class Clause(Parties):
    """A sentence with its parties and the subjects of its verbs."""

    def subject(self, start: int) -> Party | None:
        """Return the subject of the verb group that begins at ``start``.

        ``None`` where it is a thing, or stands too far to tell.
        """
        at = self._before_inserts(start)
        if at < 0:
            return None
        if (cleft := self._of_cleft(at)) is not None:
            return cleft
        if self.has(at, "relative") and self.items[at].word != "where":
            return self._of_relative(at)
        item = self.items[at]
        if item.word in ("and", "but", "or", "then") or item.word == ",":
            return self._farther(at)
        found = self._ending_at(at)
        if found is not None and self._is_some(found):  # they stand for no state
            return replace(found, actors=())
        return found

    def _of_cleft(self, that: int) -> Party | None:
        """Return who it is said to be: "it was *Lutha* that recalled its envoy"."""
        if self.word(that) not in ("that", "who", "which") or self.items[that - 1].ref is None:
            return None
        first = self.start_of_name(that - 1)
        told = self.has(first - 1, "be") and self.word(first - 2) == "it"
        return self.party_at(first) if told else None

    def _of_relative(self, relative: int) -> Party | None:
        """Return whom a relative clause is about: "thanked Lutha, *which* has pledged …"."""
        at = relative - 1
        at -= self.word(at) == ","
        if self.word(relative) == "who" and (named := self._said_to_be(at)) is not None:
            return named
        found = self._ending_at(at)
        ref = self.items[at].ref if at >= 0 else None
        apart = self.word(relative - 1) == "," and (found is None or found.last <= at)
        given = self.word(self.start_of_name(at) - 1) in ("to", "with", "for")
        apart = apart or given  # "wrote to | Lind, who refused"
        if ref is not None and ref.form == "mention" and apart:
            person = self.view.actors[ref.actor].kind in ("person", "group")
            fits = self.word(relative) == ("who" if person else "which")
            first = self.start_of_name(at)
            if not fits or self.word(first - 1) in ("in", "at"):
                return None  # "pilots in Lutha, which will help"
            return Party((ref.actor,), self.raw(first, at + 1), first, at + 1)
        return found if found and found.actors else None  # "workers who …" are anybody

    def _said_to_be(self, at: int) -> Party | None:
        """Return the person of whom a phrase up to ``at`` says more: "Lind | , an envoy | who"."""
        last = self.items[at].ref
        if last is not None and self.view.actors[last.actor].kind == "person":
            return None
        for comma in range(at - 1, max(0, at - _SAID_TO_BE), -1):
            if self.word(comma) in STRONG or self.is_finite(comma) or self.has(comma, "relative"):
                return None
            ref = self.items[comma - 1].ref
            if self.word(comma) != "," or ref is None:
                continue
            person = ref.form == "mention" and self.view.actors[ref.actor].kind == "person"
            opens = self.has(comma + 1, "determiner", "np_inside") or self.listed(at, "apposed")
            return self._ending_at(comma - 1) if person and opens else None
        return None

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
        aside = self._before_aside(at)
        return at if aside is None else self._before_inserts(aside + 1)

    def _before_aside(self, close: int) -> int | None:
        """Return the item before an aside that ends at ``close``: "Lind | , meanwhile, | urged"."""
        if self.word(close) != ",":
            return None
        for comma in range(close - 2, max(0, close - _ASIDE), -1):
            if self.word(comma) != ",":
                continue
            words = " ".join(self.word(at) for at in range(comma + 1, close))
            told = words in self.frames.words["asides"]
            return comma - 1 if told and self.person_at(comma - 1) is not None else None
        return None

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
                if joined is None or self._ends_clause(joined):
                    break
                first = self.start_of_name(joined)
                continue
            if self.word(first - 1) == "," and self._tells_occasion(first - 2):
                break
            if self.word(first - 1) in ("with", "to", "for"):
                return self._over_phrase(first - 1)
            found = self._described_by(first, at)
            if found is not None:
                return found
            if not self.names(first - 2):
                break
            first = self.start_of_name(first - 2)
        if self._governs(self._over_nouns(first) - 1) or self.word(first - 1) == "&":
            return None
        if self.word(first - 2) == "to" and self.is_plain(first - 1):
            return None  # "attempts to discredit Lind | should"
        if self.is_finite(first - 1) and self.word(first - 1) != "and":
            first = self.start_of_name(at)  # "Lind thanked Ana and Ruiz announced"
        if self._is_seat(first, at):
            return None
        found = self.party_at(first, self.skip(at + 1))
        begin = self._over_nouns(first)
        if found is None or begin == first:
            return found
        begin -= self.has(begin - 1, "determiner", "np_inside")  # "three customs | officers"
        return replace(found, raw=self.raw(begin, found.last), first=begin)

    def _over_phrase(self, at: int) -> Party | None:
        """Return whose clause goes on over "with Lutha", unless what he says begins before it."""
        found = self._farther(at)
        if found is None or any(self.has(near, "reporting") for near in range(found.last, at)):
            return None  # "Lind said the treaty with Lutha | would"
        return found

    def _over_nouns(self, first: int) -> int:
        """Return where nouns before a name begin: "a letter to | platform committee members"."""
        ref = self.items[first].ref
        if ref is None or ref.form == "pronoun":  # "indicated | he may"
            return first
        while not self.items[first].upper and self.is_plain(first - 1):
            first -= 1
        return first

    def _ends_clause(self, at: int) -> bool:
        """Tell "left Lutha, | and Bordavia shut it" from "Ruiz, Lutha, and Bordavia"."""
        first = self.start_of_name(at)
        return self.word(first - 1) != "," and not self.opens(first)

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
            if (seat := self.before_seat(at)) is not None:
                return self._ending_at(seat)
            if (head := self._before_kin(at)) is not None:
                return self._plain_ending_at(head)
            joint = at > 3 and self.word(at) == ")" and self.word(at - 2) == "("
            both = self._ending_at(at - 3) if joint else None  # "Lutha and the Agency (RA) have"
            if (short := self._short_at(at - 1)) is not None and self.opens(at - 1):
                return short
            if both is not None and len(both.actors) > 1:
                return both
            if (bracket := self._opening(at)) < at and self.names(bracket - 1):
                return self._ending_at(bracket - 1)  # "Senator Lind (L., Azul) on Friday"
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
                begin -= self.has(begin - 1, "determiner") and self.word(begin - 1) != "that"
                if self._governs(begin - 1) and self.listed(begin - 2, "people"):
                    return self._plain_ending_at(begin - 2)  # "advisers to Lutha's government"
                return Party(self._metonym(at, who or ()), self.raw(begin, at + 1), begin, at + 1)
            if self.word(first - 1) in ("both", "all"):
                first -= 1
                break
            if self._closes(first - 1) or self.dated(first - 1) or self.has(first - 1, "adverb"):
                break
            first -= 1
            if self.has(first, "determiner"):
                break
        if self.word(first - 1) == "than" and self.word(first - 2) in ("more", "fewer", "less"):
            first -= 2
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

    def before_seat(self, at: int) -> int | None:
        """Return the item before a place that ends at ``at``: "the opposition | in Port Azul"."""
        near = at
        while near > 0 and at - near < _SEAT and self.items[near].upper and not self.names(near):
            near -= 1
        seated = near < at and self.word(near) == "in" and near > 0
        return near - 1 if seated and not self.dated(at) else None

    def _before_kin(self, at: int) -> int | None:
        """Return the people of whom more is told up to ``at``: "families | of the victims"."""
        of = at - 1 - self.has(at - 1, "determiner")
        told = self.word(of) == "of" and self.listed(of - 1, "people") and self.is_plain(at)
        return of - 1 if told else None

    def _opening(self, close: int) -> int:
        """Return where a bracket opens that closes at ``close``; ``close`` where none does."""
        near = range(close, max(-1, close - _ASIDE - 2), -1)
        return next((n for n in near if self.word(close) == ")" and self.word(n) == "("), close)

    def subject_before(self, at: int) -> Party | None:
        """Return who does what a participle at ``at`` says more of: "answered *by* mocking"."""
        return self._farther(at)

    def _farther(self, at: int) -> Party | None:
        """Return the subject of the clause that goes on over ``at``: the one that opens it."""
        crossed = False  # over "that", behind which another subject may stand
        apart = False  # behind a dash that opens no insertion
        begin = said_before(self.view, self.items, at) or at
        inside = begin  # where a bracket opens
        for ref in range(begin - 1, max(-1, at - _REACH), -1):
            opened = self._opening(ref)
            inside = opened if opened < ref else inside
            if ref >= inside:
                continue
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
            if self.word(first) in ("a", "an") and first < ref:
                continue  # "a Lutha Times poll … would support"
            if self._is_seat(first, ref) and not crossed:
                return None
            office = self.start_of_office(ref) if first == self.start_of_name(ref) else first
            if self.owns(office - 1) and self.names(office - 2):  # "Lutha's President Ana Ruiz"
                office = self.start_of_name(office - 2)
            office = self._over_calling(office, ref)
            if self.opens(office) and not self.has(office - 1, "relative"):
                if crossed and not told:  # "I think that many left and sold …"
                    return None
                whole = found is not None and office < first
                return self._with_office(found, office) if found and whole else found
        return None

    def _over_calling(self, first: int, ref: int) -> int:
        """Return where plain words begin that call the person named at ``ref`` something.

        "| Democratic candidate Ana Lind", "| a trade union leader Ana Lind".
        """
        one = self.items[ref].ref
        if one is None or one.form != "mention" or not self.listed(first - 1, "apposed"):
            return first
        at = first - 1
        while first - at < PHRASE and (self.is_plain(at - 1) or (at and self.before_name(at - 1))):
            at -= 1
        return at

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
