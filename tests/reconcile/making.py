"""Contacts between invented people, to be compared in tests."""

from __future__ import annotations

from msgspec.structs import replace

from communique.model import Span, When
from communique.model.rows import ActorRef, ContactRow, ParticipantRow, ReportRef


def actor(name: str, kind: str = "person") -> ActorRef:
    return ActorRef(id=f"a-{name.lower().replace(' ', '')}", name=name, kind=kind)  # type: ignore[arg-type]


MIRA, HELK, LUND = actor("Mira Oduvan"), actor("Tomas Helk"), actor("Pia Lund")


def contact(
    number: int,
    *actors: ActorRef,
    day: str | None = "2031-05-17",
    published: str | None = "2031-05-18",
    **slots: object,
) -> ContactRow:
    row = ContactRow(
        id=f"c-{number:02}",
        report=ReportRef(id=f"r-{number}", label=f"{number}.txt", published=published),
        kind="call",
        status="held",
        participants=tuple(ParticipantRow(actor=each) for each in actors or (MIRA, HELK)),
        date=When(raw=day, value=day) if day else None,
        evidence=(Span(0, 4),),
        words="spoke",
    )
    return replace(row, **slots)
