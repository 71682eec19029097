"""What a claim says, slot by slot, in words: for ``communique show`` and the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from communique.model import Contact, Label, Place, Plover, Span, Step, When
from communique.model.claims import Act, Answer, Figure, Participant, Position, Statement
from communique.model.rows import ActorRef, ShownClaim
from communique.publish.phrases import basis_in_words, number, when_in_words

#: Fields that stand elsewhere, are places in the text, or name other claims of the report.
_ELSEWHERE = frozenset(
    {"id", "why", "evidence", "content", "cue", "source", "insertions"}
    | {"parent", "continues", "statement", "condition", "answers"}
)
Actors = Mapping[str, ActorRef]


class Said(NamedTuple):
    """A slot's value in words, and the actor that it names, if it names one."""

    words: str
    actor: str = ""


def slots_said(shown: ShownClaim, *, ids: bool) -> Iterator[tuple[str, tuple[Said, ...]]]:
    """Yield what each filled slot of a claim says, by the name that ``correct`` knows it by."""
    claim, actors = shown.claim, shown.actors
    for name in claim.__struct_fields__:
        value = getattr(claim, name)
        if name in _ELSEWHERE:
            continue
        found = tuple(
            Said(words, item if isinstance(item, str) and item in actors else "")
            for item in (value if isinstance(value, tuple) else (value,))
            if (words := said(item, actors, ids=ids))
        )
        if found:
            yield name.replace("_", " "), found


def headline(shown: ShownClaim) -> str:
    """Return what a claim is and whose: "Offer: Tilda Moss to Ann Lee"."""
    claim, actors = shown.claim, shown.actors

    def named(local: str | None, raw: str | None = None) -> str:
        return actors[local].name if local and local in actors else raw or ""

    kind: str = shown.kind
    who = whom = ""
    if isinstance(claim, Act):
        kind, who, whom = claim.type, named(claim.actor, claim.actor_raw), named(claim.towards)
    elif isinstance(claim, Statement):
        who, whom = named(claim.speaker), named(claim.addressee)
    elif isinstance(claim, Position):
        who = f"{named(claim.actor, claim.actor_raw)} on {claim.issue}".strip()
    elif isinstance(claim, Figure):
        who = claim.raw if (claim.thing or "") in claim.raw else f"{claim.raw} {claim.thing}"
    elif isinstance(claim, Contact):
        kind = claim.kind
        who = ", ".join(dict.fromkeys(named(one.actor) for one in claim.participants))
    else:
        who = named(claim.by)
    about = f"{who or 'not named'}{f' to {whom}' if whom else ''}"
    return f"{kind[:1].upper()}{kind[1:].replace('-', ' ')}: {about}"


def said(value: object, actors: Actors, *, ids: bool) -> str:
    """Return what a slot says in words; actors by name, and ``ids`` behind. Spans say nothing."""
    if isinstance(value, str):
        actor = actors.get(value)
        return (f"{actor.name} ({actor.id})" if ids else actor.name) if actor else value
    if isinstance(value, tuple):
        return "; ".join(text for item in value if (text := said(item, actors, ids=ids)))
    if isinstance(value, When):
        how = (f"“{value.raw}”" if value.raw else "", value.value, basis_in_words(value.basis))
        return f"{when_in_words(value)} ({', '.join(part for part in how if part)})"
    if isinstance(value, Place):
        return value.name if value.name == value.raw else f"{value.name} (“{value.raw}”)"
    if isinstance(value, Participant):
        by = said(value.represents, actors, ids=ids) if value.represents else ""
        role = f", {value.role}" if value.role != "party" else ""
        return f"{said(value.actor, actors, ids=ids)}{f' for {by}' if by else ''}{role}"
    return _plain(value)


def _plain(value: object) -> str:
    if value is None or isinstance(value, Span | Answer):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Label):
        return value.label
    if isinstance(value, Step):
        return f"{value.order}. {value.what}"
    if isinstance(value, Plover):
        return value.event + (f" ({value.mode})" if value.mode else "")
    return number(value) if isinstance(value, float) else str(value)
