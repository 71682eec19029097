"""What is said in plain words to come, whatever the verb: "they'll discuss it, I have no doubt".

The grammar of :mod:`~communique.extract.forecasts.coming` knows verbs of what happens by itself.
This is a second look at words of which it has made nothing. In the words of somebody, or of the
report, a clause of what will, may or is likely to be foretells, unless its subject tells of its
own plans, of what is arranged, or only speaks politely. What is thought ("I expect them to raise
it") foretells whatever it is.

What "could" or "may" be foretells only where the verb tells what comes of something ("could
trigger"), "may" also on a condition or by a day; what "would" be is read by that grammar alone:
told so, most was found to be no forecast.
Releases, speeches and briefings are not read so: what these say "will" be, they promise or plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from communique.extract.clauses import QUOTES, STRONG, listed
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.events import is_dated
from communique.extract.forecasts.foresights import Foresight
from communique.extract.forecasts.own import sides
from communique.extract.forecasts.plain_alikes import looks_alike
from communique.extract.forecasts.plain_clause import PlainClause, plain_clause
from communique.extract.genres import tells_news
from communique.extract.view import View

_BEFORE = 6  # items before a subject in which a wish stands
_HOPED = 18  # items from "hopes that" to a subject
_CUE = 4  # items before a subject in which a promise stands
_OUTLOOK = 5  # items of "be very, very difficult"
_HOUR = 4  # items of "have the great honour of a meeting"
_PERSONS = frozenset({"he", "she", "they"})
_POINTING = frozenset({"that", "those", "these", "such", "his", "her", "their", "its", "not"})
_JOINING = frozenset({"and", "or", "but", "-", "--", "–", "—", ","})


def plainly(view: View, cues: Cues, number: int) -> Iterator[Foresight]:
    """Yield what is said in plain words to come in a sentence."""
    items = view.items(number)
    if not items or not tells_news(view):
        return
    end = 0
    for index in range(len(items)):
        clause = plain_clause(view, items, index) if index >= end else None
        if clause is None or not _foretells(clause) or looks_alike(clause, cues):
            continue
        first = clause.first if clause.thought is None else min(clause.first, clause.thought)
        last = own_end(view, items, clause.verb)
        if last > clause.verb:
            end = last
            yield Foresight(clause.by, first, last, f"plainly:{items[index].word}", clause.gap)


def _foretells(clause: PlainClause) -> bool:
    if clause.has("polls", clause.subject) or _is_needed(clause) or _is_unheld(clause):
        return False  # "the poll shows that most will"
    if _is_open(clause) or _is_promised(clause) or _is_spoken(clause) or _is_cut(clause):
        return False
    if clause.kind == "expecting":
        return _is_expected(clause)
    if clause.kind in ("may", "could") and _is_past(clause):
        return False
    if clause.kind == "could":
        return _brings_about(clause)
    if _is_thought(clause):
        return True
    if clause.kind == "may":
        return _brings_about(clause) or _is_on_terms(clause)
    if _is_of_speaker(clause) or _is_of_superior(clause) or _is_habit(clause):
        return False
    if clause.kind == "likely":
        return _is_likely(clause)
    return _will(clause)


def _is_open(clause: PlainClause) -> bool:
    """Tell whether it asks, hopes, supposes, or tells a purpose or an idea."""
    near = _back(clause, _BEFORE) + clause.subject
    if clause.has("asking", near) or clause.has("hoping", near):
        return True
    far = [item.word for item in clause.items[max(0, clause.first - _HOPED) : clause.first]]
    if not {"because", "but"}.isdisjoint(far):
        return False
    return any(clause.has("hopes", [hope]) and that == "that" for hope, that in pairwise(far))


def _is_cut(clause: PlainClause) -> bool:
    """Tell whether words alone do not say what is foretold: "those assets", "… and | could"."""
    opens = clause.subject[:1] and clause.subject[0].split()[0] in _POINTING
    alone = clause.subject in (["others"], ["most"], ["some"], ["many"])
    return bool(opens) or alone or clause.items[clause.start - 1].word in _JOINING


def _is_needed(clause: PlainClause) -> bool:
    """Tell whether only what is needed is told: "unity will be crucial", "will have to come"."""
    if clause.word == "have":
        return clause.ahead(1) == ["to"]
    if clause.word == "be" and clause.has("needed", clause.ahead(2)):
        return True
    end = own_end(clause.view, clause.items, clause.verb)
    ahead = [item.word for item in clause.items[clause.verb : end]]
    wanted = ahead[ahead.index("if") :] if "if" in ahead else []
    return clause.word == "need" and clause.has("hoping", wanted)


def _is_unheld(clause: PlainClause) -> bool:
    """Tell whether it is feared by whom the words leave out: "sparked fears that the dam will"."""
    told = clause.statement is not None and clause.statement.speaker is None
    if clause.thought is None or clause.by is not None or told:
        return False
    held = clause.items[clause.thought : clause.first]
    return clause.has("fears", (item.word for item in held))


def _back(clause: PlainClause, count: int) -> list[str]:
    """Return up to ``count`` words before the subject, back to a mark."""
    words: list[str] = []
    for item in reversed(clause.items[max(0, clause.first - count) : clause.first]):
        if item.word in STRONG or item.word in QUOTES or item.word in (",", "--"):
            break
        words.append(item.word)
    return words


def _is_spoken(clause: PlainClause) -> bool:
    """Tell whether speakers tell what they do in speaking: "I would say", "we will leave it"."""
    own = {"i", "we", "you", "it", "that", "one"}
    sights = clause.subject[-1:] == ["you"] and clause.thought is not None
    if clause.word == "see" and (sights or clause.has("seen_next", clause.ahead(1))):
        return False  # "I think you will see prices come down"
    return clause.does("speaking") and not own.isdisjoint(clause.subject[-1:])


def _is_promised(clause: PlainClause) -> bool:
    """Tell whether the verb with which it is told promises or announces."""
    told = _back(clause, _CUE)
    statement = clause.statement
    if statement is not None and statement.form != "direct":
        for span in statement.cue:
            told += span.of(clause.view.text).lower().split()
    return clause.has("promising", told)


def _is_expected(clause: PlainClause) -> bool:
    """Tell whether others are expected to do what is not asked of them: "to discuss grain"."""
    if clause.thought == clause.first and not {"i", "we"} & set(clause.subject):
        return False  # "Lind expects to travel in June"
    group = (item.word for item in clause.items[clause.first : clause.index])
    if not {"was", "wasn't", "were"}.isdisjoint(group):
        return False  # "I wasn't expecting to see her"
    if clause.word == "be" and _is_arranged(clause):
        return False
    return clause.does("talked") and not clause.has("asked_of", clause.ahead(2))


def _is_thought(clause: PlainClause) -> bool:
    """Tell whether it is foreseen because somebody thinks so: not "I think we'll leave it"."""
    if clause.thought is None:
        return False
    held = clause.items[clause.thought : clause.first]
    if not clause.has("thinking_weakly", (item.word for item in held)):
        return True
    own = not {"i", "we", "let"}.isdisjoint(clause.subject)
    plans = _is_somebody(clause) and clause.does("arranged") and not clause.does("others_do")
    return not (own or plans or _is_of_superior(clause) or _is_busy(clause))


def _is_habit(clause: PlainClause) -> bool:
    """Tell whether it is done each time: "often, firms will hire both", or once was to be."""
    opens = [item.word for item in (*clause.items[:2], *clause.items[clause.start : clause.verb])]
    opens += clause.subject[:1] + _back(clause, 1)
    each = clause.has("each_time", opens)
    group = [item.word for item in clause.items[clause.start : clause.index]]
    was = clause.kind == "future" and not {"was", "were"}.isdisjoint(group)
    return each or was


def _is_of_speaker(clause: PlainClause) -> bool:
    """Tell whether the subject is the speaker, or who is spoken to."""
    sights = clause.subject == ["you"] and clause.word == "see" and clause.kind == "future"
    if sights and clause.has("seen_next", clause.ahead(1)):
        return False  # "you are going to see more boats"
    if not {"i", "we", "you", "let"}.isdisjoint(clause.subject):
        return True
    alone = clause.subject[-1] in _PERSONS or clause.subject[-1] == "it"
    if clause.subject == ["it"] and clause.actor is None and clause.does("arranged"):
        return _is_body(clause.view, clause.by)  # "adding | it will take steps"
    named = clause.view.actors.get(clause.actor or "")
    alone = alone or (named is not None and named.kind == "person")  # "he said Mr. Lind could"
    return alone and clause.actor is not None and clause.actor == clause.by


def _is_body(view: View, by: str | None) -> bool:
    """Tell whether an actor is a body, which "it" may mean."""
    return by is not None and view.actors[by].kind != "person"


def _is_of_superior(clause: PlainClause) -> bool:
    """Tell whether an aide tells of "the President", or of "he" who is not named beside."""
    if not clause.view.is_press_conference:
        return False
    words = " ".join(clause.subject).split()
    if words[-1] in ("he", "she"):
        return True
    return words[:1] == ["the"] and all(clause.view.lexicon.has(w, "title") for w in words[1:])


def _is_busy(clause: PlainClause) -> bool:
    """Tell whether it is of an hour or a chance that one has: "they will have a chance to"."""
    busy = clause.word in ("have", "be") or clause.subject[-1] == "there"
    return busy and clause.has("hours", clause.ahead(_HOUR))


def _is_somebody(clause: PlainClause) -> bool:
    """Tell whether people or a body are the subject, who make plans."""
    head = clause.subject[-1]
    if clause.actor is not None or head in _PERSONS or clause.view.lexicon.has(head, "title"):
        return True
    known = listed(clause.view, "bodies") | listed(clause.view, "crowds")
    return head in known or clause.has("firms", [head])


def _may_do(clause: PlainClause) -> bool:
    """Tell whether what the verb tells comes about, and is not arranged."""
    if clause.has("hours", clause.subject):
        return clause.does("hour_does") or not (clause.does("arranged") or clause.word == "be")
    if _is_busy(clause):
        return False
    if clause.word == "be" and (_is_arranged(clause) or clause.has("disposed", clause.ahead(1))):
        return False
    if not clause.does("arranged"):
        return True
    if clause.has("designs", clause.subject[-1:]):
        return False  # "the new law will require farmers to register"
    if _is_somebody(clause):
        own = clause.by is not None and clause.actor in sides(clause.view, clause.by)
        return clause.does("others_do") and not own
    if clause.word == "have":
        return clause.has("effects", clause.ahead(4))
    return clause.does("things_do")


def _is_arranged(clause: PlainClause) -> bool:
    """Tell whether it is arranged in the passive: "would be extended", "will be held"."""
    done = next((word for word in clause.ahead(2) if not word.endswith("ly")), "")
    if clause.has("arranged_done", [done]):
        return True
    stem = done.removesuffix("ing") if done.endswith("ing") else done.removesuffix("ed")
    stems = {stem, stem + "e", stem[:-1], done.removesuffix("ied") + "y"}
    return stem != done and clause.has("arranged", stems)


def _will(clause: PlainClause) -> bool:
    """Tell whether "will" foretells; of people a story tells so what they plan."""
    told = clause.statement is not None or clause.by is not None
    if _is_somebody(clause) and not clause.is_conditional and not (told and _are_many(clause)):
        return clause.does("befalling") or (_turns_out(clause) if told else _is_sure(clause))
    if not told and not clause.is_conditional and not _turns_out(clause):
        return False  # "the prize will be awarded", "a fifth of the seats will be filled"
    if _is_identified(clause):
        return False
    return _may_do(clause)


def _are_many(clause: PlainClause) -> bool:
    """Tell whether states or a crowd are the subject, whose plans a speaker does not tell."""
    actor = clause.view.actors.get(clause.actor or "")
    if actor is not None:
        return actor.kind in ("state", "bloc", "group")
    return clause.subject[-1].endswith("s") and not clause.has("firms", clause.subject[-1:])


def _is_identified(clause: PlainClause) -> bool:
    """Tell whether it is said which one it is: "it will be the fifth", "rates will be between"."""
    if clause.word != "be" or clause.subject[-1] == "there" or clause.is_conditional:
        return False
    names = clause.has("being", clause.ahead(1))
    return names and not clause.has("outlook", clause.ahead(_OUTLOOK))


def _is_sure(clause: PlainClause) -> bool:
    """Tell whether it is told to come in any case: "will inevitably"."""
    group = (item.word for item in clause.items[clause.start : clause.verb])
    return clause.has("surely", group) and not clause.has("polled", clause.subject)


def _turns_out(clause: PlainClause) -> bool:
    """Tell whether it is what becomes of something, or sure: "will fall", "will surely", "hard"."""
    if _is_sure(clause):
        return True
    if clause.word in ("have", "make", "be"):
        return not _is_done_to(clause) and clause.has("outlook", clause.ahead(_OUTLOOK))
    return clause.does("befalling") or clause.does("harming") or clause.does("comes_of_it")


def _is_done_to(clause: PlainClause) -> bool:
    """Tell whether it is in the passive, and told to be no harm: "could be termed a disaster"."""
    done = next((word for word in clause.ahead(2) if not word.endswith("ly")), "")
    passive = clause.word == "be" and done.endswith("ed")
    return passive and not clause.has("outlook", [done])


def _is_done(ahead: list[str], clause: PlainClause) -> bool:
    """Tell whether a participle stands behind "be" or "have"."""
    return clause.has("had_done", ahead) or any(word.endswith(("ed", "en")) for word in ahead)


def _is_past(clause: PlainClause) -> bool:
    """Tell whether it guesses what has been: "may have quickly left", "might have won"."""
    ahead = [word for word in clause.ahead(3) if not word.endswith("ly")]
    return clause.word == "have" and (_is_done(ahead[:1], clause) or clause.has("had_done", ahead))


def _is_on_terms(clause: PlainClause) -> bool:
    """Tell whether it comes by a day or on a condition, and is no guess at what is."""
    if _is_of_speaker(clause) or _is_of_superior(clause) or _is_habit(clause):
        return False
    if clause.does("stative") or _is_granted(clause) or clause.has("designs", clause.subject):
        return False
    if _is_done_to(clause) or clause.word == "have":
        return False  # "the loan may be extended", "may have himself to blame"
    if not clause.is_conditional and not is_dated(clause.view, clause.items, clause.verb):
        return False
    return not (_is_somebody(clause) and clause.does("arranged") and not clause.does("others_do"))


def _brings_about(clause: PlainClause) -> bool:
    """Tell whether the verb behind "could" tells what comes of something."""
    before = [item.word for item in clause.items[: clause.index]]
    told = clause.statement is not None or clause.by is not None
    if not told and not {"was", "were", "had"}.isdisjoint(before):
        return False  # "he was popular and could win"
    if clause.has("polled", before) or clause.has("ways", clause.subject[:-1]):
        return False
    denied = clause.items[clause.verb - 1].word == "not"
    if denied or _is_of_speaker(clause) or _is_of_superior(clause) or _is_habit(clause):
        return False
    if _is_granted(clause):
        return False
    if clause.has("designs", clause.subject) and clause.word not in ("have", "make", "be"):
        return clause.does("harming")
    return _turns_out(clause)


def _is_granted(clause: PlainClause) -> bool:
    """Tell whether "may" grants what the next words go against: "may speak of peace, but"."""
    if clause.has("granting", _back(clause, 1)):
        return True  # "while viewers may tune in, …"
    end = own_end(clause.view, clause.items, clause.verb)
    return not {"but", "yet"}.isdisjoint(item.word for item in clause.items[end : end + 2])


def _is_likely(clause: PlainClause) -> bool:
    """Tell whether "likely" stands behind "is", or opens what is said of a noun."""
    items, index = clause.items, clause.index
    if clause.has("comparing", (item.word for item in items[max(0, index - 2) : index])):
        return False
    group = [item.word for item in items[clause.start : index]]
    if not {"can", "cannot", "could", "should", "had"}.isdisjoint(group):
        return False  # "no man can be bound to like the sea", "had been expected to"
    if items[index].word == "expected" and not _is_expected_of(clause):
        return False
    if any(clause.view.lexicon.has(word, "be") for word in group):
        was = not {"was", "were"}.isdisjoint(group)
        return not was or items[index].word in ("likely", "unlikely", "expected")
    bare = items[index].word in ("likely", "unlikely")
    return bare and items[index - 1].word.isalpha()


def _is_expected_of(clause: PlainClause) -> bool:
    """Tell whether it is expected to come about, and not asked of people or set by a schedule."""
    if clause.word == "be" and (_is_arranged(clause) or clause.has("disposed", clause.ahead(1))):
        return False
    if clause.actor is not None:
        return True
    return clause.does("things_do") or not clause.does("arranged") or _is_somebody(clause)
