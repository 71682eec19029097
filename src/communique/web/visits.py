"""When a browser was here last, so that the storyline can tell what is new since then.

A cookie holds three instants and nothing else: up to when the record was known at the end of
the visit before this one, up to when at its latest page, and the time of that page. A visit
ends when no page of the storyline is asked for in :data:`PAUSE`. Nothing is kept on this side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import Request, Response

COOKIE = "communique-visit"
#: After so long a visit is over.
PAUSE = timedelta(minutes=45)
#: How long a browser keeps the cookie, in seconds.
_KEPT = 400 * 24 * 3600
_APART = "~"


@dataclass(frozen=True, slots=True)
class Visit:
    """What the cookie says after this request; ``before`` is empty on a first visit."""

    before: str
    known: str
    at: str

    def keep(self, response: Response) -> None:
        """Have the browser keep it."""
        value = _APART.join((self.before, self.known, self.at))
        response.set_cookie(COOKIE, value, max_age=_KEPT, httponly=True, samesite="strict")


def visit(request: Request, newest: str | None, now: datetime | None = None) -> Visit:
    """Return the visit that a request is part of.

    Args:
        request: A request for the storyline.
        newest: The instant up to which the record is known to who gets the page.
        now: The present time, if it is to be another.
    """
    moment = now or datetime.now(UTC)
    before, known, at = _noted(request.cookies.get(COOKIE, ""))
    if at and moment - datetime.fromisoformat(at) > PAUSE:
        before = known
    # What was read in this very second may go on coming: it will be new once more.
    latest = min(newest or "", (moment - timedelta(seconds=1)).isoformat(timespec="seconds"))
    return Visit(before, latest, moment.isoformat(timespec="seconds"))


def _noted(cookie: str) -> tuple[str, str, str]:
    """Return the instants of a cookie; empty ones if it is none of ours."""
    parts = cookie.split(_APART)
    if len(parts) != 3 or not all(_is_instant(part) for part in parts if part) or not parts[2]:
        return "", "", ""
    return parts[0], parts[1], parts[2]


def _is_instant(word: str) -> bool:
    try:
        return datetime.fromisoformat(word).tzinfo is not None
    except ValueError:
        return False
