"""Finds contact verbs and nouns in a sentence, and who stands on which side of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract import modality
from communique.extract.contacts.groups import Group, Party, groups_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.triggers import Triggers, Verb, triggers_for
from communique.extract.modality import Modality, VerbForm
from communique.extract.view import Item, View
from communique.model import Participant, Role, Span

_REACH = 14  # items between a verb and its other side
_STOPS = frozenset(".;:!?—…()")
Side = tuple[Group | None, Role]


def mentions_in(view: View, sentence: int) -> Iterator[Mention]:
    """Yield the mentions of contacts in a sentence, in order."""
    yield from _Sentence(view, sentence).mentions()


def group_parties(group: Group | None, role: Role) -> list[Participant]:
    """Return a group's parties as participants of a contact."""
    return [_participant(party, role) for party in group.parties] if group else []


def _participant(party: Party, role: Role) -> Participant:
    return Participant(
        actor=party.actor, represents=party.represents, role=role, evidence=(party.span,)
    )


class _Sentence:
    """One sentence with its items, groups and trigger words."""

    def __init__(self, view: View, sentence: int) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.triggers: Triggers = triggers_for(view.lexicon)
        self.sentence = sentence
        self.items: Sequence[Item] = view.items(sentence)
        self.groups = groups_of(view, sentence)

    def mentions(self) -> Iterator[Mention]:
        for index, item in enumerate(self.items):
            if item.ref is not None:
                continue
            kind = self.triggers.nouns.get(item.word)
            verb = self.triggers.verbs.get(item.word)
            found = None
            if kind is not None and index and item.upper and not self._is_heading():
                kind = None  # "Strategic Dialogue" is a name
            if kind is not None and not (verb and self._reads_as_verb(index)):
                found = self._noun(index, kind)
            elif (verb is not None and not item.upper) or (verb is not None and index == 0):
                found = self._verb(index, verb)
            if found is not None:
                yield found
                yield from self._gapped(found)

    def _is_heading(self) -> bool:
        """Tell whether the sentence is set in capitals throughout."""
        words = [item for item in self.items if item.word[:1].isalpha()]
        return sum(item.upper for item in words) > 0.7 * len(words)

    def _gapped(self, mention: Mention) -> Iterator[Mention]:
        """Yield what "met X on Monday and Y on Tuesday" tells of Y."""
        at = self._skip_adverbs(mention.after)
        group = self._group_at(at + 1)
        if self._word(at) != "and" or at == mention.after or group is None or not group.parties:
            return
        end = self._skip_adverbs(group.last)
        if end == group.last or not all(p.role == "party" for p in mention.participants):
            return
        subject = [
            p for p in mention.participants if p.evidence[0].end <= self.items[mention.index].start
        ]
        people = subject + group_parties(group, "party")
        yield self._mention(
            at, at, end, mention.kind, mention.why, mention.modality, people, distinct=True
        )

    # ------------------------------------------------------------------ verbs

    def _verb(self, index: int, verb: Verb) -> Mention | None:
        start = modality.group_start(self.lexicon, self.items, index)
        if self._is_passive(index, start):
            return self._passive_verb(index, start, verb)
        subject = self.subject(start)
        far, after = self._other_side(index, verb)
        if not self._makes_contact(subject, far, verb):
            return None
        told = modality.of_verb(self.view, self.items, index, verb.form)
        if told.negated:
            return None
        first_role, far_role = verb.roles
        people = group_parties(subject, _role(first_role)) + group_parties(far, _role(far_role))
        if told.status == "invited":
            people += self._inviter(start, people)
        return self._mention(
            index, subject.first if subject else start, after, verb.kind, f"verb:{verb.name}", told,
            people, unnamed=bool(subject and subject.plural and not subject.parties),
            initiator=_only(subject) if verb.name in ("call", "write") else None,
        )  # fmt: skip

    def _makes_contact(self, subject: Group | None, far: Group | None, verb: Verb) -> bool:
        """Tell whether the sides found are enough to speak of a contact."""
        if subject is None or not (subject.parties or subject.plural):
            return False
        if verb.frame == "with":
            return far is not None or (subject.plural and verb.name != "write")
        if far is None or not far.parties or far.possessive or far.actors & subject.actors:
            return False
        kinds = {self.view.actors[actor].kind for actor in far.actors}
        if verb.name in ("call", "host", "interview", "brief"):
            return "person" in kinds
        return bool(kinds & {"state", "person", "organisation", "bloc"})

    def _other_side(self, index: int, verb: Verb) -> tuple[Group | None, int]:
        """Return the group on the other side of a verb, and where the complement ends."""
        at = self._skip_adverbs(index + 1)
        if verb.name == "call" and self._word(index + 1) == "back":
            at = self._skip_adverbs(index + 2)
        if verb.frame == "direct" or "" in verb.prepositions:
            near = self._group_at(at)
            if near is not None and near.preposition is None:
                named = (
                    verb.name == "call" and self._word(near.last) in self.triggers.words["naming"]
                )
                return (None, index + 1) if named or near.possessive else (near, near.last)
        if verb.frame == "direct":
            return None, index + 1
        group = self._complement(index + 1, verb.prepositions)
        return group, group.last if group else index + 1

    def _complement(self, at: int, prepositions: frozenset[str]) -> Group | None:
        """Return the first group after ``at`` with one of the prepositions, near enough."""
        for group in self.groups:
            if group.first < at:
                continue
            if group.first - at > _REACH or self._barred(at, group.first):
                return None
            if group.preposition in prepositions and not group.possessive:
                return group
        return None

    def _barred(self, first: int, last: int) -> bool:
        """Tell whether a clause begins between two items."""
        for at in range(first, last):
            word = self._word(at)
            if word in _STOPS or self.lexicon.has(word, "relative", "conditional", "be", "future"):
                return True
            if word in ("that", "and", "but", "because", "while") and self.items[at].date < 0:
                return True
            if word == "to" and at + 1 < last and word not in ("",) and self._is_verb_base(at + 1):
                return True
        return False

    def _is_verb_base(self, at: int) -> bool:
        item = self.items[at]
        return (
            not item.upper
            and item.ref is None
            and not self.lexicon.has(item.word, "determiner", "title", "np_inside")
        )

    def _is_passive(self, index: int, start: int) -> bool:
        return any(self.lexicon.has(self._word(at), "be") for at in range(start, index)) and (
            self.triggers.verbs[self._word(index)].form == "past"
        )

    def _passive_verb(self, index: int, start: int, verb: Verb) -> Mention | None:
        """Read "Lind was received by Ruiz"; "was called a liar" is nothing."""
        agent = self._complement(index + 1, frozenset({"by"}))
        patient = self.subject(start)
        if verb.frame != "direct" or agent is None or not agent.parties or patient is None:
            return None
        told = modality.of_verb(self.view, self.items, index, verb.form)
        if told.negated or not patient.parties:
            return None
        first_role, far_role = verb.roles
        people = group_parties(agent, _role(first_role)) + group_parties(patient, _role(far_role))
        starter = _only(agent) if verb.name == "call" else None
        return self._mention(
            index, patient.first, agent.last, verb.kind, f"verb:{verb.name}-by", told, people,
            initiator=starter,
        )  # fmt: skip

    def _inviter(self, start: int, people: list[Participant]) -> list[Participant]:
        """Return who invites, as host, where the invited are on the guest's side."""
        known = {person.actor for person in people}
        inviters = [g for g in self.groups if g.last <= start and g.preposition is None]
        found = group_parties(inviters[0], "host") if inviters else []
        return [person for person in found if person.actor not in known]

    # ------------------------------------------------------------------ subjects

    def subject(self, start: int) -> Group | None:
        """Return the subject of the verb group that begins at ``start``."""
        if self.lexicon.has(self._word(start - 1), "relative"):
            near = self._group_before(start - 1)
            return near if near and start - 1 - near.last <= 1 else None
        controlled = self._controlled(start)
        if controlled is not None:
            return controlled
        for group in reversed(self.groups):
            if group.last > start:
                continue
            if any(self._word(at) in _STOPS for at in range(group.last, start)):
                return None
            if group.possessive:
                continue
            if group.preposition is None and self._opens_clause(group):
                return group
        return None

    def _controlled(self, start: int) -> Group | None:
        """Return the object that is the subject of an infinitive: "invited X to visit"."""
        if self._word(start) != "to":
            return None
        near = self._group_before(start)
        if near is None or start - near.last > 1 or near.preposition or near.possessive:
            return None
        before = modality.control_of(self.lexicon, self._word(near.first - 1))
        return near if before else None

    def _group_before(self, at: int) -> Group | None:
        return next((group for group in reversed(self.groups) if group.last <= at), None)

    def _opens_clause(self, group: Group) -> bool:
        """Tell whether a group stands where subjects stand, and not where objects do."""
        at = group.first - 1
        while at >= 0 and (self.items[at].date >= 0 or self.lexicon.has(self._word(at), "adverb")):
            at -= 1
        if at < 0 or not self._word(at)[:1].isalnum():
            return True
        return self.lexicon.has(
            self._word(at), "conjunction", "subordinator", "relative", "conditional", "reporting"
        )

    # ------------------------------------------------------------------ nouns

    def _reads_as_verb(self, index: int) -> bool:
        """Tell whether a word that may be either is a verb here: "is meeting with"."""
        before = self.items[index - 1] if index else None
        if before is None:
            return False
        if before.ref is not None:
            return self.triggers.verbs[self._word(index)].form != "ing"
        if self.lexicon.has(before.word, "determiner"):
            return False
        if before.word == "'s" and index > 1:
            return self.lexicon.has(self._word(index - 2), "pronoun")
        if self.triggers.verbs[self._word(index)].form == "ing":
            return self.lexicon.has(before.word, "be", "subordinator", "to") or before.word in (
                "by",
                "upon",
                "before",
                "after",
            )
        return self.lexicon.has(
            before.word, "to", "future", "modal", "do", "not", "relative", "adverb"
        ) or (before.word in ("he", "she", "i", "we", "they"))

    def _noun(self, index: int, kind: str) -> Mention | None:
        start = modality.noun_start(self.lexicon, self.items, index, self.triggers.light)
        inside = [item.word for item in self.items[start:index]]
        kind = next(
            (self.triggers.modifiers[w] for w in inside if w in self.triggers.modifiers), kind
        )
        people, after, roles_from = self._complements(index, kind)
        holder, told, first = self._holder(start, index, after, kind)
        if told is None or told.negated:
            return None
        owner = self._owner(start)
        everybody = _unique([*group_parties(owner, self._owner_role(kind)), *holder, *people])
        if kind == "call" and self._is_appeal(index, everybody):
            return None
        definite = (bool(inside) and self.lexicon.has(inside[0], "definite")) or owner is not None
        light = first < start
        if not (definite or light or len(everybody) > 1):
            return None
        numbers = [w for w in inside if w in self._numbers()]
        return self._mention(
            index, first, after, kind, f"noun:{'held' if light else 'named'}", told, everybody,
            definite=definite and not light,
            distinct=any(w in self.triggers.words["distinct"] for w in inside),
            unnamed=owner is not None and owner.plural and not owner.parties,
            initiator=roles_from or self._starter(first, start, kind, holder, people),
            series=self._numbers()[numbers[0]] if numbers and self._word(index).endswith("s") else None,
        )  # fmt: skip

    def _numbers(self) -> dict[str, int]:
        return {word: n for n, word in enumerate(sorted_counts(self.lexicon), start=2)}

    def _complements(self, index: int, kind: str) -> tuple[list[Participant], int, str | None]:
        """Read "with X", "between X and Y", "of X to Y", "from X" after a noun."""
        links = self.triggers.words
        found: list[Participant] = []
        at, starter = self._past_passive(index + 1), None
        while (group := self._adjacent(at)) is not None:
            word = group.preposition or ""
            named = group_parties(group, self._complement_role(word, kind))
            if word in links["source"]:
                starter = _only(group)
            elif word not in links["with"] | links["between"] | links["of"] and not (
                word in links["goal"] and kind in ("letter", "visit", "gift", "interview", "call")
            ):
                break
            found, at = found + named, group.last
        return found, at, starter

    def _adjacent(self, at: int) -> Group | None:
        """Return the group that follows, adverbials and places between allowed."""
        for group in self.groups:
            if group.first < at:
                continue
            if group.first - at > _REACH or self._barred(at, group.first - 1):
                return None
            if group.preposition in ("in", "at", "on") and self._is_place(group):
                continue
            return group if group.preposition and not group.possessive else None
        return None

    def _is_place(self, group: Group) -> bool:
        return bool(group.parties) and all(
            self.view.actors[actor].kind in ("state", "organisation") for actor in group.actors
        )

    def _past_passive(self, at: int) -> int:
        """Skip "was held", "took place" and adverbials between a noun and its complements."""
        end = at
        while end < len(self.items) and self.lexicon.has(
            self._word(end), "be", "have", "future", "modal", "not", "adverb"
        ):
            end += 1
        if self._word(end) in self.triggers.words["passive"] or self._word(end) in (
            "took",
            "take",
            "taken",
        ):
            return end + (2 if self._word(end + 1) == "place" else 1)
        return at

    def _complement_role(self, word: str, kind: str) -> Role:
        if kind == "visit":
            return "host" if word in self.triggers.words["goal"] else "guest"
        if (
            kind == "interview"
            and word in self.triggers.words["goal"] | self.triggers.words["with"]
        ):
            return "reporter"
        return "party"

    def _owner(self, start: int) -> Group | None:
        """Return the possessor of a noun: "Ruiz's meeting", "their meeting"."""
        near = self._group_before(start) or None
        if near is not None and near.possessive and start - near.last <= 1:
            return near
        for group in self.groups:
            if group.first <= start < group.last and group.possessive:
                return group
        return None

    def _owner_role(self, kind: str) -> Role:
        return "guest" if kind == "visit" else "party"

    def _holder(
        self, start: int, index: int, after: int, kind: str
    ) -> tuple[list[Participant], Modality | None, int]:
        """Return the subject of a light verb ("held a meeting") or of the main clause."""
        for at in range(start - 1, max(-1, start - 6), -1):
            form = self.triggers.light.get(self._word(at))
            if form is not None and self.items[at].ref is None:
                return self._light(at, form, kind)
            if self.items[at].ref is None and at >= start - 2:
                if modality.control_of(self.lexicon, self._word(at)):
                    return self._governing(at, start, index, after)
            if self._word(at) in _STOPS or self._word(at) in (",", "and", "during", "after"):
                break
        told = modality.of_noun(self.view, self.items, index, after, start)
        matrix = self._matrix(start) if after > index + 1 else None
        return group_parties(matrix, "party"), told, start

    def _governing(
        self, at: int, start: int, index: int, after: int
    ) -> tuple[list[Participant], Modality | None, int]:
        """Read "proposed a meeting", "cancelled the visit": who does that takes part."""
        subject = self.subject(modality.group_start(self.lexicon, self.items, at))
        told = modality.of_noun(self.view, self.items, index, after, start)
        return group_parties(subject, "party"), told, subject.first if subject else start

    def _light(
        self, at: int, form: VerbForm, kind: str
    ) -> tuple[list[Participant], Modality | None, int]:
        group_start = modality.group_start(self.lexicon, self.items, at)
        told = modality.of_verb(self.view, self.items, at, form)
        role: Role = "party"
        if self._word(at) in self.triggers.words["hosting"]:
            role = "host"
        elif kind == "visit":
            role = "guest"
        subject = self.subject(group_start)
        return (
            group_parties(subject, role),
            told,
            min(group_start, subject.first if subject else at),
        )

    def _matrix(self, start: int) -> Group | None:
        """Return who acts in "in a call with X, Y said": the subject of the main clause."""
        if self._word(start - 1) not in ("in", "during", "at", "after", "following", "on"):
            return None
        for group in self.groups:
            if group.preposition is None and not group.possessive and self._opens_clause(group):
                return group
        return None

    def _starter(
        self,
        first: int,
        start: int,
        kind: str,
        holder: list[Participant],
        people: list[Participant],
    ) -> str | None:
        """Return who starts a call or letter, as the light verb tells."""
        if kind not in ("call", "letter", "gift", "conversation"):
            return None
        verbs = {self._word(at) for at in range(first, start)}
        if verbs & self.triggers.words["receiving"]:
            return people[0].actor if len(people) == 1 else None
        if verbs & self.triggers.words["initiating"] and len(holder) == 1:
            return holder[0].actor
        return None

    def _is_appeal(self, index: int, people: Sequence[Participant]) -> bool:
        """Tell whether "call" means an appeal: "a call for peace", "calls on X to"."""
        return self._word(index) in ("call", "calls") and (
            self._word(index + 1) in ("for", "on", "upon") and len(people) < 2
        )

    # ------------------------------------------------------------------ small things

    def _mention(
        self, index: int, first: int, after: int, kind: str, why: str, told: Modality,
        people: list[Participant], **more: object,
    ) -> Mention:  # fmt: skip
        begin, end = min(first, index), max(after, index + 1)
        return Mention(
            sentence=self.sentence, index=index, first=begin, after=end, kind=kind, why=why,
            evidence=Span(self.items[begin].start, self.items[end - 1].end), modality=told,
            participants=_unique(people), **more,  # type: ignore[arg-type]
        )  # fmt: skip

    def _group_at(self, at: int) -> Group | None:
        return next((group for group in self.groups if group.first == at), None)

    def _skip_adverbs(self, at: int) -> int:
        while at < len(self.items) and (
            self.items[at].ref is None
            and (self.lexicon.has(self._word(at), "adverb") or self.items[at].date >= 0)
        ):
            at += 1
        return at

    def _word(self, at: int) -> str:
        return self.items[at].word if 0 <= at < len(self.items) else ""


def sorted_counts(lexicon: object) -> list[str]:
    """Return the number words from two upwards that may count contacts."""
    from communique.extract.lexicon import Lexicon

    assert isinstance(lexicon, Lexicon)
    counts: list[str] = lexicon.table("contacts").get("links", {}).get("counts", [])
    return counts


def _unique(people: Sequence[Participant]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for person in people:
        found.setdefault(person.actor, person)
    return tuple(found.values())


def _only(group: Group | None) -> str | None:
    return group.parties[0].actor if group and len(group.parties) == 1 else None


def _role(name: str) -> Role:
    return name  # type: ignore[return-value]
