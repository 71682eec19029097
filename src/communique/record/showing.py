"""What an id names, put together for a page about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from communique.model import Account, Actor, Claim, Span, Spans, spans_lists
from communique.model.citation import LISTS, citations, claims_of, report_id
from communique.model.correcting import ACTORS, MANY_ACTORS, corrected
from communique.model.judgement import Judgement, is_rejected
from communique.model.passages import passages
from communique.model.rows import (
    ActorRef,
    AnyClaim,
    Shown,
    ShownActor,
    ShownClaim,
    ShownReport,
)
from communique.record.store import Found, Store

#: The most reports that a page about an actor names.
REPORTS = 100
#: The most of them that it quotes.
QUOTED = 12


def show(store: Store, id: str) -> Shown:
    """Return what an id, or a prefix of just one, names.

    Raises:
        NotInRecord: nothing has such an id.
        UsageError: it is no id.
        Conflict: it is a prefix of several.
    """
    found = store.find(id)
    if found.kind == "report":
        return shown_report(store, found.id)
    if found.kind == "actor":
        return _actor(store, found.id)
    return _claim(store, found)


def shown_report(store: Store, id: str) -> ShownReport:
    """Return a report with all that it says.

    Raises:
        NotInRecord: there is no such report.
    """
    account = store.account(id)
    ids = citations(account)
    account = _as_decided(store, account, ids)
    people = {f"actor:{local}": actor for local, actor in store.actor_ids(id).items()}
    return ShownReport(
        row=store.report(id), account=account, readings=store.readings(id), ids=ids | people
    )


def _as_decided(store: Store, account: Account, ids: dict[str, str]) -> Account:
    """Return an account without the claims that persons rejected, the others as corrected.

    An actor that the report does not name cannot stand in it: such a slot is left as read.
    """
    decisions: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in store.judgements(ids.values()):
        if judgement.person and len(judgement.items) == 1:
            decisions[judgement.items[0]].append(judgement)
    if not decisions:
        return account
    own = {
        id: local for local, id in store.actor_ids(report_id(account.report.publication)).items()
    }
    lists: dict[str, list[AnyClaim]] = {name: [] for name in LISTS.values()}
    for kind, claim in claims_of(account):
        some = decisions.get(ids[f"{kind}:{claim.id}"], [])
        if not is_rejected(some):
            lists[LISTS[kind]].append(corrected(claim, _localised(some, own)))
    return replace(account, **{name: tuple(some) for name, some in lists.items()})


def _localised(judgements: list[Judgement], own: dict[str, str]) -> Iterator[Judgement]:
    """Yield corrections with the actors that they name by their ids in the report."""
    for judgement in judgements:
        if judgement.slot not in ACTORS | MANY_ACTORS:
            yield judgement
            continue
        wanted = [part.strip() for part in (judgement.value or "").split(";") if part.strip()]
        if all(part in own for part in wanted):
            yield replace(judgement, value="; ".join(own[part] for part in wanted))


def _actor(store: Store, id: str) -> ShownActor:
    """Return an actor, with a mention in each of some of the reports that name it."""
    appearances = store.appearances(id, REPORTS)
    refs = store.refs(each.report for each in appearances)
    some = appearances[:QUOTED]
    sources = store.sources(each.report for each in some)
    quoted = [
        passage
        for each in some
        for report, sentences in [sources[each.report]]
        for passage in passages(
            report.text, sentences, each.report, full_mention(each.actor, report.text)
        )
    ]
    return ShownActor(
        row=store.actor(id),
        reports=tuple(refs[each.report] for each in appearances),
        passages=tuple(quoted),
    )


def full_mention(actor: Actor, text: str) -> Spans:
    """Return the first mention that has the actor's full name, else the first there is."""
    named = (mention for mention in actor.mentions if mention.of(text) == actor.name)
    first = next(named, None)
    return (first,) if first else actor.mentions[:1]


def _claim(store: Store, found: Found) -> ShownClaim:
    """Return a claim, each of its slots in context."""
    assert found.report is not None
    account = store.account(found.report)
    report, sentences = store.source(found.report)
    ids = store.actor_ids(found.report)
    kind, claim = next(
        (kind, claim)
        for kind, claim in claims_of(account)
        if kind == found.kind and claim.id == found.local
    )
    quoted = [
        passage
        for slot, spans in _slots(claim)
        for passage in passages(report.text, sentences, slot, spans)
    ]
    return ShownClaim(
        id=found.id,
        kind=kind,
        claim=claim,
        report=store.report(found.report),
        actors={
            actor.id: ActorRef(id=ids[actor.id], name=actor.name, kind=actor.kind)
            for actor in account.actors
        },
        passages=tuple(quoted),
        origin=account.origin,
    )


def _slots(claim: Claim) -> list[tuple[str, Spans]]:
    """Return the slots of a claim that have evidence, with all spans in them, in order."""
    slots: list[tuple[str, Spans]] = []
    for name in claim.__struct_fields__:
        spans: set[Span] = set()
        for some in spans_lists(getattr(claim, name)):
            spans.update(some)
        if spans:
            slots.append((name, tuple(sorted(spans))))
    return slots


def claim_of(store: Store, found: Found) -> AnyClaim | None:
    """Return the claim that was found, as it was read; ``None`` for what is no claim."""
    if found.report is None or found.kind in ("report", "actor"):
        return None
    claims = claims_of(store.account(found.report))
    return next(c for kind, c in claims if kind == found.kind and c.id == found.local)
