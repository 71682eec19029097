"""One sentence laid out for finding contacts: items, groups, and who is on which side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from communique.extract.contacts.clauses.adverbials import runs_to
from communique.extract.contacts.clauses.layout import STOPS as STOPS
from communique.extract.contacts.clauses.subjects import Subjects
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Participant, Role, Span

_REACH = 14  # items between a verb and its other side
_SUBJECTS = frozenset({"he", "she", "they"})


class _Slots(TypedDict, total=False):
    definite: bool
    distinct: bool
    unnamed: bool
    needed: bool
    joins: bool
    initiator: str | None
    series: int | None


class Scene(Subjects):
    """A sentence with its items, its groups and the trigger words of its language."""

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
                if self.is_absolute(group):
                    return None
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
            return group if group.preposition and not self.is_absolute(group) else None
        return None

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
