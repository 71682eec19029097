"""Stands that call a thing good or bad: "the sanctions are absurd", "called them illegal"."""

from __future__ import annotations

from communique.extract.clauses import STRONG, Subject, clause_end, subject_of, verb_start
from communique.extract.modality import Items, group_start, of_verb
from communique.extract.positions.asked.asked_about import answers
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.stances.judged_deeds import by_judged_deed
from communique.extract.positions.stances.subjects import thing_before
from communique.extract.positions.stand import (
    FLIPPED,
    Stand,
    be_modality,
    copula_before,
    doubted,
    polarity_of,
)
from communique.extract.view import Item, View
from communique.extract.voices import voice_at

_OPENERS = frozenset({"when", "whenever", "until", "once", "while", "where"})
_ABOUT = frozenset({"to", "that", "about", "on", "in"})


def by_evaluation(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "the sanctions are absurd" in somebody's mouth, and "X considers them absurd"."""
    considered = _considered(view, cues, items, index, cue)
    considered = considered or by_judged_deed(view, cues, items, index, cue)
    if considered is not None:
        return considered
    speaker = voice_at(view, items, index)
    judging = cues.lists["evaluate.good"] | cues.lists["evaluate.bad"]
    be = copula_before(view, items, index, frozenset({"a", "an", "the"}) | judging)
    if be is None or speaker is None or not _evaluates(view, cues, items, be, index, cue):
        return None
    modality, denied = be_modality(view, items, be, index)
    polarity = polarity_of(cue.polarity, modality, items, be)
    if polarity == "conditional" and modality.cue in ("would", "'d"):
        polarity = cue.polarity  # "a retreat would be a mistake"
    start = verb_start(view, items, be)
    subject = subject_of(view, items, start)
    wide = subject is None
    subject = subject or thing_before(view, items, start)  # "missiles in our country | would be"
    if polarity is None or subject is None or subject.crowd:
        return None
    if _is_cut(items, be, subject, cue) or (wide and _is_turned(cues, items[subject.first : be])):
        return None
    if not _is_judgeable(view, cues, items, be, subject, cue):
        return None
    person = subject.actor is not None
    after = index + len(cue.words)
    if person and (after >= len(items) or items[after].word not in _ABOUT):
        return None
    if person and (cue.name not in ("right", "wrong") or _is_pronoun(items[subject.last - 1])):
        return None
    opener = items[subject.first - 1].word if subject.first else ""
    if cue.name == "right" and after < len(items) and items[after].word in ("now", "here", "there"):
        return None
    if opener in _OPENERS or items[start - 1].word == "which":
        return None
    only = {"just", "only", "merely"} & {item.word for item in items[be:index]}
    if only and (denied or modality.negated):
        polarity, denied = cue.polarity, False  # "isn't just fair"
    denied = denied != doubted(view, items, subject.first)
    polarity = FLIPPED[polarity] if denied else polarity
    near = [item.word for item in items[max(0, subject.first - 4) : subject.first]]
    if "to" in near[-3:] and near[-1] not in ("to", ",") and near[-1] not in _ABOUT:
        return None  # "the ruling to strike down | the toll is wrong"
    end = index + len(cue.words)
    first = _from_deed(view, items, subject.first)
    about = (first, subject.last)
    if person:
        end = max(clause_end(view, items, after + 1), end)
        about = (after, end)
    flat = "evaluate.flat_denied" if polarity == "against" else "evaluate.flat"
    sure = cue.name in cues.lists["evaluate.flat"] | cues.lists[flat]
    known = polarity == "against" and is_attributed(view, items, index)
    known = known and _is_known(view, items, first, subject.last)
    return Stand(
        speaker, None, polarity, first, subject.last, start, be, end,
        about, f"evaluate:{cue.name}",
        wide or (subject.person == "third" and not (sure or known)),
        firm=known and not wide,
    )  # fmt: skip


def _is_cut(items: Items, be: int, subject: Subject, cue: Cue) -> bool:
    """Tell whether what is judged is more than the words right before the verb."""
    if subject.first and items[subject.first - 1].word in ("without", "of", "for", "with"):
        return True  # "a deal without | guarantees is not acceptable"
    one = cue.name == "right" and items[be].word in ("is", "was")
    return one and _is_many(items[subject.last - 1])  # "to protect your rights is right"


def _is_known(view: View, items: Items, first: int, last: int) -> bool:
    """Tell whether it is told which one is judged: "the toll", "Lutha's plan"."""
    if view.lexicon.has(items[first].word, "definite", "possessive"):
        return True
    return any(view.lexicon.has(item.word, "genitive") for item in items[first:last])


def _from_deed(view: View, items: Items, first: int) -> int:
    """Return where a subject begins that is something done: "lifting | the embargo"."""
    done = first - 1
    if done < 0 or items[done].ref is not None or not items[done].word.endswith("ing"):
        return first
    return first if view.lexicon.has(items[done].word, "preposition", "be") else done


def _points_to_issue(cues: Cues, items: Items, subject: Subject, cue: Cue) -> bool:
    """Tell whether "that is the right order" judges what was told just before."""
    named = cues.lists[f"evaluate.things_{cue.polarity}"] | cues.lists["evaluate.always_against"]
    word = items[subject.last - 1].word
    return subject.person == "pronoun" and word in ("that", "this") and cue.name in named


def _is_turned(cues: Cues, thing: Items) -> bool:
    """Tell whether a thing has a contrary name in it: "the threat against Lutha"."""
    return any(item.word in cues.lists["evaluate.turning"] for item in thing)


def _is_judgeable(
    view: View, cues: Cues, items: Items, be: int, subject: Subject, cue: Cue
) -> bool:
    """Tell whether a thing is judged, and not how an event went: "the talks were constructive"."""
    if any(item.word in cues.lists["guards.occasions"] for item in items[subject.first : be]):
        return False
    if subject.person == "third":
        return True
    return _points_to_issue(cues, items, subject, cue) or _is_asked_about(view, items, subject)


def _is_asked_about(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether "they are absurd" answers a question about them."""
    pointing = items[subject.last - 1].word in ("it", "they", "these")
    return subject.person == "pronoun" and pointing and answers(view, items)


def _is_many(item: Item) -> bool:
    """Tell whether a word is a plural, of which "is" is not told."""
    word = item.word
    many = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics"))
    return item.ref is None and many and word not in ("news", "series", "means")


def _is_pronoun(item: Item) -> bool:
    return item.ref is None or item.ref.form == "pronoun"


def _evaluates(view: View, cues: Cues, items: Items, be: int, index: int, cue: Cue) -> bool:
    """Tell whether the adjective or noun at ``items[index]`` is the whole predicate."""
    between = {item.word for item in items[be + 1 : index]}
    after = index + len(cue.words)
    if after < len(items) and not _closes(view, items, after):
        return False
    adjectives = cues.lists.get(f"evaluate.{cue.polarity}", frozenset())
    if cue.name in adjectives and not between & {"a", "an", "the"}:
        return True
    if cue.name in cues.lists.get("evaluate.always_against", frozenset()):
        return bool(between & {"a", "an"})
    name = "good" if cue.polarity == "for" else "bad"
    things = cues.lists.get(f"evaluate.things_{cue.polarity}", frozenset())
    return cue.name in things and bool(between & cues.lists.get(f"evaluate.{name}", frozenset()))


def _closes(view: View, items: Items, at: int) -> bool:
    word = items[at].word
    return not word[:1].isalnum() or view.lexicon.has(
        word, "preposition", "conjunction", "subordinator", "pronoun", "to"
    )


def _considered(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X considers the sanctions illegal"."""
    verbs = cues.lists.get("evaluate.consider", frozenset())
    for at in range(index - 1, max(-1, index - 12), -1):
        word = items[at].word
        if word in STRONG or word == "," or view.lexicon.has(word, "be", "modal"):
            return None
        if word != "as" and view.lexicon.has(word, "subordinator"):
            return None
        if word in verbs and items[at].ref is None and at + 1 < index:
            break
    else:
        return None
    after = index + len(cue.words)
    if after < len(items) and not _closes(view, items, after):
        return None
    told_on = "to" in [item.word for item in items[after : after + 3]]
    both = any(item.word == "and" for item in items[at : after + 1])
    if told_on and both and items[at + 1].word == "it":
        return None  # "deems it necessary | and proper to …"
    if not _is_judgement(cues, items, at, index, cue):
        return None
    start = group_start(view.lexicon, items, at)
    if any(view.lexicon.has(item.word, "be") for item in items[start:at]):
        return None  # "is considered illegal"
    modality = of_verb(view, items, at, "third")
    polarity = polarity_of(cue.polarity, modality, items, at)
    subject = subject_of(view, items, start)
    if polarity is None or subject is None or subject.actor is None:
        return None
    return Stand(
        subject.actor, None, polarity, subject.first, subject.last, start, at, after,
        (at + 1, _named_until(items, at, index)), f"considers:{cue.name}",
        items[at].word not in cues.lists["evaluate.outright"],
    )  # fmt: skip


def _is_judgement(cues: Cues, items: Items, verb: int, index: int, cue: Cue) -> bool:
    """Tell whether an adjective, or "(as) a" and a noun, judges what a verb takes."""
    between = [item.word for item in items[verb + 1 : index]]
    if cue.name in cues.lists[f"evaluate.{cue.polarity}"]:
        return True
    article = bool({"a", "an"} & set(between[-4:]))
    if cue.name in cues.lists["evaluate.always_against"] | cues.lists["evaluate.called"]:
        return article
    good = "good" if cue.polarity == "for" else "bad"
    named = cue.name in cues.lists[f"evaluate.things_{cue.polarity}"]
    return named and article and bool(cues.lists[f"evaluate.{good}"] & set(between))


def _named_until(items: Items, verb: int, index: int) -> int:
    """Return where the words end that name what is judged: "the tolls | as | a breach"."""
    for at in range(verb + 2, index):
        if items[at].word in ("as", "a", "an"):
            return at
    return index
