"""What an act is about where it cannot be read alone: "oppose them", "reauthorise this Act".

Whoever reads an act beside its words alone has to know what was asked, promised or refused. A
pronoun, "this Act" or "their right" leaves that to sentences before.
"""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.untold.genre import is_story

_TOLD = 12  # items of a matter in which a pronoun is the object of its verb
_SHORT = 7  # items of one in which "them" is
_LEAD = 5  # items from the matter's beginning to "this"
_NAMED = 4  # items of "this landmark Act"
_HOLLOW = 4  # items of "a historic commitment"
_ABOUT = 9  # items of "their personal commitment to those efforts throughout"
_OWNED = 6  # items of "their right to work"


def points_only(clause: Clause, draft: Draft) -> bool:
    """Tell whether what an act is about is told elsewhere, or is a word that tells nothing."""
    if draft.what is None:
        noun = bool(draft.frame.heads) and clause.listed(draft.verb + 1, "demonstratives")
        return noun or _is_of_pronoun(clause, draft)  # "make this promise to them"
    first, last = draft.what
    if draft.frame.type in (*clause.frames.words["asking_types"], "invite") and _is_of_pronoun(
        clause, draft
    ):
        return True  # "we ask them to keep the roads clear"
    if draft.frame.type in clause.frames.words["courtesies"]:
        if clause.listed(last - 1, "unnamed"):
            return True  # "grateful for all that was done by them"
        vague = last <= first + 2 and clause.listed(last - 1, "vague_thanks")
        return vague or (last == first + 1 and clause.listed(first, "bare_objects"))
    return (
        _has_pronoun(clause, draft, first, last)
        or _opens_with_this(clause, draft, first, last)
        or _is_their(clause, draft, first, last)
        or _is_hollow(clause, draft, first, last)
        or _does_nothing(clause, first, last)
        or _ends_with_this(clause, first, last)
        or _ends_with_aim(clause, draft, first, last)
        or _is_talk(clause, draft, first, last)
        or _is_bare_noun(clause, draft, first, last)
        or _is_of_such(clause, first, last)
        or _ends_vaguely(clause, draft, first, last)
    )


def _is_of_pronoun(clause: Clause, draft: Draft) -> bool:
    """Tell "we stand with them" from "we stand with Lutha"."""
    towards = draft.towards
    if towards is None or towards.actors or draft.frame.type in clause.frames.words["courtesies"]:
        return False
    whom = towards.raw.lower()
    you = draft.what is None and whom in ("you", "you all")
    return you or whom in clause.frames.words["unnamed"]


def _has_pronoun(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether the object of the first verb is a pronoun: "give them a seat", "sign it"."""
    words = clause.frames.words
    verbal = draft.why.startswith(("modal:", "address:")) or clause.word(first - 1) in ("to", "not")
    verbal = verbal or clause.word(first).endswith("ing")
    at = clause.skip(first) + 1 if verbal else first
    at += verbal and clause.has(at, "preposition") and clause.word(at) not in ("of", "to")
    if not first <= at < last or clause.items[at].ref is not None:
        return False
    if clause.word(at) in words["unnamed"] and clause.word(at - 1) != "that":
        known = clause.person_at(at) or _names_before(clause, draft)
        return not known and last - at <= _SHORT
    alone = at + 1 >= last or clause.has(at + 1, "preposition", "adverb", "conjunction")
    if clause.word(at) == "that" and not alone:  # "ensuring that Lutha …"
        return False
    if clause.word(at - 1) == "that" and clause.word(at) in ("it", "they", "this", "these"):
        asked = draft.towards is not None and draft.towards.actors
        if draft.frame.type in clause.frames.words["of_ones_own"]:
            return last - first < _SHORT  # "denied that they were on active duty in the east"
        return not asked and not _is_own(clause, draft) and owed(clause, draft) is None
    if _names_before(clause, draft):
        return False  # "freed the crews and asked Lutha to feed them"
    noun = clause.is_plain(at + 1) and clause.listed(at, "demonstratives")
    if clause.word(at) in words["bare_objects"] and not noun:
        expletive = clause.word(at) == "it" and clause.listed(at - 1, "finding")
        return not expletive and last - first <= _TOLD
    return False


def _names_before(clause: Clause, draft: Draft) -> bool:
    """Tell whether the act's own words name what a pronoun may stand for, before its verb."""
    if draft.actor is None or draft.group - draft.actor.last > _SHORT:
        return False
    return any(
        clause.has(at, "determiner") or clause.items[at].ref is not None
        for at in range(draft.actor.last, draft.group)
    )


def _is_own(clause: Clause, draft: Draft) -> bool:
    """Tell "the League announced that *it* would open an office" from "… that *it* yield"."""
    own = draft.actor.actors if draft.actor is not None else ()
    kinds = {clause.view.actors[one].kind for one in own if one in clause.view.actors}
    asks = draft.frame.type in clause.frames.words["asking_types"]
    said = draft.actor is not None and clause.word(draft.actor.last - 1) in ("i", "he", "she")
    return not asks and not said and (kinds != {"person"} or len(own) > 1)


def owed(clause: Clause, draft: Draft) -> str | None:
    """Return of whom a thing is demanded by "it" or "they": "accused Lutha and asked that *it*"."""
    if draft.what is None:
        return None
    if known := clause.person_at(draft.what[0]):
        return known[0]
    if clause.word(draft.what[0]) not in ("it", "they") or draft.actor is None:
        return None
    own = draft.actor.actors
    met = {
        ref.actor
        for at in range(draft.actor.last, draft.verb)
        if (ref := clause.items[at].ref) is not None and ref.actor not in own
        and clause.view.actors[ref.actor].kind != "person"
    }  # fmt: skip
    return met.pop() if len(met) == 1 else None


def _opens_with_this(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether the only thing named is "this Act": "to quickly reauthorise this Act"."""
    verbal = draft.why.startswith("modal:") or clause.word(first - 1) == "to"
    for at in range(first, min(first + _LEAD, last)):
        if at > first and (
            clause.items[at].ref is not None
            or clause.items[at].upper
            or (
                clause.has(at, "determiner", "possessive")
                and not clause.listed(at, "demonstratives")
            )
        ):
            return False
        if not clause.listed(at, "demonstratives") or clause.dated(at) or clause.dated(at + 1):
            continue
        own = clause.word(at) != "that" or at == first + verbal or clause.has(at - 1, "preposition")
        end = next((n for n in range(at + 2, last) if clause.listed(n, "going_nowhere")), last)
        if not own or end - at > _NAMED or at + 1 >= last or _tells(clause, end, last):
            return False
        answers = any(clause.listed(near, "answerable") for near in range(at + 1, end))
        return not answers and not clause.has(last - 1, "preposition", "adverb")
    return False


def _tells(clause: Clause, first: int, last: int) -> bool:
    """Tell whether more than "into law without delay" is said."""
    return last - first > _HOLLOW or any(
        clause.items[at].ref is not None
        or clause.items[at].upper
        or clause.word(at)[:1].isdigit()
        or clause.has(at, "determiner", "possessive", "to", "conjunction")
        or clause.word(at) == "of"
        for at in range(first, last)
    )


def _ends_with_this(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a short matter leads to a pronoun: "letters about this", "doing both"."""
    pointing = clause.listed(last - 1, "bare_objects") or clause.word(last - 1) in ("both", "one")
    verbal = clause.items[first].ref is None and not clause.has(first, "determiner", "possessive")
    verbal = verbal and not clause.is_plain(first + 1)  # "bring justice to them"
    pointing = pointing or (
        verbal and clause.listed(last - 1, "unnamed") and clause.has(last - 2, "preposition")
    )  # "stand next to them"
    if clause.word(last - 1) == "there" or not pointing or last - first > _LEAD:
        return False
    both = last - first <= 4 and clause.word(first + 1) == "and"  # "expand and strengthen it"
    return both or last - first <= 2 or clause.has(last - 2, "preposition")


def _ends_with_aim(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell "to help the crews achieve this goal" and "to cover cases like this"."""
    if draft.frame.type in clause.frames.words["judging_types"]:
        return _is_about_this(clause, first, last)
    if draft.frame.type not in clause.frames.words["aiming_types"]:
        return False
    if clause.word(last - 2) == "like" and clause.listed(last - 1, "demonstratives"):
        return True
    if not clause.listed(last - 1, "aims") or clause.items[last - 1].upper:
        return False
    return any(clause.listed(at, "demonstratives") for at in range(max(first, last - 3), last - 1))


def _is_about_this(clause: Clause, first: int, last: int) -> bool:
    """Tell "welcome their leadership on this issue", where nothing else is named."""
    this = any(
        clause.listed(at, "demonstratives") and clause.listed(at + 1, "aims")
        for at in range(first + 1, last - 1)
    )
    named = any(
        (ref := clause.items[at].ref) is not None and ref.form == "mention"
        for at in range(first, last)
    )
    return this and not named and last - first <= _ABOUT


def _is_talk(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether a promise is only of what one says next: "return to what I said before"."""
    if draft.why != "modal:will":
        return False
    said = range(first + 1, last)
    return any(clause.listed(at, "saying") for at in said) and "what" in map(clause.word, said)


def _is_of_such(clause: Clause, first: int, last: int) -> bool:
    """Tell "the idea of such a list", of which sentences before tell what it is."""
    return any(
        clause.word(at) == "such" and clause.word(at + 1) in ("a", "an")
        for at in range(first, min(first + _LEAD, last))
    )


def _ends_vaguely(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell "to focus on the issue", "to proceed with the case" and "rejected attacks"."""
    named = draft.towards is not None and draft.towards.actors
    if last == first + 1:
        return clause.listed(first, "vague_alone") and not named
    deed = clause.word(first - 1) == "to" and last - first <= _LEAD
    return deed and clause.word(last - 2) == "the" and clause.listed(last - 1, "vague_end")


def _is_bare_noun(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell "opposed the move" and "pushed for a ban" from "opposed the embargo on grain".

    What is refused may be an act of the report itself, and who is named as well may tell enough.
    """
    words, kind = clause.frames.words, draft.frame.type
    if is_story(clause.view) and not clause.listed(first + 1, "vague_in_story"):
        return False
    if last != first + 2 and not clause.listed(first + 2, "aside_from"):
        return False
    named = draft.towards is not None and draft.towards.actors and kind != "criticise"
    definite = clause.word(first) == "the" or clause.listed(first, "counts")
    opens = definite and kind in words["bare_types"]
    barest = kind in words["barest_types"] or draft.why.endswith("-by")
    opens = opens or (clause.word(first) in ("a", "an") and barest)
    plain = clause.items[first + 1].ref is None and not clause.items[first + 1].upper
    told = kind == "reject" and clause.listed(first + 1, "answerable")
    told = told or clause.listed(first + 1, "known_matters")
    return opens and plain and not named and not told and not clause.dated(first + 1)


def _is_their(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell "support their right to work", of whom nobody tells who they are."""
    passive = (
        draft.why.endswith("-by") and draft.actor is not None and last <= first + 2
    )  # "her work was supported by"
    own = draft.actor is not None and clause.word(draft.actor.last - 1) in ("i", "we")
    if not (own or passive) or draft.towards is not None or clause.items[first].ref is not None:
        return False  # "Lutha defended its record"
    unknown = clause.word(first) in ("their", "his", "its", "her")
    return unknown and not clause.person_at(first) and last - first <= _OWNED


def _is_hollow(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether a matter is only the name of one: "a plan", "a historic commitment"."""
    if draft.frame.type not in clause.frames.words["hollow_types"] or last - first > _HOLLOW:
        return False
    if draft.towards is not None and draft.towards.actors and draft.frame.type != "propose":
        return False
    if not clause.listed(last - 1, "hollow") or clause.items[last - 1].upper:
        return False
    if last == first + 1:
        return True
    opens = clause.has(first, "determiner", "possessive")
    inner = all(
        clause.listed(at, "general") or clause.is_adjectival(at)
        for at in range(first + opens, last - 1)
    )
    closed = clause.word(last) in STRONG or clause.word(last) in (",", "", "and")
    return inner and closed


def _does_nothing(clause: Clause, first: int, last: int) -> bool:
    """Tell "what we pledge to do together in the years to come"."""
    at = clause.skip(first)
    after = clause.skip(at + 1)
    if clause.word(at) != "do" or clause.word(first - 1) != "to":
        return False
    same = clause.word(at + 1) == "the" and clause.word(at + 2) in ("same", "opposite")
    if same or clause.word(at + 1) in ("so", "more", "better"):
        return True
    if after < last and clause.word(after) == "together":
        after = clause.skip(after + 1)
    return after >= last or clause.has(after, "preposition")
