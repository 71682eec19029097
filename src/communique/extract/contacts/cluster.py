"""The mentions of one contact, and what they tell of it together."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.contacts.circumstances import precision
from communique.extract.contacts.mention import Mention
from communique.model import Participant, When

_WEAK = ("exchange", "conversation")
"""Kinds that give way to the others, the weakest first."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one contact, in order."""

    mentions: list[Mention] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)
    _settled: tuple[int, str] = (0, "")

    @property
    def kind(self) -> str:
        """The kind that the most definite words give; worked out once for each mention added."""
        if self._settled[0] != len(self.mentions):
            self._settled = (len(self.mentions), self._kind())
        return self._settled[1]

    def _kind(self) -> str:
        kinds = [m.kind for m in self.mentions if m.kind not in _WEAK]
        if any(m.kind != "briefing" for m in self.mentions):
            kinds = [kind for kind in kinds if kind != "briefing"]  # "he briefed her" in a call
        if "summit" in kinds:
            return "summit"
        strong = [kind for kind in kinds if kind != "talks"] or kinds
        if strong[:1] == ["talks"] and self.mentions[0].kind == "conversation":
            return "conversation"
        weak = {m.kind for m in self.mentions}
        return strong[0] if strong else "exchange" if weak == {"exchange"} else "conversation"

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

    @property
    def date(self) -> When | None:
        """The date that says most: a day before a year, a year before a vague word."""
        dates = [mention.date for mention in self.mentions if mention.date is not None]
        return max(dates, key=precision, default=None)

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        represented = self.sides - frozenset(self.people)
        for person in mention.participants:
            if person.actor in represented:
                continue
            known = self.people.get(person.actor)
            if known is None or (known.role == "party" and person.role != "party"):
                self.people[person.actor] = person

    def first(self, slot: str) -> object:
        """Return the first value that a mention gives a slot, or ``None``."""
        return next((v for m in self.mentions if (v := getattr(m, slot)) is not None), None)
