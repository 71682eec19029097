"""One sentence laid out for finding contacts: items, groups, and who is on which side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from communique.extract import modality
from communique.extract.contacts.adverbials import runs_to
from communique.extract.contacts.groups import Group, groups_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.triggers import Triggers, triggers_for
from communique.extract.modality import Modality
from communique.extract.view import Item, View
from communique.model import Participant, Role, Span

_REACH = 14  # items between a verb and its other side
_OPENING = frozenset({"that", "which", "whom"})
_SUBJECTS = frozenset({"he", "she", "they"})
_TIMES = frozenset({"after", "before", "since", "until", "as"})
STOPS = frozenset(".;:!?—…()")
"""Marks at which a clause ends."""


class _Slots(TypedDict, total=False):
    definite: bool
    distinct: bool
    unnamed: bool
    needed: bool
    joins: bool
    initiator: str | None
    series: int | None


class Scene:
    """A sentence with its items, its groups and the trigger words of its language."""

    def __init__(self, view: View, sentence: int) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.triggers: Triggers = triggers_for(view.lexicon)
        self.sentence = sentence
        self.items: Sequence[Item] = view.items(sentence)
        self.groups = groups_of(view, sentence)

    def word(self, at: int) -> str:
        """Return the word at an index, in lower case; empty outside the sentence."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def is_barred(self, first: int, last: int) -> bool:
        """Tell whether a clause begins between two items, a list's "and" allowed."""
        return any(
            self.word(at) in STOPS
            or self.lexicon.has(self.word(at), "relative", "conditional", "future", "reporting")
            or self.word(at) in ("that", "but", "because", "while", "to")
            for at in range(first, last)
        )

    def is_dated(self, at: int) -> bool:
        """Tell whether the item at an index lies in a temporal expression."""
        return 0 <= at < len(self.items) and self.items[at].date >= 0

    def subject(self, start: int) -> Group | None:
        """Return the subject of the verb group that begins at ``start``."""
        start -= self.word(start - 1) in ("last", "first")  # "Ruiz and Lind, who last met"
        if self.lexicon.has(self.word(start - 1), "relative"):
            relative = start - 1
            while self.word(relative - 1) in ("—", self.word(relative)):
                relative -= 1  # "Lind, who — who met"
            near = self.group_before(relative)
            apart = self.word(relative - 1) in STOPS  # "MS. RUIZ: Who spoke to Lind?"
            return near if near and relative - near.last <= 1 and not apart else None
        before = self.items[start - 1] if start else None
        near = self.group_before(start)
        known = near is not None and near.last == start and near.parties
        unknown = before is not None and self.lexicon.has(before.word, "unknown_subject")
        if before and unknown and not (before.ref or known):
            return None
        if self.word(start) == "to" and self._asks_others(start):
            return None
        owner = self.group_before(start) if self.word(start) == "to" else None
        if owner is not None and owner.possessive and start - owner.last == 2:
            return owner  # "(respects) Ruiz's decision to travel"
        controlled = self._controlled(start) or self._sent(start)
        if controlled is not None:
            return controlled
        if (shared := self._shared(start)) is not None:
            return shared
        for group in reversed(self.groups):
            if group.last > start:
                continue
            if any(self.word(at) in STOPS for at in range(group.last, start)):
                return None
            if self._opens_another(group.last, start):
                return None
            if group.possessive:
                continue
            if self._is_part_of_place(group, group.first - 1):
                continue
            if group.last == start and group.preposition is None:
                return group  # "I would point out | Lind has been to Azul"
            if self._has_subject_of_its_own(group.last, start):
                return None
            if group.last == start and self.word(group.first - 1) in _TIMES:
                return group  # "(thanked him) after Ruiz met Lind"
            if group.preposition is None and self.opens_clause(group):
                return group
        return None

    def _has_subject_of_its_own(self, first: int, start: int) -> bool:
        """Tell "(Ruiz), …, and several deputies | wrote", where a noun stands before the verb."""
        before = self.items[start - 1] if start else None
        if before is None or before.ref is not None or before.date >= 0:
            return False
        plain = before.word.replace("-", "").isalpha() and len(before.word) > 2
        plain = plain and start - 1 >= first
        known = self.lexicon.classes.get(before.word) or modality.is_manner(
            self.lexicon, before.word
        )
        if not plain or known or modality.control_of(self.lexicon, before.word):
            return False
        return any(
            self.word(at) == "," or self.lexicon.has(self.word(at), "subordinator")
            for at in range(first, start - 1)
        )

    def _opens_another(self, first: int, last: int) -> bool:
        """Tell "I doubt if every parcel (has arrived)", where the clause has its own subject."""
        for at in range(first, last - 1):
            if self.lexicon.has(self.word(at), "conditional") or self.word(at) in _OPENING:
                return self.items[at].ref is None and not any(
                    self.word(n) == "," for n in range(at, last)
                )
        return False

    def _shared(self, start: int) -> Group | None:
        """Return the subject that "Ruiz flew to Azul and later met Lind" has for both verbs."""
        at = start - 1
        while at >= 0 and self.items[at].ref is None and self.lexicon.has(self.word(at), "adverb"):
            at -= 1
        if self.word(at) == ",":
            return self._before_aside(at)
        if self.word(at) not in ("and", "but"):
            return None
        opened = max((i for i in range(at) if self.word(i) in STOPS - {"—"}), default=-1)
        for group in reversed(self.groups):
            if group.first <= opened or group.last > at:
                continue
            if group.preposition is None and not group.possessive and self.opens_clause(group):
                return group
        return None

    def _before_aside(self, comma: int) -> Group | None:
        """Return the subject of "Ruiz, while we were at sea, met Lind"."""
        for at in range(comma - 1, -1, -1):
            if self.word(at) in STOPS:
                return None
            if self.word(at) == "," and self.lexicon.has(self.word(at + 1), "subordinator"):
                group = self.group_before(at)
                near = group is not None and group.last == at and group.preposition is None
                return group if near and group is not None and not group.possessive else None
        return None

    def _asks_others(self, to: int) -> bool:
        """Tell "(tasked) their teams to meet", where others meet, from "has plans to meet"."""
        led = self.lexicon.has(self.word(to - 2), "determiner", "possessive")
        item = self.items[to - 1] if to else None
        if item is None or item.ref is not None or not led:
            return False
        known = self.lexicon.classes.get(item.word) or item.date >= 0
        return not known and modality.control_of(self.lexicon, item.word) is None

    def _controlled(self, start: int) -> Group | None:
        """Return the object that is the subject of an infinitive: "invited X to visit"."""
        if self.word(start) != "to":
            return None
        near = self.group_before(start)
        if near is not None and near.last == start and near.preposition in ("to", "for"):
            ahead = {self.word(at) for at in range(near.first - 5, near.first - 1)}
            invited = not ahead.isdisjoint(self.triggers.words["invitation"])
            return near if invited else None  # "renewed the invitation to Lind | to visit Azul"
        if near is None or start - near.last > 1 or near.preposition or near.possessive:
            return None
        before = modality.control_of(self.lexicon, self.word(near.first - 1))
        return near if before else None

    def _sent(self, start: int) -> Group | None:
        """Return whom "asked X and Y to travel to Borduria | to meet Lind" names, who meet him."""
        if self.word(start) != "to":
            return None
        sending = self.triggers.words["sending"]
        for group in reversed(self.groups):
            if group.last >= start or group.preposition or group.possessive:
                continue
            if any(self.word(at) in STOPS for at in range(group.last, start)):
                return None
            if self.word(group.last) == "to" and self.word(group.first - 1) in sending:
                return group
        return None

    def group_before(self, at: int) -> Group | None:
        """Return the last group that ends by ``at``."""
        return next((group for group in reversed(self.groups) if group.last <= at), None)

    def group_at(self, at: int) -> Group | None:
        """Return the group that begins at ``at``."""
        return next((group for group in self.groups if group.first == at), None)

    def opens_clause(self, group: Group) -> bool:
        """Tell whether a group stands where subjects stand, and not where objects do."""
        at = group.first - 1
        while at >= 0 and (
            self.items[at].date >= 0
            or self.lexicon.has(self.word(at), "adverb")
            or (self.items[at + 1].date >= 0 and self.lexicon.has(self.word(at), "preposition"))
        ):
            at -= 1  # "on Tuesday | President X"
        if self._is_part_of_place(group, at):
            return False
        if at < 0 or not self.word(at)[:1].isalnum() or self.items[at].ref is not None:
            return True
        if self.lexicon.has(self.word(at), "do", "have", "future") and self._opens(at):
            return True  # "did Ruiz meet"
        return self.lexicon.has(
            self.word(at), "conjunction", "subordinator", "relative", "conditional", "reporting"
        )

    def _is_part_of_place(self, group: Group, comma: int) -> bool:
        """Tell the state of "flew to Port Azul, Ruritania, and met" from a subject."""
        if self.word(comma) != "," or comma < 2 or group.last - group.first > 1:
            return False
        city = self.items[comma - 1]
        ref = self.items[group.first].ref
        named = ref is not None and self.view.actors[ref.actor].kind == "state"
        return named and city.upper and city.ref is None and city.date < 0

    def _opens(self, at: int) -> bool:
        """Tell whether a clause begins at ``at``, a question word before it allowed."""
        before = self.word(at - 1)
        return not before[:1].isalnum() or self.lexicon.has(
            before, "relative", "subordinator", "conjunction", "asking"
        )

    def complement(self, at: int, prepositions: frozenset[str]) -> Group | None:
        """Return the first group after ``at`` with one of the prepositions.

        Only adverbials of time, place and channel may stand between: "spoke by phone on
        Monday with X", but not "spoke in favour of closer ties with X".
        """
        for group in self.groups:
            if group.first < at:
                continue
            if group.first - at > _REACH or self._barred(at, group.first):
                return None
            if group.preposition in prepositions and not group.possessive:
                return group if runs_to(self.view, self.items, at) >= group.first - 1 else None
        return None

    def adjacent(self, at: int) -> Group | None:
        """Return the group that follows, adverbials and places between allowed."""
        for group in self.groups:
            if group.first < at:
                continue
            if group.first - at > _REACH or self._barred(at, group.first - 1):
                return None
            if group.preposition in ("in", "at", "on") and self._is_place(group):
                continue
            if group.possessive or runs_to(self.view, self.items, at) < group.first - 1:
                return None
            return group if group.preposition else None
        return None

    def skip_adverbs(self, at: int) -> int:
        """Return the first index from ``at`` on that is no adverb and no date."""
        while at < len(self.items) and (
            self.items[at].ref is None
            and (self.lexicon.has(self.word(at), "adverb") or self.items[at].date >= 0)
        ):
            at += 1
        return at

    def mention(
        self,
        index: int,
        first: int,
        after: int,
        *,
        kind: str,
        why: str,
        modality: Modality,
        participants: Sequence[Participant],
        **slots: Unpack[_Slots],
    ) -> Mention:
        """Return a mention of a contact whose words run from ``first`` to ``after``."""
        begin, end = min(first, index), max(after, index + 1)
        return Mention(
            sentence=self.sentence,
            index=index,
            first=begin,
            after=end,
            kind=kind,
            why=why,
            evidence=Span(self.items[begin].start, self.items[end - 1].end),
            modality=modality,
            participants=unique(participants),
            word=self.word(index),
            **slots,
        )

    def _barred(self, first: int, last: int) -> bool:
        """Tell whether a clause begins between two items."""
        for at in range(first, last):
            word = self.word(at)
            if word in STOPS or self.lexicon.has(word, "relative", "conditional", "be", "future"):
                return True
            if self.items[at].ref is None and word in _SUBJECTS:
                return True  # "the talks in a meeting | he had with Lind"
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

    def _is_place(self, group: Group) -> bool:
        return bool(group.parties) and all(
            self.view.actors[actor].kind in ("state", "organisation") for actor in group.actors
        )


def is_to_come(scene: Scene, first: int) -> bool:
    """Tell "(will say so) when he meets Lind", which has not been, from "he meets Lind".

    ``first`` is where the subject begins; asked only of verbs in the present tense.
    """
    if scene.lexicon.has(scene.word(first - 1), "do", "have", "be"):
        return False  # "when did he meet Lind"
    opening = scene.triggers.words["opening"]
    return any(scene.word(at) in opening for at in range(max(0, first - 2), first + 1))


def participants_of(group: Group | None, role: Role) -> list[Participant]:
    """Return a group's parties as participants of a contact."""
    return [
        Participant(actor=p.actor, represents=p.represents, role=role, evidence=(p.span,))
        for p in (group.parties if group else ())
    ]


def only_actor(group: Group | None) -> str | None:
    """Return the one actor of a group; ``None`` if it has several or none."""
    return group.parties[0].actor if group and len(group.parties) == 1 else None


def unique(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the participants with each actor once, first come."""
    found: dict[str, Participant] = {}
    for person in people:
        found.setdefault(person.actor, person)
    return tuple(found.values())
