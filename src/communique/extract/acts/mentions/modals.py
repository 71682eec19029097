"""Acts that auxiliaries tell: "we will open …", "we cannot accept …", "Borduria must …".

What speakers say that they will do they promise, what they will not do they refuse, what they
never did they deny, and of whom they say that he must or should do something, they ask it. Of
others it needs a speaker: in the report's own voice the same words foretell, or teach.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.clauses.standing import opening_condition
from communique.extract.acts.frames import Frame
from communique.extract.acts.mentions.passives import patient
from communique.extract.acts.mentions.subjects import in_reduced_relative
from communique.extract.acts.mentions.undertaken import (
    Group,
    is_menace,
    is_of_moment,
    is_promised,
    is_reported,
    is_weighable,
)
from communique.extract.acts.slots.matters import modifies
from communique.extract.genres import tells_news
from communique.extract.modality import Modality
from communique.model import Statement

_PROMISE = Frame(type="promise", name="will")
_ANNOUNCE = Frame(type="announce", name="will")
_REFUSE = Frame(type="refuse", name="will-not", status="refused")
_OFFER = Frame(type="offer", name="can")
_THREATEN = Frame(type="threaten", name="will")
_WARN = Frame(type="warn", name="will-have-to")
_REJECT = Frame(type="reject", name="unacceptable", status="refused")
_DENY = Frame(type="deny", name="did-not")
_OBJECT = 8  # items after a promised verb in which stands whom it is for
_SUBJECT = 10  # items of what is called unacceptable
_DEMAND = Frame(type="demand", name="must")
_REQUEST = Frame(type="request", name="should")


def modal_act(clause: Clause, index: int) -> Draft | None:
    """Return the act that the auxiliary at ``index`` tells of the verb after it, or ``None``."""
    said = clause.view.statement_at(clause.items[index].start)
    if clause.listed(index, "needed") or clause.listed(index, "inadmissible"):
        judged = _needed if clause.listed(index, "needed") else _unacceptable
        return judged(clause, index, said) if said and said.speaker else None
    group = _group(clause, index)
    if group is None:
        return None
    if clause.word(group.verb) == "be" and said and said.speaker and _asking(clause, group):
        return _passive_ask(clause, group, said)
    group = _pressed(clause, group)
    if clause.has(group.start - 1, "relative"):
        return None
    known = clause.is_idle(group.verb) and not clause.listed(group.verb, "deeds")
    known = known and not is_weighable(clause, group.verb)
    subject = None if known else clause.subject(group.start)
    if subject is None or _is_bound(clause, subject):
        return None
    if any(clause.word(at) in ("hope", "hopes") for at in range(subject.last, group.start)):
        return None  # "I hope you, too, will help"
    if clause.speaks(subject, said):
        if _is_of_another(clause, subject, said):
            return None
        own = said is not None and clause.is_teller(subject.last - 1)
        return _own(clause, group, clause.speaker(said, subject.first) if own else subject)
    return _of_other(clause, group, subject, said) if said and clause.has_teller(said) else None


def _is_of_another(clause: Clause, subject: Party, said: Statement | None) -> bool:
    """Tell whether "he" or "she" in quoted words is, as they never are, taken for who speaks."""
    direct = said is not None and said.form == "direct"
    return direct and clause.word(subject.last - 1) in ("he", "she")


def _group(clause: Clause, index: int) -> Group | None:
    """Return the group of the auxiliary at ``index``; ``None`` where no verb follows it."""
    verb = _verb_after(clause, index)
    if verb is None:
        return None
    start = modality.group_start(clause.lexicon, clause.items, index)
    denied = any(clause.has(at, "not") for at in range(start, verb))
    return Group(start, index, verb, denied)


def _verb_after(clause: Clause, index: int) -> int | None:
    """Return where the verb stands that the auxiliary governs: past "not", adverbs and "to"."""
    bare = clause.has(index, "modal", "future", "not")
    at = index + 1
    while at < len(clause.items) and clause.items[at].ref is None:
        bare = bare or clause.word(at) == "to"
        passed = clause.word(at) == "to" or clause.listed(at, "aspects")
        if not (passed or clause.is_adverb(at) or clause.has(at, "not")):
            break
        at += 1
    at -= clause.word(at - 1) == "everything"  # "will | do everything we can to"
    at -= clause.word(at - 1) == "do" and (  # "has to | do it in another way"
        clause.word(at) in ("everything", "more")
        or clause.has(at, "determiner", "possessive", "pronoun")
    )
    coming = clause.listed(index, "intending") and clause.word(at) == "be"
    if coming and clause.word(at + 1).endswith("ing"):
        at += 1  # "we will be coordinating"
    if not bare or at >= len(clause.items) or clause.items[at].ref or clause.items[at].upper:
        return None
    return at if clause.word(at).isalpha() else None


def _is_bound(clause: Clause, subject: Party) -> bool:
    """Tell whether a clause is asked, relative or an if-clause: "will they …", "if we …"."""
    before = subject.first - 1
    fear = before - (clause.word(before) == "that")
    if _is_supposed(clause, before) or clause.listed(fear, "fearing"):
        return True  # "I am worried that we will slip back"
    that = before - (clause.word(before) == "that")
    told = clause.opens_told(subject.first) or (that < before and clause.opens_told(before))
    if told and not clause.has(before, "conditional"):
        return False  # "told Lind by phone that Lutha would …"
    if in_reduced_relative(clause, subject) or (that < before and _is_noun(clause, that)):
        return True
    if clause.listed(that, "doubting") and any(
        clause.has(at, "not") for at in range(max(0, that - 3), that)
    ):
        return True  # "I don't think we will …"
    return clause.has(
        before, "modal", "future", "do", "be", "have", "relative", "conditional"
    ) or clause.listed(before, "asking")


def _is_supposed(clause: Clause, at: int) -> bool:
    """Tell whether an if-clause still runs at ``at``: "if I have to do it or Lind has to"."""
    for near in range(at, -1, -1):
        if clause.word(near) in STRONG or clause.word(near) in (",", "then"):
            return False
        if clause.has(near, "conditional") and clause.word(near) != "whether":
            return True
    return False


def _is_noun(clause: Clause, at: int) -> bool:
    """Tell "the agenda that we will …" from "stressing that we will …"."""
    return clause.is_plain(at) and not clause.word(at).endswith(("ing", "ed"))


def _pressed(clause: Clause, group: Group) -> Group:
    """Pass over "be forced to" and "have to" between the auxiliary and the verb."""
    at = clause.skip(group.verb + (clause.word(group.verb) == "be"))
    if not clause.listed(at, "pressed") or clause.word(at + 1) != "to":
        return group
    return replace(group, verb=clause.skip(at + 2), pressed=True)


def _own(clause: Clause, group: Group, subject: Party) -> Draft | None:
    """Return what speakers say of themselves: a promise, a refusal, a denial."""
    if group.verb >= len(clause.items) or not clause.word(group.verb).isalpha():
        return None
    told = modality.of_verb(clause.view, clause.items, group.verb, "base")
    if told.condition is None and (opening := opening_condition(clause, subject)) is not None:
        told = replace(told, condition=opening, status="hypothetical")
    frame = _own_frame(clause, group, told)
    if frame is None or (
        clause.word(group.auxiliary) == "shall" and not _is_first(clause, subject)
    ):
        return None  # "the Secretary shall submit": a rule
    first = group.verb
    if frame is _DENY or (group.denied and frame is _PROMISE):  # "not to rest" is promised
        first = next(at for at in range(group.start, group.verb) if clause.has(at, "not"))
    towards = _served(clause, group) if frame in (_PROMISE, _OFFER, _REFUSE) else None
    drafted = _draft(clause, frame, group, first, subject, towards, told)
    if frame is _PROMISE and _breaks_off(clause, drafted):
        return None
    if frame is _PROMISE and _is_plan(clause, subject):
        drafted = replace(drafted, frame=_ANNOUNCE)
    telling = frame is _PROMISE and (
        clause.is_telling(group.verb, drafted.end) or is_of_moment(clause, group, drafted.end)
    )
    return drafted if clause.is_whole(group.verb, drafted.end) and not telling else None


def _is_plan(clause: Clause, subject: Party) -> bool:
    """Tell whether a story tells what a body says "it" will do, which only announces a plan."""
    actor = clause.view.actors.get(subject.actor or "")
    body = (
        actor is not None
        and actor.kind in ("organisation", "group")
        and clause.word(subject.last - 1) == "it"
    )
    return body and tells_news(clause.view)


def _breaks_off(clause: Clause, draft: Draft) -> bool:
    """Tell whether only a verb is left before a comma: "I'm going to cut, by half, the debt"."""
    alone = draft.end == draft.verb + 1 and clause.word(draft.end) == ","
    return alone and clause.word(draft.end + 1) not in STRONG


def _served(clause: Clause, group: Group) -> Party | None:
    """Return for or with whom it is promised: "we will give *Lind* boats", "work with *Lind*"."""
    for at in range(group.verb + 1, min(clause.end(group.verb + 1), group.verb + _OBJECT)):
        served = clause.word(at) in ("with", "to", "for", "against")
        opens = next(iter(clause.word(at).split()), "")
        own = clause.lexicon.has(opens, "possessive")  # "withdraw its ambassador"
        if not served and (at > group.verb + 1 or own or not clause.listed(group.verb, "serving")):
            continue
        found = clause.party_at(at + 1 if served else at)
        if found is None or not found.actors or modifies(clause, found):
            continue
        body = clause.view.actors[found.actors[0]].kind not in ("person", "state", "group", "bloc")
        guarded = clause.listed(group.verb, "guarding")  # "protect the Harbour Fund"
        if not (body and (guarded or clause.word(at) == "for")):  # "fight for the Harbour Fund"
            return found
    return None


def _is_first(clause: Clause, subject: Party) -> bool:
    return clause.word(subject.last - 1) in ("i", "we")


def _own_frame(clause: Clause, group: Group, told: Modality) -> Frame | None:
    at, verb = group.auxiliary, group.verb
    idiom = {clause.word(verb + 1), clause.word(verb + 2)}
    if clause.word(verb) == "let" and idiom & {"up", "go"}:
        return None
    if clause.word(verb) == "let" and "down" in map(clause.word, range(verb, verb + 7)):
        return None
    if clause.word(verb) == "leave" and "behind" in map(clause.word, range(verb, verb + 4)):
        return None
    if group.pressed:
        return _WARN if clause.listed(verb, "menacing") and not group.denied else None
    if clause.has(at, "future") or clause.listed(at, "intending") or is_reported(clause, at):
        yields = clause.word(verb + 1) in ("up", "in", "down", "way")
        if yields and group.denied and clause.word(verb) in ("give", "back"):
            return _PROMISE
        if group.denied and not clause.listed(verb, "steadfast"):
            return _REFUSE if clause.listed(verb, "refusable") else None
        if is_menace(clause, group):
            return _THREATEN
        return _PROMISE if is_promised(clause, group) else None
    if clause.listed(at, "able") and not group.denied and told.condition is not None:
        boasts = clause.listed(at - 1, "others")  # "then he can build one"
        kind = not (clause.listed(verb, "defending") or boasts) and is_promised(clause, group)
        return _OFFER if kind else None
    if clause.listed(at, "unable"):
        return _REFUSE if group.denied and clause.listed(verb, "unbearable") else None
    tensed = clause.has(group.start, "modal", "future", "be")
    accord = clause.word(verb) in ("agree", "agreed") and clause.word(verb + 1) in ("on", "with")
    deniable = (clause.listed(verb, "deniable") and not accord) or (
        clause.word(at) == "never" and clause.listed(verb, "never_said")
    )
    if clause.has(at, "not") and not tensed and deniable:
        return _DENY
    return None


def _of_other(clause: Clause, group: Group, subject: Party, said: Statement) -> Draft | None:
    """Return what a speaker asks of another: "Borduria must …", "you should …"."""
    frame = _asking(clause, group)
    if frame is None or not subject.actors or clause.word(subject.last - 1) == "you":
        return None
    if clause.listed(group.verb + 1, "reflexive"):  # "they need to defend themselves"
        return None
    speaker, told = _speaker(clause, said, subject.first)
    if told.condition is None and (opening := opening_condition(clause, subject)) is not None:
        told = replace(told, condition=opening)
    first = group.verb
    if group.denied:  # "Lutha should *not reward* thieves"
        first = next(
            (at for at in range(group.start, group.verb) if clause.word(at) in ("not", "never")),
            first,
        )
    return _draft(clause, frame, group, first, speaker, subject, told)


def _asking(clause: Clause, group: Group) -> Frame | None:
    at = group.auxiliary
    if any(clause.word(near) == "yet" for near in range(at, group.verb)):
        return None  # "has yet to answer"
    if clause.listed(at, "due"):  # "does not have to" asks nothing
        free = group.denied or clause.has(at - 1, "modal", "future", "to")
        return None if free or clause.listed(group.verb, "leaving") else _DEMAND
    if clause.listed(at, "must"):
        return _DEMAND
    return _REQUEST if clause.listed(at, "should") else None


def _needed(clause: Clause, index: int, said: Statement) -> Draft | None:
    """Read "it is important for Borduria to …", "it is time that Lind …"."""
    start = modality.group_start(clause.lexicon, clause.items, index)
    it = clause.word(start - 1) == "it" and clause.word(start) in ("is", "'s", "remains")
    before = start - 2
    held = clause.begins(start - 1) or clause.has(before, "conjunction", "reporting", "adverb")
    it = it and (held or clause.word(before) in ("that", ",", "because", "so"))
    asked = clause.party_at(index + 2) if it and clause.word(index + 1) in ("for", "that") else None
    if asked is None or not asked.actors or clause.speaks(asked, said):
        return None
    verb = clause.skip(asked.last)
    if clause.word(index + 1) == "that" and clause.word(verb) in ("is", "are", "was", "were"):
        return None  # "it is important that the towns are informed" asks it of nobody
    while clause.word(verb) == "to" or clause.has(verb, "modal"):
        verb = clause.skip(verb + 1)
    if verb >= len(clause.items) or clause.is_idle(verb) or not clause.word(verb).isalpha():
        return None
    speaker, told = _speaker(clause, said, start - 1)
    group = Group(start - 1, index, verb, denied=False)
    return _draft(clause, _REQUEST, group, verb, speaker, asked, told)


def _unacceptable(clause: Clause, index: int, said: Statement) -> Draft | None:
    """Read "to divide the lake is unacceptable", which rejects what stands before."""
    start = modality.group_start(clause.lexicon, clause.items, index)
    denied = any(clause.has(at, "not") for at in range(start, index))
    if denied or not clause.has(start, "be"):
        return None
    first = start
    while first > 0 and start - first < _SUBJECT and not clause.parts(first - 1):
        first -= 1
    if clause.word(first - 1) in ("and", "because") or first == start:
        return None
    if clause.word(first) in ("what", "which", "it", "this", "that", "these"):
        return None
    speaker, told = _speaker(clause, said, first)
    return Draft(
        _REJECT, "modal:unacceptable", index, first, speaker, None, (first, start), index + 1,
        "refused", told,
    )  # fmt: skip


def _passive_ask(clause: Clause, group: Group, said: Statement) -> Draft | None:
    """Read "the prisoners must be released", which asks it of nobody in particular."""
    frame, verb = _asking(clause, group), clause.skip(group.verb + 1)
    for trigger in clause.frames.verbs.get(clause.word(verb), ()) if frame else ():
        for deed in trigger.frames:
            if trigger.form != "past" or not deed.agentless:
                continue
            found = patient(clause, deed, group.start)
            if frame is not None and found is not None and (found[0] or found[1]):
                party, words = found
                first = words[0] if words else party.first if party else verb
                speaker, told = _speaker(clause, said, first)
                return Draft(
                    frame, f"modal:{frame.name}", verb, first, speaker, None, (first, verb + 1),
                    verb + 1, "stated", told,
                )  # fmt: skip
    return None


def _speaker(clause: Clause, said: Statement, at: int) -> tuple[Party, Modality]:
    told = Modality(statement=said.id, reported_by=said.speaker)
    return clause.speaker(said, at), told


def _draft(
    clause: Clause, frame: Frame, group: Group, first: int, actor: Party,
    towards: Party | None, told: Modality,
) -> Draft:  # fmt: skip
    end = max(clause.end(group.verb + 1), group.verb + 1)
    if group.denied and clause.word(end) == "until":  # "will not stop digging until …"
        end = max(clause.end(end + 1), end)
    return Draft(
        frame, f"modal:{frame.name}", group.verb, min(group.start, actor.first), actor, towards,
        (first, end), end, frame.status, told,
    )  # fmt: skip
