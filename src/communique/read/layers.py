"""What the parts of ``read/`` hand each other while a report is being read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from communique.model import Actor, Span


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text between quotation marks.

    ``content`` lies between the marks. ``open`` and ``close`` are the marks themselves;
    one of them may be missing. ``parent`` is the index of the stretch it lies in.
    ``use`` says what the marks are for, as far as the marks and their surroundings tell.
    ``alone`` is true where it stands as a clause of its own, and false where it is a piece
    of the sentence around it.
    """

    content: Span
    open: Span | None = None
    close: Span | None = None
    parent: int | None = None
    use: Literal["speech", "scare", "title"] = "speech"
    alone: bool = True


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that refer to an actor.

    ``span`` is the mention as the contract counts it (a name without its title, an epithet
    with its determiner, a pronoun); ``phrase`` is the whole noun phrase around it, titles
    and appositions included ("Norvian President Ana Ruiz").
    """

    span: Span
    phrase: Span
    form: Literal["name", "epithet", "pronoun"]
    actor: str


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """Words that refer to somebody whom only their surroundings tell.

    A pronoun (``word`` in lower case), or an epithet that rests on one ("our president":
    ``word`` is "our", ``office`` the class of the office, "state" for "our country").
    """

    span: Span
    form: Literal["pronoun", "epithet"]
    word: str
    office: str | None = None


class Cast:
    """The actors of a report and all their mentions, in the order of the text.

    Args:
        actors: The actors; their ids are what the mentions refer to.
        mentions: Mentions of these actors, in any order.
        pending: What has not been tied to an actor yet, in the order of the text.
        genders: By actor id, where names or titles tell.
        states: By actor id: the ISO code of the state it is, or is in office for.
        home: The ISO code of the state on whose side the report stands, if one shows.
        author: The actor whose words the report is, if its headline tells.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        mentions: Iterable[Mention],
        pending: Iterable[Pending] = (),
        genders: Mapping[str, Literal["m", "f"]] | None = None,
        states: Mapping[str, str] | None = None,
        home: str | None = None,
        author: str | None = None,
    ) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.pending = tuple(pending)
        self.genders = dict(genders or {})
        self.states = dict(states or {})
        self.home = home
        self.author = author
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
        self._starts = [mention.span.start for mention in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie wholly in ``[start, end)``, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= end)
