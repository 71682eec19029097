"""One mention of a contact, before mentions of the same contact are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.modality import Modality
from communique.model import Label, Participant, Place, Span, When


@dataclass(frozen=True, slots=True)
class Mention:
    """A verb or noun that tells of a contact, with what its sentence says of it.

    ``kind`` is a :data:`~communique.model.ContactKind`, or ``conversation`` or ``exchange``
    ("told her"), which may yet turn out to be a call, talks or a meeting. ``definite``
    mentions ("the call", "their talks") take up a contact that was told of before;
    ``distinct`` ones ("last year's visit") never do. ``unnamed`` says that somebody takes
    part whom the words do not name ("they met"), ``joins`` that the people named come in
    addition ("X attended the meeting"), ``taken_up`` that "they" or "the leaders" are told
    of alone, who are those of the contact told of just before. ``first`` and ``after`` are
    the items where mention and complements begin and end. A mention that is ``needed`` to no
    contact told of before is none by itself ("we talked for an hour"). ``word`` is its verb
    or noun, ``theirs`` says that it is told as "their meeting", with nobody named. ``told`` is
    what one said to the other, which is the topic where none is named, and ``put`` what one side
    stressed or welcomed, which is one where nothing else is told of.
    """

    sentence: int
    index: int
    first: int
    after: int
    kind: str
    why: str
    evidence: Span
    modality: Modality
    participants: tuple[Participant, ...] = ()
    definite: bool = False
    distinct: bool = False
    unnamed: bool = False
    needed: bool = False
    word: str = ""
    joins: bool = False
    theirs: bool = False
    taken_up: bool = False
    initiator: str | None = None
    series: int | None = None
    channel: str | None = None
    date: When | None = None
    place: Place | None = None
    duration: When | None = None
    topics: tuple[Label, ...] = ()
    outcome: tuple[Label, ...] = ()
    told: tuple[Label, ...] = ()
    put: tuple[Label, ...] = ()
    extra: tuple[Span, ...] = field(default=())

    @property
    def sides(self) -> frozenset[str]:
        """The ids of those who take part, without who only mediates."""
        return frozenset(one.actor for one in self.participants if one.role != "mediator")

    @property
    def actors(self) -> frozenset[str]:
        """The ids of those who take part."""
        return frozenset(participant.actor for participant in self.participants)
