"""Everything that can go wrong, as one tree.

::

    CommuniqueError
    ├── UsageError            the request itself cannot be carried out as put
    │   ├── UnknownName       a name that is not among the known ones (lists them)
    │   ├── NotInRecord       an id that the record does not hold
    │   └── Conflict          it does not fit what the record holds
    ├── InputError            one input cannot be used; the rest of a batch goes on
    │   ├── UnreadableInput   missing, no permission, a loop, a path that escapes
    │   ├── EmptyInput        no text in it
    │   ├── TooLarge          larger than the limit, packed or unpacked
    │   ├── UnknownFormat     binary, or of a kind communique does not read
    │   ├── DamagedInput      truncated, malformed, wrongly encoded
    │   └── LockedInput       encrypted
    ├── RecordError           the record file cannot be used
    │   ├── NotARecord        the file is something else, or damaged
    │   ├── RecordTooNew      written by a later communique
    │   └── RecordBusy        another process holds it for too long
    ├── EvidenceError         a span that does not lie in its body
    └── InternalError         a fault of communique itself

A message says what failed, on what, and what to do. Each class has a ``code`` that stays
the same between versions, the ``exit_status`` of a command that ends with it, and the
``http_status`` of a request that does. ``docs/errors.md`` lists them all.
"""

from __future__ import annotations

from typing import ClassVar


class CommuniqueError(Exception):
    """Root of the tree. ``subject`` is what it failed on, ``remedy`` what to do next."""

    code: ClassVar[str] = "C000"
    exit_status: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, what: str, *, subject: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.subject = subject
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: subject, what failed, next step."""
        line = f"{self.subject}: {self.what}" if self.subject else self.what
        line = f"{line}; {self.remedy}" if self.remedy else line
        return " ".join(line.split())


def articled(noun: str) -> str:
    """Return a noun with its article: "a contact", "an actor"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


class UsageError(CommuniqueError):
    """The request cannot be carried out as it was put."""

    code = "C100"
    exit_status = 2
    http_status = 400


class UnknownName(UsageError):
    """A name that is not among the known ones; ``known`` lists those."""

    code = "C101"

    def __init__(self, what: str, name: str, known: list[str]) -> None:
        self.known = sorted(known)
        super().__init__(
            f"no {what} is called {name!r}", remedy=f"choose one of: {', '.join(self.known)}"
        )


class NotInRecord(UsageError):
    """An id that the record does not hold."""

    code = "C102"
    exit_status = 4
    http_status = 404


class Conflict(UsageError):
    """Put as it should be, but it does not fit what the record holds.

    A prefix of several ids, a decision that was taken back already, a slot that a claim does
    not have.
    """

    code = "C103"
    http_status = 409


class InputError(CommuniqueError):
    """One input cannot be used. The other inputs of the batch are not affected."""

    code = "C200"
    exit_status = 3
    http_status = 422


class UnreadableInput(InputError):
    """Missing, not permitted, a loop of links, or a path that escapes its folder."""

    code = "C201"


class EmptyInput(InputError):
    """There is no text in it."""

    code = "C202"


class TooLarge(InputError):
    """Larger than the limit, as it is or once unpacked."""

    code = "C203"
    http_status = 413


class UnknownFormat(InputError):
    """Binary, or of a kind communique does not read."""

    code = "C204"
    http_status = 415


class DamagedInput(InputError):
    """Truncated, malformed, or not in the encoding it claims."""

    code = "C205"


class LockedInput(InputError):
    """Encrypted, and no password is known."""

    code = "C206"


class RecordError(CommuniqueError):
    """The record file cannot be used."""

    code = "C300"
    exit_status = 5


class NotARecord(RecordError):
    """The file is something else than a record, or is damaged."""

    code = "C301"


class RecordTooNew(RecordError):
    """The record was written by a later version of communique."""

    code = "C302"


class RecordBusy(RecordError):
    """Another process held the record for longer than the time allowed."""

    code = "C303"
    http_status = 503


class EvidenceError(CommuniqueError):
    """A span is empty, reversed, or does not lie in its body."""

    code = "C400"
    http_status = 422


class InternalError(CommuniqueError):
    """A fault of communique itself; the report it happened on is named."""

    code = "C900"
    exit_status = 70
