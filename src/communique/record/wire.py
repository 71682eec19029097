"""Claims in and out of the JSON that a record keeps them in: the contract's own."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row

from communique.model import Act, Contact, Figure, Forecast, Position, Proposal, Statement
from communique.model.rows import AnyClaim, ClaimKind

#: A row of any query's result; its columns are attributes.
AnyRow = Row[*tuple[Any, ...]]

_TYPES: dict[ClaimKind, type[AnyClaim]] = {
    "statement": Statement,
    "contact": Contact,
    "figure": Figure,
    "act": Act,
    "position": Position,
    "forecast": Forecast,
    "proposal": Proposal,
}
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(type_) for kind, type_ in _TYPES.items()
}


def to_text(value: object) -> str:
    """Return a model value in the contract's JSON."""
    return msgspec.json.encode(value).decode()


def claim_from(kind: str, payload: str) -> AnyClaim:
    """Return the claim that :func:`to_text` wrote.

    Raises:
        msgspec.ValidationError: it does not have the contract's form.
        KeyError: there is no such kind.
    """
    claim: AnyClaim = _DECODERS[kind].decode(payload)
    return claim
