"""An account with all the ids that a record gives it, and what it adds to the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

import msgspec

from communique.model import Account, Actor
from communique.model.citation import citations, claims_of
from communique.record.names import APART, actor_ids, holdings_of, month_of
from communique.record.roles import actors_in


class Entry(msgspec.Struct, frozen=True):
    """An account with the ids of all in it, worked out once.

    ``cited`` are those of :func:`~communique.model.citation.citations`, ``who`` those of its
    actors over all reports, by local id.
    """

    account: Account
    cited: dict[str, str]
    who: dict[str, str]

    @classmethod
    def of(cls, account: Account, apart: Collection[str] = ()) -> Entry:
        """Return the entry of an account, in which ``apart`` are other actors than elsewhere."""
        return cls(account, citations(account), actor_ids(account, apart))


def tally(entry: Entry) -> Counter[tuple[str, str, str]]:
    """Count what an account adds to what is known of its actors.

    Keys are actor id, slot and label. Slots are ``name`` (the fullest form printed), ``alias``,
    ``office``, ``holding`` (title, what it is of, month of the report), and the kinds of
    claims (label empty) that the actor has a part in.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    who = entry.who
    names = {actor.id: actor.name for actor in entry.account.actors}
    month = month_of(entry.account.report)
    for actor in entry.account.actors:
        for slot, label in _labels(actor):
            counts[who[actor.id], slot, label] += 1
        for title, of in holdings_of(actor, names):
            counts[who[actor.id], "holding", APART.join((title, of, month))] += 1
    for kind, claim in claims_of(entry.account):
        for id in {who[local] for local in actors_in(claim) if local in who}:
            counts[id, kind, ""] += 1
    return counts


def _labels(actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield the names and offices that a report gives an actor."""
    yield "name", actor.name
    for alias in dict.fromkeys(actor.aliases):
        yield "alias", alias
    for title in dict.fromkeys(office.title for office in actor.offices):
        yield "office", title
