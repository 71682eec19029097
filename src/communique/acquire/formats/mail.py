"""E-mail: the message's text, and what its head says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from communique.acquire.decode import decode
from communique.acquire.document import Document
from communique.acquire.formats import html
from communique.acquire.particulars import Particulars, tidy
from communique.errors import EmptyInput
from communique.model import Span

if TYPE_CHECKING:
    from email.message import EmailMessage  # its package takes long to import, and few are mail

#: Characters of its own that a message has which answers another, and does not pass it on.
OWN = 100
#: Lines that quote, and the line above them that says who wrote them ("On Monday X wrote:").
_QUOTED = re.compile(
    r"(?m)(?:^(?!>)[^\n]{0,200}:[ \t]*\r?\n(?:[ \t]*\r?\n)?)?(?:^>[^\n]*(?:\n|\Z))+"
)
_SIGNATURE = re.compile(r"(?m)^-- ?\r?$")


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the plain text of a message, or that of its HTML part where it has no other.

    The subject is the title, the sender the publisher, ``Date`` the date. Lines that quote the
    message that it answers, and its signature, are furniture. Attachments are not read.

    Raises:
        EmptyInput: the message has no text part.
        DamagedInput: its text cannot be decoded.
    """
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise EmptyInput("is a message with no text", remedy="save its attachments as files")
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    charset = encoding or part.get_content_charset()
    found = (
        html.parse(body, charset)
        if part.get_content_type() == "text/html"
        else _plain(decode(body, charset))
    )
    return msgspec.structs.replace(found, particulars=_head(message).over(found.particulars))


def _plain(text: str) -> Document:
    """Return a message's text, in which what it answers, and its signature, are furniture."""
    mark = _SIGNATURE.search(text)
    signed = [Span(mark.start(), len(text))] if mark and mark.end() < len(text) else []
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    quoted = [span for span in quoted if not signed or span.end <= signed[0].start]
    aside = [*quoted, *signed]
    own = len(text) - sum(span.end - span.start for span in aside)
    # A message that only passes another one on has what it says in the quoted part.
    return Document(text=text, furniture=tuple(aside) if own >= OWN else ())


def _head(message: EmailMessage) -> Particulars:
    from email.utils import parseaddr

    name, address = parseaddr(str(message.get("From", "")))
    return Particulars(
        title=tidy(message.get("Subject")),
        publisher=tidy(name) or tidy(address),
        published=_date(str(message.get("Date", ""))),
        language=tidy(message.get("Content-Language")),
    )


def _date(value: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError):
        return None
