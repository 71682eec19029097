"""A question to the record, and what the reports say to it."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.model.claims import ActType, ContactKind
from communique.model.reading import Account
from communique.model.rows import ActorRef, Passage, ReportRef
from communique.model.span import Spans

#: What a question is after. ``who-initiated`` to ``who-with`` are slots of a contact;
#: ``done`` is what somebody promised, demanded, offered …; ``differ`` sets accounts side by side.
QuestionKind = Literal[
    "who-initiated",
    "when",
    "where",
    "how-long",
    "about-what",
    "who-with",
    "who-said",
    "what-said",
    "how-many",
    "done",
    "whether",
    "stand",
    "changed",
    "foreseen",
    "differ",
    "who-is",
    "spelled",
    "who",
    "why",
    "what",
]
Agreement = Literal["one", "agree", "differ"]


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """A report with all it says and its sentences, as a question is put to it.

    ``who`` and ``cited`` are the citable ids of its actors, by local id, and of its claims, by
    ``kind:local id``. ``concordance`` gives the numbers of the sentences with each stem, parted
    by spaces, where that has been found out before.
    """

    ref: ReportRef
    account: Account
    sentences: Spans
    who: dict[str, ActorRef] = {}
    cited: dict[str, str] = {}
    concordance: dict[str, str] | None = None


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """How a question was understood.

    ``actors`` are those of the record that it names; ``names`` what else is written like a
    name; ``words`` what remains to be matched, in their plain forms. ``since`` and ``until``
    are ISO dates, where it names a time; one that is ``relative`` ("last week") is taken as it is
    seen from the day of the newest report at hand.
    """

    kind: QuestionKind
    actors: tuple[ActorRef, ...] = ()
    names: tuple[str, ...] = ()
    contact: tuple[ContactKind, ...] = ()
    acts: tuple[ActType, ...] = ()
    words: tuple[str, ...] = ()
    relative: str | None = None
    since: str | None = None
    until: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report that answer a question, or come near it.

    ``spans`` are offsets into the report's text, ``passage`` quotes them in their sentences.
    ``by`` is who says so in the report; ``None`` is the report's own voice. ``id`` is the
    claim that bears it, if one does. ``score``, from 0 to 1, is how much of the question the
    words cover.
    """

    report: ReportRef
    spans: Spans
    passage: Passage
    by: ActorRef | None = None
    id: str | None = None
    score: float = 0.0


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One answer with every source that gives it.

    ``value`` is read off a slot (a name, a date, an amount) or, where there is none, the
    words themselves. ``slot`` says what it is: ``initiator``, ``date``, ``words`` …
    """

    slot: str
    value: str
    sources: tuple[Source, ...]


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports say to a question; nothing is averaged and nothing called true.

    ``findings`` are the answers, best first. ``agreement`` tells whether they are ``one``
    source's, all sources ``agree``, or they ``differ``; ``None`` where several reports answer in
    words of their own, or of several contacts, which need not be at odds. Where ``declined``,
    the reports do not say; ``why`` tells what was not found, and ``nearest`` holds what comes
    nearest to it.
    """

    question: str
    understood: Understood
    findings: tuple[Finding, ...] = ()
    agreement: Agreement | None = None
    nearest: tuple[Source, ...] = ()
    declined: bool = False
    why: str = ""
