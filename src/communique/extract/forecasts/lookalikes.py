"""What has the words of a forecast and is none: vows, wishes, plans, praise, contents of laws."""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import listed
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.events import are_people, happens
from communique.extract.forecasts.staged import was_expected
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import View

_WISH = 7  # items before a subject in which a wish stands
_HOPEFULLY = 16
_HEADING = 8  # items before a subject in which "under her leadership" stands
_COMPARED = 16  # items of "will help us more than"
_LEAD = 12  # characters before "warning" in "had a point in warning that"
_NOUN = 3  # items of a noun with its article


def is_no_forecast(clause: Clause) -> bool:
    """Tell whether the clause is one of those that need neither condition nor speaker to tell."""
    return (
        is_scheduled(clause)
        or is_vow(clause)
        or is_unforeseen(clause)
        or is_announced(clause)
        or is_praise(clause)
        or is_dated_only(clause)
        or is_named_plan(clause)
        or is_bare_relative(clause)
        or is_of_others(clause)
        or was_expected(clause)
    )


def is_of_others(clause: Clause) -> bool:
    """Tell whether it was once thought, or is what others warned: "critics err in warning that"."""
    before = clause.before(_WISH)
    if ("used", "to") in set(pairwise(before)):
        return True  # "I used to believe that it would"
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    cue = statement.cue if statement is not None and statement.form == "indirect" else ()
    if not cue or not cue[0].of(clause.view.text).endswith("ing"):
        return False
    leads = clause.view.text[max(0, cue[0].start - _LEAD) : cue[0].start].split()
    return leads[-1:] == ["in"]


def is_empty(clause: Clause) -> bool:
    """Tell whether nothing is told: "as we warned there could be", "it will make you sure"."""
    if clause.does("wanting_more") and clause.end <= clause.verb + 1:
        return not clause.doom
    if clause.word == "be" and (clause.after == "that" or "my" in clause.ahead(4)):
        return True  # "a part of it will be that", "this is likely to be my last speech"
    subject = [item.word for item in clause.items[clause.subject.first : clause.subject.last]]
    if clause.is_by("likely") and clause.word == "be" and clause.has_any(subject, "counted_now"):
        return True  # "the real number is likely to be higher": what is
    return clause.word == "make" and clause.after == "you"


def is_announced(clause: Clause) -> bool:
    """Tell whether it is announced or vowed: "announced that", "made clear that", "will now"."""
    if clause.word == "continue" and "as long as" in " ".join(clause.ahead(9)):
        return True  # "will continue for as long as it takes"
    if clause.is_by("likely"):
        return False
    between = [item.word for item in clause.items[clause.index + 1 : clause.verb]]
    group = [item.word for item in clause.items[clause.subject.last : clause.verb]]
    now = "now" in (*between, *group) or "now" in clause.ahead(2)
    if now and clause.is_by("will", "going"):
        return True  # "the supply will now grow", "she is going to come up now"
    told = _told_with(clause)
    if clause.has_any(told, "announcing"):
        return True
    clear = clause.before(3)[-2:] == ["clear", "that"] or clause.before(1) == ["clear"]
    return (clear or clause.has_any(told, "vowing")) and not happens(clause)


def _told_with(clause: Clause) -> frozenset[str]:
    """Return the words with which it is told: the verb of telling, or a statement's cue."""
    if clause.telling:
        return frozenset({clause.telling})
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    if statement is None or statement.form == "direct":
        return frozenset()
    return word_set(" ".join(span.of(clause.view.text) for span in statement.cue))


def is_dated_only(clause: Clause) -> bool:
    """Tell whether only the day of something is told: "it will be early next week"."""
    ahead = clause.items[clause.verb + 1 : clause.verb + 4]
    it = clause.head in ("it", "that", "this")
    dated = any(item.date >= 0 for item in ahead) and clause.word == "be"
    return it and dated and not clause.has_any((item.word for item in ahead), "compared")


def is_praise(clause: Clause) -> bool:
    """Tell whether somebody is praised: "she will be a great judge", "his skill will serve us"."""
    if clause.is_by("likely"):
        return clause.cue.words[0] == "sure" and _is_person(clause) and clause.does("merits")
    before = clause.before(_HEADING)
    subject = [i.word for i in clause.items[max(0, clause.subject.first - 1) : clause.subject.last]]
    if "under" in before and clause.has_any(before + subject, "qualities"):
        return True
    ahead = clause.ahead(6)
    for words in (subject, ahead):
        owned = any(clause.view.lexicon.has(word, "possessive", "genitive") for word in words)
        if owned and clause.has_any(words, "qualities"):
            return True  # "her skill will serve us", "we will benefit from his leadership"
    if clause.is_about("choices"):
        return True
    ahead = [word for word in ahead if word not in clause.cues.lists["degree"]][:5]
    ahead = [word for word in ahead if word != "off"]
    if clause.word == "be" and ahead[1:2] == ["for"] and ahead[0] in ("better", "stronger"):
        return True  # "the country will be better for it"
    valued = clause.word == "be" and ahead[:1] in (["a"], ["an"], ["the"])
    if valued and clause.has_any(ahead[1:3], "praising"):
        return True  # "the union will be a vital arena"
    if (
        clause.subject.person == "nobody" or clause.head == "nothing"
    ):  # "nobody will be more loyal", "nothing will help more"
        told = clause.ahead(_COMPARED)
        most = any(pair == ("more", "than") or pair[0] == "better" for pair in pairwise(told))
        return most or (clause.word == "be" and clause.has_any(ahead[:1], "compared"))
    if not _is_person(clause):
        return False
    if clause.word == "be":
        named = ahead[:1] in (["a"], ["an"])
        first = ahead[:2] == ["the", "first"]
        return first or (named and not clause.has_any(ahead, "undone_as", "compared"))
    if clause.word == "make":
        return clause.has_any(ahead, "praised_with")
    if clause.word == "lead":
        return clause.view.lexicon.has(
            clause.after, "preposition", "adverb", "article", "possessive"
        )
    return clause.does("merits")


def _is_person(clause: Clause) -> bool:
    actor = clause.view.actors.get(clause.subject.actor or "")
    if actor is not None:
        return actor.kind == "person"
    return clause.head in ("he", "she") or clause.view.lexicon.has(clause.head, "title")


def is_named_plan(clause: Clause) -> bool:
    """Tell whether a firm or body that the reader does not know does a thing: "Lintec will …".

    Its name has a capital and no article, as those of laws and places of events mostly have.
    """
    first, last = clause.items[clause.subject.first], clause.items[clause.subject.last - 1]
    if clause.subject.actor is not None or not clause.is_by("will", "going"):
        return False
    named = first.upper and last.upper and clause.subject.person == "third"
    inside = clause.subject.first and clause.items[clause.subject.first - 1].word[:1].isalnum()
    alone = inside or clause.subject.last - clause.subject.first > 1
    return bool(named and alone) and clause.does("own_plans")


def is_scheduled(clause: Clause) -> bool:
    """Tell whether somebody is on the way to one's own aim: "the bank is poised to open".

    On track is one's own plan whatever the verb, and so is what is to be done: "is on track to
    be approved".
    """
    tracked = clause.is_by("likely") and clause.cue.words[0] in clause.cues.lists["tracking"]
    if not tracked:
        return False
    if clause.head in ("this", "that") or clause.word == "have":
        return True
    if clause.cue.words[0] == "poised" and clause.does("deeds", "arranged"):
        return True
    if clause.cue.words[0] == "on" and (not clause.does("outcomes") or clause.word == "become"):
        done = clause.word == "be" and clause.after.endswith(("ed", "en", "lt"))
        body = any(i.upper for i in clause.items[clause.subject.first : clause.subject.last])
        return done or body or clause.subject.actor is not None or clause.subject.person != "third"
    aimed = clause.does("arranged", "deeds", "planned_deeds")
    return clause.subject.actor is not None and aimed


def is_vow(clause: Clause) -> bool:
    """Tell whether resolve is told: "our friends will not walk away", "something he will …"."""
    subject = clause.subject
    group = [item.word for item in clause.items[subject.last : clause.verb + 1]]
    denied = not {"not", "never", "won't", "n't", "no"}.isdisjoint(group)
    if denied and clause.does("resolve"):
        return True
    if "longer" in group and (subject.actor is not None or clause.head == "there"):
        return True
    heads = [item.word for item in clause.items[subject.first : subject.last]]
    if clause.has_any(heads, "ideals") and clause.word in ("win", "prevail", "change"):
        return True
    return not {"something", "longer"}.isdisjoint(clause.before(2) + heads)


def is_unforeseen(clause: Clause) -> bool:
    """Tell whether the clause is told as not foreseen: "nobody expected that …"."""
    before = clause.before(14)
    foreseeing = tuple(clause.cues.lists["foreseeing"])
    at = next((n for n, word in enumerate(before) if word.startswith(foreseeing)), None)
    return at is not None and any(
        clause.view.lexicon.has(word, "not") or word in ("nobody", "none") for word in before[:at]
    )


def is_wished(clause: Clause) -> bool:
    """Tell whether it is hoped for: "I hope they will", "hopefully, prices will fall"."""
    near = clause.items[max(0, clause.subject.first - _WISH) : clause.subject.last + 1]
    group = clause.items[clause.index : clause.verb]
    hoped = clause.has_any((item.word for item in (*near, *group)), "hoping")
    return hoped or "hopefully" in clause.before(_HOPEFULLY)


def is_deed(clause: Clause) -> bool:
    """Tell whether people of an office do what else happens: "officials will intensify talks"."""
    people = are_people(clause.view, clause.items, clause.subject)
    nameless = clause.subject.actor is None and clause.is_by("will", "going")
    return people and nameless and not clause.doom and clause.does("done_by_people")


def is_design(clause: Clause) -> bool:
    """Tell whether "would" says what a bill or a budget contains."""
    return clause.is_by("would") and clause.is_about("designs")


def is_lifelong(clause: Clause) -> bool:
    """Tell whether somebody is told never, or always, to do a thing: a vow or praise."""
    group = clause.items[clause.subject.last : clause.verb]
    ever = any(item.word in ("never", "always") for item in group)
    return ever and clause.subject.actor is not None


def is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
        or (items[start - 1].word == "that" and items[start - 2].word == ",")
    )


def is_bare_relative(clause: Clause) -> bool:
    """Tell whether a pronoun opens what says which one is meant: "the harm | it may cause"."""
    view, items, first = clause.view, clause.items, clause.subject.first
    if first < 2 or not view.lexicon.has(items[first].word, "pronoun"):
        return False
    noun = items[first - 1]
    if noun.ref is not None or noun.date >= 0 or not noun.word.isalpha():
        return False
    if clause.end > clause.verb + 1 or _is_no_noun(view, noun.word):
        return False  # the verb has an object of its own
    near = items[max(0, first - 1 - _NOUN) : first - 1]
    return any(view.lexicon.has(item.word, "determiner", "article") for item in near)


def _is_no_noun(view: View, word: str) -> bool:
    return (
        view.lexicon.has(
            word, "conjunction", "subordinator", "adverb", "reporting", "preposition", "pronoun",
            "be", "have", "do", "modal", "relative", "conditional", "determiner",
        )
        or word.endswith("ly")
        or any(word in listed(view, name) for name in ("telling", "content", "held_views"))
    )  # fmt: skip
