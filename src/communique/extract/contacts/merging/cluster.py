"""The mentions of one contact, and what they tell of it together."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.circumstances import precision
from communique.model import Participant, When

_WEAK = ("exchange", "conversation")
"""Kinds that give way to the others, the weakest first."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one contact, in order.

    What they tell together is kept as they come in: a report may repeat one contact all along.
    """

    mentions: list[Mention] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)
    date: When | None = None
    """The date that says most: a day before a year, a year before a vague word."""
    kind: str = "conversation"
    """The kind that the most definite words give."""
    _kinds: dict[str, None] = field(default_factory=dict)
    _first: dict[str, tuple[int, object]] = field(default_factory=dict)

    def _kind(self) -> str:
        kinds = [kind for kind in self._kinds if kind not in _WEAK]
        if any(kind != "briefing" for kind in self._kinds):
            kinds = [kind for kind in kinds if kind != "briefing"]  # "he briefed her" in a call
        if "summit" in kinds:
            return "summit"
        strong = [kind for kind in kinds if kind != "talks"] or kinds
        if strong[:1] == ["talks"] and self.mentions[0].kind == "conversation":
            return "conversation"
        only = set(self._kinds)
        return strong[0] if strong else "exchange" if only == {"exchange"} else "conversation"

    @property
    def status(self) -> str:
        """The status of the first mention."""
        return self.mentions[0].modality.status

    @property
    def sides(self) -> frozenset[str]:
        """Those who take part and those for whom they stand."""
        stands_for = {p.represents for p in self.people.values() if p.represents}
        return frozenset(self.people) | stands_for

    @property
    def last(self) -> int:
        """The last sentence that mentions it."""
        return self.mentions[-1].sentence

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        if mention.kind not in self._kinds:
            self._kinds[mention.kind] = None
            self.kind = self._kind()
        if mention.date is not None and (
            self.date is None or precision(mention.date) > precision(self.date)
        ):
            self.date = mention.date
        represented = self.sides - frozenset(self.people)
        for person in mention.participants:
            if person.actor in represented:
                continue
            known = self.people.get(person.actor)
            if known is None or (known.role == "party" and person.role != "party"):
                self.people[person.actor] = person

    def first(self, slot: str) -> object:
        """Return the first value that a mention gives a slot, or ``None``."""
        seen, value = self._first.get(slot, (0, None))
        while value is None and seen < len(self.mentions):
            value, seen = getattr(self.mentions[seen], slot), seen + 1
        self._first[slot] = seen, value
        return value
