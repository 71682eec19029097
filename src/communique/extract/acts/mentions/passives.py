"""Acts told in the passive: "Lind was invited by Ruiz", "sanctions were lifted"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.clauses.standing import status_of
from communique.extract.acts.frames import Frame
from communique.extract.acts.slots.matters import Slots, modifies
from communique.extract.acts.slots.slots import slots_after
from communique.extract.clauses import verb_start
from communique.extract.modality import Modality

_AGENT = 9  # items of "imposed on Sunday on 19 officers by"
_NONE: frozenset[str] = frozenset()


def passive_act(
    clause: Clause, frame: Frame, start: int, index: int, told: Modality, finite: bool
) -> Draft | None:
    """Read "Lind was invited by Ruiz to …", "sanctions were lifted", "the plan proposed by"."""
    if not frame.passive or frame.object == "none":
        return None
    if frame.particle and (clause.word(index + 1) not in frame.particle or "by" in frame.particle):
        return None  # "was turned *down* by Lind"
    if frame.after and clause.word(index + 1) not in frame.after:
        return None
    agent, after = _agent(clause, index + 1)
    if agent is None and not (finite and frame.agentless):
        return None
    if agent is not None and not finite and not agent.actors:
        return None  # "a commitment made by nearly every town"
    status = status_of(clause, frame, told, agent)
    if status is None:
        return None
    begun = max(start, verb_start(clause.view, clause.items, index))  # "the offer | was accepted"
    whole = replace(frame, heads=_NONE) if frame.after else frame  # "taken off the *blacklist*"
    if frame.after and not _completes(clause, frame, index + 2):
        return None
    befallen = patient(clause, whole, begun if finite else index)
    if befallen is None or (frame.type == "deny" and _is_of_somebody(clause, befallen)):
        return None  # "Lind was denied entry by Lutha"
    slots = slots_after(
        clause,
        replace(frame, object="none", needs=_NONE, heads=_NONE, after=_NONE, particle=_NONE),
        index + 1 if frame.judged else after,
    )
    if slots is None and (frame.opens or frame.judged):
        return None
    if slots is None:
        slots = Slots(None, None, after)
    if frame.object == "towards" and "what" in frame.needs and slots.what is None:
        return None  # "was told by Lind that …"
    party, what = befallen
    first = what[0] if what else start
    if agent is None and not _is_past(clause, start, index) and _is_subordinate(clause, first - 1):
        return None  # "as more captives are released"
    if what is not None and not finite:
        what = _last_phrase(clause, *what)
    if agent is None and party is None and not (frame.persons or _is_past(clause, start, index)):
        return None  # "the embargo is lifted"
    return Draft(
        frame, f"{frame.source}:{frame.name}-by", index, what[0] if what else start, agent,
        party or slots.towards, slots.what or (None if party else what),
        max(slots.end, after, index + 1), status, told,
    )  # fmt: skip


def _completes(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell whether a head follows that the frame asks for: "taken off *the blacklist*"."""
    return not frame.heads or any(clause.word(n) in frame.heads for n in range(at, at + 4))


def _is_of_somebody(clause: Clause, befallen: tuple[Party | None, tuple[int, int] | None]) -> bool:
    """Tell whether somebody is denied something, and no accusation denied."""
    party, what = befallen
    whom = clause.party_at(what[0]) if what is not None else party
    return whom is not None and (what is None or whom.last == what[1])


def _is_subordinate(clause: Clause, at: int) -> bool:
    return clause.word(at) == "as" or clause.has(at, "subordinator", "conditional")


def _last_phrase(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Return the noun phrase that ends a stretch: "weaken | the values" that Lind upheld."""
    opens = [at for at in range(first, last - 1) if clause.has(at, "determiner")]
    return (opens[-1], last) if opens else (first, last)


def _is_past(clause: Clause, start: int, index: int) -> bool:
    return any(clause.word(at) in ("was", "were", "been") for at in range(start, index))


def _agent(clause: Clause, at: int) -> tuple[Party | None, int]:
    """Return the agent behind "by" after a passive verb, and where its words end."""
    for by in range(at, min(at + _AGENT, len(clause.items))):
        if clause.word(by) == "by":
            found = clause.party_at(by + 1)
            return (found, found.last) if found and not modifies(clause, found) else (None, at)
        if clause.word(by) in STRONG or clause.person_at(by) is not None:
            break
    return None, at


def patient(
    clause: Clause, frame: Frame, start: int
) -> tuple[Party | None, tuple[int, int] | None] | None:
    """Return whom or what the passive verb befalls; ``None`` where it fits the frame not."""
    last = start
    while last > 0 and clause.has(last - 1, "adverb", "relative"):
        last -= 1
    last -= clause.word(last - 1) in ("got", "get", "gets")
    last -= clause.has(last, "relative") and clause.word(last - 1) == ","
    if last == 0:
        return None
    if frame.object in ("towards", "either") and not frame.heads:
        party = clause.subject(start)
        if party is not None:
            return party, None
        if frame.object == "towards":
            return None
    first = last
    while first > 0 and last - first < 8 and not _phrase_ends(clause, first - 1):
        first -= 1
    if any(clause.has(at, "not") for at in range(first, last)):
        return None
    words = {word for at in range(first, last) for word in clause.word(at).split()}
    if first == last or (frame.heads and words.isdisjoint(frame.heads)):
        return None
    return _towards_in(clause, frame, first, last), (first, last)


def _towards_in(clause: Clause, frame: Frame, first: int, last: int) -> Party | None:
    for at in range(first, last):
        if clause.word(at) in frame.towards and (found := clause.party_at(at + 1)) is not None:
            return found
    return None


def _phrase_ends(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    told = any(trigger.form in ("past", "third") for trigger in clause.frames.verbs.get(word, ()))
    return (
        word in STRONG
        or word == ","
        or (told and clause.person_at(at - 1) is not None)
        or clause.has(
            at, "subordinator", "relative", "be", "have", "modal", "conjunction", "to", "reporting"
        )
        or clause.person_at(at) == ()
    )
