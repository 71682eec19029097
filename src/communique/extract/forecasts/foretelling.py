"""Whether a verb behind "will", "may" or "would" foretells.

It does not where it announces what is arranged, permits, guesses or tells of an ability.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.forecasts.believing import is_believed, is_expected
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.events import (
    are_people,
    by_amount,
    happens,
    is_dated,
    is_denied,
    is_phrase,
    is_told,
    is_undone,
    lasts,
    makes,
)
from communique.extract.forecasts.plights import are_in_need
from communique.extract.genres import is_staged
from communique.extract.modality import Items

_POINTING = frozenset({"that", "this", "which", "what", "who", "those"})


def foretells(clause: Clause) -> bool:
    """Tell whether the verb foretells what the subject does or becomes."""
    if clause.is_by("likely"):
        return True
    if f"{clause.word} {clause.after}" in clause.cues.lists["no_events"] and not by_amount(clause):
        return False
    if are_in_need(clause.cues, clause.items, clause.subject.last - 1, clause.verb):
        return not is_denied(clause)
    supposed = clause.is_by("would") and not clause.telling
    if clause.subject.actor is None and lasts(clause) and not (clause.is_by("may") or supposed):
        return True  # not "people may take time to adjust", "it would take us long"
    if is_believed(clause) or (clause.is_by("will", "going") and is_expected(clause)):
        return True
    if clause.head == "nothing" and clause.is_by("going"):
        return False  # "nothing is going to change that": a vow
    if clause.is_by("may") and clause.items[clause.subject.first].word in ("a", "an"):
        return False  # "a pump may fail": how it is
    if clause.is_by("could", "may"):
        return clause.head != "you" and _might(clause)
    if clause.is_by("would"):
        return (clause.subject.person == "third" and makes(clause)) or _would(clause)
    return _will_or_going(clause)


def _will_or_going(clause: Clause) -> bool:
    """Read "will" and "is going to" in the words of somebody who only says so."""
    if clause.head == "you":  # not "you're going to end up": anybody
        return clause.does("fates") or (bool(clause.telling) and is_phrase(clause))
    if is_told(clause, "fated"):
        return True
    if clause.head in ("that", "this") and clause.does("final"):
        return _is_final(clause)
    if clause.head in _POINTING:
        return False
    group = [item.word for item in clause.items[clause.subject.last : clause.verb]]
    was = clause.has_any(group, "looked_back") or not {"wasn't", "weren't"}.isdisjoint(group)
    if clause.is_by("going") and was and not clause.telling:
        return False  # else it is what somebody said was to come
    if clause.is_about("unrest") and clause.does("starting"):
        return True
    if clause.word == "be":
        return _will_be(clause)
    if clause.is_by("going") and not (clause.doom or happens(clause)):
        return False
    return _will(clause)


def _is_final(clause: Clause) -> bool:
    """Tell whether "this will end" is followed by how: "badly", "in tears", "to war"."""
    ahead = clause.ahead(3)
    return clause.has_any(ahead[:1], "badly") or clause.has_any(ahead, "lengths")


def _might(clause: Clause) -> bool:
    """Read "could lead to" and "may be over"; with other verbs they tell of an ability."""
    if clause.items[clause.verb - 1].word in ("not", "n't", "never"):
        return False
    if clause.word != "be":
        return clause.does("could_verbs")
    it = clause.items[max(0, clause.verb - 2)].word
    return clause.has_any([clause.after], "ends") and it != "it"  # "it may be too late": what is


def _would(clause: Clause) -> bool:
    """Read "warned that the dam would break": what was to come when it was told."""
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    told = clause.has_any([clause.telling], "foreboding", "believing")
    if clause.view.is_press_conference and not told:
        return False  # "you said that the mission would end in May": plans told again
    if clause.has_any([clause.telling], "believed") and is_staged(clause.view):
        return False  # "he believed that the west would not hold"
    if clause.voice is not None and clause.voice.crowd and clause.telling in ("thought", "knew"):
        return False  # "people thought the line would break"
    spoken = clause.view.author is not None or (
        statement is not None and statement.form == "direct"
    )
    if spoken and clause.has_any([clause.telling, *clause.before(1)], "misjudging"):
        return False  # "they thought that we would break": what was
    if spoken and not told and clause.word == "end":
        return False  # "and then a bridge would end up in the river": a tale
    reported = statement is not None and (
        statement.form == "indirect" or _behind_that(clause.items, statement.content[0].start)
    )
    if not (reported or told):
        return False
    if clause.word == "be" and clause.head == "there":
        return _there_will_be(clause)
    return happens(clause) or makes(clause) or is_undone(clause)


def _will(clause: Clause) -> bool:
    """Read "will" with a verb that tells of what happens; pronouns need more."""
    nameless = clause.subject.actor is None
    loose = clause.subject.person == "pronoun" or "'" in clause.head
    pronoun = nameless and clause.head in ("it", "they", "he", "she")
    if clause.word == "make":
        return makes(clause)
    if nameless and not loose and is_undone(clause):
        return True
    if pronoun and not clause.doom:
        return _agrees(clause) or (clause.does("fates") and happens(clause))
    if _is_decided(clause):
        return False
    if happens(clause):
        return True
    if pronoun:
        return False
    if clause.doom and not clause.does("arranged"):
        return True
    if clause.word == "lead" and "to" not in clause.ahead(6):
        return False  # "the team will lead the response"
    if clause.word == "reach" and not any(word[:1].isdigit() for word in clause.ahead(4)):
        return False  # "the awards will reach people across the land"
    if nameless:
        people = are_people(clause.view, clause.items, clause.subject)
        if people and is_denied(clause) and clause.does("agreeing"):
            return not loose  # "the other side won't agree to that"
        return not loose and clause.does("things") and not people
    return _will_not(clause)


def _agrees(clause: Clause) -> bool:
    """Tell whether others are said to come to terms by a time: "a deal within two months"."""
    terms = clause.does("coming_to") and clause.has_any(clause.ahead(4), "terms_of")
    dated = is_dated(clause.view, clause.items, clause.verb)
    return terms and dated and clause.head == "they"


def _is_decided(clause: Clause) -> bool:
    """Tell whether a rate is set: "the tariff will double to 50 percent"."""
    ahead = clause.ahead(2)
    to_number = ahead[:1] == ["to"] and ahead[1:] != [] and ahead[1][:1].isdigit()
    law = clause.is_about("set_by_law")
    by_number = law and any(word[:1].isdigit() for word in clause.ahead(3))
    return by_number or (to_number and (law or not happens(clause)))


def _will_not(clause: Clause) -> bool:
    """Tell whether somebody is told not to do a thing: "Lutha won't sign anything this year"."""
    if not is_denied(clause) or clause.does("resolve"):
        return False
    dated = is_dated(clause.view, clause.items, clause.verb)
    person = clause.view.actors[clause.subject.actor or ""].kind == "person"
    return (dated and not person) or not clause.does("arranged")


def _will_be(clause: Clause) -> bool:
    """Read "will be": a state foretells, an arrangement ("will be meeting") does not."""
    ahead = clause.ahead(5)
    if clause.head == "there":
        return _there_will_be(clause)
    if not any(word[:1].isalnum() for word in ahead[:1]):
        return clause.doom  # "the longer he waits, the higher it will be"
    follows = next((word for word in ahead if not _is_manner(clause.cues, word)), "")
    if clause.has_any(ahead, "agenda") or clause.has_any(ahead, "glad"):
        return False  # "Lutha will be a topic", "he will be happy to tell"
    behind = ahead[ahead.index("more") + 1 :][:1] if follows == "more" else []
    if behind and clause.view.lexicon.has(behind[0], "preposition"):
        return False  # "the needs will be more around fares"
    if follows == "able":  # in flat words it is a rule: "they will not be able to trade here"
        named = clause.subject.actor is not None and not clause.view.lexicon.has(
            clause.head.split("'")[0], "pronoun"
        )
        return is_denied(clause) and (clause.doom or clause.is_by("going") or named)
    arranged = follows.endswith("ing") or follows in clause.cues.lists["done"]
    if not follows[:1].isalpha() or arranged:
        return False
    if follows == "inevitable" or (follows == "longer" and "that" in ahead):
        return False  # "these gains will not be inevitable", "longer than that": how it is
    if clause.head == "it" and clause.view.lexicon.has(follows, "preposition"):
        return False  # "it will be through deeds"
    undone = follows in clause.cues.lists["undone"]
    if clause.subject.person == "pronoun" or "'" in clause.head:
        return clause.doom and (undone or not follows.endswith("ed"))
    if clause.doom and not follows.endswith("ed"):
        return True
    if follows in ("a", "an") and (clause.subject.actor is None or "part" in ahead[:3]):
        return False  # "the talks will be a part of it"
    return undone or follows in clause.cues.lists["compared"]


def _there_will_be(clause: Clause) -> bool:
    """Tell whether "there will be" is followed by what nobody arranges: "queues", "no truce"."""
    ahead = clause.ahead(5)
    group = {item.word for item in clause.items[clause.subject.last : clause.verb]}
    if "still" in group:
        return False  # "there are still going to be storms": how it is
    opens = next((n for n, word in enumerate(ahead) if word in ("how", "what", "who")), len(ahead))
    ahead = ahead[:opens]
    found = set(ahead) & clause.cues.lists["eventualities"] - {"no", "nothing", "never"}
    return bool(found) or "left" in ahead


def _is_manner(cues: Cues, word: str) -> bool:
    return word in cues.lists["degree"] or (
        word.endswith("ly") and word not in cues.lists["undone"]
    )


def _behind_that(items: Items, offset: int) -> bool:
    """Tell whether "that" stands before the words at ``offset``."""
    at = bisect_left(items, offset, key=lambda item: item.start)
    return 0 < at < len(items) and "that" in (items[at - 1].word, items[at].word)
