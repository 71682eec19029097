"""Storylines told by invented reports, built by hand as what a reader would find in them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from communique.model import (
    Account,
    Act,
    Actor,
    Answer,
    Contact,
    Forecast,
    Office,
    Origin,
    Participant,
    Place,
    Position,
    Report,
    Span,
    When,
    body_id,
    publication_id,
)
from communique.model.actor import ActorKind

RULES = Origin(program="communique", version="0.1.0", settings="s" * 8)
Claim = Act | Contact | Position | Forecast

#: Whom the storylines know: kind, office, state.
CAST: dict[str, tuple[ActorKind, str, str]] = {
    "Norland": ("state", "", ""),
    "Sudmark": ("state", "", ""),
    "Osterby": ("state", "", ""),
    "Mira Oduvan": ("person", "President", "Norland"),
    "Jonas Brill": ("person", "Foreign Minister", "Norland"),
    "Tomas Helk": ("person", "President", "Sudmark"),
    "Ada Roon": ("person", "Foreign Minister", "Sudmark"),
    "Pia Lund": ("person", "Foreign Minister", "Osterby"),
}


def when(day: str) -> When:
    return When(raw=day, value=day, basis="stated")


def act(actor: str | None, type: str, towards: str | None, what: str, **slots: object) -> Act:
    """Return an act whose actors are names of the cast."""
    made = Act(
        id="",
        type=type,
        actor=actor,
        towards=towards,
        what=what,
        evidence=(Span(0, 1),),  # type: ignore[arg-type]
    )
    return replace(made, **slots)


def meeting(
    kind: str, *people: str, day: str | None, place: str = "", status: str = "held"
) -> Contact:
    return Contact(
        id="",
        kind=kind,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        participants=tuple(
            Participant(actor=name, represents=CAST[name][2] or None) for name in people
        ),
        date=when(day) if day else None,
        place=Place(raw=place, name=place, evidence=(Span(0, 1),)) if place else None,
        main=True,
        evidence=(Span(0, 1),),
    )


def position(actor: str, polarity: str, issue: str, stance: str, by: str | None = None) -> Position:
    return Position(
        id="",
        actor=actor,
        issue=issue,
        stance=stance,
        polarity=polarity,  # type: ignore[arg-type]
        reported_by=by,
        evidence=(Span(0, 1),),
    )


def forecast(by: str, what: str, horizon: str | None = None) -> Forecast:
    return Forecast(
        id="", by=by, what=what, horizon=when(horizon) if horizon else None, evidence=(Span(0, 1),)
    )


def told(day: str | None, *claims: Claim, publisher: str = "Wire", also: str = "") -> Account:
    """Return what a report of that day says: one sentence a claim, and ``also`` after them."""
    names = _named(claims)
    lines = [_sentence(claim) for claim in claims]
    text = f"{publisher}, {day or 'undated'}. " + "".join(f"{line}\n" for line in lines) + also
    local = {name: f"a{n}" for n, name in enumerate(names, 1)}
    starts, at = [], text.index(lines[0]) if lines else 0
    for line in lines:
        starts.append(Span(at, at + len(line)))
        at += len(line) + 1
    body = body_id(text)
    placed = [_placed(*pair, local) for pair in zip(claims, starts, strict=True)]
    return Account(
        report=Report(
            id=body,
            publication=publication_id(body, None, publisher, day),
            text=text,
            publisher=publisher,
            published=day,
            title=f"{publisher} {day}",
        ),
        actors=tuple(_actor(name, local, text) for name in names),
        acts=_numbered("d", placed, Act),
        contacts=_numbered("c", placed, Contact),
        positions=_numbered("p", placed, Position),
        forecasts=_numbered("o", placed, Forecast),
        origin=RULES,
    )


def sentences_of(account: Account) -> tuple[Span, ...]:
    spans, at = [], 0
    for line in account.report.text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return tuple(spans)


def _named(claims: Iterable[Claim]) -> list[str]:
    names: dict[str, None] = {}
    for claim in claims:
        for name in _slots(claim):
            names[name] = None
            if CAST[name][2]:
                names[CAST[name][2]] = None
    return list(names)


def _slots(claim: Claim) -> list[str]:
    if isinstance(claim, Contact):
        return [p.actor for p in claim.participants]
    slots = ("actor", "towards", "reported_by", "by")
    return [name for slot in slots if (name := getattr(claim, slot, None))]


def _sentence(claim: Claim) -> str:
    names = " ".join(f"{CAST[n][1]} {n}".strip() for n in _slots(claim))
    words = getattr(claim, "what", None) or getattr(claim, "stance", None)
    kind = getattr(claim, "type", None) or getattr(claim, "kind", "")
    of = " ".join(sorted({CAST[n][2] for n in _slots(claim)} - {""}))
    return f"{names} ({of}) {kind} {words or getattr(claim.date, 'raw', '')}."  # type: ignore[union-attr]


def _actor(name: str, local: dict[str, str], text: str) -> Actor:
    kind, title, of = CAST[name]
    at = text.index(name)
    mention = (Span(at, at + len(name)),)
    offices = (Office(title=title, of=local[of], evidence=mention),) if title else ()
    return Actor(id=local[name], name=name, kind=kind, offices=offices, mentions=mention)


def _placed(claim: Claim, span: Span, local: dict[str, str]) -> Claim:
    if isinstance(claim, Contact):
        parties = tuple(
            replace(p, actor=local[p.actor], represents=local.get(p.represents or ""))
            for p in claim.participants
        )
        return replace(claim, participants=parties, evidence=(span,))
    slots = {
        slot: local.get(getattr(claim, slot) or "")
        for slot in ("actor", "towards", "reported_by", "by")
        if hasattr(claim, slot)
    }
    return replace(claim, evidence=(span,), **slots)


def _numbered(letter: str, claims: list[Claim], kind: type) -> tuple:  # type: ignore[type-arg]
    some = [claim for claim in claims if isinstance(claim, kind)]
    return tuple(replace(claim, id=f"{letter}{n}") for n, claim in enumerate(some, 1))


def answering(act_: Act, number: int, kind: str, basis: str = "stated") -> Act:
    """Return an act that answers the act with that number in its report."""
    answer = Answer(act=f"d{number}", kind=kind, basis=basis, evidence=(Span(0, 1),))  # type: ignore[arg-type]
    return replace(act_, answers=(answer,))
