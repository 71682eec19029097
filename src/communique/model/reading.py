"""What reading a report yields, and its one JSON form.

The floors build it in two steps: ``read/`` makes a :class:`Reading` (layers over the
text), ``extract/`` adds :class:`Claims`. Both together are an :class:`Account`: what one
report says, the contract's one object (``docs/reading.md``).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.model.actor import Actor
from communique.model.claims import (
    Act,
    Contact,
    Figure,
    Forecast,
    LeftOut,
    Position,
    Proposal,
    Statement,
)
from communique.model.report import Report
from communique.model.span import Span, Spans, verify
from communique.model.when import When


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reading: program and version, model (name and sha256), settings (sha256)."""

    program: str
    version: str
    model: str | None = None
    settings: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A report and the layers that ``read/`` lays over its text.

    ``sentences`` and ``tokens`` are in order and do not overlap; tokens never cross a
    sentence's edge, and every token lies in one sentence.
    """

    report: Report
    sentences: Spans = ()
    tokens: Spans = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[When, ...] = ()
    origin: Origin


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """What ``extract/`` finds in a reading, by kind, and what it found but does not tell."""

    contacts: tuple[Contact, ...] = ()
    figures: tuple[Figure, ...] = ()
    acts: tuple[Act, ...] = ()
    positions: tuple[Position, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says: the object that ``communique read`` prints."""

    report: Report
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    dates: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    acts: tuple[Act, ...] = ()
    positions: tuple[Position, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    origin: Origin


def account_of(reading: Reading, claims: Claims) -> Account:
    """Join a reading and the claims found in it."""
    return Account(
        report=reading.report,
        actors=reading.actors,
        statements=reading.statements,
        dates=reading.dates,
        origin=reading.origin,
        contacts=claims.contacts,
        figures=claims.figures,
        acts=claims.acts,
        positions=claims.positions,
        forecasts=claims.forecasts,
        proposals=claims.proposals,
        left_out=claims.left_out,
    )


def to_json(account: Account) -> bytes:
    """Return the account as one line of UTF-8 JSON, the same bytes for the same account."""
    return _ENCODER.encode(account)


def from_json(line: bytes | str) -> Account:
    """Return the account that :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: the line does not have the contract's form.
        EvidenceError: a span in it is empty or reversed.
    """
    return _DECODER.decode(line)


def spans_lists(value: object) -> Iterator[Spans]:
    """Yield every span list inside a model value, at any depth."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_lists(getattr(value, name))
    elif isinstance(value, tuple) and value:
        if isinstance(value[0], Span):
            yield value
        else:
            for item in value:
                yield from spans_lists(item)


def verify_account(account: Account) -> None:
    """Check every span of every actor, date and claim against the report's text.

    Raises:
        EvidenceError: a span does not lie in the text, or a list is out of order.
    """
    length = len(account.report.text)
    for spans in spans_lists(account):
        verify(spans, length)


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Account)
