"""What is told flatly with "will" and is nobody's foresight.

A promise says what good a law or a plan will do, a motto who will prevail, a schedule when the
talks resume. They count where somebody thinks, warns of, or calls likely what they tell.
"""

from __future__ import annotations

from communique.extract.forecasts.believing import is_believed, is_expected, is_warned
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.events import happens, is_dated, is_denied, lasts
from communique.extract.forecasts.staged import could_be, is_hollow
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View

_OBJECT = 7  # items behind a verb in which its object stands
_THERE = 5  # items of "there will be no deal without our friends"
_UNSAID = 16  # items behind "I'm not in a position to say"
_GERUND = 5  # letters of a gerund, at least


def is_only_told(clause: Clause, first: int) -> bool:
    """Tell whether a clause whose subject begins at ``first`` promises, vows or announces."""
    if clause.is_by("would", "could", "may") and _is_patience(clause):
        return True
    if clause.is_by("would", "could") and _is_of_another(clause):
        return True  # "the old mayor feared that a strike would …": told of the past
    if clause.is_by("could", "may"):
        if is_staged(clause.view) and could_be(clause):
            return True
        told = lasts(clause) or not {"this", "that"}.isdisjoint(clause.ahead(_THERE))
        return clause.head in ("this", "that") and told  # "that could take weeks"
    if not clause.is_by("will", "going"):
        return False
    if clause.head in ("history", "everybody", "everyone") or _is_unsaid(clause):
        return True
    if _is_courtesy(clause) or _is_bond(clause, first) or _is_patience(clause):
        return True
    if is_warned(clause) or is_expected(clause) or is_believed(clause):
        return False
    if clause.telling in clause.cues.lists["thinking"]:
        return False
    crowd = clause.voice is not None and clause.voice.crowd
    if not crowd and is_staged(clause.view) and is_hollow(clause):
        return True
    return (
        _is_promised(clause, first)
        or _is_motto(clause)
        or _is_set(clause)
        or _is_plan(clause)
        or _is_pledge(clause)
        or clause.head in ("these", "so")
        or _is_heard(clause)
        or _is_one_of_many(clause)
    )


def is_pledged(clause: Clause, first: int) -> bool:
    """Tell whether "will" pledges: the good of a measure, victory, a schedule."""
    if not clause.is_by("will", "going"):
        return False
    promised = _is_promised(clause, first) or _is_pledge(clause)
    return promised or _is_motto(clause) or _is_set(clause)


def is_unclear(clause: Clause) -> bool:
    """Tell whether what is called likely has no subject: "that will likely be a long talk"."""
    if clause.does("containing") or _is_how_it_is(clause):
        return True
    if clause.word == "have" and is_staged(clause.view):
        return True  # "the ministry will probably have more detail"
    if clause.head == "there":
        found = clause.has_any(clause.ahead(_OBJECT), "eventualities")
        return clause.is_by("will", "would") and not found
    return clause.is_by("will") and clause.head in ("that", "it", "this") and not clause.doom


def _is_of_another(clause: Clause) -> bool:
    """Tell whether a speech tells what somebody else said or thought."""
    view = clause.view
    statement = view.statement_at(clause.items[clause.verb].start)
    outer = view.statements.get(statement.parent or "") if statement is not None else None
    speakers = (view.author, view.issuer, outer.speaker if outer is not None else None)
    own = clause.speaker is not None and clause.speaker in speakers
    told = bool(clause.telling) or (statement is not None and statement.form == "indirect")
    return told and not own and is_staged(view)


def _is_how_it_is(clause: Clause) -> bool:
    """Tell whether it is told of all of a kind: "small firms are likely to pay more"."""
    before = clause.items[clause.index - 1].word
    actor = clause.view.actors.get(clause.subject.actor or "")
    named = actor is not None and actor.kind != "group"
    if not clause.is_by("likely") or before != "are" or named:
        return False
    coming = ("outcomes", "things", "drifting", "harming", "effects", "could_verbs", "reviving")
    if clause.does(*coming) or happens(clause) or clause.doom:
        return False
    own = clause.voice is None or clause.voice.actor is None
    return own and not is_dated(clause.view, clause.items, clause.verb)


def _is_promised(clause: Clause, first: int) -> bool:
    """Tell whether the good of a measure is told: "this law will save lives", "it will help"."""
    subject = clause.items[first : clause.subject.last]
    words = [item.word for item in subject]
    good = clause.does("benefits") or _makes_good(clause)
    good = good or (clause.word == "be" and clause.has_any(words, "qualities"))
    if not good or is_denied(clause) or _is_harm(clause):
        return False
    if clause.has_any(words, "deeds_of_state", "qualities") or clause.does("only_promised"):
        return True
    if clause.word == "make":
        return True  # "new members will make us stronger"
    if clause.word == "be" and clause.has_any(clause.ahead(_OBJECT), "granted"):
        return True  # "medicine will be more affordable"
    return words in (["it"], ["this"]) or _opens_with_deed(clause.view, subject)


def _is_unsaid(clause: Clause) -> bool:
    """Tell whether it is said not to be said: "I can't say that by then they will have lost"."""
    before = clause.before(_UNSAID)
    if clause.telling == "predicting" and not {"about", "ever", "without"}.isdisjoint(before[-4:]):
        return True  # "I'm humble about predicting that they will fail"
    said = next((n for n, word in enumerate(before) if word in ("say", "saying")), 0)
    return any(clause.view.lexicon.has(w, "not") or w == "can't" for w in before[:said])


def _is_one_of_many(clause: Clause) -> bool:
    """Tell whether it is told of anybody: "a child is not going to be able to", "you'll lose"."""
    opens = clause.items[clause.subject.first].word
    able = clause.word == "be" and clause.after == "able"
    anybody = opens == "you" and clause.is_by("going")
    return anybody or (able and opens in ("a", "an"))


def _makes_good(clause: Clause) -> bool:
    """Tell whether it is made or becomes better: "will make us safer", "will be stronger"."""
    if clause.word not in ("make", "be", "become"):
        return False
    return clause.has_any(clause.ahead(_OBJECT), "bettered")


def _is_harm(clause: Clause) -> bool:
    """Tell whether what is told is bad: "will create chaos", "will reduce the flow"."""
    ahead = clause.ahead(_OBJECT)
    bad, good = clause.has_any(ahead, "evils"), clause.has_any(ahead, "goods")
    lessens = clause.does("lessening") or (clause.word == "bring" and ahead[:1] == ["down"])
    return good if lessens else bad


def _opens_with_deed(view: View, subject: Items) -> bool:
    """Tell whether a deed is the subject: "replacing the pipes will save water"."""
    word = subject[0].word
    gerund = word.endswith("ing") and len(word) > _GERUND and subject[0].ref is None
    return gerund and len(subject) > 1 and not view.lexicon.has(word, "preposition")


def _is_bond(clause: Clause, first: int) -> bool:
    """Tell whether ties are praised: "our friendship will only grow stronger"."""
    words = [item.word for item in clause.items[first : clause.subject.last]]
    if not clause.has_any(words, "bonds") or is_denied(clause):
        return False
    return clause.does("bonding") or clause.word == "be" or _makes_good(clause)


def _is_motto(clause: Clause) -> bool:
    """Tell whether it is said who prevails: "they will prevail", "evil will fail"."""
    if clause.does("triumphs") or (clause.word == "have" and clause.after == "prevailed"):
        return True
    heads = [i.word for i in clause.items[clause.subject.first : clause.subject.last]]
    if clause.has_any(heads[-1:], "ideals") and is_staged(clause.view):
        return True
    if clause.has_any(heads, "ideals") and clause.does("struggles"):
        return True
    told = clause.ahead(_THERE)
    if clause.word == "be" and told[:1] == ["as"] and "our" in clause.ahead(_OBJECT):
        return True  # "a town will be as free as our will to defend it"
    dated = is_dated(clause.view, clause.items, clause.verb)
    bare = clause.subject.actor is not None and not (dated or clause.doom)
    if bare and (clause.word == "win" or (is_denied(clause) and clause.word == "succeed")):
        return True  # "Lutha will win this war"
    if clause.word == "change" and ("our" in told or clause.has_any(told, "all_things")):
        return True  # "so much will change in our lives", "you will change the world"
    if clause.word == "be" and clause.subject.actor and clause.has_any(clause.ahead(3), "bettered"):
        return not is_denied(clause)  # "the Alliance will be stronger than ever"
    group = clause.items[clause.subject.last : clause.verb]
    return any(item.word in ("always", "forever") for item in group)


def _is_set(clause: Clause) -> bool:
    """Tell whether what has its times is said to begin or end: "the talks will resume in May"."""
    if clause.subject.actor is not None or is_denied(clause):
        return False
    words = [item.word for item in clause.items[clause.subject.first : clause.subject.last]]
    return clause.has_any(words, "programmed") and clause.does("timed")


def _is_plan(clause: Clause) -> bool:
    """Tell whether a named actor does it: "Lutha will double the quota", "she will end the day".

    Only with an object: "Lutha's output will double" and "Lutha will change" foretell.
    """
    if clause.subject.actor is None or not clause.does("planned_deeds") or is_denied(clause):
        return False
    return _has_object(clause) and not _is_harm(clause)


def _has_object(clause: Clause) -> bool:
    behind = clause.items[clause.verb + 1 : clause.verb + 2]
    if not behind or not behind[0].word[:1].isalnum() or behind[0].date >= 0:
        return False
    return behind[0].ref is not None or not clause.view.lexicon.has(
        behind[0].word, "preposition", "adverb", "conjunction", "subordinator", "conditional"
    )


def _is_pledge(clause: Clause) -> bool:
    """Tell whether it is pledged: "no deal without our friends", "nobody will be left behind"."""
    ahead = clause.ahead(_THERE)
    if clause.head == "there" and ahead[:1] == ["no"]:
        words = " ".join(ahead).split()  # "our allies" may be one mention
        ours = any(clause.view.lexicon.has(w, "first_plural", "first_singular") for w in words)
        return (ours and "without" in ahead) or clause.has_any(ahead[:2], "pledged")
    if clause.head == "there" and is_denied(clause) and "our" in clause.ahead(_OBJECT):
        return True  # "there's not going to be a shortage on our watch"
    if clause.word == "pay" and clause.items[clause.subject.first].word == "no":
        return True  # "no one who earns less will pay a penny more"
    nobody = clause.subject.person == "nobody" and clause.word == "be"
    return nobody and clause.after in ("left", "forgotten", "abandoned", "without")


def _is_heard(clause: Clause) -> bool:
    """Tell whether only hearsay is told: "I've been hearing there's going to be a slump"."""
    budget = clause.word == "be" and clause.is_about("budgeted")
    return budget or clause.has_any(clause.before(4), "hearsay")


def _is_courtesy(clause: Clause) -> bool:
    """Tell whether others are trusted to do their part: "I'm sure they will play their role"."""
    if clause.does("triumphs") and not is_denied(clause):
        return True  # "confident that the bridges we built will endure"
    if clause.word == "rise" and clause.ahead(2) == ["to", "the"]:
        return True  # "I'm certain they will rise to the task"
    doubted = is_denied(clause) or clause.has_any(clause.before(4), "doubting")
    if clause.does("courtesies") and not doubted and not is_warned(clause):
        return True
    return "your" in clause.ahead(_THERE) and clause.does("courtesies", "scheduled", "following")


def _is_patience(clause: Clause) -> bool:
    """Tell whether only patience is asked for: "it will take some time"."""
    if not lasts(clause) or clause.word != "take":
        return False
    ahead = clause.ahead(6)
    if clause.has_any(ahead[:3], "spans"):
        return False
    vague = "some" in ahead[:2] or "while" in ahead[:3]
    goes_on = next((n for n, word in enumerate(ahead) if word in ("to", "for")), len(ahead))
    theirs = ahead[goes_on : goes_on + 1] == ["for"] and ahead[goes_on + 1 :][:1] != ["us"]
    return goes_on == len(ahead) or (vague and not theirs)
