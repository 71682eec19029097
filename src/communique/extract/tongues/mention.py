"""A mention of a contact in a sentence of another language."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.model import Label, Participant, Place, Span, When
from communique.model.claims import ContactStatus


@dataclass(frozen=True, slots=True)
class Told:
    """A verb or noun that tells of a contact, with what its sentence says of it."""

    sentence: int
    at: int
    kind: str
    why: str
    status: ContactStatus
    people: tuple[Participant, ...]
    evidence: Span
    initiator: str | None = None
    date: When | None = None
    place: Place | None = None
    duration: When | None = None
    topics: tuple[Label, ...] = ()
    outcome: tuple[Label, ...] = ()
    definite: bool = False
    extra: tuple[Span, ...] = field(default=())

    @property
    def actors(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset(person.actor for person in self.people)
