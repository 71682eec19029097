"""Who acts and speaks, as one report names them."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.span import Span, Spans

ActorKind = Literal["person", "state", "organisation", "bloc", "group"]


class Office(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An office that the report gives an actor. ``of`` is an actor id or, failing that, words."""

    title: str
    of: str | None = None
    evidence: Spans


class Actor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A person, state, organisation, bloc or group of actors in one report.

    ``name`` is the fullest form printed. A ``group`` ("the two presidents") names its
    ``members`` where the report makes them known. A state that only an office implies ("the
    Peruvian president") has no ``mentions``.
    """

    id: str
    name: str
    kind: ActorKind
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: Spans = ()
    pronouns: Spans = ()
    members: tuple[str, ...] = ()

    def named_in(self, span: Span) -> bool:
        """Tell whether a mention or pronoun of the actor lies within ``span``."""
        return any(span.covers(m) for m in (*self.mentions, *self.pronouns))
