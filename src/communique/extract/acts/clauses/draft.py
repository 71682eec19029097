"""An act as it is found in a sentence, before it has an id and codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.meant import Whose, only_other, told_out
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.modality import Modality
from communique.model import Act, ActStatus, Span, Spans, When, merged

_LINK = re.compile(r"\[([^\[\]]*)\]\(\S*\)")
_LENGTH = 240  # characters of what an act is about
_NEAR = 3  # items from the verb of a deed to what it is done to
#: Types that do not say what was done: whoever decides may end, suspend or repeal.
_OPEN_TYPES = frozenset({"decide", "concede", "agree", "refuse", "reject"})
_DONE_TYPES = frozenset({"decide", "concede", "agree"})
_BLAMING = frozenset({"accuse", "criticise"})
_ON_OTHERS = frozenset({
    "support", "welcome", "thank", "congratulate", "reject", "request", "demand", "warn", "order",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """An act in one sentence; the positions are items of the sentence.

    ``verb`` is the trigger, ``group`` where its verb group begins, ``what`` the items of what
    it is about, ``end`` where the words of the act end.
    """

    frame: Frame
    why: str
    verb: int
    group: int
    actor: Party | None
    towards: Party | None
    what: tuple[int, int] | None
    end: int
    status: ActStatus
    modality: Modality


def act_of(
    clause: Clause, draft: Draft, condition: Spans | None, addressee: str | None = None
) -> Act:
    """Return the act of a draft, its id still empty; ``addressee`` where it names none itself."""
    actor, towards = draft.actor, draft.towards
    own = actor.actors if actor else ()
    others = _others(own, towards)
    if not others and addressee is not None and addressee not in own:
        others = (addressee,)
    if not others and draft.frame.type in (_BLAMING | {"welcome"}):  # "praised her for"
        others = tuple(only_other(clause, draft.verb + 1, set(own), _whose(clause, draft)))
    if _is_people(clause, draft):
        others = ()
    return Act(
        id="d",
        why=draft.why,
        type=draft.frame.type,
        actor=actor.actor if actor else None,
        actor_raw=(actor.raw or None) if actor else None,
        joint=actor.actors[1:] if actor else (),
        towards=next(iter(others), None),
        also_towards=others[1:],
        what=_what(clause, draft),
        status="conditional" if condition and draft.status == "stated" else draft.status,
        condition=condition,
        reported_by=draft.modality.reported_by,
        when=_when(clause, draft),
        plover=draft.frame.plover,
        evidence=_evidence(clause, draft),
    )


def _others(own: tuple[str, ...], towards: Party | None) -> tuple[str, ...]:
    """Return those addressed who do not act themselves."""
    return tuple(one for one in (towards.actors if towards else ()) if one not in own)


def _is_people(clause: Clause, draft: Draft) -> bool:
    """Tell whether a state's people are spoken to and not the state: "I urge all Luthans to"."""
    towards = draft.towards
    if (
        towards is None
        or draft.frame.kin
        or len(towards.actors) != 1
        or not 0 < towards.last <= len(clause.items)
    ):
        return False
    actor = clause.view.actors.get(towards.actors[0])
    word = clause.word(towards.last - 1)
    plural = word.endswith("s") and word.isalpha()
    if actor is None or actor.kind != "state":
        return False
    folk = any(clause.listed(at, "folk") for at in range(towards.first, towards.last))
    if folk and draft.frame.type in clause.frames.words["asked_of_folk"]:
        return True  # "call upon the people of Lutha to", "encourage the Luthan people to"
    if not plural or clause.word(towards.first) == "the":
        return False
    return word not in actor.name.lower().split() and clause.word(towards.first - 1) != "the"


def _what(clause: Clause, draft: Draft) -> str:
    """Return what the act is about; failing that, the words of the act from its verb on."""
    first, last = draft.what or (draft.verb, max(draft.end, draft.verb + 1))
    if _is_open_deed(clause, draft, first):
        first = draft.verb  # "suspended her campaign"
    if last > first + 1 and (clause.has(last - 1, "conjunction") or clause.word(last) == ":"):
        last -= clause.has(last - 1, "conjunction", "preposition")  # "the return of the crew and —"
    if len(_plain(clause.raw(first, last))) > _LENGTH:
        before = range(last - 1, first, -1)
        fits = next(at for at in before if len(clause.raw(first, at)) <= _LENGTH)
        last = clause.phrase_end(first + 1, fits)
    known = set(draft.actor.actors if draft.actor is not None else ())
    if draft.towards is not None and draft.frame.type in clause.frames.words["courtesies"]:
        known.update(draft.towards.actors)  # "thanked Lind for her help"
    return _plain(told_out(clause, first, last, known, _whose(clause, draft)))


def _whose(clause: Clause, draft: Draft) -> Whose:
    """Return whose "his" is in what an act is about, as far as its verb and doer tell."""
    if draft.frame.type in _BLAMING:
        return "another's"
    if draft.frame.type in _ON_OTHERS or draft.actor is None:
        return "open"
    kinds = {clause.view.actors[one].kind for one in draft.actor.actors}
    one = kinds == {"person"} or not (kinds or draft.actor.raw.endswith("s"))
    return "doer's" if one else "open"


def _is_open_deed(clause: Clause, draft: Draft, first: int) -> bool:
    """Tell whether only the verb says which deed an act is: "ended the talks", "stepped down"."""
    frame = draft.frame
    done = frame.material or (frame.status == "done" and frame.type in _DONE_TYPES)
    own = frame.name == frame.type or frame.type not in _OPEN_TYPES or "-by" in draft.why
    between = range(draft.verb + 1, first)
    if own or not done or not draft.verb < first <= draft.verb + _NEAR:
        return False
    return not any(clause.word(at) in ("to", "that") for at in between)


def _plain(words: str) -> str:
    """Return words without the marks of bold letters and the addresses of links."""
    return (
        _LINK.sub(r"\1", words).replace("**", "").strip("[] ")
        if "](" in words or "**" in words
        else words
    )


def _evidence(clause: Clause, draft: Draft) -> Spans:
    """Return the words of the act: subject to end, or apart where the subject stands far off."""
    items, actor = clause.items, draft.actor
    first = min(draft.group, draft.verb)
    last = max(draft.end, draft.verb + 1)
    if actor is not None and actor.last <= first:
        if first - actor.last <= 6:
            first = actor.first
        else:
            own = Span(items[actor.first].start, items[actor.last - 1].end)
            return merged([own, Span(items[first].start, items[last - 1].end)])
    elif actor is not None:
        first, last = min(first, actor.first), max(last, actor.last)
    return (Span(items[first].start, items[last - 1].end),)


def _when(clause: Clause, draft: Draft) -> When | None:
    """Return when it was done: the date nearest to the verb outside what the act is about."""
    dates = clause.view.reading.dates
    inside = range(*draft.what) if draft.what else range(0)
    before = draft.actor.first if draft.actor else draft.group
    near = [
        at
        for at in range(max(0, min(before, draft.verb) - 8), min(len(clause.items), draft.end + 4))
        if clause.dated(at)
        and at not in inside
        and not _parted(clause, draft, at)
        and not _is_of_matter(clause, draft, at)
    ]
    nearest = min(near, key=lambda at: (abs(at - draft.verb), at), default=None)
    return None if nearest is None else dates[clause.items[nearest].date]


def _is_of_matter(clause: Clause, draft: Draft, at: int) -> bool:
    """Tell whether a date is of what is told of: "welcomed the swap completed on 27 May".

    So is that of a crash "that killed nine on 2 May", unless the act is itself a deed.
    """
    matter = range(*draft.what) if draft.what else range(0)
    told = at - 1
    while told > 0 and (clause.dated(told) or clause.has(told, "preposition")):
        told -= 1
    if clause.word(told).endswith("ed") and clause.is_plain(told - 1) and told != draft.verb:
        return True
    relative = any(clause.has(i, "relative") or clause.word(i) == "that" for i in matter[1:])
    return relative and at >= draft.end and not draft.frame.material


def _parted(clause: Clause, draft: Draft, at: int) -> bool:
    """Tell whether another clause begins between the act and a date at ``at``."""
    if at < draft.verb:
        first = draft.actor.first if draft.actor and draft.actor.first < draft.verb else draft.group
        between = range(at + 1, first)
    else:
        between = range(draft.end, at)
    return any(
        clause.word(i) in ";:.—" or clause.listed(i, "stop") or clause.word(i) in ("and", "that")
        for i in between
    )
