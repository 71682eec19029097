"""What requests are made of: ids, days, cursors and filters, each with the form it must have.

The description of the API says the same of them as is checked here, so that what it lets
through is never refused for its form.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import Path, Query

from communique.model.ids import PREFIXES
from communique.model.rows import Filter

#: The most lines of a page.
MOST = 500
_REST = "[0-9A-Za-z_.]+$"
_YEAR = "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
_DAYS = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|1[0-9]|2[0-8])",
)
_WEEK = "W(0[1-9]|[1-4][0-9]|5[0-2])"
#: A year, month, week or day of the calendar.
DAY = f"^({_YEAR}(-(0[1-9]|1[0-2]|{_WEEK}|{'|'.join(_DAYS)}))?|{_LEAP}-02-29)$"


def id_form(letters: str = "".join(PREFIXES.values())) -> str:
    """Return the pattern of ids, or unique prefixes of them, that begin with these letters."""
    return f"^[{letters}]-{_REST}"


AnyId = Annotated[
    str, Path(pattern=id_form(), max_length=80, description="an id, or a unique prefix")
]
ContactId = Annotated[
    str, Path(pattern=id_form("c"), max_length=80, description="the id of any of its accounts")
]
ActId = Annotated[str, Path(pattern=id_form("d"), max_length=80, description="an act's id")]
JudgementId = Annotated[str, Path(pattern=id_form("j"), max_length=80, description="its id")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="lines of a page")]
After = Annotated[
    str | None,
    Query(pattern="^[0-9A-Za-z_-]+$", max_length=1000, description="`next` of the page before"),
]
Item = Annotated[
    str | None, Query(pattern=id_form(), max_length=80, description="an id, or a unique prefix")
]


def _words(says: str) -> Any:
    return Annotated[str | None, Query(min_length=1, max_length=200, description=says)]


Day = Annotated[
    str | None, Query(pattern=DAY, description="ISO date, as precise as wanted; inclusive")
]
_Report = Annotated[
    str | None, Query(pattern=id_form("r"), max_length=80, description="a report's id, or a prefix")
]


def filters(
    *, kind: Any = None, status: Any = None, about: bool = False, claims: bool = False
) -> Callable[..., Filter]:
    """Return what makes a filter of a request, for a list that has these filters.

    Args:
        kind: The kinds that there are, as ``Literal``; none where the list has but one.
        status: The statuses that there are, likewise.
        about: Whether its lines can be asked for by words of what they are about.
        claims: Whether its lines are claims, which a person may have rejected.
    """
    taken: dict[str, Any] = {
        "actor": _words("an actor's id, or words of a name"),
        "since": Day,
        "until": Day,
        "report": _Report,
        "publisher": _words("words of a publisher's name"),
    }
    if kind is not None:
        taken["kind"] = Annotated[kind | None, Query()]
    if status is not None:
        taken["status"] = Annotated[status | None, Query()]
    if about:
        taken["about"] = _words("words of what a claim is about")
    parameters = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=type)
        for name, type in taken.items()
    ]
    if claims:
        only = Annotated[bool, Query(description="only those that a person rejected")]
        parameters.append(
            Parameter("rejected", Parameter.KEYWORD_ONLY, default=False, annotation=only)
        )

    def wanted(**given: Any) -> Filter:
        return Filter(**given)

    wanted.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return wanted
