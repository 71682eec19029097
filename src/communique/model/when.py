"""When something is said to happen: dates as precise as the report, and no more."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.span import Spans

WhenType = Literal["date", "time", "duration", "set"]
Basis = Literal["stated", "from-publication", "from-heading", "from-context", "from-another-report"]


class When(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A temporal expression and what it comes to.

    ``value`` is TimeML/EDTF: ``2025-08-15``, ``2025-08``, ``XXXX-08-15`` (year unknown),
    ``2025-08-15~`` (about), ``PT30M``, ``PAST_REF``. ``interval`` is the first and last day
    it may mean. ``basis`` says how the value was come by, ``anchor`` from what.
    ``evidence`` is exactly the expression; it is empty only where a claim's date rests on
    the report's publication date and nothing is printed.
    """

    raw: str
    type: WhenType = "date"
    value: str | None = None
    interval: tuple[str, str] | None = None
    basis: Basis | None = None
    anchor: str | None = None
    evidence: Spans = ()
