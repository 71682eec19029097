"""What a page is asked for by its address: filters and the place in a list."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Query, Request

from communique.model.rows import Filter


def wanted(
    actor: str = "",
    kind: str = "",
    since: str = "",
    until: str = "",
    report: str = "",
    publisher: str = "",
    status: str = "",
    about: str = "",
) -> Filter:
    """Return the filter of a page; fields that are left empty filter nothing."""
    return Filter(
        actor=actor.strip() or None,
        kind=kind.strip() or None,
        since=since.strip() or None,
        until=until.strip() or None,
        report=report.strip() or None,
        publisher=publisher.strip() or None,
        status=status.strip() or None,
        about=about.strip() or None,
    )


Wanted = Annotated[Filter, Depends(wanted)]
After = Annotated[str | None, Query(max_length=2000)]


def next_page(request: Request, after: str | None) -> str:
    """Return the address of the page behind this one, or nothing at the end."""
    if after is None:
        return ""
    kept = [(k, v) for k, v in parse_qsl(request.url.query) if k != "after" and v]
    return f"{request.url.path}?{urlencode([*kept, ('after', after)])}"
