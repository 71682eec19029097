"""Verbs of acts in another sense: what is only said, weighed or was never done.

"Offered a view" offers nothing, "insisted that she had paid" demands nothing, "is considering
urging" and "could have demanded" tell of no act.
"""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG

_OBJECT = 9  # items of what is offered


def is_other_sense(clause: Clause, draft: Draft) -> bool:
    """Tell whether the verb of a draft tells of no such act."""
    return (
        _is_only_said(clause, draft)
        or _is_only_asserted(clause, draft)
        or _is_only_suggested(clause, draft)
        or _is_of_the_past(clause, draft)
        or _is_weighed(clause, draft)
        or _is_counterfactual(clause, draft)
        or _is_not_yet(clause, draft)
        or _is_fixed_phrase(clause, draft)
        or _is_of_the_dead(clause, draft)
        or _is_for_anonymity(clause, draft)
        or _is_ban_at_home(clause, draft)
        or _is_wish(clause, draft)
        or _is_one_vote(clause, draft)
        or _is_of_oneself(clause, draft)
    )


def _is_of_oneself(clause: Clause, draft: Draft) -> bool:
    """Tell whether somebody shows himself or what is his: "touts her record", "cast herself as"."""
    if draft.frame.type not in ("welcome", "support"):
        return False
    after = draft.verb + 1
    own = clause.listed(draft.verb, "showing") and clause.word(after) in (
        "his",
        "her",
        "its",
        "their",
    )
    return own or clause.listed(after, "reflexive")


def _is_of_the_dead(clause: Clause, draft: Draft) -> bool:
    """Tell whether it is a dead person who is praised: "praised the late poet Lind"."""
    if draft.frame.type not in ("welcome", "support"):
        return False
    near = range(draft.verb + 1, min(draft.verb + 4, len(clause.items)))
    return any(
        "late" in clause.word(at).split() and clause.has(at - 1, "determiner") for at in near
    ) or any(clause.word(at).startswith("the late ") for at in near)


def _is_for_anonymity(clause: Clause, draft: Draft) -> bool:
    """Tell what a source asks of a reporter: "an envoy who asked not to be named"."""
    if draft.frame.type not in clause.frames.words["asking_types"] or draft.what is None:
        return False
    words = [clause.word(at) for at in range(*draft.what)]
    listed = clause.frames.words
    unnamed = "not" in words[:6] and not listed["naming"].isdisjoint(words[:6])
    return unnamed or not listed["anonymity"].isdisjoint(words[:2])


def _is_wish(clause: Clause, draft: Draft) -> bool:
    """Tell "I want you to meet a friend" and "Let them talk" from what is asked of somebody."""
    whom = draft.towards
    if draft.frame.name == "want" and draft.what is not None and draft.frame.deed:
        named = whom is not None and (whom.actors or _is_asked_by_another(clause, draft))
        return not (named or _is_of_state(clause, draft)) or (
            whom is not None and clause.word(whom.last - 1) in ("you", "us")
        )
    if (actor := draft.actor) is not None and actor.first < min(actor.last, draft.verb):
        lets = "let" in (clause.word(actor.first), clause.word(actor.first - 1))
        if lets and clause.word(actor.last - 1) not in ("me", "us"):
            return True  # "Let the League advise them"
    if not draft.why.startswith("address:") or clause.word(draft.verb) != "let":
        return False
    third = clause.word(draft.verb + 1) not in ("us", "'s", "me", "go") and draft.verb > 0
    asked = any(clause.word(at) == "please" for at in range(max(0, draft.verb - 2), draft.verb))
    return third and not asked and not (whom and whom.actors and whom.raw)


def _is_asked_by_another(clause: Clause, draft: Draft) -> bool:
    """Tell "the ministry wants the court to rule" from "I want the people to know"."""
    actor, whom = draft.actor, draft.towards
    if actor is None or whom is None or clause.word(actor.last - 1) in ("i", "we", "you", "they"):
        return False
    return clause.listed(whom.last - 1, "people") and clause.word(whom.last - 1) != "people"


def _is_of_state(clause: Clause, draft: Draft) -> bool:
    """Tell "Lutha wants the commission to sit in Oyo" from "I want people to know"."""
    own = draft.actor.actors if draft.actor is not None else ()
    kinds = {clause.view.actors[one].kind for one in own if one in clause.view.actors}
    return kinds == {"state"} and clause.items[draft.actor.last - 1].ref is not None  # type: ignore[union-attr]


def _is_one_vote(clause: Clause, draft: Draft) -> bool:
    """Tell what one of many votes for, or "we passed", from what a parliament decides."""
    if draft.frame.type != "decide" or draft.frame.name not in clause.frames.words["of_many"]:
        return False
    actor = draft.actor
    if actor is None or clause.word(actor.last - 1) in ("i", "we", "he", "she", "they", "you"):
        return actor is not None
    plain = draft.group == draft.verb and clause.word(draft.verb) == draft.frame.name
    kinds = {clause.view.actors[one].kind for one in actor.actors if one in clause.view.actors}
    return plain or "person" in kinds or draft.status != "done"


def _is_ban_at_home(clause: Clause, draft: Draft) -> bool:
    """Tell "introduced a ban on dogs in parks" from "imposed a ban on Luthan salt"."""
    if draft.frame.type != "sanction" or draft.what is None:
        return False
    if draft.towards is not None and draft.towards.actors:
        return False
    words = range(*draft.what)
    ban = next((at for at in words if clause.listed(at, "bans")), None)
    if ban is None:
        return False
    return not any(
        clause.listed(at, "ban_of")
        or clause.items[at].ref is not None
        or clause.state_adjective(at) is not None
        for at in words
    )


def _is_only_said(clause: Clause, draft: Draft) -> bool:
    """Tell "offered a blunt view" and "offers no leave" from "offered a loan"."""
    if draft.frame.heads == {"call", "calls"} and draft.what is not None:
        return clause.word(draft.what[0]) == "action"  # "issued a call to action"
    if draft.frame.name != "offer" or draft.frame.type != "offer" or draft.what is None:
        return False
    first, last = draft.what
    if clause.word(first - 1) == "to":
        return False
    words = range(first, min(last, first + _OBJECT))
    scant = clause.listed(first, "scant")
    return scant or any(clause.listed(at, "only_said") for at in words)


def _is_only_asserted(clause: Clause, draft: Draft) -> bool:
    """Tell "insisted that she had paid" from "insisted that the locks be opened"."""
    if draft.frame.name != "insist" or draft.what is None:
        return False
    first, last = draft.what
    return clause.word(first - 1) == "that" and not _tells_due(clause, first, last)


def _tells_due(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a clause says what has to be done: by "must", or a verb in its plain form."""
    for at in range(first, last):
        if clause.listed(at, "must") or clause.listed(at, "should"):
            return True
        if clause.listed(at, "due") and clause.word(at + 1) == "to":
            return True
        if clause.word(at) == "be" and not clause.has(clause.before(at), "modal", "future", "to"):
            return True
    party = clause.party_at(first)
    verb = clause.skip(party.last) if party is not None else last
    forms = {trigger.form for trigger in clause.frames.verbs.get(clause.word(verb), ())}
    plain = "base" in forms or clause.listed(verb, "deeds")
    return verb < last and plain and party is not None and len(party.actors) == 1


def _is_only_suggested(clause: Clause, draft: Draft) -> bool:
    """Tell "suggested the port might close" from "suggested the port be closed"."""
    if draft.what is None or draft.frame.type != "propose":
        return False
    if draft.why.startswith("noun:"):  # "her suggestion that judges are biased"
        told = clause.word(draft.what[0] - 1) == "that"
        told = told and not clause.is_finite(draft.what[0])  # "proposals that would cut tolls"
        return told and not _tells_due(clause, *draft.what)
    if draft.frame.name != "suggested":
        return False
    first = draft.what[0]
    asserted = "that" in (*clause.word(first).split()[:1], clause.word(first - 1))
    for at in range(first + (clause.word(first) == "that"), draft.what[1]):
        if asserted and clause.is_past(at):
            return True  # "suggested that pilots posed a threat"
        if clause.has(at, "relative") or clause.word(at) in STRONG or clause.word(at) == "that":
            return False
        if clause.word(at) == "be" or clause.listed(at, "should"):
            return False
        if clause.has(at, "be", "have", "do", "modal", "future") and at > draft.what[0]:
            return True
    return False


def _is_of_the_past(clause: Clause, draft: Draft) -> bool:
    """Tell "assured Lind that the locks had been shut", which promises nothing."""
    if draft.why != "verb:assures" or draft.what is None:
        return False
    told = range(*draft.what)
    ahead = any(clause.has(at, "future", "modal") for at in told)
    return not ahead and any(clause.listed(at, "of_past") for at in told)


def _is_weighed(clause: Clause, draft: Draft) -> bool:
    """Tell whether somebody only weighs it: "is considering urging them to"."""
    if not clause.word(draft.verb).endswith("ing"):
        return False
    before = clause.before(draft.verb)
    return clause.listed(before, "weighing")


def _is_counterfactual(clause: Clause, draft: Draft) -> bool:
    """Tell what was never done: "could have demanded a recount"."""
    at = clause.before(draft.verb)
    at = clause.before(at) if clause.word(at) == "been" else at
    if clause.word(at) == "have" and clause.has(clause.before(at), "modal", "future"):
        return True
    anybody = draft.actor is not None and clause.word(draft.actor.first) in ("a", "an", "any")
    return anybody and draft.status == "conditional"  # "a worthy ally would demand more"


def _is_not_yet(clause: Clause, draft: Draft) -> bool:
    """Tell "has not endorsed anyone" from "does not endorse the plan" and "never accepted it"."""
    if not draft.frame.denied or draft.frame.name not in clause.frames.words["pending"]:
        return False
    words = range(draft.group, draft.verb)
    ended = any(clause.word(at) == "until" for at in range(draft.verb, draft.end + 1))
    if ended and any(clause.word(at) in ("did", "didn't") for at in words):
        return True  # "did not endorse a candidate until June"
    perfect = any(clause.word(at) in ("has", "have", "had", "hasn't", "haven't") for at in words)
    return perfect and all(clause.word(at) != "never" for at in words)


def _is_charm(clause: Clause, first: int) -> bool:
    """Tell "her appeal to working-class voters" from "her appeal to free the crew"."""
    if clause.word(first - 1) != "to":
        return False
    noun = clause.items[first].ref is not None or clause.items[first].upper
    noun = noun or clause.has(first, "determiner", "possessive")  # "to the base of her party"
    return noun or "-" in clause.word(first) or clause.is_sure_adjective(first)


def _is_of_several(clause: Clause, draft: Draft) -> bool:
    """Tell "Lind said supporters grew and *are* ready to", whose doers are not Lind."""
    actor = draft.actor
    if actor is None or len(actor.actors) != 1 or actor.last >= draft.group:
        return False
    one = clause.view.actors.get(actor.actors[0])
    person = one is not None and one.kind == "person" and clause.items[actor.last - 1].upper
    apart = actor.last < draft.group and clause.word(actor.last) != ","
    plural = clause.word(draft.group) in ("are", "were", "have")
    return person and plural and apart and "and" not in actor.raw.split()


def _is_own_way(clause: Clause, draft: Draft) -> bool:
    """Tell "insisted on paying himself", "welcomed crews into its school", "a second baby"."""
    if draft.what is None:
        return False
    words = range(*draft.what)
    if draft.frame.name == "insist":
        return clause.word(draft.what[0]).endswith("ing") and clause.is_plain(draft.what[0])
    if draft.frame.name == "welcome":
        led = range(draft.what[0] + 1, min(draft.what[0] + 4, draft.what[1]))
        into = next((at for at in led if clause.word(at) == "into"), None)
        people = into is not None and clause.word(into - 1).endswith("s")
        people = people and not clause.listed(into - 1, "put_into") if into else False
        others = clause.word(draft.verb + 1) in ("them", "him", "her")
        hosted = others and clause.word(draft.what[0] - 1) == "to"
        people = people or hosted  # "welcomed them to the palace"
        return people or any(clause.listed(at, "newborn") for at in words)
    before = range(max(0, draft.group - 1), draft.verb)
    wishes = any(clause.listed(at, "wishing") for at in before)
    return draft.frame.name == "involved" and wishes


def _is_fixed_phrase(clause: Clause, draft: Draft) -> bool:
    """Tell "up against the wall", "the accused smuggler", "whose leaders demand"."""
    named = draft.towards is not None and draft.why.startswith("verb:")
    charms = draft.frame.name == "appeal" and not named
    if charms and draft.what is not None and _is_charm(clause, draft.what[0]):
        return True
    if draft.frame.name == "accuse" and draft.what is None:
        return True  # it is not said of what
    actor = draft.actor
    if actor is not None and not actor.actors and clause.word(actor.first - 1) == "whose":
        return True
    if actor is not None and _is_of_several(clause, draft):
        return True
    if _is_own_way(clause, draft):
        return True
    bare = draft.what is not None and draft.what[1] <= draft.what[0] + 1
    if bare and actor is not None and clause.word(actor.first - 1) == "whom":
        return True  # "whom Lind refused to endorse"
    return draft.frame.name == "against" and clause.word(draft.verb - 1) == "up"
