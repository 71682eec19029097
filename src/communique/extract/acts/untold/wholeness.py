"""Whether the words of an act say enough to be told: not broken off, not only "it" or "that"."""

from __future__ import annotations

import re

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.untold.doers import is_cut_doer
from communique.extract.acts.untold.pointing import points_only

_PAST_LINK = re.compile(r"\]\([^()]*\)\W*\w")
_CUT = 4  # items of a matter that a dash cuts short
_POINTING = 9  # items of a matter that only points elsewhere
_STEM = 5  # letters that two words of one stem share
_AGAIN = 5  # items behind a dash in which a word is said again


def is_incomplete(clause: Clause, draft: Draft) -> bool:
    """Tell whether words break off, or only point elsewhere, where it is said what is meant."""
    judges = draft.why.startswith("judged:") or bool(draft.frame.judged)
    if judges:  # "called it a disgrace" tells what is thought of it
        return _breaks_off(clause, draft) or is_cut_doer(clause, draft)
    return (
        _breaks_off(clause, draft)
        or _points_elsewhere(clause, draft)
        or points_only(clause, draft)
        or is_cut_doer(clause, draft)
        or _says_nothing(clause, draft)
    )


def _says_nothing(clause: Clause, draft: Draft) -> bool:
    """Tell whether words tell of no matter: "made a promise", "the decision", "to keep going"."""
    words, kind = clause.frames.words, draft.frame.type
    named = draft.towards is not None and bool(draft.towards.actors)
    if draft.what is None and draft.frame.name in ("allow", "permit"):
        return named or draft.end <= draft.verb + 2  # "we do not allow Lutha"
    if draft.what is None:
        whom = draft.towards is not None and kind in ("support", "criticise")
        made = bool(draft.frame.heads) and kind in words["made_types"] and not whom
        to_some = any(clause.listed(at, "somebody") for at in range(draft.verb, draft.end))
        return (made or draft.frame.name in words["apologies"]) and not (named or to_some)
    first, last = draft.what
    if _is_courtesy(clause, draft, first, last) or _is_no_deed(clause, draft, first, last):
        return True
    past = clause.word(draft.verb).endswith("ed") or clause.word(draft.verb) in ("made", "took")
    if kind == "decide" and clause.listed(first, "open_questions") and not past:
        return True  # "makes the decision on how to go on" has decided nothing
    spans = all(clause.listed(at, "time_words") for at in range(first, last))
    if spans or all(_is_day(clause, at) or clause.is_adverb(at) for at in range(first, last)):
        return True  # "an accord that Lind announced *a few weeks ago*"
    if kind in ("promise", "request") and all(
        clause.listed(at, "slogans") for at in range(first, last)
    ):
        return True  # "will continue to fight to move forward"
    if last == first + 2 and clause.listed(first, "pointers") and draft.why.endswith("-by"):
        return True  # "this collaboration is supported by"
    if last == first + 2 and clause.listed(first, "pointers") and not named:
        return clause.listed(first + 1, "vague")  # "this initiative"
    head = clause.word(last - 1) in draft.frame.heads and not draft.frame.material
    head = head and kind in words["made_types"] and clause.is_light(draft.verb)
    return head and last == first + 2 and clause.has(first, "determiner") and not named


def _points_elsewhere(clause: Clause, draft: Draft) -> bool:
    """Tell whether what an act is about is named before: "dismissed it", "made that promise"."""
    words = clause.frames.words
    if draft.what is not None and draft.frame.type in ("request", "demand"):
        verb = clause.skip(draft.what[0])
        if clause.word(verb + 1) == "it":
            return draft.what[1] <= verb + _POINTING  # "pass it and send it on"
    if draft.towards is not None and draft.towards.actors:
        return False
    if draft.what is None:
        return bool(draft.frame.heads) and clause.word(draft.verb + 1) in words["pointers"]
    first, last = draft.what
    bare = draft.frame.type in words["courtesies"]  # "I thank you for it"
    if last == first + 1 and clause.word(first) in words["pointers"] and not bare:
        return True
    loose = clause.has(first + 1, "preposition", "conjunction")
    if clause.listed(first, "pointers") and loose:
        return True  # "we do not support that at this time"
    meant = clause.listed(first + 1, "pointers") or clause.listed(first + 1, "somebody")
    noun = clause.listed(first + 1, "demonstratives") and last > first + 2
    of_that = clause.listed(first + 3, "pointers") and clause.word(first + 2) == "of"
    if draft.frame.type == "refuse" and of_that and last <= first + _POINTING:
        return True  # "let any of that happen"
    if draft.frame.type == "refuse" and clause.listed(first + 1, "pointers"):
        return last <= first + 3 or clause.has(first + 2, "preposition")  # "let that happen"
    if draft.frame.type == "promise" and clause.listed(first + 1, "pointers"):
        return last <= first + 4 and clause.has(first + 2, "preposition")  # "sign it into law"
    if draft.frame.type == "request" and meant and not noun and last <= first + 4:
        return not clause.listed(first, "giving")  # "put them forward"
    return (
        last == first + 2
        and clause.listed(first, "empty_verbs")
        and (clause.word(first + 1) in words["pointers"] or clause.word(first + 1) == "us")
    )  # "asked her to do so", "need our partners to join us"


def _is_courtesy(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether one only is polite: "sorry for interrupting", "I welcome any questions"."""
    if draft.frame.name in clause.frames.words["apologies"]:
        condoles = any(clause.listed(at, "condoling") for at in range(first, last))
        own = draft.actor is None or clause.word(draft.actor.last - 1) in ("i", "we")
        return clause.listed(first, "trifles") or (condoles and own)
    asked = any(clause.word(at) in ("question", "questions") for at in range(draft.verb, last))
    return draft.frame.type == "welcome" and asked


def _is_no_deed(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell what nobody asks, orders or decides: "ordered 4,000 barges", "asked him to attend"."""
    kind, word = draft.frame.type, clause.word(first)
    if kind == "aid" and clause.is_telling(first, last):
        return True  # "provided an overview of the fund"
    joins = kind in ("invite", "request") and word == "join" and clause.word(first + 1) == "us"
    if joins and last <= first + 3:
        return True
    if kind == "order" and draft.frame.name == "order":
        return word[:1].isdigit()
    if kind == "request" and "god" in map(clause.word, range(draft.verb, first + 1)):
        return True
    alone = last == first + 1
    if kind == "request" and word in ("comment", "comments") and draft.why.startswith("noun:"):
        return True
    if kind == "promise":
        flat = alone and draft.why.startswith("modal:")  # "I'm going to negotiate"
        return word == "allegiance" or (flat and clause.listed(first, "lone_verbs"))
    if kind == "decide" and word in ("i", "we", "he", "she", "they"):
        return clause.listed(first + 1, "mentors")  # "a decision that I think was brave"
    if kind in ("invite", "request") and draft.what is not None and alone and word == "join":
        return True
    if kind == "propose" and word == "you":
        return True  # "I would recommend you think about it"
    people = clause.listed(first, "people") and draft.frame.name == "urge"
    people = people or clause.listed(first, "somebody")
    return kind == "request" and alone and (people or clause.listed(first, "lone_verbs"))


def _is_day(clause: Clause, at: int) -> bool:
    """Tell whether a word is of a day or time, even one as loose as "a few weeks ago"."""
    date = clause.items[at].date
    return date >= 0 and clause.view.reading.dates[date].type in ("date", "time")


def _breaks_off(clause: Clause, draft: Draft) -> bool:
    """Tell whether words break off before it is said what an act is about.

    "Our pledge to defend every, every inch"; "urged that the parties — that both parties".
    """
    if draft.why.startswith("noun:") and clause.has(draft.end - 1, "determiner"):
        return True
    last = draft.what[1] if draft.what is not None else draft.end
    if clause.word(last - 1).endswith("-") or _is_begun_anew(clause, last):
        return True
    if draft.what is not None and _lacks_verb(clause, *draft.what):
        return True
    dash = clause.word(last) in ("—", "–")
    hanging = clause.has(last - 1, "preposition") and last > draft.verb + 1
    comma = clause.word(last) == "," and clause.listed(last - 1, "hanging")
    stranded = clause.word(last - 1) in ("for", "with", "of", "from", "into")
    if stranded and draft.what is not None and last - draft.what[0] <= _CUT:
        return True  # "the wall that Lutha should pay for"
    if clause.word(last - 2) == "in" and clause.word(last - 1) in ("part", "particular"):
        return True  # "decided to act in part | because"
    if draft.what is not None and clause.word(draft.what[0]) in ("'s", "’s"):
        return True  # "voted against Tuesday | 's bill"
    if clause.listed(last, "open_questions") and last > 0 and clause.is_idle(last - 1):
        return True  # "refused to say | who gave the order"
    alone = clause.word(last - 2) == "to" and (
        clause.is_adverb(last - 1)
        or (clause.word(last) == "," and clause.listed(last - 1, "giving"))
    )  # "to quickly | and fairly", "plans to provide, with Lutha"
    if alone or (hanging and clause.word(last) == "as"):
        return True
    if hanging and (dash or comma):
        return True  # "committed to invest in — to work with", "threats posed by, among others"
    if clause.word(last) == "," and clause.word(last + 1) == clause.word(last - 1):
        return True  # "the strongest bill we ever, ever saw"
    if draft.what is not None and _is_fragment(clause, draft, *draft.what):
        return True
    if _is_mid_name(clause, draft, last) or _is_left_open(clause, draft, last):
        return True
    if _is_cut_phrase(clause, last) or (draft.what is not None and _is_bare(clause, *draft.what)):
        return True
    if clause.has(last - 1, "not") and clause.has(last - 2, "modal", "future", "do", "have", "be"):
        return True  # "a promise that she would not — she decided …"
    if dash and clause.word(last - 1).isdigit() and clause.word(last + 1) == "i":
        return True  # "another $25 — I think, $25 million"
    if draft.what is None:
        if clause.word(last) == "and" and clause.names(last + 1) and clause.owns(last + 2):
            return True  # "mocked Lind | and Ruiz's vows"
        row = clause.word(last) in (",", "and") or clause.word(last - 1) == ","
        return row and draft.frame.type in (*clause.frames.words["asking_types"], "invite")
    if clause.word(last - 1) in ("the", "a", "an") or (
        clause.has(last - 1, "modal")
        and not clause.items[last - 1].upper
        and clause.word(draft.what[0] - 1) == "that"
    ):
        return True
    if draft.frame.type not in clause.frames.words["matter_types"]:
        return False
    return last - draft.what[0] <= _CUT and clause.word(last) in ("—", "–")


def _lacks_verb(clause: Clause, first: int, last: int) -> bool:
    """Tell whether only the subject of a clause is left: "announced that Lind | , who is …"."""
    if clause.word(first - 1) != "that" or clause.word(last) not in (",", "—", "–", "("):
        return False
    if last - first > _CUT:
        return False
    return not any(
        clause.is_finite(at)
        or clause.word(at).endswith("ed")
        or (clause.is_plain(at) and clause.items[at - 1].ref is not None)
        or (clause.is_plain(at) and clause.word(at - 1).endswith("s"))
        for at in range(first + 1, last)
    )


def _is_mid_name(clause: Clause, draft: Draft, last: int) -> bool:
    """Tell whether a name is cut: "the Union of Lake | Towns", "thank Senator —"."""
    before, after = last - 1, last
    if after >= len(clause.items):
        return False
    start = clause.items[min(draft.verb, before)].start
    marks = clause.view.text[clause.items[before].end : clause.items[after].start]
    title = clause.has(before, "title") and clause.items[before].upper
    if title and clause.word(after) in ("—", "–"):
        return True
    owns = clause.owns(before) and clause.word(after) in (",", "—", "“", '"')
    if owns or _is_part_of_name(clause, last, marks):
        return True
    if marks.strip() or clause.dated(after) or clause.word(after) in ("—", "–"):
        return False
    if (
        clause.word(after) == ","
        and clause.view.text[start : clause.items[after].start].count("**") % 2
    ):
        return True
    names = clause.items[before].upper and clause.items[after].upper
    plain = clause.items[before].ref is None and clause.word(before).isalpha()
    return names and plain and clause.word(after)[:1].isalpha()


def _is_part_of_name(clause: Clause, last: int, marks: str) -> bool:
    """Tell whether a body only begins a longer name: "the League | Observer Force"."""
    ref, after = clause.items[last - 1].ref, clause.items[last]
    if marks.strip() or ref is None or ref.form == "pronoun" or after.ref is not None:
        return False
    if clause.view.actors[ref.actor].kind == "person" or clause.dated(last):
        return False
    return after.upper and after.word.isalpha() and not clause.lexicon.classes.get(after.word)


def _is_left_open(clause: Clause, draft: Draft, last: int) -> bool:
    """Tell whether a phrase stops before what it leads to: "under | the Charter", "it has | …"."""
    if last <= draft.verb + 1 or last >= len(clause.items) or clause.dated(last):
        return False
    after = clause.items[last]
    leads = clause.has(last - 1, "preposition") and clause.word(last - 1) != "to"
    named = after.ref is not None or after.upper or clause.has(last, "determiner", "possessive")
    if leads and named:
        return True
    if clause.word(last)[:1] in '"“' and clause.word(last - 1) in ("a", "an", "the", "as"):
        return True
    if clause.listed(last - 1, "open_questions") and clause.word(last) in (",", "—", "–"):
        return True  # "to judge where — how it was spent"
    if clause.word(last) in ("—", "–") and clause.word(last - 2) == "to":
        return True  # "40 crowns to dredge — another part"
    if clause.word(last - 2) == "both" and clause.is_adverb(last - 1):
        return True  # "in touch both directly | , and by …"
    if clause.has(last - 1, "relative") and clause.word(last)[:1].isalnum():
        return True  # "a warning against anyone who | may"
    apart = clause.word(last) == "," and clause.is_sure_adjective(last - 1)
    if apart and (clause.is_sure_adjective(last + 1) or "-" in clause.word(last + 1)):
        return True  # "high-quality | , low-cost care"
    row = clause.word(last - 2) in (",", "and", "or") and clause.is_adverb(last - 1)
    if row and clause.word(last) == ",":
        return True  # "to address and hopefully, ultimately | , stop"
    link = clause.view.text[clause.items[draft.verb].start : clause.items[last - 1].end]
    if _PAST_LINK.search(link) and "[" not in link:
        return True  # "[Lind vows to cut tolls](…) The minister …"
    auxiliary = clause.has(last - 1, "be", "have", "modal") and not clause.items[last - 1].upper
    return auxiliary and clause.word(last)[:1].isalnum()


def _is_begun_anew(clause: Clause, last: int) -> bool:
    """Tell whether words are said again behind a dash: "a military — a foreign military post"."""
    if clause.word(last) not in ("—", "–"):
        return False
    again = [clause.word(at) for at in range(last + 1, last + _AGAIN)]
    stem = clause.word(last - 1)[:_STEM]  # "a new vaccine — a vaccination plan"
    return clause.word(last - 1) in again or (
        len(stem) == _STEM and any(word.startswith(stem) for word in again)
    )


def _is_cut_phrase(clause: Clause, last: int) -> bool:
    """Tell whether an adjective is left without its noun: "for a peaceful | , rights- …"."""
    cut = clause.word(last) == "," and clause.is_adjectival(last - 1)
    at = last - 2
    while clause.word(at) in (",", "more", "most", "very") or clause.is_sure_adjective(at):
        at -= 1  # "a more reliable, affordable | , “open” …"
    return cut and clause.word(at) in ("a", "an")


def _is_bare(clause: Clause, first: int, last: int) -> bool:
    """Tell whether nothing but adjectives is left before a stop: "we support peaceful, free —"."""
    cut = clause.word(last) in (",", "—", "–")
    return cut and all(
        clause.word(at) == "," or clause.is_sure_adjective(at) for at in range(first, last)
    )


def _is_fragment(clause: Clause, draft: Draft, first: int, last: int) -> bool:
    """Tell whether only a piece is left: "her decision *to make*", "a review of", "tools —"."""
    if last == first + 1 and clause.word(first) == "make":
        return True
    if draft.frame.name in ("call", "urge") and clause.word(last) == ",":
        party = clause.party_at(first)
        return party is not None and party.last >= last  # "called for Lind and Ruiz, | in May, to"
    if clause.word(last - 1) == "of":
        return True
    if clause.word(first + 1) == "other" and clause.word(last - 1) == "day":
        return True  # "that we announced the other day"
    return last == first + 1 and clause.word(last) in ("—", "–") and not draft.frame.material
