"""What stands between the desk and the network: who may ask, from where, and how much.

The desk runs on the reader's own machine. A page of another site must not be able to make it
do anything (cross-site requests), nor read it under another name (DNS rebinding); on any
other address than the machine's own it asks for a password.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import UsageError

#: Bytes of one request.
MOST_BYTES = 256 * 1024 * 1024
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: What every page forbids itself: anything that is not the desk's own.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def is_own(host: str) -> bool:
    """Tell whether an address is the machine's own, that nobody else can reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_binding(host: str, password: str) -> None:
    """See that nobody but the reader is let in without a password.

    Raises:
        UsageError: ``host`` is an address that others reach, and there is no password.
    """
    if not password and not is_own(host):
        raise UsageError(
            "others could reach the desk there, and it has no password",
            subject=host,
            remedy="set COMMUNIQUE_PASSWORD, or leave the host out",
        )


class Guard:
    """Lets requests through to ``desk`` that its reader makes, and no others.

    Args:
        desk: The application behind it.
        hosts: The names under which it may be asked; the machine's own always are.
        password: What HTTP's basic scheme (any user name) or a bearer token must bring, if set.
    """

    def __init__(self, desk: ASGIApp, *, hosts: Iterable[str] = (), password: str = "") -> None:
        self._desk = desk
        self._hosts = frozenset(hosts)
        self._password = password

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._desk(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            await _refuse(send, *refusal)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    given.setdefault(name, value)
                given.setdefault("cache-control", "no-cache")
            await send(message)

        await self._desk(scope, _limited(receive), guarded)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str, str] | None:
        """Return status, what is wrong and what to do, if the request is not let through."""
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if not is_own(host) and host not in self._hosts:
            return 403, "the desk does not go by this name", "name it with --host"
        if self._password and not _knows(headers.get("authorization", ""), self._password):
            return 401, "a password is asked for", "send it by HTTP's basic or bearer scheme"
        if method not in _READING and _is_foreign(headers):
            return 403, "the request comes from another site", "make it from the desk's own pages"
        if int(headers.get("content-length") or 0) > MOST_BYTES:
            return 413, "the request is too large", "send less at once"
        return None


def _knows(authorization: str, password: str) -> bool:
    """Tell whether a request brings the password."""
    scheme, _, credentials = authorization.partition(" ")
    if scheme.lower() == "basic":
        try:
            plain = base64.b64decode(credentials, validate=True)
        except (binascii.Error, ValueError):
            return False
        given = plain.partition(b":")[2]
    elif scheme.lower() == "bearer":
        given = credentials.strip().encode()
    else:
        return False
    return hmac.compare_digest(given, password.encode())


def _is_foreign(headers: Headers) -> bool:
    """Tell whether a browser says that another site makes the request.

    Browsers send ``Sec-Fetch-Site`` and, with whatever changes something, ``Origin``; a
    program that sends neither is not in a browser, and no site can make it do anything.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _limited(receive: Receive) -> Receive:
    """Return ``receive`` that breaks off a body which is longer than it may be."""
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        return {"type": "http.disconnect"} if received > MOST_BYTES else message

    return limited


async def _refuse(send: Send, status: int, what: str, remedy: str) -> None:
    body = msgspec.json.encode(
        {"error": {"code": f"H{status}", "what": what, "subject": "", "remedy": remedy}}
    )
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    if status == 401:
        headers.append((b"www-authenticate", b'Basic realm="communique", charset="UTF-8"'))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
